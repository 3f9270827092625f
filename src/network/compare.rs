//! Two divisions side by side.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{EdgeIndex, NodeIndex};

use super::{Network, profile};

/// What a thing is to a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Initiative,
    Official,
    Reporter,
    Partner,
}

/// One thing with the edges that tie it to either division; one of the two may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub aspect: Aspect,
    pub node: NodeIndex,
    pub one: Vec<EdgeIndex>,
    pub other: Vec<EdgeIndex>,
}

/// All that ties to one of two divisions or to both: by aspect, then what both have, what only the one has, what only the
/// other. With `below`, what lies under them counts as theirs.
pub fn compare(network: &Network, one: NodeIndex, other: NodeIndex, below: bool) -> Vec<Compared> {
    let (one, other) = (profile(network, one, below), profile(network, other, below));
    let aspects = [
        (Aspect::Initiative, &one.initiatives, &other.initiatives),
        (Aspect::Official, &one.officials, &other.officials),
        (Aspect::Reporter, &one.reporters, &other.reporters),
        (Aspect::Partner, &one.partners, &other.partners),
    ];
    let mut compared = Vec::new();
    for (aspect, one, other) in aspects {
        let edges = |of: &BTreeMap<NodeIndex, Vec<EdgeIndex>>, node| of.get(&node).cloned().unwrap_or_default();
        let nodes: BTreeSet<NodeIndex> = one.keys().chain(other.keys()).copied().collect();
        let pair = |node| Compared { aspect, node, one: edges(one, node), other: edges(other, node) };
        let mut pairs: Vec<Compared> = nodes.into_iter().map(pair).collect();
        pairs.sort_by_key(|pair| match (pair.one.is_empty(), pair.other.is_empty()) {
            (false, false) => 0,
            (false, true) => 1,
            _ => 2,
        });
        compared.append(&mut pairs);
    }
    compared
}
