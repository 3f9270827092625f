//! The network without directions and kinds: who is tied to whom, and by how many statements.

use petgraph::visit::EdgeRef;

use super::Network;

/// The neighbours of every node, in one table: a million edges take 24 MB.
pub(super) struct Neighbours {
    starts: Vec<usize>,
    others: Vec<(u32, f64)>,
}

impl Neighbours {
    /// Several edges between the same two are one tie, as heavy as all of them; a tie to itself is none.
    pub(super) fn of(network: &Network) -> Self {
        let number =
            |index: petgraph::graph::NodeIndex| u32::try_from(index.index()).expect("petgraph counts in 32 bits");
        let mut ties: Vec<(u32, u32, u32)> = Vec::with_capacity(network.graph.edge_count() * 2);
        for edge in network.graph.edge_references().filter(|edge| edge.source() != edge.target()) {
            let (from, to) = (number(edge.source()), number(edge.target()));
            let weight = u32::try_from(edge.weight().weight).unwrap_or(u32::MAX);
            ties.extend([(from, to, weight), (to, from, weight)]);
        }
        ties.sort_unstable();
        let mut starts = vec![0; network.graph.node_count() + 1];
        let mut others = Vec::with_capacity(ties.len());
        for same in ties.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            starts[same[0].0 as usize + 1] += 1;
            others.push((same[0].1, same.iter().map(|(.., weight)| f64::from(*weight)).sum()));
        }
        (1..starts.len()).for_each(|i| starts[i] += starts[i - 1]);
        Self { starts, others }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many ties there are, each counted from both ends.
    pub(super) fn ties(&self) -> usize {
        self.others.len()
    }

    /// The neighbours of a node with the weight of the tie, in order.
    pub(super) fn of_node(&self, node: usize) -> &[(u32, f64)] {
        &self.others[self.starts[node]..self.starts[node + 1]]
    }
}
