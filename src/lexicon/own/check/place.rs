//! The tables of places: codes, parents, levels, names.

use std::collections::BTreeMap;

use crate::lexicon::gazetteer::{CODE, Level, TOWNSHIP_CODE};
use crate::lexicon::own::places::{self, Entry};
use crate::lexicon::own::{Given, Line};

use super::Check;

/// The longest that all names of one kind may be together, in bytes: the index has one byte for their length.
const LONGEST: usize = 255;

impl Check<'_> {
    /// Divisions that the gazetteer lacks, or knows otherwise.
    pub(super) fn divisions<'t>(&mut self, given: &'t Given, entries: &mut BTreeMap<&'t str, Entry<'t>>) {
        for row in &given.rows {
            entries.insert(row.cell(0), Entry::row(&row.cells));
        }
        for row in &given.rows {
            self.division(given, row, entries);
        }
    }

    fn division(&mut self, given: &Given, row: &Line, entries: &BTreeMap<&str, Entry>) {
        let [code, parent, level, name] = [0, 1, 2, 3].map(|i| row.cell(i));
        let Some(level) = Level::ALL.into_iter().find(|known| known.name() == level) else {
            let message = format!("`{level}` is no level");
            self.fault(given, row, Some(2), message, "Allowed: province, prefecture, county or township.");
            return;
        };
        let digits = if level == Level::Township { TOWNSHIP_CODE } else { CODE };
        if code.len() != digits || !code.bytes().all(|b| b.is_ascii_digit()) {
            let message = format!("`{code}` is no code of a {}", level.name());
            self.fault(given, row, Some(0), message, &format!("It has {digits} digits."));
        }
        match self.level_of(parent, entries) {
            Some(above) if above < level => {}
            Some(above) => {
                let message = format!("`{parent}` is a {}, and no {} lies in one", above.name(), level.name());
                self.fault(given, row, Some(1), message, "Write the code of a division of a higher level.");
            }
            None if parent.is_empty() && level == Level::Province => {}
            None => {
                let message = format!("`{parent}` is the code of no division");
                self.fault(given, row, Some(1), message, "Write one that the gazetteer or this table has.");
            }
        }
        let least = if level == Level::Township { 3 } else { 2 };
        if name.chars().count() < least {
            let message = format!("`{name}` is too short for the name of a {}", level.name());
            self.fault(given, row, Some(3), message, &format!("Write {least} characters or more."));
        }
        for former in row.cell(6).split_whitespace().filter(|name| !has_year(name)) {
            let message = format!("`{former}` has no year");
            self.fault(given, row, Some(6), message, "Write the name and the year in which it ended: NAME@2019.");
        }
        self.length(given, row, &Entry::row(&row.cells));
        let gazetteer = self.built_in.gazetteer();
        if let Some(known) = gazetteer.by_code(code).map(|id| gazetteer.get(id).name) {
            self.note(given, row, format!("{code} is built in as `{known}`; yours counts instead"));
        }
    }

    /// The level of a division by its code, built in or the user's.
    fn level_of(&self, code: &str, entries: &BTreeMap<&str, Entry>) -> Option<Level> {
        let gazetteer = self.built_in.gazetteer();
        match entries.get(code) {
            Some(entry) => Level::ALL.into_iter().find(|known| known.name() == entry.level),
            None => gazetteer.by_code(code).map(|id| gazetteer.level(id)),
        }
    }

    /// One other name of a division.
    pub(super) fn alias<'t>(&mut self, given: &Given, row: &'t Line, entries: &mut BTreeMap<&'t str, Entry<'t>>) {
        let [code, name, kind] = [0, 1, 2].map(|i| row.cell(i));
        if [code, name, kind].contains(&"") {
            return; // Told already.
        }
        let gazetteer = self.built_in.gazetteer();
        let known = gazetteer.by_code(code).map(|id| Entry::of(gazetteer, &gazetteer.get(id)));
        let Some(mut entry) = entries.get(code).cloned().or(known) else {
            let message = format!("`{code}` is the code of no division");
            let help = "Write one that the gazetteer has, or add the division to divisions.tsv.";
            return self.fault(given, row, Some(0), message, help);
        };
        if !places::is_kind(kind) {
            let message = format!("`{kind}` is no kind of name");
            return self.fault(given, row, Some(2), message, "Allowed: short, colloquial, former or not.");
        }
        if (kind == "former") != has_year(name) && kind != places::NOT {
            let message = format!("`{name}` is no {kind} name");
            let help =
                "A former name is written with the year in which it ended: NAME@2019; others are written without.";
            return self.fault(given, row, Some(1), message, help);
        }
        if name.split('@').next().is_none_or(|name| name.chars().count() < 2) || name.contains(' ') {
            let message = format!("`{name}` is no name that can be found");
            return self.fault(given, row, Some(1), message, "Write one name of two characters or more a row.");
        }
        if entry.has(name, kind) {
            self.note(given, row, format!("`{name}` is a {kind} name of {code} already; the row changes nothing"));
        }
        entry.add(name, kind);
        if self.length(given, row, &entry) {
            entries.insert(row.cell(0), entry);
        }
    }

    fn length(&mut self, given: &Given, row: &Line, entry: &Entry) -> bool {
        let long = entry.columns().iter().any(|names| names.len() > LONGEST);
        if long {
            let message = format!("the names of {} are longer than {LONGEST} bytes together", row.cell(0));
            self.fault(given, row, None, message, "Leave some out.");
        }
        !long
    }
}

/// Whether a name ends in the year in which it ended.
fn has_year(name: &str) -> bool {
    name.split_once('@').is_some_and(|(_, year)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
}
