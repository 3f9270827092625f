//! Quads -> what nodes and edges are made of, as numbers in sorted tables.

use std::sync::Arc;

use super::NodeKind;
use super::names::Names;
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, skos, zt};
use crate::rdf::{NamedNodeRef, Quad, Subject, Term};

/// A text of the graph: an IRI or the value of a literal. Numbers compare as the texts do.
pub(super) type Id = u32;

/// The properties that edges and their evidence are read from; all others are passed over.
const READ: &[NamedNodeRef<'static>] = &[
    org::POST_IN,
    org::MEMBER,
    org::ORGANIZATION,
    zt::OFFICE_OF,
    zt::STATUS,
    zt::ATTESTED_ON,
    zt::START,
    zt::END,
    zt::JURISDICTION,
    zt::DIVISION_CODE,
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
    skos::ALT_LABEL,
];

/// The classes whose members are folded into edges, and the nodes that they are where they are not.
const FACTS: &[(NamedNodeRef<'static>, NodeKind)] = &[
    (zt::TENURE, NodeKind::Tenure),
    (zt::PURSUIT, NodeKind::Pursuit),
    (zt::COOPERATION, NodeKind::Cooperation),
    (zt::ARTICLE, NodeKind::Article),
];

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// A graph while its quads come in, in any order.
#[derive(Default)]
pub(super) struct Gathering {
    names: Names,
    said: Vec<(Id, u8, Id)>,
    labels: Vec<(Id, Id)>,
    kinds: Vec<(Id, NodeKind)>,
    facts: Vec<(NodeKind, Id)>,
}

/// A graph to be asked.
pub(super) struct Gathered {
    texts: Vec<Arc<str>>,
    /// Subject, property, value: sorted, each once.
    said: Vec<(Id, u8, Id)>,
    /// Where the statements of a subject begin in `said`; one more than there are texts.
    starts: Vec<u32>,
    /// Subject and name, sorted, as often as a source says it.
    labels: Vec<(Id, Id)>,
    kinds: Vec<Option<NodeKind>>,
    /// Sorted by kind and IRI.
    pub(super) facts: Vec<(NodeKind, Id)>,
}

impl Gathering {
    pub(super) fn take(&mut self, quad: &Quad) {
        let (Subject::NamedNode(subject), predicate) = (&quad.subject, quad.predicate.as_ref()) else { return };
        if predicate.as_str() == TYPE {
            self.class(subject.as_str(), &quad.object);
        } else if predicate == skos::PREF_LABEL {
            let label = (self.names.id(subject.as_str()), self.value(&quad.object));
            self.labels.push(label);
        } else if let Some(property) = number(predicate) {
            let said = (self.names.id(subject.as_str()), property, self.value(&quad.object));
            self.said.push(said);
        }
    }

    fn class(&mut self, subject: &str, class: &Term) {
        let Term::NamedNode(class) = class else { return };
        if let Some(kind) = NodeKind::of_class(class.as_ref()) {
            let id = self.names.id(subject);
            self.kinds.push((id, kind));
        } else if let Some((_, kind)) = FACTS.iter().find(|(fact, _)| *fact == class.as_ref()) {
            let id = self.names.id(subject);
            self.facts.push((*kind, id));
        }
    }

    fn value(&mut self, term: &Term) -> Id {
        match term {
            Term::NamedNode(node) => self.names.id(node.as_str()),
            Term::Literal(literal) => self.names.id(literal.value()),
            other => self.names.id(&other.to_string()),
        }
    }

    pub(super) fn finish(mut self) -> Gathered {
        let (texts, place) = self.names.sorted();
        let renamed = |id: Id| place[id as usize];
        self.said.iter_mut().for_each(|(s, _, o)| (*s, *o) = (renamed(*s), renamed(*o)));
        self.said.sort_unstable();
        self.said.dedup();
        let mut starts = vec![0; texts.len() + 1];
        self.said.iter().for_each(|(s, ..)| starts[*s as usize + 1] += 1);
        (1..starts.len()).for_each(|i| starts[i] += starts[i - 1]);
        self.labels.iter_mut().for_each(|(s, o)| (*s, *o) = (renamed(*s), renamed(*o)));
        self.labels.sort_unstable();
        let mut kinds: Vec<Option<NodeKind>> = vec![None; texts.len()];
        for (id, kind) in self.kinds {
            let known = &mut kinds[renamed(id) as usize];
            *known = Some(known.map_or(kind, |known| known.min(kind)));
        }
        self.facts.iter_mut().for_each(|(_, id)| *id = renamed(*id));
        self.facts.sort_unstable();
        self.facts.dedup();
        Gathered { texts, said: self.said, starts, labels: self.labels, kinds, facts: self.facts }
    }
}

impl Gathered {
    pub(super) fn of(quads: impl IntoIterator<Item = Quad>) -> Self {
        let mut gathering = Gathering::default();
        quads.into_iter().for_each(|quad| gathering.take(&quad));
        gathering.finish()
    }

    /// How many texts there are: every [`Id`] is below.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn text(&self, id: Id) -> &str {
        &self.texts[id as usize]
    }

    pub(super) fn find(&self, text: &str) -> Option<Id> {
        let at = self.texts.binary_search_by(|known| (**known).cmp(text)).ok()?;
        u32::try_from(at).ok()
    }

    /// What an entity is; nothing for what is none.
    pub(super) fn kind(&self, id: Id) -> Option<NodeKind> {
        self.kinds[id as usize]
    }

    /// Every entity, in the order of IRIs.
    pub(super) fn entities(&self) -> impl Iterator<Item = Id> {
        (0..).zip(&self.kinds).filter_map(|(id, kind)| kind.map(|_| id))
    }

    /// The name that most sources give it; of names that are equally frequent the first in order.
    pub(super) fn label(&self, id: Id) -> Option<&str> {
        let from = self.labels.partition_point(|(subject, _)| *subject < id);
        let names = self.labels[from..].iter().take_while(|(subject, _)| *subject == id);
        let names: Vec<Id> = names.map(|(_, name)| *name).collect();
        let most = names.chunk_by(|a, b| a == b).max_by_key(|name| (name.len(), std::cmp::Reverse(name[0])))?;
        Some(self.text(most[0]))
    }

    /// The values of a property, in order.
    pub(super) fn all(&self, subject: Id, property: NamedNodeRef<'static>) -> impl Iterator<Item = Id> {
        let number = number(property);
        debug_assert!(number.is_some(), "{property} is not read");
        let at = subject as usize;
        let said = &self.said[self.starts[at] as usize..self.starts[at + 1] as usize];
        said.iter().filter(move |(_, read, _)| Some(*read) == number).map(|(.., value)| *value)
    }

    pub(super) fn one(&self, subject: Id, property: NamedNodeRef<'static>) -> Option<Id> {
        self.all(subject, property).next()
    }

    /// The value's text; empty where there is none.
    pub(super) fn said(&self, subject: Option<Id>, property: NamedNodeRef<'static>) -> &str {
        subject.and_then(|subject| self.one(subject, property)).map_or("", |id| self.text(id))
    }

    /// The division that an entity is of: itself, that of its jurisdiction, that of its body.
    pub(super) fn division(&self, id: Id) -> Option<Id> {
        let of = |id: Id| self.one(id, zt::JURISDICTION);
        match self.kind(id)? {
            NodeKind::Division => Some(id),
            _ => of(id).or_else(|| self.one(id, org::POST_IN).and_then(of)),
        }
    }
}

fn number(property: NamedNodeRef<'_>) -> Option<u8> {
    READ.iter().position(|read| *read == property).and_then(|at| u8::try_from(at).ok())
}
