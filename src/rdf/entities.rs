//! What a document knows of each entity it names: type, names, and the ties that only its kind has.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef, vocab::rdf};

use super::Base;
use super::statements::Statements;
use super::vocabulary::{cv, foaf, org, skos, zt};
use crate::document::Document;
use crate::entity::{Entity, EntityId, InitiativeKind, Kind};
use crate::relate::Relation;

/// Every entity of the document but divisions, whose facts stand in the gazetteer's graph and are not repeated.
pub(super) fn entities(document: &Document, base: &Base, out: &mut Statements) {
    let roles = Roles::of(document);
    for entity in document.entities.values() {
        if matches!(entity.kind, Kind::Division { .. }) {
            continue;
        }
        let node = base.entity(&entity.id);
        out.add_text(&node, skos::PREF_LABEL, &entity.label);
        for alias in &entity.aliases {
            out.add_text(&node, skos::ALT_LABEL, alias);
        }
        describe(entity, &node, &roles, base, out);
    }
}

fn describe(entity: &Entity, node: &NamedNode, roles: &Roles, base: &Base, out: &mut Statements) {
    match &entity.kind {
        Kind::Division { .. } => {}
        Kind::Body { division, public } => {
            out.add(node, rdf::TYPE, zt::BODY);
            if *public {
                out.add(node, rdf::TYPE, cv::PUBLIC_ORGANISATION);
            }
            link(node, zt::JURISDICTION, division.as_ref(), base, out);
        }
        Kind::Office { title, body, division } => {
            out.add(node, rdf::TYPE, zt::OFFICE);
            out.add_text(node, zt::TITLE, title);
            link(node, org::POST_IN, body.as_ref(), base, out);
            link(node, zt::JURISDICTION, division.as_ref(), base, out);
        }
        Kind::Person => {
            for class in roles.classes(&entity.id) {
                out.add(node, rdf::TYPE, class);
            }
        }
        Kind::Initiative { kind } => {
            out.add(node, rdf::TYPE, zt::INITIATIVE);
            out.add(node, zt::INITIATIVE_KIND, initiative_kind(*kind));
        }
    }
}

fn link(node: &NamedNode, property: NamedNodeRef<'_>, to: Option<&EntityId>, base: &Base, out: &mut Statements) {
    if let Some(to) = to {
        out.add(node, property, base.entity(to));
    }
}

pub(super) fn initiative_kind(kind: InitiativeKind) -> NamedNodeRef<'static> {
    match kind {
        InitiativeKind::Mechanism => zt::MECHANISM,
        InitiativeKind::Campaign => zt::CAMPAIGN,
        InitiativeKind::Project => zt::PROJECT,
        InitiativeKind::Platform => zt::PLATFORM,
        InitiativeKind::Strategy => zt::STRATEGY,
        InitiativeKind::Requirement => zt::REQUIREMENT,
    }
}

/// Who is an official and who a reporter. The relations tell, and one person may be both.
struct Roles<'a> {
    officials: BTreeSet<&'a EntityId>,
    reporters: BTreeSet<&'a EntityId>,
}

impl<'a> Roles<'a> {
    fn of(document: &'a Document) -> Self {
        let mut roles = Roles { officials: BTreeSet::new(), reporters: BTreeSet::new() };
        for relation in &document.relations {
            match relation {
                Relation::Tenure(tenure) => roles.officials.insert(&tenure.person),
                Relation::Pursuit(pursuit) => match &pursuit.speaker {
                    Some(speaker) => roles.officials.insert(speaker),
                    None => false,
                },
                Relation::Speaker { official, .. } => roles.officials.insert(official),
                Relation::About { entity, .. } => roles.officials.insert(entity),
                Relation::Credit(credit) => roles.reporters.insert(&credit.person),
                Relation::Cooperation(_) | Relation::Mention { .. } => false,
            };
        }
        roles
    }

    /// A person with neither role is still a person.
    fn classes(&self, person: &EntityId) -> Vec<NamedNodeRef<'static>> {
        let mut classes = Vec::new();
        if self.officials.contains(person) {
            classes.push(zt::OFFICIAL);
        }
        if self.reporters.contains(person) {
            classes.push(zt::REPORTER);
        }
        if classes.is_empty() {
            classes.push(foaf::PERSON);
        }
        classes
    }
}
