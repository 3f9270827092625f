//! Mentions -> links: which division, body, office, person and initiative each mention is.

mod context;
mod discourse;
mod office;

pub use context::Context;
pub use discourse::{Discourse, Resolved};
pub use office::{LinkedPost, Offices};
