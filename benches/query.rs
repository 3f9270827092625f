//! How long the saved questions and the validation take: `cargo bench --bench query`.
//!
//! The store is made of the sample pages with other names (`synthetic`). `ZHENGTU_BENCH_PAGES` says of how many; 56 if
//! nothing does, so that a run takes seconds. Parameters that a question cannot do without are filled with what most
//! statements are about.

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on says so by panicking")]

mod synthetic;

use std::sync::OnceLock;

use divan::{Bencher, black_box};
use zhengtu::query::{Catalog, Parameter, Sought, Type, answer};
use zhengtu::rdf::{Base, SHAPES, Term};
use zhengtu::store::{Answer, Store};
use zhengtu::validate::{Shapes, report};

fn main() {
    divan::main();
}

fn store() -> &'static Store {
    static MADE: OnceLock<(tempfile::TempDir, Store)> = OnceLock::new();
    let (_, store) = MADE.get_or_init(|| {
        let pages = std::env::var("ZHENGTU_BENCH_PAGES").map_or(56, |pages| pages.parse().expect("a number of pages"));
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("bench.db")).unwrap();
        synthetic::fill(&store, pages);
        (folder, store)
    });
    store
}

fn questions() -> Vec<String> {
    Catalog::built_in().iter().map(|saved| saved.name.clone()).collect()
}

/// The thing of a kind that is the object of most statements.
fn busiest(parameter: &Parameter) -> String {
    let class = match parameter.kind {
        Type::Entity(Sought::Official) => "zt:Official",
        Type::Entity(Sought::Reporter) => "zt:Reporter",
        Type::Entity(Sought::Initiative) => "zt:Initiative",
        Type::Entity(Sought::Office) => "zt:Office",
        Type::Entity(Sought::Body) => "zt:Body",
        _ => "zt:District",
    };
    let sparql =
        format!("SELECT ?it WHERE {{ ?it a {class} . ?s ?p ?it }} GROUP BY ?it ORDER BY DESC(COUNT(*)) ?it LIMIT 1");
    let Answer::Rows(mut rows) = store().query(&sparql, &[]).unwrap() else { panic!("a SELECT gives rows") };
    match rows.next().unwrap().unwrap().remove(0) {
        Some(Term::NamedNode(node)) => node.as_str().to_owned(),
        other => panic!("no {class}: {other:?}"),
    }
}

/// A question, to its last row.
#[divan::bench(args = questions(), max_time = 2)]
fn question(bencher: Bencher, name: &str) {
    let (catalog, base) = (Catalog::built_in(), Base::default());
    let saved = catalog.get(name).unwrap();
    let needed = saved.parameters.iter().filter(|parameter| !parameter.optional && parameter.default.is_none());
    let given: Vec<(String, String)> = needed.map(|parameter| (parameter.name.clone(), busiest(parameter))).collect();
    let store = store();
    bencher.bench(|| match answer(store, &base, saved, &given).unwrap() {
        Answer::Rows(rows) => rows.for_each(|row| drop(black_box(row.unwrap()))),
        Answer::Triples(triples) => triples.for_each(|triple| drop(black_box(triple.unwrap()))),
        Answer::Boolean(yes) => drop(black_box(yes)),
    });
}

/// All shapes and all checks.
#[divan::bench(max_time = 4)]
fn validation(bencher: Bencher) {
    let (shapes, checks) = (Shapes::read("ontology/shapes.ttl", SHAPES).unwrap(), Catalog::checks());
    let store = store();
    bencher.bench(|| report(store, &shapes, &checks).unwrap().len());
}
