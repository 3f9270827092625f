//! Quads -> what nodes and edges are made of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, EdgeKind, Evidence, Node, NodeKind};
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, skos, zt};
use crate::rdf::{NamedNodeRef, Quad, Term};

type Values = BTreeSet<String>;
type Edges = BTreeMap<(String, String, EdgeKind), Edge>;

/// What is said of each subject, by property, and what each is called how often.
#[derive(Default)]
pub(super) struct Gathered {
    said: BTreeMap<String, BTreeMap<&'static str, Values>>,
    labels: BTreeMap<String, BTreeMap<String, usize>>,
    kinds: BTreeMap<String, NodeKind>,
    /// Subjects by class: tenures, pursuits, cooperations, articles.
    facts: BTreeMap<&'static str, Values>,
}

/// The properties that edges and their evidence are read from; all others are passed over.
const READ: &[NamedNodeRef<'static>] = &[
    org::POST_IN,
    org::MEMBER,
    zt::OFFICE_OF,
    zt::STATUS,
    zt::JURISDICTION,
    zt::DIVISION_CODE,
    zt::ACTOR,
    zt::INITIATIVE_OF,
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

/// The classes whose members are folded into edges.
const FACTS: &[NamedNodeRef<'static>] = &[zt::TENURE, zt::PURSUIT, zt::COOPERATION, zt::ARTICLE];

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

impl Gathered {
    pub(super) fn take(&mut self, quad: &Quad) {
        let (crate::rdf::Subject::NamedNode(subject), predicate) = (&quad.subject, quad.predicate.as_ref()) else {
            return;
        };
        let subject = subject.as_str();
        if predicate.as_str() == TYPE {
            self.class(subject, &quad.object);
        } else if predicate == skos::PREF_LABEL {
            let names = self.labels.entry(subject.to_owned()).or_default();
            *names.entry(value(&quad.object)).or_default() += 1;
        } else if let Some(property) = READ.iter().find(|property| **property == predicate) {
            let said = self.said.entry(subject.to_owned()).or_default();
            said.entry(property.as_str()).or_default().insert(value(&quad.object));
        }
    }

    fn class(&mut self, subject: &str, class: &Term) {
        let Term::NamedNode(class) = class else { return };
        if let Some(kind) = NodeKind::of_class(class.as_ref()) {
            let known = self.kinds.entry(subject.to_owned()).or_insert(kind);
            *known = kind.min(*known);
        } else if let Some(class) = FACTS.iter().find(|fact| **fact == class.as_ref()) {
            self.facts.entry(class.as_str()).or_default().insert(subject.to_owned());
        }
    }

    /// The node of an entity; nothing for what is none.
    pub(super) fn node(&self, iri: &str) -> Option<Node> {
        let kind = *self.kinds.get(iri)?;
        let named = self.labels.get(iri).and_then(|names| {
            // Of names that are equally frequent the first in order.
            names.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name)))
        });
        let label = named.map_or_else(|| iri.rsplit('/').next().unwrap_or(iri).to_owned(), |(name, _)| name.clone());
        let code = |of: &str| self.one(of, zt::DIVISION_CODE).map(str::to_owned);
        let division = code(iri).or_else(|| self.one(iri, zt::JURISDICTION).and_then(code));
        Some(Node { iri: iri.to_owned(), label, kind, division })
    }

    /// Every tie, with its surest evidence.
    pub(super) fn edges(&self) -> Edges {
        let mut edges = Edges::new();
        self.structure(&mut edges);
        for fact in self.members(zt::TENURE) {
            let held = self.all(fact, zt::STATUS).any(|s| s == zt::CURRENT.as_str() || s == zt::ACTING.as_str());
            if let (true, Some(person), Some(office)) =
                (held, self.one(fact, org::MEMBER), self.one(fact, zt::OFFICE_OF))
            {
                self.add(&mut edges, person, office, EdgeKind::Holds, self.evidence(fact));
            }
        }
        for fact in self.members(zt::PURSUIT) {
            if let (Some(actor), Some(initiative)) = (self.one(fact, zt::ACTOR), self.one(fact, zt::INITIATIVE_OF)) {
                self.add(&mut edges, actor, initiative, EdgeKind::Pursues, self.evidence(fact));
            }
        }
        for fact in self.members(zt::COOPERATION) {
            let parties: Vec<&str> = self.all(fact, zt::ACTOR).collect();
            for (i, one) in parties.iter().enumerate() {
                for other in &parties[i + 1..] {
                    self.add(&mut edges, one, other, EdgeKind::Cooperates, self.evidence(fact));
                }
            }
        }
        for article in self.members(zt::ARTICLE) {
            for author in self.all(article, schema::AUTHOR) {
                for about in self.all(article, schema::ABOUT) {
                    self.add(&mut edges, author, about, EdgeKind::Covers, self.headline(article));
                }
            }
        }
        edges
    }

    /// The ties that entities have by what they are: posts in bodies, bodies and offices of divisions, divisions of
    /// those above.
    fn structure(&self, edges: &mut Edges) {
        let ties = [
            (org::POST_IN, EdgeKind::PostIn),
            (zt::JURISDICTION, EdgeKind::Jurisdiction),
            (dcterms::IS_PART_OF, EdgeKind::IsPartOf),
        ];
        for subject in self.kinds.keys() {
            for (property, kind) in ties {
                for object in self.all(subject, property) {
                    let edge = Edge { kind, weight: 1, evidence: None };
                    edges.insert((subject.clone(), object.to_owned(), kind), edge);
                }
            }
        }
    }

    fn add(&self, edges: &mut Edges, from: &str, to: &str, kind: EdgeKind, evidence: Evidence) {
        let edge =
            edges.entry((from.to_owned(), to.to_owned(), kind)).or_insert(Edge { kind, weight: 0, evidence: None });
        edge.weight += 1;
        // Canonical decimals of one leading digit compare as text; facts come in the order of their IRIs.
        if edge.evidence.as_ref().is_none_or(|known| known.confidence < evidence.confidence) {
            edge.evidence = Some(evidence);
        }
    }

    fn evidence(&self, fact: &str) -> Evidence {
        let text = |of: Option<&str>, property| of.and_then(|of| self.one(of, property)).unwrap_or_default().to_owned();
        let sentence = self.one(fact, prov::WAS_DERIVED_FROM);
        Evidence {
            sentence: text(sentence, nif::ANCHOR_OF),
            source: text(sentence.and_then(|s| self.one(s, nif::REFERENCE_CONTEXT)), zt::FILE_NAME),
            date: text(sentence.and_then(|s| self.one(s, dcterms::IS_PART_OF)), schema::DATE_PUBLISHED),
            confidence: text(Some(fact), zt::CONFIDENCE),
        }
    }

    fn headline(&self, article: &str) -> Evidence {
        let text = |of: Option<&str>, property| of.and_then(|of| self.one(of, property)).unwrap_or_default().to_owned();
        Evidence {
            sentence: text(Some(article), schema::HEADLINE),
            source: text(self.one(article, dcterms::IS_PART_OF), zt::FILE_NAME),
            date: text(Some(article), schema::DATE_PUBLISHED),
            confidence: String::new(),
        }
    }

    fn members(&self, class: NamedNodeRef<'static>) -> impl Iterator<Item = &str> {
        self.facts.get(class.as_str()).into_iter().flatten().map(String::as_str)
    }

    fn all(&self, subject: &str, property: NamedNodeRef<'static>) -> impl Iterator<Item = &str> {
        let said = self.said.get(subject).and_then(|said| said.get(property.as_str()));
        said.into_iter().flatten().map(String::as_str)
    }

    fn one(&self, subject: &str, property: NamedNodeRef<'static>) -> Option<&str> {
        self.all(subject, property).next()
    }
}

fn value(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
