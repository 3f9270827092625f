//! The head noun of a name: how far it reaches to the right of a quotation.

use crate::lexicon::{Class, Hit, halves};
use crate::mention::reading::Reading;
use crate::text::han;

use super::cue;

/// The most characters between a quotation and its head noun (现代菜篮子生产示范基地 has 7).
const GAP: usize = 10;

/// The most characters of a head that is not known.
const OPEN: usize = 8;

/// A head noun with whatever modifies it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head<'a> {
    /// Where the last noun of the chain ends.
    pub end: usize,
    /// `kind:strength` of the last noun that has a kind of its own.
    pub value: &'a str,
    /// Whether other nouns stand between.
    pub modified: bool,
}

impl<'a> Head<'a> {
    pub fn strength(&self) -> &'a str {
        strength(self.value)
    }

    /// Whether no table knows it.
    pub fn is_open(&self) -> bool {
        self.strength() == "open"
    }

    /// What it says for a quotation before it.
    pub fn feature(&self) -> &'static str {
        match (self.strength(), self.modified) {
            ("strong" | "tail", false) => "head:strong",
            ("strong" | "tail", true) => "head:strong-far",
            ("verbal", false) => "head:verbal",
            ("verbal", true) => "head:verbal-far",
            ("venue", false) => "head:venue",
            ("venue", true) => "head:venue-far",
            ("open", _) => "head:open",
            _ => "head:weak",
        }
    }
}

/// The second half of a head noun's value.
pub fn strength(value: &str) -> &str {
    halves(value, b':').map_or("", |(_, strength)| strength)
}

/// The head noun that follows at `at`: one that is known, or whatever nouns stand there up to the end of the phrase.
pub fn after<'a>(reading: &Reading<'a>, at: usize) -> Option<Head<'a>> {
    known(reading, at).or_else(|| open(reading, at))
}

/// Nouns that no table knows as the heads of initiatives: 民宿群, 管护.
fn open<'a>(reading: &Reading<'a>, at: usize) -> Option<Head<'a>> {
    if ends_phrase(reading, at) {
        return None;
    }
    let words = reading.lexicon.words();
    let mut here = at;
    while reading.text[at..here].chars().count() < OPEN {
        let end = word(reading, here);
        if !reading.text[here..end].chars().all(han::is_han) {
            return None;
        }
        let tag = words.tag(&reading.text[here..end]);
        let noun = tag.is_some_and(|tag| tag.starts_with('n') || tag == "vn");
        if !noun && (here > at || !matches!(tag, Some("b" | "v" | "f" | "s" | "an"))) {
            return None;
        }
        here = end;
        if noun && ends_phrase(reading, here) {
            let event = cue::ending(reading, here, "end:event").is_some() || reading.text[at..here].chars().count() < 2;
            return (!event).then_some(Head { end: here, value: ":open", modified: false });
        }
    }
    None
}

fn known<'a>(reading: &Reading<'a>, at: usize) -> Option<Head<'a>> {
    let mut here = at;
    for _ in 0..GAP {
        let near = |&hit: &Hit| here == at || strength(reading.value(hit, Class::Head)) != "weak";
        if let Some(hit) = at_head(reading, here).filter(near) {
            let end = extended(reading, hit);
            let value = reading.ending(end, Class::Head).map_or("", |last| reading.value(last, Class::Head));
            return Some(Head { end, value, modified: here > at });
        }
        here = step(reading, here)?;
    }
    None
}

/// The longest head noun at `here` that stands as a noun.
fn at_head(reading: &Reading, here: usize) -> Option<Hit> {
    let hit = reading.starting(here, Class::Head)?;
    stands(reading, hit).then_some(hit)
}

/// The end of the chain that starts with `hit`: head nouns directly after each other make one (改革试点, 服务品牌).
pub fn extended(reading: &Reading, hit: Hit) -> usize {
    let mut end = hit.end();
    while let Some(next) = at_head(reading, end) {
        end = next.end();
    }
    end
}

/// Whether a head noun is one here, not part of a longer word (工程师) and, where it is a verb too, without an object.
pub fn stands(reading: &Reading, hit: Hit) -> bool {
    let strength = strength(reading.value(hit, Class::Head));
    if strength == "suffix" || longer_word(reading, hit) {
        return false;
    }
    !matches!(strength, "verbal" | "weak") || ends_phrase(reading, hit.end()) || at_head(reading, hit.end()).is_some()
}

/// Whether a common word starts where the head does and goes on after it.
fn longer_word(reading: &Reading, hit: Hit) -> bool {
    let mut end = hit.end();
    (0..2).any(|_| {
        let next = reading.right(end);
        let grown = next > end && reading.after(end).is_some_and(han::is_han);
        end = next;
        grown && reading.lexicon.words().frequency(&reading.text[hit.start()..end]) > 0
    })
}

/// Whether a noun may end at `at`: punctuation, a function word or a verb follows.
pub fn ends_phrase(reading: &Reading, at: usize) -> bool {
    let Some(c) = reading.after(at) else { return true };
    !han::is_han(c) && !c.is_alphanumeric()
        || han::is_numeral(c)
        || cue::starting(reading, at, "stop").is_some()
        || cue::starting(reading, at, "after:").is_some()
        || reading.starting(at, Class::Govern).is_some_and(|hit| hit.span().len() > 3)
}

/// One word to the right, if nothing there ends the noun phrase.
fn step(reading: &Reading, at: usize) -> Option<usize> {
    let c = reading.after(at)?;
    if c.is_ascii_alphanumeric() || han::adds(c) {
        return Some(reading.right(at));
    }
    if !han::is_han(c) {
        return None;
    }
    let end = uncrossed(reading, at, word(reading, at));
    let covers = |kind| cue::starting(reading, at, kind).is_some_and(|(hit, _)| hit.end() >= end);
    (!covers("stop") && !covers("after:carry")).then_some(end)
}

/// The end of a word, or the start of a head noun that lies across it: 包|联机|制 is 包联|机制.
pub fn uncrossed(reading: &Reading, start: usize, end: usize) -> usize {
    let inside = reading.text[start..end].char_indices().map(|(at, _)| start + at).skip(1);
    let crosses = |&at: &usize| reading.starting(at, Class::Head).is_some_and(|hit| hit.end() > end);
    inside.into_iter().find(crosses).unwrap_or(end)
}

/// The end of the longest common word or place at `at`, or of the character.
pub fn word(reading: &Reading, at: usize) -> usize {
    let mut end = reading.right(at);
    let whole = cue::starting(reading, at, "whole").map(|(hit, _)| hit.end());
    let place = reading.starting(at, Class::Place).map(|hit| hit.end());
    let mut longest = end.max(whole.unwrap_or(0)).max(place.unwrap_or(0));
    for _ in 1..4 {
        if !reading.after(end).is_some_and(han::is_han) {
            break;
        }
        end = reading.right(end);
        if reading.lexicon.words().frequency(&reading.text[at..end]) > 0 {
            longest = longest.max(end);
        }
    }
    longest
}
