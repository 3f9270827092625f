//! The store on disk: what lands, what stays, who may open it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zhengtu::error::Error;
use zhengtu::rdf::{Base, Literal, NamedNode, Quad, Term, quads};
use zhengtu::store::{Answer, Batch, Form, ResultFormat, Store, check};

use crate::fixture;

fn batch(name: &str) -> Batch {
    let base = Base::default();
    Batch { graph: base.source(name), quads: quads(&fixture::named(name), &base) }
}

fn filled() -> Store {
    let store = Store::in_memory().unwrap();
    store.replace((vec![batch("page.txt")], fixture::gazetteer())).unwrap();
    store
}

fn lines(store: &Store) -> BTreeSet<String> {
    store.quads().map(|quad| quad.unwrap().to_string()).collect()
}

fn rows(store: &Store, sparql: &str, values: &[(&str, Term)]) -> Vec<Vec<String>> {
    let Answer::Rows(rows) = store.query(sparql, values).unwrap() else { panic!("not a table: {sparql}") };
    let text = |term: Option<Term>| match term {
        Some(Term::Literal(literal)) => literal.value().to_owned(),
        Some(term) => term.to_string(),
        None => String::new(),
    };
    rows.map(|row| row.unwrap().into_iter().map(text).collect()).collect()
}

fn text(value: &str) -> Term {
    Literal::new_language_tagged_literal_unchecked(value, "zh").into()
}

#[test]
fn what_is_stored_is_what_was_said() {
    let wanted: BTreeSet<String> = fixture::graph().iter().map(Quad::to_string).collect();
    assert_eq!(lines(&filled()), wanted);
}

#[test]
fn a_source_is_known_by_its_hash() {
    let store = filled();
    let base = Base::default();
    assert_eq!(store.sha256(&base.source("page.txt")).unwrap(), Some(fixture::document().source.sha256));
    assert_eq!(store.sha256(&base.source("other.txt")).unwrap(), None);
    assert_eq!(store.sources().unwrap(), [(base.source("page.txt"), "page.txt".to_owned())]);
}

#[test]
fn reading_again_replaces_what_the_source_said_and_no_more() {
    let store = filled();
    store.replace((vec![batch("other.txt")], Vec::new())).unwrap();
    let mut changed = fixture::document();
    changed.relations.remove(0);
    let base = Base::default();
    let graph = base.source("page.txt");
    store.replace((vec![Batch { graph: graph.clone(), quads: quads(&changed, &base) }], Vec::new())).unwrap();
    let held: BTreeSet<String> = store.quads_of(&graph).map(|quad| quad.unwrap().to_string()).collect();
    assert_eq!(held, quads(&changed, &base).iter().map(Quad::to_string).collect());
    assert_eq!(store.quads_of(&base.source("other.txt")).count(), batch("other.txt").quads.len());
}

/// The union is what queries see; it must follow every write.
#[test]
fn the_union_forgets_only_what_no_source_says_any_more() {
    let store = filled();
    store.replace((vec![batch("other.txt")], Vec::new())).unwrap();
    let held = "SELECT ?o WHERE { ?p skos:prefLabel '周明远'@zh ; org:holds ?o }";
    assert_eq!(rows(&store, held, &[]).len(), 2, "two sources say it, the union says it once");
    let base = Base::default();
    assert!(store.remove(&base.source("page.txt")).unwrap());
    assert_eq!(rows(&store, held, &[]).len(), 2, "one source still says it");
    assert!(store.remove(&base.source("other.txt")).unwrap());
    assert_eq!(rows(&store, held, &[]).len(), 0);
    assert!(!store.remove(&base.source("other.txt")).unwrap());
    assert_eq!(store.sources().unwrap(), []);
}

#[test]
fn many_new_sources_take_the_other_road_to_the_same_place() {
    let (few, many) = (Store::in_memory().unwrap(), Store::in_memory().unwrap());
    let names: Vec<String> = (0..150).map(|i| format!("{i}.txt")).collect();
    let all: Vec<Batch> = names.iter().map(|name| batch(name)).collect();
    assert!(all.iter().map(|batch| batch.quads.len()).sum::<usize>() > 20_000, "enough for the bulk loader");
    for each in &all {
        few.replace((vec![each.clone()], fixture::gazetteer())).unwrap();
    }
    many.replace((all, fixture::gazetteer())).unwrap();
    assert_eq!(lines(&few), lines(&many));
    let count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
    assert_eq!(rows(&few, count, &[]), rows(&many, count, &[]));
}

/// Opens what this process has closed. A child that another test starts just then has inherited the lock, and holds it
/// until it has become another program.
fn again(open: fn(&Path) -> zhengtu::error::Result<Store>, path: &Path) -> Store {
    for _ in 0..100 {
        match open(path) {
            Err(Error::StoreBusy { .. }) => std::thread::sleep(std::time::Duration::from_millis(20)),
            other => return other.unwrap(),
        }
    }
    open(path).unwrap()
}

