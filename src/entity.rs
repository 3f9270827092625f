//! The things that facts are about.

mod credit_role;
mod id;
mod status;

use std::collections::BTreeSet;

pub use credit_role::CreditRole;
pub use id::EntityId;
pub use status::Status;

/// One thing of the graph: its identifier, its names, and what only its kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub id: EntityId,
    /// The name, `skos:prefLabel`.
    pub label: String,
    /// Other names seen in the source, `skos:altLabel`; never holds `label`.
    pub aliases: BTreeSet<String>,
    pub kind: Kind,
}

/// What kind of thing an entity is, with the properties of that kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A division of the gazetteer; all else about it (code, level, parent, names) stands in the gazetteer's graph.
    Division { code: String },
    /// An organisation. `public`: party, government, congress, consultative conference, court, procuratorate.
    Body { division: Option<EntityId>, public: bool },
    /// A post of a body. `title` as printed, without the place in front.
    Office { title: String, body: Option<EntityId>, division: Option<EntityId> },
    /// A person, official or reporter or both: the relations tell which.
    Person,
    /// A named mechanism, campaign, project ...
    Initiative { kind: InitiativeKind },
}

/// The concepts of `zt:initiativeKind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InitiativeKind {
    Mechanism,
    Campaign,
    Project,
    Platform,
    Strategy,
    Requirement,
}

impl InitiativeKind {
    pub const ALL: [InitiativeKind; 6] = [
        InitiativeKind::Mechanism,
        InitiativeKind::Campaign,
        InitiativeKind::Project,
        InitiativeKind::Platform,
        InitiativeKind::Strategy,
        InitiativeKind::Requirement,
    ];

    /// The local name of the concept in the ontology.
    pub fn name(self) -> &'static str {
        match self {
            InitiativeKind::Mechanism => "mechanism",
            InitiativeKind::Campaign => "campaign",
            InitiativeKind::Project => "project",
            InitiativeKind::Platform => "platform",
            InitiativeKind::Strategy => "strategy",
            InitiativeKind::Requirement => "requirement",
        }
    }
}
