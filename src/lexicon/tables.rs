//! The tables that the automaton, the gazetteer and the rules are made of.

use super::gazetteer::{DIVISIONS, TOWNSHIPS};
use super::table::Table;
use super::term::{self, Class};

/// The built-in tables, or these with a user's before and behind them.
pub struct Tables {
    /// Rows of divisions. Of two with one code the later counts.
    pub divisions: &'static str,
    pub townships: &'static str,
    /// The user's first: of two rows for one word of one class, the first counts.
    pub rules: Vec<(Class, Table)>,
    /// How many of the rules are the user's.
    pub own: usize,
}

impl Tables {
    /// What the program comes with.
    pub fn built_in() -> Self {
        Self { divisions: DIVISIONS, townships: TOWNSHIPS, rules: term::built_in(), own: 0 }
    }
}
