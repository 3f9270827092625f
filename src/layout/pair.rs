//! Which byline and which headline, printed one after the other, belong together.

use super::unit::{Role, Unit};

/// Printed beside each other they do, unless their words send them to different bodies. In points of affinity.
const BESIDE: f64 = 2.0;
/// Less if a blank line stands between.
const APART: f64 = 0.8;
/// More in the order that the page keeps, as far as it keeps one: headlines of few words of their own need it.
const HABIT: f64 = 10.0;
/// Points for having any partner, so that all pairs are tried that may be.
const LENIENT: f64 = 60.0;
/// Losses that show that a byline and a headline are of one article, and of two.
const AGREED: f64 = 3.0;
const DISAGREED: f64 = 10.0;

/// A byline and a headline that may belong together, by their numbers; `bond`: what it is worth if they do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) bond: f64,
}

/// The pairs of neighbours. Within a gap they are chosen so that the sum of their scores is greatest; whether a pair
/// holds, the assignment shows.
pub(super) fn pairs(units: &[Unit], content: &[Vec<f64>]) -> Vec<Pair> {
    let habit = habit(units, content);
    let mut pairs = Vec::new();
    let mut start = 0;
    for gap in units.chunk_by(|a, b| a.gap == b.gap) {
        // best[i]: the sum over the first i units, and whether the last two of them are a pair.
        let mut best: Vec<(f64, bool)> = vec![(0.0, false); gap.len() + 1];
        for i in 1..=gap.len() {
            best[i] = (best[i - 1].0, false);
            if i >= 2 {
                let at = start + i - 2;
                let sum = best[i - 2].0 + score(units, content, at, habit);
                if sum > best[i].0 {
                    best[i] = (sum, true);
                }
            }
        }
        let mut i = gap.len();
        while i > 0 {
            if best[i].1 {
                let first = start + i - 2;
                pairs.push(Pair { first, second: first + 1, bond: bond(units, first, habit).unwrap_or(0.0) });
                i -= 2;
            } else {
                i -= 1;
            }
        }
        start += gap.len();
    }
    pairs
}

/// How well unit `at` and the next go together. Nearly any two may: [`LENIENT`].
fn score(units: &[Unit], content: &[Vec<f64>], at: usize, habit: [f64; 2]) -> f64 {
    bond(units, at, habit).map_or(-1.0, |bond| LENIENT + bond - lost(content, at))
}

/// What print order says for the pair of unit `at` and the next.
fn bond(units: &[Unit], at: usize, habit: [f64; 2]) -> Option<f64> {
    let order = order(units, at)?;
    Some(BESIDE - if units[at + 1].blank { APART } else { 0.0 } + HABIT * habit[order])
}

/// 0 if unit `at` is a byline with a headline behind it, 1 the other way about.
fn order(units: &[Unit], at: usize) -> Option<usize> {
    let (a, b) = (&units[at], units.get(at + 1)?);
    match (a.role, b.role) {
        _ if a.gap != b.gap => None,
        (Role::Byline, Role::Headline) => Some(0),
        (Role::Headline, Role::Byline) => Some(1),
        _ => None,
    }
}

/// What unit `at` and the next have less in common with any one body together than each with its own.
fn lost(content: &[Vec<f64>], at: usize) -> f64 {
    let top = |row: &mut dyn Iterator<Item = f64>| row.fold(0.0, f64::max);
    let (first, second) = (&content[at], &content[at + 1]);
    let together = top(&mut first.iter().zip(second).map(|(x, y)| x + y));
    top(&mut first.iter().copied()) + top(&mut second.iter().copied()) - together
}

/// For either order how regularly the page keeps it, from 0 to 1: in how many more cases the words of the two agree
/// than they do not.
fn habit(units: &[Unit], content: &[Vec<f64>]) -> [f64; 2] {
    let (mut sum, mut all) = ([0.0; 2], [2.0; 2]);
    for at in 0..units.len() {
        let Some(order) = order(units, at) else { continue };
        let lost = lost(content, at);
        let vote = if lost < AGREED {
            1.0
        } else if lost > DISAGREED {
            -1.0
        } else {
            0.0
        };
        sum[order] += vote;
        all[order] += f64::abs(vote);
    }
    [0, 1].map(|order| f64::max(sum[order] / all[order], 0.0))
}
