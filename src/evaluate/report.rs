//! The figures of many pages, as a table for people and as JSON for machines.

use std::fmt::Write;

use super::json::{ErrorJson, ReportJson, ScoreJson};
use super::measure::Measure;
use super::score::{Finding, Score};

/// The scores of pages, in the order of their names.
#[derive(Debug, Clone, Default)]
pub struct Report {
    pages: Vec<(String, Score)>,
    total: Score,
}

impl Report {
    /// Gathers pages with their file names.
    pub fn new(mut pages: Vec<(String, Score)>) -> Self {
        pages.sort_by(|(a, _), (b, _)| a.cmp(b));
        let total = pages.iter().map(|(_, score)| score).sum();
        Self { pages, total }
    }

    /// The pages by name.
    pub fn pages(&self) -> &[(String, Score)] {
        &self.pages
    }

    /// All pages taken together: each fact counts the same, whatever its page.
    pub fn total(&self) -> &Score {
        &self.total
    }

    fn measures(&self) -> impl Iterator<Item = Measure> + '_ {
        Measure::ALL.into_iter().filter(|&measure| self.total.measures(measure))
    }

    /// Precision, recall and F1 by kind.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        let [precision, recall, f1, gold, missed, wrong] = ["precision", "recall", "F1", "gold", "missed", "wrong"];
        line(&mut text, format_args!("{:<12} {precision:>9} {recall:>7} {f1:>6} {gold:>6} {missed:>7} {wrong:>6}", ""));
        for measure in self.measures() {
            let tally = self.total.tally(measure);
            let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
            let (gold, missed, wrong) = (tally.gold(), tally.missed, tally.wrong);
            let name = measure.name();
            line(
                &mut text,
                format_args!("{name:<12} {precision:>9.3} {recall:>7.3} {f1:>6.3} {gold:>6} {missed:>7} {wrong:>6}"),
            );
        }
        if self.total.measures(Measure::Tenures) {
            let status = figure(self.total.status_accuracy());
            let matched = self.total.tenures_matched();
            line(&mut text, format_args!("status right {status:>24} of {matched} tenures"));
        }
        text
    }

    /// F1 of each page by kind; `-` where a page has nothing of the kind.
    pub fn by_page(&self) -> String {
        let widest = self.pages.iter().map(|(page, _)| page.chars().count()).max().unwrap_or(0).max(4);
        let mut text = format!("{:<widest$}", "page");
        for measure in self.measures() {
            let _ = write!(text, " {:>11}", measure.name());
        }
        line(&mut text, format_args!(" {:>8}", "status"));
        for (page, score) in &self.pages {
            let _ = write!(text, "{page:<widest$}");
            for measure in self.measures() {
                let tally = score.tally(measure);
                let _ = write!(text, " {:>11}", figure((!tally.is_empty()).then(|| tally.f1())));
            }
            line(&mut text, format_args!(" {:>8}", figure(score.status_accuracy())));
        }
        text
    }

    /// Every error with its sentence and rule. `name` gives the name of a division's code, where it is known.
    pub fn errors(&self, name: impl Fn(&str) -> Option<String>) -> String {
        let mut text = String::new();
        for (page, score) in self.pages.iter().filter(|(_, score)| !score.findings().is_empty()) {
            line(&mut text, format_args!("{page}"));
            for finding in score.findings() {
                error(&mut text, finding, &name);
            }
        }
        text
    }

    /// The report as JSON, indented.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&self.dto()).expect("a report has string keys and finite figures only")
    }

    pub(super) fn dto(&self) -> ReportJson {
        ReportJson {
            total: ScoreJson::from(&self.total),
            pages: self.pages.iter().map(|(page, score)| (page.clone(), ScoreJson::from(score))).collect(),
            errors: self.total.findings().iter().map(ErrorJson::from).collect(),
        }
    }
}

fn error(text: &mut String, finding: &Finding, name: impl Fn(&str) -> Option<String>) {
    let (side, measure, what) = (finding.side.name(), finding.measure.name(), &finding.what);
    let _ = write!(text, "  {side:<6}  {measure:<11}  {what}");
    if let Some(name) = what.rsplit(' ').next().filter(|code| code.len() == 6).and_then(name) {
        let _ = write!(text, " ({name})");
    }
    if let Some(rule) = finding.rule {
        let _ = write!(text, "  [{rule}]");
    }
    text.push('\n');
    if let Some(sentence) = &finding.sentence {
        line(text, format_args!("          {sentence}"));
    }
}

/// Adds a line. Writing to a string cannot fail.
fn line(text: &mut String, content: std::fmt::Arguments) {
    let _ = writeln!(text, "{content}");
}

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.3}"))
}
