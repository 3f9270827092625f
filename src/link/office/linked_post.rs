//! A title that has been understood.

use crate::entity::{Entity, EntityId};
use crate::lexicon::DivisionId;

/// A title with its office, body and division.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedPost {
    pub office: EntityId,
    /// The office and its body in full, until somebody takes them.
    pub described: Option<[Entity; 2]>,
    pub division: Option<DivisionId>,
    /// 省人大代表 and 政协委员: a seat, which does not tell where a person works.
    pub seat: bool,
}
