//! What the titles before leave for those after them.

use crate::lexicon::DivisionId;
use crate::text::{Span, han};

use super::named_part::NamedPart;
use super::printed::Printed;

/// The longest name between two titles of one list, with its mark, in characters.
const BESIDE: usize = 6;

/// What is remembered of a title for those after it.
#[derive(Debug, Clone)]
pub(super) struct Memory<'t> {
    pub passage: usize,
    /// The title, in its passage.
    pub span: Span,
    pub parts: Vec<NamedPart<'t>>,
    pub division: Option<DivisionId>,
    /// Whether it is the head, or a deputy, of a government.
    pub head: bool,
    /// A delegate's or member's seat: its division tells nothing of the next post's.
    pub seat: bool,
}

impl Memory<'_> {
    /// 公安局副局长吴限、|刑侦大队大队长: whether the title is the next of the same list, of the same person or of another.
    pub fn is_beside(&self, next: &Printed) -> bool {
        let between = next.reading.text.get(self.span.end()..next.post.span.start()).unwrap_or("");
        between.chars().count() <= BESIDE && between.ends_with(han::joins_names)
    }

    /// 曾任武隆区副区长的|区国资委主任: the title describes the holder of the one that is printed right after it, and where
    /// one was tells nothing of where one is.
    pub fn is_past(&self, next: &Printed) -> bool {
        let between = next.reading.text.get(self.span.end()..next.post.span.start()).unwrap_or("");
        !between.is_empty() && between.chars().all(han::owns)
    }
}
