//! Where nodes stand in a picture: ForceAtlas2, from a start that depends on the network alone.

use fa2::{FA2Data, FA2Settings};
use petgraph::visit::EdgeRef;

use super::Network;

/// What the layout may cost, in visits of nodes and edges: some seconds, however large the network.
const WORK: usize = 20_000_000;

/// The most rounds, after which small networks stand still.
const ROUNDS: usize = 200;

/// A place for each node, in the order of nodes, rounded to a tenth: the same network gives the same places.
///
/// A network of a million edges gets few rounds, and what draws it is expected to go on by itself.
pub fn layout(network: &Network) -> Vec<(f64, f64)> {
    let graph = &network.graph;
    let nodes = graph.node_count();
    let mut data = FA2Data::<f64>::with_capacity(nodes, graph.edge_count());
    // Seeds of a sunflower: no two in one place, none far from its neighbours in number, which share a kind and a place.
    for (i, _) in (0_u32..).zip(graph.node_indices()) {
        let (radius, angle) = (10.0 * f64::from(i + 1).sqrt(), f64::from(i) * 2.399_963_229_728_653);
        data.add_node_with_position(radius * angle.cos(), radius * angle.sin());
    }
    for edge in graph.edge_references().filter(|edge| edge.source() != edge.target()) {
        data.add_edge(edge.source().index(), edge.target().index());
    }
    // Between few nodes all pairs are cheaper than a tree.
    let settings = FA2Settings::from_graph_order(nodes.max(2));
    let mut running = if nodes < 150 { settings } else { settings.with_barnes_hut_theta(0.8) }.build(data);
    running.run((WORK / (nodes * 16 + graph.edge_count()).max(1)).min(ROUNDS));
    let rounded = |value: f64| if value.is_finite() { (value * 10.0).round() / 10.0 } else { 0.0 };
    running.data().positions().map(|(x, y)| (rounded(x), rounded(y))).collect()
}
