//! Gold against document, for one page.

use std::collections::BTreeMap;

use super::facts::{Found, FoundTenure, Named, Wanted};
use super::gold::Gold;
use super::matching::matching;
use super::measure::{Measure, Tally, share};
use super::normal::Normal;
use super::witness;
use crate::document::Document;

/// How a fact went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Gold has it, the document has not.
    Missed,
    /// The document has it, gold has not.
    Wrong,
    /// A tenure that both have, with another status.
    Status,
}

impl Side {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Side::Missed => "missed",
            Side::Wrong => "wrong",
            Side::Status => "status",
        }
    }
}

/// One error, with what a person needs to find its cause.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The page's file name.
    pub page: String,
    pub measure: Measure,
    pub side: Side,
    /// The fact, in a form to compare by: `王刚 区长 630105`.
    pub what: String,
    /// The evidence; where there is none, the text around the name.
    pub sentence: Option<String>,
    /// The rule that fired.
    pub rule: Option<&'static str>,
}

/// The counts and errors of one page, or the sum of several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Score {
    tallies: BTreeMap<Measure, Tally>,
    /// Matched tenures, and those of them whose status is right.
    tenures_matched: usize,
    statuses_right: usize,
    findings: Vec<Finding>,
}

impl Score {
    /// The counts of one kind.
    pub fn tally(&self, measure: Measure) -> Tally {
        self.tallies.get(&measure).copied().unwrap_or_default()
    }

    /// Whether the kind was measured at all: a baseline measures some only.
    pub fn measures(&self, measure: Measure) -> bool {
        self.tallies.contains_key(&measure)
    }

    /// Of the tenures matched, how many have the right status; nothing where none was matched.
    pub fn status_accuracy(&self) -> Option<f64> {
        (self.tenures_matched > 0).then(|| share(self.statuses_right, self.tenures_matched))
    }

    /// How many tenures were matched.
    pub fn tenures_matched(&self) -> usize {
        self.tenures_matched
    }

    /// What was missed and what is wrong, by page and kind.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Takes in the counts of another page. Errors are left to their page.
    pub(super) fn count(&mut self, other: &Score) {
        for (measure, tally) in &other.tallies {
            *self.tallies.entry(*measure).or_default() += *tally;
        }
        self.tenures_matched += other.tenures_matched;
        self.statuses_right += other.statuses_right;
    }

    pub(super) fn set(&mut self, measure: Measure, tally: Tally) {
        self.tallies.insert(measure, tally);
    }
}

impl<'a> std::iter::Sum<&'a Score> for Score {
    fn sum<I: Iterator<Item = &'a Score>>(scores: I) -> Self {
        scores.fold(Score::default(), |mut sum, score| {
            sum.count(score);
            sum.findings.extend(score.findings.iter().cloned());
            sum
        })
    }
}

/// How well the document says what gold says.
pub fn score(gold: &Gold, document: &Document) -> Score {
    let normal = Normal::built_in();
    let wanted = Wanted::new(gold, &normal);
    let found = Found::new(document, &normal);
    let judge = Judge { gold, document: Some(document), normal: &normal };
    judge.all(&wanted, &found)
}

/// The score of a page that was not read: all missed.
pub fn absent(gold: &Gold) -> Score {
    let normal = Normal::built_in();
    let judge = Judge { gold, document: None, normal: &normal };
    judge.all(&Wanted::new(gold, &normal), &Found::default())
}

/// What matching one page needs.
struct Judge<'a> {
    gold: &'a Gold,
    document: Option<&'a Document>,
    normal: &'a Normal,
}

