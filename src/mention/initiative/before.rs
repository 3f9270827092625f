//! What stands before a name, as features of the classifier.

use crate::lexicon::{Class, Classes, Hit};
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::cue;

/// What stands before a quotation.
#[derive(Debug, Clone, Default)]
pub struct Before<'a> {
    pub features: Vec<&'a str>,
    /// The concept of the verb that governs it.
    pub action: Option<&'a str>,
}

/// The evidence to the left of `at`, no further than the clause.
pub fn before<'a>(reading: &Reading<'a>, at: usize, clause: Span) -> Before<'a> {
    let mut found = Before::default();
    let mut here = at;
    let mut owned = false;
    let mut place = false;
    loop {
        let cue = cue::ending(reading, here, "before:");
        let verb = governing(reading, here).filter(|verb| cue.is_none_or(|(cue, _)| verb.start() <= cue.start()));
        if let Some(verb) = verb {
            found.action = Some(action(reading, verb));
            found.features.push(match (owned, strength(reading, verb)) {
                (true, _) => "gov:relative",
                (false, '3') => "gov:direct:3",
                (false, '2') => "gov:direct:2",
                _ => "gov:direct:1",
            });
            break;
        }
        if let Some((_, value)) = cue {
            found.features.push(value);
            if found.features.len() == 1 && here < at {
                found.features.push("before:peeled");
            }
            break;
        }
        if here <= clause.start() {
            break;
        }
        match peel(reading, here) {
            Some((start, peeled)) => {
                place |= peeled == Peeled::Place;
                owned |= reading.text[start..here].ends_with(han::owns);
                here = start;
            }
            None => break,
        }
    }
    if place {
        found.features.push(if owned { "before:owned" } else { "before:place" });
    }
    if found.features.is_empty() || found.features == ["before:place"] {
        control(reading, here, clause, &mut found);
    }
    found.features.push(edge(reading, at));
    found
}

#[derive(PartialEq, Eq)]
enum Peeled {
    Place,
    Word,
}

/// The start of what may stand between a governing verb and its object and says nothing of either.
fn peel(reading: &Reading, at: usize) -> Option<(usize, Peeled)> {
    let place = reading.all_ending(at, Class::Place).find(|hit| hit.span().len() > 3);
    if let Some(hit) = place {
        return Some((hit.start(), Peeled::Place));
    }
    if let Some((unit, _)) = cue::ending(reading, at, "unit") {
        let numeral = reading.text[..unit.start()].trim_end_matches(han::is_numeral).len();
        if numeral < unit.start() {
            return Some((numeral, Peeled::Word));
        }
    }
    cue::ending(reading, at, "peel").map(|(hit, _)| (hit.start(), Peeled::Word))
}

/// The nearest verb in the clause that decides what the quotation is, where none stands directly before it.
fn control<'a>(reading: &Reading<'a>, at: usize, clause: Span, found: &mut Before<'a>) {
    // 服务群众的“最后一百米”: a weak verb in a relative clause governs its own object, not what follows.
    let own = |hit: &Hit| strength(reading, *hit) == '1' && reading.text[hit.end()..at].contains(han::owns);
    let inside = |hit: &Hit| hit.end() <= at && hit.span().len() > 3;
    let mut last: Option<(Hit, bool)> = None;
    const WORDS: Classes = Classes::of(&[Class::Cue, Class::Govern]);
    let hits = reading.hits_between(clause.start(), at).iter().copied();
    for hit in hits.filter(|hit| hit.is(WORDS) && inside(hit)) {
        let figure = cue::value(reading, hit, "before:figure").or(cue::value(reading, hit, "before:verb")).is_some();
        let governs = hit.is(Class::Govern) && !own(&hit);
        if (figure || governs) && last.is_none_or(|(before, _)| hit.end() > before.end()) {
            last = Some((hit, figure && !governs));
        }
    }
    let Some((hit, figure)) = last else {
        found.features.push("gov:none");
        return;
    };
    let near = reading.text[hit.end()..at].chars().count() <= 8;
    if !figure {
        found.action = Some(action(reading, hit));
    }
    found.features.push(match (figure, near) {
        (true, true) => "figure:near",
        (true, false) => "figure:far",
        (false, true) if strength(reading, hit) == '3' => "gov:near:3",
        (false, true) => "gov:near",
        (false, false) => "gov:far",
    });
}

/// The verb that ends at `at`, or before the particle that ends there: 完成了 is 完成, not 成了.
fn governing(reading: &Reading, at: usize) -> Option<Hit> {
    let particle = || {
        let (hit, _) = cue::ending(reading, at, "particle")?;
        reading.ending(hit.start(), Class::Govern).filter(|verb| verb.span().len() > 3)
    };
    reading.ending(at, Class::Govern).or_else(particle)
}

fn action<'a>(reading: &Reading<'a>, verb: Hit) -> &'a str {
    let value = reading.value(verb, Class::Govern);
    value.split_once(':').map_or(value, |(action, _)| action)
}

fn strength(reading: &Reading, verb: Hit) -> char {
    reading.value(verb, Class::Govern).chars().next_back().unwrap_or('1')
}

/// What kind of character stands directly before.
fn edge(reading: &Reading, at: usize) -> &'static str {
    match reading.before(at) {
        None => "edge:start",
        Some(c) if han::ends_sentence(c) => "edge:start",
        Some(c) if han::is_colon(c) => "edge:colon",
        Some(c) if han::ends_clause(c) => "edge:clause",
        Some(c) if han::enumerates(c) => "edge:list",
        Some(c) if han::closes(c) => "edge:quotation",
        Some(_) => "edge:word",
    }
}
