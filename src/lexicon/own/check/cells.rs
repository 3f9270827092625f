//! What every row of every table has to have: columns, readable text, examples that hold what they show.

use crate::lexicon::own::{Fault, Given, Line, Shape};

use super::Check;

impl Check<'_> {
    /// Whether a row has the columns that it needs, so that looking into them makes sense.
    pub(super) fn cells(&mut self, given: &Given, row: &Line) -> bool {
        let (file, columns) = (given.file, given.file.columns);
        let names = columns.join(", ");
        if row.cells.len() == 1 {
            let message = "the row has one column".to_owned();
            let help = format!("Columns are separated by the tab key, not by spaces: {names}.");
            self.fault(given, row, None, message, &help);
            return false;
        }
        if row.cells.len() > columns.len() {
            let message = format!("the row has {} columns", row.cells.len());
            self.fault(given, row, None, message, &format!("This table has {}: {names}.", columns.len()));
            return false;
        }
        let before = self.faults.len();
        // A province has no parent; all else that is needed is not empty.
        let may_be_empty = |i: usize| file.shape == Shape::Divisions && i == file.column("parent");
        for i in (0..file.needed()).filter(|&i| row.cell(i).is_empty() && !may_be_empty(i)) {
            self.fault(given, row, Some(i), "the cell is empty".to_owned(), "Fill it in, or take the row out.");
        }
        for (i, cell) in row.cells.iter().enumerate() {
            if cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"') {
                let message = "the cell stands between straight quotation marks, as spreadsheets write some".to_owned();
                self.fault(given, row, Some(i), message, "Take them off.");
            } else if cell.contains('\u{fffd}') {
                let message = "the cell holds characters that cannot be read".to_owned();
                self.fault(given, row, Some(i), message, "Save the file as UTF-8.");
            }
        }
        self.faults.len() == before
    }

    /// What an example shows has to stand in it, where the row is a word.
    pub(super) fn example(&mut self, given: &Given, row: &Line) {
        let column = given.file.column("takes");
        let example = row.cell(column);
        if example.is_empty() || example == "-" {
            return;
        }
        let shown: Vec<&str> = match given.file.shape {
            Shape::Rules(_) => row.cell(0).split(' ').filter(|word| !word.is_empty()).collect(),
            Shape::Divisions => vec![row.cell(given.file.column("name"))],
            Shape::Aliases => vec![row.cell(given.file.column("name")).split('@').next().unwrap_or("")],
            _ => vec![row.cell(0)],
        };
        if !shown.iter().any(|word| example.contains(word)) {
            let message = format!("`{example}` does not hold `{}`", shown.join("` or `"));
            self.fault(given, row, Some(column), message, "Write a text in which it stands, or - for none.");
        }
    }

    pub(super) fn fault(&mut self, given: &Given, row: &Line, column: Option<usize>, message: String, help: &str) {
        let column = column.and_then(|i| Some((i + 1, *given.file.columns.get(i)?)));
        let (file, help) = (given.path.to_owned(), help.to_owned());
        self.faults.push(Fault { file, line: row.number, column, message, help });
    }

    pub(super) fn note(&mut self, given: &Given, row: &Line, message: String) {
        let file = given.path.to_owned();
        self.notes.push(Fault { file, line: row.number, column: None, message, help: String::new() });
    }
}
