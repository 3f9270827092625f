//! Dates and the names of papers, read from short stretches of text.

use super::cues::{Cue, Cues, Kinds};
use crate::text::han::{is_colon, is_han, is_space};

/// A date at the beginning of `text`, as `YYYY-MM-DD` or shorter, and the rest behind it.
pub(super) fn date<'a>(text: &'a str, cues: &Cues) -> Option<(String, &'a str)> {
    let (year, rest) = number(text, 4..=4)?;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let (written, rest) = after(rest, Cue::Year, cues)?;
    let Some((m, behind)) = number(rest, 1..=2).filter(|(m, _)| (1..=12).contains(m)) else {
        return written.then(|| (format!("{year}"), rest));
    };
    let Some((_, behind)) = after(behind, Cue::Month, cues) else {
        return (!written).then(|| (format!("{year}-{m:02}"), behind));
    };
    let Some((d, end)) = number(behind, 1..=2).filter(|(d, _)| (1..=31).contains(d)) else {
        return Some((format!("{year}-{m:02}"), behind));
    };
    let end = cues.opens(end, Cue::Day).map_or(end, |hit| &end[hit.end..]);
    Some((format!("{year}-{m:02}-{d:02}"), end))
}

/// The first date anywhere in `text`.
pub(super) fn find_date(text: &str, cues: &Cues) -> Option<String> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..text.len()).filter(|&at| digit(at) && (at == 0 || !digit(at - 1)));
    starts.filter_map(|at| date(&text[at..], cues)).map(|(date, _)| date).max_by_key(String::len)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    if !digits.contains(&end) {
        return None;
    }
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// Past a written mark or one of the signs used in its place; whether it was written.
fn after<'a>(text: &'a str, mark: Cue, cues: &Cues) -> Option<(bool, &'a str)> {
    if let Some(hit) = cues.opens(text, mark) {
        return Some((true, &text[hit.end..]));
    }
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    Some((false, &text[sign.len_utf8()..]))
}

/// Whether the token is the name of a paper or station; `loose` admits the endings that other words have too.
pub(super) fn is_outlet(token: &str, cues: &Cues, loose: bool) -> bool {
    let count = token.chars().count();
    let word = token.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric());
    if !word || !(2..=16).contains(&count) {
        return false;
    }
    if cues.is(token, Cue::Named) {
        return true;
    }
    let ends = |kind| cues.ends(token, kind).is_some_and(|hit| hit.start > 0);
    ends(Cue::Outlet)
        || loose && (ends(Cue::Site) || cues.opens(token, Cue::Paper).is_some_and(|hit| hit.end < token.len()))
}

/// The paper that a line names behind a source cue, or else as a token of its own.
pub(super) fn outlet(line: &str, cues: &Cues) -> Option<String> {
    if let Some(name) = sourced(line, cues) {
        return Some(name);
    }
    let dated = find_date(line, cues).is_some();
    let tokens = || line.split(is_space).map(bare).filter(|token| !token.is_empty());
    tokens()
        .find(|token| is_outlet(token, cues, false))
        .or_else(|| tokens().find(|token| dated && is_outlet(token, cues, true)))
        .map(str::to_owned)
}

/// What stands behind a source cue and its colon.
fn sourced(line: &str, cues: &Cues) -> Option<String> {
    for hit in cues.hits(line, Kinds::of(&[Cue::Source])) {
        let rest = line[hit.end..].trim_start_matches(is_space);
        let Some(rest) = rest.strip_prefix(|c| is_colon(c) || c == '《') else { continue };
        let name = bare(rest.trim_start_matches(is_space).split(|c| is_space(c) || c == '》').next().unwrap_or(""));
        if is_outlet(name, cues, true) || is_office(name, cues) {
            return Some(name.to_owned());
        }
    }
    None
}

/// Whether the token is the name of an office: longer than what its name ends in, and nothing but characters.
fn is_office(token: &str, cues: &Cues) -> bool {
    token.chars().all(is_han) && cues.ends(token, Cue::Office).is_some_and(|hit| hit.start > 0)
}

fn bare(token: &str) -> &str {
    token.trim_matches(|c: char| !c.is_alphanumeric())
}
