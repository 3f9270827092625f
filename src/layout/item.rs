//! What the walk down a page gathers: paragraphs, headline lines, bylines, credits, furniture.

use super::credit;
use super::cues::{Cue, Cues};
use super::head::View;
use crate::text::Span;
use crate::text::han::{closes, ends_clause, ends_sentence, is_space};

/// A paragraph, a headline line, a byline, a credit line, or a line of furniture.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) part: Part,
    /// The lines, in reading order.
    pub(super) spans: Vec<Span>,
    /// Whether a blank line stands before it.
    pub(super) blank: bool,
}

/// No credit in brackets runs over more lines.
const TAIL: usize = 4;

impl Item {
    /// The last lines joined.
    pub(super) fn tail(&self, page: &str) -> String {
        let from = self.spans.len().saturating_sub(TAIL);
        self.spans[from..].iter().map(|span| span.of(page)).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Para(Para),
    Head,
    Byline,
    Credit,
    Furniture,
    Rule,
}

/// What a paragraph shows of where a body begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Para {
    /// It opens a report: a dateline, a bullet.
    pub(super) starts: bool,
    /// It closes one: a credit in brackets.
    pub(super) ends: bool,
    /// It is an editor's note, a piece by itself.
    pub(super) note: bool,
    /// Its head is on another page.
    pub(super) continued: bool,
    /// Its last sentence has not ended.
    pub(super) open: bool,
}

/// Reads every paragraph for how it begins and ends, now that it is whole.
pub(super) fn finished(mut items: Vec<Item>, view: &View) -> Vec<Item> {
    for item in &mut items {
        finish(item, view.page, view.cues);
    }
    unmask(items, view)
}

/// Lines at the end of a page that were taken for a paragraph, and never came to the end of a sentence, are headlines.
fn unmask(items: Vec<Item>, view: &View) -> Vec<Item> {
    let last = items.iter().rposition(|item| matches!(item.part, Part::Para(_)));
    let mut out = Vec::with_capacity(items.len());
    for (i, item) in items.into_iter().enumerate() {
        let text = |span: &Span| span.of(view.page);
        let bare = |span: &Span| !text(span).contains(ends_clause) && text(span).chars().count() <= 30;
        let masked =
            !view.grain.flowing && last == Some(i) && i > 0 && item.spans.len() >= 2 && item.spans.iter().all(bare);
        if masked {
            out.extend(item.spans.iter().map(|span| Item { part: Part::Head, spans: vec![*span], blank: true }));
        } else {
            out.push(item);
        }
    }
    out
}

/// Reads the whole paragraph for how it begins and ends.
fn finish(item: &mut Item, page: &str, cues: &Cues) {
    let Part::Para(mut para) = item.part else { return };
    let (Some(first), Some(last)) = (item.spans.first(), item.spans.last()) else { return };
    let head = first.of(page);
    let label = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    para.note = cues.opens(label, Cue::Note).is_some();
    para.continued = cues.opens(head, Cue::Continued).is_some();
    let end = last.of(page).trim_end_matches(is_space);
    para.open = !end.ends_with(|c: char| ends_sentence(c) || closes(c) || c == '…');
    let credit = if end.ends_with(['）', ')']) { credit::at_end(&item.tail(page), cues) } else { None };
    para.ends = credit.is_some();
    let alone = credit == Some(0) && item.spans.len() <= TAIL;
    item.part = if alone { Part::Credit } else { Part::Para(para) };
}
