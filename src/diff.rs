//! What changed between two graphs, for people and for programs.
//!
//! For people: new holders, ended tenures, new initiatives, new links, each with the sentence that says so. For programs:
//! the statements to take out and to put in.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::export;
use crate::network::{EdgeId, EdgeKind, Network, NodeId, NodeKind};
use crate::rdf::Quad;

/// What is different, in the order in which a person wants to hear of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    NewHolder,
    Appointment,
    Nomination,
    EndedTenure,
    NewInitiative,
    NewLink,
    /// A page that said it is gone, or reads differently. Not that it ended: [`Change::EndedTenure`] is.
    HolderGone,
    InitiativeGone,
    LinkGone,
}

impl Change {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Change::NewHolder => "new holder",
            Change::Appointment => "appointment",
            Change::Nomination => "nomination",
            Change::EndedTenure => "ended tenure",
            Change::NewInitiative => "new initiative",
            Change::NewLink => "new link",
            Change::HolderGone => "holder no longer stated",
            Change::InitiativeGone => "initiative no longer stated",
            Change::LinkGone => "link no longer stated",
        }
    }
}

/// One difference. Node and edges are those of the network that has them: the later for what is new, else the earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub change: Change,
    /// Whether they belong to the later network.
    pub after: bool,
    /// The initiative; nothing where the difference is an edge.
    pub node: Option<NodeId>,
    /// The edge that says so; for an initiative the first seen of those that lead to it.
    pub edge: Option<EdgeId>,
}

/// The differences between two networks, which should be views with history.
pub fn differences(before: &Network, after: &Network) -> Vec<Difference> {
    let mut found = Vec::new();
    let (old, new) = (Known::of(before), Known::of(after));
    found.extend(new.beyond(&old, true));
    found.extend(old.beyond(&new, false));
    found.sort_by_key(|difference| difference.change);
    found
}

/// What of a network can be new or gone, under keys that do not depend on its numbers.
struct Known<'n> {
    network: &'n Network,
    edges: BTreeMap<(&'n str, &'n str, EdgeKind), EdgeId>,
    initiatives: BTreeMap<&'n str, NodeId>,
    /// The edges that lead to a node.
    towards: BTreeMap<NodeId, Vec<EdgeId>>,
}

impl<'n> Known<'n> {
    fn of(network: &'n Network) -> Self {
        let edges = network.graph.edge_indices().map(|edge| {
            let (from, to, value) = network.edge(edge);
            ((from.iri.as_str(), to.iri.as_str(), value.kind), edge)
        });
        let is_initiative = |node: &NodeId| network.graph[*node].kind == NodeKind::Initiative;
        let initiatives = network.graph.node_indices().filter(is_initiative);
        let initiatives = initiatives.map(|node| (network.graph[node].iri.as_str(), node));
        let mut towards: BTreeMap<NodeId, Vec<EdgeId>> = BTreeMap::new();
        network.graph.edge_indices().for_each(|edge| towards.entry(network.ends(edge).1).or_default().push(edge));
        Self { network, edges: edges.collect(), initiatives: initiatives.collect(), towards }
    }

    /// What this has and the other has not.
    fn beyond<'a>(&'a self, other: &'a Self, after: bool) -> impl Iterator<Item = Difference> + 'a {
        let edges = self.edges.iter().filter(|(key, _)| !other.edges.contains_key(*key));
        let edges = edges.filter_map(move |((.., kind), edge)| {
            Some(Difference { change: change(*kind, after)?, after, node: None, edge: Some(*edge) })
        });
        let initiatives = self.initiatives.iter().filter(|(iri, _)| !other.initiatives.contains_key(*iri));
        let initiatives = initiatives.map(move |(_, node)| {
            let change = if after { Change::NewInitiative } else { Change::InitiativeGone };
            Difference { change, after, node: Some(*node), edge: self.first(*node) }
        });
        initiatives.chain(edges)
    }

    /// The edge to an initiative that was seen first; of several the surest.
    fn first(&self, node: NodeId) -> Option<EdgeId> {
        let key = |edge: &EdgeId| {
            let edge = &self.network.graph[*edge];
            let date = edge.first_seen.as_deref();
            (date.is_none(), date, std::cmp::Reverse(edge.confidence()))
        };
        self.towards.get(&node)?.iter().copied().min_by_key(key)
    }
}

/// What an edge that only one side has means. What things are by nature, and who reported, is no news.
fn change(kind: EdgeKind, after: bool) -> Option<Change> {
    Some(match (kind, after) {
        (EdgeKind::Holds, true) => Change::NewHolder,
        (EdgeKind::Appointed, true) => Change::Appointment,
        (EdgeKind::Nominated, true) => Change::Nomination,
        (EdgeKind::Left, true) => Change::EndedTenure,
        (EdgeKind::Pursues | EdgeKind::Cooperates, true) => Change::NewLink,
        (EdgeKind::Holds, false) => Change::HolderGone,
        (EdgeKind::Pursues | EdgeKind::Cooperates, false) => Change::LinkGone,
        _ => return None,
    })
}

/// The lines of an RDF Patch that makes the first graph the second: one transaction, deletions first, both sorted.
///
/// The format is that of Apache Jena (<https://afs.github.io/rdf-delta/rdf-patch.html>): `D` and `A` before the terms of a
/// statement as N-Quads spells them.
pub fn patch(before: Vec<Quad>, after: Vec<Quad>) -> Result<Vec<String>> {
    let lines = |quads: Vec<Quad>| export::canonical(quads.into_iter().map(Ok))?.collect::<Result<Vec<String>>>();
    let (before, after) = (lines(before)?, lines(after)?);
    let missing = |from: &[String], line: &String| from.binary_search(line).is_err();
    let deleted = before.iter().filter(|line| missing(&after, line)).map(|line| format!("D {line} ."));
    let added = after.iter().filter(|line| missing(&before, line)).map(|line| format!("A {line} ."));
    Ok(["TX .".to_owned()].into_iter().chain(deleted).chain(added).chain(["TC .".to_owned()]).collect())
}
