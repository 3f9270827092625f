//! What stands between quotation marks, as features of the classifier.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::{cue, head};

/// The evidence between the marks. `headed`: whether a head noun follows, beside which the words themselves say less.
pub fn inside<'a>(reading: &Reading<'a>, inner: Span, headed: bool) -> Vec<&'a str> {
    let text = reading.slice(inner);
    let mut found = vec![length(text)];
    let shape = shape(text);
    let known = known(reading, inner, headed);
    found.extend(shape.into_iter().chain(known).filter(|(holds, _)| *holds).map(|(_, feature)| feature));
    found.extend(ending(reading, inner));
    for (at, _) in text.char_indices() {
        if let Some((hit, value)) = cue::starting(reading, inner.start() + at, "in:")
            && value != KNOWN
            && hit.end() <= inner.end()
            && !found.contains(&value)
        {
            found.push(value);
        }
    }
    found
}

/// The cue of names that are known as wholes.
const KNOWN: &str = "in:known";

/// What its characters look like.
fn shape(text: &str) -> Vec<(bool, &'static str)> {
    let numerals = text.chars().filter(|&c| han::is_numeral(c)).count();
    let divided = text.contains(is_divider);
    vec![
        (text.chars().any(han::adds), "in:plus"),
        (text.chars().any(|c| c.is_ascii_alphanumeric()), "in:ascii"),
        (text.chars().any(han::is_name_dot), "in:dot"),
        (text.chars().any(han::is_dash), "in:dash"),
        (text.chars().next().is_some_and(han::is_numeral), "in:numeral-first"),
        (numerals >= 2, "in:numerals"),
        (numerals == 1, "in:numeral"),
        (text.chars().all(|c| c.is_ascii_digit() || han::is_name_dot(c)), "in:only-digits"),
        (refrain(text), "in:refrain"),
        (divided && parallel(text), "in:parallel"),
        (divided && !parallel(text), "in:divided"),
    ]
}

/// What the lexicon knows of the whole.
fn known(reading: &Reading, inner: Span, headed: bool) -> Vec<(bool, &'static str)> {
    let text = reading.slice(inner);
    let lexicon = reading.lexicon;
    let pick = |with, without| if headed { with } else { without };
    vec![
        (lexicon.word(text, Class::Rhetoric).is_some(), pick("headed:rhetoric", "in:rhetoric")),
        (lexicon.word(text, Class::Doctrine).is_some(), pick("headed:doctrine", "in:doctrine")),
        (whole_place(reading, inner), pick("headed:only-place", "in:only-place")),
        (lexicon.words().frequency(text) > 0, pick("headed:word", "in:word")),
        (lexicon.word(text, Class::Cue) == Some(KNOWN), KNOWN),
        (holds_place(reading, inner), "in:place"),
    ]
}

/// What its last word is: a head noun, or a word that ends figures of speech and events.
fn ending<'a>(reading: &Reading<'a>, inner: Span) -> Vec<&'a str> {
    let mut found = Vec::new();
    if let Some(hit) = reading.ending(inner.end(), Class::Head) {
        found.push(match head::strength(reading.value(hit, Class::Head)) {
            _ if hit.start() <= inner.start() => "in:bare-head",
            "strong" | "tail" => "in:head:strong",
            "verbal" => "in:head:verbal",
            "venue" => "in:head:venue",
            "weak" => "in:head:weak",
            _ => "in:head:suffix",
        });
    }
    let cue = cue::ending(reading, inner.end(), "end:").filter(|(hit, _)| hit.start() > inner.start());
    found.extend(cue.map(|(_, value)| value));
    found
}

fn is_divider(c: char) -> bool {
    han::enumerates(c) || matches!(c, '，' | ',' | '；' | ' ' | '\u{3000}')
}

/// Whether the parts between commas are of one length: 产业强市、创新立市、生态美市.
fn parallel(text: &str) -> bool {
    let mut lengths = text.split(is_divider).filter(|part| !part.is_empty()).map(|part| part.chars().count());
    let first = lengths.next().unwrap_or(0);
    first >= 2 && lengths.all(|length| length == first)
}

/// Whether a numeral returns at every other character: 一企一策.
fn refrain(text: &str) -> bool {
    let first = text.chars().next().filter(|&c| han::is_numeral(c));
    text.chars().count() >= 4 && first.is_some() && text.chars().step_by(2).all(|c| Some(c) == first)
}

/// The length in characters, in classes.
pub fn length(text: &str) -> &'static str {
    match text.chars().count() {
        0 | 1 => "length:1",
        2 => "length:2",
        3 => "length:3",
        4 => "length:4",
        5 | 6 => "length:5",
        7..=9 => "length:7",
        _ => "length:10",
    }
}

fn whole_place(reading: &Reading, inner: Span) -> bool {
    reading.all_ending(inner.end(), Class::Place).any(|hit| hit.span() == inner)
}

fn holds_place(reading: &Reading, inner: Span) -> bool {
    cue::hits_from(reading, inner.start())
        .take_while(|hit| hit.start() < inner.end())
        .filter(|hit| hit.end() <= inner.end() && hit.span() != inner && hit.span().len() > 3)
        .any(|hit| hit.is(Class::Place))
}
