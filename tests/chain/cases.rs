//! The one-line cases of `data/cases`, each row through the whole chain. Its README tells the conventions.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhengtu::document::Document;
use zhengtu::evaluate::Measure;
use zhengtu::relate::Relation;

use crate::chain::{errors, names, read, rows, share_of_right, tenures as held};

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
    share_of_right("tenures.tsv", &rows, 0.85, |(line, [text, home, wanted, _])| {
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
fn pursuits() {
    let rows = rows("data/cases/pursuits.tsv");
    share_of_right("pursuits.tsv", &rows, 1.0, |(line, [text, home, wanted, _])| {
        let initiatives: Vec<Value> = items(wanted).map(pursued).collect();
        let gold = json!({"source": "case.txt", "initiatives": initiatives});
        verdict(*line, text, &errors(&gold, &read(text, home), &[Measure::Pursuits]))
    });
}

/// `initiative|division` as gold has it.
fn pursued(item: &str) -> Value {
    let [name, division] = item.split('|').collect::<Vec<_>>().try_into().unwrap();
    json!({"name": name, "divisions": [division]})
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

#[test]
fn a_cv_is_about_the_official_of_the_notice_on_the_same_page() {
    let notice = "播州区人大常委会任职名单\n2022年11月24日，区人大常委会会议决定任命：\n任可为播州区人民政府副区长。\n\n————————\n\n";
    let cv = "任可同志简历\n任可，女，汉族，1982年3月生，大学学历，中共党员。\n2011.05—2016.03　遵义县龙坑镇党委副书记、镇长\n\
              2019.10—2022.11　余庆县委常委、统战部部长\n";
    let people = |text: &str| -> BTreeSet<String> {
        let document = read(text, "520300");
        assert!(document.articles.len() > 1, "the CV stands for itself");
        held(&document).map(|tenure| tenure.person.to_string()).collect()
    };
    assert_eq!(people(&[notice, cv].concat()), ["person/520304/任可".to_owned()].into());
    // Two of that name: which of them the CV is of, the page does not say.
    let other =
        "余庆县领导到乡镇调研\n本报余庆讯（记者 米粒）11月25日，余庆县副县长任可到花山苗族乡调研。\n\n————————\n\n";
    assert_eq!(people(&[notice, other, cv].concat()).len(), 3);
}
