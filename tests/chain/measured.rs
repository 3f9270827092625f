//! Whole pages against gold: the project's own samples, and the development pages where they are at hand.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use zhengtu::evaluate::{Gold, Measure, Report, score};

use crate::chain::{file, page};

fn report(gold: &Path, pages: &Path) -> Report {
    let mut files: Vec<_> = fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let score = |file: &std::path::PathBuf| {
        let gold = Gold::parse(&fs::read_to_string(file).unwrap()).unwrap();
        let name = gold.source().to_owned();
        let score = score(&gold, &page(&name, &fs::read(pages.join(&name)).unwrap()));
        (name, score)
    };
    Report::new(files.par_iter().map(score).collect())
}

/// Asks for an F1 of each kind, and for a share of tenures with the right status.
fn reaches(report: &Report, floors: [(Measure, f64); 6], status: f64) {
    println!("{}\n{}", report.by_page(), report.summary());
    let total = report.total();
    for (measure, floor) in floors {
        let f1 = total.tally(measure).f1();
        assert!(f1 >= floor, "{}: {f1:.3}, not {floor}\n{}", measure.name(), report.errors(|_| None));
    }
    assert!(total.status_accuracy().unwrap() >= status, "status: {:?}", total.status_accuracy());
}

#[test]
fn the_samples_are_read_as_well_as_ever() {
    let report = report(&file("data/samples/gold"), &file("data/samples"));
    assert!(report.pages().iter().any(|(page, _)| page == "gb18030-midu.txt"), "one page is in GB18030");
    reaches(
        &report,
        [
            (Measure::Officials, 0.91),
            (Measure::Tenures, 0.87),
            (Measure::Reporters, 0.93),
            (Measure::Divisions, 0.96),
            (Measure::Initiatives, 0.94),
            (Measure::Pursuits, 0.82),
        ],
        0.98,
    );
}

#[test]
fn the_page_in_gb18030_is_read_like_any_other() {
    let bytes = fs::read(file("data/samples/gb18030-midu.txt")).unwrap();
    assert!(std::str::from_utf8(&bytes).is_err(), "the page is not in UTF-8");
    let old = page("gb18030-midu.txt", &bytes);
    let new = page("gb18030-midu.txt", old.source.text.as_bytes());
    assert_eq!((&old.relations, &old.entities), (&new.relations, &new.entities));
    assert!(old.source.diagnostics.is_empty(), "{:?}", old.source.diagnostics);
}

/// The bars that hold for pages nobody tuned for.
#[test]
fn the_development_pages_reach_the_bars() {
    let pages = file("../shared/pages");
    if !pages.is_dir() {
        println!("skipped: there are no development pages in {}", pages.display());
        return;
    }
    reaches(
        &report(&pages.join("gold"), &pages),
        [
            (Measure::Officials, 0.97),
            (Measure::Tenures, 0.94),
            (Measure::Reporters, 0.98),
            (Measure::Divisions, 0.97),
            (Measure::Initiatives, 0.87),
            (Measure::Pursuits, 0.82),
        ],
        0.96,
    );
}
