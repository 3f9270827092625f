//! The quotations of a passage that may be names, and the clauses around them.

use crate::text::{Mark, Marks, Span, han};

/// More characters than this between quotation marks are said, not named.
const LONGEST: usize = 24;

/// Words between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With the marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
}

/// Every quotation that is not speech, by position; none inside another.
pub fn quotations(text: &str, marks: &Marks) -> Vec<Quotation> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut all: Vec<Quotation> = Vec::new();
    let mut straight = None;
    for mark in marks.all() {
        let (at, c) = (mark.start(), mark.char());
        if let Some(close) = han::quotes(c) {
            // A mark that opens again was never closed: the earlier one is a slip of the printer.
            open.retain(|&(mark, _)| mark != close);
            open.push((close, at));
        } else if c == '"' {
            straight = match straight {
                None => Some(at),
                Some(start) => {
                    keep(&mut all, text, start, at, c);
                    None
                }
            };
        } else if let Some(found) = open.iter().rposition(|&(mark, _)| mark == c) {
            let (_, start) = open[found];
            open.truncate(found);
            keep(&mut all, text, start, at, c);
        }
    }
    all.sort_unstable_by_key(|quotation| quotation.outer);
    all
}

/// Adds the quotation from the mark at `start` to the mark at `end`, in place of those inside it, unless it is speech.
fn keep(all: &mut Vec<Quotation>, text: &str, start: usize, end: usize, close: char) {
    let open = text[start..].chars().next().map_or(0, char::len_utf8);
    let outer = Span::new(start, end + close.len_utf8());
    let inner = Span::new(start + open, end);
    if inner.is_empty() || is_speech(inner.of(text)) {
        return;
    }
    // Inside it, or across its border where marks are in disorder.
    all.retain(|other| !outer.overlaps(other.outer));
    all.push(Quotation { outer, inner });
}

/// Whether what stands between quotation marks is somebody's words: whole clauses with their punctuation.
fn is_speech(inner: &str) -> bool {
    let ended = inner.chars().next_back().is_some_and(|c| han::ends_clause(c) || c == '…');
    ended || inner.chars().any(han::ends_sentence) || inner.chars().count() > LONGEST
}

/// Where the clauses of a passage end; marks inside names do not count.
pub struct Clauses {
    ends: Vec<usize>,
    length: usize,
}

impl Clauses {
    pub fn new(text: &str, marks: &Marks, quotations: &[Quotation]) -> Self {
        let mut names = quotations.iter().peekable();
        let outside = |mark: &&Mark| {
            while names.next_if(|name| name.outer.end() <= mark.start()).is_some() {}
            names.peek().is_none_or(|name| mark.start() < name.outer.start())
        };
        let mut ends = Vec::with_capacity(marks.all().len());
        let marks = marks.all().iter().filter(|mark| mark.is(han::ends_clause));
        ends.extend(marks.filter(outside).map(|mark| mark.end()));
        Self { ends, length: text.len() }
    }

    /// The clause that `at` stands in.
    pub fn around(&self, at: usize) -> Span {
        let next = self.ends.partition_point(|&end| end <= at);
        let start = if next == 0 { 0 } else { self.ends[next - 1] };
        Span::new(start, self.ends.get(next).copied().unwrap_or(self.length))
    }
}
