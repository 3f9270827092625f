//! Where a sentence begins and ends.

use super::marks::{Mark, Marks};
use super::{Span, han};

/// The sentence of `text` that holds the byte `at`: up to and with its closing mark and the quotation marks after it,
/// without the white space around it. `marks` are those of the text.
pub fn sentence(text: &str, marks: &Marks, at: usize) -> Span {
    let at = floor(text, at);
    let (start, end) = around(marks, at, han::ends_sentence);
    let (start, end) = (start.map_or(0, Mark::end), end.map_or(text.len(), Mark::end));
    let end = end + closers(&text[end..]);
    let start = start + closers(&text[start..at.max(start)]);
    let inner = &text[start..end];
    let trimmed = inner.trim_start_matches(han::is_space);
    let start = start + inner.len() - trimmed.len();
    Span::new(start, start + trimmed.trim_end_matches(han::is_space).len())
}

/// The sentences that hold a span, from the start of the first to the end of the last.
pub fn sentences(text: &str, marks: &Marks, span: Span) -> Span {
    let first = sentence(text, marks, span.start());
    let last = floor(text, span.end().saturating_sub(1).max(span.start()));
    if marks.between(floor(text, span.start()), last).iter().any(|mark| mark.is(han::ends_sentence)) {
        return first.cover(sentence(text, marks, last));
    }
    first
}

/// The start of the character that holds the byte `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn closers(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| han::closes(c) || han::ends_sentence(c)).len()
}

/// The clause that holds the byte `at`: between two marks of any kind that end a clause.
pub fn clause(text: &str, marks: &Marks, at: usize) -> Span {
    let at = floor(text, at);
    let (start, end) = around(marks, at, han::ends_clause);
    Span::new(start.map_or(0, Mark::end), end.map_or(text.len(), Mark::start))
}

/// The last mark of a class before `at`, and the first at it or behind.
#[inline]
fn around(marks: &Marks, at: usize, class: impl Fn(char) -> bool) -> (Option<Mark>, Option<Mark>) {
    let (before, behind) = marks.parted(at);
    let of = |mark: &&Mark| mark.is(&class);
    (before.iter().rev().find(of).copied(), behind.iter().find(of).copied())
}
