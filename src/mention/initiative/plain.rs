//! Candidates without quotation marks: a head noun with a body that names something (盘绣振兴计划, 苏陕协作).

use crate::lexicon::{Class, Form, Hit};
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::quotation::Clauses;
use super::{Candidate, PLAIN, after, before, body, cue, head};

/// The longest body, in characters.
const LONGEST: usize = 22;

/// Every head noun outside `taken` with the words before it, as far as they may be its name.
pub fn candidates<'a>(reading: &Reading<'a>, clauses: &Clauses, taken: &[Span]) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    let mut past = 0;
    for hit in reading.hits_of(Class::Head) {
        if hit.start() < past || taken.iter().any(|span| span.overlaps(hit.span())) {
            continue;
        }
        if !names(reading.value(hit, Class::Head)) || !(head::stands(reading, hit) || is_pair(reading, hit)) {
            continue;
        }
        let clause = clauses.around(hit.start());
        let Some(start) = start(reading, floor(reading, hit, clause, taken), hit.start()) else { continue };
        let end = head::extended(reading, hit);
        let last = reading.ending(end, Class::Head).unwrap_or(hit);
        let value = reading.value(last, Class::Head);
        past = end;
        if !names(value) {
            continue;
        }
        let body = Span::new(start, hit.start());
        let length = reading.slice(body).chars().count();
        if length == 0 || length > LONGEST {
            continue;
        }
        let before = before::before(reading, start, clause);
        let mut features = vec!["bias", reading.slice(last.span()), head_feature(value)];
        features.extend(&before.features);
        features.extend(body::features(reading, body));
        features.push(after::after(reading, end, false));
        let span = Span::new(start, end);
        let (action, coordinated) = (before.action, false);
        found.push(Candidate { span, rule: PLAIN, features, own: span, kind: value, action, clause, coordinated });
    }
    found
}

/// Whether a head noun makes a name without quotation marks; an abstract one never does.
fn names(value: &str) -> bool {
    matches!(head::strength(value), "strong" | "verbal" | "venue" | "tail")
}

fn head_feature(value: &str) -> &'static str {
    match head::strength(value) {
        "strong" => "plain:strong",
        "verbal" => "plain:verbal",
        "venue" => "plain:venue",
        _ => "plain:tail",
    }
}

/// No name reaches over punctuation or a quotation.
fn floor(reading: &Reading, head: Hit, clause: Span, taken: &[Span]) -> usize {
    let after = |c: char| han::is_punctuation(c) && !han::adds(c) && !han::is_name_dot(c);
    let marks = reading.marks().between(clause.start(), head.start());
    let mark = marks.iter().rev().find(|mark| mark.is(after)).map_or(clause.start(), |mark| mark.end());
    let taken = taken.iter().map(|span| span.end()).filter(|&end| end <= head.start()).max().unwrap_or(0);
    mark.max(taken)
}

/// Where the name starts whose head noun starts at `head`: after the last word that no name holds, and after the verb
/// that governs it. A verb directly before the head noun belongs to it: 就业服务行动.
fn start(reading: &Reading, floor: usize, head: usize) -> Option<usize> {
    let mut start = floor;
    let mut here = floor;
    let mut syllable = false;
    while here < head {
        let fresh = here == start;
        let end = head::word(reading, here).min(head);
        // A function word after a lone character is more likely a syllable of a name: 库布其, 寒地.
        let single = end == reading.right(here);
        let inner = joins_verbs(reading, floor, here, head)
            || syllable && single && !fresh && cue::starting(reading, here, "stop:hard").is_none();
        syllable = single;
        if let Some(verb) = reading.starting(here, Class::Govern).filter(|verb| verb.end() <= head && verb.end() >= end)
        {
            here = verb.end();
            if governs(reading, verb, fresh, head) {
                start = here;
            }
        } else if !inner && (stops(reading, here, end) || is_function(reading, here, end)) {
            start = end;
            here = end;
        } else if fresh && let Some(next) = peeled(reading, here, head) {
            start = next;
            here = next;
        } else {
            here = end;
        }
    }
    (start < head).then_some(start)
}

/// Whether a verb has what follows for its object, and is no part of the name.
fn governs(reading: &Reading, verb: Hit, fresh: bool, head: usize) -> bool {
    let value = reading.value(verb, Class::Govern);
    if verb.end() == head {
        return ["launch", "implement:3", "join", "learn", "plan"].iter().any(|own| value.starts_with(own));
    }
    fresh || value.ends_with('3') && verb.span().len() > 3 && !value.starts_with("build")
}

fn stops(reading: &Reading, here: usize, end: usize) -> bool {
    cue::starting(reading, here, "stop").is_some_and(|(hit, _)| hit.end() >= end)
}

/// Whether a conjunction at `here` joins two words of a name, the second one directly before the head noun: 保护和修复工程.
fn joins_verbs(reading: &Reading, floor: usize, here: usize, head: usize) -> bool {
    let next = reading.right(here);
    reading.after(here).is_some_and(|c| han::conjoins(c) && !han::enumerates(c))
        && here > floor
        && head::word(reading, next) == head
        && reading.text[next..head].chars().count() == 2
}

/// Past what stands between a verb and a name and belongs to neither: owners, places in full, numbers with their measure.
fn peeled(reading: &Reading, here: usize, head: usize) -> Option<usize> {
    let place = reading.starting(here, Class::Place).filter(|&hit| {
        hit.end() < head && hit.span().len() > 6 && reading.senses(hit).any(|sense| sense.form == Form::Full)
    });
    if let Some(hit) = place {
        return Some(hit.end());
    }
    let numeral = reading.text[here..head].trim_start_matches(han::is_numeral).len();
    let unit = head - numeral;
    if unit > here
        && let Some((hit, _)) = cue::starting(reading, unit, "unit")
    {
        return Some(hit.end()).filter(|&end| end < head);
    }
    let word = head::word(reading, here);
    let peel = cue::starting(reading, here, "peel").filter(|&(hit, value)| value == "peel" && hit.end() >= word);
    peel.map(|(hit, _)| hit.end()).filter(|&end| end < head)
}

/// Adverbs, prepositions, pronouns and the like.
fn is_function(reading: &Reading, start: usize, end: usize) -> bool {
    if cue::starting(reading, start, "whole").is_some() {
        return false;
    }
    let tag = reading.lexicon.words().tag(&reading.text[start..end]);
    tag.is_some_and(|tag| matches!(tag, "d" | "p" | "c" | "r" | "u" | "uj" | "ul" | "uz" | "ug" | "y" | "e" | "ad"))
}

/// Whether a head noun has two provinces before it, which makes it a name whatever follows: 闽宁协作资金.
fn is_pair(reading: &Reading, head: Hit) -> bool {
    let start = reading.left(reading.left(head.start()));
    head::strength(reading.value(head, Class::Head)) == "verbal" && body::pair(reading, Span::new(start, head.start()))
}
