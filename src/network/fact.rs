//! A fact as what it ties together.

use std::ops::Range;

use super::gather::Id;
use super::part::{Local, Part};
use super::spool::Place;
use super::{EdgeKind, NodeKind};
use crate::rdf::NamedNodeRef;
use crate::rdf::vocabulary::zt;

/// One statement of a source.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    pub(super) kind: NodeKind,
    /// How the person of a tenure stands to the office.
    pub(super) standing: Option<EdgeKind>,
    /// The day it was attested or published; empty where none is known.
    pub(super) date: Id,
    /// The day from which an office is held; empty where none is known.
    pub(super) start: Id,
    /// From 0 to 1, as stated; empty for articles.
    pub(super) confidence: Id,
    /// Who takes part.
    pub(super) roles: Range<usize>,
    /// Its IRI, that of its sentence (an article stands on itself), the sentence (the headline), the file's name.
    pub(super) texts: Place,
}

/// Who or what takes part in a fact, and as what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Role {
    pub(super) kind: EdgeKind,
    pub(super) party: Id,
}

impl Fact {
    /// The roles that make a fact of its kind what it is; who is in it besides (a speaker) may be missing.
    pub(super) fn makes(&self, role: EdgeKind) -> bool {
        match self.kind {
            NodeKind::Tenure => matches!(role, EdgeKind::Member | EdgeKind::Office),
            NodeKind::Pursuit => matches!(role, EdgeKind::Actor | EdgeKind::Initiative),
            NodeKind::Cooperation => role == EdgeKind::Actor,
            _ => matches!(role, EdgeKind::Author | EdgeKind::About),
        }
    }
}

/// How a tenure says that the person stands to the office.
pub(super) fn standing(part: &Part, tenure: Local) -> Option<EdgeKind> {
    let has = |status: NamedNodeRef<'static>| part.all(tenure, zt::STATUS).any(|s| part.text(s) == status.as_str());
    let kinds = [
        (zt::CURRENT, EdgeKind::Holds),
        (zt::ACTING, EdgeKind::Holds),
        (zt::APPOINTED, EdgeKind::Appointed),
        (zt::NOMINATED, EdgeKind::Nominated),
        (zt::FORMER, EdgeKind::Left),
        (zt::REMOVED, EdgeKind::Left),
    ];
    kinds.into_iter().find(|(status, _)| has(*status)).map(|(_, edge)| edge)
}