impl Judge<'_> {
    fn all(&self, wanted: &Wanted, found: &Found) -> Score {
        let mut score = Score::default();
        self.people(&mut score, Measure::Officials, &wanted.officials, &found.officials);
        self.tenures(&mut score, wanted, found);
        self.people(&mut score, Measure::Reporters, &wanted.reporters, &found.reporters);
        self.divisions(&mut score, wanted, found);
        self.initiatives(&mut score, wanted, found);
        self.pursuits(&mut score, wanted, found);
        score
    }

    fn people(&self, score: &mut Score, measure: Measure, wanted: &[String], found: &[Named]) {
        let met = matching(wanted, found, |name, person| self.has_name(person, name));
        for &i in &met.missed {
            self.missed(score, measure, wanted[i].clone(), &wanted[i]);
        }
        for &j in &met.left {
            self.wrong(score, measure, label(&found[j]).to_owned(), &found[j]);
        }
        score.set(measure, Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: met.left.len() });
    }

    fn tenures(&self, score: &mut Score, wanted: &Wanted, found: &Found) {
        let met = matching(&wanted.tenures, &found.tenures, |(want, _), tenure| {
            self.has_name(&tenure.person, &want.name)
                && self.normal.same_title(&want.title, std::iter::once(&tenure.normal_title))
                && (want.division.is_empty() || tenure.code == Some(want.division.as_str()))
        });
        score.tenures_matched = met.hits.len();
        for &(i, j) in &met.hits {
            let (want, status) = &wanted.tenures[i];
            let tenure = &found.tenures[j];
            if tenure.statuses.contains(status) {
                score.statuses_right += 1;
            } else {
                let seen: Vec<&str> = tenure.statuses.iter().map(|status| status.name()).collect();
                let what = format!("{} {} {}, not {}", want.name, want.title, status.name(), seen.join(", "));
                self.finding(score, Measure::Tenures, Side::Status, what, &tenure.person);
            }
        }
        for &i in &met.missed {
            let want = &wanted.tenures[i].0;
            let what = format!("{} {} {}", want.name, want.title, want.division);
            self.missed(score, Measure::Tenures, what.trim_end().to_owned(), &want.name);
        }
        let wrong: Vec<&FoundTenure> =
            met.left.iter().map(|&j| &found.tenures[j]).filter(|tenure| !self.optional_office(tenure)).collect();
        for tenure in &wrong {
            let what = format!("{} {} {}", label(&tenure.person), tenure.title, tenure.code.unwrap_or_default());
            self.wrong(score, Measure::Tenures, what.trim_end().to_owned(), &tenure.person);
        }
        let tally = Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: wrong.len() };
        score.set(Measure::Tenures, tally);
    }

    fn divisions(&self, score: &mut Score, wanted: &Wanted, found: &Found) {
        let met = matching(&wanted.divisions, &found.divisions, |want, (code, _)| want == code);
        for &i in &met.missed {
            self.missed(score, Measure::Divisions, wanted.divisions[i].clone(), "");
        }
        for &j in &met.left {
            let (code, division) = &found.divisions[j];
            self.wrong(score, Measure::Divisions, (*code).to_owned(), division);
        }
        let tally = Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: met.left.len() };
        score.set(Measure::Divisions, tally);
    }

    fn initiatives(&self, score: &mut Score, wanted: &Wanted, found: &Found) {
        let met = matching(&wanted.initiatives, &found.initiatives, |want, named| self.is_initiative(named, want));
        for &i in &met.missed {
            self.missed(score, Measure::Initiatives, wanted.initiatives[i].clone(), &wanted.initiatives[i]);
        }
        let wrong: Vec<&Named> =
            met.left.iter().map(|&j| &found.initiatives[j]).filter(|named| !self.optional_initiative(named)).collect();
        for named in &wrong {
            self.wrong(score, Measure::Initiatives, label(named).to_owned(), named);
        }
        let tally = Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: wrong.len() };
        score.set(Measure::Initiatives, tally);
    }

    fn pursuits(&self, score: &mut Score, wanted: &Wanted, found: &Found) {
        let met = matching(&wanted.pursuits, &found.pursuits, |(name, code), pursuit| {
            code == pursuit.code && self.is_initiative(&pursuit.initiative, name)
        });
        for &i in &met.missed {
            let (name, code) = &wanted.pursuits[i];
            self.missed(score, Measure::Pursuits, format!("{name} {code}"), name);
        }
        let left = met.left.iter().map(|&j| &found.pursuits[j]);
        let wrong: Vec<_> = left.filter(|pursuit| !self.optional_initiative(&pursuit.initiative)).collect();
        for pursuit in &wrong {
            let what = format!("{} {}", label(&pursuit.initiative), pursuit.code);
            self.wrong(score, Measure::Pursuits, what, &pursuit.initiative);
        }
        let tally = Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: wrong.len() };
        score.set(Measure::Pursuits, tally);
    }

    fn has_name(&self, person: &Named, name: &str) -> bool {
        person.names.iter().any(|known| self.normal.name(known) == name)
    }

    fn is_initiative(&self, named: &Named, name: &str) -> bool {
        named.names.iter().any(|known| self.normal.same_initiative(name, known))
    }

    fn optional_initiative(&self, named: &Named) -> bool {
        self.gold.optional_initiatives.iter().any(|name| self.is_initiative(named, name))
    }

    fn optional_office(&self, tenure: &FoundTenure) -> bool {
        self.gold.optional_offices.iter().any(|(name, title)| {
            self.has_name(&tenure.person, &self.normal.name(name)) && self.normal.title(title) == tenure.normal_title
        })
    }

    fn missed(&self, score: &mut Score, measure: Measure, what: String, name: &str) {
        let sentence = self.document.and_then(|document| witness::around(document, name, self.normal));
        score.findings.push(Finding {
            page: self.gold.source.clone(),
            measure,
            side: Side::Missed,
            what,
            sentence,
            rule: None,
        });
    }

    fn wrong(&self, score: &mut Score, measure: Measure, what: String, named: &Named) {
        self.finding(score, measure, Side::Wrong, what, named);
    }

    fn finding(&self, score: &mut Score, measure: Measure, side: Side, what: String, named: &Named) {
        let evidence = named.evidence;
        let sentence = self.document.and_then(|document| match evidence {
            Some(evidence) => Some(evidence.sentence.of(&document.source.text).replace(['\n', '\r'], "")),
            None => named.names.iter().find_map(|name| witness::around(document, name, self.normal)),
        });
        let rule = evidence.map(|evidence| evidence.rule);
        score.findings.push(Finding { page: self.gold.source.clone(), measure, side, what, sentence, rule });
    }
}

fn label<'a>(named: &Named<'a>) -> &'a str {
    named.names.first().copied().unwrap_or_default()
}
