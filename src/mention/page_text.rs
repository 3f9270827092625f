//! The text of a whole page, as evidence on names.

use crate::layout::Article;

use super::name::Page;

/// Two characters of Chinese text, in bytes: what strings are looked up by.
const KEY: usize = 6;
/// Bits of a slot's number, and thus the slots: as many as a full newspaper page has different pairs of characters.
const BITS: u32 = 12;
/// No further place.
const NONE: u32 = u32::MAX;

/// The text of a whole page with, for each pair of characters, the places where it stands: a page asks some hundred times
/// how often a string stands on it, and looking through all of it each time would make long pages slow.
pub struct PageText {
    text: String,
    /// The last place of the pairs of each slot.
    last: Vec<u32>,
    /// For each character, by its place divided by three (no character of a pair is shorter): the place before it in its
    /// slot.
    before: Vec<u32>,
}

impl PageText {
    pub fn new(articles: &[Article]) -> Self {
        let passages = articles.iter().flat_map(Article::passages);
        Self::of(passages.map(|(_, passage)| passage.text()).collect::<Vec<_>>().join("\n"))
    }

    fn of(text: String) -> Self {
        let mut last = vec![NONE; 1 << BITS];
        let mut before = vec![NONE; text.len() / 3 + 1];
        for (at, c) in text.char_indices() {
            let pair = text.as_bytes().get(at..at + KEY);
            if let (Some(pair), 3) = (pair, c.len_utf8()) {
                let slot = &mut last[slot(pair)];
                before[at / 3] = std::mem::replace(slot, at as u32);
            }
        }
        Self { text, last, before }
    }
}

impl Page for PageText {
    fn count(&self, text: &str) -> usize {
        let sought = text.as_bytes();
        let Some(pair) = sought.get(..KEY).filter(|pair| pair[0] >> 4 == 0b1110) else {
            return self.text.matches(text).count();
        };
        let mut at = self.last[slot(pair)];
        // Occurrences do not overlap, as people count; going backwards, the next must end before this one starts.
        let (mut count, mut limit) = (0, self.text.len());
        while at != NONE {
            let here = at as usize;
            if here + sought.len() <= limit && self.text.as_bytes()[here..].starts_with(sought) {
                count += 1;
                limit = here;
            }
            at = self.before[here / 3];
        }
        count
    }
}

/// The slot of a pair of characters.
fn slot(pair: &[u8]) -> usize {
    let pair = pair.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
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
