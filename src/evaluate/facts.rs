//! The facts of one page in the form that gold has them: from a gold file, and from a document.
//!
//! A document's facts are grouped by entity: one person under three names counts once, and may be met by any of them.

use std::collections::{BTreeMap, BTreeSet};

use super::gold::Gold;
use super::normal::Normal;
use crate::document::Document;
use crate::entity::{EntityId, Kind, Status};
use crate::relate::{CreditRole, Evidence, Pursuit, Relation, Tenure};

/// How many digits of a code name a county. A street's or township's facts count for its county.
const COUNTY: usize = 6;

/// A tenure as gold has it. An empty division is one that the page cannot tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WantedTenure {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) division: String,
}

/// What gold wants, normalised but for the names of initiatives; each list sorted, without repetition.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) officials: Vec<String>,
    pub(super) tenures: Vec<(WantedTenure, Status)>,
    pub(super) reporters: Vec<String>,
    pub(super) divisions: Vec<String>,
    pub(super) initiatives: Vec<String>,
    pub(super) pursuits: Vec<(String, String)>,
}

impl Wanted {
    pub(super) fn new(gold: &Gold, normal: &Normal) -> Self {
        let mut tenures = BTreeMap::new();
        for official in &gold.officials {
            for office in &official.offices {
                let key = WantedTenure {
                    name: normal.name(&official.name),
                    title: normal.title(&office.title),
                    division: office.division.clone().unwrap_or_default(),
                };
                tenures.insert(key, office.status);
            }
        }
        let pursuits = gold
            .initiatives
            .iter()
            .flat_map(|initiative| initiative.divisions.iter().map(|code| (initiative.name.clone(), code.clone())));
        Self {
            officials: sorted(gold.officials.iter().map(|official| normal.name(&official.name))),
            tenures: tenures.into_iter().collect(),
            reporters: sorted(gold.reporters.iter().map(|name| normal.name(name))),
            divisions: sorted(gold.divisions.iter().cloned()),
            initiatives: sorted(gold.initiatives.iter().map(|initiative| initiative.name.clone())),
            pursuits: sorted(pursuits),
        }
    }
}

/// Names of one entity, and the evidence of the first relation that told of it.
#[derive(Debug, Clone)]
pub(super) struct Named<'a> {
    /// As printed; the first is the label.
    pub(super) names: Vec<&'a str>,
    pub(super) evidence: Option<&'a Evidence>,
}

/// A person in an office, by all relations that say so.
#[derive(Debug)]
pub(super) struct FoundTenure<'a> {
    pub(super) person: Named<'a>,
    /// As printed, and normalised.
    pub(super) title: &'a str,
    pub(super) normal_title: String,
    pub(super) code: Option<&'a str>,
    pub(super) statuses: BTreeSet<Status>,
}

/// A division acting on an initiative.
#[derive(Debug)]
pub(super) struct FoundPursuit<'a> {
    pub(super) initiative: Named<'a>,
    pub(super) code: &'a str,
}

/// What the document says, each list in the order of the entities' identifiers.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    pub(super) officials: Vec<Named<'a>>,
    pub(super) tenures: Vec<FoundTenure<'a>>,
    pub(super) reporters: Vec<Named<'a>>,
    /// Code, and the division's names as far as the document has them.
    pub(super) divisions: Vec<(&'a str, Named<'a>)>,
    pub(super) initiatives: Vec<Named<'a>>,
    pub(super) pursuits: Vec<FoundPursuit<'a>>,
}

impl<'a> Found<'a> {
    pub(super) fn new(document: &'a Document, normal: &Normal) -> Self {
        let mut grouped = Grouped::default();
        for relation in &document.relations {
            grouped.add(document, relation);
        }
        let named = |id: &EntityId, evidence| Named { names: names(document, id), evidence };
        let credited = |id: &&'a EntityId| named(id, None);
        Found {
            officials: grouped.people.iter().map(|(id, evidence)| named(id, Some(*evidence))).collect(),
            tenures: grouped.tenures.values().filter_map(|tenures| tenure(document, tenures, normal)).collect(),
            reporters: grouped.authors.iter().map(credited).collect(),
            divisions: grouped.divisions.iter().map(|(code, (id, evidence))| (*code, named(id, *evidence))).collect(),
            initiatives: grouped.initiatives.iter().map(|(id, evidence)| named(id, Some(*evidence))).collect(),
            pursuits: grouped
                .pursuits
                .iter()
                .map(|((id, code), evidence)| FoundPursuit {
                    initiative: named(id, Some(*evidence)),
                    code: county(code),
                })
                .collect(),
        }
    }
}

