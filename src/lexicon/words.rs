//! Common words with their frequency, as evidence on where a name ends.

use super::packed::Index;

pub(super) const WORDS: &str = include_str!("../../data/words/words.tsv");

/// Words of one to four characters with frequency and part of speech.
pub struct Words {
    /// Where in the table each word's row begins.
    rows: Index,
}

impl Words {
    pub(super) fn new(index: &'static [u8]) -> Self {
        Self { rows: Index::new(index) }
    }

    /// How often the word stands in general text (occurrences in the dictionary's corpus); 0 for none.
    pub fn frequency(&self, word: &str) -> u32 {
        let digits = self.find(word).unwrap_or("").bytes().take_while(u8::is_ascii_digit);
        digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    }

    /// The part of speech, as jieba's dictionary tags it: `v`, `n`, `d` ...
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        let row = self.find(word)?.lines().next()?;
        Some(row.split_once('\t').map_or("", |(_, tag)| tag))
    }

    /// What stands behind the word in the table, from its row on.
    fn find(&self, word: &str) -> Option<&'static str> {
        let rest = |row: u32| WORDS[row as usize..].strip_prefix(word)?.strip_prefix('\t');
        rest(self.rows.find(word, |row| rest(row).is_some())?)
    }
}
