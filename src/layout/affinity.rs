//! How much a head and a body speak of the same thing.

use super::Place;
use super::cues::{Cue, Cues, Kinds};
use crate::text::han::is_han;

/// Words of a head weigh by how few bodies have them, as in search engines (BM25): what all bodies say tells nothing.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.6;

/// A run of three characters says more than its two pairs, a single one much less.
const TRIPLE: f64 = 1.6;
const SINGLE: f64 = 0.3;

/// What all heads say, and titles, tells little.
const COMMON: f64 = 0.3;

/// The same place weighs as much as a long common phrase: pages of several districts are told apart by little else.
const PLACE: f64 = 4.0;

/// Scores every head against every body: `[head][body]`.
pub(super) fn affinities(
    heads: &[String],
    bodies: &[String],
    cues: &Cues,
    places: &dyn Fn(&str) -> Vec<Place>,
) -> Vec<Vec<f64>> {
    let grams: Vec<Vec<(u64, f64)>> = heads.iter().map(|head| telling(head, cues)).collect();
    let terms = Terms::new(grams.iter().flatten().map(|(key, _)| *key).collect(), bodies);
    let mean = (bodies.iter().map(String::len).sum::<usize>() as f64 / bodies.len().max(1) as f64).max(1.0);
    let lengths: Vec<f64> = bodies.iter().map(|body| body.len() as f64 / mean).collect();
    let named = Named::new(bodies, places);
    let score = |(head, grams): (&String, &Vec<(u64, f64)>)| {
        let mut scores = terms.scores(grams, &lengths);
        named.add(&places(head), &lengths, &mut scores);
        scores
    };
    heads.iter().zip(&grams).map(score).collect()
}

/// The runs of a head in order, each with the share of its weight that it keeps: little inside the words that all heads
/// have.
fn telling(head: &str, cues: &Cues) -> Vec<(u64, f64)> {
    const EMPTY: Kinds = Kinds::of(&[Cue::Common, Cue::Title]);
    let mut grams: Vec<(u64, f64)> = Vec::with_capacity(head.len());
    let mut add = |text: &str, share: f64| each_run(text, |key| grams.push((key, share)));
    let mut from = 0;
    for hit in cues.hits(head, EMPTY) {
        add(&head[from..hit.start], 1.0);
        add(&head[hit.start..hit.end], COMMON);
        from = hit.end;
    }
    add(&head[from..], 1.0);
    grams.sort_unstable_by(|(a, share), (b, other)| a.cmp(b).then(other.total_cmp(share)));
    grams.dedup_by_key(|(key, _)| *key);
    grams
}

fn rarity(df: usize, bodies: usize) -> f64 {
    ((bodies as f64 + 0.5) / df as f64).ln()
}

fn saturated(tf: usize, length: f64) -> f64 {
    let tf = tf as f64;
    tf * (SATURATION + 1.0) / (tf + SATURATION * (1.0 - LENGTH + LENGTH * length))
}

/// Calls with each character, with the pair and with the triple that it ends, each packed in a number of its own.
fn each_run(text: &str, mut call: impl FnMut(u64)) {
    let (mut before, mut last) = (0, 0);
    for c in letters(text) {
        let Some(c) = c else {
            (before, last) = (0, 0);
            continue;
        };
        call(c);
        if last != 0 {
            call(pair(last, c));
        }
        if before != 0 {
            call(triple(before, last, c));
        }
        (before, last) = (last, c);
    }
}

/// The characters of a text as numbers; `None` for those that end a run.
fn letters(text: &str) -> impl Iterator<Item = Option<u64>> {
    let letters = text.chars().filter(|&c| is_han(c) || !c.is_whitespace());
    letters.map(|c| (is_han(c) || c.is_ascii_alphanumeric()).then_some(c as u64))
}

fn pair(last: u64, c: u64) -> u64 {
    last << 21 | c
}

fn triple(before: u64, last: u64, c: u64) -> u64 {
    before << 42 | pair(last, c)
}

/// How often the runs of the heads occur in the bodies.
struct Terms {
    bodies: usize,
    /// In the order of their slots.
    keys: Vec<u64>,
    /// Where the keys of each slot begin; a power of two of them, and one for the end. Most runs of a body occur in no
    /// head and find their slot empty.
    slots: Vec<u32>,
    /// For each key a row of as many counts as there are bodies.
    counts: Vec<u32>,
    /// For each key the number of bodies that have it.
    df: Vec<usize>,
}

