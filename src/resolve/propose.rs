//! Which things may be one: pairs with a score and the reasons for and against.
//!
//! The weights are a judgement, made to order the list and to keep what is hopeless out of it; they decide nothing. That
//! one place's name is contained in another's is no reason for anything, so bodies of two divisions are never proposed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::alike::{alike, shortens};
use crate::network::{EdgeKind, Network, Node, NodeId, NodeKind};

/// Two things that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The better known, which would be canonical.
    pub one: NodeId,
    pub other: NodeId,
    /// From 0 to 1.
    pub score: f64,
    /// In words, the weightiest first.
    pub reasons: Vec<&'static str>,
}

/// The most bearers of a name, or names with the same two characters, that are compared with each other: beyond, the
/// name says nothing.
const COMMON: usize = 60;

/// Every pair with a score of at least `least`, the most likely first. The network should be a view with history.
pub fn proposals(network: &Network, least: f64) -> Vec<Proposal> {
    let mut found: Vec<Proposal> =
        people(network).into_iter().chain(bodies(network)).chain(initiatives(network)).collect();
    found.retain(|proposal| proposal.score >= least);
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.one, a.other).cmp(&(b.one, b.other))));
    found
}

fn propose(network: &Network, a: NodeId, b: NodeId, reasons: &[(f64, &'static str)]) -> Proposal {
    let (one, other) = if network.degree(b) > network.degree(a) { (b, a) } else { (a, b) };
    let score: f64 = reasons.iter().map(|(weight, _)| weight).sum();
    let mut reasons = reasons.to_vec();
    reasons.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let score = (score.clamp(0.0, 1.0) * 100.0).round() / 100.0;
    Proposal { one, other, score, reasons: reasons.into_iter().map(|(_, reason)| reason).collect() }
}

/// Groups of nodes by a key, those of two members or more that are not too common.
fn groups<K: Ord>(nodes: impl IntoIterator<Item = (K, NodeId)>) -> Vec<Vec<NodeId>> {
    let mut groups: BTreeMap<K, Vec<NodeId>> = BTreeMap::new();
    nodes.into_iter().for_each(|(key, node)| groups.entry(key).or_default().push(node));
    groups.into_values().filter(|group| (2..=COMMON).contains(&group.len())).collect()
}

fn pairs(groups: Vec<Vec<NodeId>>) -> BTreeSet<(NodeId, NodeId)> {
    let pair = |group: &Vec<NodeId>| -> Vec<(NodeId, NodeId)> {
        let each = |(i, a): (usize, &NodeId)| group[i + 1..].iter().map(|b| (*a, *b)).collect::<Vec<_>>();
        group.iter().enumerate().flat_map(each).collect()
    };
    groups.iter().flat_map(pair).collect()
}

fn of_kind<'n>(network: &'n Network, kinds: &'static [NodeKind]) -> impl Iterator<Item = (NodeId, &'n Node)> {
    network.nodes().filter(move |(_, node)| kinds.contains(&node.kind))
}

fn people(network: &Network) -> Vec<Proposal> {
    let named = of_kind(network, &[NodeKind::Official, NodeKind::Reporter, NodeKind::Person]);
    let groups = groups(named.map(|(id, node)| (node.label.as_str(), id)));
    let bearers: BTreeMap<NodeId, usize> = groups.iter().flat_map(|g| g.iter().map(|id| (*id, g.len()))).collect();
    let judge = |(a, b): (NodeId, NodeId)| {
        let mut reasons = vec![(0.35, "same name")];
        if network.node_at(a).label.chars().count() > 2 {
            reasons.push((0.1, "a long name"));
        }
        if bearers[&a] == 2 {
            reasons.push((0.1, "nobody else has it"));
        }
        let (here, there) = (Career::of(network, a), Career::of(network, b));
        if here.shares(&there, 4) {
            reasons.push((0.25, "same city"));
        } else if here.shares(&there, 2) {
            reasons.push((0.1, "same province"));
        }
        if here.follows(&there) || there.follows(&here) {
            reasons.push((0.2, "one began after the other left"));
        }
        if here.beside(&there) {
            reasons.push((-0.3, "both in office on one day"));
        }
        propose(network, a, b, &reasons)
    };
    pairs(groups).into_iter().map(judge).collect()
}

/// Where and when a person holds offices.
struct Career {
    /// Codes of divisions.
    places: BTreeSet<Arc<str>>,
    /// First and last day in an office that is stated to be held or taken.
    held: Vec<(Arc<str>, Arc<str>)>,
    /// Days on which it was stated that an office was left.
    left: Vec<Arc<str>>,
}

impl Career {
    fn of(network: &Network, person: NodeId) -> Self {
        let mut career = Self { places: BTreeSet::new(), held: Vec::new(), left: Vec::new() };
        for (edge, office) in network.from(person) {
            let day = edge.first_seen.clone().unwrap_or_default();
            match edge.kind {
                EdgeKind::Holds | EdgeKind::Appointed if !day.is_empty() => {
                    career.held.push((day, edge.last_seen.clone().unwrap_or_default()));
                }
                EdgeKind::Left if !day.is_empty() => career.left.push(day),
                EdgeKind::Holds | EdgeKind::Appointed | EdgeKind::Left | EdgeKind::Nominated => {}
                _ => continue,
            }
            career.places.extend(network.node_at(office).division.clone());
        }
        career
    }

    /// Whether both are of divisions whose codes begin with the same digits: two for a province, four for a city.
    fn shares(&self, other: &Self, digits: usize) -> bool {
        let above = |career: &Self| -> BTreeSet<String> {
            career.places.iter().filter_map(|code| code.get(..digits).map(str::to_owned)).collect()
        };
        !above(self).is_disjoint(&above(other))
    }

    fn follows(&self, other: &Self) -> bool {
        let Some(left) = other.left.iter().min() else { return false };
        !self.held.is_empty() && self.held.iter().all(|(from, _)| from >= left)
    }

    fn beside(&self, other: &Self) -> bool {
        let overlap = |a: &(Arc<str>, Arc<str>), b: &(Arc<str>, Arc<str>)| a.0 <= b.1 && b.0 <= a.1;
        self.held.iter().any(|a| other.held.iter().any(|b| overlap(a, b)))
    }
}

/// Bodies of one division whose names shorten one another.
fn bodies(network: &Network) -> Vec<Proposal> {
    let of_division =
        of_kind(network, &[NodeKind::Body]).filter_map(|(id, node)| Some((node.division.as_deref()?, id)));
    // A division may have a hundred bodies; none is too common here.
    let mut groups: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
    of_division.for_each(|(code, id)| groups.entry(code).or_default().push(id));
    let judge = |(a, b): (NodeId, NodeId)| {
        let (first, second) = (own_name(network.node_at(a)), own_name(network.node_at(b)));
        let mut reasons = Vec::new();
        if shortens(first, second) {
            reasons.extend([(0.45, "one name shortens the other"), (0.2, "same division")]);
        }
        if renames(network.node_at(a), network.node_at(b)) {
            reasons.push((0.4, "known by the other's name"));
        }
        (!reasons.is_empty()).then(|| propose(network, a, b, &reasons))
    };
    pairs(groups.into_values().collect()).into_iter().filter_map(judge).collect()
}

/// Initiatives whose names are nearly the same, or shorten one another.
fn initiatives(network: &Network) -> Vec<Proposal> {
    let named = of_kind(network, &[NodeKind::Initiative]);
    let parts = named.flat_map(|(id, node)| {
        let characters: Vec<char> = node.label.chars().collect();
        let two: BTreeSet<[char; 2]> = characters.windows(2).map(|two| [two[0], two[1]]).collect();
        two.into_iter().map(move |two| (two, id)).collect::<Vec<_>>()
    });
    let judge = |(a, b): (NodeId, NodeId)| {
        let (first, second) = (network.node_at(a), network.node_at(b));
        let mut reasons = Vec::new();
        let near = alike(&first.label, &second.label);
        let digits = |node: &Node| node.label.chars().filter(char::is_ascii_digit).collect::<String>();
        if digits(first) != digits(second) {
            return None;
        }
        if shortens(&first.label, &second.label) {
            reasons.push((0.45, "one name shortens the other"));
        } else if near >= 0.75 {
            reasons.push((near * 0.5, "nearly the same characters"));
        }
        if renames(first, second) {
            reasons.push((0.4, "known by the other's name"));
        }
        if reasons.is_empty() {
            return None;
        }
        let divisions =
            |node| -> BTreeSet<NodeId> { network.towards(node).filter_map(|from| network.of(from)).collect() };
        if !divisions(a).is_disjoint(&divisions(b)) {
            reasons.push((0.2, "the same division pursues both"));
        }
        Some(propose(network, a, b, &reasons))
    };
    pairs(groups(parts)).into_iter().filter_map(judge).collect()
}

/// A body's name without its place: the last part of its identifier.
fn own_name(node: &Node) -> &str {
    node.iri.rsplit('/').next().unwrap_or(&node.iri)
}

fn renames(a: &Node, b: &Node) -> bool {
    a.aliases.contains(&b.label) || b.aliases.contains(&a.label)
}
