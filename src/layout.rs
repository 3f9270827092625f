//! Lines -> blocks -> articles, whatever the order they were printed in.

mod affinity;
mod assemble;
mod assign;
mod body;
mod credit;
mod cues;
#[cfg(test)]
mod examples;
mod grain;
mod head;
mod item;
mod kind;
mod line;
mod pair;
mod passage;
mod placing;
mod stamp;
mod unit;
mod walk;

use crate::decode::Source;

pub use cues::{Cue, Cues};
pub use passage::Passage;

/// A place as a text names it: equal keys for names of the same place or places. What the key is, the caller decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub &'static str);

/// Takes a page apart. `places` finds the places named in a text, each once and in order: heads are given to the bodies that speak of them.
///
/// The order in which the articles were printed numbers them and decides where words do not, and does nothing else.
pub fn page(source: &Source, cues: &Cues, places: &dyn Fn(&str) -> Vec<Place>) -> Page {
    let text = source.text.as_str();
    let lines = line::lines(text, &source.large);
    let kinds = kind::kinds(text, &lines, cues);
    let grain = grain::Grain::of(&lines, &kinds);
    let view = head::View { page: text, lines: &lines, kinds: &kinds, grain, cues };
    let items = walk::items(&view);
    let bodies = body::bodies(text, &items, grain, cues);
    let units = unit::units(&bodies, &items);
    let (units, given) = placing::place(text, &items, &bodies, units, grain.flowing, cues, places);
    assemble::page(source, &items, &bodies, &units, &given, cues)
}

/// A page taken apart: its articles, and what belongs to none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub articles: Vec<Article>,
    /// Running heads, page numbers, staff lines, hotlines: read for the outlet, the date and places only.
    pub furniture: Vec<Passage>,
    /// The paper or site, where the page or its metadata names it.
    pub outlet: Option<String>,
    /// The date of the page, `YYYY-MM-DD` or shorter.
    pub date: Option<String>,
}

/// One article: what was printed about one thing, gathered from wherever on the page it stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// From 1, in the order of the page (of the first body block).
    pub number: usize,
    pub headline: Option<Passage>,
    /// Kickers, subtitles, section heads: read like body text.
    pub subtitles: Vec<Passage>,
    /// The lines that present the speaker: titles and a name.
    pub bylines: Vec<Passage>,
    /// The paragraphs.
    pub body: Vec<Passage>,
    /// Reporter lines and source lines that stand alone (one at the end of a paragraph stays in its paragraph).
    pub credits: Vec<Passage>,
    pub outlet: Option<String>,
    pub date: Option<String>,
}

impl Article {
    /// Every passage with the part it plays, in reading order: headline, subtitles, bylines, body, credits.
    pub fn passages(&self) -> impl Iterator<Item = (Role, &Passage)> {
        let one = |role| move |p| (role, p);
        self.headline
            .iter()
            .map(one(Role::Headline))
            .chain(self.subtitles.iter().map(one(Role::Subtitle)))
            .chain(self.bylines.iter().map(one(Role::Byline)))
            .chain(self.body.iter().map(one(Role::Body)))
            .chain(self.credits.iter().map(one(Role::Credit)))
    }
}

/// The part that a passage plays in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Headline,
    Subtitle,
    Byline,
    Body,
    Credit,
}
