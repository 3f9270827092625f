//! The graph as people draw it: entities as nodes, what ties them as edges, each edge with its evidence.
//!
//! Articles, sentences and the nodes of single facts are folded into the edges between the entities they speak of,
//! unless a view asks for them.

mod communities;
mod compare;
mod edge;
mod fact;
mod fold;
mod gather;
mod layout;
mod names;
mod neighbours;
mod node;
mod part;
mod path;
mod profile;
mod rank;
mod said;
mod select;
mod selected;
mod spool;
mod view;

pub use communities::communities;
pub use compare::{Aspect, Compared, compare};
pub use edge::{Edge, EdgeKind, Evidence};
pub use layout::layout;
pub use node::{Node, NodeKind};
pub use path::{Step, path};
pub use profile::{Likeness, Profile, profile, similar};
pub use rank::{Ranks, ranks};
pub use select::select;
pub use view::{Edges, View};

/// A node of a network.
pub type NodeId = NodeIndex;

/// An edge of a network.
pub type EdgeId = petgraph::graph::EdgeIndex;

use std::collections::HashMap;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::error::Result;
use crate::rdf::Quad;
use fold::{End, Shared};
use gather::Gathered;
use selected::Selected;
use spool::Spooled;

/// Entities and the ties between them. Nodes are in the order of their IRIs, edges in that of their ends and kinds.
#[derive(Debug, Clone, Default)]
pub struct Network {
    pub graph: DiGraph<Node, Edge>,
    evidence: Spooled,
}

impl Network {
    /// What an edge stands on; nothing for what no single statement says.
    ///
    /// # Errors
    /// Where the temporary file that holds the sentences cannot be read.
    pub fn evidence(&self, edge: &Edge) -> std::io::Result<Option<Evidence>> {
        let Some(stated) = &edge.stated else { return Ok(None) };
        let [_, iri, sentence, source] = self.evidence.get(stated.texts)?;
        let text = |text: &Option<Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        Ok(Some(Evidence { iri, sentence, source, date: text(&stated.date), confidence: text(&stated.confidence) }))
    }

    /// How many others a node is tied to.
    pub fn degree(&self, node: NodeIndex) -> usize {
        let mut others: Vec<NodeIndex> = self.graph.neighbors_undirected(node).filter(|other| *other != node).collect();
        others.sort_unstable();
        others.dedup();
        others.len()
    }

    /// The node of an IRI.
    pub fn find(&self, iri: &str) -> Option<NodeIndex> {
        let (mut from, mut to) = (0, self.graph.node_count());
        while from < to {
            let middle = usize::midpoint(from, to);
            match self.graph[NodeIndex::new(middle)].iri.as_str().cmp(iri) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return Some(NodeIndex::new(middle)),
            }
        }
        None
    }

    /// Every node, in order.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.graph.node_indices().map(|index| (index, &self.graph[index]))
    }

    /// A node.
    pub fn node_at(&self, node: NodeId) -> &Node {
        &self.graph[node]
    }

    /// The edges that leave a node, with where they lead.
    pub fn from(&self, node: NodeId) -> impl Iterator<Item = (&Edge, NodeId)> {
        self.graph.edges(node).map(|edge| (edge.weight(), edge.target()))
    }

    /// The nodes from which edges lead to one.
    pub fn towards(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        self.graph.neighbors_directed(node, petgraph::Incoming)
    }

    /// The division that a node is of; a division is its own.
    pub fn of(&self, node: NodeId) -> Option<NodeId> {
        if self.graph[node].kind == NodeKind::Division {
            return Some(node);
        }
        self.from(node).find(|(edge, _)| edge.kind == EdgeKind::Jurisdiction).map(|(_, division)| division)
    }

    /// An edge with the nodes at its ends.
    pub fn edge(&self, edge: EdgeId) -> (&Node, &Node, &Edge) {
        let (from, to) = self.ends(edge);
        (&self.graph[from], &self.graph[to], &self.graph[edge])
    }

    /// Where an edge leads from and to.
    pub fn ends(&self, edge: EdgeId) -> (NodeId, NodeId) {
        self.graph.edge_endpoints(edge).expect("an index of this network has its ends")
    }

    /// How many others the node of a number is tied to.
    pub fn degree_at(&self, place: usize) -> usize {
        self.degree(NodeIndex::new(place))
    }

    /// The node of a number.
    pub fn node(&self, place: usize) -> &Node {
        &self.graph[NodeIndex::new(place)]
    }

    /// The number of a node: the first is 0.
    pub fn place(&self, node: NodeIndex) -> usize {
        node.index()
    }

    /// Every edge with its number and its ends.
    pub fn edges(&self) -> impl Iterator<Item = (usize, NodeIndex, NodeIndex, &Edge)> {
        self.graph.edge_references().map(|edge| (edge.id().index(), edge.source(), edge.target(), edge.weight()))
    }
}

/// The network of a graph. Entities that nothing ties to another are left out.
///
/// Statements of one tie are one edge: its weight counts them, and its evidence is the surest of them.
///
/// # Errors
/// Where the system's folder for temporary files has no room for the sentences.
pub fn network(quads: impl IntoIterator<Item = Quad>) -> Result<Network> {
    view([quads.into_iter().map(Ok)], &View::default())
}

/// The network of a part of a graph that comes in pieces, each with all that is said of its facts and of what they stand
/// on: what [`crate::store::Store::graphs`] gives, or the whole graph as one. Only one piece is in memory at once.
///
/// # Errors
/// Those of the quads, and as [`network`].
pub fn view<Q>(pieces: impl IntoIterator<Item = Q>, view: &View) -> Result<Network>
where
    Q: IntoIterator<Item = Result<Quad>>,
{
    let graph = Gathered::of(pieces)?;
    let selected = Selected::of(&graph, view);
    let mut ties = fold::ties(&graph, &selected, view);
    let mut ends: Vec<End> = ties.iter().flat_map(|(from, to, ..)| [*from, *to]).collect();
    if view.isolated {
        ends.extend(graph.entities().filter(|id| selected.entities[*id as usize]).map(End::Entity));
    }
    ends.sort_unstable();
    ends.dedup();
    let mut shared = Shared::new(&graph);
    let mut nodes = ends.into_iter().map(|end| Ok((end, shared.node(end)?))).collect::<Result<Vec<_>>>()?;
    nodes.sort_by(|(_, a), (_, b)| a.iri.cmp(&b.iri));
    let mut network = Network { evidence: graph.spooled.clone(), ..Network::default() };
    let indices: HashMap<End, NodeIndex> =
        nodes.into_iter().map(|(end, node)| (end, network.graph.add_node(node))).collect();
    ties.sort_by_cached_key(|(from, to, kind, fact)| (indices[from], indices[to], *kind, *fact));
    for statements in ties.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
        let (from, to, kind, _) = statements[0];
        let edge = shared.edge(kind, statements);
        network.graph.add_edge(indices[&from], indices[&to], edge);
    }
    Ok(network)
}
