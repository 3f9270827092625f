//! zhengtu reads Chinese local-government news and builds a knowledge graph of who holds which office, in which
//! district, pursuing which initiative, reported by whom, with the sentence that says so behind every fact.
//!
//! The modules stand in reading order and each imports only those above it; `tests/structure.rs` enforces it.
//! A source goes through pure functions:
//!
//! ```text
//! bytes -> decode -> layout -> mention -> link -> relate -> rdf -> store
//! ```

pub mod error;
pub mod text;
pub mod diagnostic;
pub mod entity;
pub mod lexicon;
pub mod decode;
pub mod layout;
pub mod mention;
pub mod link;
pub mod relate;
pub mod document;
pub mod rdf;
pub mod store;
pub mod query;
pub mod network;
pub mod validate;
pub mod resolve;
pub mod export;
pub mod diff;
pub mod evaluate;
pub mod input;
pub mod cli;
