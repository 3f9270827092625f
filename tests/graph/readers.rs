//! Files opened by the programs that people open them with: rdflib, pyoxigraph, networkx, a schema validator, a SHACL
//! engine. Python runs them, from `tests/readers.py`.
//!
//! `make readers` installs them into `.venv`; where they are absent the test says so and passes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use zhengtu::export::{FORMATS, Format};
use zhengtu::network::View;
use zhengtu::rdf::{ONTOLOGY, SHAPES};

use crate::exports::bytes;
use crate::fixture;

/// The Python that has the readers: of `ZHENGTU_PYTHON`, or of the project's own environment.
fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let python = std::env::var_os("ZHENGTU_PYTHON").map_or(own, PathBuf::from);
    let probe = Command::new(&python)
        .args(["-c", "import rdflib, pyoxigraph, networkx, lxml, pyshacl, igraph, pyarrow"])
        .output();
    let found = probe.is_ok_and(|probe| probe.status.success()).then_some(python);
    if found.is_none() {
        eprintln!("skipped: the Python readers are not installed; `make readers` installs them");
    }
    found
}

#[test]
fn real_readers_open_every_file() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        for (name, bytes) in bytes(format.name, fixture::graph(), &View::default()) {
            let place = folder.path().join(place(format));
            let file = if format.is_folder() { place.join(name) } else { place };
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }
    open(&python, folder.path(), &["周明远", "运河清波"]);
}

/// The one test here in which pages are read: what the program writes of them is opened as any user would.
#[test]
fn real_readers_open_what_the_program_writes_of_the_samples() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    // The folder has a description beside its pages, which is none.
    let pages = folder.path().join("pages");
    fs::create_dir(&pages).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples")).unwrap() {
        let page = entry.unwrap().path();
        if page.extension().is_some_and(|extension| extension == "txt") {
            fs::copy(&page, pages.join(page.file_name().unwrap())).unwrap();
        }
    }
    let zhengtu = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhengtu"));
        let run = command.current_dir(folder.path()).args(words).args(["--store", "graph.db"]).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        run.stdout
    };
    zhengtu(&["build", "pages"]);
    zhengtu(&["validate"]);
    for format in FORMATS {
        zhengtu(&["export", "--format", format.name, "-o", &place(format)]);
    }
    for (name, words) in [("graph.sha256", &["hash"][..]), ("triples.sha256", &["hash", "--triples"])] {
        fs::write(folder.path().join(name), zhengtu(words)).unwrap();
    }
    zhengtu(&["rank", "--limit", "1000000", "--format", "csv", "-o", "rank.csv"]);
    open(&python, folder.path(), &[]);
}

/// Where a format is written: `graph.ttl`, or the folder `csv`.
fn place(format: &Format) -> String {
    if format.is_folder() { format.name.to_owned() } else { format!("graph.{}", format.extension) }
}

fn open(python: &Path, folder: &Path, labels: &[&str]) {
    fs::write(folder.join("ontology.ttl"), ONTOLOGY).unwrap();
    fs::write(folder.join("shapes.ttl"), SHAPES).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(python);
    command.arg(root.join("tests/readers.py")).arg(folder).arg(root.join("tests/schemas/gexf.xsd")).args(labels);
    let run = command.output().unwrap();
    assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
}
