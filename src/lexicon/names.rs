//! What personal names are made of.

use super::quick::Map;
use super::table::lines;

const SURNAMES: &str = include_str!("../../data/names/surnames.tsv");
const GIVEN: &str = include_str!("../../data/names/given.tsv");
const MINORITY: &str = include_str!("../../data/names/minority.tsv");

/// Surnames, characters of given names, syllables of transliterated names, each with a weight.
pub struct Names {
    /// For each character the number of its row; 0 for the row of all that no table has.
    numbers: Vec<u16>,
    rows: Vec<Letter>,
    /// Surnames and pieces of more than one character.
    compounds: Map<&'static str, f32>,
    pieces: Map<&'static str, f32>,
}

/// What the tables say of one character. Most questions are about characters that no name begins with, so that this is
/// asked before a string is looked up.
#[derive(Clone, Copy, Default)]
struct Letter {
    surname: f32,
    given: [f32; 3],
    piece: f32,
    /// Whether a longer surname, or piece, begins with it.
    opens_surname: bool,
    opens_piece: bool,
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
        let mut this = Self {
            numbers: vec![0; 1 << 16],
            rows: vec![Letter::default()],
            compounds: Map::default(),
            pieces: Map::default(),
        };
        this.read([SURNAMES, GIVEN, MINORITY]);
        this
    }

    /// Adds the rows of three tables: surnames, given names, pieces. A weight replaces an earlier one; 0 takes away.
    pub(super) fn read(&mut self, [surnames, given, pieces]: [&'static str; 3]) {
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(0.0_f32).max(0.0);
        for (_, line) in lines(surnames) {
            let mut columns = line.split('\t');
            let surname = columns.next().unwrap_or("");
            let weight = number(columns.next());
            let Some((letter, longer)) = self.letter(surname) else { continue };
            if longer {
                letter.opens_surname = true;
                self.compounds.insert(surname, weight);
            } else {
                letter.surname = weight;
            }
        }
        for (_, line) in lines(given) {
            let mut columns = line.split('\t');
            if let Some((letter, _)) = columns.next().and_then(|text| self.letter(text)) {
                letter.given = [number(columns.next()), number(columns.next()), number(columns.next())];
            }
        }
        for (_, line) in lines(pieces) {
            let columns: Vec<&'static str> = line.split('\t').collect();
            if let (Some(&piece), Some(weight)) = (columns.first(), columns.get(3)) {
                let weight = number(Some(weight));
                let Some((letter, longer)) = self.letter(piece) else { continue };
                if longer {
                    letter.opens_piece = true;
                    self.pieces.insert(piece, weight);
                } else {
                    letter.piece = weight;
                }
            }
        }
    }

    /// The row of a string's first character, and whether more characters follow.
    fn letter(&mut self, text: &str) -> Option<(&mut Letter, bool)> {
        let c = text.chars().next()?;
        let at = c as usize;
        if at >= self.numbers.len() {
            self.numbers.resize(at + 1, 0);
        }
        if self.numbers[at] == 0 {
            self.numbers[at] = u16::try_from(self.rows.len()).ok()?;
            self.rows.push(Letter::default());
        }
        let row = &mut self.rows[usize::from(self.numbers[at])];
        Some((row, text.len() > c.len_utf8()))
    }

    #[inline]
    fn of(&self, c: char) -> &Letter {
        &self.rows[usize::from(self.numbers.get(c as usize).copied().unwrap_or(0))]
    }

    /// How common a surname is, per million people; 0 for none.
    #[inline]
    pub fn surname(&self, surname: &str) -> f32 {
        self.weight(surname, |letter| letter.surname, |letter| letter.opens_surname, &self.compounds)
    }

    /// How common a character is at this seat of a given name, relative; 0 for hardly ever.
    #[inline]
    pub fn given(&self, c: char, seat: Seat) -> f32 {
        self.of(c).given[seat as usize]
    }

    /// How common a piece is in transliterated names, relative; 0 for none.
    #[inline]
    pub fn piece(&self, piece: &str) -> f32 {
        self.weight(piece, |letter| letter.piece, |letter| letter.opens_piece, &self.pieces)
    }

    /// The weight of a string: of its only character, or in `longer` where a longer one begins with its first.
    #[inline]
    fn weight(
        &self,
        text: &str,
        own: impl Fn(&Letter) -> f32,
        opens: impl Fn(&Letter) -> bool,
        longer: &Map<&'static str, f32>,
    ) -> f32 {
        let Some(c) = text.chars().next() else { return 0.0 };
        let letter = self.of(c);
        if text.len() == c.len_utf8() {
            own(letter)
        } else if opens(letter) {
            longer.get(text).copied().unwrap_or(0.0)
        } else {
            0.0
        }
    }
}
