//! A place that has been understood.

use crate::lexicon::DivisionId;
use crate::text::Span;

/// A place mention with the division that it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    pub passage: usize,
    pub span: Span,
    pub division: DivisionId,
    /// Whether it is printed as the place where something happens.
    pub located: bool,
}
