//! What stands between quotation marks, as features of the classifier.

use crate::lexicon::{Class, Hit};
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::{cue, head};

/// The evidence between the marks. `headed`: whether a head noun follows, beside which the words themselves say less.
pub fn inside<'a>(reading: &Reading<'a>, inner: Span, headed: bool, found: &mut Vec<&'a str>) {
    let text = reading.slice(inner);
    let first = found.len();
    found.push(length(text));
    shape(text, found);
    known(reading, inner, headed, found);
    ending(reading, inner, found);
    for (at, _) in text.char_indices() {
        if let Some((hit, value)) = cue::starting(reading, inner.start() + at, "in:")
            && value != KNOWN
            && hit.end() <= inner.end()
            && !found[first..].contains(&value)
            && !swallowed(reading, inner, hit)
        {
            found.push(value);
        }
    }
}

/// Whether a cue of one character is a piece of a noun or of a place: 别 in 大别山, 就 in 就业.
fn swallowed(reading: &Reading, inner: Span, cue: Hit) -> bool {
    let (start, end) = (cue.start(), cue.end());
    if cue.span().len() > 3 {
        return false;
    }
    let place = |hit: &Hit| hit.is(Class::Place) && hit.span().contains(cue.span()) && hit.span().len() > 3;
    if reading.hits_between(inner.start(), inner.end()).iter().any(place) {
        return true;
    }
    let noun = |from: usize, to: usize| {
        let inside = inner.start() <= from && to <= inner.end();
        let tag = reading.lexicon.words().tag(&reading.text[from.min(to)..to]);
        inside && tag.is_some_and(|tag| tag.starts_with('n') || tag == "vn")
    };
    (start > inner.start() && noun(reading.left(start), end)) || (end < inner.end() && noun(start, reading.right(end)))
}

/// The cue of names that are known as wholes.
const KNOWN: &str = "in:known";

/// Adds a feature that holds.
fn flag(found: &mut Vec<&str>, holds: bool, feature: &'static str) {
    if holds {
        found.push(feature);
    }
}

/// What its characters look like.
fn shape(text: &str, found: &mut Vec<&str>) {
    let any = |class: fn(char) -> bool| text.chars().any(class);
    let numerals = text.chars().filter(|&c| han::is_numeral(c)).count();
    // Most names hold ideographs only, and of these little is to be asked.
    let marked = !text.bytes().step_by(3).all(han::begins_ideograph);
    if marked {
        flag(found, any(han::adds), "in:plus");
        flag(found, any(|c| c.is_ascii_alphanumeric()), "in:ascii");
        flag(found, any(han::is_name_dot), "in:dot");
    }
    if numerals > 0 {
        flag(found, text.chars().next().is_some_and(han::is_numeral), "in:numeral-first");
        found.push(if numerals >= 2 { "in:numerals" } else { "in:numeral" });
    }
    flag(found, marked && text.chars().all(|c| c.is_ascii_digit() || han::is_name_dot(c)), "in:only-digits");
    flag(found, numerals > 0 && refrain(text), "in:refrain");
    if marked && any(is_divider) {
        found.push(if parallel(text) { "in:parallel" } else { "in:divided" });
    }
}

/// What the lexicon knows of the whole.
fn known(reading: &Reading, inner: Span, headed: bool, found: &mut Vec<&str>) {
    let text = reading.slice(inner);
    let pick = |with, without| if headed { with } else { without };
    let is = |class| reading.exact(inner, class).is_some();
    flag(found, is(Class::Rhetoric), pick("headed:rhetoric", "in:rhetoric"));
    flag(found, is(Class::Doctrine), pick("headed:doctrine", "in:doctrine"));
    flag(found, whole_place(reading, inner), pick("headed:only-place", "in:only-place"));
    flag(found, reading.lexicon.words().frequency(text) > 0, pick("headed:word", "in:word"));
    flag(found, reading.exact(inner, Class::Cue) == Some(KNOWN), KNOWN);
    let place = holds_place(reading, inner);
    flag(found, place, "in:place");
    flag(found, text.contains(han::is_dash) && !(place && pair(text)), "in:dash");
}

/// What its last word is: a head noun, or a word that ends figures of speech and events.
fn ending<'a>(reading: &Reading<'a>, inner: Span, found: &mut Vec<&'a str>) {
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
}

/// Whether a dash joins two names (南江—磐安), as the parts of a process are not (户收集—村转运—县处理).
fn pair(text: &str) -> bool {
    let mut names = text.split(han::is_dash);
    let name = |name: Option<&str>| name.is_some_and(|name| name.chars().count() >= 2 && name.chars().all(han::is_han));
    name(names.next()) && name(names.next()) && names.next().is_none()
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
    let place = |hit: &Hit| hit.is(Class::Place) && hit.end() <= inner.end() && hit.span() != inner;
    reading.hits_between(inner.start(), inner.end()).iter().any(|hit| place(hit) && hit.span().len() > 3)
}
