//! A general word tagger, as a yardstick: the program itself never asks it.

use jieba_rs::Jieba;

/// Cuts text into words and tags each with its part of speech.
pub struct Tagger(Jieba);

impl Tagger {
    /// The dictionary that comes with the tagger; takes some tenths of a second.
    pub fn load() -> Self {
        Self(Jieba::new())
    }

    /// The words of `text` in order, with tags as in the dictionary: `nr` a person, `ns` a place, `v` a verb.
    pub fn words(&self, text: &str) -> Vec<(String, String)> {
        self.0.tag(text, true).into_iter().map(|tag| (tag.word.to_owned(), tag.tag.to_owned())).collect()
    }
}
