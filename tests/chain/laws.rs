//! What holds of every text: the same facts each time, evidence that is the source's own text, and no panic.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use rayon::prelude::*;
use zhengtu::document::Document;
use zhengtu::rdf::{Base, Subject, Term, quads};
use zhengtu::relate::Relation;

use crate::chain::{file, page, read};

/// The sample pages in the order of their names.
fn samples() -> Vec<PathBuf> {
    let mut pages: Vec<_> = fs::read_dir(file("data/samples")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "txt"));
    pages.sort();
    pages
}

fn sample(path: &Path) -> Document {
    page(path.file_name().unwrap().to_str().unwrap(), &fs::read(path).unwrap())
}

fn nquads<'a>(pages: impl IntoIterator<Item = &'a PathBuf>) -> String {
    let lines: BTreeSet<String> = pages
        .into_iter()
        .flat_map(|page| quads(&sample(page), &Base::default()))
        .map(|quad| format!("{quad} .\n"))
        .collect();
    lines.into_iter().collect()
}

#[test]
fn the_same_facts_twice_and_from_another_thread() {
    let pages = samples();
    let first = nquads(&pages);
    assert!(first.lines().count() > 1000, "{}", first.lines().count());
    assert_eq!(nquads(&pages), first);
    let other = std::thread::spawn(move || nquads(&pages)).join().unwrap();
    assert_eq!(other, first);
}

#[test]
fn the_order_of_the_sources_does_not_matter() {
    let mut pages = samples();
    let first = nquads(&pages);
    pages.reverse();
    assert_eq!(nquads(&pages), first);
    pages.rotate_left(5);
    assert_eq!(nquads(&pages), first);
}

/// Every fact's sentence lies in the source, and every relation's entities in the document.
fn holds_together(document: &Document) -> Result<(), String> {
    let text = &document.source.text;
    for relation in &document.relations {
        let Some(evidence) = relation.evidence() else { continue };
        let span = evidence.sentence;
        let quoted = text.get(span.start()..span.end());
        if quoted.is_none_or(|quoted| quoted.trim().is_empty()) {
            return Err(format!("{span} is no text of the source: {relation:?}"));
        }
        if !document.articles.iter().any(|article| article.number == evidence.article) {
            return Err(format!("no article {}: {relation:?}", evidence.article));
        }
        if evidence.confidence > 100 {
            return Err(format!("{relation:?}"));
        }
    }
    for diagnostic in &document.diagnostics {
        let span = diagnostic.span;
        if text.get(span.start()..span.end()).is_none() {
            return Err(format!("{span} is no text of the source: {diagnostic:?}"));
        }
    }
    for relation in &document.relations {
        let named = entities(relation);
        if let Some(id) = named.into_iter().find(|id| !document.entities.contains_key(id)) {
            return Err(format!("{id} is not among the entities: {relation:?}"));
        }
    }
    Ok(())
}

fn entities(relation: &Relation) -> Vec<&zhengtu::entity::EntityId> {
    match relation {
        Relation::Tenure(tenure) => vec![&tenure.person, &tenure.office],
        Relation::Pursuit(pursuit) => {
            [&pursuit.actor, &pursuit.initiative].into_iter().chain(&pursuit.speaker).collect()
        }
        Relation::Cooperation(cooperation) => cooperation.parties.iter().collect(),
        Relation::Credit(credit) => vec![&credit.person],
        Relation::Speaker { official: entity, .. }
        | Relation::About { entity, .. }
        | Relation::Mention { entity, .. } => vec![entity],
    }
}

/// Of the sentences in the graph, those whose text is not what the source has at their code points.
fn misquoted(document: &Document) -> Vec<String> {
    let mut sentences: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for quad in quads(document, &Base::default()) {
        let (Subject::NamedNode(node), Term::Literal(value)) = (quad.subject, quad.object) else { continue };
        let Some(property) = quad.predicate.as_str().split_once("nif-core#") else { continue };
        sentences.entry(node.into_string()).or_default().insert(property.1.to_owned(), value.value().to_owned());
    }
    let points: Vec<char> = document.source.text.chars().collect();
    let wrong = sentences.into_iter().filter(|(_, sentence)| {
        let at = |property: &str| sentence[property].parse::<usize>().unwrap();
        points[at("beginIndex")..at("endIndex")].iter().collect::<String>() != sentence["anchorOf"]
    });
    wrong.map(|(node, sentence)| format!("{node} {sentence:?}")).collect()
}

