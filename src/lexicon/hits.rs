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

/// The hits that start, or end, at one byte of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    first: u32,
    past: u32,
    /// The classes of all. Hardly any question is answered yes, so it is asked here first.
    classes: Classes,
}

/// All hits of one text, to be asked by where they start and where they end.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// By start, then longest first.
    by_start: Vec<Hit>,
    /// By end, then longest first.
    by_end: Vec<Hit>,
    /// The first one is empty.
    groups: Vec<Group>,
    /// For each byte of the text and for its end, the groups that start and end there. Numbers, and not the groups: most
    /// are 0, and each is made 0 first.
    places: Vec<[u32; 2]>,
    /// The classes of all hits: most passages hold nothing of what is looked for all through them.
    classes: Classes,
}

/// The first and the second number of a place.
const STARTS: usize = 0;
const ENDS: usize = 1;

impl Hits {
    /// Hits of a text of `length` bytes, in the order in which the automaton finds them: by end, then longest first.
    pub(super) fn new(length: usize, by_end: Vec<Hit>) -> Self {
        let mut groups = Vec::with_capacity(by_end.len() * 2 + 1);
        groups.push(Group::default());
        let places = vec![[0; 2]; length + 1];
        let classes = Classes::default();
        let mut this = Self { by_start: by_start(by_end.clone()), by_end, groups, places, classes };
        group(&this.by_start, STARTS, Hit::start, &mut this.groups, &mut this.places);
        this.groups.iter().for_each(|group| this.classes.add(group.classes));
        group(&this.by_end, ENDS, Hit::end, &mut this.groups, &mut this.places);
        this
    }

    /// All, by start, then longest first.
    #[inline]
    pub fn all(&self) -> &[Hit] {
        &self.by_start
    }

    /// All of these classes, by start, then longest first.
    #[inline]
    pub fn of(&self, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        let classes = classes.into();
        Stretch { hits: if self.classes.meets(classes) { &self.by_start } else { &[] }, classes }
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
        let classes = classes.into();
        Stretch { hits: self.stretch(&self.by_start, STARTS, at, classes), classes }
    }

    /// Those of these classes that end at `at`, longest first.
    #[inline]
    pub fn ending(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        let classes = classes.into();
        Stretch { hits: self.stretch(&self.by_end, ENDS, at, classes), classes }
    }

    /// Those that start at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_starting(&self, at: usize) -> &[Hit] {
        self.stretch(&self.by_start, STARTS, at, Classes::all())
    }

    /// Those that end at `at`, of whatever class, longest first.
    #[inline]
    pub fn any_ending(&self, at: usize) -> &[Hit] {
        self.stretch(&self.by_end, ENDS, at, Classes::all())
    }

    /// The group of `hits` that stands at `at`; nothing where it has none of these classes.
    #[inline]
    fn stretch<'h>(&self, hits: &'h [Hit], side: usize, at: usize, classes: Classes) -> &'h [Hit] {
        let group = self.places.get(at).map_or(0, |place| place[side]);
        match self.groups.get(group as usize) {
            Some(group) if group.classes.meets(classes) => &hits[group.first as usize..group.past as usize],
            _ => &[],
        }
    }
}

/// The hits of some classes in a group.
struct Stretch<'h> {
    hits: &'h [Hit],
    classes: Classes,
}

impl Iterator for Stretch<'_> {
    type Item = Hit;

    #[inline]
    fn next(&mut self) -> Option<Hit> {
        while let Some((&hit, rest)) = self.hits.split_first() {
            self.hits = rest;
            if hit.is(self.classes) {
                return Some(hit);
            }
        }
        None
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

/// Adds the groups of `hits`, which are sorted by this place of theirs.
#[inline]
fn group(hits: &[Hit], side: usize, place: impl Fn(Hit) -> usize, groups: &mut Vec<Group>, places: &mut [[u32; 2]]) {
    let mut last = None;
    for (i, &hit) in hits.iter().enumerate() {
        let at = place(hit);
        if last != Some(at) {
            places[at][side] = groups.len() as u32;
            groups.push(Group { first: i as u32, past: i as u32 + 1, classes: hit.classes });
            last = Some(at);
        } else if let Some(group) = groups.last_mut() {
            group.past += 1;
            group.classes.add(hit.classes);
        }
    }
}
