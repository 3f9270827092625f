//! How two entities hang together: the chain of ties between them that is easiest to believe.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{EdgeKind, Network};

/// One tie of a chain, by the numbers of its nodes and its edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub from: NodeIndex,
    pub to: NodeIndex,
    pub edge: EdgeIndex,
    /// Whether the tie leads from `from` to `to`, and not the other way.
    pub forwards: bool,
}

/// What a tie costs. A chain of few ties explains best, but a province that two districts lie in and a reporter who
/// wrote about both explain little, so one such tie counts as much as two others.
fn cost(kind: EdgeKind) -> u32 {
    match kind {
        EdgeKind::IsPartOf | EdgeKind::Covers => 2,
        _ => 1,
    }
}

/// What it costs to reach a node and by how many ties, and the last of them.
type Reached = ((u32, u32), Option<Step>);

/// The cheapest chain between two nodes over ties of kinds that are not left out; nothing where none joins them.
///
/// Of chains that cost the same, that with the fewest ties, and of those the one whose nodes come first.
pub fn path(network: &Network, from: NodeIndex, to: NodeIndex, without: &[EdgeKind]) -> Option<Vec<Step>> {
    let graph = &network.graph;
    let mut best: Vec<Option<Reached>> = vec![None; graph.node_count()];
    best[from.index()] = Some(((0, 0), None));
    let mut open = BinaryHeap::from([Reverse(((0, 0), from))]);
    while let Some(Reverse((spent, node))) = open.pop() {
        if node == to {
            break;
        }
        if best[node.index()].is_some_and(|(least, _)| least < spent) {
            continue;
        }
        let outgoing = graph.edges(node).map(|edge| (edge, edge.target(), true));
        let incoming = graph.edges_directed(node, petgraph::Incoming).map(|edge| (edge, edge.source(), false));
        for (edge, other, forwards) in outgoing.chain(incoming) {
            let kind = edge.weight().kind;
            if without.contains(&kind) {
                continue;
            }
            let spent = (spent.0 + cost(kind), spent.1 + 1);
            let step = Step { from: node, to: other, edge: edge.id(), forwards };
            // Ties that someone states come first among those between the same two.
            let better = |(least, last): &Reached| {
                let rank = |step: &Step| (!graph[step.edge].is_stated(), step.from, step.edge);
                spent < *least || spent == *least && last.as_ref().is_some_and(|last| rank(&step) < rank(last))
            };
            if best[other.index()].as_ref().is_none_or(better) {
                if best[other.index()].is_none_or(|(least, _)| spent < least) {
                    open.push(Reverse((spent, other)));
                }
                best[other.index()] = Some((spent, Some(step)));
            }
        }
    }
    best[to.index()]?;
    let mut steps: Vec<Step> = std::iter::successors(best[to.index()]?.1, |step| best[step.from.index()]?.1).collect();
    steps.reverse();
    Some(steps)
}
