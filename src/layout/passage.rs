//! A paragraph, headline or line as a reader reads it: slices of the source, joined where a line was broken.

use crate::text::Span;
use crate::text::han::is_space;

/// Slices of a source in reading order, and their concatenation.
///
/// Line breaks and indents inside are dropped, nothing is inserted or rewritten: `text` is the slices one after
/// another. Offsets in `text` are called *local*; [`Passage::source`] takes them back to the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    text: String,
    slices: Vec<Slice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slice {
    /// Where the slice starts in the passage's text.
    local: usize,
    /// Where it lies in the source.
    span: Span,
    /// Whether anything but white space, or a step backwards, lies between it and the slice before.
    jump: bool,
}

impl Passage {
    /// Joins slices of `source` in the order given. Empty slices are left out.
    pub fn new(source: &str, slices: impl IntoIterator<Item = Span, IntoIter: Clone>) -> Self {
        let slices = slices.into_iter();
        let length = slices.clone().map(Span::len).sum();
        let mut passage =
            Passage { text: String::with_capacity(length), slices: Vec::with_capacity(slices.size_hint().0) };
        for span in slices.filter(|span| !span.is_empty()) {
            let jump = passage.slices.last().is_some_and(|before| {
                let (from, to) = (before.span.end(), span.start());
                to < from || !source[from..to].chars().all(is_space)
            });
            passage.slices.push(Slice { local: passage.text.len(), span, jump });
            passage.text.push_str(span.of(source));
        }
        passage
    }

    /// The joined text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The slices in reading order, in the source.
    pub fn slices(&self) -> impl Iterator<Item = Span> + '_ {
        self.slices.iter().map(|slice| slice.span)
    }

    /// Where a local range lies in the source: from its first byte to its last.
    ///
    /// Line breaks that were dropped inside it are covered again. Where the range runs over slices with other text
    /// between them, only the stretch before that text is covered: a span never holds what it does not say.
    pub fn source(&self, local: Span) -> Span {
        let first = self.slices.partition_point(|slice| slice.local <= local.start()).saturating_sub(1);
        let mut covered: Option<Span> = None;
        for (i, slice) in self.slices.iter().enumerate().skip(first) {
            let start = local.start().max(slice.local);
            let end = local.end().min(slice.local + slice.span.len());
            if covered.is_some() && (end <= start || slice.jump) {
                break;
            }
            let offset = slice.span.start();
            let part = Span::new(offset + start - slice.local, offset + end - slice.local);
            covered = Some(covered.map_or(part, |before| before.cover(part)));
            if end == local.end() || i + 1 == self.slices.len() {
                break;
            }
        }
        covered.unwrap_or(Span::new(0, 0))
    }
}
