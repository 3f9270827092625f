//! One automaton for every surface of the lexicon.
//!
//! daachorse's character-wise double array: three times faster than the next automaton on Chinese text and 3 MB for
//! sixty thousand names. Overlapping matches, because which of two overlapping readings is right is decided later, with
//! more knowledge than the length of a match.

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::hits::Hit;
use super::packed::Numbers;

pub(super) struct Matcher {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    /// For each surface, where its terms begin in the lexicon's list; those of the next begin where they end.
    first: Numbers,
}

impl Matcher {
    /// From what the build wrote.
    pub(super) fn new(automaton: &'static [u8], first: &'static [u8]) -> Self {
        let automaton = CharwiseDoubleArrayAhoCorasick::deserialize(automaton).expect("the build wrote it").0;
        Self { automaton, first: Numbers::new(first) }
    }

    pub(super) fn exact(&self, word: &str) -> Option<Hit> {
        self.found(word).find(|hit| hit.start() == 0 && hit.end() == word.len())
    }

    /// Every hit, by end and then longest first.
    pub(super) fn found(&self, text: &str) -> impl Iterator<Item = Hit> {
        self.automaton.find_overlapping_iter(text).map(|found| {
            let surface = found.value() as usize;
            Hit::new(found.start(), found.end(), self.first.get(surface), self.first.get(surface + 1))
        })
    }
}
