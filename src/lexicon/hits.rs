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
    #[inline]
    pub(super) fn new(start: usize, end: usize, surface: u32, classes: Classes) -> Self {
        // A passage is shorter than 4 GiB: decode sees to it.
        Self { start: start as u32, end: end as u32, surface, classes }
    }

    #[inline]
    pub fn start(self) -> usize {
        self.start as usize
    }

    #[inline]
    pub fn end(self) -> usize {
        self.end as usize
    }

    #[inline]
    pub fn span(self) -> Span {
        Span::new(self.start(), self.end())
    }

    /// The number of the surface in its lexicon.
    #[inline]
    pub(super) fn surface(self) -> u32 {
        self.surface
    }

    /// Whether it has a term of one of these classes.
    #[inline]
    pub fn is(self, classes: impl Into<Classes>) -> bool {
        self.classes.meets(classes.into())
    }
}

/// What starts, or ends, at one byte of a text: the first hit that does, and the classes of all (0 where none does). Hardly
/// any question is answered yes, so the classes are asked first. Plain numbers, since a list of them is made zero at once.
type Edge = [u32; 2];

/// All hits of one text, to be asked by where they start and where they end.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// By start, then longest first.
    by_start: Vec<Hit>,
    /// By end, then longest first.
    by_end: Vec<Hit>,
    /// One for each byte of the text, and one for its end.
    starts: Vec<Edge>,
    ends: Vec<Edge>,
}

impl Hits {
    /// Hits of a text of `length` bytes, in the order in which the automaton finds them: by end, then longest first.
    pub(super) fn new(length: usize, by_end: Vec<Hit>) -> Self {
        let by_start = by_start(by_end.clone());
        let (starts, ends) = (edges(length, &by_start, Hit::start), edges(length, &by_end, Hit::end));
        Self { by_start, by_end, starts, ends }
    }

    /// All, by start, then longest first.
    #[inline]
    pub fn all(&self) -> &[Hit] {
        &self.by_start
    }

    /// Those that start at `from` or behind it and before `to`, by start.
    #[inline]
    pub fn between(&self, from: usize, to: usize) -> &[Hit] {
        let first = self.before(from);
        &self.by_start[first..self.before(to).max(first)]
    }

    /// How many start before `at`.
    fn before(&self, at: usize) -> usize {
        self.by_start.partition_point(|hit| hit.start() < at)
    }

    /// Those of these classes that start at `at`, longest first.
    #[inline]
    pub fn starting(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_start, &self.starts, at, classes.into(), Hit::start)
    }

    /// Those of these classes that end at `at`, longest first.
    #[inline]
    pub fn ending(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        stretch(&self.by_end, &self.ends, at, classes.into(), Hit::end)
    }

    /// Those that start at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_starting(&self, at: usize) -> &[Hit] {
        any(&self.by_start, &self.starts, at, Hit::start)
    }

    /// Those that end at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_ending(&self, at: usize) -> &[Hit] {
        any(&self.by_end, &self.ends, at, Hit::end)
    }
}

/// The hits by start, then longest first. They come by end, so that each goes back past a few that overlap it: insertion
/// is linear here, and needs no count for each byte of the text.
fn by_start(mut hits: Vec<Hit>) -> Vec<Hit> {
    for i in 1..hits.len() {
        let hit = hits[i];
        let mut to = i;
        while to > 0 && hits[to - 1].start >= hit.start {
            hits[to] = hits[to - 1];
            to -= 1;
        }
        hits[to] = hit;
    }
    hits
}

/// For each place up to `length`, the first of `hits` that lies there, and the classes of all that do.
#[inline]
fn edges(length: usize, hits: &[Hit], place: impl Fn(Hit) -> usize) -> Vec<Edge> {
    let mut edges = vec![Edge::default(); length + 1];
    for (i, &hit) in hits.iter().enumerate() {
        let [first, classes] = &mut edges[place(hit)];
        if *classes == 0 {
            *first = i as u32;
        }
        *classes |= hit.classes.bits();
    }
    edges
}

#[inline]
fn any<'h>(hits: &'h [Hit], edges: &[Edge], at: usize, place: impl Fn(Hit) -> usize) -> &'h [Hit] {
    match edges.get(at) {
        Some(&[first, classes]) if classes != 0 => {
            let hits = &hits[first as usize..];
            &hits[..hits.iter().take_while(|&&hit| place(hit) == at).count()]
        }
        _ => &[],
    }
}

#[inline]
fn stretch<'h, P: Fn(Hit) -> usize>(
    hits: &'h [Hit],
    edges: &[Edge],
    at: usize,
    classes: Classes,
    place: P,
) -> impl Iterator<Item = Hit> + use<'h, P> {
    let hits = match edges.get(at) {
        Some(&[first, here]) if Classes::from_bits(here).meets(classes) => &hits[first as usize..],
        _ => &[],
    };
    hits.iter().copied().take_while(move |&hit| place(hit) == at).filter(move |hit| hit.is(classes))
}
