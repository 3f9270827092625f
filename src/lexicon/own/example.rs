//! The examples that a user's rows bring, for whoever can read pages.

use super::{Given, Line};

/// A text that a row takes, or one that it leaves alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The file and line of its row.
    pub file: &'static str,
    pub line: usize,
    /// The file's name: what its rows are about.
    pub table: &'static str,
    /// `takes` or `leaves`, and the column's number from 1.
    pub column: &'static str,
    pub number: usize,
    pub text: &'static str,
    /// The words of the row; for a place its code.
    pub words: Vec<&'static str>,
    pub value: &'static str,
}

/// The examples of a row.
pub(super) fn examples(given: &Given, row: &Line) -> Vec<Example> {
    let value = row.cell(if given.file.name == "colloquial.tsv" { given.file.column("kind") } else { 1 });
    let words: Vec<&str> = row.cell(0).split(' ').collect();
    let example = |column: &'static str| {
        let number = given.file.column(column) + 1;
        let text = row.cell(number - 1);
        (!text.is_empty() && text != "-").then(|| Example {
            file: given.path,
            line: row.number,
            table: given.file.name,
            column,
            number,
            text,
            words: words.clone(),
            value,
        })
    };
    ["takes", "leaves"].into_iter().filter_map(example).collect()
}
