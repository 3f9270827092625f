//! What one article yields.

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;
use crate::entity::{Entity, EntityId};

use super::Relation;

/// What an article says.
#[derive(Debug, Default)]
pub struct Found {
    pub entities: FxHashMap<EntityId, Entity>,
    pub relations: Vec<Relation>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Adds what another article says; an entity known already keeps its label.
    pub fn add(&mut self, other: Found) {
        if self.relations.is_empty() && self.entities.is_empty() {
            let diagnostics = std::mem::replace(self, other).diagnostics;
            self.diagnostics.extend(diagnostics);
            return;
        }
        self.diagnostics.extend(other.diagnostics);
        self.relations.extend(other.relations);
        for (id, entity) in other.entities {
            self.entities.entry(id).or_insert(entity);
        }
    }
}