#[test]
fn a_store_lasts_and_is_read_by_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("graph.db");
    let store = Store::open(&path).unwrap();
    store.replace((vec![batch("page.txt")], fixture::gazetteer())).unwrap();
    let written = lines(&store);
    drop(store);
    let (one, two) = (again(Store::open_read_only, &path), again(Store::open_read_only, &path));
    assert_eq!(lines(&one), written);
    assert_eq!(lines(&two), written);
    assert!(matches!(Store::open(&path), Err(Error::StoreBusy { .. })), "no writer beside readers");
    drop((one, two));
    assert_eq!(lines(&again(Store::open, &path)), written);
}

fn refusal(result: zhengtu::error::Result<Store>) -> String {
    match result {
        Ok(_) => panic!("it opened"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (file, full, none) = (folder.path().join("file"), folder.path().join("full"), folder.path().join("none"));
    fs::write(&file, "text").unwrap();
    fs::create_dir(&full).unwrap();
    fs::write(full.join("letter.txt"), "text").unwrap();
    let open: [fn(&Path) -> zhengtu::error::Result<Store>; 2] = [Store::open, Store::open_read_only];
    for open in open {
        assert!(refusal(open(&file)).contains("is not a store: a store is a folder"));
        assert!(refusal(open(&full)).contains("is not a store: the folder holds other files"));
    }
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1);
    assert!(refusal(Store::open_read_only(&none)).contains("Make one with `zhengtu build"));
    assert!(!none.exists(), "reading makes nothing");
}

#[test]
fn a_store_that_another_has_open_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let _writer = Store::open(folder.path()).unwrap();
    assert!(matches!(Store::open(folder.path()), Err(Error::StoreBusy { .. })));
    assert!(refusal(Store::open_read_only(folder.path())).contains("another process has the store"));
}

#[test]
fn a_store_of_a_later_format_is_told() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    fs::write(folder.path().join("zhengtu.store"), "zhengtu store, format 7\n").unwrap();
    assert!(refusal(Store::open(folder.path())).contains("has format `7`, and this program reads format 1"));
}

#[test]
fn prefixes_need_no_declaration_and_mistakes_have_a_place() {
    assert_eq!(
        check("SELECT ?a ?b WHERE { ?a zt:office ?b } LIMIT 1").unwrap(),
        Form::Select(vec!["a".into(), "b".into()])
    );
    let mistakes = [
        ("SELECT ?a\nWHERE { ?a zt:office }", "line 2, column 22: `}` cannot stand here; one of these could: \"$\""),
        ("SELECT ?a WHERE { ?a foo:bar ?b }", "line 1, column 22: `foo:bar` cannot stand here: Prefix not found"),
        ("SELECT ?a WHERE { ?a zt:office ?b", "line 1, column 34: something is missing after `?b`, or wrong before it"),
        (
            "SELEC ?a",
            "line 1, column 9: something is missing after `?a`, or wrong before it; one of these could: DESCRIBE",
        ),
    ];
    for (sparql, wanted) in mistakes {
        let said = check(sparql).unwrap_err().to_string();
        assert!(said.contains(wanted), "{said}");
        assert!(said.len() < 200, "{said}");
    }
}

#[test]
fn a_value_reaches_every_corner_of_a_query() {
    let store = filled();
    let value = [("who", text("周明远"))];
    let cases = [
        ("SELECT ?o WHERE { ?p skos:prefLabel ?who ; org:holds ?o }", 2),
        ("SELECT ?o WHERE { ?p skos:prefLabel ?l ; org:holds ?o FILTER(?l = ?who) }", 2),
        ("SELECT ?o WHERE { ?p org:holds ?o FILTER EXISTS { ?p skos:prefLabel ?who } }", 2),
        ("SELECT ?o WHERE { ?p org:holds ?o FILTER NOT EXISTS { ?p skos:prefLabel ?who } }", 1),
        ("SELECT ?o WHERE { ?p org:holds ?o MINUS { ?p skos:prefLabel ?who } }", 1),
        ("SELECT ?o WHERE { ?p org:holds ?o { SELECT ?p WHERE { ?p skos:prefLabel ?who } } }", 2),
        (
            "SELECT ?o WHERE { ?p org:holds ?o OPTIONAL { ?p skos:prefLabel ?l FILTER(?l = ?who) } FILTER(BOUND(?l)) }",
            2,
        ),
        ("SELECT ?o WHERE { ?p skos:prefLabel|skos:altLabel ?who ; org:holds ?o }", 2),
        ("SELECT (COUNT(?o) AS ?n) WHERE { ?p skos:prefLabel ?who ; org:holds ?o } GROUP BY ?who", 1),
        ("SELECT ?o WHERE { VALUES ?who { '周明远'@zh '何静'@zh } ?p skos:prefLabel ?who ; org:holds ?o }", 2),
        ("SELECT ?o WHERE { ?p org:holds ?o ; skos:prefLabel ?l . BIND(?l AS ?who) }", 2),
        ("SELECT ?o WHERE { ?who org:holds ?o }", 0),
        ("SELECT ?o WHERE { ?p ?who ?o }", 0),
        ("SELECT ?o WHERE { GRAPH ?who { ?p org:holds ?o } }", 0),
        ("SELECT ?o WHERE { ?p org:holds ?o FILTER(!BOUND(?who)) }", 0),
    ];
    for (sparql, count) in cases {
        assert_eq!(rows(&store, sparql, &value).len(), count, "{sparql}");
    }
}

