//! Names of people that a table lists as wholes, and words that it says are none.

use crate::lexicon::{Class, Hit};
use crate::text::Span;

use super::super::reading::Reading;

/// The value of a word that is no name.
const NOT: &str = "not";

/// The longest listed name that starts at `at`.
pub(super) fn starting(reading: &Reading, at: usize) -> Option<Span> {
    longest(reading, || reading.all_starting(at, Class::Person))
}

/// The longest listed name that ends at `at`.
pub(super) fn ending(reading: &Reading, at: usize) -> Option<Span> {
    longest(reading, || reading.all_ending(at, Class::Person))
}

fn longest<I: Iterator<Item = Hit>>(reading: &Reading, hits: impl Fn() -> I) -> Option<Span> {
    let named = |&hit: &Hit| reading.value(hit, Class::Person) != NOT;
    if reading.lexicon.has(Class::Person) { hits().find(named).map(|hit| hit.span()) } else { None }
}

/// Whether a table says that this is the name of a person.
pub fn is_listed(reading: &Reading, span: Span) -> bool {
    whole(reading, span).is_some_and(|value| value != NOT)
}

/// Whether a table says that this is no name of a person.
pub(super) fn is_none(reading: &Reading, span: Span) -> bool {
    whole(reading, span) == Some(NOT)
}

fn whole<'a>(reading: &Reading<'a>, span: Span) -> Option<&'a str> {
    if !reading.lexicon.has(Class::Person) {
        return None;
    }
    let hit = reading.all_starting(span.start(), Class::Person).find(|hit| hit.end() == span.end())?;
    Some(reading.value(hit, Class::Person))
}
