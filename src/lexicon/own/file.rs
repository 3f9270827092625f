//! The tables that a user may bring: the names and columns of our own.

use crate::lexicon::term::Class;

/// One table: its file's name, what its first lines explain, its columns, and what reads it.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: &'static str,
    explained: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) shape: Shape,
}

/// What reads a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Rules(Class),
    Surnames,
    Given,
    Pieces,
    Aliases,
    Divisions,
}

const RULE: &[&str] = &["words", "value", "takes", "leaves"];

macro_rules! rules {
    ($class:ident $name:literal) => {
        File {
            name: $name,
            explained: include_str!(concat!("../../../data/lexicon/", $name)),
            columns: RULE,
            shape: Shape::Rules(Class::$class),
        }
    };
}

macro_rules! others {
    ($shape:ident $name:literal $($column:literal)*) => {
        File {
            name: $name,
            explained: include_str!(concat!("../../../data/own/", $name)),
            columns: &[$($column),*],
            shape: Shape::$shape,
        }
    };
}

/// The tables, in the order in which they are explained.
pub(super) static FILES: [File; 13] = [
    rules!(Rank "ranks.tsv"),
    rules!(Body "bodies.tsv"),
    rules!(Stem "stems.tsv"),
    rules!(Initiative "initiatives.tsv"),
    rules!(Head "heads.tsv"),
    rules!(Person "people.tsv"),
    others!(Surnames "surnames.tsv" "surname" "weight" "takes" "leaves"),
    others!(Given "given.tsv" "char" "weight" "first" "second" "takes" "leaves"),
    others!(Pieces "minority.tsv" "piece" "tradition" "position" "weight" "takes" "leaves"),
    rules!(Outlet "outlets.tsv"),
    rules!(Credit "credits.tsv"),
    others!(Divisions "divisions.tsv" "code" "parent" "level" "name" "short" "colloquial" "former" "since" "takes" "leaves"),
    others!(Aliases "colloquial.tsv" "code" "name" "kind" "note" "takes" "leaves"),
];

impl File {
    /// The number of a column, from 0.
    pub(super) fn column(&self, name: &str) -> usize {
        self.columns.iter().position(|column| *column == name).unwrap_or(self.columns.len())
    }

    /// How many columns a row needs: all before the examples, but for a note and what may be left empty at the end.
    pub(super) fn needed(&self) -> usize {
        match self.shape {
            Shape::Rules(_) | Shape::Surnames => 2,
            Shape::Given | Shape::Pieces | Shape::Divisions => 4,
            Shape::Aliases => 3,
        }
    }

    /// An empty table that explains itself: the first lines of ours, and a row of ours as an example where they have none.
    pub(super) fn template(&self) -> String {
        let mut text = String::new();
        for line in self.explained.lines().take_while(|line| line.starts_with('#')) {
            text.push_str(line);
            text.push('\n');
        }
        if matches!(self.shape, Shape::Rules(_)) {
            if let Some(row) = self.explained.lines().find(|line| !line.starts_with('#') && line.contains('\t')) {
                // A long row of ours would not be read: the words that its text shows are example enough.
                let (words, rest) = row.split_once('\t').unwrap_or((row, ""));
                let shown = rest.split('\t').nth(1).unwrap_or("");
                let words: Vec<&str> = words.split(' ').filter(|word| shown.contains(word)).take(3).collect();
                text.push_str(&format!("# {}\t{rest}\n", words.join(" ")));
            }
            text.push_str(
                "# Your rows go below. The tab key stands between columns, a space between words, - for no example.\n",
            );
        } else {
            text.push_str(&format!("{}\n", self.columns.join("\t")));
        }
        text
    }
}
