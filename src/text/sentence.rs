//! Where a sentence begins and ends.

use super::{Span, han};

/// The sentence of `text` that holds the byte `at`: up to and with its closing mark and the quotation marks after it,
/// without the white space around it.
pub fn sentence(text: &str, at: usize) -> Span {
    let at = floor(text, at);
    let marks = |text: &str, i: usize| text[i..].chars().next().filter(|&c| han::ends_sentence(c)).map(char::len_utf8);
    let may_mark = |&(_, byte): &(usize, u8)| han::may_end_sentence(byte);
    let bytes = || text.bytes().enumerate();
    let mut before = bytes().take(at).rev().filter(may_mark);
    let start = before.find_map(|(i, _)| marks(text, i).map(|length| i + length)).unwrap_or(0);
    let mut behind = bytes().skip(at).filter(may_mark);
    let end = behind.find_map(|(i, _)| marks(text, i).map(|length| i + length)).unwrap_or(text.len());
    let end = end + closers(&text[end..]);
    let start = start + closers(&text[start..at.max(start)]);
    let inner = &text[start..end];
    let trimmed = inner.trim_start_matches(han::is_space);
    let start = start + inner.len() - trimmed.len();
    Span::new(start, start + trimmed.trim_end_matches(han::is_space).len())
}

/// The start of the character that holds the byte `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn closers(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| han::closes(c) || han::ends_sentence(c)).len()
}

/// The clause that holds the byte `at`: between two marks of any kind that end a clause.
pub fn clause(text: &str, at: usize) -> Span {
    let at = floor(text, at);
    let start =
        text[..at].char_indices().rev().find(|&(_, c)| han::ends_clause(c)).map_or(0, |(i, c)| i + c.len_utf8());
    let end = text[at..].char_indices().find(|&(_, c)| han::ends_clause(c)).map_or(text.len(), |(i, _)| at + i);
    Span::new(start, end)
}
