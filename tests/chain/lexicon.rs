//! The knowledge in `data/`, read by the chain: all divisions by name, every rule row by its own examples.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use zhengtu::document::Document;
use zhengtu::entity::{Kind, Status};
use zhengtu::lexicon::{Level, Row};
use zhengtu::relate::Relation;

use crate::chain::{mentioned, mentions, path, read, reader, tenures};

/// How many county-level units are not resolved from their full path, and from a name that no other has. Three names are
/// words before they are places (矿区, 解放区, 代县 in 代县长), and stand for them only where the context says so.
const NOT_YET: (usize, usize) = (0, 3);

/// The codes of all county-level units.
fn counties() -> Vec<&'static str> {
    let divisions = reader().lexicon().gazetteer().divisions();
    divisions.filter(|division| division.level == Level::County).map(|division| division.code).collect()
}

fn name(code: &str) -> &'static str {
    let gazetteer = reader().lexicon().gazetteer();
    gazetteer.get(gazetteer.by_code(code).unwrap()).name
}

/// The sentences about a place that do not mention its code.
fn unresolved<'a>(places: impl ParallelIterator<Item = (&'a str, String)>) -> Vec<String> {
    let failed = places.filter_map(|(code, place)| {
        let document = read(&format!("{place}举行了活动。"), "");
        let found = mentioned(&document);
        (!found.contains(code)).then(|| format!("{code} {place}: {found:?}"))
    });
    failed.collect()
}

#[test]
fn every_county_resolves_from_its_full_path() {
    let counties = counties();
    assert_eq!(counties.len(), 2846);
    let failed = unresolved(counties.par_iter().map(|&code| (code, path(code))));
    println!("{} of {} by full path:\n{}", failed.len(), counties.len(), failed.join("\n"));
    assert!(failed.len() <= NOT_YET.0, "{} of {}:\n{}", failed.len(), counties.len(), failed.join("\n"));
}

#[test]
fn a_county_resolves_from_its_bare_name_where_no_other_has_it() {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let divisions = reader().lexicon().gazetteer().divisions();
    for division in divisions.filter(|division| division.level != Level::Township) {
        named.entry(division.name).or_default().push(division.code);
    }
    let counties = counties();
    let unique: Vec<&str> = counties.into_iter().filter(|code| named[name(code)].len() == 1).collect();
    assert!(unique.len() > 2700, "{}", unique.len());
    let failed = unresolved(unique.par_iter().map(|&code| (code, name(code).to_owned())));
    println!("{} of {} by bare name:\n{}", failed.len(), unique.len(), failed.join("\n"));
    assert!(failed.len() <= NOT_YET.1, "{} of {}:\n{}", failed.len(), unique.len(), failed.join("\n"));
}

/// What a row's first example has to yield and its second must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Yield {
    Tenure,
    /// A tenure of this status.
    Status(Status),
    Initiative,
    Cooperation,
    NoCooperation,
    /// The first example yields nothing of the kind that the file is about.
    NoTenure,
    NoInitiative,
}

fn wanted(row: &Row) -> Option<Yield> {
    let (file, _) = row.place();
    let status = |value: &str| Status::named(value.split(':').next().unwrap_or_default());
    Some(match (file.trim_start_matches("data/lexicon/").trim_end_matches(".tsv"), row.value()) {
        ("ranks", "not" | "none") => Yield::NoTenure,
        ("modifiers", value) => status(value).map_or(Yield::Tenure, Yield::Status),
        ("qualifiers" | "appoint", value) => Yield::Status(status(value).unwrap()),
        ("owners", "private") => Yield::Tenure,
        ("ranks" | "bodies" | "levels" | "joins" | "notes" | "owners" | "boundaries" | "followers" | "stems", _) => {
            Yield::Tenure
        }
        ("heads" | "governs" | "wholes", _) => Yield::Initiative,
        ("rhetoric" | "doctrine", _) => Yield::NoInitiative,
        ("cooperation", _) => Yield::Cooperation,
        _ => return None,
    })
}

fn yields(document: &Document, what: Yield) -> bool {
    let initiative = || mentions(document).any(|entity| matches!(entity.kind, Kind::Initiative { .. }));
    let cooperation = || document.relations.iter().any(|relation| matches!(relation, Relation::Cooperation(_)));
    match what {
        Yield::Tenure => tenures(document).next().is_some(),
        Yield::Status(status) => tenures(document).any(|tenure| tenure.status == status),
        Yield::NoTenure => tenures(document).next().is_none(),
        Yield::Initiative => initiative(),
        Yield::NoInitiative => !initiative(),
        Yield::Cooperation => cooperation(),
        Yield::NoCooperation => !cooperation(),
    }
}

/// What the second example has to yield: the contrary.
fn contrary(what: Yield) -> Yield {
    match what {
        // Words that are no ranks have only examples to be left alone.
        Yield::Tenure | Yield::Status(_) | Yield::NoTenure => Yield::NoTenure,
        Yield::Initiative => Yield::NoInitiative,
        Yield::NoInitiative => Yield::Initiative,
        Yield::Cooperation | Yield::NoCooperation => Yield::NoCooperation,
    }
}

#[test]
fn every_rule_row_does_what_its_examples_say() {
    let mut failed = Vec::new();
    for row in reader().lexicon().rows() {
        let Some(what) = wanted(row) else { continue };
        let (file, line) = row.place();
        for (column, example, what) in [("takes", row.takes(), what), ("leaves", row.leaves(), contrary(what))] {
            let given = !example.is_empty() && example != "-";
            if given && !yields(&read(example, "320723"), what) {
                failed.push(format!("{file}:{line} {column} {what:?}: {example}"));
            }
        }
    }
    assert!(failed.is_empty(), "{} examples:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn no_word_stands_twice_in_one_file() {
    let mut seen = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for row in reader().lexicon().rows() {
        let (file, line) = row.place();
        // A cue may be evidence on either side of a quotation: there the row's value is part of the key.
        let sided = if file.ends_with("cues.tsv") { row.value() } else { "" };
        for word in row.words() {
            if let Some(first) = seen.insert((file, sided, word), line) {
                twice.insert(format!("{file}:{first} and {line}: {word}"));
            }
        }
    }
    assert!(twice.is_empty(), "{} words:\n{}", twice.len(), twice.into_iter().collect::<Vec<_>>().join("\n"));
}
