//! Gold files -> precision, recall, F1 and the list of errors.
//!
//! The measure of the whole program: what a careful reader took from a page, in a gold file, against what the chain
//! made of it. The normalisation is data (`data/evaluate/normal.tsv`), the matching one-to-one and greedy. A page not
//! read at all counts as all missed, so that leaving hard pages out never pays.

mod baseline;
mod compare;
mod examples;
mod facts;
mod gold;
mod json;
mod matching;
mod measure;
mod normal;
mod report;
mod score;
#[cfg(test)]
mod tests;
mod witness;

pub use baseline::baseline;
pub use compare::{Comparison, OldReport, compare};
pub use examples::{examples, needless};
pub use gold::{Gold, GoldError};
pub use measure::{Measure, Tally};
pub use report::Report;
pub use score::{Finding, Score, Side, absent, score};
