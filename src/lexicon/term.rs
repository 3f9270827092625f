//! What a surface may mean.

use super::gazetteer::{DivisionId, Form, Sense};
use super::table::Table;

/// The class of a word; one file of `data/lexicon/` each, except for places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    Place,
    Rank,
    Modifier,
    Qualifier,
    Appoint,
    Body,
    Stem,
    Level,
    Follower,
    Credit,
    Head,
    Govern,
    Rhetoric,
    Doctrine,
    Boundary,
    Join,
    Note,
    Owner,
    Street,
    Grammar,
    Cue,
    Whole,
    Cooperate,
    Initiative,
    Person,
    Outlet,
}

/// A set of classes, so that one look tells whether a surface is any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u32);

impl Classes {
    #[inline]
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut i) = (0, 0);
        while i < classes.len() {
            set |= 1 << classes[i] as u32;
            i += 1;
        }
        Self(set)
    }

    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    #[inline]
    pub(super) const fn all() -> Self {
        Self(u32::MAX)
    }

    #[inline]
    pub(super) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    #[inline]
    pub(super) fn bits(self) -> u32 {
        self.0
    }
}

impl From<Class> for Classes {
    #[inline]
    fn from(class: Class) -> Self {
        Self(1 << class as u32)
    }
}

/// What the year of a former name is added to.
pub(super) const FORMER: u32 = 4;

/// One meaning of a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    Place(Sense),
    /// A word of a rule row, by the row's number in the lexicon.
    Word {
        class: Class,
        row: u32,
    },
}

impl Term {
    /// The term of two numbers, of the row or division and of the form; `classes`: of the rows.
    pub(super) fn unpack([number, form]: [u32; 2], classes: &[Class]) -> Self {
        let form = match form {
            0 => return Term::Word { class: classes[number as usize], row: number },
            1 => Form::Full,
            2 => Form::Short,
            3 => Form::Colloquial,
            year => Form::Former(u16::try_from(year - FORMER).unwrap_or(u16::MAX)),
        };
        Term::Place(Sense { division: DivisionId(number), form })
    }

    pub fn class(self) -> Class {
        match self {
            Term::Place(_) => Class::Place,
            Term::Word { class, .. } => class,
        }
    }
}

macro_rules! tables {
    ($($class:ident $file:literal),* $(,)?) => {
        /// The rule tables that are built in.
        pub(super) fn built_in() -> Vec<(Class, Table)> {
            vec![$((
                Class::$class,
                Table::parse(concat!("data/lexicon/", $file), include_str!(concat!("../../data/lexicon/", $file))),
            )),*]
        }
    };
}

tables! {
    Rank "ranks.tsv",
    Modifier "modifiers.tsv",
    Qualifier "qualifiers.tsv",
    Appoint "appoint.tsv",
    Body "bodies.tsv",
    Stem "stems.tsv",
    Level "levels.tsv",
    Follower "followers.tsv",
    Credit "credits.tsv",
    Head "heads.tsv",
    Govern "governs.tsv",
    Rhetoric "rhetoric.tsv",
    Doctrine "doctrine.tsv",
    Boundary "boundaries.tsv",
    Join "joins.tsv",
    Note "notes.tsv",
    Owner "owners.tsv",
    Street "streets.tsv",
    Grammar "grammar.tsv",
    Whole "wholes.tsv",
    Cooperate "cooperation.tsv",
    Cue "cues.tsv",
    Initiative "initiatives.tsv",
    Person "people.tsv",
    Outlet "outlets.tsv",
}
