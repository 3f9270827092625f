//! What one article yields.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;
use crate::entity::{Entity, EntityId};

use super::Relation;

/// What an article says.
#[derive(Debug, Default)]
pub struct Found {
    pub entities: Entities,
    pub relations: Vec<Relation>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Adds what another article says; an entity known already keeps its label.
    pub fn add(&mut self, other: Found) {
        if self.relations.is_empty() && self.entities.list.is_empty() {
            let diagnostics = std::mem::replace(self, other).diagnostics;
            self.diagnostics.extend(diagnostics);
            return;
        }
        self.diagnostics.extend(other.diagnostics);
        self.relations.extend(other.relations);
        self.entities.reserve(other.entities.list.len());
        for entity in other.entities.list {
            self.entities.note(entity);
        }
    }
}

/// Entities as they are met. They stand in a list with their numbers beside it, since a table would move each of them,
/// and they are large, whenever it grows.
#[derive(Debug, Default)]
pub struct Entities {
    list: Vec<Entity>,
    numbers: FxHashMap<EntityId, usize>,
}

impl Entities {
    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.list.reserve(more);
        self.numbers.reserve(more);
    }

    /// Whether the entity is known.
    pub fn knows(&self, id: &EntityId) -> bool {
        self.numbers.contains_key(id)
    }

    /// The entity as it is known, this one if it was not.
    pub fn note(&mut self, entity: Entity) -> &mut Entity {
        let number = *self.numbers.entry(entity.id.clone()).or_insert(self.list.len());
        if number == self.list.len() {
            self.list.push(entity);
        }
        &mut self.list[number]
    }

    /// Leaves an entity out.
    pub fn forget(&mut self, id: &EntityId) {
        self.numbers.remove(id);
    }

    /// All by identifier.
    pub fn sorted(self) -> BTreeMap<EntityId, Entity> {
        let mut entities: Vec<Option<Entity>> = self.list.into_iter().map(Some).collect();
        let mut order: Vec<(EntityId, usize)> = self.numbers.into_iter().collect();
        order.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut sorted = Vec::with_capacity(order.len());
        for (id, number) in order {
            sorted.extend(entities[number].take().map(|entity| (id, entity)));
        }
        sorted.into_iter().collect()
    }
}
