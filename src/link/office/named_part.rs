//! A part of a body as text: what stays when the passage that it was printed in is behind.

use std::borrow::Cow;

use crate::mention::{BodyKind, Part, Reading};

use super::title::clean;

/// A part of a body as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedPart<'t> {
    /// The kind's own words: 中学.
    pub text: Cow<'t, str>,
    pub kind: BodyKind,
    pub open: bool,
    /// The proper name before them: 第四十二; empty for none.
    pub name: Cow<'t, str>,
}

impl<'t> NamedPart<'t> {
    /// The parts of a title or a body, in order.
    pub fn all(reading: &Reading<'t>, parts: &[Part]) -> Vec<Self> {
        let named = |part: &Part| Self {
            text: clean(reading.slice(part.span)),
            kind: part.kind,
            open: part.open,
            name: part.name.map_or_else(Cow::default, |span| clean(reading.slice(span))),
        };
        parts.iter().map(named).collect()
    }

    /// Name and kind together.
    pub fn whole(&self) -> Cow<'_, str> {
        if self.name.is_empty() { Cow::Borrowed(&self.text) } else { Cow::Owned([&*self.name, &*self.text].concat()) }
    }
}
