//! The initiatives named in one passage: mechanisms, campaigns, projects, platforms, strategies, requirements.
//!
//! Most names stand in quotation marks, and so do figures of speech, honours, slogans and what people say. Which of them a
//! quotation is, no single mark tells; a linear classifier weighs what stands before it, inside it and after it. Its
//! weights are learnt by `examples/train_initiatives.rs` and stand in `data/weights/`. Features are strings, and most of
//! them are values of the lexicon's tables: a new kind of cue is a row in `cues.tsv` and a weight, without a line of code.

mod after;
mod before;
mod body;
mod cue;
mod head;
mod inside;
mod label;
mod listed;
mod plain;
mod quotation;
mod quoted;

use crate::entity::InitiativeKind;
use crate::lexicon::{Class, halves};
use crate::text::Span;

use super::reading::Reading;

use quotation::Clauses;

/// Below 0 a candidate is not believed; above this it is worth a diagnostic.
const UNCERTAIN: f32 = -1.5;

/// The rule of names without quotation marks.
const PLAIN: &str = "plain";

/// An initiative, named in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct InitiativeMention {
    /// The name with its quotation marks and head noun.
    pub span: Span,
    /// The name as printed, without quotation marks.
    pub name: String,
    /// What it is the same by: without head noun and punctuation.
    pub core: String,
    pub kind: InitiativeKind,
    /// The concept of the verb that governs it.
    pub action: Option<String>,
    /// The clause that it stands in.
    pub clause: Span,
    /// Whether it stands in a list, after another initiative.
    pub coordinated: bool,
    /// What found it.
    pub rule: &'static str,
    /// Percent.
    pub confidence: u8,
}

impl InitiativeMention {
    /// Leaves a place that the name begins with to the places: 侗锦产业园 of 通道县侗锦产业园.
    pub(super) fn leave_place(&mut self, text: &str, places: &[Span]) {
        let start = self.span.start();
        let Some(place) = places.iter().find(|place| place.start() == start && place.end() < self.span.end()) else {
            return;
        };
        let name = place.of(text);
        if let (Some(rest), Some(core)) = (self.name.strip_prefix(name), self.core.strip_prefix(name))
            && core.chars().count() > 1
        {
            (self.name, self.core) = (rest.to_owned(), core.to_owned());
            self.span = Span::new(place.end(), self.span.end());
        }
    }

    /// The same initiative at another place of the page, where little but its name tells so.
    pub(super) fn again(&self, reading: &Reading, span: Span) -> Self {
        let name =
            reading.slice(span).chars().filter(|&c| crate::text::han::is_han(c) || c.is_alphanumeric()).collect();
        let clause = reading.clause(span.start());
        let (action, coordinated) = (None, false);
        Self { span, name, clause, action, coordinated, rule: "repeated", confidence: 60, ..self.clone() }
    }
}

/// Something that may be an initiative and was not believed.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    pub span: Span,
    /// As in [`InitiativeMention`]; where the page names the same core elsewhere with more evidence, this is it again.
    pub core: String,
}

/// Something that may be an initiative, with the evidence for and against. Most are none, so that what a mention says of
/// one is spelt out only where it is believed.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    pub span: Span,
    /// What found it.
    pub rule: &'static str,
    pub features: Vec<&'a str>,
    /// The part of it that tells what it is the same by.
    own: Span,
    /// The value of its head noun.
    kind: &'a str,
    action: Option<&'a str>,
    clause: Span,
    coordinated: bool,
}

impl Candidate<'_> {
    /// The logarithm of the odds that it is an initiative.
    pub fn score(&self, reading: &Reading) -> f32 {
        let weights = if self.rule == PLAIN { reading.lexicon.plain() } else { reading.lexicon.quoted() };
        weights.sum(self.features.iter().copied())
    }

    /// The name as printed, without quotation marks.
    pub fn name(&self, reading: &Reading) -> String {
        label::name(reading.slice(self.span))
    }

    fn mention(&self, reading: &Reading, score: f32) -> InitiativeMention {
        InitiativeMention {
            span: self.span,
            name: self.name(reading),
            core: label::core(reading, self.own),
            kind: kind_of(self.kind),
            action: self.action.map(str::to_owned),
            clause: self.clause,
            coordinated: self.coordinated,
            rule: self.rule,
            confidence: if score > 0.0 { percent(score) } else { 0 },
        }
    }
}

/// The initiatives of a passage, by position, and what may be one. `blocked`: names of persons, titles. `page`: how often
/// a string stands on the page.
pub fn initiatives(
    reading: &Reading,
    blocked: &[Span],
    page: &dyn Fn(&str) -> usize,
) -> (Vec<InitiativeMention>, Vec<Uncertain>) {
    let lists = reading.lexicon.has(Class::Initiative);
    let mut found = Vec::new();
    let mut weak = Vec::new();
    for candidate in candidates(reading, blocked, page) {
        let score = candidate.score(reading);
        if score > 0.0 {
            found.push(candidate.mention(reading, score));
        } else if score > UNCERTAIN || lists {
            weak.push((candidate.mention(reading, score), score));
        }
    }
    if lists {
        (found, weak) = listed::settle(reading, blocked, found, weak);
    }
    let weak = weak.into_iter().filter(|(_, score)| *score > UNCERTAIN);
    (found, weak.map(|(mention, _)| Uncertain { span: mention.span, core: mention.core }).collect())
}

fn percent(score: f32) -> u8 {
    (100.0 / (1.0 + (-score).exp())).round() as u8
}

/// Everything that may be an initiative, by position.
pub fn candidates<'a>(reading: &Reading<'a>, blocked: &[Span], page: &dyn Fn(&str) -> usize) -> Vec<Candidate<'a>> {
    let quotations = quotation::quotations(reading.text, reading.marks());
    if quotations.is_empty() && reading.hits_of(Class::Head).next().is_none() {
        return Vec::new();
    }
    let clauses = Clauses::new(reading.text, reading.marks(), &quotations);
    let mut found = quoted::candidates(reading, &quotations, &clauses, page);
    found.retain(|candidate| !blocked.iter().any(|block| block.contains(candidate.span)));
    let quoted = quotations.iter().map(|quotation| quotation.outer).chain(found.iter().map(|found| found.span));
    let taken: Vec<Span> = quoted.chain(blocked.iter().copied()).collect();
    found.extend(plain::candidates(reading, &clauses, &taken));
    found.sort_by_key(|candidate| candidate.span);
    found
}

/// The kind that a head noun's value names.
fn kind_of(value: &str) -> InitiativeKind {
    let name = halves(value, b':').map_or(value, |(kind, _)| kind);
    InitiativeKind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(InitiativeKind::Strategy)
}

#[cfg(test)]
mod tests;
