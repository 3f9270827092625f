//! The kinds of names, and what speaks for a string as a name of one kind.

use crate::lexicon::Seat;

use super::feature::Feature as F;
use super::feature::Vector;
use super::scene::{LONGEST, Scene, Side};

/// How a string may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A surname of one character before a given name.
    Single,
    /// A surname of two.
    Compound,
    /// Syllables of a language of its own.
    Sound,
    /// A word of the language: 高见, 齐放.
    Word,
    /// None of these; the tables do not know every name.
    Odd,
}

pub(super) const KINDS: [Kind; 5] = [Kind::Single, Kind::Compound, Kind::Sound, Kind::Word, Kind::Odd];

/// A frequency or weight as a number of the size of the other features.
pub(super) fn log(weight: f32) -> f32 {
    (weight + 1.0).ln() / 10.0
}

pub(super) fn frequency(scene: &Scene, from: usize, to: usize) -> u32 {
    scene.reading.lexicon.words().frequency(scene.slice(from, to))
}

pub(super) fn tagged(scene: &Scene, from: usize, to: usize, tag: char) -> bool {
    scene.reading.lexicon.words().tag(scene.slice(from, to)).is_some_and(|t| t.starts_with(tag))
}

/// What the string has as a name of this kind; `None` where it cannot be one.
pub(super) fn own(scene: &Scene, length: usize, kind: Kind, vector: &mut Vector) -> Option<()> {
    let names = scene.reading.lexicon.names();
    let text = scene.slice(0, length);
    let mut chars = ['\0'; LONGEST];
    chars.iter_mut().zip(text.chars()).for_each(|(slot, c)| *slot = c);
    let chars = &chars[..length];
    let prefix = |count: usize| text.char_indices().nth(count).map_or(text, |(i, _)| &text[..i]);
    match kind {
        Kind::Single => {
            let weight = names.surname(prefix(1));
            if weight == 0.0 || length > 4 {
                return None;
            }
            vector.set(F::Surname, log(weight));
            vector.set([F::Single2, F::Single3, F::Single4][length - 2], 1.0);
            given(scene, &chars[1..], 1, length, vector);
        }
        Kind::Compound => {
            let weight = names.surname(prefix(2));
            if weight == 0.0 || !(3..=4).contains(&length) {
                return None;
            }
            vector.set(F::CompoundSurname, log(weight));
            vector.set(if length == 3 { F::Compound3 } else { F::Compound4 }, 1.0);
            given(scene, &chars[2..], 2, length, vector);
        }
        Kind::Sound => sound(scene, length, vector)?,
        Kind::Word => {
            let word = frequency(scene, 0, length);
            if word == 0 && !(length == 2 && scene.reading.is_known(scene.span(0, length))) {
                return None;
            }
            vector.set(if length == 2 { F::Word2 } else { F::Word3 }, 1.0);
            vector.set(F::WordSurname, log(names.surname(prefix(1))));
            vector.set(F::WordFrequency, log(word as f32));
            vector.flag(F::WordVerb, tagged(scene, 0, length, 'v'));
        }
        Kind::Odd => {
            vector.set([F::Odd2, F::Odd3, F::Odd4, F::Odd5][length.min(5) - 2], 1.0);
            match chars {
                [_, only] => vector.set(F::OddGiven2, log(names.given(*only, Seat::Only))),
                [_, first, second] => {
                    vector.set(
                        F::OddGiven3,
                        log(names.given(*first, Seat::First)) + log(names.given(*second, Seat::Second)),
                    );
                }
                _ => {}
            }
        }
    }
    Some(())
}

/// The given name; `skip` characters of the string are the surname.
fn given(scene: &Scene, chars: &[char], skip: usize, length: usize, vector: &mut Vector) {
    let names = scene.reading.lexicon.names();
    let mut seat = |c: char, seat: Seat, known: F, unknown: F| match names.given(c, seat) {
        0.0 => vector.set(unknown, 1.0),
        weight => vector.set(known, log(weight)),
    };
    match chars {
        [only] => seat(*only, Seat::Only, F::GivenOnly, F::GivenOnlyUnknown),
        [first, second, ..] => {
            seat(*first, Seat::First, F::GivenFirst, F::GivenFirstUnknown);
            seat(*second, Seat::Second, F::GivenSecond, F::GivenSecondUnknown);
            if scene.side == Side::After {
                vector.set(F::GivenWord, log(frequency(scene, skip, length) as f32));
                vector.flag(F::GivenVerb, tagged(scene, skip, length, 'v'));
            }
        }
        [] => {}
    }
}

/// The string as pieces of transliterated names: as many characters as possible in known pieces.
fn sound(scene: &Scene, length: usize, vector: &mut Vector) -> Option<()> {
    let names = scene.reading.lexicon.names();
    let mut best = [(0.0_f32, 0_usize, 0.0_f32, 0_usize); LONGEST + 1];
    for to in 1..=length {
        let mut here = (f32::MIN, 0, 0.0, 0);
        for (from, &(_, covered, sum, pieces)) in best.iter().enumerate().take(to).skip(to.saturating_sub(4)) {
            let weight = names.piece(scene.slice(from, to));
            let next = match (weight > 0.0, to - from) {
                (true, size) => (covered + size, sum + log(weight), pieces + 1),
                (false, 1) => (covered, sum, pieces),
                _ => continue,
            };
            let score = next.0 as f32 + next.1 - 0.3 * next.2 as f32;
            if score > here.0 {
                here = (score, next.0, next.1, next.2);
            }
        }
        best[to] = here;
    }
    let (_, covered, sum, pieces) = best[length];
    if covered * 2 < length || pieces == 0 {
        return None;
    }
    vector.set([F::Sound2, F::Sound3, F::Sound4, F::Sound5, F::Sound6][length.min(6) - 2], 1.0);
    vector.set(F::SoundWeight, sum / pieces as f32);
    vector.set(F::SoundBare, (length - covered) as f32);
    vector.flag(F::SoundWhole, covered == length);
    let piece = |from: usize, to: usize| names.piece(scene.slice(from, to)) > 0.0;
    vector.flag(F::SoundOuter, (1..=4.min(length)).any(|size| piece(length - size, length)));
    vector.flag(F::SoundInner, (1..=4.min(length)).any(|size| piece(0, size)));
    Some(())
}
