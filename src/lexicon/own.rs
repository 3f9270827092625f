//! A user's own tables: checked as a whole, then put before the built-in ones.
//!
//! They are texts here, with the names of their files; who reads the folder is another room's business. All that is wrong
//! is told at once, because whoever mends a table wants one list and not one mistake a run.

mod check;
mod example;
mod fault;
mod file;
mod places;
mod value;

pub use example::Example;
pub use fault::Fault;

use super::Lexicon;
use super::gazetteer::{DIVISIONS, TOWNSHIP_CODE, TOWNSHIPS};
use super::names::Names;
use super::table::{Table, lines};
use super::tables::Tables;
use super::term::{self, Class};
use check::Check;
use file::{FILES, File, Shape};

/// The tables of one user, without mistakes.
pub struct Own {
    given: Vec<Given>,
    /// The tables of divisions and of townships, where the user adds to them.
    divisions: Option<[&'static str; 2]>,
    notes: Vec<Fault>,
}

/// One table, with spaces around its cells taken off.
struct Given {
    file: &'static File,
    path: &'static str,
    text: &'static str,
    rows: Vec<Line>,
}

/// A row: its line, from 1, and its cells.
struct Line {
    number: usize,
    cells: Vec<&'static str>,
}

impl Line {
    /// A cell, empty where the row ends before it.
    fn cell(&self, column: usize) -> &'static str {
        self.cells.get(column).copied().unwrap_or("")
    }
}

impl Own {
    /// Reads tables, each by the name of its file (the last part of its path), over what is built in.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, by file and line.
    pub fn read(files: &[(String, String)], built_in: &Lexicon) -> Result<Self, Vec<Fault>> {
        let mut check = Check::new(built_in);
        let mut given = Vec::new();
        for (path, text) in files {
            let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
            match FILES.iter().find(|file| file.name == name) {
                Some(file) => given.push(Given::new(file, path, text)),
                None => check.unknown(path),
            }
        }
        given.iter().for_each(|given| check.table(given));
        let entries = check.places(&given);
        let divisions = (!entries.is_empty())
            .then(|| places::merged(&entries, DIVISIONS, TOWNSHIPS, TOWNSHIP_CODE).map(|table| &*table.leak()));
        let (faults, notes) = check.found();
        if faults.is_empty() { Ok(Self { given, divisions, notes }) } else { Err(faults) }
    }

    /// What is no mistake and worth knowing: rows that are built in, or go before one that is.
    pub fn notes(&self) -> &[Fault] {
        &self.notes
    }

    /// How many tables and rows there are.
    pub fn size(&self) -> (usize, usize) {
        (self.given.len(), self.given.iter().map(|given| given.rows.len()).sum())
    }

    /// The examples that the rows bring.
    pub fn examples(&self) -> Vec<Example> {
        self.given.iter().flat_map(|given| given.rows.iter().flat_map(|row| example::examples(given, row))).collect()
    }

    /// The words of the rule tables, each with the class and value of its row.
    pub fn words(&self) -> impl Iterator<Item = (Class, &'static str, &'static str)> {
        let rules = self.given.iter().filter_map(|given| match given.file.shape {
            Shape::Rules(class) => Some((class, given)),
            _ => None,
        });
        rules.flat_map(|(class, given)| {
            let words = |row: &Line| row.cell(0).split(' ').map(|word| (word, row.cells[1])).collect::<Vec<_>>();
            given.rows.iter().flat_map(words).map(move |(word, value)| (class, word, value))
        })
    }

    /// Empty tables that explain themselves: the name of each file and its text.
    pub fn templates() -> impl Iterator<Item = (&'static str, String)> {
        FILES.iter().map(|file| (file.name, file.template()))
    }

    /// The built-in tables with these.
    pub(super) fn tables(&self) -> Tables {
        let own = self.given.iter().filter_map(|given| match given.file.shape {
            Shape::Rules(class) => Some((class, Table::parse(given.path, given.text))),
            _ => None,
        });
        let mut rules: Vec<(Class, Table)> = own.collect();
        let own = rules.len();
        rules.extend(term::built_in());
        let [divisions, townships] = self.divisions.unwrap_or([DIVISIONS, TOWNSHIPS]);
        Tables { divisions, townships, rules, own }
    }

    /// The built-in names with these.
    pub(super) fn names(&self) -> Names {
        let text =
            |shape: Shape| self.given.iter().find(|given| given.file.shape == shape).map_or("", |given| given.text);
        let mut names = Names::built_in();
        names.read([Shape::Surnames, Shape::Given, Shape::Pieces].map(text));
        names
    }
}

impl Given {
    /// Leaks what it reads: the lexicon hands out its words as static, and a program reads one folder in its life.
    fn new(file: &'static File, path: &str, text: &str) -> Self {
        let mut clean = String::with_capacity(text.len());
        for line in text.trim_start_matches('\u{feff}').lines() {
            // The line that names the columns may stand anywhere; it is no row.
            let names = line.split('\t').next().is_some_and(|cell| cell.trim() == file.columns[0]);
            if !line.starts_with('#') && !(names) {
                let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
                clean.push_str(cells.join("\t").trim_end());
            }
            clean.push('\n');
        }
        let text: &'static str = clean.leak();
        let rows = lines(text).map(|(number, line)| Line { number, cells: line.split('\t').collect() }).collect();
        Self { file, path: path.to_owned().leak(), text, rows }
    }
}

#[cfg(test)]
mod tests;
