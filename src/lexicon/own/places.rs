//! A user's divisions and names of divisions, merged into rows of the gazetteer's table.

use std::collections::BTreeMap;

use crate::lexicon::gazetteer::{Division, Gazetteer};

/// A row of `data/gazetteer/divisions.tsv` in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry<'t> {
    pub(super) parent: &'t str,
    pub(super) level: &'t str,
    pub(super) name: &'t str,
    /// Short, colloquial, former; the latter with their years.
    names: [Vec<String>; 3],
    since: &'t str,
}

/// The kinds of other names, in the order of their columns.
const KINDS: [&str; 3] = ["short", "colloquial", "former"];

/// What takes a name away.
pub(super) const NOT: &str = "not";

/// Whether a name can be of this kind.
pub(super) fn is_kind(kind: &str) -> bool {
    kind == NOT || KINDS.contains(&kind)
}

impl<'t> Entry<'t> {
    /// What the gazetteer knows.
    pub(super) fn of(gazetteer: &Gazetteer, division: &Division) -> Entry<'static> {
        Entry {
            parent: division.parent.map_or("", |parent| gazetteer.get(parent).code),
            level: division.level.name(),
            name: division.name,
            names: [
                division.short().map(str::to_owned).collect(),
                division.colloquial().map(str::to_owned).collect(),
                division.former().map(|(name, year)| format!("{name}@{year}")).collect(),
            ],
            since: "",
        }
    }

    /// What a row of the user's says, by its columns.
    pub(super) fn row(cells: &[&'t str]) -> Self {
        let cell = |i: usize| cells.get(i).copied().unwrap_or("");
        let names = [4, 5, 6].map(|i| cell(i).split_whitespace().map(str::to_owned).collect());
        Self { parent: cell(1), level: cell(2), name: cell(3), names, since: cell(7) }
    }

    /// Whether the name is of this kind already.
    pub(super) fn has(&self, name: &str, kind: &str) -> bool {
        KINDS.iter().position(|known| *known == kind).is_some_and(|i| self.names[i].iter().any(|known| known == name))
    }

    /// Makes a name be of this kind and of no other.
    pub(super) fn add(&mut self, name: &str, kind: &str) {
        let bare = |name: &str| name.split('@').next().unwrap_or_default().to_owned();
        for (names, known) in self.names.iter_mut().zip(KINDS) {
            names.retain(|other| bare(other) != bare(name));
            if known == kind {
                names.push(name.to_owned());
            }
        }
    }

    /// The names in all columns as they are stored.
    pub(super) fn columns(&self) -> [String; 4] {
        let [short, colloquial, former] = &self.names;
        [self.name.to_owned(), short.join(" "), colloquial.join(" "), former.join(" ")]
    }
}

/// The tables of divisions and of townships with these rows behind theirs.
pub(super) fn merged(
    entries: &BTreeMap<&str, Entry>,
    divisions: &str,
    townships: &str,
    township: usize,
) -> [String; 2] {
    let mut tables = [divisions, townships].map(|table| format!("{}\n", table.trim_end()));
    for (code, entry) in entries {
        let table = usize::from(code.len() == township);
        let names = entry.columns().join("\t");
        tables[table].push_str(&format!("{code}\t{}\t{}\t{names}\t{}\n", entry.parent, entry.level, entry.since));
    }
    tables
}
