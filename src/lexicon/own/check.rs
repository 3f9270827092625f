//! Every row of a user's tables against what it may hold and against what is built in.

mod cells;
mod place;

use std::collections::{BTreeMap, HashMap};

use super::file::{FILES, Shape};
use super::places::Entry;
use crate::text::han;

use super::{Class, Fault, Given, Lexicon, Line, value};

/// What was found so far.
pub(super) struct Check<'l> {
    built_in: &'l Lexicon,
    faults: Vec<Fault>,
    notes: Vec<Fault>,
}

impl<'l> Check<'l> {
    pub(super) fn new(built_in: &'l Lexicon) -> Self {
        Self { built_in, faults: Vec::new(), notes: Vec::new() }
    }

    /// Faults and notes, by file and line.
    pub(super) fn found(mut self) -> (Vec<Fault>, Vec<Fault>) {
        self.faults.sort();
        self.notes.sort();
        (self.faults, self.notes)
    }

    /// A file of no known name.
    pub(super) fn unknown(&mut self, path: &str) {
        let names: Vec<&str> = FILES.iter().map(|file| file.name).collect();
        self.faults.push(Fault {
            file: path.to_owned(),
            line: 0,
            column: None,
            message: "no table has this name".to_owned(),
            help: format!("The tables are {}. Rename the file, or take it out of the folder.", names.join(", ")),
        });
    }

    /// All rows of one table but for what only all tables of places together tell.
    pub(super) fn table(&mut self, given: &Given) {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for row in &given.rows {
            if !self.cells(given, row) {
                continue;
            }
            for key in keys(given, row) {
                if let Some(line) = first.insert(key, row.number) {
                    let message = format!("`{key}` stands in line {line} already");
                    self.fault(given, row, Some(0), message, "Keep one of the two.");
                }
            }
            match given.file.shape {
                Shape::Rules(class) => self.rule(given, row, class),
                Shape::Surnames | Shape::Given | Shape::Pieces => self.weights(given, row),
                Shape::Aliases | Shape::Divisions => {}
            }
            self.example(given, row);
        }
    }

    /// The divisions that the tables of places change, with what is known of each then.
    pub(super) fn places<'t>(&mut self, given: &'t [Given]) -> BTreeMap<&'t str, Entry<'t>> {
        let mut entries = BTreeMap::new();
        let of = |shape| given.iter().filter(move |given| given.file.shape == shape);
        for given in of(Shape::Divisions) {
            self.divisions(given, &mut entries);
        }
        for given in of(Shape::Aliases) {
            given.rows.iter().for_each(|row| self.alias(given, row, &mut entries));
        }
        entries
    }

    fn rule(&mut self, given: &Given, row: &Line, class: Class) {
        let (words, is) = (row.cell(0), row.cell(1));
        if let Some(allowed) = value::wrong(class, is) {
            self.fault(given, row, Some(1), format!("`{is}` is no value here"), &format!("Allowed: {allowed}."));
        }
        if class == Class::Outlet && is != "-" && self.built_in.gazetteer().by_code(is).is_none() {
            let message = format!("`{is}` is the code of no division");
            self.fault(given, row, Some(1), message, "Write the six digits of the outlet's home, or -.");
        }
        for word in words.split(' ') {
            self.word(given, row, class, word);
            match self.built_in.word(word, class) {
                Some(known) if known == is => {
                    self.note(given, row, format!("`{word}` is built in with this value; the row changes nothing"));
                }
                Some(known) => {
                    self.note(given, row, format!("`{word}` is built in as `{known}`; yours counts instead"))
                }
                None => {}
            }
        }
    }

    fn word(&mut self, given: &Given, row: &Line, class: Class, word: &str) {
        let whole = matches!(class, Class::Initiative | Class::Person | Class::Outlet);
        if word.is_empty() {
            let message = "two spaces stand between the words".to_owned();
            self.fault(given, row, Some(0), message, "Write one space between two words.");
        } else if word.chars().count() < 2 && (whole || class == Class::Rank) {
            let message = format!("`{word}` is one character, which would be found inside other words everywhere");
            self.fault(given, row, Some(0), message, "Write the whole word.");
        } else if !whole && word.contains(|c| han::enumerates(c) || han::is_comma(c)) {
            let message = format!("`{word}` holds a mark that divides words");
            self.fault(given, row, Some(0), message, "Write a space between two words.");
        } else if whole && word.chars().next().and_then(han::quotes).is_some() {
            let message = format!("`{word}` begins with a quotation mark");
            self.fault(given, row, Some(0), message, "Write the name without quotation marks; both are found.");
        }
    }

    fn weights(&mut self, given: &Given, row: &Line) {
        let columns = given.file.columns.iter().enumerate();
        for (i, name) in columns.filter(|(_, name)| ["weight", "first", "second"].contains(name)) {
            let weight = row.cell(i).parse::<f32>().ok().filter(|weight| weight.is_finite() && *weight >= 0.0);
            if weight.is_none() {
                let message = format!("`{}` is no {name}", row.cell(i));
                self.fault(given, row, Some(i), message, "Write a number: 0 or more.");
            }
        }
        let key = row.cell(0);
        let count = key.chars().count();
        let most = match given.file.shape {
            Shape::Given => 1,
            Shape::Surnames => 2,
            _ => 4,
        };
        if count > most {
            let message = format!("`{key}` has {count} characters and this column takes {most} at most");
            self.fault(given, row, Some(0), message, "One row holds one entry.");
        }
    }
}

/// What may stand in one row of a table only.
fn keys(given: &Given, row: &Line) -> Vec<&'static str> {
    match given.file.shape {
        Shape::Rules(_) => row.cell(0).split(' ').filter(|word| !word.is_empty()).collect(),
        // A division has several names; that one is repeated, `alias` tells.
        Shape::Aliases => Vec::new(),
        _ => vec![row.cell(0)],
    }
}