#[test]
fn every_sentence_quotes_its_source() {
    let mut pages: Vec<Document> = samples().par_iter().map(|page| sample(page)).collect();
    pages.extend(fs::read(file("../shared/page.txt")).ok().map(|bytes| page("page.txt", &bytes)));
    for document in &pages {
        assert_eq!(holds_together(document), Ok(()), "{}", document.source.name);
        assert_eq!(misquoted(document), Vec::<String>::new(), "{}", document.source.name);
    }
}

#[test]
fn no_relation_is_said_twice() {
    for page in samples() {
        let document = sample(&page);
        let said: BTreeSet<String> = document.relations.iter().map(|relation| format!("{relation:?}")).collect();
        assert_eq!(document.relations.len(), said.len(), "{}", document.source.name);
    }
}

#[test]
fn one_thread_and_two_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let pages: Vec<OsString> = samples().into_iter().map(PathBuf::into_os_string).collect();
    let zhengtu = |words: &[&str], pages: &[OsString], store: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhengtu"));
        command.current_dir(folder.path()).env_remove("ZHENGTU_STORE").args(words).args(pages).args(["--store", store]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let backwards: Vec<OsString> = pages.iter().rev().cloned().collect();
    zhengtu(&["build", "-j", "1"], &pages, "one.db");
    zhengtu(&["build", "-j", "2"], &backwards, "two.db");
    let export = ["export", "--format", "nquads"];
    let (one, two) = (zhengtu(&export, &[], "one.db"), zhengtu(&export, &[], "two.db"));
    assert!(one.len() > 100_000, "{} bytes", one.len());
    assert!(one == two, "{} and {} bytes", one.len(), two.len());
}

/// What pages are made of, whole and broken: titles, names, places, marks of all kinds, line ends.
const PIECES: &[&str] = &[
    "区委副书记",
    "、",
    "区长",
    "县委书记",
    "副",
    "代",
    "原",
    "时任",
    "拟任",
    "人大代表",
    "省",
    "市财政局局长",
    "主任",
    "常委",
    "镇党委",
    "青海省",
    "西宁市",
    "城中区",
    "大通县",
    "鼓楼区",
    "朝阳",
    "东乡",
    "全县",
    "我市",
    "市里",
    "东关大街街道",
    "王",
    "刚",
    "王刚",
    "欧阳",
    "才让太",
    "·",
    "雪克来提·扎克尔",
    "马 明 旭",
    "同志",
    "一行",
    "说",
    "表示",
    "主持会议",
    "任命",
    "为",
    "免去",
    "的",
    "职务",
    "当选",
    "不再担任",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "《",
    "》",
    "【",
    "】",
    "：",
    "，",
    "。",
    "；",
    "？",
    "！",
    "……",
    "——",
    "□",
    "●",
    "记者",
    "本报讯",
    "通讯员",
    "摄",
    "文/图",
    "来源：",
    "责任编辑",
    "2024年1月25日",
    "26日",
    "2006.11—2011.05",
    "１９６４＋Ｎ",
    "8·18",
    "机制",
    "行动",
    "工程",
    "启动",
    "持续完善",
    "四地",
    "“四地”建设",
    "有诉必应马上办",
    "最后一公里",
    "与",
    "携手",
    "共建",
    "一是",
    "我们",
    "\n",
    "\r\n",
    "\n\n",
    "　",
    " ",
    "\t",
    "\u{feff}",
    "\u{fffd}",
    "\0",
    "𠀀",
    "é",
    "e\u{301}",
    "\u{1f600}",
    "abc",
    "0",
    "男",
    "汉族",
    "至今",
];

fn pieces(longest: usize) -> impl Strategy<Value = String> {
    let han = proptest::char::range('\u{4e00}', '\u{9fa5}').prop_map(String::from);
    let any = any::<char>().prop_map(String::from);
    let piece = prop_oneof![12 => proptest::sample::select(PIECES).prop_map(str::to_owned), 2 => han, 1 => any];
    proptest::collection::vec(piece, 0..longest).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_text_makes_it_panic(text in pieces(120), home in proptest::sample::select(&["", "630105", "320723"][..])) {
        let document = read(&text, home);
        prop_assert_eq!(holds_together(&document), Ok(()));
        prop_assert_eq!(misquoted(&document), Vec::<String>::new());
        prop_assert_eq!(document.source.text.as_str(), text.trim_start_matches('\u{feff}'));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(holds_together(&page("case.txt", &bytes)), Ok(()));
    }
}
