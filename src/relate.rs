//! Links -> relations: who holds what, who pursues what, who reported it, who acts together.

mod cooperation;
mod found;
mod initiative;
mod named;
mod people;
mod pursuit;
mod reader;
mod settle;

use crate::entity::{EntityId, Status};
use crate::text::Span;

pub use crate::entity::CreditRole;
pub use found::{Entities, Found};
pub use reader::{places, relations};
pub use settle::settle;

/// One fact, as one place in one source states it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Relation {
    Tenure(Tenure),
    Pursuit(Pursuit),
    Cooperation(Cooperation),
    Credit(Credit),
    /// The article reports this official's words (`zt:speaker`).
    Speaker {
        article: usize,
        official: EntityId,
    },
    /// The article is about this division or official (`schema:about`).
    About {
        article: usize,
        entity: EntityId,
    },
    /// The article names this entity (`schema:mentions`); article 0 is the page outside its articles.
    Mention {
        article: usize,
        entity: EntityId,
    },
}

impl Relation {
    /// The identifier in it that may be a person's.
    fn person(&mut self) -> Option<&mut EntityId> {
        match self {
            Relation::Tenure(tenure) => Some(&mut tenure.person),
            Relation::Pursuit(pursuit) => pursuit.speaker.as_mut(),
            Relation::Credit(credit) => Some(&mut credit.person),
            Relation::Speaker { official, .. } => Some(official),
            Relation::About { entity, .. } | Relation::Mention { entity, .. } => Some(entity),
            Relation::Cooperation(_) => None,
        }
    }

    /// The sentence behind a fact; links between an article and what it names have none.
    pub fn evidence(&self) -> Option<&Evidence> {
        match self {
            Relation::Tenure(tenure) => Some(&tenure.evidence),
            Relation::Pursuit(pursuit) => Some(&pursuit.evidence),
            Relation::Cooperation(cooperation) => Some(&cooperation.evidence),
            _ => None,
        }
    }
}

/// A person in an office.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tenure {
    pub person: EntityId,
    pub office: EntityId,
    pub status: Status,
    /// The article's date, where it has one; never taken as the start.
    pub attested: Option<String>,
    /// Partial dates (`2023`, `2023-05`, `2023-05-17`), where the text gives them.
    pub start: Option<String>,
    pub end: Option<String>,
    pub evidence: Evidence,
}

/// A division or body acting on an initiative.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pursuit {
    pub actor: EntityId,
    pub initiative: EntityId,
    /// The cue's concept, a local name of the ontology: `launch`, `continue`, `deepen`, `complete` ...; none where no cue
    /// governs it.
    pub action: Option<String>,
    pub speaker: Option<EntityId>,
    pub evidence: Evidence,
}

/// Divisions or bodies acting together; at least two, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cooperation {
    pub parties: Vec<EntityId>,
    pub evidence: Evidence,
}

/// A person credited on an article.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Credit {
    pub article: usize,
    pub person: EntityId,
    pub role: CreditRole,
}

/// The sentence that says so, how sure we are, and what read it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The article's number.
    pub article: usize,
    /// The sentence, in the source's text (bytes).
    pub sentence: Span,
    /// 0 to 100.
    pub confidence: u8,
    /// The rule's name in the data files: `title.rank-list`.
    pub rule: &'static str,
}
