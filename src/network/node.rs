//! An entity as a node.

use std::sync::Arc;

use crate::rdf::NamedNodeRef;
use crate::rdf::vocabulary::{foaf, zt};

/// One entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub iri: String,
    /// The name that most sources give it.
    pub label: String,
    pub kind: NodeKind,
    /// The code of a division; of an office or body that of its division.
    pub division: Option<Arc<str>>,
    /// The name of that division.
    pub division_name: Option<Arc<str>>,
    /// Other names, in order.
    pub aliases: Vec<String>,
}

/// What an entity is. Where it is several things, the first of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    Official,
    Reporter,
    Person,
    Office,
    Body,
    Division,
    Initiative,
    /// A fact as a node of its own, where a view asks for that; so are the next three.
    Tenure,
    Pursuit,
    Cooperation,
    Article,
}

impl NodeKind {
    /// The kinds of facts.
    pub const FACTS: [NodeKind; 4] = [NodeKind::Tenure, NodeKind::Pursuit, NodeKind::Cooperation, NodeKind::Article];

    /// The kinds of entities.
    pub const ALL: [NodeKind; 7] = [
        NodeKind::Official,
        NodeKind::Reporter,
        NodeKind::Person,
        NodeKind::Office,
        NodeKind::Body,
        NodeKind::Division,
        NodeKind::Initiative,
    ];

    /// The name in files and filters.
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Official => "official",
            NodeKind::Reporter => "reporter",
            NodeKind::Person => "person",
            NodeKind::Office => "office",
            NodeKind::Body => "body",
            NodeKind::Division => "division",
            NodeKind::Initiative => "initiative",
            NodeKind::Tenure => "tenure",
            NodeKind::Pursuit => "pursuit",
            NodeKind::Cooperation => "cooperation",
            NodeKind::Article => "article",
        }
    }

    /// The kind of entity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// A colour for pictures: of Okabe and Ito's set, which people who see few colours can tell apart.
    pub fn colour(self) -> (u8, u8, u8) {
        match self {
            NodeKind::Official => (213, 94, 0),
            NodeKind::Reporter => (204, 121, 167),
            NodeKind::Person => (153, 153, 153),
            NodeKind::Office => (230, 159, 0),
            NodeKind::Body => (86, 180, 233),
            NodeKind::Division => (0, 114, 178),
            NodeKind::Initiative => (0, 158, 115),
            NodeKind::Tenure => (240, 228, 66),
            NodeKind::Pursuit => (187, 187, 187),
            NodeKind::Cooperation => (119, 119, 119),
            NodeKind::Article => (68, 68, 68),
        }
    }

    /// The kind that a class of the ontology means.
    pub(super) fn of_class(class: NamedNodeRef<'_>) -> Option<Self> {
        const CLASSES: [(NamedNodeRef<'static>, NodeKind); 7] = [
            (zt::OFFICIAL, NodeKind::Official),
            (zt::REPORTER, NodeKind::Reporter),
            (foaf::PERSON, NodeKind::Person),
            (zt::OFFICE, NodeKind::Office),
            (zt::BODY, NodeKind::Body),
            (zt::DIVISION, NodeKind::Division),
            (zt::INITIATIVE, NodeKind::Initiative),
        ];
        CLASSES.iter().find(|(known, _)| *known == class).map(|(_, kind)| *kind)
    }
}
