//! What a general tagger would make of the same pages: every `nr` an official, every `ns` a division.

use std::collections::BTreeSet;

use super::facts::Wanted;
use super::gold::Gold;
use super::matching::matching;
use super::measure::{Measure, Tally};
use super::normal::Normal;
use super::score::Score;
use crate::lexicon::{Level, Lexicon, Term};
use crate::text::Tagger;

/// The dictionary's tag of persons, and of places.
const PERSON: &str = "nr";
const PLACE: &str = "ns";

/// The naive score of a page: officials and divisions only, because a tagger knows nothing of the rest.
///
/// White space is taken out first, which helps the tagger over broken lines. A place of several meanings is given the
/// first code, as a table look-up would.
pub fn baseline(gold: &Gold, text: &str, tagger: &Tagger, lexicon: &Lexicon) -> Score {
    let normal = Normal::built_in();
    let wanted = Wanted::new(gold, &normal);
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (mut people, mut places) = (BTreeSet::new(), BTreeSet::new());
    for (word, tag) in tagger.words(&text) {
        match tag.as_str() {
            PERSON if word.chars().count() > 1 => {
                people.insert(normal.name(&word));
            }
            PLACE => places.extend(code(lexicon, &word)),
            _ => {}
        }
    }
    let mut score = Score::default();
    score.set(Measure::Officials, tally(&wanted.officials, people));
    score.set(Measure::Divisions, tally(&wanted.divisions, places));
    score
}

fn tally(wanted: &[String], found: BTreeSet<String>) -> Tally {
    let found: Vec<String> = found.into_iter().collect();
    let met = matching(wanted, &found, |want, found| want == found);
    Tally { hits: met.hits.len(), missed: met.missed.len(), wrong: met.left.len() }
}

/// The first code that has `word` as one of its names.
fn code(lexicon: &Lexicon, word: &str) -> Option<String> {
    let hits = lexicon.scan(word);
    let whole = hits.any_starting(0).iter().find(|hit| hit.end() == word.len()).copied()?;
    let divisions = lexicon.terms(whole).iter().filter_map(|term| match term {
        Term::Place(sense) => Some(lexicon.gazetteer().get(sense.division)),
        Term::Word { .. } => None,
    });
    divisions.filter(|division| division.level < Level::Township).map(|division| division.code.to_owned()).min()
}
