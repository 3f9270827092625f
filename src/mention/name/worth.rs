//! What a string is worth as a name by itself, set by hand: for lists that hold nothing but names.

use crate::lexicon::Seat;
use crate::text::Span;

use super::super::reading::Reading;
use super::listed;

/// The worth of a name that a table lists: more than any that is judged by its characters.
const LISTED: f32 = 20.0;

/// What the string is worth as a name: the better of a Han and a transliterated reading.
pub fn worth(reading: &Reading, span: Span) -> f32 {
    if listed::is_listed(reading, span) {
        return LISTED;
    }
    if listed::is_none(reading, span) {
        return -LISTED;
    }
    let han_name = han_worth(reading, span);
    let transliterated = pieces(reading, span);
    han_name.max(transliterated)
}

fn han_worth(reading: &Reading, span: Span) -> f32 {
    let names = reading.lexicon.names();
    let text = reading.slice(span);
    let count = text.chars().count();
    let compound = text.char_indices().nth(2).map_or("", |(i, _)| &text[..i]);
    let single = text.char_indices().nth(1).map_or(text, |(i, _)| &text[..i]);
    let reading_of = |surname: &str, length: usize| {
        let weight = names.surname(surname);
        let family = if weight > 0.0 { (weight.ln() - 3.0) / 2.0 } else { -5.0 };
        let mut given = text.chars().skip(length);
        let own = match (given.next(), given.next(), count - length) {
            (Some(only), None, _) => given_worth(names.given(only, Seat::Only)) - 0.3,
            (Some(first), Some(second), 2) => {
                let worth = |c, seat| match names.given(c, seat) {
                    0.0 => -3.0,
                    weight => given_worth(weight),
                };
                (worth(first, Seat::First) + worth(second, Seat::Second)) * 0.65
            }
            (.., length) => -2.0 - 0.6 * (length as f32),
        };
        family + own
    };
    let mut worth = reading_of(single, 1);
    if count >= 3 && names.surname(compound) > 0.0 {
        worth = worth.max(reading_of(compound, 2) + 2.0);
    }
    let word = reading.lexicon.words().frequency(text);
    worth - if word > 0 { (word as f32).ln() * 0.2 } else { 0.0 }
}

fn given_worth(weight: f32) -> f32 {
    if weight > 0.0 { (weight + 1.0).ln() * 0.4 } else { -2.0 }
}

/// The string as syllables of a transliterated name: a gain for each character in a known piece, a loss for others.
fn pieces(reading: &Reading, span: Span) -> f32 {
    let names = reading.lexicon.names();
    let text = reading.slice(span);
    // Where the last four characters start, and the best up to there; the nearest first.
    let mut recent = [(0, 0.0); 4];
    let mut count = 0;
    for (i, c) in text.char_indices() {
        let end = i + c.len_utf8();
        count += 1;
        let gain = |length: usize, start: usize| match (names.piece(&text[start..end]) > 0.0, length) {
            (true, length) => Some(length as f32 * 0.9),
            (false, 1) => Some(-1.2),
            _ => None,
        };
        let ways =
            recent.iter().zip(1..=count).filter_map(|(&(start, before), length)| Some(before + gain(length, start)?));
        let best = ways.fold(f32::MIN, f32::max);
        recent.rotate_right(1);
        recent[0] = (end, best);
    }
    recent[0].1 - 0.2 * count as f32
}
