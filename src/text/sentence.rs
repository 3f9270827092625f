//! Where a sentence begins and ends.

use super::{Span, han};

/// Where the sentences of a text end. Every fact asks for the sentence around it, and to look for its ends in the text
/// each time would be to read the text once for each fact.
#[derive(Debug, Clone, Default)]
pub struct Sentences {
    /// Where each mark that ends a sentence begins and ends.
    marks: Vec<(u32, u32)>,
}

impl Sentences {
    pub fn new(text: &str) -> Self {
        let may_mark = text.bytes().enumerate().filter(|&(_, byte)| han::may_end_sentence(byte)).map(|(i, _)| i);
        let marks = may_mark.filter_map(|i| {
            let mark = text[i..].chars().next().filter(|&c| han::ends_sentence(c))?;
            Some((i as u32, (i + mark.len_utf8()) as u32))
        });
        Self { marks: marks.collect() }
    }

    /// The sentence of `text` that holds the byte `at`: up to and with its closing mark and the quotation marks after it,
    /// without the white space around it. `text` is the one that these sentences are of.
    pub fn at(&self, text: &str, at: usize) -> Span {
        let at = text.floor_char_boundary(at);
        let next = self.marks.partition_point(|&(start, _)| (start as usize) < at);
        let start = next.checked_sub(1).map_or(0, |last| self.marks[last].1 as usize);
        let end = self.marks.get(next).map_or(text.len(), |&(_, end)| end as usize);
        let end = end + closers(&text[end..]);
        let start = start + closers(&text[start..at.max(start)]);
        let inner = &text[start..end];
        let trimmed = inner.trim_start_matches(han::is_space);
        let start = start + inner.len() - trimmed.len();
        Span::new(start, start + trimmed.trim_end_matches(han::is_space).len())
    }
}

fn closers(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| han::closes(c) || han::ends_sentence(c)).len()
}

/// The clause that holds the byte `at`: between two marks of any kind that end a clause.
pub fn clause(text: &str, at: usize) -> Span {
    let at = text.floor_char_boundary(at);
    let start =
        text[..at].char_indices().rev().find(|&(_, c)| han::ends_clause(c)).map_or(0, |(i, c)| i + c.len_utf8());
    let end = text[at..].char_indices().find(|&(_, c)| han::ends_clause(c)).map_or(text.len(), |(i, _)| at + i);
    Span::new(start, end)
}
