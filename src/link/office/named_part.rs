//! A part of a body as text: what stays when the passage that it was printed in is behind.

use crate::mention::{BodyKind, Part, Reading};

use super::title::clean;

/// A part of a body as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedPart {
    /// The kind's own words: 中学.
    pub text: String,
    pub kind: BodyKind,
    pub open: bool,
    /// The proper name before them: 第四十二; empty for none.
    pub name: String,
}

impl NamedPart {
    /// The parts of a title or a body, in order.
    pub fn all(reading: &Reading, parts: &[Part]) -> Vec<Self> {
        let named = |part: &Part| Self {
            text: clean(reading.slice(part.span)),
            kind: part.kind,
            open: part.open,
            name: part.name.map_or_else(String::new, |span| clean(reading.slice(span))),
        };
        parts.iter().map(named).collect()
    }

    /// Name and kind together.
    pub fn whole(&self) -> String {
        format!("{}{}", self.name, self.text)
    }
}
