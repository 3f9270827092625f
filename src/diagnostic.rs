//! What was seen and not understood. Nothing is dropped silently: it becomes one of these, and the report counts them.

use crate::text::Span;

/// Something in a source that looks like a fact and could not be made one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where, in the source's text (bytes).
    pub span: Span,
    /// What kind of thing it is; stable, for filters and counts.
    pub code: Code,
    /// What a person can do about it, in English, one sentence.
    pub message: String,
}

/// The kinds of diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Bytes that the encoding does not know; shown as U+FFFD.
    UndecodableBytes,
    /// A page of a file that is a picture: what is written on it nobody has read.
    ScannedPage,
    /// What a file says of its text, and cannot be read: a date that is none.
    UnreadableMetadata,
    /// A title with no name beside it where one was expected.
    TitleWithoutName,
    /// A title whose place cannot be told from the page.
    TitleWithoutPlace,
    /// A place name that several divisions share, with nothing to choose by.
    AmbiguousPlace,
    /// A name whose end could not be found.
    UncertainName,
    /// A surname with a title and nobody of that name in the article.
    UnresolvedAddress,
    /// A credit line without a readable name.
    UnreadableCredit,
    /// A quoted or named thing that may be an initiative.
    UncertainInitiative,
}

impl Code {
    /// The name used in reports and filters.
    pub fn name(self) -> &'static str {
        match self {
            Code::UndecodableBytes => "undecodable-bytes",
            Code::ScannedPage => "scanned-page",
            Code::UnreadableMetadata => "unreadable-metadata",
            Code::TitleWithoutName => "title-without-name",
            Code::TitleWithoutPlace => "title-without-place",
            Code::AmbiguousPlace => "ambiguous-place",
            Code::UncertainName => "uncertain-name",
            Code::UnresolvedAddress => "unresolved-address",
            Code::UnreadableCredit => "unreadable-credit",
            Code::UncertainInitiative => "uncertain-initiative",
        }
    }
}
