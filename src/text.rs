//! Text as everything above sees it: spans of one owner's string, character classes, other forms, numerals, sentences.

pub mod han;
mod date;
mod fold;
mod marks;
mod sentence;
mod span;
mod tagger;

pub use date::{Date, dates};
pub use fold::{Fold, Folded};
pub use marks::{Mark, Marks};
pub use sentence::{clause, sentence, sentences};
pub use span::Span;
pub use tagger::Tagger;
