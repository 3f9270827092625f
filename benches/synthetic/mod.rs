//! A store of any size, the same on every run: the sample pages again and again, each time with other places, people and
//! years, read by the whole chain.
//!
//! Places move by prefectures, so that a page stays a page of one city and its districts; people keep their surnames; of
//! three copies of an initiative two get a name of their own and one keeps the sample's, so that some are shared widely,
//! as in life.

use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use zhengtu::decode::{self, Metadata, Source};
use zhengtu::document::{Document, Reader};
use zhengtu::entity::Kind;
use zhengtu::lexicon::{Division, Gazetteer, Level};
use zhengtu::rdf::{self, Base, DivisionFacts};
use zhengtu::store::{Batch, Store};

/// What changes a name: characters that given names and initiatives are made of.
const CHARACTERS: &str = "安北长春东方光海和江静开兰明南平清泉山水松天文新星雪阳云竹";

/// Texts of a page and what stands in their place.
type Changes = BTreeMap<String, String>;

/// Fills a store with that many pages.
pub fn fill(store: &Store, pages: usize) {
    let reader = Reader::load();
    let base = Base::default();
    let samples = samples();
    let documents: Vec<Document> = samples.iter().map(|sample| reader.read(sample.clone())).collect();
    let gazetteer = reader.lexicon().gazetteer();
    let map = Map::of(gazetteer);
    let made: Vec<Document> = (0..pages)
        .into_par_iter()
        .map(|number| {
            let (sample, copy) = (number % samples.len(), number / samples.len());
            let text = changed(&samples[sample].text, &changes(&documents[sample], gazetteer, &map, copy));
            let name = format!("{copy:05}-{}", samples[sample].name);
            reader.read(decode::source(&name, text.as_bytes(), Metadata::default()))
        })
        .collect();
    let codes: BTreeSet<&str> = made.iter().flat_map(rdf::mentioned).collect();
    let shared = rdf::divisions(DivisionFacts::of(gazetteer, codes), &base);
    let batch =
        |document: &Document| Batch { graph: base.source(&document.source.name), quads: rdf::quads(document, &base) };
    store.replace((made.par_iter().map(batch).collect(), shared)).unwrap();
}

fn samples() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        decode::source(&name, &std::fs::read(path).unwrap(), Metadata::default())
    };
    paths.iter().map(read).collect()
}

/// What copy number `copy` of a page changes; the first changes nothing.
fn changes(document: &Document, gazetteer: &Gazetteer, map: &Map, copy: usize) -> Changes {
    let mut changes = Changes::new();
    if copy == 0 {
        return changes;
    }
    for (number, entity) in document.entities.values().enumerate() {
        match &entity.kind {
            Kind::Division { code } => {
                let division = gazetteer.by_code(code).map(|id| gazetteer.get(id));
                if let Some((from, to)) = division.and_then(|from| Some((from, map.elsewhere(gazetteer, from, copy)?)))
                {
                    changes.insert(from.name.to_owned(), to.name.to_owned());
                    let short = to.short().next().unwrap_or(to.name);
                    changes.extend(from.short().map(|name| (name.to_owned(), short.to_owned())));
                }
            }
            Kind::Person => {
                let surname: String = entity.label.chars().take(1).collect();
                let given = entity.label.chars().count() - 1;
                let given: String = (0..given).map(|i| character(copy * 7 + number * 3 + i)).collect();
                changes.insert(entity.label.clone(), surname + &given);
            }
            Kind::Initiative { .. } if !(copy + number).is_multiple_of(3) && entity.label.chars().count() > 2 => {
                let rest: String = entity.label.chars().skip(1).collect();
                changes.insert(entity.label.clone(), format!("{}{rest}", character(copy * 5 + number)));
            }
            _ => {}
        }
    }
    changes.extend((2015..2026).map(|year: usize| (format!("{year}年"), format!("{}年", 2015 + (year + copy) % 11))));
    changes
}

fn character(number: usize) -> char {
    CHARACTERS.chars().nth(number % CHARACTERS.chars().count()).unwrap()
}

/// Prefectures and their counties, in the order of their codes.
struct Map {
    cities: Vec<Division>,
    counties: BTreeMap<&'static str, Vec<Division>>,
}

impl Map {
    fn of(gazetteer: &Gazetteer) -> Map {
        let mut map = Map { cities: Vec::new(), counties: BTreeMap::new() };
        for division in gazetteer.divisions() {
            match (division.level, division.parent) {
                (Level::Prefecture, _) => map.cities.push(division),
                (Level::County, Some(city)) => map.counties.entry(gazetteer.get(city).code).or_default().push(division),
                _ => {}
            }
        }
        map
    }

    /// The prefecture or county that takes the place of one; nothing for other levels.
    fn elsewhere(&self, gazetteer: &Gazetteer, from: Division, copy: usize) -> Option<Division> {
        let moved = |code: &str| {
            let at = self.cities.iter().position(|city| city.code == code)?;
            self.cities.get((at + copy * 17) % self.cities.len()).copied()
        };
        if from.level == Level::Prefecture {
            return moved(from.code);
        }
        let city = gazetteer.get(from.parent.filter(|_| from.level == Level::County)?);
        let at = self.counties.get(city.code)?.iter().position(|county| county.code == from.code)?;
        let there = self.counties.get(moved(city.code)?.code)?;
        there.get(at % there.len()).copied()
    }
}

/// The text with each name changed, the longest first where several begin at one place.
fn changed(text: &str, changes: &Changes) -> String {
    let mut names: Vec<(&String, &String)> = changes.iter().collect();
    names.sort_by_key(|(from, _)| usize::MAX - from.len());
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(first) = rest.chars().next() {
        match names.iter().find(|(from, _)| rest.starts_with(from.as_str())) {
            Some((from, to)) => {
                out.push_str(to);
                rest = &rest[from.len()..];
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}
