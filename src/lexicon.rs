//! The data files as one immutable value: matcher, gazetteer, words and names.
//!
//! Everything that is knowledge of the language or of the country stands in `data/`; this floor reads it, once, and
//! hands it down as `&Lexicon`. There is no global state.
//!
//! What takes long, the automaton and the indices of the large tables, `build.rs` makes with these same rooms. Only for a
//! user's own tables ([`Own`]) the program makes them again.

mod compile;
mod gazetteer;
mod hits;
mod matcher;
mod names;
mod own;
mod packed;
mod quick;
mod table;
mod tables;
mod term;
mod weights;
mod words;

pub use gazetteer::{Division, DivisionId, Form, Gazetteer, Level, Sense};
pub use hits::{Hit, Hits};
pub use names::{Names, Seat};
pub use own::{Example, Fault, Own};
pub use table::{Row, Table, halves};
pub use term::{Class, Classes, Term};
pub use weights::Weights;
pub use words::Words;

use matcher::Matcher;
use packed::Numbers;
use quick::Map;
use tables::Tables;

const PHRASES: &str = include_str!("../data/lexicon/naming.tsv");

/// What the build made of the tables.
const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// All knowledge of the program, ready to use.
pub struct Lexicon {
    matcher: Matcher,
    terms: Vec<Term>,
    rows: Vec<Row>,
    /// A bit for each class that has words.
    classes: u64,
    phrases: Map<&'static str, &'static str>,
    /// What titles print in full, and its short form.
    short: Vec<(&'static str, &'static str)>,
    gazetteer: Gazetteer,
    words: Words,
    names: Names,
    quoted: Weights,
    plain: Weights,
    names_after: Weights,
    names_before: Weights,
}

impl Lexicon {
    /// The built-in knowledge. The build has done the heavy part.
    pub fn load() -> Self {
        Self::new(COMPILED, &Tables::built_in(), Names::built_in())
    }

    /// The built-in knowledge with a user's. The automaton is made anew, so this takes much longer than [`Self::load`].
    pub fn with(own: &Own) -> Self {
        let tables = own.tables();
        // Leaked (4 MB), because a program reads one folder in its life, and an owner of these bytes would put a lifetime on
        // every name of a division.
        Self::new(compile::compiled(&tables).leak(), &tables, own.names())
    }

    fn new(compiled: &'static [u8], tables: &Tables, names: Names) -> Self {
        let [automaton, surfaces, terms, divisions, codes, words, told] = packed::split(compiled);
        let mut rows = Vec::new();
        let mut classes = Vec::new();
        for (class, table) in &tables.rules {
            rows.extend_from_slice(table.rows());
            classes.resize(rows.len(), *class);
        }
        let terms = Numbers::new(terms);
        Self {
            matcher: Matcher::new(automaton, surfaces),
            terms: (0..terms.len() / 2).map(|i| Term::unpack(terms.row(i), &classes)).collect(),
            rows,
            classes: classes.iter().fold(0, |bits, class| bits | 1 << *class as u64),
            phrases: table::pairs(PHRASES).into_iter().collect(),
            short: table::pairs(PHRASES).into_iter().filter_map(short).collect(),
            gazetteer: Gazetteer::new(divisions, codes, tables),
            words: Words::new(words, told),
            names,
            quoted: Weights::quoted(),
            plain: Weights::plain(),
            names_after: Weights::names_after(),
            names_before: Weights::names_before(),
        }
    }

    /// Every place in `text` where a known surface stands, overlapping ones too.
    pub fn scan(&self, text: &str) -> Hits {
        // In news every fourth byte or so ends a surface.
        let mut hits = Vec::with_capacity(text.len() / 3);
        hits.extend(self.found(text));
        Hits::new(text.len(), hits)
    }

    /// The same, by end and then longest first, for those who look at each but once.
    pub fn found(&self, text: &str) -> impl Iterator<Item = Hit> {
        self.matcher.found(text)
    }

    /// What a hit may mean.
    #[inline]
    pub fn terms(&self, hit: Hit) -> &[Term] {
        &self.terms[self.matcher.terms(hit)]
    }

    /// The value of the rule row that a term of class `class` in this hit stands in, if there is one.
    #[inline]
    pub fn value(&self, hit: Hit, class: Class) -> Option<&'static str> {
        if !hit.is(class) {
            return None;
        }
        self.terms(hit).iter().find_map(|term| match term {
            Term::Word { class: c, row } if *c == class => Some(self.rows[*row as usize].value()),
            _ => None,
        })
    }

    /// The places that a hit may name.
    #[inline]
    pub fn senses(&self, hit: Hit) -> impl Iterator<Item = Sense> + '_ {
        self.terms(hit).iter().filter_map(|term| match term {
            Term::Place(sense) => Some(*sense),
            Term::Word { .. } => None,
        })
    }

    /// Whether any word is of this class: some tables only a user fills, and nobody else should pay for looking.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.classes & 1 << class as u64 != 0
    }

    /// What `word`, as a whole, is in this class: the value of its row.
    pub fn word(&self, word: &str, class: Class) -> Option<&'static str> {
        self.matcher.exact(word).and_then(|hit| self.value(hit, class))
    }

    /// A word that names are made with, by its key in `data/lexicon/naming.tsv`; empty for an unknown key.
    pub fn phrase(&self, key: &str) -> &'static str {
        self.phrases.get(key).copied().unwrap_or("")
    }

    /// A title with what it prints in full (人民代表大会常务委员会) in the usual short form.
    pub fn shortened(&self, title: &str) -> String {
        let mut title = title.to_owned();
        for (long, short) in &self.short {
            if title.len() >= long.len() && title.contains(*long) {
                title = title.replace(long, short);
            }
        }
        title
    }

    /// The rule rows with their examples, for the tests and for documentation.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    /// By what initiatives between quotation marks are told from figures of speech.
    pub fn quoted(&self) -> &Weights {
        &self.quoted
    }

    /// By what names of initiatives without quotation marks are told from ordinary nouns.
    pub fn plain(&self) -> &Weights {
        &self.plain
    }

    /// By what the end of a name after a title is told.
    pub fn names_after(&self) -> &Weights {
        &self.names_after
    }

    /// By what the start of a name before a predicate is told.
    pub fn names_before(&self) -> &Weights {
        &self.names_before
    }

    pub fn names(&self) -> &Names {
        &self.names
    }
}

/// A row of phrases that says how titles print something.
fn short((key, text): (&'static str, &'static str)) -> Option<(&'static str, &'static str)> {
    Some((key.strip_prefix("short:")?, text))
}
