//! Where in a document a name stands, for errors that no relation points to.

use unicode_normalization::UnicodeNormalization;

use super::normal::Normal;
use crate::document::Document;

/// How much of the text around the name is shown, in characters each side.
const AROUND: usize = 32;

/// The text around the first place where `name` stands in an article, whatever marks and spaces are printed inside it.
pub(super) fn around(document: &Document, name: &str, normal: &Normal) -> Option<String> {
    let name = normal.name(name);
    if name.is_empty() {
        return None;
    }
    let passages = document.articles.iter().flat_map(|article| article.passages());
    passages.map(|(_, passage)| passage.text()).find_map(|text| {
        let (bare, origins) = bare(text, normal);
        let at = bare.find(&name)?;
        let (start, end) = (origins[at], origins[at + name.len() - 1]);
        Some(window(text, start, end))
    })
}

/// A text as names are compared, and for each of its bytes the character of the text that it came from.
fn bare(text: &str, normal: &Normal) -> (String, Vec<usize>) {
    let (mut bare, mut origins) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (at, character) in text.char_indices() {
        for c in character.nfkc().filter(|&c| normal.keeps(c)) {
            bare.push(c);
            origins.resize(bare.len(), at);
        }
    }
    (bare, origins)
}

fn window(text: &str, first: usize, last: usize) -> String {
    let start = text[..first].char_indices().rev().take(AROUND).last().map_or(first, |(at, _)| at);
    let end = text[last..].char_indices().nth(AROUND + 1).map_or(text.len(), |(at, _)| last + at);
    text[start..end].trim().to_owned()
}
