//! What the name of a body is made of: 县人民医院|党委 has two parts.

use crate::text::Span;

use super::body_kind::BodyKind;

/// A piece of a body's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The kind's own words: 中学 in 第四十二中学.
    pub span: Span,
    pub kind: BodyKind,
    /// Whether any name may stand before it.
    pub open: bool,
    /// The proper name before it, where it has one: 湖塘 of 湖塘镇 is not kept in titles, 第四十二 of 中学 is.
    pub name: Option<Span>,
}

impl Part {
    /// A part without a name of its own.
    pub(super) fn new(span: Span, kind: BodyKind, open: bool) -> Self {
        Self { span, kind, open, name: None }
    }

    /// Whether a name may stand before it that no list has: 七里村 of 采油厂, 红旗 of 社区.
    pub(super) fn takes_name(&self) -> bool {
        self.open || self.kind.is_local()
    }
}
