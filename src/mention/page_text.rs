//! The text of a whole page, as evidence on names.

use crate::layout::Article;
use crate::text::Span;

use super::name::Page;

/// Two characters of Chinese text, in bytes: what strings are looked up by.
const KEY: usize = 6;
/// The most bits of a slot's number, and thus slots: as many as a full newspaper page has different pairs of characters.
const BITS: u32 = 12;
/// No further place.
const NONE: u32 = u32::MAX;

/// The text of a whole page with, for each pair of characters, the places where it stands: a page asks some hundred times
/// how often a string stands on it, and looking through all of it each time would make long pages slow.
pub struct PageText {
    text: String,
    bits: u32,
    /// The last place of the pairs of each slot.
    last: Vec<u32>,
    /// For each character, by its place divided by three (no character of a pair is shorter): the place before it in its
    /// slot.
    before: Vec<u32>,
}

/// Where the next passage begins behind one that ends at `end`.
pub(super) fn behind(end: usize) -> usize {
    end + BETWEEN.len()
}

/// What stands between two passages.
const BETWEEN: &str = "\n";

impl PageText {
    pub fn new(articles: &[Article]) -> Self {
        let passages = articles.iter().flat_map(Article::passages);
        Self::of(passages.map(|(_, passage)| passage.text()).collect::<Vec<_>>().join(BETWEEN))
    }

    fn of(text: String) -> Self {
        // A short page has fewer slots than there are: each has to be made empty.
        let bits = (text.len() / 3).max(2).ilog2().min(BITS);
        let mut last = vec![NONE; 1 << bits];
        let mut before = vec![NONE; text.len() / 3 + 1];
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let Some(pair) = bytes[at..].first_chunk().filter(|_| is_long(byte)) else {
                at += 1;
                continue;
            };
            before[at / 3] = std::mem::replace(&mut last[slot(pair, bits)], at as u32);
            at += KEY / 2;
        }
        Self { text, bits, last, before }
    }

    /// Where `text` stands on the page, by position; occurrences do not overlap.
    pub(super) fn spans(&self, text: &str) -> Vec<Span> {
        let span = |at: usize| Span::new(at, at + text.len());
        let Some(all) = self.backwards(text) else {
            return self.text.match_indices(text).map(|(at, _)| span(at)).collect();
        };
        let mut spans: Vec<Span> = all.map(span).collect();
        spans.reverse();
        let mut past = 0;
        spans.retain(|span| {
            let free = span.start() >= past;
            past = if free { span.end() } else { past };
            free
        });
        spans
    }

    /// Where `text` stands, from the end of the page on; nothing where no pair of characters leads to it.
    fn backwards(&self, text: &str) -> Option<impl Iterator<Item = usize>> {
        let sought = text.as_bytes();
        let pair = sought.first_chunk().filter(|pair| is_long(pair[0]))?;
        let at = move |place: u32| Some(place as usize).filter(|_| place != NONE);
        let all = std::iter::successors(at(self.last[slot(pair, self.bits)]), move |here| at(self.before[here / 3]));
        Some(all.filter(move |&here| self.text.as_bytes()[here..].starts_with(sought)))
    }
}

impl Page for PageText {
    fn count(&self, text: &str) -> usize {
        let Some(all) = self.backwards(text) else { return self.text.matches(text).count() };
        // Occurrences do not overlap, as people count; going backwards, the next must end before this one starts.
        let (mut count, mut limit) = (0, usize::MAX);
        for here in all {
            if here + text.len() <= limit {
                count += 1;
                limit = here;
            }
        }
        count
    }
}

/// Whether a character of three bytes begins with this one.
fn is_long(byte: u8) -> bool {
    byte >> 4 == 0b1110
}

/// The slot of a pair of characters.
fn slot(pair: &[u8; KEY], bits: u32) -> usize {
    let [a, b, c, d, e, f] = *pair;
    let pair = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
    (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::PageText;
    use crate::mention::name::Page;

    proptest! {
        /// The same number as looking through the text gives, whatever the text and the string.
        #[test]
        fn counts_are_those_of_the_text(text in "[王刚李a，\n𠀀]{0,60}", sought in "[王刚李a，𠀀]{1,4}") {
            // Of overlapping occurrences (王王王) either end may be counted first; their number is the same.
            prop_assert_eq!(PageText::of(text.clone()).count(&sought), text.matches(sought.as_str()).count());
        }
    }
}
