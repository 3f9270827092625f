//! Who is who across the articles of one page: a CV does not say where its owner works now, the notice above it does.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::entity::EntityId;

use super::Relation;
use super::found::Found;

/// Lets each official whose article tells no division of his be the only other official of that name on the page. Where
/// there are two of that name, or somebody signs with it, he stays alone.
pub fn settle(found: &mut Found, source: &str) {
    let anyone = EntityId::person(source, "-");
    let homeless = |id: &EntityId| id.as_str().starts_with(anyone.as_str().trim_end_matches('-'));
    let mut settled: FxHashMap<&str, FxHashSet<&EntityId>> = FxHashMap::default();
    let mut alone: FxHashSet<&EntityId> = FxHashSet::default();
    for tenure in found.relations.iter().filter_map(Relation::tenure) {
        if homeless(&tenure.person) {
            alone.insert(&tenure.person);
        }
    }
    if alone.is_empty() {
        return;
    }
    for relation in &found.relations {
        match relation {
            Relation::Tenure(tenure) if !homeless(&tenure.person) => {
                settled.entry(tenure.person.name()).or_default().insert(&tenure.person);
            }
            Relation::Credit(credit) => drop(alone.remove(&credit.person)),
            _ => {}
        }
    }
    let only = |id: &EntityId| {
        let mut people = settled.get(id.name())?.iter();
        people.next().filter(|_| people.next().is_none()).map(|&person| (id.clone(), person.clone()))
    };
    let same: FxHashMap<EntityId, EntityId> = alone.into_iter().filter_map(only).collect();
    for id in same.keys() {
        found.entities.forget(id);
    }
    for relation in &mut found.relations {
        if let Some(id) = relation.person()
            && let Some(person) = same.get(id)
        {
            *id = person.clone();
        }
    }
}
