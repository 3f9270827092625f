//! What the words say that a name without quotation marks is made of, as features of the classifier.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::{cue, head, inside};

/// How many words the body has, and of what kind.
#[derive(Default)]
struct Count {
    words: usize,
    generic: usize,
    unknown: usize,
}

/// The evidence of the body.
pub fn features<'a>(reading: &Reading<'a>, body: Span) -> Vec<&'a str> {
    let text = reading.slice(body);
    let count = count(reading, body);
    let unknown = match count.unknown {
        0 => "body:known",
        1 => "body:unknown:1",
        2 => "body:unknown:2",
        _ => "body:unknown:3",
    };
    let place = reading.starting(body.start(), Class::Place);
    let more = [
        (counted(reading, body), "body:counted"),
        (count.generic == count.words, "body:generic"),
        (count.generic > 0 && count.generic < count.words, "body:generic-part"),
        (count.generic == 0, "body:specific"),
        (pair(reading, body), "body:pair"),
        (text.chars().any(|c| c.is_ascii_alphanumeric() || han::adds(c)), "body:ascii"),
        (text.chars().any(han::is_numeral), "body:numeral"),
        (place.is_some_and(|hit| hit.span().len() > 3 && hit.end() <= body.end()), "body:place"),
        (reading.exact(body, Class::Doctrine).is_some(), "body:doctrine"),
    ];
    let more = more.into_iter().filter(|(holds, _)| *holds).map(|(_, feature)| feature);
    [inside::length(text), unknown].into_iter().chain(more).collect()
}

fn count(reading: &Reading, body: Span) -> Count {
    let mut count = Count::default();
    let mut here = body.start();
    while here < body.end() {
        count.words += 1;
        here = match cue::starting(reading, here, "generic").filter(|(hit, _)| hit.end() <= body.end()) {
            Some((hit, _)) => {
                count.generic += 1;
                hit.end()
            }
            None => {
                let end = head::word(reading, here).min(body.end());
                count.unknown += usize::from(end <= reading.right(here));
                end
            }
        };
    }
    count
}

/// Whether things are counted in it: 沿线十二个片区.
fn counted(reading: &Reading, body: Span) -> bool {
    reading.slice(body).char_indices().any(|(at, c)| {
        let unit = body.start() + at + c.len_utf8();
        han::is_numeral(c) && cue::starting(reading, unit, "unit").is_some_and(|(hit, _)| hit.end() <= body.end())
    })
}

/// Two provinces by one character each: 苏陕协作.
pub fn pair(reading: &Reading, body: Span) -> bool {
    let abbreviation = |at: usize| cue::starting(reading, at, "abbr").is_some();
    reading.slice(body).chars().count() == 2 && abbreviation(body.start()) && abbreviation(reading.right(body.start()))
}
