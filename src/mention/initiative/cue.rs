//! Look-ups in the table of what stands around names.

use crate::lexicon::{Class, Hit, Term};
use crate::mention::reading::Reading;

/// The longest cue of this kind that ends at `at`, with its value.
pub fn ending<'a>(reading: &Reading<'a>, at: usize, kind: &str) -> Option<(Hit, &'a str)> {
    reading.all_ending(at, Class::Cue).find_map(|hit| value(reading, hit, kind).map(|value| (hit, value)))
}

/// The longest cue of this kind that starts at `at`, with its value.
pub fn starting<'a>(reading: &Reading<'a>, at: usize, kind: &str) -> Option<(Hit, &'a str)> {
    reading.all_starting(at, Class::Cue).find_map(|hit| value(reading, hit, kind).map(|value| (hit, value)))
}

/// The value with which a hit is a cue of this kind.
pub fn value<'a>(reading: &Reading<'a>, hit: Hit, kind: &str) -> Option<&'a str> {
    reading.lexicon.terms(hit).iter().find_map(|term| match term {
        Term::Word { class: Class::Cue, row } => {
            Some(reading.lexicon.rows()[*row as usize].value()).filter(|value| value.starts_with(kind))
        }
        _ => None,
    })
}
