//! Where known surfaces stand in a text.

use std::ops::Range;

use crate::text::Span;

/// One surface found in a text, in bytes of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    start: u32,
    end: u32,
    terms: (u32, u32),
}

impl Hit {
    pub(super) fn new(start: usize, end: usize, first: u32, past: u32) -> Self {
        let offset = |n: usize| u32::try_from(n).expect("a passage is shorter than 4 GiB: decode sees to it");
        Self { start: offset(start), end: offset(end), terms: (first, past) }
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    pub fn span(self) -> Span {
        Span::new(self.start(), self.end())
    }

    pub(super) fn terms(self) -> Range<usize> {
        self.terms.0 as usize..self.terms.1 as usize
    }
}

/// All hits of one text, to be asked by where they start and where they end.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// By start, then longest first.
    by_start: Vec<Hit>,
    /// By end, then longest first.
    by_end: Vec<Hit>,
    /// For each byte of the text, how many hits start before it.
    starts: Vec<u32>,
    /// The same of their ends.
    ends: Vec<u32>,
}

impl Hits {
    /// Hits of a text of `length` bytes, in the order in which the automaton finds them: by end, then longest first.
    pub(super) fn new(length: usize, by_end: Vec<Hit>) -> Self {
        let starts = counted(length, by_end.iter().map(|hit| hit.start()));
        let ends = counted(length, by_end.iter().map(|hit| hit.end()));
        // From the back, because of two hits with one start the longer one is found later.
        let mut next = starts.clone();
        let mut by_start = by_end.clone();
        for hit in by_end.iter().rev() {
            by_start[next[hit.start()] as usize] = *hit;
            next[hit.start()] += 1;
        }
        Self { by_start, by_end, starts, ends }
    }

    /// All, by start, then longest first.
    pub fn all(&self) -> &[Hit] {
        &self.by_start
    }

    /// Those that start at `at` or behind it, by start.
    pub fn from(&self, at: usize) -> &[Hit] {
        self.starts.get(at).map_or(&[], |&first| &self.by_start[first as usize..])
    }

    /// Those that start at `at`, longest first.
    pub fn starting(&self, at: usize) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_start, &self.starts, at)
    }

    /// Those that end at `at`, longest first.
    pub fn ending(&self, at: usize) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_end, &self.ends, at)
    }
}

/// For each place from 0 to behind `length`, how many of `places` lie before it.
fn counted(length: usize, places: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut counts = vec![0; length + 2];
    places.for_each(|at| counts[at + 1] += 1);
    for at in 1..counts.len() {
        counts[at] += counts[at - 1];
    }
    counts
}

fn stretch<'h>(hits: &'h [Hit], counts: &[u32], at: usize) -> impl Iterator<Item = Hit> + use<'h> {
    let stretch = counts.get(at).zip(counts.get(at + 1)).map_or(0..0, |(&from, &to)| from as usize..to as usize);
    hits[stretch].iter().copied()
}
