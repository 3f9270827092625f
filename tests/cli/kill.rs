//! A build that is killed, again and again: nothing that was stored is lost or half there, and it ends where one that
//! nobody disturbed does.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use zhengtu::rdf::NamedNode;
use zhengtu::store::Store;

use super::Place;

/// How often a build is killed before it may end, and how many builds.
const KILLS: usize = 5;
const BUILDS: usize = 4;

/// How often each sample page is there, so that the middle of a build is longer than its ends.
const COPIES: usize = 3;

/// A small generator of numbers, the same on every run: which moments are tried should not change with the weather.
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

fn build(place: &Place, store: &str, commit: &str) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("zhengtu"))
        .current_dir(place.path())
        .args(["build", "pages", "--store", store, "--commit", commit])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A store as it lies on the disk, opened in a copy: were it opened where it is, a child that another test starts just
/// then would inherit the lock and hold it against the next build.
///
/// Nothing where the build was killed before it had made one.
fn opened(path: &Path) -> Option<(tempfile::TempDir, Store)> {
    let copy = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(path).into_iter().flatten() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    match Store::open_read_only(copy.path()) {
        Ok(store) => Some((copy, store)),
        Err(zhengtu::error::Error::NoStore { .. }) => None,
        // Killed while the database was made, which a writer finishes.
        Err(_) => Store::open(copy.path()).map(|store| Some((copy, store))).unwrap(),
    }
}

/// Every statement by its source.
fn graphs(path: &Path) -> BTreeMap<NamedNode, Vec<String>> {
    let Some((_copy, store)) = opened(path) else { return BTreeMap::new() };
    let graph = |(graph, _): (NamedNode, String)| {
        let mut quads: Vec<String> = store.quads_of(&graph).map(|quad| quad.unwrap().to_string()).collect();
        quads.sort();
        (graph, quads)
    };
    store.sources().unwrap().into_iter().map(graph).collect()
}

fn dump(path: &Path) -> Vec<String> {
    let (_copy, store) = opened(path).unwrap();
    let mut quads: Vec<String> = store.quads().map(|quad| quad.unwrap().to_string()).collect();
    quads.sort();
    quads
}

#[test]
fn a_build_that_is_killed_goes_on_where_it_was() {
    let place = Place::new();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples");
    for entry in std::fs::read_dir(samples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") && !path.ends_with("README.txt") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let page = std::fs::read(path).unwrap();
            for copy in 0..COPIES {
                place.write(&format!("pages/{copy}-{name}"), &page);
            }
        }
    }
    let timed = || {
        let start = Instant::now();
        assert!(build(&place, "whole.db", "1000").wait().unwrap().success());
        start.elapsed().as_secs_f64()
    };
    // The second build finds nothing to do: what it takes is no time in which anything is stored.
    let (took, idle) = (timed(), timed());
    let early = (idle / 2.0).min(took);
    let (wanted, all) = (graphs(&place.path().join("whole.db")), dump(&place.path().join("whole.db")));
    let mut dice = Dice(20_240_517);
    let mut partly = 0;
    for round in 0..BUILDS {
        let store = format!("{round}.db");
        let path = place.path().join(&store);
        // Few statements at a time go through transactions, many through the bulk loader.
        let commit = if round % 2 == 0 { "400" } else { "5500" };
        for _ in 0..KILLS {
            let mut child = build(&place, &store, commit);
            std::thread::sleep(Duration::from_secs_f64(early + (took - early) * dice.share()));
            child.kill().unwrap();
            child.wait().unwrap();
            let found = graphs(&path);
            partly += usize::from(!found.is_empty() && found.len() < wanted.len());
            for (graph, quads) in &found {
                assert!(wanted[graph] == *quads, "half of {graph} is there");
            }
        }
        assert!(build(&place, &store, commit).wait().unwrap().success());
        assert!(dump(&path) == all, "round {round} ends elsewhere");
        let garbage = std::fs::read_dir(&path).unwrap().flatten();
        assert_eq!(garbage.filter(|entry| entry.file_name().to_string_lossy().starts_with("bulk-")).count(), 0);
    }
    println!("{partly} of {} kills came in the middle of a build", BUILDS * KILLS);
    assert!(partly > 0, "no kill came in the middle of a build");
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_stores_what_it_has_and_says_how_to_go_on() {
    let place = Place::new();
    for i in 0..3000 {
        place.write(&format!("pages/{i:04}.txt"), format!("第{i}页"));
    }
    place.write("first.txt", "第一页");
    place.zhengtu(&["build", "first.txt"]).fine();
    let files = || std::fs::read_dir(place.path().join("zhengtu.db")).unwrap().count();
    let before = files();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("zhengtu"))
        .current_dir(place.path())
        .args(["build", "pages", "--commit", "50"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Once the store has more files, the build is on its way.
    while files() < before + 10 {
        assert!(child.try_wait().unwrap().is_none(), "it was done before anything was seen of it");
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{error}");
    assert!(error.contains("Stopped. What was read before is stored; run the same command again"), "{error}");
    let report = place.zhengtu(&["build", "pages", "--json"]).fine();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let (new, known) = (report["sources"]["new"].as_u64().unwrap(), report["sources"]["unchanged"].as_u64().unwrap());
    assert!(new > 0 && known > 0 && new + known == 3000, "{new} new, {known} unchanged");
}
