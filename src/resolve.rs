//! Identity across documents: who and what may be one, and what people decided.
//!
//! Identifiers are computed, so two documents that give a person an office of another district, an initiative another
//! name or a body a shorter one give two things. This room proposes which may be one, with a score and the reasons; a
//! person decides. A decision is a statement in a graph of its own: nothing that a source said is changed, queries and
//! networks see one thing, and taking the decision back takes all of it back.

mod alike;
mod decisions;
mod propose;

pub use decisions::{Decisions, Verdict, kind};
pub use propose::{Proposal, proposals};
