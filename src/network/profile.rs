//! What a division does and who speaks of it, for setting two of them side by side.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{EdgeKind, Network, NodeKind};

/// What is tied to a division, each with the edges that say so: to it, its bodies and its offices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub initiatives: BTreeMap<NodeIndex, Vec<EdgeIndex>>,
    pub officials: BTreeMap<NodeIndex, Vec<EdgeIndex>>,
    pub reporters: BTreeMap<NodeIndex, Vec<EdgeIndex>>,
    /// Divisions and bodies of others that it acts together with.
    pub partners: BTreeMap<NodeIndex, Vec<EdgeIndex>>,
}

/// The profile of a division, or with `below` of all that lies under it too.
pub fn profile(network: &Network, division: NodeIndex, below: bool) -> Profile {
    let arms = arms(network, division, below);
    let mut profile = Profile::default();
    for arm in &arms {
        for edge in network.graph.edges_directed(*arm, Outgoing) {
            match edge.weight().kind {
                EdgeKind::Pursues => add(&mut profile.initiatives, edge.target(), edge.id()),
                EdgeKind::Cooperates if !arms.contains(&edge.target()) => {
                    add(&mut profile.partners, edge.target(), edge.id());
                }
                _ => {}
            }
        }
        for edge in network.graph.edges_directed(*arm, Incoming) {
            match edge.weight().kind {
                EdgeKind::Holds => add(&mut profile.officials, edge.source(), edge.id()),
                EdgeKind::Covers => add(&mut profile.reporters, edge.source(), edge.id()),
                EdgeKind::Cooperates if !arms.contains(&edge.source()) => {
                    add(&mut profile.partners, edge.source(), edge.id());
                }
                _ => {}
            }
        }
    }
    profile
}

fn add(found: &mut BTreeMap<NodeIndex, Vec<EdgeIndex>>, node: NodeIndex, edge: EdgeIndex) {
    let edges = found.entry(node).or_default();
    edges.push(edge);
    edges.sort_unstable();
}

/// The division, its bodies and offices; with `below` also those of the divisions under it.
fn arms(network: &Network, division: NodeIndex, below: bool) -> BTreeSet<NodeIndex> {
    let mut arms = BTreeSet::from([division]);
    let mut open = vec![division];
    while let Some(node) = open.pop() {
        for edge in network.graph.edges_directed(node, Incoming) {
            let belongs = match edge.weight().kind {
                EdgeKind::Jurisdiction | EdgeKind::PostIn => true,
                EdgeKind::IsPartOf => below,
                _ => false,
            };
            if belongs && arms.insert(edge.source()) {
                open.push(edge.source());
            }
        }
    }
    arms
}

/// One division beside another.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    pub division: NodeIndex,
    /// Initiatives that both pursue, the rarest first.
    pub shared: Vec<NodeIndex>,
    /// From 0, nothing shared, to 1, all shared: Jaccard's index, in which an initiative weighs the more the fewer
    /// divisions pursue it (the logarithm of all divisions by those that do). What everyone does makes nobody alike.
    pub similarity: f64,
}

/// The divisions that share initiatives with one, the most alike first. It is compared to those of its own level alone
/// (of codes of the same kind), since a province and its districts do the same things.
pub fn similar(network: &Network, division: NodeIndex, below: bool) -> Vec<Likeness> {
    let level = |node: NodeIndex| network.graph[node].division.as_deref().map(level);
    let divisions = network.graph.node_indices().filter(|node| {
        network.graph[*node].kind == NodeKind::Division && (*node == division || level(*node) == level(division))
    });
    let of =
        |node: NodeIndex| -> BTreeSet<NodeIndex> { profile(network, node, below).initiatives.into_keys().collect() };
    let pursued: BTreeMap<NodeIndex, BTreeSet<NodeIndex>> = divisions.map(|node| (node, of(node))).collect();
    let active: Vec<&BTreeSet<NodeIndex>> = pursued.values().filter(|set| !set.is_empty()).collect();
    let mut common: BTreeMap<NodeIndex, u32> = BTreeMap::new();
    active.iter().flat_map(|set| set.iter()).for_each(|initiative| *common.entry(*initiative).or_default() += 1);
    let all = f64::from(u32::try_from(active.len()).unwrap_or(u32::MAX));
    // One more than all, so that what everybody does still weighs a little.
    let weight = |initiative: &NodeIndex| ((all + 1.0) / f64::from(common[initiative])).ln();
    let own = &pursued[&division];
    let like = |(other, theirs): (&NodeIndex, &BTreeSet<NodeIndex>)| {
        let mut shared: Vec<NodeIndex> = own.intersection(theirs).copied().collect();
        shared.sort_by_key(|initiative| (common[initiative], *initiative));
        let sum = |set: &mut dyn Iterator<Item = &NodeIndex>| set.map(&weight).sum::<f64>();
        let similarity = sum(&mut own.intersection(theirs)) / sum(&mut own.union(theirs));
        Likeness { division: *other, shared, similarity }
    };
    let others = pursued.iter().filter(|(other, theirs)| **other != division && !own.is_disjoint(theirs));
    let mut alike: Vec<Likeness> = others.map(like).collect();
    alike.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.division.cmp(&b.division)));
    alike
}

/// What kind of division a code is of: 4 for a province, 2 for a prefecture, 0 for a county, more for what is below.
fn level(code: &str) -> (usize, usize) {
    (code.len(), code.len() - code.trim_end_matches("00").len())
}
