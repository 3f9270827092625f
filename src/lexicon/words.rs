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
        self.look(word).0
    }

    /// The part of speech, as jieba's dictionary tags it: `v`, `n`, `d` ...
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        let (_, at) = number(self.find(word)?);
        WORDS[at..].lines().next()
    }

    /// The frequency with the first letter of the part of speech, which is all that most ask for; 0 for none.
    #[inline]
    pub fn look(&self, word: &str) -> (u32, u8) {
        let Some(at) = self.find(word) else { return (0, 0) };
        let (frequency, at) = number(at);
        (frequency, WORDS.as_bytes().get(at).copied().filter(|byte| *byte != b'\n').unwrap_or(0))
    }

    /// Where the word's frequency stands in the table.
    #[inline]
    fn find(&self, word: &str) -> Option<usize> {
        let word = word.as_bytes();
        let holds = |row: u32| {
            let row = &WORDS.as_bytes()[row as usize..];
            row.get(word.len()) == Some(&b'\t') && row[..word.len()] == *word
        };
        Some(self.rows.find(word, holds)? as usize + word.len() + 1)
    }
}

/// The number at a place of the table, and where the column behind it begins.
#[inline]
fn number(mut at: usize) -> (u32, usize) {
    let table = WORDS.as_bytes();
    let mut number = 0;
    while let Some(digit) = table.get(at).filter(|byte| byte.is_ascii_digit()) {
        number = number * 10 + u32::from(digit - b'0');
        at += 1;
    }
    (number, at + 1)
}
