//! What personal names are made of.

use super::quick::Map;
use super::table::lines;

const SURNAMES: &str = include_str!("../../data/names/surnames.tsv");
const GIVEN: &str = include_str!("../../data/names/given.tsv");
const MINORITY: &str = include_str!("../../data/names/minority.tsv");

/// Surnames, characters of given names, syllables of transliterated names, each with a weight.
pub struct Names {
    surnames: Map<&'static str, f32>,
    given: Map<char, [f32; 3]>,
    pieces: Map<&'static str, f32>,
}

/// Where a character stands in a given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    Only,
    First,
    Second,
}

impl Names {
    pub(super) fn built_in() -> Self {
        let mut this = Self { surnames: Map::default(), given: Map::default(), pieces: Map::default() };
        this.read([SURNAMES, GIVEN, MINORITY]);
        this
    }

    /// Adds the rows of three tables: surnames, given names, pieces. A weight replaces an earlier one; 0 takes away.
    pub(super) fn read(&mut self, [surnames, given, pieces]: [&'static str; 3]) {
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<f32>().ok()).unwrap_or(0.0);
        for (_, line) in lines(surnames) {
            let mut columns = line.split('\t');
            let surname = columns.next().unwrap_or("");
            let weight = number(columns.next());
            if weight > 0.0 {
                self.surnames.insert(surname, weight);
            } else {
                self.surnames.remove(surname);
            }
        }
        for (_, line) in lines(given) {
            let mut columns = line.split('\t');
            if let Some(c) = columns.next().and_then(|text| text.chars().next()) {
                let weights = [number(columns.next()), number(columns.next()), number(columns.next())];
                if weights.iter().any(|&weight| weight > 0.0) {
                    self.given.insert(c, weights);
                } else {
                    self.given.remove(&c);
                }
            }
        }
        for (_, line) in lines(pieces) {
            let columns: Vec<&'static str> = line.split('\t').collect();
            if let (Some(&piece), Some(weight)) = (columns.first(), columns.get(3)) {
                let weight = number(Some(weight));
                if weight > 0.0 {
                    self.pieces.insert(piece, weight);
                } else {
                    self.pieces.remove(piece);
                }
            }
        }
    }

    /// How common a surname is, per million people; 0 for none.
    pub fn surname(&self, surname: &str) -> f32 {
        self.surnames.get(surname).copied().unwrap_or(0.0)
    }

    /// How common a character is at this seat of a given name, relative; 0 for hardly ever.
    pub fn given(&self, c: char, seat: Seat) -> f32 {
        let seat = match seat {
            Seat::Only => 0,
            Seat::First => 1,
            Seat::Second => 2,
        };
        self.given.get(&c).map_or(0.0, |weights| weights[seat])
    }

    /// How common a piece is in transliterated names, relative; 0 for none.
    pub fn piece(&self, piece: &str) -> f32 {
        self.pieces.get(piece).copied().unwrap_or(0.0)
    }
}
