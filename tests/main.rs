//! Tests of the command line, the formats and the saved queries, in one binary: it links once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod cli;
mod formats;
mod query;
mod validate;
