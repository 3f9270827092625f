//! The same cases given to pySHACL: it finds what we find, node by node.
//!
//! `make readers` installs it; where it is absent the test says so and passes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use zhengtu::export;
use zhengtu::rdf::{ONTOLOGY, SHAPES};
use zhengtu::validate::{Path as ShapePath, Report};

use super::{cases, good, of_shapes, statements};

/// The Python that has pySHACL: of `ZHENGTU_PYTHON`, or of the project's own environment.
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let python = std::env::var_os("ZHENGTU_PYTHON").map_or(own, PathBuf::from);
    let probe = Command::new(&python).args(["-c", "import pyshacl"]).output();
    let found = probe.is_ok_and(|probe| probe.status.success()).then_some(python);
    if found.is_none() {
        eprintln!("skipped: pySHACL is not installed; `make readers` installs it");
    }
    found
}

/// Name of the graph, focus node, path, component and value.
type Line = String;

/// Cases in which SHACL wants more than pySHACL asks, and why.
const STRICTER: &[(&str, &str)] = &[
    ("article-of-a-thirteenth-month\t", "rdflib does not look at the form of xsd:gYearMonth"),
    ("confidence-of-a-wrong-form\t", "what cannot be compared breaks both bounds; pySHACL reports one of them"),
];

/// What we find, as `tests/shacl.py` writes what pySHACL finds.
fn ours(name: &str, report: &Report) -> BTreeSet<Line> {
    let plain = |text: String| if text.starts_with("_:") { "_".to_owned() } else { text };
    let mut lines = BTreeSet::new();
    for problem in report.problems.iter().filter(|problem| problem.shape.is_some()) {
        let path = problem.path.as_ref().map(ShapePath::sparql).unwrap_or_default();
        let component = format!("<http://www.w3.org/ns/shacl#{}ConstraintComponent>", problem.component);
        for finding in &problem.findings {
            let value = finding.value.as_ref().map(|value| plain(value.to_string())).unwrap_or_default();
            lines.insert([name, &plain(finding.focus.to_string()), &path, &component, &value].join("\t"));
        }
    }
    lines
}

#[test]
fn a_shacl_engine_finds_the_same() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("shapes.ttl"), SHAPES).unwrap();
    fs::write(folder.path().join("ontology.ttl"), ONTOLOGY).unwrap();
    let mut expected = BTreeSet::new();
    let save = |name: &str, graph: &BTreeSet<String>| {
        let lines: Vec<&str> = graph.iter().map(String::as_str).collect();
        fs::write(folder.path().join(format!("{name}.nt")), lines.concat()).unwrap();
    };
    save("good", &statements(&good()));
    for (case, report, graph) in of_shapes() {
        save(&case.name, graph);
        let mut turtle = Vec::new();
        let quads = report.quads().into_iter().map(Ok);
        export::write(export::format("turtle").unwrap(), quads, &mut turtle).unwrap();
        fs::write(folder.path().join(format!("{}.report.ttl", case.name)), turtle).unwrap();
        expected.extend(ours(&case.name, report));
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shacl.py");
    let run = Command::new(python).arg(script).arg(folder.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let theirs: BTreeSet<Line> = String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect();
    let only = |a: &BTreeSet<Line>, b: &BTreeSet<Line>| -> Vec<Line> { a.difference(b).cloned().collect() };
    assert_eq!(only(&theirs, &expected), [""; 0], "only pySHACL finds these");
    let mut stricter = only(&expected, &theirs);
    stricter.retain(|line| !STRICTER.iter().any(|(case, _)| line.starts_with(case)));
    assert_eq!(stricter, [""; 0], "only we find these");
    assert!(theirs.len() >= cases("shapes").len());
}
