//! A folder of tables of one's own: what it adds to a page, what is told of mistakes, how one is made.
//!
//! `tests/lexicon/` holds a page that the built-in knowledge reads badly, the tables that mend that, and a folder with every
//! kind of mistake.

use std::path::Path;

use zhengtu::document::Reader;
use zhengtu::evaluate;
use zhengtu::lexicon::{Lexicon, Own};

use super::Place;

/// A place with the page and both folders in it.
fn place() -> Place {
    let place = Place::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lexicon");
    place.write("page.txt", std::fs::read(from.join("page.txt")).unwrap());
    for folder in ["own", "wrong"] {
        for file in std::fs::read_dir(from.join(folder)).unwrap() {
            let file = file.unwrap();
            let name = format!("{folder}/{}", file.file_name().to_string_lossy());
            place.write(&name, std::fs::read(file.path()).unwrap());
        }
    }
    place
}

/// The facts as `fact: what`, a line each.
fn facts(place: &Place, words: &[&str]) -> String {
    let out = place.zhengtu(&[&["extract", "page.txt"], words].concat()).fine();
    let name = |fact: &serde_json::Value, key: &str| fact[key]["name"].as_str().map(str::to_owned);
    let line = |line: &str| {
        let fact: serde_json::Value = serde_json::from_str(line).unwrap();
        let names = ["person", "office", "actor", "initiative", "entity"].map(|key| name(&fact, key));
        format!("{}: {}\n", fact["fact"].as_str().unwrap(), names.into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    out.lines().map(line).collect()
}

#[test]
fn a_page_with_and_without() {
    let place = place();
    insta::assert_snapshot!(facts(&place, &[]), @"
    tenure: 周远, 县长
    mention: 周远
    mention: 乡愁味道
    ");
    let with = facts(&place, &["--lexicon", "own"]);
    insta::assert_snapshot!(with, @"
    tenure: 陆明达, 连云港市灌云县湾长
    mention: 陆明达
    tenure: 周远, 连云港市灌云县县长
    mention: 周远
    credit: 渔港小站
    mention: 碧水渔湾
    pursuit: 灌云县, 碧水渔湾
    mention: 望海新区
    mention: 灌云县
    about: 灌云县
    ");
    let reporter = place.zhengtu(&["extract", "page.txt", "--lexicon", "own"]).fine();
    assert!(reporter.contains("person/渔港夜话/渔港小站"), "the outlet tells its reporters from namesakes: {reporter}");
}

#[test]
fn a_good_folder() {
    let run = place().zhengtu(&["lexicon", "check", "own"]);
    assert_eq!(run.fine(), "own: 13 tables, 14 rows, 17 examples; all is well.\n");
    assert_eq!(run.err(), "");
}

#[test]
fn every_mistake_at_once_with_its_place_and_the_way_out() {
    insta::assert_snapshot!(place().zhengtu(&["lexicon", "check", "wrong"]).failed(1));
}

#[test]
fn examples_that_fail_and_rows_that_change_nothing_are_named() {
    let place = place();
    place.write(
        "mine/ranks.tsv",
        "湾长\tof:局\t灌云县湾长陆明达出席会议。\t-\n\
         县长\thead:county\t灌云县县长陆明达出席会议。\t-\n\
         主任\tparty\n\
         塘长\tdivision\t灌云县塘长陆明达出席会议。\t灌云县塘长周远出席会议。\n",
    );
    insta::assert_snapshot!(place.zhengtu(&["lexicon", "check", "mine"]).failed(1));
}

#[test]
fn build_refuses_a_wrong_folder_before_it_reads_a_page() {
    let place = place();
    let error = place.zhengtu(&["build", "page.txt", "--lexicon", "wrong"]).failed(1);
    assert!(error.starts_with("error: the lexicon wrong has "), "{error}");
    assert!(error.contains("\n  wrong/ranks.tsv:1, column 2 (value): `head:vilage`"), "{error}");
    assert!(!place.path().join("zhengtu.db").exists(), "and makes no store");
}

#[test]
fn build_with_a_folder_and_again_without() {
    let place = place();
    let initiatives = |place: &Place| {
        let select = "SELECT ?l { ?i a zt:Initiative ; skos:prefLabel ?l } ORDER BY ?l";
        place.zhengtu(&["sparql", select, "--format", "csv"]).fine().replace("\r\n", "\n")
    };
    assert_eq!(place.zhengtu(&["build", "page.txt"]).code(), 0);
    assert_eq!(initiatives(&place), "l\n乡愁味道\n");
    let again = place.zhengtu(&["build", "page.txt", "--lexicon", "own"]);
    assert!(again.err().contains("--force reads it with the new tables"), "{}", again.err());
    assert_eq!(place.zhengtu(&["build", "page.txt", "--lexicon", "own", "--force"]).code(), 0);
    assert_eq!(initiatives(&place), "l\n碧水渔湾\n");
    // The place that the gazetteer lacks, by the name that only the user's table has.
    let zone = place.zhengtu(&["explain", "望海新城"]).fine();
    assert!(zone.starts_with("望海新区\n") && zone.contains("灌云县"), "{zone}");
}

#[test]
fn eval_takes_a_folder_too() {
    let place = place();
    place.write(
        "gold/page.json",
        r#"{"source": "page.txt", "initiatives": [{"name": "碧水渔湾"}], "officials": [{"name": "陆明达"}]}"#,
    );
    place.write("pages/page.txt", std::fs::read(place.path().join("page.txt")).unwrap());
    let without = place.zhengtu(&["eval", "gold", "pages"]).fine();
    let with = place.zhengtu(&["eval", "gold", "pages", "--lexicon", "own"]).fine();
    assert_eq!(without.matches("\n  missed ").count(), 2, "{without}");
    assert_eq!(with.matches("\n  missed ").count(), 0, "{with}");
}

#[test]
fn folders_that_cannot_be_read() {
    let place = place();
    let error = place.zhengtu(&["build", "page.txt", "--lexicon", "nowhere"]).failed(1);
    assert!(error.contains("there is no folder nowhere. `zhengtu lexicon new nowhere` makes one"), "{error}");
    std::fs::create_dir(place.path().join("empty")).unwrap();
    let error = place.zhengtu(&["lexicon", "check", "empty"]).failed(1);
    assert!(error.contains("empty holds no table (*.tsv)"), "{error}");
    place.write("own/titles.xlsx", "PK");
    let error = place.zhengtu(&["lexicon", "check", "own"]).failed(1);
    assert!(error.contains("titles.xlsx is no *.tsv file. Save it as text with tabs"), "{error}");
}

#[test]
fn a_new_folder_explains_itself() {
    let place = Place::new();
    insta::assert_snapshot!(place.zhengtu(&["lexicon", "new", "mine"]).fine());
    assert_eq!(
        place.zhengtu(&["lexicon", "check", "mine"]).fine(),
        "mine: 13 tables, 0 rows, 0 examples; all is well.\n"
    );
    let error = place.zhengtu(&["lexicon", "new", "mine"]).failed(1);
    assert!(error.contains("exists already, and nothing was written"), "{error}");
    let outlets = std::fs::read_to_string(place.path().join("mine/outlets.tsv")).unwrap();
    assert!(outlets.starts_with("# Whole names of papers") && outlets.contains("# 渔港夜话\t320723"), "{outlets}");
}

/// The first lines of a new table end with a row as an example; a user who takes the `#` off has a row that works.
#[test]
fn the_examples_in_new_tables_are_true() {
    let rows = |text: String| -> String {
        let example = |line: &str| line.strip_prefix("# ").filter(|line| line.contains('\t')).map(str::to_owned);
        text.lines().filter_map(example).map(|row| row + "\n").collect()
    };
    let files: Vec<(String, String)> = Own::templates().map(|(name, text)| (name.to_owned(), rows(text))).collect();
    assert!(files.iter().all(|(_, rows)| !rows.is_empty()), "{files:?}");
    let own = Own::read(&files, &Lexicon::load()).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert!(own.examples().len() >= files.len());
    assert_eq!(evaluate::examples(&Reader::with(&own), &own), []);
}
