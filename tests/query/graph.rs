//! The graph that the cases are asked of: three pages and the divisions they name.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use oxigraph::io::{RdfFormat, RdfParser};
use zhengtu::rdf::{Base, NamedNode, Quad};
use zhengtu::store::{Batch, Store};

/// The graph in memory.
pub fn store() -> Store {
    let store = Store::in_memory().unwrap();
    fill(&store);
    store
}

/// The graph on disk, for the binary: a copy of one that is made once.
///
/// A copy, because a child that another test starts just then inherits what this process has open, locks too, and would
/// hold a store made here for a moment after it was closed.
pub fn on_disk(folder: &Path) -> PathBuf {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    copied(MADE.get_or_init(|| made(fill)).path(), folder)
}

/// A folder with a store in it.
pub fn made(fill: fn(&Store)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fill(&Store::open(&folder.path().join("graph.db")).unwrap());
    folder
}

/// The store of one folder copied to another.
pub fn copied(from: &Path, to: &Path) -> PathBuf {
    let path = to.join("graph.db");
    std::fs::create_dir(&path).unwrap();
    for entry in std::fs::read_dir(from.join("graph.db")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), path.join(entry.file_name())).unwrap();
    }
    path
}

fn fill(store: &Store) {
    let base = Base::default();
    let page = |name: &str, text: &str| Batch { graph: base.source(name), quads: quads(text, &base.source(name)) };
    let pages = vec![
        page("a.txt", include_str!("graph/a.txt.ttl")),
        page("b.txt", include_str!("graph/b.txt.ttl")),
        page("c.txt", include_str!("graph/c.txt.ttl")),
    ];
    store.replace((pages, quads(include_str!("graph/gazetteer.ttl"), &base.gazetteer()))).unwrap();
}

fn quads(turtle: &str, graph: &NamedNode) -> Vec<Quad> {
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(graph.clone());
    parser.for_slice(turtle).map(|quad| quad.unwrap()).collect()
}
