//! How a person stands to an office, as one place in a text puts it.

/// `zt:status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Current,
    Acting,
    Former,
    Appointed,
    Removed,
    Nominated,
}

impl Status {
    pub const ALL: [Status; 6] =
        [Status::Current, Status::Acting, Status::Former, Status::Appointed, Status::Removed, Status::Nominated];

    /// The local name of the concept in the ontology, which is also the word used in the data files.
    pub fn name(self) -> &'static str {
        match self {
            Status::Current => "current",
            Status::Acting => "acting",
            Status::Former => "former",
            Status::Appointed => "appointed",
            Status::Removed => "removed",
            Status::Nominated => "nominated",
        }
    }

    /// The status of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
