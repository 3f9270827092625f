//! Where a person's name ends, and whether there is one.
//!
//! Nothing marks the end of a Chinese name, so the ends that are possible are weighed against each other and against
//! nobody being named: what the string is made of, how likely it would be as ordinary words, what stands after it, whether
//! a common word lies across the end, how often the same string stands elsewhere on the page. The weights are learned
//! from names put into the sentences of `data/cases/name-frames.tsv`; a score is the logarithm of odds.

mod evidence;
mod feature;
mod kind;
mod listed;
mod other;
mod scene;
mod sounds;
mod spelt;
mod worth;

pub use feature::{KEYS, Vector};
pub use listed::is_listed;
pub use scene::Side;
pub use worth::worth;

use crate::lexicon::{Class, Classes};
use crate::text::{Span, han};

use super::reading::Reading;
use feature::Score;
use kind::{KINDS, Name};
use scene::Scene;

/// A name found, and how much better it is than none; below 0 it should not be believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub span: Span,
    pub score: f32,
    /// How much better than the second best end; small means that the end is uncertain.
    pub margin: f32,
}

/// The evidence that a whole page gives: how often a string stands on it.
pub trait Page {
    /// Occurrences of `text` on the page.
    fn count(&self, text: &str) -> usize;
}

/// The name that starts at `at`, after a title.
pub fn after(reading: &Reading, at: usize, page: &dyn Page) -> Option<Found> {
    if reading.after(at).is_some_and(han::is_particle)
        || reading.starting(at, Class::Grammar).is_some_and(|hit| hit.span().len() > 3)
    {
        return None;
    }
    if let Some(span) = listed::starting(reading, at) {
        return Some(Found { span, score: 9.0, margin: 9.0 });
    }
    if let Some(span) = spelt::spaced(reading, at).or_else(|| spelt::torn(reading, at)) {
        return Some(Found { span, score: 6.0, margin: 6.0 });
    }
    if let Some(last) = spelt::dotted(reading, at) {
        let found = best(reading, last, Side::After, page)?;
        return Some(Found { span: Span::new(at, found.span.end()), score: 8.0, margin: 8.0 });
    }
    if let Some(span) = rest(reading, at).filter(|&span| !listed::is_none(reading, span)) {
        return Some(Found { span, score: 5.0, margin: 5.0 });
    }
    best(reading, at, Side::After, page)
}

/// The name that ends at `at`, before a predicate such as 同志任 or 当选.
pub fn before(reading: &Reading, at: usize, page: &dyn Page) -> Option<Found> {
    if let Some(span) = listed::ending(reading, at) {
        return Some(Found { span, score: 9.0, margin: 9.0 });
    }
    if let Some(span) = spelt::spaced_before(reading, at) {
        return Some(Found { span, score: 6.0, margin: 6.0 });
    }
    if let Some(span) = spelt::dotted_before(reading, at) {
        return Some(Found { span, score: 8.0, margin: 8.0 });
    }
    best(reading, at, Side::Before, page)
}

/// All that is left of a line after its title, where it has the length of a name: bylines end so (正定县委书记 戎建设).
fn rest(reading: &Reading, at: usize) -> Option<Span> {
    const VERBS: Classes = Classes::of(&[Class::Follower, Class::Govern, Class::Appoint, Class::Grammar]);
    let rest = reading.text[at..].trim_end_matches(han::is_space);
    let length = rest.chars().take(4).count();
    let verb = || reading.starting(at, VERBS).is_some_and(|hit| hit.span().len() > 3);
    ((2..=3).contains(&length) && at > 0 && rest.chars().all(han::is_han) && !verb())
        .then(|| Span::new(at, at + rest.len()))
}

/// The readings of what stands at `at`, nobody first, with the evidence for each; for learning the weights.
pub fn readings(reading: &Reading, at: usize, side: Side, page: &dyn Page) -> Vec<(Option<Span>, Vector)> {
    let scene = Scene::new(reading, at, side, page);
    let mut nobody = Vector::new();
    evidence::nobody(&scene, &mut nobody);
    let mut all = vec![(None, nobody)];
    for length in 2..=scene.longest() {
        let span = scene.span(0, length);
        if other::is_place(reading, span) {
            continue;
        }
        if scene.run(length).iter().copied().any(han::in_no_name) {
            break;
        }
        let mut shared = Vector::new();
        evidence::shared(&scene, length, &mut shared);
        let name = Name::new(&scene, length);
        for kind in KINDS {
            let mut vector = shared.clone();
            if kind::own(&name, kind, &mut vector).is_some() {
                all.push((Some(span), vector));
            }
        }
    }
    all
}

/// The longest name, in characters, that is not made of syllables of a language of its own.
const PLAIN: usize = 4;

/// The best reading of what stands on this side of `at` as a name.
fn best(reading: &Reading, at: usize, side: Side, page: &dyn Page) -> Option<Found> {
    // After most titles stands a mark, or one character before a mark.
    let two = match side {
        Side::After => reading.text[at..].chars().take_while(|&c| han::is_han(c)).nth(1),
        Side::Before => reading.text[..at].chars().rev().take_while(|&c| han::is_han(c)).nth(1),
    };
    two?;
    let scene = &Scene::new(reading, at, side, page);
    let lexicon = scene.reading.lexicon;
    let weights = if scene.side == Side::After { lexicon.names_after() } else { lexicon.names_before() };
    let none = Score::new(weights.values());
    let (mut first, mut second) = ((0, f32::MIN), f32::MIN);
    for length in 2..=scene.longest() {
        if length > PLAIN && !scene.sounds().likely(length) {
            continue;
        }
        let span = scene.span(0, length);
        if other::is_place(scene.reading, span) || listed::is_none(scene.reading, span) {
            continue;
        }
        if scene.run(length).iter().copied().any(han::in_no_name) {
            break;
        }
        if other::is_cut(scene, span)
            || other::is_address(scene.reading, span)
            || other::is_predicate(scene.reading, span)
        {
            continue;
        }
        let score = score(scene, length, none);
        if score > first.1 {
            (first, second) = ((length, score), first.1);
        } else {
            second = second.max(score);
        }
    }
    let (length, top) = first;
    let mut nobody = none;
    evidence::nobody(scene, &mut nobody);
    (length > 0).then(|| Found {
        span: scene.span(0, length),
        score: top - nobody.sum,
        margin: (top - second).min(20.0),
    })
}

/// The best reading of the first `length` characters.
fn score(scene: &Scene, length: usize, none: Score) -> f32 {
    let mut shared = none;
    evidence::shared(scene, length, &mut shared);
    let name = Name::new(scene, length);
    let own = KINDS.into_iter().filter_map(|kind| {
        let mut own = none;
        kind::own(&name, kind, &mut own).map(|()| own.sum)
    });
    shared.sum + own.fold(f32::MIN, f32::max)
}

#[cfg(test)]
mod tests;
