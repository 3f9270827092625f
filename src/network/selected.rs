//! Which facts and entities of a graph belong to a view.

use std::collections::HashSet;

use super::gather::{Gathered, Id};
use super::{NodeKind, View};
use crate::rdf::NamedNodeRef;
use crate::rdf::vocabulary::{dcterms, org, zt};

/// The ties that entities have by what they are.
const STRUCTURE: [NamedNodeRef<'static>; 3] = [org::POST_IN, zt::JURISDICTION, dcterms::IS_PART_OF];

/// What is kept.
pub(super) struct Selected {
    /// By the facts' numbers.
    facts: Vec<bool>,
    /// By [`Id`].
    pub(super) entities: Vec<bool>,
    within: Option<Vec<bool>>,
}

impl Selected {
    /// What a view shows of a graph.
    pub(super) fn of(graph: &Gathered, view: &View) -> Self {
        if !view.selects() {
            return Self { facts: vec![true; graph.facts.len()], entities: vec![true; graph.len()], within: None };
        }
        let within = (!view.divisions.is_empty()).then(|| within(graph, &view.divisions));
        let mut selected = Self { facts: vec![false; graph.facts.len()], entities: vec![false; graph.len()], within };
        for (number, fact) in graph.facts.iter().enumerate() {
            let parties = graph.parties(fact);
            let whole = parties.iter().all(|party| graph.kind(*party).is_none_or(|kind| view.has_kind(kind)));
            let sure = view.min_confidence.is_none_or(|least| {
                fact.kind == NodeKind::Article || graph.text(fact.confidence).parse().is_ok_and(|c: f64| c >= least)
            });
            let here = parties.iter().any(|party| selected.is_within(graph, *party));
            if whole && sure && here && view.covers(graph.text(fact.date)) {
                selected.facts[number] = true;
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

    /// Whether the fact of a number is kept.
    pub(super) fn fact(&self, number: u32) -> bool {
        self.facts[number as usize]
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
