//! Text as everything above sees it: spans of one owner's string, character classes, numerals, sentences.

pub mod han;
mod date;
mod sentence;
mod span;
mod tagger;

pub use date::{Date, dates};
pub use sentence::{clause, sentence};
pub use span::Span;
pub use tagger::Tagger;
