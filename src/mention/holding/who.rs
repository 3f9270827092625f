//! Whom a holding is about.

use std::borrow::Cow;

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
    pub fn name<'a>(&self, reading: &Reading<'a>) -> Option<Cow<'a, str>> {
        let printed = reading.slice(self.span()?);
        if printed.contains(han::is_space) {
            return Some(printed.chars().filter(|&c| !han::is_space(c)).collect());
        }
        Some(Cow::Borrowed(printed))
    }
}
