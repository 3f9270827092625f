//! What one article yields.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::entity::{Entity, EntityId};

use super::Relation;

/// What an article says.
#[derive(Debug, Default)]
pub struct Found {
    pub entities: BTreeMap<EntityId, Entity>,
    pub relations: Vec<Relation>,
    pub diagnostics: Vec<Diagnostic>,
}
