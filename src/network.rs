//! The graph as people draw it: entities as nodes, what ties them as edges, each edge with its evidence.
//!
//! Articles, sentences and the nodes of single facts are folded into the edges between the entities they speak of.

mod edge;
mod gather;
mod node;

pub use edge::{Edge, EdgeKind, Evidence};
pub use node::{Node, NodeKind};

use petgraph::graph::{DiGraph, NodeIndex};

use crate::rdf::Quad;

/// Entities and the ties between them. Nodes are in the order of their IRIs, edges in that of their ends and kinds.
#[derive(Debug, Clone, Default)]
pub struct Network {
    pub graph: DiGraph<Node, Edge>,
}

/// The network of a graph. Entities that nothing ties to another are left out.
///
/// Statements of one tie are one edge: its weight counts them, and its evidence is the surest of them.
pub fn network(quads: impl IntoIterator<Item = Quad>) -> Network {
    let mut gathered = gather::Gathered::default();
    quads.into_iter().for_each(|quad| gathered.take(&quad));
    let edges = gathered.edges();
    let mut network = Network::default();
    let mut indices = std::collections::BTreeMap::<&str, NodeIndex>::new();
    let mut ends: Vec<&str> = edges.keys().flat_map(|(from, to, _)| [from.as_str(), to.as_str()]).collect();
    ends.sort_unstable();
    ends.dedup();
    for iri in ends {
        if let Some(node) = gathered.node(iri) {
            indices.insert(iri, network.graph.add_node(node));
        }
    }
    for ((from, to, _), edge) in &edges {
        // An end that nothing describes (a division that the gazetteer's graph lacks) has no name to draw.
        if let (Some(from), Some(to)) = (indices.get(from.as_str()), indices.get(to.as_str())) {
            network.graph.add_edge(*from, *to, edge.clone());
        }
    }
    network.graph.retain_nodes(|graph, node| graph.neighbors_undirected(node).next().is_some());
    network
}
