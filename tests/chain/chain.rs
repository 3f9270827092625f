//! The chain, loaded once, and what tests ask of a document.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use rayon::prelude::*;
use zhengtu::decode::{self, Metadata};
use zhengtu::document::{Document, Reader};
use zhengtu::entity::{Entity, EntityId, Kind};
use zhengtu::evaluate::{self, Finding, Gold, Measure};
use zhengtu::relate::{Relation, Tenure};

pub fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(Reader::load)
}

pub fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A text of a paper at home in the division of this code, or of none.
pub fn read(text: &str, home: &str) -> Document {
    let metadata = Metadata { outlet: (!home.is_empty()).then(|| path(home)), ..Metadata::default() };
    reader().read(decode::source("case.txt", text.as_bytes(), metadata))
}

pub fn page(name: &str, bytes: &[u8]) -> Document {
    reader().read(decode::source(name, bytes, Metadata::default()))
}

/// The full names down to the division of this code: 青海省西宁市城北区.
pub fn path(code: &str) -> String {
    let gazetteer = reader().lexicon().gazetteer();
    let id = gazetteer.by_code(code).unwrap_or_else(|| panic!("{code} is no division"));
    let mut names: Vec<&str> = gazetteer.ancestry(id).map(|id| gazetteer.get(id).name).collect();
    names.reverse();
    names.concat()
}

/// The rows of a table under `data/`, split into columns; missing ones are empty.
pub fn rows(path: &str) -> Vec<(usize, [String; 4])> {
    let text = fs::read_to_string(file(path)).unwrap();
    let filled = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    filled
        .map(|(i, line)| {
            let mut columns = line.split('\t').map(str::to_owned);
            (i + 1, std::array::from_fn(|_| columns.next().unwrap_or_default()))
        })
        .collect()
}

/// What is missed or wrong by this gold, of these kinds, a line each.
pub fn errors(gold: &serde_json::Value, document: &Document, measures: &[Measure]) -> Vec<String> {
    let gold = Gold::parse(&gold.to_string()).unwrap();
    let score = evaluate::score(&gold, document);
    let asked = score.findings().iter().filter(|finding| measures.contains(&finding.measure));
    asked.map(line).collect()
}

pub fn line(finding: &Finding) -> String {
    format!("{} {} {}", finding.side.name(), finding.measure.name(), finding.what)
}

/// Runs `errors` over all rows, prints those with any and asks for a share of rows without.
pub fn share_of_right<T: Sync>(
    what: &str,
    rows: &[T],
    floor: f64,
    errors: impl Fn(&T) -> Option<String> + Sync + Send,
) {
    let failed: Vec<String> = rows.par_iter().filter_map(errors).collect();
    let share = 1.0 - failed.len() as f64 / rows.len() as f64;
    println!("{what}: {share:.3} of {} right\n{}", rows.len(), failed.join("\n"));
    assert!(share >= floor, "{what}: {share:.3} of {} are right, not {floor}:\n{}", rows.len(), failed.join("\n"));
}

pub fn tenures(document: &Document) -> impl Iterator<Item = &Tenure> {
    document.relations.iter().filter_map(|relation| match relation {
        Relation::Tenure(tenure) => Some(tenure),
        _ => None,
    })
}

/// The codes of the divisions mentioned.
pub fn mentioned(document: &Document) -> BTreeSet<&str> {
    let code = |id: &EntityId| match &document.entities[id].kind {
        Kind::Division { code } => Some(code.as_str()),
        _ => None,
    };
    mentions(document).filter_map(|entity| code(&entity.id)).collect()
}

pub fn mentions(document: &Document) -> impl Iterator<Item = &Entity> {
    document.relations.iter().filter_map(|relation| match relation {
        Relation::Mention { entity, .. } => Some(&document.entities[entity]),
        _ => None,
    })
}

/// Label and aliases.
pub fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.label.as_str()).chain(entity.aliases.iter().map(String::as_str))
}
