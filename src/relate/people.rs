//! Who is who inside one source: one name, one person, scoped by the division of the office.

use rustc_hash::FxHashMap;

use crate::entity::EntityId;
use crate::lexicon::{DivisionId, Gazetteer};

/// The people of one article by name.
#[derive(Default)]
pub struct People {
    people: FxHashMap<String, EntityId>,
}

impl People {
    /// The person of this name: the one met before in the article, else a new one in the scope of `division`.
    pub fn person(
        &mut self,
        name: &str,
        division: Option<DivisionId>,
        gazetteer: &Gazetteer,
        source: &str,
    ) -> EntityId {
        if let Some(id) = self.people.get(name) {
            return id.clone();
        }
        let scope = division.map(|id| gazetteer.code(gazetteer.county(id)));
        let id = EntityId::person(scope.unwrap_or(source), name);
        self.people.insert(name.to_owned(), id.clone());
        id
    }

    /// Everybody met so far, in no order.
    pub fn all(&self) -> impl Iterator<Item = (&str, &EntityId)> {
        self.people.iter().map(|(name, id)| (name.as_str(), id))
    }

    /// The people of the article whose surname ends `text`: 令狐 of 令狐书记, 王 of 王区长.
    pub fn addressed<'p>(&'p self, text: &'p str) -> impl Iterator<Item = &'p EntityId> {
        let surname = move |name: &str| {
            let mut ends = name.char_indices().skip(1).take(2).map(|(i, _)| &name[..i]);
            ends.any(|start| text.ends_with(start))
        };
        self.people.iter().filter(move |(name, _)| surname(name)).map(|(_, id)| id)
    }
}
