//! A small page, made by hand, with one error of each kind.

use std::collections::BTreeMap;
use std::path::Path;

use super::*;
use crate::decode::{Metadata, Source};
use crate::document::Document;
use crate::entity::{Entity, EntityId, InitiativeKind, Kind, Status};
use crate::layout::{Article, Passage};
use crate::relate::{Credit, CreditRole, Evidence, Pursuit, Relation, Tenure};
use crate::text::Span;

const TEXT: &str = "青山县县长江河推进“一街一品”行动。（记者 小林）\n局长安静说，要当好“店小二”。";

const GOLD: &str = r#"{
 "source": "page.txt", "divisions": ["230101", "230102"],
 "officials": [
  {"name": "江 河", "offices": [{"title": "县长", "division": "230101", "status": "acting"}, {"title": "县委副书记", "division": "230101"}]},
  {"name": "安静", "offices": [{"title": "县财政局局长", "division": null, "status": "current"}]}],
 "reporters": ["小林"],
 "initiatives": [{"name": "一街一品", "divisions": ["230101"]}],
 "optional_initiatives": ["店小二"], "optional_offices": [["江河", "河长"]]}"#;

fn entity(id: &EntityId, kind: Kind) -> (EntityId, Entity) {
    (id.clone(), Entity { id: id.clone(), label: id.name().to_owned(), aliases: Default::default(), kind })
}

fn office(title: &str, division: Option<&EntityId>) -> Kind {
    Kind::Office { title: title.to_owned(), body: None, division: division.cloned() }
}

fn evidence(sentence: &str) -> Evidence {
    let start = TEXT.find(sentence).unwrap();
    let sentence = Span::new(start, start + sentence.len());
    Evidence { article: 1, sentence, confidence: 90, rule: "title.plain" }
}

fn tenure(person: &EntityId, office: &EntityId, sentence: &str) -> Relation {
    let (person, office, evidence) = (person.clone(), office.clone(), evidence(sentence));
    Relation::Tenure(Tenure {
        person,
        office,
        status: Status::Current,
        attested: None,
        start: None,
        end: None,
        evidence,
    })
}

fn pursuit(actor: &EntityId, initiative: &EntityId) -> Relation {
    let (actor, initiative, evidence) =
        (actor.clone(), initiative.clone(), evidence("青山县县长江河推进“一街一品”行动。"));
    Relation::Pursuit(Pursuit { actor, initiative, action: Some("continue".to_owned()), speaker: None, evidence })
}

fn document() -> Document {
    let county = EntityId::division("230101");
    let street = EntityId::division("230101001");
    let (river, quiet) = (EntityId::person("230101", "江河"), EntityId::person("-", "安静说"));
    let (head, bureau, keeper) =
        (EntityId::office("230101", "县长"), EntityId::office("-", "局长"), EntityId::office("230101", "河长"));
    let (street_brand, waiter) = (EntityId::initiative("一街一品"), EntityId::initiative("店小二"));
    let reporter = EntityId::person("-", "小林");
    let campaign = || Kind::Initiative { kind: InitiativeKind::Campaign };
    let division = |code: &str| Kind::Division { code: code.to_owned() };
    let entities = BTreeMap::from([
        entity(&county, division("230101")),
        entity(&street, division("230101001")),
        entity(&river, Kind::Person),
        entity(&quiet, Kind::Person),
        entity(&reporter, Kind::Person),
        entity(&head, office("县长", Some(&county))),
        entity(&bureau, office("局长", None)),
        entity(&keeper, office("河长", Some(&county))),
        entity(&street_brand, campaign()),
        entity(&waiter, campaign()),
    ]);
    let first = "青山县县长江河推进“一街一品”行动。";
    let relations = vec![
        tenure(&river, &head, first),
        tenure(&river, &keeper, first),
        tenure(&quiet, &bureau, "局长安静说，要当好“店小二”。"),
        pursuit(&street, &street_brand),
        pursuit(&county, &waiter),
        Relation::Credit(Credit { article: 1, person: reporter, role: CreditRole::Reporter }),
    ];
    let lines = TEXT.lines().scan(0, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some(Passage::new(TEXT, [Span::new(start, start + line.len())]))
    });
    let article = Article { number: 1, body: lines.collect(), ..Article::default() };
    let source = Source {
        name: "page.txt".to_owned(),
        text: TEXT.to_owned(),
        sha256: String::new(),
        metadata: Metadata::default(),
        large: Vec::new(),
        diagnostics: Vec::new(),
    };
    Document { source, articles: vec![article], entities, relations, diagnostics: Vec::new() }
}

fn tallies(score: &Score) -> [(usize, usize, usize); 6] {
    Measure::ALL.map(|measure| {
        let tally = score.tally(measure);
        (tally.hits, tally.missed, tally.wrong)
    })
}

