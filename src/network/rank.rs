//! Who stands in the middle: degree, PageRank, betweenness, each over the network without directions.
//!
//! Directions are left out because they are a matter of wording: an official *holds* an office that *is in* a body, and
//! rank should not pile up at the end of that chain.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use super::Network;
use super::neighbours::Neighbours;

/// How central each node is, in the order of nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// How many others it is tied to.
    pub degree: Vec<usize>,
    /// The chance to be at it after a long walk along ties that are chosen by how often they are stated (Brin and Page
    /// 1998, damping 0.85). All together are 1.
    pub pagerank: Vec<f64>,
    /// The part of all shortest paths between two others that lead through it (Freeman 1977), from 0 to 1.
    pub betweenness: Vec<f64>,
    /// From how many nodes the paths were followed: all, or where that would take minutes an even sample of them, from
    /// which betweenness is estimated (Brandes and Pich 2007).
    pub pivots: usize,
}

/// What betweenness may cost, in visits of ties: some seconds. Up to about 3,000 nodes with 30,000 ties it is exact.
const VISITS: usize = 200_000_000;

/// The fewest pivots of a sample: below, the estimate says little.
const FEWEST: usize = 64;

/// Into how many parts pivots are divided. Fixed, since sums of fractions depend on their order and results must not
/// depend on the number of processors.
const PARTS: usize = 16;

const DAMPING: f64 = 0.85;

/// Ranks every node of a network.
pub fn ranks(network: &Network) -> Ranks {
    let neighbours = Neighbours::of(network);
    let pivots = (VISITS / (neighbours.len() + neighbours.ties()).max(1)).max(FEWEST).min(neighbours.len());
    Ranks {
        degree: (0..neighbours.len()).map(|node| neighbours.of_node(node).len()).collect(),
        pagerank: pagerank(&neighbours),
        betweenness: betweenness(&neighbours, pivots),
        pivots,
    }
}

/// By iteration until nothing moves, at most a hundred times: the error shrinks by the damping each time, so that it is
/// then below 1e-7 of the whole.
fn pagerank(neighbours: &Neighbours) -> Vec<f64> {
    let count = neighbours.len();
    let even = 1.0 / to_f64(count.max(1));
    let weights: Vec<f64> =
        (0..count).map(|node| neighbours.of_node(node).iter().map(|(_, weight)| weight).sum()).collect();
    let mut ranks = vec![even; count];
    for _ in 0..100 {
        // Who has no neighbours jumps anywhere.
        let lost: f64 = ranks.iter().zip(&weights).filter(|(_, weight)| **weight == 0.0).map(|(rank, _)| rank).sum();
        let ground = (1.0 - DAMPING) * even + DAMPING * lost * even;
        let next: Vec<f64> = (0..count)
            .map(|node| {
                let given = |(other, weight): &(u32, f64)| ranks[*other as usize] * weight / weights[*other as usize];
                ground + DAMPING * neighbours.of_node(node).iter().map(given).sum::<f64>()
            })
            .collect();
        let moved: f64 = next.iter().zip(&ranks).map(|(a, b)| (a - b).abs()).sum();
        ranks = next;
        if moved < 1e-12 {
            break;
        }
    }
    ranks
}

/// Brandes' algorithm (2001) from evenly spaced pivots. Nodes are in the order of their IRIs, and so of kind and place:
/// an even sample has its share of each.
fn betweenness(neighbours: &Neighbours, pivots: usize) -> Vec<f64> {
    let count = neighbours.len();
    let chosen: Vec<usize> = (0..pivots).map(|i| i * count / pivots).collect();
    let parts: Vec<&[usize]> = chosen.chunks(pivots.div_ceil(PARTS).max(1)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((number, pivots)) = Some(next.fetch_add(1, Relaxed)).and_then(|i| Some((i, parts.get(i)?))) {
            let mut walk = Walk::new(count);
            pivots.iter().for_each(|pivot| walk.from(neighbours, *pivot));
            done.push((number, walk.through));
        }
        done
    };
    let mut sums: Vec<(usize, Vec<f64>)> = std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(PARTS);
        let workers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = workers.into_iter().flat_map(|worker| worker.join().expect("following paths cannot panic"));
        others.chain(own).collect()
    });
    sums.sort_unstable_by_key(|(number, _)| *number);
    let mut through = vec![0.0; count];
    for (_, part) in sums {
        through.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
    }
    let pairs = to_f64(count.saturating_sub(1)) * to_f64(count.saturating_sub(2));
    let scale = if pairs > 0.0 { to_f64(count) / to_f64(pivots.max(1)) / pairs } else { 0.0 };
    through.iter().map(|sum| sum * scale).collect()
}

/// What following the shortest paths from one node after another needs, made once for many.
struct Walk {
    /// Steps from the pivot; -1 for what was not reached.
    distance: Vec<i32>,
    /// How many shortest paths lead here.
    paths: Vec<f64>,
    /// The share of paths that lead on from here.
    onward: Vec<f64>,
    /// Nodes as they were reached.
    order: Vec<u32>,
    through: Vec<f64>,
}

impl Walk {
    fn new(count: usize) -> Self {
        Self {
            distance: vec![-1; count],
            paths: vec![0.0; count],
            onward: vec![0.0; count],
            order: Vec::with_capacity(count),
            through: vec![0.0; count],
        }
    }

    fn from(&mut self, neighbours: &Neighbours, pivot: usize) {
        self.order.clear();
        self.order.push(u32::try_from(pivot).expect("petgraph counts in 32 bits"));
        (self.distance[pivot], self.paths[pivot]) = (0, 1.0);
        let mut next = 0;
        while let Some(node) = self.order.get(next).map(|node| *node as usize) {
            next += 1;
            for &(other, _) in neighbours.of_node(node) {
                let at = other as usize;
                if self.distance[at] < 0 {
                    self.distance[at] = self.distance[node] + 1;
                    self.order.push(other);
                }
                if self.distance[at] == self.distance[node] + 1 {
                    self.paths[at] += self.paths[node];
                }
            }
        }
        for node in self.order.iter().rev().map(|node| *node as usize) {
            let mut onward = 0.0;
            for other in neighbours.of_node(node).iter().map(|(other, _)| *other as usize) {
                if self.distance[other] == self.distance[node] + 1 {
                    onward += self.paths[node] / self.paths[other] * (1.0 + self.onward[other]);
                }
            }
            self.onward[node] = onward;
            if node != pivot {
                self.through[node] += onward;
            }
        }
        for node in self.order.iter().map(|node| *node as usize) {
            (self.distance[node], self.paths[node], self.onward[node]) = (-1, 0.0, 0.0);
        }
    }
}

fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
