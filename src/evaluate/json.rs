//! The report as JSON: what `--json` writes and `--compare` reads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::measure::{Measure, Tally};
use super::score::{Finding, Score};

/// A whole report.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReportJson {
    pub(super) total: ScoreJson,
    /// By the page's file name.
    pub(super) pages: BTreeMap<String, ScoreJson>,
    pub(super) errors: Vec<ErrorJson>,
}

/// The figures of a page or of all pages.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ScoreJson {
    #[serde(flatten)]
    pub(super) kinds: BTreeMap<String, KindJson>,
    pub(super) status: StatusJson,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KindJson {
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) f1: f64,
    pub(super) gold: usize,
    pub(super) missed: usize,
    pub(super) wrong: usize,
}

/// How often the status of a matched tenure is right.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StatusJson {
    pub(super) accuracy: Option<f64>,
    pub(super) of: usize,
}

/// One error. Two runs made the same one if all but the last two fields are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct ErrorJson {
    pub(super) page: String,
    pub(super) kind: String,
    pub(super) side: String,
    pub(super) what: String,
    #[serde(default)]
    pub(super) sentence: Option<String>,
    #[serde(default)]
    pub(super) rule: Option<String>,
}

impl ErrorJson {
    /// What makes it the same error in another run.
    pub(super) fn key(&self) -> (&str, &str, &str, &str) {
        (&self.page, &self.kind, &self.side, &self.what)
    }
}

impl From<&Score> for ScoreJson {
    fn from(score: &Score) -> Self {
        let measures = Measure::ALL.into_iter().filter(|&measure| score.measures(measure));
        let kinds = measures.map(|measure| (measure.name().to_owned(), KindJson::from(score.tally(measure)))).collect();
        Self { kinds, status: StatusJson { accuracy: score.status_accuracy().map(round), of: score.tenures_matched() } }
    }
}

impl From<Tally> for KindJson {
    fn from(tally: Tally) -> Self {
        Self {
            precision: round(tally.precision()),
            recall: round(tally.recall()),
            f1: round(tally.f1()),
            gold: tally.gold(),
            missed: tally.missed,
            wrong: tally.wrong,
        }
    }
}

impl From<&Finding> for ErrorJson {
    fn from(finding: &Finding) -> Self {
        Self {
            page: finding.page.clone(),
            kind: finding.measure.name().to_owned(),
            side: finding.side.name().to_owned(),
            what: finding.what.clone(),
            sentence: finding.sentence.clone(),
            rule: finding.rule.map(str::to_owned),
        }
    }
}

/// Three decimals: more would suggest a precision that a few hundred facts do not give.
fn round(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}