#[test]
fn counts_what_is_right_missed_and_wrong() {
    let score = score(&Gold::parse(GOLD).unwrap(), &document());
    let officials = (1, 1, 1);
    let tenures = (1, 2, 1); // the optional 河长 is forgiven
    let reporters = (1, 0, 0);
    let divisions = (1, 1, 0); // a street counts for its county
    let initiatives = (1, 0, 0); // the optional 店小二 is forgiven
    let pursuits = (1, 0, 0);
    assert_eq!(tallies(&score), [officials, tenures, reporters, divisions, initiatives, pursuits]);
    assert_eq!(score.status_accuracy(), Some(0.0), "acting, not current");
}

#[test]
fn each_error_shows_its_sentence_and_rule() {
    let score = score(&Gold::parse(GOLD).unwrap(), &document());
    let report = Report::new(vec![("page.txt".to_owned(), score)]);
    let errors = report.errors(|code| (code == "230102").then(|| "绿水区".to_owned()));
    assert_eq!(
        errors,
        "page.txt
  missed  officials    安静
          局长安静说，要当好“店小二”。
  wrong   officials    安静说  [title.plain]
          局长安静说，要当好“店小二”。
  status  tenures      江河 县长 acting, not current  [title.plain]
          青山县县长江河推进“一街一品”行动。
  missed  tenures      安静 财政局局长
          局长安静说，要当好“店小二”。
  missed  tenures      江河 县委副书记 230101
          青山县县长江河推进“一街一品”行动。（记者 小林）
  wrong   tenures      安静说 局长  [title.plain]
          局长安静说，要当好“店小二”。
  missed  divisions    230102 (绿水区)
"
    );
}

#[test]
fn a_page_that_was_not_read_is_all_missed() {
    let score = absent(&Gold::parse(GOLD).unwrap());
    assert_eq!(tallies(&score), [(0, 2, 0), (0, 3, 0), (0, 1, 0), (0, 2, 0), (0, 1, 0), (0, 1, 0)]);
    assert_eq!(score.status_accuracy(), None);
}

#[test]
fn the_summary_is_a_table() {
    let gold = Gold::parse(GOLD).unwrap();
    let pages = vec![("b.txt".to_owned(), absent(&gold)), ("a.txt".to_owned(), score(&gold, &document()))];
    let report = Report::new(pages);
    assert_eq!(
        report.summary(),
        "             precision  recall     F1   gold  missed  wrong
officials        0.500   0.250  0.333      4       3      1
tenures          0.500   0.167  0.250      6       5      1
reporters        1.000   0.500  0.667      2       1      0
divisions        1.000   0.250  0.400      4       3      0
initiatives      1.000   0.500  0.667      2       1      0
pursuits         1.000   0.500  0.667      2       1      0
status right                    0.000 of 1 tenures
"
    );
    assert!(report.by_page().lines().nth(1).unwrap().starts_with("a.txt"), "sorted by name");
}

#[test]
fn a_comparison_tells_what_was_mended_and_what_is_new() {
    let gold = Gold::parse(GOLD).unwrap();
    let page = |score| Report::new(vec![("page.txt".to_owned(), score)]);
    let old = OldReport::parse(&page(absent(&gold)).json()).unwrap();
    let comparison = compare(&old, &page(score(&gold, &document())));
    assert!(comparison.mended().contains(&"page.txt  missed  reporters  小林".to_owned()));
    assert!(comparison.made().contains(&"page.txt  wrong  officials  安静说".to_owned()));
    let text = comparison.to_string();
    assert!(text.contains("reporters      0.000   1.000  +1.000\n"), "{text}");
    assert!(text.contains("better  page.txt  reporters  0.000 -> 1.000\n"), "{text}");
    let same = compare(&OldReport::parse(&page(absent(&gold)).json()).unwrap(), &page(absent(&gold)));
    assert!(same.mended().is_empty() && same.made().is_empty());
}

#[test]
fn an_old_report_that_is_none_is_refused_with_its_place() {
    let error = OldReport::parse("{\n \"total\": 3}").unwrap_err();
    assert_eq!((error.line, error.column), (2, 11));
}

#[test]
fn every_sample_page_has_gold_that_can_be_read() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples");
    let mut read = 0;
    for entry in std::fs::read_dir(samples.join("gold")).unwrap() {
        let file = entry.unwrap().path();
        let gold =
            Gold::parse(&std::fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{file:?}:{error}"));
        assert_eq!(file.with_extension("txt").file_name().unwrap(), gold.source());
        assert!(samples.join(gold.source()).is_file(), "{file:?} has no page");
        read += 1;
    }
    assert!(read >= 13, "{read}");
}
