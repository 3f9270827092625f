//! One automaton for every surface of the lexicon.
//!
//! daachorse's character-wise double array: three times faster than the next automaton on Chinese text and 3 MB for
//! sixty thousand names. Overlapping matches, because which of two overlapping readings is right is decided later, with
//! more knowledge than the length of a match.

use std::ops::Range;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::hits::Hit;
use super::packed::Numbers;
use super::term::Classes;

pub(super) struct Matcher {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    /// For each surface, where its terms begin in the lexicon's list, and their classes.
    surfaces: Numbers,
}

impl Matcher {
    /// From what the build wrote.
    pub(super) fn new(automaton: &'static [u8], surfaces: &'static [u8]) -> Self {
        let automaton = CharwiseDoubleArrayAhoCorasick::deserialize(automaton).expect("the build wrote it").0;
        Self { automaton, surfaces: Numbers::new(surfaces) }
    }

    pub(super) fn exact(&self, word: &str) -> Option<Hit> {
        self.found(word).find(|hit| hit.start() == 0 && hit.end() == word.len())
    }

    /// Every hit, by end and then longest first.
    #[inline]
    pub(super) fn found(&self, text: &str) -> impl Iterator<Item = Hit> {
        self.automaton.find_overlapping_iter(text).map(|found| {
            let classes = self.surfaces.get(found.value() as usize * 2 + 1);
            Hit::new(found.start(), found.end(), found.value(), Classes::from_bits(classes))
        })
    }

    /// Which of the lexicon's terms a hit has.
    #[inline]
    pub(super) fn terms(&self, hit: Hit) -> Range<usize> {
        let first = |row: u32| self.surfaces.get(row as usize * 2) as usize;
        first(hit.surface())..first(hit.surface() + 1)
    }
}
