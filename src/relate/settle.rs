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
    let officials = || {
        found.relations.iter().filter_map(|relation| match relation {
            Relation::Tenure(tenure) => Some(&tenure.person),
            _ => None,
        })
    };
    // The one official of each name, none where there are two.
    let mut others: FxHashMap<&str, Option<&EntityId>> = FxHashMap::default();
    for id in officials().filter(|id| !homeless(id)) {
        let other = others.entry(id.name()).or_insert(Some(id));
        *other = other.filter(|&other| other == id);
    }
    let signers = found.relations.iter().filter_map(|relation| match relation {
        Relation::Credit(credit) => Some(&credit.person),
        _ => None,
    });
    let signers: FxHashSet<&EntityId> = signers.collect();
    let only = |id: &EntityId| {
        let other = others.get(id.name()).copied().flatten().filter(|_| !signers.contains(id));
        other.map(|other| (id.clone(), other.clone()))
    };
    let same: FxHashMap<EntityId, EntityId> = officials().filter(|id| homeless(id)).filter_map(only).collect();
    if same.is_empty() {
        return;
    }
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