impl Terms {
    fn new(mut keys: Vec<u64>, bodies: &[String]) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let size = (keys.len() * SPARE).next_power_of_two();
        let mut slots = vec![0; size + 1];
        keys.iter().for_each(|key| slots[slot(*key, size) + 1] += 1);
        (0..size).for_each(|i| slots[i + 1] += slots[i]);
        let mut next = slots.clone();
        let mut ordered = vec![0; keys.len()];
        for key in keys {
            let place = &mut next[slot(key, size)];
            ordered[*place as usize] = key;
            *place += 1;
        }
        let counts = vec![0; ordered.len() * bodies.len()];
        let mut terms = Self { bodies: bodies.len(), keys: ordered, slots, counts, df: Vec::new() };
        bodies.iter().enumerate().for_each(|(b, body)| terms.count(b, body));
        terms.df = terms.counts.chunks(bodies.len().max(1)).map(|row| row.iter().filter(|n| **n > 0).count()).collect();
        terms
    }

    /// Counts the runs of a body. Every part of a run of a head is a run of it too, so that a longer one is looked up
    /// only where its parts were found.
    fn count(&mut self, b: usize, body: &str) {
        let (mut before, mut last) = (0, 0);
        for c in letters(body) {
            let Some(c) = c.filter(|c| self.add(*c, b)) else {
                (before, last) = (0, 0);
                continue;
            };
            let paired = last != 0 && self.add(pair(last, c), b);
            if paired && before != 0 {
                self.add(triple(before, last, c), b);
            }
            (before, last) = (if paired { last } else { 0 }, c);
        }
    }

    /// Counts a run, if a head has it.
    fn add(&mut self, key: u64, b: usize) -> bool {
        let row = self.row(key);
        if let Some(row) = row {
            self.counts[row * self.bodies + b] += 1;
        }
        row.is_some()
    }

    fn row(&self, key: u64) -> Option<usize> {
        let slot = slot(key, self.slots.len() - 1);
        let (from, to) = (self.slots[slot] as usize, self.slots[slot + 1] as usize);
        (from..to).find(|row| self.keys[*row] == key)
    }

    /// What a head has in common with each body; `lengths` in units of the mean.
    fn scores(&self, grams: &[(u64, f64)], lengths: &[f64]) -> Vec<f64> {
        let mut scores = vec![0.0; self.bodies];
        for (key, share) in grams {
            let Some(row) = self.row(*key).filter(|row| self.df[*row] > 0) else { continue };
            let kind = match *key {
                key if key >> 42 > 0 => TRIPLE,
                key if key >> 21 > 0 => 1.0,
                _ => SINGLE,
            };
            let rare = share * kind * rarity(self.df[row], self.bodies);
            let counts = &self.counts[row * self.bodies..][..self.bodies];
            for ((score, tf), length) in scores.iter_mut().zip(counts).zip(lengths).filter(|((_, tf), _)| **tf > 0) {
                *score += rare * saturated(*tf as usize, *length);
            }
        }
        scores
    }
}

/// Slots for each key.
const SPARE: usize = 8;

/// The slot of a key among `size`, a power of two.
fn slot(key: u64, size: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (size - 1)
}

/// The places that each body names, in order.
struct Named(Vec<Vec<Place>>);

impl Named {
    fn new(bodies: &[String], places: &dyn Fn(&str) -> Vec<Place>) -> Self {
        Self(bodies.iter().map(|body| places(body)).collect())
    }

    fn add(&self, mine: &[Place], lengths: &[f64], scores: &mut [f64]) {
        for place in mine {
            let has: Vec<bool> = self.0.iter().map(|places| places.binary_search(place).is_ok()).collect();
            let df = has.iter().filter(|has| **has).count();
            if df == 0 {
                continue;
            }
            let rare = PLACE * rarity(df, has.len());
            for ((score, _), length) in scores.iter_mut().zip(&has).zip(lengths).filter(|((_, has), _)| **has) {
                *score += rare * saturated(1, *length);
            }
        }
    }
}
