//! Every cue brings a line in which it is the sign that it is said to be, and one in which it is not.

use super::cues::{Cue, Cues};
use super::kind::{self, Kind, starts_report};
use super::{body, head, line, stamp};

/// Whether a line, alone on a page, shows what cues of this kind are a sign of.
fn shows(kind: Cue, text: &str, cues: &Cues) -> bool {
    let lines = line::lines(text, &[]);
    let seen = kind::kinds(text, &lines, cues)[0];
    match kind {
        Cue::Staff
        | Cue::Contact
        | Cue::Notice
        | Cue::Section
        | Cue::Weekday
        | Cue::Sheet
        | Cue::Ordinal
        | Cue::Today
        | Cue::Issued => {
            matches!(seen, Kind::Furniture { .. })
        }
        Cue::Role | Cue::Photo | Cue::Source => seen == Kind::Credit,
        Cue::Stray => seen != Kind::Credit,
        Cue::Outlet | Cue::Site | Cue::Office | Cue::Paper | Cue::Named => stamp::outlet(text, cues).is_some(),
        Cue::Dateline | Cue::Report => starts_report(text, cues),
        Cue::Again => seen == Kind::Again,
        Cue::Related => seen == Kind::Related,
        Cue::Title | Cue::Unit => seen == Kind::Byline,
        Cue::Link => body::is_link(text, cues),
        Cue::Turn => head::opens_turn(text, cues),
        Cue::Note | Cue::Continued | Cue::Opener => cues.opens(text, kind).is_some(),
        Cue::Tail | Cue::Launch | Cue::Attend | Cue::Urge | Cue::Appointed => cues.ends(text, kind).is_some(),
        Cue::Year | Cue::Month | Cue::Day => stamp::find_date(text, cues).is_some_and(|date| date.len() == 10),
        Cue::Common | Cue::Speech => cues.finds(text, kind).is_some(),
    }
}

#[test]
fn every_cue_takes_its_example_and_leaves_the_other() {
    let cues = Cues::embedded();
    let mut wrong = Vec::new();
    for row in include_str!("../../data/layout/cues.tsv").lines().filter(|row| !row.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, cue, takes, leaves] = cells[..] else { panic!("four columns: {row}") };
        let kind = Cue::named(name).unwrap_or_else(|| panic!("no such kind: {row}"));
        if !takes.contains(cue) || !shows(kind, takes, &cues) {
            wrong.push(format!("{name} {cue} does not take {takes}"));
        }
        if shows(kind, leaves, &cues) {
            wrong.push(format!("{name} {cue} does not leave {leaves}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}
