//! Which entities hang together: the Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity.

use leiden_rs::{GraphDataBuilder, Leiden, LeidenConfig};

use super::Network;
use super::neighbours::Neighbours;

/// Where the algorithm's dice start. Any number would do, and this one gives the same communities on every run.
const SEED: u64 = 2024;

/// The nodes of each community by their numbers, the largest community first, of equals the one with the first node.
///
/// `resolution` is 1 for communities that are as dense as modularity wants them; more gives more and smaller ones. It
/// has to be a number that is not negative.
pub fn communities(network: &Network, resolution: f64) -> Vec<Vec<usize>> {
    let neighbours = Neighbours::of(network);
    let mut builder = GraphDataBuilder::new(neighbours.len());
    for node in 0..neighbours.len() {
        for &(other, weight) in neighbours.of_node(node).iter().filter(|(other, _)| node < *other as usize) {
            builder.add_edge(node, other as usize, weight).expect("both ends are nodes and weights are counts");
        }
    }
    let graph = builder.build().expect("a graph of edges that were each accepted");
    let config = LeidenConfig::builder().seed(SEED).resolution(resolution).build();
    // It fails for a graph without nodes alone, which has no communities.
    let Ok(found) = Leiden::new(config).run(&graph) else { return Vec::new() };
    let mut communities: Vec<Vec<usize>> = vec![Vec::new(); neighbours.len()];
    for (node, community) in found.partition.as_slice().iter().enumerate() {
        communities[*community].push(node);
    }
    communities.retain(|nodes| !nodes.is_empty());
    communities.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
    communities
}
