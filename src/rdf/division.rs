//! What the gazetteer knows of a division, as quads of the gazetteer's graph.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNodeRef, Quad, vocab::rdf};

use super::Base;
use super::statements::Statements;
use super::vocabulary::{dcterms, skos, zt};
use crate::entity::EntityId;
use crate::lexicon::{Gazetteer, Level};

/// One division: the facts that its graph holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivisionFacts {
    /// GB/T 2260, six digits; nine for townships and streets.
    pub code: String,
    pub level: Level,
    /// The code of the division above.
    pub parent: Option<String>,
    pub name: String,
    /// Short, former and colloquial names.
    pub aliases: BTreeSet<String>,
}

impl DivisionFacts {
    /// What the gazetteer knows of the divisions of these codes and of all above them, each once, sorted by code.
    ///
    /// Codes that it does not have are passed over: text never fails.
    pub fn of<'a>(gazetteer: &Gazetteer, codes: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let mut wanted = BTreeSet::new();
        for id in codes.into_iter().filter_map(|code| gazetteer.by_code(code)) {
            wanted.insert(id);
            wanted.extend(gazetteer.ancestry(id));
        }
        let facts = wanted.into_iter().map(|id| {
            let division = gazetteer.get(id);
            let former = division.former().map(|(name, _)| name);
            let aliases = division.short().chain(division.colloquial()).chain(former);
            Self {
                code: division.code.to_owned(),
                level: division.level,
                parent: division.parent.map(|parent| gazetteer.code(parent).to_owned()),
                name: division.name.to_owned(),
                aliases: aliases.map(str::to_owned).collect(),
            }
        });
        let mut facts: Vec<Self> = facts.collect();
        facts.sort_by(|a, b| a.code.cmp(&b.code));
        facts
    }
}

/// The concept of a level.
pub(super) fn concept(level: Level) -> NamedNodeRef<'static> {
    match level {
        Level::Province => zt::PROVINCE,
        Level::Prefecture => zt::PREFECTURE,
        Level::County => zt::COUNTY,
        Level::Township => zt::TOWNSHIP,
    }
}

/// The quads of some divisions in the gazetteer's graph.
///
/// A store holds the divisions that its sources mention and those above them, not all 45,000: loading the whole
/// gazetteer would cost each new store more than a hundred pages do. The facts of a division never depend on who
/// asks, so the same quads may be added again and again.
pub fn divisions(facts: impl IntoIterator<Item = DivisionFacts>, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(base.gazetteer());
    for division in facts {
        let node = base.entity(&EntityId::division(&division.code));
        out.add(&node, rdf::TYPE, zt::DIVISION);
        if division.level == Level::County {
            out.add(&node, rdf::TYPE, zt::DISTRICT);
        }
        out.add_code(&node, zt::DIVISION_CODE, &division.code);
        out.add(&node, zt::LEVEL, concept(division.level));
        out.add_text(&node, skos::PREF_LABEL, &division.name);
        for alias in division.aliases.iter().filter(|alias| **alias != division.name) {
            out.add_text(&node, skos::ALT_LABEL, alias);
        }
        if let Some(parent) = &division.parent {
            out.add(&node, dcterms::IS_PART_OF, base.entity(&EntityId::division(parent)));
        }
    }
    out.finish()
}
