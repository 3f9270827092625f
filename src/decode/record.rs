//! One record of a table or of a list -> a source, laid out as a page is: the title, who wrote it, the text.

use std::collections::{BTreeMap, HashSet};

use super::names::{self, Part, Place};
use super::{Field, Metadata, Options, Origin, Source, Unread, day, name, sha256};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Span, han};

/// The parts of a record that its file has. The first that is not empty counts, where several columns hold one part.
#[derive(Debug, Default)]
pub(super) struct Record {
    parts: BTreeMap<Part, String>,
}

impl Record {
    pub(super) fn add(&mut self, part: Part, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.parts.entry(part).or_insert_with(|| value.to_owned());
        }
    }

    fn get(&self, part: Part) -> Option<&str> {
        self.parts.get(&part).map(String::as_str)
    }
}

/// Makes the sources of one file of records, each with a name of its own.
pub(super) struct Maker<'a> {
    file: &'a str,
    options: &'a Options,
    /// What the file's name says of all its records.
    named: Metadata,
    ids: HashSet<String>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(file: &'a str, options: &'a Options) -> Self {
        Self { file, options, named: name::metadata(file), ids: HashSet::new() }
    }

    /// What the record is called where it has no identifier that can be read.
    pub(super) fn at(&self, line: usize) -> String {
        format!("{}#{line}", self.file)
    }

    /// The source of a record that begins on `line` (from 1); `bytes` is all that it is made of.
    pub(super) fn source(&mut self, record: &Record, line: usize, bytes: &[u8]) -> Result<Source, Unread> {
        let called = record.get(Part::Id).map_or_else(|| line.to_string(), str::to_owned);
        let name = format!("{}#{called}", self.file);
        if !self.ids.insert(called) {
            return Err(Unread::new(
                self.at(line),
                format!("another record before line {line} is called {name}, too; give each record an id of its own"),
            ));
        }
        let Some(text) = record.get(Part::Text) else {
            return Err(Unread::new(name, format!("the record on line {line} has no text; fill it or leave it out")));
        };
        let mut inside = Metadata::default();
        let mut diagnostics = Vec::new();
        for field in Field::ALL {
            let Some(value) = record.get(Part::Known(field)) else { continue };
            *inside.slot(field) = match field {
                Field::Date => day::day(value),
                _ => Some(value.to_owned()),
            };
            if inside.get(field).is_none() {
                let message =
                    format!("`{value}` is no date that can be read; the record goes without (2024-05-17 can)");
                diagnostics.push(Diagnostic { span: Span::new(0, 0), code: Code::UnreadableMetadata, message });
            }
        }
        let metadata = self.options.given.clone().or(&inside, Origin::Inside).or(&self.named, Origin::Name);
        let text = laid_out(inside.title.as_deref(), record.get(Part::Author).map(credit).as_deref(), text);
        Ok(Source { name, text, sha256: sha256(bytes), metadata, large: Vec::new(), diagnostics })
    }
}

/// Title, credit and text with blank lines between; what the text has itself is not put before it again.
pub(super) fn laid_out(title: Option<&str>, credit: Option<&str>, text: &str) -> String {
    let text = text.trim_matches(['\n', '\r']);
    let head = &text[..text.floor_char_boundary(600)];
    let bare = |text: &str| text.chars().filter(|c| !han::is_space(*c)).collect::<String>();
    let head = bare(head);
    let title = title.map(str::trim).filter(|title| !title.is_empty() && !head.starts_with(&bare(title)));
    let whole = bare(text);
    let said = |credit: &&str| {
        let names = names::names(Place::Cue).fold(bare(credit), |rest, (_, cue)| rest.replace(cue, ""));
        let names = names.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        // At the end or the beginning of the text, as papers print it.
        let tail = &whole[whole.floor_char_boundary(whole.len().saturating_sub(300))..];
        names.is_empty() || head.contains(&names) || tail.contains(&names)
    };
    let credit = credit.map(str::trim).filter(|credit| !credit.is_empty() && !said(credit));
    title.into_iter().chain(credit).chain([text]).collect::<Vec<_>>().join("\n\n")
}

/// The names of a column as a credit line: with a word before them that says what they are, if they bring none.
pub(super) fn credit(names: &str) -> String {
    let says = names::names(Place::Cue).any(|(part, cue)| part == Part::Author && names.contains(cue));
    let label = names::names(Place::Label).next().map_or("", |(_, label)| label);
    if says { names.to_owned() } else { format!("{label}{names}") }
}

/// Which columns hold which parts: those that were named, else those of known names.
pub(super) fn columns<'h>(header: impl Iterator<Item = &'h str>, options: &Options) -> Vec<Option<Part>> {
    header.map(|name| column(name, options)).collect()
}

/// What the column or key of this name holds. What was typed goes first; a part that was typed is looked for nowhere
/// else.
pub(super) fn column(name: &str, options: &Options) -> Option<Part> {
    let bare = name.trim().trim_start_matches('\u{feff}');
    let typed = options.columns.iter().find(|(_, column)| column == bare).map(|(part, _)| *part);
    let known = || names::part(Place::Column, bare).filter(|part| !options.columns.iter().any(|(of, _)| of == part));
    typed.or_else(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_twice() {
        assert_eq!(laid_out(Some("标题"), Some("作者：林禾"), "正文。"), "标题\n\n作者：林禾\n\n正文。");
        assert_eq!(laid_out(Some("石桥 会议"), None, "石桥会议\n正文。"), "石桥会议\n正文。");
        assert_eq!(laid_out(None, Some("记者 林禾"), "本报讯（记者 林禾）正文。"), "本报讯（记者 林禾）正文。");
    }

    #[test]
    fn names_alone_get_a_label() {
        assert_eq!(credit("林禾"), "作者：林禾");
        assert_eq!(credit("记者 林禾"), "记者 林禾");
    }
}
