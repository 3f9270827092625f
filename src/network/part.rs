//! One part of a graph, whose facts and what they stand on stand together: as much of it as is in memory at once.

use super::NodeKind;
use super::names::{Names, Texts};
use super::said::{Row, Said, number};
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, zt};
use crate::rdf::{NamedNodeRef, Quad, Subject, Term};

/// The properties of facts, and of the sentences, articles and sources that they stand on.
const READ: &[NamedNodeRef<'static>] = &[
    org::MEMBER,
    org::ORGANIZATION,
    zt::OFFICE_OF,
    zt::STATUS,
    zt::ATTESTED_ON,
    zt::START,
    zt::ACTOR,
    zt::INITIATIVE_OF,
    zt::SPEAKER,
    zt::CONFIDENCE,
    zt::FILE_NAME,
    dcterms::IS_PART_OF,
    prov::WAS_DERIVED_FROM,
    nif::ANCHOR_OF,
    nif::REFERENCE_CONTEXT,
    schema::AUTHOR,
    schema::ABOUT,
    schema::HEADLINE,
    schema::DATE_PUBLISHED,
];

/// The classes whose members are folded into edges, and the nodes that they are where they are not.
const FACTS: &[(NamedNodeRef<'static>, NodeKind)] = &[
    (zt::TENURE, NodeKind::Tenure),
    (zt::PURSUIT, NodeKind::Pursuit),
    (zt::COOPERATION, NodeKind::Cooperation),
    (zt::ARTICLE, NodeKind::Article),
];

pub(super) const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// A text of a part: an IRI or the value of a literal. Numbers compare as the texts do.
pub(super) type Local = u32;

/// A part while its quads come in, in any order.
#[derive(Default)]
pub(super) struct Gathering {
    names: Names,
    said: Vec<Row>,
    facts: Vec<(u32, NodeKind)>,
}

/// A part to be asked.
pub(super) struct Part {
    texts: Texts,
    said: Said,
    /// In the order of IRIs.
    pub(super) facts: Vec<(Local, NodeKind)>,
}

impl Gathering {
    /// Takes a statement if it says what is a fact, or is of a property that is read.
    pub(super) fn take(&mut self, quad: &Quad) {
        let (Subject::NamedNode(subject), predicate) = (&quad.subject, quad.predicate.as_ref()) else { return };
        if predicate.as_str() == TYPE {
            let Term::NamedNode(class) = &quad.object else { return };
            if let Some((_, kind)) = FACTS.iter().find(|(fact, _)| *fact == class.as_ref()) {
                let id = self.names.id(subject.as_str());
                self.facts.push((id, *kind));
            }
        } else if let Some(property) = number(READ, predicate) {
            let row = (self.names.id(subject.as_str()), property, self.names.term(&quad.object));
            self.said.push(row);
        }
    }

    pub(super) fn finish(mut self) -> Part {
        let texts = self.names.sorted();
        let said = Said::new(READ, self.said, |met| texts.place(met));
        self.facts.iter_mut().for_each(|(id, _)| *id = texts.place(*id));
        self.facts.sort_unstable();
        self.facts.dedup();
        Part { texts, said, facts: self.facts }
    }
}

impl Part {
    /// The facts of these quads with what they stand on.
    pub(super) fn of<'q>(quads: impl IntoIterator<Item = &'q Quad>) -> Self {
        let mut part = Gathering::default();
        quads.into_iter().for_each(|quad| part.take(quad));
        part.finish()
    }

    /// How many texts there are: every [`Local`] is below.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn text(&self, id: Local) -> &str {
        self.texts.text(id)
    }

    pub(super) fn find(&self, text: &str) -> Option<Local> {
        self.texts.find(text)
    }

    /// The values of a property, in order.
    pub(super) fn all(&self, subject: Local, property: NamedNodeRef<'static>) -> impl Iterator<Item = Local> {
        self.said.all(subject, property)
    }

    pub(super) fn one(&self, subject: Local, property: NamedNodeRef<'static>) -> Option<Local> {
        self.all(subject, property).next()
    }

    /// The value's text; empty where there is none.
    pub(super) fn said(&self, subject: Option<Local>, property: NamedNodeRef<'static>) -> &str {
        subject.and_then(|subject| self.one(subject, property)).map_or("", |id| self.text(id))
    }

    /// What has a place above it that is no fact: divisions.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&str, &str)> {
        let placed = self.said.pairs(dcterms::IS_PART_OF);
        let placed = placed.filter(|(id, _)| !self.is_fact(*id) && self.one(*id, nif::ANCHOR_OF).is_none());
        placed.map(|(id, above)| (self.text(id), self.text(above)))
    }

    fn is_fact(&self, id: Local) -> bool {
        let at = self.facts.partition_point(|(fact, _)| *fact < id);
        self.facts.get(at).is_some_and(|(fact, _)| *fact == id)
    }

    /// What a fact stands on: its sentence, article and source.
    pub(super) fn under(&self, (fact, kind): (Local, NodeKind)) -> [Option<Local>; 3] {
        if kind == NodeKind::Article {
            return [None, Some(fact), self.one(fact, dcterms::IS_PART_OF)];
        }
        let sentence = self.one(fact, prov::WAS_DERIVED_FROM);
        let article = sentence.and_then(|sentence| self.one(sentence, dcterms::IS_PART_OF));
        let source = sentence.and_then(|sentence| self.one(sentence, nif::REFERENCE_CONTEXT));
        [sentence, article, source.or_else(|| article.and_then(|article| self.one(article, dcterms::IS_PART_OF)))]
    }
}
