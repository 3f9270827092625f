//! Candidates between quotation marks, with the head noun after them and the noun before a bare number.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::before::{Before, before};
use super::head::{self, Head};
use super::quotation::{Clauses, Quotation};
use super::{Candidate, after, inside};

/// The most characters of a noun that goes before a bare number: 乡村建设“135”工程.
const FRONT: usize = 6;

/// As many features as hardly any candidate has.
const FEATURES: usize = 16;

/// Every quotation as a candidate.
pub fn candidates<'a>(
    reading: &Reading<'a>,
    quotations: &[Quotation],
    clauses: &Clauses,
    page: &dyn Fn(&str) -> usize,
) -> Vec<Candidate<'a>> {
    let heads: Vec<_> = quotations.iter().map(|quotation| head::after(reading, quotation.outer.end())).collect();
    let ends: Vec<_> =
        quotations.iter().zip(&heads).map(|(q, head)| head.map_or(q.outer.end(), |head| head.end)).collect();
    let mut found: Vec<Candidate> = Vec::new();
    let mut left = Before::default();
    for (i, &quotation) in quotations.iter().enumerate() {
        let start = quotation.outer.start();
        let clause = clauses.around(start);
        let joined = i > 0 && ends[i - 1] <= start && joins(&reading.text[ends[i - 1]..start]);
        if !joined {
            left = before(reading, start, clause);
        }
        let last = last_of_list(reading, quotations, &heads, i);
        let headed = heads[last].is_some_and(|head| !head.is_open());
        let mut features = Vec::with_capacity(FEATURES);
        features.push("bias");
        features.extend(&left.features);
        inside::inside(reading, quotation.inner, headed, &mut features);
        features.push(after::after(reading, ends[last], headed));
        features.push(heads[last].map_or("head:none", |head| head.feature()));
        if joined || last > i {
            features.push("listed");
        }
        match page(reading.slice(quotation.outer)) {
            0 | 1 => {}
            2 => features.push("page:again"),
            _ => features.push("page:often"),
        }
        let front = heads[i].filter(|head| !head.is_open()).and_then(|_| front(reading, &quotation, clause));
        let span = Span::new(front.unwrap_or(start), ends[i]);
        found.push(Candidate {
            span,
            rule: if heads[i].is_some() { "quoted-head" } else { "quoted" },
            features,
            own: quotation.inner,
            kind: kind_value(reading, &quotation, heads[last]),
            action: left.action,
            clause,
            coordinated: joined,
        });
    }
    found
}

/// The last quotation of a list without head nouns that the `i`th stands in: “四个创建”“四个走在前列”.
fn last_of_list(reading: &Reading, quotations: &[Quotation], heads: &[Option<Head>], i: usize) -> usize {
    let mut last = i;
    while let Some(next) = quotations.get(last + 1) {
        if heads[last].is_some() || !joins(&reading.text[quotations[last].outer.end()..next.outer.start()]) {
            break;
        }
        last += 1;
    }
    last
}

/// Whether nothing but a conjunction stands here.
fn joins(between: &str) -> bool {
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(c), None) => han::conjoins(c),
        _ => false,
    }
}

/// The head noun's value, or that of the end of the name itself.
fn kind_value<'a>(reading: &Reading<'a>, quotation: &Quotation, head: Option<Head<'a>>) -> &'a str {
    let own = || reading.ending(quotation.inner.end(), Class::Head).map(|hit| reading.value(hit, Class::Head));
    head.filter(|head| !head.is_open()).map(|head| head.value).or_else(own).unwrap_or("")
}

/// Where the noun starts that belongs to a bare number: without it “135” is no name.
fn front(reading: &Reading, quotation: &Quotation, clause: Span) -> Option<usize> {
    let bare = reading.slice(quotation.inner).chars().all(|c| c.is_ascii_digit());
    if !bare || clause.start() >= quotation.outer.start() {
        return None;
    }
    let words = reading.lexicon.words();
    let mut here = clause.start();
    let mut start = None;
    while here < quotation.outer.start() {
        let end = head::word(reading, here);
        match words.tag(&reading.text[here..end]) {
            Some(tag) if tag.starts_with('n') => start = start.or(Some(here)),
            Some("vn" | "b" | "an") if start.is_some() => {}
            _ => start = None,
        }
        here = end;
    }
    start.filter(|&start| reading.text[start..quotation.outer.start()].chars().count() <= FRONT)
}
