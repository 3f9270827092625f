//! What the titles before leave for those after them.

use crate::lexicon::DivisionId;

use super::named_part::NamedPart;

/// What is remembered of a title for those after it.
#[derive(Debug, Clone)]
pub(super) struct Memory<'t> {
    pub passage: usize,
    /// Where the title ends, in bytes of its passage.
    pub end: usize,
    pub parts: Vec<NamedPart<'t>>,
    pub division: Option<DivisionId>,
    /// A delegate's or member's seat: its division tells nothing of the next post's.
    pub seat: bool,
}
