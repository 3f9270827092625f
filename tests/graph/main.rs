//! From documents to graphs, stores and files, on a document made by hand: no stage of reading takes part (but in
//! one test of `readers`).

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

mod diff;
mod exports;
mod fixture;
mod network;
mod ontology;
mod quads;
mod readers;
mod resolve;
mod stores;
