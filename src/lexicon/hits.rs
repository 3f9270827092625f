//! Where known surfaces stand in a text.

use crate::text::Span;

use super::term::Classes;

/// One surface found in a text, in bytes of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    start: u32,
    end: u32,
    surface: u32,
    classes: Classes,
}

impl Hit {
    pub(super) fn new(start: usize, end: usize, surface: u32, classes: Classes) -> Self {
        let offset = |n: usize| u32::try_from(n).expect("a passage is shorter than 4 GiB: decode sees to it");
        Self { start: offset(start), end: offset(end), surface, classes }
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

    /// The number of the surface in its lexicon.
    pub(super) fn surface(self) -> u32 {
        self.surface
    }

    /// Whether it has a term of one of these classes.
    #[inline]
    pub fn is(self, classes: impl Into<Classes>) -> bool {
        self.classes.meets(classes.into())
    }
}

/// What starts, or ends, at one byte of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    /// How many hits start (end) before it.
    before: u32,
    /// The classes of those that start (end) here. Hardly any question is answered yes, so it is asked here first.
    classes: Classes,
}

/// All hits of one text, to be asked by where they start and where they end.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// By start, then longest first.
    by_start: Vec<Hit>,
    /// By end, then longest first.
    by_end: Vec<Hit>,
    /// One for each byte of the text, and two for its end.
    starts: Vec<Edge>,
    ends: Vec<Edge>,
}

impl Hits {
    /// Hits of a text of `length` bytes, in the order in which the automaton finds them: by end, then longest first.
    pub(super) fn new(length: usize, by_end: Vec<Hit>) -> Self {
        let mut starts = edges(length, by_end.iter().map(|hit| (hit.start(), hit.classes)));
        let ends = edges(length, by_end.iter().map(|hit| (hit.end(), hit.classes)));
        // From the back, because of two hits with one start the longer one is found later. Each start is moved on by its
        // hits and then stands where the next one began, so that all are moved back by one place.
        let mut by_start = by_end.clone();
        for hit in by_end.iter().rev() {
            let next = &mut starts[hit.start()].before;
            by_start[*next as usize] = *hit;
            *next += 1;
        }
        let mut before = 0;
        for edge in &mut starts {
            std::mem::swap(&mut edge.before, &mut before);
        }
        Self { by_start, by_end, starts, ends }
    }

    /// All, by start, then longest first.
    pub fn all(&self) -> &[Hit] {
        &self.by_start
    }

    /// Those that start at `at` or behind it, by start.
    pub fn from(&self, at: usize) -> &[Hit] {
        self.starts.get(at).map_or(&[], |edge| &self.by_start[edge.before as usize..])
    }

    /// Those of these classes that start at `at`, longest first.
    #[inline]
    pub fn starting(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_start, &self.starts, at, classes.into())
    }

    /// Those of these classes that end at `at`, longest first.
    #[inline]
    pub fn ending(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_end, &self.ends, at, classes.into())
    }

    /// Those that start at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_starting(&self, at: usize) -> &[Hit] {
        any(&self.by_start, &self.starts, at)
    }

    /// Those that end at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_ending(&self, at: usize) -> &[Hit] {
        any(&self.by_end, &self.ends, at)
    }
}

/// For each place from 0 to behind `length`, how many of `hits` lie before it, and the classes of those that lie there.
fn edges(length: usize, hits: impl Iterator<Item = (usize, Classes)>) -> Vec<Edge> {
    let mut edges = vec![Edge::default(); length + 2];
    for (at, classes) in hits {
        edges[at].classes.add(classes);
        edges[at + 1].before += 1;
    }
    let mut before = 0;
    for edge in &mut edges {
        before += edge.before;
        edge.before = before;
    }
    edges
}

#[inline]
fn any<'h>(hits: &'h [Hit], edges: &[Edge], at: usize) -> &'h [Hit] {
    match (edges.get(at), edges.get(at + 1)) {
        (Some(here), Some(next)) => &hits[here.before as usize..next.before as usize],
        _ => &[],
    }
}

#[inline]
fn stretch<'h>(hits: &'h [Hit], edges: &[Edge], at: usize, classes: Classes) -> impl Iterator<Item = Hit> + use<'h> {
    let stretch = match edges.get(at) {
        Some(here) if here.classes.meets(classes) => here.before as usize..edges[at + 1].before as usize,
        _ => 0..0,
    };
    hits[stretch].iter().copied().filter(move |hit| hit.is(classes))
}
