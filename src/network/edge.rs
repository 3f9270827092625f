//! A tie between two entities as an edge.

/// One tie, as often as it is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    pub kind: EdgeKind,
    /// How many statements say it; 1 for what no single statement says (a post is in its body).
    pub weight: usize,
    /// The surest statement; of equals the one whose IRI comes first.
    pub evidence: Option<Evidence>,
}

/// What an edge stands on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The sentence as printed; for `covers`, which no sentence says, the headline.
    pub sentence: String,
    /// The file's name.
    pub source: String,
    /// The article's date, `YYYY-MM-DD` or shorter; empty where it has none.
    pub date: String,
    /// From 0 to 1, as stated; empty for `covers`.
    pub confidence: String,
}

/// The kinds of ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// Official -> office, now.
    Holds,
    /// Office -> body.
    PostIn,
    /// Office or body -> division.
    Jurisdiction,
    /// Division -> the one above.
    IsPartOf,
    /// Division or body -> initiative.
    Pursues,
    /// Two divisions or bodies act together; from the one whose IRI comes first.
    Cooperates,
    /// Reporter -> whom and what their articles are about.
    Covers,
}

impl EdgeKind {
    pub const ALL: [EdgeKind; 7] = [
        EdgeKind::Holds,
        EdgeKind::PostIn,
        EdgeKind::Jurisdiction,
        EdgeKind::IsPartOf,
        EdgeKind::Pursues,
        EdgeKind::Cooperates,
        EdgeKind::Covers,
    ];

    /// The name in files and filters.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Holds => "holds",
            EdgeKind::PostIn => "postIn",
            EdgeKind::Jurisdiction => "jurisdiction",
            EdgeKind::IsPartOf => "isPartOf",
            EdgeKind::Pursues => "pursues",
            EdgeKind::Cooperates => "cooperates",
            EdgeKind::Covers => "covers",
        }
    }
}