#[test]
fn a_value_can_be_a_column_too() {
    let found = rows(
        &filled(),
        "SELECT ?who ?t WHERE { ?p skos:prefLabel ?who ; org:holds/zt:title ?t } ORDER BY ?t",
        &[("who", text("周明远"))],
    );
    assert_eq!(found, [["周明远", "区委副书记"], ["周明远", "区长"]]);
}

#[test]
fn a_value_is_never_read_as_query() {
    let store = filled();
    let before = lines(&store);
    for hostile in ["' } ; DROP ALL #", "\"@zh . ?s ?p ?o", "?p", "<https://example.org/>", "\\u0027", "\n}"] {
        let found = rows(&store, "SELECT ?p WHERE { ?p skos:prefLabel ?who }", &[("who", text(hostile))]);
        assert!(found.is_empty(), "{hostile}");
    }
    assert_eq!(lines(&store), before);
}

#[test]
fn all_three_kinds_of_answer() {
    let store = filled();
    let Answer::Boolean(yes) = store.query("ASK { ?s a zt:Tenure }", &[]).unwrap() else { panic!() };
    assert!(yes);
    let person = NamedNode::new_unchecked("https://w3id.org/zhengtu/id/person/330113/周明远");
    let construct = "CONSTRUCT { ?p org:holds ?o } WHERE { ?p org:holds ?o }";
    let Answer::Triples(triples) = store.query(construct, &[("p", person.into())]).unwrap() else { panic!() };
    assert_eq!(triples.count(), 2);
}

#[test]
fn tables_have_the_formats_of_sparql() {
    let store = filled();
    let written = |format| {
        let mut out = Vec::new();
        let sparql = "SELECT ?l ?x WHERE { ?i a zt:Initiative ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1";
        store.query(sparql, &[]).unwrap().write(format, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert_eq!(written(ResultFormat::Csv), "l,x\r\n一窗办成,\r\n");
    assert_eq!(written(ResultFormat::Tsv), "?l\t?x\n\"一窗办成\"@zh\t\n");
    assert!(written(ResultFormat::Json).contains(r#""value":"一窗办成""#));
    assert!(written(ResultFormat::Xml).contains("一窗办成"));
}

#[test]
fn the_ontology_is_there_to_be_asked_and_not_to_be_exported() {
    let store = filled();
    assert_eq!(rows(&store, "SELECT ?l WHERE { zt:current rdfs:label ?l FILTER(LANG(?l) = 'zh') }", &[]), [["现任"]]);
    assert!(lines(&store).iter().all(|line| !line.ends_with("<https://w3id.org/zhengtu/ns>")));
}

#[test]
fn an_update_writes_through_the_union() {
    let store = filled();
    let alias = "SELECT ?a WHERE { <https://w3id.org/zhengtu/id/division/330113> skos:altLabel ?a } ORDER BY ?a";
    store.update("INSERT DATA { <https://w3id.org/zhengtu/id/division/330113> skos:altLabel '新城'@zh }").unwrap();
    assert_eq!(rows(&store, alias, &[]), [["临平"], ["新城"]]);
    assert!(
        lines(&store).iter().any(|line| line.contains("新城") && line.ends_with("graph/edits>")),
        "it is in a graph"
    );
    store.update("DELETE WHERE { <https://w3id.org/zhengtu/id/division/330113> skos:altLabel ?a }").unwrap();
    assert_eq!(rows(&store, alias, &[]).len(), 0);
    assert!(
        !lines(&store).iter().any(|line| line.contains("altLabel> \"临平\"")),
        "gone from the gazetteer's graph too"
    );
    store.update("INSERT DATA { GRAPH <https://example.org/g> { <https://example.org/s> rdfs:label '新' } }").unwrap();
    assert_eq!(rows(&store, "SELECT ?s WHERE { ?s rdfs:label '新' }", &[]).len(), 1);
    assert!(matches!(store.update("INSERT DATA {"), Err(Error::Query { .. })));
}
