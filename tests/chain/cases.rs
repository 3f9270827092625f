//! The one-line cases of `data/cases`, each row through the whole chain. Its README tells the conventions.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhengtu::document::Document;
use zhengtu::evaluate::Measure;
use zhengtu::relate::Relation;

use crate::chain::{errors, names, read, rows, share_of_right};

/// A row's text and errors, or nothing where all is right.
fn verdict(line: usize, text: &str, errors: &[String]) -> Option<String> {
    (!errors.is_empty()).then(|| format!("  {line}: {text}\n      {}", errors.join("; ")))
}

fn items(column: &str) -> impl Iterator<Item = &str> {
    column.split(';').map(str::trim).filter(|item| !item.is_empty())
}

#[test]
fn tenures() {
    let rows = rows("data/cases/tenures.tsv");
    share_of_right("tenures.tsv", &rows, 0.79, |(line, [text, home, wanted, _])| {
        let officials: Vec<Value> = items(wanted).map(official).collect();
        let gold = json!({"source": "case.txt", "officials": officials});
        verdict(*line, text, &errors(&gold, &read(text, home), &[Measure::Officials, Measure::Tenures]))
    });
}

/// `name|title|division|status` as gold has it. A division of `-` is one that nobody can tell.
fn official(item: &str) -> Value {
    let [name, title, division, status] = item.split('|').collect::<Vec<_>>().try_into().unwrap();
    let division = (division != "-").then_some(division);
    json!({"name": name, "offices": [{"title": title, "division": division, "status": status}]})
}

#[test]
fn names_of_people() {
    let rows = rows("data/cases/names.tsv");
    share_of_right("names.tsv", &rows, 0.70, |(line, [marked, ..])| {
        let wanted: BTreeSet<String> =
            marked.split('[').skip(1).map(|rest| plain(rest.split(']').next().unwrap())).collect();
        let text = marked.replace(['[', ']'], "");
        // A credit stands under something that was written.
        let text = if text.starts_with('（') { format!("会议今天举行。\n{text}") } else { text };
        let document = read(&text, "");
        let found = people(&document);
        let missed = wanted.iter().filter(|name| !found.iter().any(|person| person.contains(*name)));
        let wrong = found.iter().filter(|person| person.is_disjoint(&wanted));
        let errors: Vec<String> = missed
            .map(|name| format!("missed {name}"))
            .chain(wrong.map(|person| format!("wrong {person:?}")))
            .collect();
        verdict(*line, marked, &errors)
    });
}

/// Everyone with an office or a credit, each by all names.
fn people(document: &Document) -> BTreeSet<BTreeSet<String>> {
    let people = document.relations.iter().filter_map(|relation| match relation {
        Relation::Tenure(tenure) => Some(&tenure.person),
        Relation::Credit(credit) => Some(&credit.person),
        _ => None,
    });
    people.map(|id| names(&document.entities[id]).map(plain).collect()).collect()
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect()
}

#[test]
fn places() {
    let rows = rows("data/cases/places.tsv");
    share_of_right("places.tsv", &rows, 0.87, |(line, [text, home, codes, _])| {
        let gold = json!({"source": "case.txt", "divisions": codes.split_whitespace().collect::<Vec<_>>()});
        verdict(*line, text, &errors(&gold, &read(text, home), &[Measure::Divisions]))
    });
}

#[test]
fn initiatives() {
    let rows = rows("data/cases/initiatives.tsv");
    share_of_right("initiatives.tsv", &rows, 0.94, |(line, [text, wanted, ..])| {
        let initiatives: Vec<Value> = items(wanted).map(|name| json!({"name": name})).collect();
        let gold = json!({"source": "case.txt", "initiatives": initiatives});
        // Somebody has to act: the rows say 县里, 市里, 区里, and the paper is at home in a county of a city.
        verdict(*line, text, &errors(&gold, &read(text, HOME), &[Measure::Initiatives]))
    });
}

/// 江苏省连云港市灌云县.
const HOME: &str = "320723";
