//! The whole chain from text to facts: one-line cases, whole pages with gold, laws, and the knowledge it stands on.
//!
//! The knowledge is loaded once for all of them. Where a share of cases is asked for, the floor lies about two points
//! below what was measured last; `cargo test --test chain -- --nocapture` prints what fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says so, and one with a floor what lies below")]

mod cases;
mod chain;
mod laws;
mod lexicon;
mod measured;
mod page;
