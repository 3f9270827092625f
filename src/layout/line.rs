//! The lines of a page and what can be seen of each without reading it.

use crate::text::Span;
use crate::text::han::{
    begins_ideograph, closes, columns, ends_clause, ends_item, ends_sentence, enumerates, is_colon, is_han, is_space,
    opens,
};

/// How a line ends, closing marks aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With the end of a sentence.
    Stop,
    /// With a comma or an opening mark: more must follow.
    Pause,
    /// With a colon or semicolon: more follows, often on a line of its own.
    Item,
    /// With a closing bracket after no sentence end: a credit, an aside.
    Paren,
    /// In the middle of things.
    Open,
}

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Without the white space around it.
    pub(super) span: Span,
    /// Width in columns: a Han character takes two.
    pub(super) width: usize,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) blank: bool,
    /// Whether a single space stands before it.
    pub(super) spaced: bool,
    /// Whether it is set in.
    pub(super) indent: bool,
    pub(super) first: char,
    pub(super) end: End,
    /// Whether a comma or its like stands before the end.
    pub(super) pauses: bool,
    /// Whether a sentence ends before the end.
    pub(super) stops: bool,
    /// Whether a full stop stands before the end: no headline has one, though some ask and answer.
    pub(super) full: bool,
    /// Whether there is white space inside.
    pub(super) gap: bool,
    /// Whether it is printed in larger type than the page.
    pub(super) large: bool,
}

impl Line {
    pub(super) fn text<'a>(&self, page: &'a str) -> &'a str {
        self.span.of(page)
    }
}

/// The lines of a text that hold anything; `large` are the numbers of those in larger type, in order.
pub(super) fn lines(page: &str, large: &[usize]) -> Vec<Line> {
    // A page of an old Macintosh has no line feeds at all.
    let feed = if page.contains('\n') { '\n' } else { '\r' };
    let mut lines = Vec::with_capacity(page.len() / 48 + 4);
    let (mut start, mut blank) = (0, true);
    for (number, raw) in page.split_inclusive(feed).enumerate() {
        match line(raw, start, blank) {
            Some(line) => {
                lines.push(Line { large: large.binary_search(&number).is_ok(), ..line });
                blank = false;
            }
            None => blank = true,
        }
        start += raw.len();
    }
    lines
}

fn line(raw: &str, offset: usize, blank: bool) -> Option<Line> {
    let body = raw.trim_start_matches(is_space);
    let lead = raw.len() - body.len();
    let body = body.trim_end_matches(is_space);
    let first = body.chars().next()?;
    let mut line = Line {
        span: Span::new(offset + lead, offset + lead + body.len()),
        width: 0,
        blank,
        spaced: raw.starts_with(' ') && lead == 1,
        indent: raw[..lead].chars().map(columns).sum::<usize>() >= 2,
        first,
        end: End::Open,
        pauses: false,
        stops: false,
        full: false,
        gap: false,
        large: false,
    };
    let mut at = 0;
    while let Some(&byte) = body.as_bytes().get(at) {
        if begins_ideograph(byte) {
            (line.width, at) = (line.width + 2, at + 3);
            continue;
        }
        let Some(c) = body[at..].chars().next() else { break };
        at += c.len_utf8();
        line.width += columns(c);
        if is_han(c) || closes(c) {
            continue;
        }
        // What was the end so far lies before the end after all.
        match line.end {
            End::Stop => line.stops = true,
            End::Pause => line.pauses = true,
            _ => {}
        }
        line.end = if ends_sentence(c) {
            End::Stop
        } else if ends_clause(c) || enumerates(c) {
            End::Pause
        } else {
            line.gap |= is_space(c);
            End::Open
        };
    }
    finish(&mut line, body);
    line.full = line.stops && body.trim_end_matches(|c| closes(c) || ends_sentence(c)).contains('。');
    Some(line)
}

/// Settles how the line ends, which the loop leaves at the last mark inside it.
fn finish(line: &mut Line, body: &str) {
    let mut tail = body.chars().rev();
    let last = tail.next().unwrap_or(' ');
    let inner = if closes(last) { tail.find(|c| !closes(*c)).unwrap_or(last) } else { last };
    let end = if ends_sentence(inner) || inner == '…' {
        End::Stop
    } else if last == inner && (is_colon(inner) || ends_item(inner)) {
        End::Item
    } else if ends_clause(inner) || enumerates(inner) || opens(last) {
        End::Pause
    } else if matches!(last, '）' | ')') {
        End::Paren
    } else {
        End::Open
    };
    if end != line.end || (end == End::Open) {
        match line.end {
            End::Stop if end != End::Stop => line.stops = true,
            End::Pause if !matches!(end, End::Pause | End::Item) => line.pauses = true,
            _ => {}
        }
    }
    line.end = end;
}
