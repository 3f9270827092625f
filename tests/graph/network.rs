//! The network's measures, on networks whose answers are known.

use oxigraph::model::vocab::rdf;
use proptest::prelude::*;
use zhengtu::network::{EdgeKind, Network, communities, network, path, ranks};
use zhengtu::rdf::{Base, NamedNode, Quad, vocabulary::zt};

/// A network of bodies of divisions: node `i` is of node `j`.
fn of(ties: &[(usize, usize)]) -> Network {
    let node = |i: &usize| NamedNode::new_unchecked(format!("{}division/{i:03}", Base::default().as_str()));
    let graph = NamedNode::new_unchecked("https://example.org/g");
    let mut quads = Vec::new();
    for (from, to) in ties {
        for end in [from, to] {
            quads.push(Quad::new(node(end), rdf::TYPE, zt::DIVISION, graph.clone()));
        }
        quads.push(Quad::new(node(from), zt::JURISDICTION, node(to), graph.clone()));
    }
    network(quads).unwrap()
}

fn near(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() < 1e-6, "{found} is not {wanted}");
    }
}

#[test]
fn the_middle_of_a_star_is_between_all_others() {
    let ranks = ranks(&of(&[(1, 0), (2, 0), (3, 0), (4, 0)]));
    assert_eq!(ranks.degree, [4, 1, 1, 1, 1]);
    near(&ranks.betweenness, &[1.0, 0.0, 0.0, 0.0, 0.0]);
    // By hand: m = 0.03 + 0.85 * 4 l and l = 0.03 + 0.85 * m / 4.
    let middle = (0.03 + 0.85 * 4.0 * 0.03) / (1.0 - 0.85 * 0.85);
    near(&ranks.pagerank, &[&[middle][..], &[(1.0 - middle) / 4.0; 4]].concat());
    assert_eq!(ranks.pivots, 5);
}

#[test]
fn a_line_is_crossed_in_the_middle() {
    let ranks = ranks(&of(&[(0, 1), (1, 2), (2, 3), (3, 4)]));
    near(&ranks.betweenness, &[0.0, 0.5, 4.0 / 6.0, 0.5, 0.0]);
}

#[test]
fn two_circles_of_friends_are_two_communities() {
    let ties = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (6, 7)];
    assert_eq!(communities(&of(&ties), 1.0), [vec![0, 1, 2], vec![3, 4, 5], vec![6, 7]]);
    assert!(communities(&Network::default(), 1.0).is_empty());
}

#[test]
fn the_shortest_way_is_taken() {
    let network = of(&[(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)]);
    let node = |i: usize| network.find(&format!("{}division/{i:03}", Base::default().as_str())).unwrap();
    let way = |from, to| -> Vec<usize> {
        let steps = path(&network, node(from), node(to), &[]).unwrap();
        steps.iter().map(|step| network.place(step.to)).collect()
    };
    assert_eq!(way(0, 3), [4, 3]);
    assert_eq!(way(3, 0), [4, 0]);
    assert_eq!(way(1, 3), [2, 3]);
    assert!(way(2, 2).is_empty());
    assert_eq!(path(&network, node(0), node(3), &[EdgeKind::Jurisdiction]), None);
    assert!(network.find("https://example.org/nobody").is_none());
}

fn ties() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..30_usize, 0..30_usize), 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn measures_are_shares_of_a_whole(ties in ties()) {
        let network = of(&ties);
        let ranks = ranks(&network);
        let sum: f64 = ranks.pagerank.iter().sum();
        prop_assert!(ranks.pagerank.is_empty() || (sum - 1.0).abs() < 1e-9, "{sum}");
        prop_assert!(ranks.betweenness.iter().all(|share| (0.0..=1.0 + 1e-9).contains(share)));
        let mut members: Vec<usize> = communities(&network, 1.0).concat();
        members.sort_unstable();
        prop_assert_eq!(members, (0..network.graph.node_count()).collect::<Vec<_>>());
    }

    #[test]
    fn a_path_is_as_long_in_both_directions(ties in ties()) {
        let network = of(&ties);
        let nodes: Vec<_> = network.graph.node_indices().collect();
        for (a, b) in nodes.iter().zip(nodes.iter().rev()) {
            let (there, back) = (path(&network, *a, *b, &[]), path(&network, *b, *a, &[]));
            prop_assert_eq!(there.as_ref().map(Vec::len), back.map(|steps| steps.len()));
            let ends = there.as_ref().and_then(|steps| Some((steps.first()?.from, steps.last()?.to)));
            prop_assert!(ends.is_none_or(|ends| ends == (*a, *b)));
            let chained = |steps: &Vec<zhengtu::network::Step>| steps.windows(2).all(|two| two[0].to == two[1].from);
            prop_assert!(there.as_ref().is_none_or(chained));
        }
    }

    #[test]
    fn the_same_network_has_the_same_figures(ties in ties()) {
        let mut turned = ties.clone();
        turned.reverse();
        prop_assert_eq!(ranks(&of(&ties)), ranks(&of(&turned)));
        prop_assert_eq!(communities(&of(&ties), 1.0), communities(&of(&turned), 1.0));
    }
}
