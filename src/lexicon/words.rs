//! Common words with their frequency, as evidence on where a name ends.

use super::packed::{Index, Numbers};

pub(super) const WORDS: &str = include_str!("../../data/words/words.tsv");

/// Words of one to four characters with frequency and part of speech.
pub struct Words {
    rows: Index,
    /// For each row where it begins in the table, and its frequency above the first letter of its part of speech: most
    /// ask for these two, and reading the digits again each time took longer than finding the word.
    told: Numbers,
}

impl Words {
    pub(super) fn new(index: &'static [u8], told: &'static [u8]) -> Self {
        Self { rows: Index::new(index), told: Numbers::new(told) }
    }

    /// How often the word stands in general text (occurrences in the dictionary's corpus); 0 for none.
    #[inline]
    pub fn frequency(&self, word: &str) -> u32 {
        self.look(word).0
    }

    /// The part of speech, as jieba's dictionary tags it: `v`, `n`, `d` ...
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        let [at, _] = self.find(word)?;
        let behind = &WORDS[at as usize + word.len() + 1..];
        let tag = &behind[behind.bytes().position(|byte| byte == b'\t')? + 1..];
        Some(&tag[..tag.bytes().position(|byte| byte == b'\n').unwrap_or(tag.len())])
    }

    /// The frequency with the first letter of the part of speech, which is all that most ask for; 0 for none.
    #[inline]
    pub fn look(&self, word: &str) -> (u32, u8) {
        self.find(word).map_or((0, 0), |[_, told]| (told >> 8, told as u8))
    }

    /// What is told of the word.
    #[inline]
    fn find(&self, word: &str) -> Option<[u32; 2]> {
        let word = word.as_bytes();
        let holds = |row: u32| {
            let row = &WORDS.as_bytes()[self.told.get(row as usize * 2) as usize..];
            row.get(word.len()) == Some(&b'\t') && row[..word.len()] == *word
        };
        self.rows.find(word, holds).map(|row| self.told.row(row as usize))
    }
}
