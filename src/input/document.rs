//! What reading the inputs comes upon.

use crate::decode::Metadata;
pub use crate::decode::Unread as Failure;

/// The bytes of one document, before anybody knows what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the source is called in the graph: the file's path below the folder that was named, with `/` between its
    /// parts, or the file's name where it was named by itself; for a member of an archive `ARCHIVE/path/inside`.
    pub name: String,
    /// All of it, as it was read once: what is hashed is what is understood, whatever happens to the file meanwhile.
    pub bytes: Vec<u8>,
    /// What the file beside it says of it, and what its archive knows.
    pub metadata: Metadata,
    /// How many lines of its file stand before these, where it is a part of a file of records.
    pub before: usize,
}

/// One thing that was come upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Document(Document),
    Failed(Failure),
    /// A file that is no page and that nobody named by itself: its extension, in lower case.
    Passed(String),
}
