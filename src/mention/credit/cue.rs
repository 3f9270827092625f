//! The words of credits: what each says of the names beside it.

use crate::lexicon::{Class, halves};

use super::super::reading::Reading;

/// What a role word makes of a person. In order: where one label joins several, the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Reporter,
    Correspondent,
    /// Sent the text in: an author where a person is named.
    Supplier,
    Photographer,
    Editor,
    Intern,
    /// No person: a paper, a site.
    Source,
}

impl Part {
    const ALL: [(Part, &'static str); 7] = [
        (Part::Reporter, "reporter"),
        (Part::Correspondent, "correspondent"),
        (Part::Supplier, "supplier"),
        (Part::Photographer, "photographer"),
        (Part::Editor, "editor"),
        (Part::Intern, "intern"),
        (Part::Source, "source"),
    ];

    /// Whether those who bear it are authors.
    pub(super) fn is_author(self) -> bool {
        matches!(self, Part::Reporter | Part::Correspondent | Part::Supplier)
    }
}

/// On which side of the name the word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    Either,
}

/// The meaning of one row of the credit table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Role(Part, Side),
    Outlet,
    Dateline,
    Note,
    Other,
}

impl Cue {
    /// Reads the value of a row; `None` where the row is malformed.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let (kind, side) = halves(value, b' ').unwrap_or((value, ""));
        let role = Part::ALL.into_iter().find(|&(_, name)| name == kind);
        match (kind, role, side) {
            ("outlet", ..) => Some(Cue::Outlet),
            ("dateline", ..) => Some(Cue::Dateline),
            ("note", ..) => Some(Cue::Note),
            ("other", ..) => Some(Cue::Other),
            (_, Some((part, _)), "before") => Some(Cue::Role(part, Side::Before)),
            (_, Some((part, _)), "after") => Some(Cue::Role(part, Side::After)),
            (_, Some((part, _)), "either") => Some(Cue::Role(part, Side::Either)),
            _ => None,
        }
    }
}

/// The longest credit word that starts at `at` and ends within `until`, with its end.
pub(super) fn starting(reading: &Reading, at: usize, until: usize) -> Option<(usize, Cue)> {
    let hit = reading.all_starting(at, Class::Credit).find(|hit| hit.end() <= until)?;
    Some((hit.end(), Cue::parse(reading.value(hit, Class::Credit))?))
}

/// Whether a credit word of this meaning ends at `at`; where it starts.
pub(super) fn ending(reading: &Reading, at: usize, cue: Cue) -> Option<usize> {
    reading
        .all_ending(at, Class::Credit)
        .find(|&hit| Cue::parse(reading.value(hit, Class::Credit)) == Some(cue))
        .map(|hit| hit.start())
}
