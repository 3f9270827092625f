//! A tie between two entities as an edge.

use std::sync::Arc;

use super::spool::Place;
use crate::rdf::NamedNodeRef;
use crate::rdf::vocabulary::{org, schema, zt};

/// One tie, as often as it is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    pub kind: EdgeKind,
    /// How many statements say it; 1 for what no single statement says (a post is in its body).
    pub weight: usize,
    /// The day of the first statement, `YYYY-MM-DD` or shorter; nothing where none has a date.
    pub first_seen: Option<Arc<str>>,
    /// The day of the last statement. That nobody says it later does not mean that it ended.
    pub last_seen: Option<Arc<str>>,
    /// The day from which an office is held, where a statement says so.
    pub start: Option<Arc<str>>,
    /// The surest statement; of equals the one whose IRI comes first.
    pub(super) stated: Option<Stated>,
}

/// The statement that an edge stands on, without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) confidence: Option<Arc<str>>,
    pub(super) date: Option<Arc<str>>,
    /// As [`super::fact::Fact::texts`].
    pub(super) texts: Place,
}

impl Edge {
    /// Whether a statement says it, which [`super::Network::evidence`] gives.
    pub fn is_stated(&self) -> bool {
        self.stated.is_some()
    }

    /// How sure the surest statement is, from 0 to 1, as stated; nothing for `covers`.
    pub fn confidence(&self) -> Option<&str> {
        self.stated.as_ref()?.confidence.as_deref()
    }
}

/// What an edge stands on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The IRI of the sentence, which has its place in the source; for `covers` that of the article.
    pub iri: String,
    /// The sentence as printed; for `covers`, which no sentence says, the headline.
    pub sentence: String,
    /// The file's name.
    pub source: String,
    /// The day it was attested or published, `YYYY-MM-DD` or shorter; empty where none is known.
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
    /// Official -> office that they were appointed or elected to, where a view asks for history; so are the next two.
    Appointed,
    /// Official -> office that they are proposed for.
    Nominated,
    /// Official -> office that they no longer hold.
    Left,
    /// Tenure -> the person. This and all below lead from a fact that is a node of its own.
    Member,
    /// Tenure -> the office.
    Office,
    /// Tenure -> the body.
    Organization,
    /// Pursuit or cooperation -> who acts.
    Actor,
    /// Pursuit -> the initiative.
    Initiative,
    /// Pursuit or article -> whose words they are.
    Speaker,
    /// Article -> who wrote it.
    Author,
    /// Article -> whom and what it is about.
    About,
}

impl EdgeKind {
    /// The roles in a fact, by the property that gives them.
    pub(super) const ROLES: [(NamedNodeRef<'static>, EdgeKind); 8] = [
        (org::MEMBER, EdgeKind::Member),
        (zt::OFFICE_OF, EdgeKind::Office),
        (org::ORGANIZATION, EdgeKind::Organization),
        (zt::ACTOR, EdgeKind::Actor),
        (zt::INITIATIVE_OF, EdgeKind::Initiative),
        (zt::SPEAKER, EdgeKind::Speaker),
        (schema::AUTHOR, EdgeKind::Author),
        (schema::ABOUT, EdgeKind::About),
    ];

    /// The ties between entities.
    pub const ALL: [EdgeKind; 7] = [
        EdgeKind::Holds,
        EdgeKind::PostIn,
        EdgeKind::Jurisdiction,
        EdgeKind::IsPartOf,
        EdgeKind::Pursues,
        EdgeKind::Cooperates,
        EdgeKind::Covers,
    ];

    /// Those between entities, then those of facts as nodes.
    pub const EVERY: [EdgeKind; 18] = [
        EdgeKind::Holds,
        EdgeKind::PostIn,
        EdgeKind::Jurisdiction,
        EdgeKind::IsPartOf,
        EdgeKind::Pursues,
        EdgeKind::Cooperates,
        EdgeKind::Covers,
        EdgeKind::Appointed,
        EdgeKind::Nominated,
        EdgeKind::Left,
        EdgeKind::Member,
        EdgeKind::Office,
        EdgeKind::Organization,
        EdgeKind::Actor,
        EdgeKind::Initiative,
        EdgeKind::Speaker,
        EdgeKind::Author,
        EdgeKind::About,
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
            EdgeKind::Appointed => "appointed",
            EdgeKind::Nominated => "nominated",
            EdgeKind::Left => "left",
            EdgeKind::Member => "member",
            EdgeKind::Office => "office",
            EdgeKind::Organization => "organization",
            EdgeKind::Actor => "actor",
            EdgeKind::Initiative => "initiative",
            EdgeKind::Speaker => "speaker",
            EdgeKind::Author => "author",
            EdgeKind::About => "about",
        }
    }
}