/// Relations by what they are about; the first relation's evidence stands for all.
#[derive(Default)]
struct Grouped<'a> {
    people: BTreeMap<&'a EntityId, &'a Evidence>,
    tenures: BTreeMap<(&'a EntityId, &'a EntityId), Vec<&'a Tenure>>,
    authors: BTreeSet<&'a EntityId>,
    divisions: BTreeMap<&'a str, (&'a EntityId, Option<&'a Evidence>)>,
    initiatives: BTreeMap<&'a EntityId, &'a Evidence>,
    pursuits: BTreeMap<(&'a EntityId, &'a str), &'a Evidence>,
}

impl<'a> Grouped<'a> {
    fn add(&mut self, document: &'a Document, relation: &'a Relation) {
        match relation {
            Relation::Tenure(tenure) => self.tenure(document, tenure),
            Relation::Pursuit(pursuit) => self.pursuit(document, pursuit),
            Relation::Credit(credit) => match credit.role {
                CreditRole::Reporter | CreditRole::Correspondent => {
                    self.authors.insert(&credit.person);
                }
            },
            Relation::About { entity, .. } | Relation::Mention { entity, .. } => self.division(document, entity, None),
            Relation::Cooperation(_) | Relation::Speaker { .. } => {}
        }
    }

    fn tenure(&mut self, document: &'a Document, tenure: &'a Tenure) {
        self.people.entry(&tenure.person).or_insert(&tenure.evidence);
        self.tenures.entry((&tenure.person, &tenure.office)).or_default().push(tenure);
        if let Some(division) = office_division(document, &tenure.office) {
            self.division(document, division, Some(&tenure.evidence));
        }
    }

    fn pursuit(&mut self, document: &'a Document, pursuit: &'a Pursuit) {
        self.division(document, &pursuit.actor, Some(&pursuit.evidence));
        self.initiatives.entry(&pursuit.initiative).or_insert(&pursuit.evidence);
        if let Some(code) = actor_code(document, &pursuit.actor) {
            self.pursuits.entry((&pursuit.initiative, code)).or_insert(&pursuit.evidence);
        }
    }

    /// Notes a division; anything else is passed over.
    fn division(&mut self, document: &'a Document, id: &'a EntityId, evidence: Option<&'a Evidence>) {
        if let Some(code) = code(document, id) {
            let known = self.divisions.entry(county(code)).or_insert((id, evidence));
            known.1 = known.1.or(evidence);
        }
    }
}

fn tenure<'a>(document: &'a Document, tenures: &[&'a Tenure], normal: &Normal) -> Option<FoundTenure<'a>> {
    let first = tenures.first()?;
    let Kind::Office { title, .. } = &document.entities.get(&first.office)?.kind else { return None };
    Some(FoundTenure {
        person: Named { names: names(document, &first.person), evidence: Some(&first.evidence) },
        title,
        normal_title: normal.title(title),
        code: office_division(document, &first.office).and_then(|id| code(document, id)).map(county),
        statuses: tenures.iter().map(|tenure| tenure.status).collect(),
    })
}

fn names<'a>(document: &'a Document, id: &EntityId) -> Vec<&'a str> {
    document.entities.get(id).map_or_else(Vec::new, |entity| {
        std::iter::once(entity.label.as_str()).chain(entity.aliases.iter().map(String::as_str)).collect()
    })
}

fn office_division<'a>(document: &'a Document, office: &EntityId) -> Option<&'a EntityId> {
    match &document.entities.get(office)?.kind {
        Kind::Office { division, .. } => division.as_ref(),
        _ => None,
    }
}

/// The code of a division; nothing for any other entity.
fn code<'a>(document: &'a Document, id: &EntityId) -> Option<&'a str> {
    match &document.entities.get(id)?.kind {
        Kind::Division { code } => Some(code),
        _ => None,
    }
}

/// The code of the division that acts, or that the acting body belongs to.
fn actor_code<'a>(document: &'a Document, actor: &EntityId) -> Option<&'a str> {
    match &document.entities.get(actor)?.kind {
        Kind::Body { division, .. } => code(document, division.as_ref()?),
        _ => code(document, actor),
    }
}

fn county(code: &str) -> &str {
    code.get(..COUNTY).unwrap_or(code)
}

fn sorted<T: Ord>(facts: impl Iterator<Item = T>) -> Vec<T> {
    facts.collect::<BTreeSet<_>>().into_iter().collect()
}
