//! One part of a graph, whose facts and what they stand on stand together: as much of it as is in memory at once.

use super::NodeKind;
use super::names::{Names, Texts};
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, zt};
use crate::rdf::{NamedNodeRef, Subject, Term};

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

/// A text of a part: an IRI or the value of a literal. Numbers compare as the texts do.
pub(super) type Local = u32;

/// A part while its quads come in, in any order.
#[derive(Default)]
pub(super) struct Gathering {
    names: Names,
    said: Vec<(u32, u8, u32)>,
    facts: Vec<(u32, NodeKind)>,
}

/// A part to be asked.
pub(super) struct Part {
    texts: Texts,
    /// Subject, property, value: sorted, each once.
    said: Vec<(Local, u8, Local)>,
    /// In the order of IRIs.
    pub(super) facts: Vec<(Local, NodeKind)>,
}

impl Gathering {
    pub(super) fn fact(&mut self, kind: NodeKind, iri: &str) {
        let id = self.names.id(iri);
        self.facts.push((id, kind));
    }

    /// Takes a statement if it is of a property that is read.
    pub(super) fn say(&mut self, subject: &Subject, property: NamedNodeRef<'_>, value: &Term) {
        if let (Subject::NamedNode(subject), Some(property)) = (subject, number(property)) {
            let subject = self.names.id(subject.as_str());
            let value = match value {
                Term::NamedNode(node) => self.names.id(node.as_str()),
                Term::Literal(literal) => self.names.id(literal.value()),
                other => self.names.id(&other.to_string()),
            };
            self.said.push((subject, property, value));
        }
    }

    pub(super) fn finish(mut self) -> Part {
        let texts = self.names.sorted();
        self.said.iter_mut().for_each(|(s, _, o)| (*s, *o) = (texts.place(*s), texts.place(*o)));
        self.said.sort_unstable();
        self.said.dedup();
        self.facts.iter_mut().for_each(|(id, _)| *id = texts.place(*id));
        self.facts.sort_unstable();
        self.facts.dedup();
        Part { texts, said: self.said, facts: self.facts }
    }
}

impl Part {
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
        let property = number(property).expect("only properties of the list are asked for");
        let from = self.said.partition_point(|(s, p, _)| (*s, *p) < (subject, property));
        let of = move |(s, p, _): &&(Local, u8, Local)| (*s, *p) == (subject, property);
        self.said[from..].iter().take_while(of).map(|(.., value)| *value)
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
        let part_of = number(dcterms::IS_PART_OF);
        let placed = self.said.iter().filter(move |(_, property, _)| Some(*property) == part_of);
        let placed =
            placed.filter(|(subject, ..)| !self.is_fact(*subject) && self.one(*subject, nif::ANCHOR_OF).is_none());
        placed.map(|(subject, _, above)| (self.text(*subject), self.text(*above)))
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

fn number(property: NamedNodeRef<'_>) -> Option<u8> {
    READ.iter().position(|read| *read == property).and_then(|at| u8::try_from(at).ok())
}
