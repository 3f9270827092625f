//! Two reports: what got better and what got worse.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::gold::GoldError;
use super::json::{ErrorJson, ReportJson, ScoreJson};
use super::report::Report;

/// A report that an earlier run wrote as JSON.
#[derive(Debug)]
pub struct OldReport(ReportJson);

impl OldReport {
    /// Reads what [`Report::json`] wrote.
    pub fn parse(json: &str) -> Result<Self, GoldError> {
        serde_json::from_str(json).map(Self).map_err(|cause| GoldError::from(&cause))
    }
}

/// How two runs over the same pages differ. Prints itself.
#[derive(Debug, Default, PartialEq)]
pub struct Comparison {
    /// Kind, F1 before, F1 now; all kinds, then the accuracy of statuses.
    kinds: Vec<(String, f64, f64)>,
    /// Page, kind, F1 before, F1 now; only where they differ.
    pages: Vec<(String, String, f64, f64)>,
    mended: Vec<String>,
    made: Vec<String>,
}

impl Comparison {
    /// The errors that are gone, each on one line.
    pub fn mended(&self) -> &[String] {
        &self.mended
    }

    /// The errors that are new.
    pub fn made(&self) -> &[String] {
        &self.made
    }
}

/// Compares a run with an earlier one. Errors of pages that only one of them has are left out.
pub fn compare(old: &OldReport, new: &Report) -> Comparison {
    let (old, new) = (&old.0, &new.dto());
    let pages = new.pages.iter().filter_map(|(page, score)| Some((page, old.pages.get(page)?, score)));
    let common: BTreeSet<&str> = pages.clone().map(|(page, ..)| page.as_str()).collect();
    Comparison {
        kinds: figures(&old.total, &new.total).collect(),
        pages: pages
            .flat_map(|(page, old, new)| figures(old, new).map(|(kind, old, new)| (page.clone(), kind, old, new)))
            .filter(|(_, _, old, new)| old != new)
            .collect(),
        mended: only_first(&old.errors, &new.errors, &common),
        made: only_first(&new.errors, &old.errors, &common),
    }
}

/// Kind, F1 in the old, F1 in the new; a kind that the old does not know had none.
fn figures<'a>(old: &'a ScoreJson, new: &'a ScoreJson) -> impl Iterator<Item = (String, f64, f64)> + 'a {
    let kinds = new.kinds.iter().map(|(kind, new)| {
        let old = old.kinds.get(kind).map_or(0.0, |old| old.f1);
        (kind.clone(), old, new.f1)
    });
    let status = |score: &ScoreJson| score.status.accuracy.unwrap_or(0.0);
    kinds.chain(std::iter::once(("status".to_owned(), status(old), status(new))))
}

/// Errors of the first list that the second has not, as often as they are there.
fn only_first(first: &[ErrorJson], second: &[ErrorJson], pages: &BTreeSet<&str>) -> Vec<String> {
    let mut there: BTreeMap<_, usize> = BTreeMap::new();
    for error in second {
        *there.entry(error.key()).or_default() += 1;
    }
    let mut rest = Vec::new();
    for error in first.iter().filter(|error| pages.contains(error.page.as_str())) {
        match there.get_mut(&error.key()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => rest.push(format!("{}  {}  {}  {}", error.page, error.side, error.kind, error.what)),
        }
    }
    rest.sort();
    rest
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:>7} {:>7} {:>7}", "F1", "before", "now", "change")?;
        for (kind, old, new) in &self.kinds {
            writeln!(f, "{kind:<12} {old:>7.3} {new:>7.3} {:>+7.3}", new - old)?;
        }
        for (page, kind, old, new) in &self.pages {
            let change = if new > old { "better" } else { "worse" };
            writeln!(f, "{change:<6}  {page}  {kind}  {old:.3} -> {new:.3}")?;
        }
        for (head, errors) in [("mended", &self.mended), ("new", &self.made)] {
            for error in errors {
                writeln!(f, "{head:<6}  {error}")?;
            }
        }
        Ok(())
    }
}
