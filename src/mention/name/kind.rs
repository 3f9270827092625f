//! The kinds of names, and what speaks for a string as a name of one kind.

use crate::lexicon::Seat;

use super::feature::Evidence;
use super::feature::Feature as F;
use super::scene::{LONGEST, Scene, Side};
use super::sounds::{PIECE, Sound};

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

/// The first characters of a scene as a string that may be a name.
pub(super) struct Name<'s, 'r, 'a> {
    scene: &'s Scene<'r, 'a>,
    length: usize,
    chars: [char; LONGEST],
    /// How common its first character, and its first two, are as surnames.
    surname: f32,
    compound: f32,
}

impl<'s, 'r, 'a> Name<'s, 'r, 'a> {
    pub(super) fn new(scene: &'s Scene<'r, 'a>, length: usize) -> Self {
        let names = scene.reading.lexicon.names();
        let text = scene.slice(0, length);
        let chars = scene.chars(length);
        let first = chars[0].len_utf8();
        let surname = names.surname(&text[..first]);
        let compound = names.surname(&text[..first + chars[1].len_utf8()]);
        Self { scene, length, chars, surname, compound }
    }
}

/// What the string has as a name of this kind; `None` where it cannot be one.
pub(super) fn own(name: &Name, kind: Kind, vector: &mut impl Evidence) -> Option<()> {
    let &Name { scene, length, .. } = name;
    let names = scene.reading.lexicon.names();
    let chars = &name.chars[..length];
    match kind {
        Kind::Single => {
            let weight = name.surname;
            if weight == 0.0 || length > 4 {
                return None;
            }
            vector.set(F::Surname, log(weight));
            vector.set([F::Single2, F::Single3, F::Single4][length - 2], 1.0);
            given(scene, &chars[1..], 1, length, vector);
        }
        Kind::Compound => {
            let weight = name.compound;
            if weight == 0.0 || !(3..=4).contains(&length) {
                return None;
            }
            vector.set(F::CompoundSurname, log(weight));
            vector.set(if length == 3 { F::Compound3 } else { F::Compound4 }, 1.0);
            given(scene, &chars[2..], 2, length, vector);
        }
        Kind::Sound => sound(scene, length, vector)?,
        Kind::Word => {
            let word = scene.frequency(0, length);
            if word == 0 && !(length == 2 && scene.reading.is_known(scene.span(0, length))) {
                return None;
            }
            vector.set(if length == 2 { F::Word2 } else { F::Word3 }, 1.0);
            vector.set(F::WordSurname, log(name.surname));
            vector.set(F::WordFrequency, log(word as f32));
            vector.flag(F::WordVerb, scene.tagged(0, length, b'v'));
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
fn given(scene: &Scene, chars: &[char], skip: usize, length: usize, vector: &mut impl Evidence) {
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
                vector.set(F::GivenWord, log(scene.frequency(skip, length) as f32));
                vector.flag(F::GivenVerb, scene.tagged(skip, length, b'v'));
            }
        }
        [] => {}
    }
}

/// What the pieces tell; half of the characters at least must lie in known ones.
fn sound(scene: &Scene, length: usize, vector: &mut impl Evidence) -> Option<()> {
    let sounds = scene.sounds();
    let Sound { covered, sum, pieces, .. } = sounds.best(length);
    if !sounds.likely(length) {
        return None;
    }
    vector.set([F::Sound2, F::Sound3, F::Sound4, F::Sound5, F::Sound6][length.min(6) - 2], 1.0);
    vector.set(F::SoundWeight, sum / pieces as f32);
    vector.set(F::SoundBare, (length - covered) as f32);
    vector.flag(F::SoundWhole, covered == length);
    let sizes = 1..=PIECE.min(length);
    vector.flag(F::SoundOuter, sizes.clone().any(|size| sounds.piece(length - size, length) > 0.0));
    vector.flag(F::SoundInner, sizes.clone().any(|size| sounds.piece(0, size) > 0.0));
    Some(())
}
