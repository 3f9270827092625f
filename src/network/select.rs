//! Which facts and entities of a graph belong to a view.

use std::collections::HashSet;

use super::gather::{Gathered, Id};
use super::{NodeKind, View};
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, zt};
use crate::rdf::{NamedNodeRef, Quad, Subject, Term};

/// The ties that entities have by what they are.
pub(super) const STRUCTURE: [NamedNodeRef<'static>; 3] = [org::POST_IN, zt::JURISDICTION, dcterms::IS_PART_OF];

/// What is kept, by [`Id`].
pub(super) struct Selected {
    pub(super) facts: Vec<bool>,
    pub(super) entities: Vec<bool>,
    within: Option<Vec<bool>>,
}

impl Selected {
    /// What a view shows of a graph.
    pub(super) fn of(graph: &Gathered, view: &View) -> Self {
        if !view.selects() {
            return Self { facts: vec![true; graph.len()], entities: vec![true; graph.len()], within: None };
        }
        let none = vec![false; graph.len()];
        let within = (!view.divisions.is_empty()).then(|| within(graph, &view.divisions));
        let mut selected = Self { facts: none.clone(), entities: none, within };
        for &(kind, fact) in &graph.facts {
            let parties = parties(graph, kind, fact);
            // What makes the fact must be there; who is in it besides (a speaker) may be missing.
            let whole = parties.iter().all(|party| graph.kind(*party).is_none_or(|kind| view.has_kind(kind)));
            let sure = view.min_confidence.is_none_or(|least| {
                kind == NodeKind::Article
                    || graph.said(Some(fact), zt::CONFIDENCE).parse().is_ok_and(|c: f64| c >= least)
            });
            let here = parties.iter().any(|party| selected.is_within(graph, *party));
            if whole && sure && here && view.covers(date(graph, kind, fact)) {
                selected.facts[fact as usize] = true;
                parties.iter().for_each(|party| selected.entities[*party as usize] = true);
            }
        }
        if view.isolated {
            for id in graph.entities() {
                selected.entities[id as usize] |= selected.is_within(graph, id);
            }
        }
        selected.upwards(graph);
        for id in graph.entities() {
            selected.entities[id as usize] &= graph.kind(id).is_some_and(|kind| view.has_kind(kind));
        }
        selected
    }

    /// Whether an end of an edge is kept: an entity, or a fact as a node.
    pub(super) fn has(&self, graph: &Gathered, id: Id) -> bool {
        if graph.kind(id).is_some() { self.entities[id as usize] } else { self.facts[id as usize] }
    }

    fn is_within(&self, graph: &Gathered, id: Id) -> bool {
        self.within.as_ref().is_none_or(|within| graph.division(id).is_some_and(|division| within[division as usize]))
    }

    /// Adds what the kept belong to: bodies of posts, divisions of bodies, divisions above. Where divisions were asked
    /// for, what they belong to themselves is not theirs.
    fn upwards(&mut self, graph: &Gathered) {
        let mut open: Vec<Id> = graph.entities().filter(|id| self.entities[*id as usize]).collect();
        while let Some(id) = open.pop() {
            for above in STRUCTURE.iter().flat_map(|tie| graph.all(id, *tie)) {
                if !self.entities[above as usize] && self.is_within(graph, above) {
                    self.entities[above as usize] = true;
                    open.push(above);
                }
            }
        }
    }
}

/// The divisions of these IRIs and all that lie under them.
fn within(graph: &Gathered, divisions: &[String]) -> Vec<bool> {
    let wanted: HashSet<Id> = divisions.iter().filter_map(|iri| graph.find(iri)).collect();
    let mut within = vec![false; graph.len()];
    for id in graph.entities().filter(|id| graph.kind(*id) == Some(NodeKind::Division)) {
        // A chain of divisions is five long; a longer one is a circle that some update made.
        let mut chain = std::iter::successors(Some(id), |id| graph.one(*id, dcterms::IS_PART_OF)).take(9);
        within[id as usize] = chain.any(|above| wanted.contains(&above));
    }
    within
}

/// The entities that make a fact what it is.
pub(super) fn parties(graph: &Gathered, kind: NodeKind, fact: Id) -> Vec<Id> {
    let of: &[NamedNodeRef<'static>] = match kind {
        NodeKind::Tenure => &[org::MEMBER, zt::OFFICE_OF],
        NodeKind::Pursuit => &[zt::ACTOR, zt::INITIATIVE_OF],
        NodeKind::Cooperation => &[zt::ACTOR],
        _ => &[schema::AUTHOR, schema::ABOUT],
    };
    of.iter().flat_map(|property| graph.all(fact, *property)).collect()
}

/// Whether a tenure says that the person is in the office, not was or will be.
pub(super) fn held(graph: &Gathered, tenure: Id) -> bool {
    graph.all(tenure, zt::STATUS).map(|s| graph.text(s)).any(|s| s == zt::CURRENT.as_str() || s == zt::ACTING.as_str())
}

/// The day that a fact is said to be of: when a tenure was attested, when the article was published.
pub(super) fn date(graph: &Gathered, kind: NodeKind, fact: Id) -> &str {
    let attested = graph.said(Some(fact), zt::ATTESTED_ON);
    if !attested.is_empty() {
        return attested;
    }
    let article = match kind {
        NodeKind::Article => Some(fact),
        _ => graph.one(fact, prov::WAS_DERIVED_FROM).and_then(|sentence| graph.one(sentence, dcterms::IS_PART_OF)),
    };
    graph.said(article, schema::DATE_PUBLISHED)
}

/// The statements of a graph that belong to a view.
///
/// Facts go with their sentences, articles and sources; entities with what they belong to; the shortcuts `org:holds` and
/// `zt:pursues` with the facts behind them.
pub fn select(mut quads: Vec<Quad>, view: &View) -> Vec<Quad> {
    if view.shows_all() {
        return quads;
    }
    let shortcut = view.edges == Some(super::Edges::Shortcut);
    let graph = Gathered::of(quads.iter().cloned());
    let selected = Selected::of(&graph, view);
    let (mut kept, mut folded, mut ties) = (selected.entities, vec![false; graph.len()], HashSet::new());
    for &(kind, fact) in &graph.facts {
        let sentence = graph.one(fact, prov::WAS_DERIVED_FROM);
        let article = if kind == NodeKind::Article {
            Some(fact)
        } else {
            sentence.and_then(|s| graph.one(s, dcterms::IS_PART_OF))
        };
        let source = sentence
            .and_then(|s| graph.one(s, nif::REFERENCE_CONTEXT))
            .or_else(|| article.and_then(|article| graph.one(article, dcterms::IS_PART_OF)));
        for part in [Some(fact), sentence, article, source].into_iter().flatten() {
            folded[part as usize] = true;
            kept[part as usize] |= selected.facts[fact as usize];
        }
        if selected.facts[fact as usize] && (kind != NodeKind::Tenure || held(&graph, fact)) {
            let parties = parties(&graph, kind, fact);
            ties.extend(parties.first().copied().zip(parties.get(1).copied()));
        }
    }
    quads.retain(|quad| {
        let Some(subject) = subject(&graph, quad) else { return !view.selects() };
        let is_entity = graph.kind(subject).is_some();
        let object = match &quad.object {
            Term::NamedNode(node) => graph.find(node.as_str()),
            _ => None,
        };
        let object_kept = object.is_none_or(|object| graph.kind(object).is_none() || kept[object as usize]);
        let predicate = quad.predicate.as_ref();
        let is_tie = predicate == org::HOLDS || predicate == zt::PURSUES;
        let backed = !is_tie || !view.selects() || object.is_some_and(|object| ties.contains(&(subject, object)));
        (is_entity || folded[subject as usize])
            && !(shortcut && folded[subject as usize])
            && kept[subject as usize]
            && object_kept
            && backed
    });
    quads
}

fn subject(graph: &Gathered, quad: &Quad) -> Option<Id> {
    match &quad.subject {
        Subject::NamedNode(node) => graph.find(node.as_str()),
        Subject::BlankNode(_) => None,
    }
}
