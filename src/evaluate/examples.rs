//! The examples of a user's tables, read as pages: does each row do what it is there for?

use crate::decode::{self, Metadata};
use crate::document::{Document, Reader};
use crate::entity::{Entity, Kind};
use crate::lexicon::{Example, Fault, Own};
use crate::relate::Relation;

/// Where the example's paper is at home: the county that the examples of the built-in tables are from.
const HOME: &str = "320723";

/// A story without names, of which an example about names and outlets is the last line: a line of credits that stands
/// alone belongs to no article.
const STORY: &str = include_str!("../../data/own/frame.txt");

/// The examples that do not show what they should, as what is wrong with their rows. `reader` knows `own`.
pub fn examples(reader: &Reader, own: &Own) -> Vec<Fault> {
    own.examples().iter().filter_map(|example| failed(reader, example)).collect()
}

/// Notes on the examples that the built-in knowledge takes too, so that their rows may not be needed. `reader` does not know
/// `own`.
pub fn needless(reader: &Reader, own: &Own) -> Vec<Fault> {
    let examples = own.examples().into_iter().filter(|example| example.column == "takes");
    let taken = examples.filter(|example| failed(reader, example).is_none());
    let note = |example: Example| Fault {
        file: example.file.to_owned(),
        line: example.line,
        column: None,
        message: format!("`{}` is taken without this row too", example.text),
        help: "Perhaps it is not needed, or another example shows better what for.".to_owned(),
    };
    taken.map(note).collect()
}

fn failed(reader: &Reader, example: &Example) -> Option<Fault> {
    let (wanted, what) = wanted(example);
    let document = read(reader, example);
    if shows(&document, example, what) == wanted {
        return None;
    }
    let words = example.words.join("` or `");
    let (message, help) = if example.column == "takes" {
        let message = format!("`{}` is not taken: it should give {}", example.text, what.describe(&words, wanted));
        (message, "Mend the row or the example; `zhengtu extract --lexicon` shows what a text gives.")
    } else {
        let message = format!("`{}` is not left alone: it should give {}", example.text, what.describe(&words, wanted));
        (message, "The row reaches too far; make its words longer, or mend the example.")
    };
    let (file, help) = (example.file.to_owned(), help.to_owned());
    Some(Fault { file, line: example.line, column: Some((example.number, example.column)), message, help })
}

/// What an example shows or must not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A person in an office whose title or body holds one of the words.
    Office,
    /// Any person in any office.
    Tenure,
    /// An initiative whose name holds one of the words.
    Initiative,
    /// A person whose name holds one of the words.
    Person,
    /// A person credited.
    Credit,
    /// An article of the outlet.
    Outlet,
    /// A mention of the division.
    Place,
}

impl What {
    fn describe(self, words: &str, wanted: bool) -> String {
        let no = if wanted { "a" } else { "no" };
        match self {
            What::Office => format!("{no} person in an office with `{words}`"),
            What::Tenure => format!("{no} person in an office"),
            What::Initiative => format!("{} initiative with `{words}`", if wanted { "an" } else { "no" }),
            What::Person => format!("{no} person with `{words}` in the name"),
            What::Credit => format!("{no} person who made the article"),
            What::Outlet => format!("{} outlet called `{words}`", if wanted { "an" } else { "no" }),
            What::Place => format!("{no} mention of the place {words}"),
        }
    }
}

/// Whether the example is to show something, and what.
fn wanted(example: &Example) -> (bool, What) {
    let takes = example.column == "takes";
    match (example.table, example.value) {
        // Words that are no ranks have only examples to be left alone.
        ("ranks.tsv", "not" | "none") => (false, What::Tenure),
        ("ranks.tsv" | "bodies.tsv" | "stems.tsv", _) => (takes, What::Office),
        ("initiatives.tsv", "not") => (!takes, What::Initiative),
        ("initiatives.tsv" | "heads.tsv", _) => (takes, What::Initiative),
        ("people.tsv", "not") => (!takes, What::Person),
        ("people.tsv" | "surnames.tsv" | "given.tsv" | "minority.tsv", _) => (takes, What::Person),
        ("credits.tsv", "outlet" | "dateline" | "note" | "other" | "source before") => (!takes, What::Credit),
        ("credits.tsv", value) if value.starts_with("photographer") || value.starts_with("editor") => {
            (false, What::Credit)
        }
        ("credits.tsv", value) if value.starts_with("intern") => (false, What::Credit),
        ("credits.tsv", _) => (takes, What::Credit),
        ("outlets.tsv", _) => (takes, What::Outlet),
        ("colloquial.tsv", "not") => (!takes, What::Place),
        _ => (takes, What::Place),
    }
}

fn read(reader: &Reader, example: &Example) -> Document {
    let gazetteer = reader.lexicon().gazetteer();
    let outlet = gazetteer.by_code(HOME).map(|id| gazetteer.get(id).name.to_owned());
    // An outlet has to be found on the page itself; and its home would be a place that is named.
    let alone = ["outlets.tsv", "colloquial.tsv", "divisions.tsv"];
    let outlet = outlet.filter(|_| !alone.contains(&example.table));
    let credits = ["outlets.tsv", "people.tsv", "surnames.tsv", "given.tsv", "minority.tsv", "credits.tsv"];
    let story = if credits.contains(&example.table) { STORY } else { "" };
    let text = format!("{story}{}", example.text);
    reader.read(decode::source("example", text.as_bytes(), Metadata { outlet, ..Metadata::default() }))
}

fn shows(document: &Document, example: &Example, what: What) -> bool {
    let holds = |text: &str| example.words.iter().any(|word| text.contains(word));
    let named = |entity: &Entity| holds(&entity.label) || entity.aliases.iter().any(|alias| holds(alias));
    let mut entities = document.entities.values();
    let mut relations = document.relations.iter();
    match what {
        What::Office => relations.any(|relation| match relation {
            Relation::Tenure(tenure) => {
                let Some(office) = document.entities.get(&tenure.office) else { return false };
                let body = match &office.kind {
                    Kind::Office { body: Some(body), .. } => document.entities.get(body),
                    _ => None,
                };
                named(office) || body.is_some_and(named)
            }
            _ => false,
        }),
        What::Tenure => relations.any(|relation| matches!(relation, Relation::Tenure(_))),
        What::Initiative => entities.any(|entity| matches!(entity.kind, Kind::Initiative { .. }) && named(entity)),
        What::Person => entities.any(|entity| entity.kind == Kind::Person && named(entity)),
        What::Credit => relations.any(|relation| matches!(relation, Relation::Credit(_))),
        What::Outlet => {
            let is = |outlet: &String| example.words.contains(&outlet.as_str());
            document.articles.iter().any(|article| article.outlet.as_ref().is_some_and(is))
        }
        What::Place => entities
            .any(|entity| matches!(&entity.kind, Kind::Division { code } if example.words.contains(&code.as_str()))),
    }
}
