//! Cases of what can be wrong: `good.ttl` is a graph in which nothing is, and each file of `shapes/` and `checks/` an
//! update that breaks it, with what must be found then in its first lines (`# finds: SHAPE COMPONENT NODE`, or for a
//! check, whose name is the file's, `# finds: NODE`; `# also: CHECK` where another cannot but find it too).

mod engine;
mod shapes;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use oxigraph::io::{RdfFormat, RdfParser};
use zhengtu::query::Catalog;
use zhengtu::rdf::{Base, Quad, SHAPES, Triple};
use zhengtu::store::{Batch, Store};
use zhengtu::validate::{Report, Shapes, report};

/// One file.
struct Case {
    name: String,
    finds: BTreeSet<String>,
    update: String,
}

fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validate").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let update = std::fs::read_to_string(&path).unwrap();
        let finds = update.lines().filter_map(|line| line.strip_prefix("# finds: ")).map(str::to_owned).collect();
        Case { name: path.file_stem().unwrap().to_str().unwrap().to_owned(), finds, update }
    };
    paths.into_iter().map(read).collect()
}

/// The good graph in memory.
pub fn good() -> Store {
    let store = Store::in_memory().unwrap();
    fill(&store);
    store
}

/// Puts the good graph into a store.
pub fn fill(store: &Store) {
    let graph = Base::default().source("p.txt");
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(graph.clone());
    let quads: Vec<Quad> = parser.for_slice(include_str!("good.ttl")).map(|quad| quad.unwrap()).collect();
    store.replace((vec![Batch { graph, quads }], Vec::new())).unwrap();
}

/// The cases of the shapes with what is found in them and the statements of their graphs.
fn of_shapes() -> &'static [(Case, Report, BTreeSet<String>)] {
    static FOUND: OnceLock<Vec<(Case, Report, BTreeSet<String>)>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let find = |case: Case| {
            let store = broken(&case);
            let report = validated(&store);
            (case, report, statements(&store))
        };
        cases("shapes").into_iter().map(find).collect()
    })
}

/// What a store holds, as lines of N-Triples.
fn statements(store: &Store) -> BTreeSet<String> {
    store.quads().map(|quad| format!("{} .\n", Triple::from(quad.unwrap()))).collect()
}

fn broken(case: &Case) -> Store {
    let store = good();
    store.update(&case.update).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    store
}

fn validated(store: &Store) -> Report {
    report(store, &Shapes::read("shapes.ttl", SHAPES).unwrap(), &Catalog::checks()).unwrap()
}

/// A node as the cases write it: below the base, a blank one as `_`.
fn written(term: &str) -> String {
    match term.strip_prefix(&format!("<{}", Base::default().as_str())) {
        Some(path) => format!("<{path}"),
        None if term.starts_with("_:") => "_".to_owned(),
        None => term.to_owned(),
    }
}

#[test]
fn nothing_is_wrong_with_the_good_graph() {
    let report = validated(&good());
    assert!(report.conforms(), "{report:#?}");
}

#[test]
fn every_check_finds_what_its_case_breaks() {
    let mut names = BTreeSet::new();
    for case in cases("checks") {
        let report = validated(&broken(&case));
        let problem = report.problems.iter().find(|problem| problem.shape.is_none() && problem.name == case.name);
        let found: BTreeSet<String> =
            problem.iter().flat_map(|p| &p.findings).map(|finding| written(&finding.focus.to_string())).collect();
        assert!(found.is_superset(&case.finds) && !case.finds.is_empty(), "{}: {report:#?}", case.name);
        let also = case.update.lines().filter_map(|line| line.strip_prefix("# also: "));
        let wanted: BTreeSet<&str> = also.chain([case.name.as_str()]).collect();
        let broken = report.problems.iter().filter(|p| p.shape.is_none()).map(|p| p.name.as_str()).collect();
        assert_eq!(wanted, broken, "{}", case.name);
        names.insert(case.name);
    }
    assert_eq!(names, Catalog::checks().iter().map(|check| check.name.clone()).collect(), "a case for each check");
}
