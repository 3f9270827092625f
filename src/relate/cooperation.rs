//! Who acts together: two or more divisions joined in one sentence that speaks of doing something in common.

use std::collections::BTreeSet;

use crate::lexicon::{Class, DivisionId, Gazetteer, Level};
use crate::link::{Discourse, Resolved};
use crate::mention::Mentioned;
use crate::text::{Span, han};

/// The longest text between two names that still joins them (、, 与, 同甘肃省).
const JOINED: usize = 4;

/// The cooperations that one passage states, each with its sentence (local to the passage).
///
/// Two names and a word such as 携手 are not enough: 甲区学习乙县与丙县共建的… would pair the wrong two. The names must be
/// joined to each other, by 与, 和 or a list, on the way to the word.
pub fn cooperations(
    mentioned: &Mentioned,
    passage: usize,
    discourse: &Discourse,
    gazetteer: &Gazetteer,
) -> Vec<(Span, Vec<DivisionId>)> {
    let reading = &mentioned.reading;
    let mut found: Vec<(Span, Vec<DivisionId>)> = Vec::new();
    for hit in reading.hits_of(Class::Cooperate) {
        let quoted = reading.before(hit.start()).is_some_and(han::opens);
        if quoted || reading.value(hit, Class::Cooperate) == "with" {
            continue;
        }
        let sentence = reading.sentence(hit.start());
        if found.iter().any(|(span, _)| *span == sentence) {
            continue;
        }
        let before = Span::new(sentence.start().min(hit.start()), hit.start());
        let places: Vec<Resolved> = discourse
            .resolved()
            .iter()
            .filter(|place| place.passage == passage && before.contains(place.span))
            .copied()
            .collect();
        let parties = joined(reading.text, &places, gazetteer, |at| {
            reading.ending(at, Class::Cooperate).is_some_and(|hit| reading.value(hit, Class::Cooperate) == "with")
                || reading.ending(at, Class::Join).is_some()
        });
        if parties.len() > 1 {
            found.push((sentence, parties.into_iter().collect()));
        }
    }
    found
}

/// The divisions of the last run of joined names; a name that only says where the next one lies is none of them.
pub(super) fn joined(
    text: &str,
    places: &[Resolved],
    gazetteer: &Gazetteer,
    join: impl Fn(usize) -> bool,
) -> BTreeSet<DivisionId> {
    let mut parties: BTreeSet<DivisionId> = BTreeSet::new();
    for (i, place) in places.iter().enumerate() {
        let division = gazetteer.county(place.division);
        let next = places.get(i + 1).filter(|next| next.span.start() == place.span.end());
        if next.is_some_and(|next| gazetteer.holds(place.division, next.division)) {
            continue;
        }
        // 与湖北省|利川市: the join stands before the province.
        let mut start = i;
        while start > 0 && places[start - 1].span.end() == places[start].span.start() {
            start -= 1;
        }
        let linked = start > 0 && {
            let gap = &text[places[start - 1].span.end()..places[start].span.start()];
            gap.chars().count() <= JOINED && join(places[start].span.start())
        };
        if !linked {
            parties.clear();
        }
        let related = |other: &DivisionId| gazetteer.holds(*other, division) || gazetteer.holds(division, *other);
        if gazetteer.level(division) != Level::Province
            && !parties.iter().any(|other| related(other) && *other != division)
        {
            parties.insert(division);
        }
    }
    parties
}
