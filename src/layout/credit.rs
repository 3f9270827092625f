//! Lines that say who wrote: roles, names, papers, and nothing else.

use super::cues::{Cue, Cues, Kinds};
use super::kind::Found;
use super::stamp;
use crate::text::han::{closes, ends_sentence, enumerates, is_bullet, is_colon, is_han, is_name_dot, is_space, opens};

const ROLES: Kinds = Kinds::of(&[Cue::Role, Cue::Photo, Cue::Staff, Cue::Source, Cue::Issued]);

/// Whether a whole line is a credit.
pub(super) fn is_credit(text: &str, found: &Found, cues: &Cues) -> bool {
    let bare = text.trim_start_matches(|c| is_bullet(c) || is_space(c));
    let inner = bracketed(bare);
    let credited = found.has(Cue::Source) || found.has(Cue::Role) || found.has(Cue::Photo);
    if inner.is_none() && !credited || !is_balanced(text) {
        return false;
    }
    if found.has(Cue::Source) && stamp_source(text, cues) {
        return true;
    }
    if let Some(inner) = inner {
        return is_credited(inner, found, cues) && !cues.hits(inner, ROLES).all(|hit| hit.kinds.has(Cue::Staff));
    }
    if !found.has(Cue::Role) && !found.has(Cue::Photo) || text.contains(['，', ',', '“', '”']) {
        return false;
    }
    let opened = cues.at(bare, ROLES).is_some();
    let slashed = bare.contains(['/', '／']);
    // An interview names its turns like this; a credit has short names and no question.
    let turn = cues.opens(bare, Cue::Turn).is_some_and(|hit| bare[hit.end..].starts_with(is_colon));
    let longest = if turn { TURN } else { NAME };
    let asks = bare.ends_with(ends_sentence);
    !asks && (opened || slashed || stamp::date(bare, cues).is_some()) && is_made_of_names(bare, longest, cues)
}

/// A credit in brackets, without them: a role and names, or names with white space between.
pub(super) fn is_credited(inner: &str, found: &Found, cues: &Cues) -> bool {
    if found.has(Cue::Role) || found.has(Cue::Photo) {
        return is_made_of_names(inner, PHRASE, cues);
    }
    let parts: Vec<&str> = inner.split(|c| is_space(c) || enumerates(c)).filter(|part| !part.is_empty()).collect();
    let letters: usize = parts.iter().map(|part| part.chars().count()).sum();
    let name = |part: &&str| part.chars().all(|c| is_han(c) || is_name_dot(c)) && part.chars().count() <= 4;
    let names = parts.iter().all(|part| name(part) || stamp::is_outlet(part, cues, false));
    parts.len() >= 2 && names && letters >= 2
}

/// Brackets that were opened are closed, and none other: a line that began or ends in the middle of one is no whole.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0i32;
    for c in text.chars() {
        depth += i32::from(opens(c)) - i32::from(closes(c));
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(opens)?.strip_suffix(closes)?;
    (!inner.contains(['（', '）', '(', ')'])).then_some(inner)
}

fn stamp_source(text: &str, cues: &Cues) -> bool {
    let mut hits = cues.hits(text, Kinds::of(&[Cue::Source]));
    let colon = hits.any(|hit| text[hit.end..].trim_start_matches(is_space).starts_with(is_colon));
    colon && !text.contains(['，', '。'])
}

/// The longest name without a dot that a bare line may hold; and the longest phrase between brackets.
const NAME: usize = 7;
const TURN: usize = 4;
const PHRASE: usize = 12;

/// Whether nothing is left of the text but names when roles, papers and dates are taken out.
fn is_made_of_names(text: &str, longest: usize, cues: &Cues) -> bool {
    let mut rest = text;
    let mut bound = false;
    let mut credited = false;
    while let Some(c) = rest.chars().next() {
        if let Some(hit) = cues.at(rest, ROLES) {
            credited |= hit.kinds.has(Cue::Role) || hit.kinds.has(Cue::Photo);
            rest = &rest[hit.end..];
            bound = true;
        } else if let Some((_, behind)) = stamp::date(rest, cues) {
            rest = behind;
        } else if !is_han(c) {
            if !c.is_ascii_digit() && c.is_alphanumeric() && !c.is_ascii() {
                return false;
            }
            bound = false;
            rest = &rest[c.len_utf8()..];
        } else {
            let word = word(rest, cues);
            if !is_name(word, bound, longest, cues) {
                return false;
            }
            bound = false;
            rest = &rest[word.len()..];
        }
    }
    credited
}

/// Up to the next role or the next character that no name holds.
fn word<'a>(text: &'a str, cues: &Cues) -> &'a str {
    for (at, c) in text.char_indices() {
        let role = at > 0 && cues.at(&text[at..], ROLES).is_some();
        if role || !is_han(c) && !is_name_dot(c) {
            return &text[..at];
        }
    }
    text
}

fn is_name(word: &str, bound: bool, longest: usize, cues: &Cues) -> bool {
    let count = word.chars().count();
    if bound && cues.opens(word, Cue::Stray).is_some() {
        return false;
    }
    count <= longest || word.contains(is_name_dot) && count <= 20 || stamp::is_outlet(word, cues, true)
}

/// The credit that ends a paragraph, with its brackets: where it begins.
pub(super) fn at_end(text: &str, cues: &Cues) -> Option<usize> {
    let text = text.trim_end_matches(is_space);
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let inner = inner[open..].trim_start_matches(opens);
    if inner.len() > 180 {
        return None;
    }
    let before = text[..open].trim_end_matches(is_space);
    let found = Found::of(inner, cues);
    let after_stop = before.chars().next_back().is_none_or(|c| ends_sentence(c) || closes(c));
    (after_stop && is_credited(inner, &found, cues)).then_some(open)
}
