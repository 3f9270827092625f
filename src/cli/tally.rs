//! The figures of a build: how many of what, without a list of all of them.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::document::Document;
use crate::entity::Kind;
use crate::relate::Relation;

/// Distinct things, counted by 64-bit hashes: eight bytes a thing where its name would take fifty. Among ten million
/// things two share a hash once in 400,000 builds, and the count is then one too low.
#[derive(Debug, Default)]
pub struct Distinct(HashSet<u64>);

impl Distinct {
    /// Whether it was not there before.
    pub fn insert(&mut self, name: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// What documents say, in figures.
#[derive(Debug, Default)]
pub struct Tally {
    pub articles: usize,
    /// By kind: `districts`, `officials` ...
    pub entities: BTreeMap<&'static str, Distinct>,
    pub relations: BTreeMap<&'static str, usize>,
    pub not_understood: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Of one document.
    pub fn of(document: &Document) -> Tally {
        let mut tally = Tally { articles: document.articles.len(), ..Tally::default() };
        for entity in document.entities.values() {
            let kind = match &entity.kind {
                Kind::Division { .. } => "divisions",
                Kind::Body { .. } => "bodies",
                Kind::Office { .. } => "offices",
                Kind::Initiative { .. } => "initiatives",
                // Told by the relations below: official, reporter or both.
                Kind::Person => continue,
            };
            tally.entities.entry(kind).or_default().insert(entity.id.as_str());
        }
        for relation in &document.relations {
            let (kind, person) = match relation {
                Relation::Tenure(tenure) => ("tenures", Some(("officials", &tenure.person))),
                Relation::Pursuit(_) => ("pursuits", None),
                Relation::Cooperation(_) => ("cooperations", None),
                Relation::Credit(credit) => ("credits", Some(("reporters", &credit.person))),
                Relation::Speaker { official, .. } => ("speakers", Some(("officials", official))),
                // What an article is about and names follows from the facts; counting it would count them twice.
                Relation::About { .. } | Relation::Mention { .. } => continue,
            };
            *tally.relations.entry(kind).or_default() += 1;
            if let Some((role, person)) = person {
                tally.entities.entry(role).or_default().insert(person.as_str());
            }
        }
        for diagnostic in &document.diagnostics {
            *tally.not_understood.entry(diagnostic.code.name()).or_default() += 1;
        }
        tally
    }

    /// Adds the figures of other documents.
    pub fn add(&mut self, other: Tally) {
        self.articles += other.articles;
        for (kind, things) in other.entities {
            self.entities.entry(kind).or_default().0.extend(things.0);
        }
        add(&mut self.relations, other.relations);
        add(&mut self.not_understood, other.not_understood);
    }
}

fn add(counts: &mut BTreeMap<&'static str, usize>, others: BTreeMap<&'static str, usize>) {
    for (what, n) in others {
        *counts.entry(what).or_default() += n;
    }
}
