//! Whom a holding is about.

use crate::text::Span;
use crate::text::han;

use super::super::reading::Reading;

/// Whom a holding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Named here.
    Named(Span),
    /// A pronoun or nothing: the person named last.
    Subject,
}

impl Who {
    /// Where the name stands, if it does.
    pub fn span(&self) -> Option<Span> {
        match self {
            Who::Named(span) => Some(*span),
            Who::Subject => None,
        }
    }

    /// The name without the spaces that set its characters apart.
    pub fn name(&self, reading: &Reading) -> Option<String> {
        self.span().map(|span| reading.slice(span).chars().filter(|&c| !han::is_space(c)).collect())
    }
}
