//! Decisions on identity: in the union, which queries read, what was found to be one thing is one thing.
//!
//! Sources keep saying what they say in their own graphs. Only the union speaks of the canonical thing wherever a source
//! speaks of another that was decided to be the same, and a decision that is taken back is taken back there too.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, QuadRef, Term};
use oxigraph::store::{self as database, StorageError, Transaction};

use super::Store;
use crate::error::Result;
use crate::rdf::Same;
use crate::rdf::vocabulary::{ONTOLOGY_GRAPH, SAME, skos};

/// What the union makes of statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Identity {
    same: Same,
    others: BTreeMap<NamedNode, Vec<NamedNode>>,
}

impl Identity {
    /// What the decisions of a store say. A store without decisions costs one look.
    pub(super) fn of(store: &database::Store) -> Result<Self, StorageError> {
        let found = SAME.iter().flat_map(|same| store.quads_for_pattern(None, Some(*same), None, None));
        Ok(Self::new(&found.collect::<Result<Vec<Quad>, _>>()?))
    }

    /// The same inside a transaction that is not yet committed.
    pub(super) fn within(transaction: &Transaction<'_>) -> Result<Self, StorageError> {
        let found = SAME.iter().flat_map(|same| transaction.quads_for_pattern(None, Some(*same), None, None));
        Ok(Self::new(&found.collect::<Result<Vec<Quad>, _>>()?))
    }

    /// What these decisions say.
    fn new(decisions: &[Quad]) -> Self {
        let same = Same::of(decisions);
        let mut others: BTreeMap<NamedNode, Vec<NamedNode>> = BTreeMap::new();
        same.pairs().for_each(|(other, one)| others.entry(one.clone()).or_default().push(other.clone()));
        Self { same, others }
    }

    /// A statement as the union makes it.
    pub(super) fn in_union(&self, quad: QuadRef<'_>) -> Quad {
        let made = self.same.apply(quad.into_owned());
        Quad { graph_name: GraphName::DefaultGraph, ..made }
    }

    /// Everything that a statement of a source may be, of which the union makes the same statement as of this one.
    fn sayings(&self, quad: &Quad) -> Vec<(NamedOrBlankNode, NamedNode, Term)> {
        let made = self.in_union(quad.as_ref());
        let own = |node: &NamedNode| [vec![node.clone()], self.others.get(node).cloned().unwrap_or_default()].concat();
        let subjects: Vec<NamedOrBlankNode> = match &made.subject {
            NamedOrBlankNode::NamedNode(node) => own(node).into_iter().map(Into::into).collect(),
            other => vec![other.clone()],
        };
        let objects: Vec<Term> = match &made.object {
            Term::NamedNode(node) => own(node).into_iter().map(Into::into).collect(),
            other => vec![other.clone()],
        };
        let predicates = match made.predicate.as_ref() {
            skos::ALT_LABEL => vec![skos::ALT_LABEL.into_owned(), skos::PREF_LABEL.into_owned()],
            other => vec![other.into_owned()],
        };
        let mut sayings = Vec::new();
        for subject in &subjects {
            for predicate in &predicates {
                sayings.extend(objects.iter().map(|object| (subject.clone(), predicate.clone(), object.clone())));
            }
        }
        sayings
    }

    /// Whether a named graph makes the statement, or one that the union takes for it.
    pub(super) fn said_elsewhere(&self, transaction: &Transaction<'_>, quad: &Quad) -> Result<bool, StorageError> {
        let made = self.in_union(quad.as_ref());
        for (s, p, o) in self.sayings(quad) {
            for other in transaction.quads_for_pattern(Some(s.as_ref()), Some(p.as_ref()), Some(o.as_ref()), None) {
                let other = other?;
                if !other.graph_name.is_default_graph() && self.in_union(other.as_ref()) == made {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Everything that is another or is one with another.
    fn affected(&self) -> impl Iterator<Item = &NamedNode> {
        self.same.pairs().flat_map(|(other, one)| [other, one])
    }
}

impl Store {
    /// Every decision that two things are one, of whatever graph of decisions.
    pub fn decisions(&self) -> Result<Vec<Quad>> {
        let found = SAME.iter().flat_map(|same| self.database.quads_for_pattern(None, Some(*same), None, None));
        found.map(|quad| quad.map_err(|cause| self.failure(&cause))).collect()
    }

    /// Puts these decisions in the place of those of the graph, and lets the union speak accordingly: all or nothing.
    pub fn decide(&self, graph: &NamedNode, decisions: &[Quad]) -> Result<()> {
        self.decide_all(graph, decisions).map_err(|cause| self.failure(&cause))
    }

    fn decide_all(&self, graph: &NamedNode, decisions: &[Quad]) -> Result<(), StorageError> {
        let (before, after) = (Identity::of(&self.database)?, Identity::new(decisions));
        let mut transaction = self.database.start_transaction()?;
        let affected: BTreeSet<&NamedNode> = before.affected().chain(after.affected()).collect();
        let mut said: BTreeSet<String> = BTreeSet::new();
        let mut quads = Vec::new();
        for node in affected {
            for quad in statements(&transaction, node)? {
                if said.insert(quad.to_string()) {
                    quads.push(quad);
                }
            }
        }
        let held = transaction.quads_for_pattern(None, None, None, Some(graph.as_ref().into()));
        for quad in held.collect::<Result<Vec<Quad>, _>>()? {
            transaction.remove(before.in_union(quad.as_ref()).as_ref());
            transaction.remove(&quad);
        }
        quads.iter().for_each(|quad| transaction.remove(before.in_union(quad.as_ref()).as_ref()));
        quads.retain(|quad| quad.graph_name != GraphName::NamedNode(graph.clone()));
        for quad in decisions {
            transaction.insert(quad);
            transaction.insert(after.in_union(quad.as_ref()).as_ref());
        }
        quads.iter().for_each(|quad| transaction.insert(after.in_union(quad.as_ref()).as_ref()));
        transaction.commit()?;
        self.database.flush()
    }
}

/// All that named graphs say with a node in it. What one of them says of the ontology is not about things.
fn statements(transaction: &Transaction<'_>, node: &NamedNode) -> Result<Vec<Quad>, StorageError> {
    let about = transaction.quads_for_pattern(Some(node.as_ref().into()), None, None, None);
    let to = transaction.quads_for_pattern(None, None, Some(node.as_ref().into()), None);
    let named = |quad: &Result<Quad, StorageError>| {
        quad.as_ref().map_or(true, |quad| match &quad.graph_name {
            GraphName::NamedNode(graph) => graph.as_ref() != ONTOLOGY_GRAPH,
            _ => false,
        })
    };
    about.chain(to).filter(named).collect()
}
