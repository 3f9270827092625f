//! The words that tell the parts of a page apart: data, with its one reader.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

/// What a cue word is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// Who edited, set and proofread the page.
    Staff,
    /// How to reach the paper.
    Contact,
    /// What the site says about itself: copyright, font size, sharing.
    Notice,
    /// The head of a list of other pages.
    Related,
    /// The bracketed head of a second piece on the page.
    Link,
    /// Opens an editor's note.
    Note,
    /// The name of a page of the paper.
    Section,
    /// What someone credited did: reporter, correspondent, author.
    Role,
    /// The same of someone who took the pictures.
    Photo,
    /// Names the paper that had it first.
    Source,
    /// A character that shows that what follows a role is no name.
    Stray,
    /// How papers and stations end their names.
    Outlet,
    /// The same, too common to be believed without a date or a source cue beside it.
    Site,
    /// An office that publishes its own news, where a source is named: 来源：澄迈县人民政府办公室.
    Office,
    /// How papers begin their names.
    Paper,
    /// The whole name of a paper or station; no table of ours has any, a user's may.
    Named,
    /// Opens a dateline.
    Dateline,
    /// Closes a dateline.
    Report,
    /// Opens a further report under the same headline.
    Again,
    /// Opens paragraphs although it is short.
    Opener,
    /// How titles of persons end.
    Title,
    /// What the holder of a title may belong to.
    Unit,
    /// How a line ends that its sentence does not.
    Tail,
    /// A verb that wants an object, often a quoted one.
    Launch,
    /// What the leaders did at the meeting, in the line below the headline.
    Attend,
    /// How the line above the headline ends.
    Urge,
    Weekday,
    /// After a number: a page of the paper.
    Sheet,
    Year,
    Month,
    Day,
    /// Before a number that counts.
    Ordinal,
    /// Opens a line on the size of today's paper.
    Today,
    /// Opens a body whose head is on another page.
    Continued,
    /// Who speaks in an interview.
    Turn,
    /// Opens the time at which a page was put on the web.
    Issued,
    /// What notices of appointments have in their heads.
    Appointed,
    /// Says nothing of what a headline is about: all headlines say it.
    Common,
    /// Brings in what somebody said, as headlines do not.
    Speech,
}

impl Cue {
    const NAMES: [(&'static str, Cue); 38] = [
        ("staff", Cue::Staff),
        ("contact", Cue::Contact),
        ("notice", Cue::Notice),
        ("related", Cue::Related),
        ("link", Cue::Link),
        ("note", Cue::Note),
        ("section", Cue::Section),
        ("role", Cue::Role),
        ("photo", Cue::Photo),
        ("source", Cue::Source),
        ("stray", Cue::Stray),
        ("outlet", Cue::Outlet),
        ("site", Cue::Site),
        ("office", Cue::Office),
        ("paper", Cue::Paper),
        ("dateline", Cue::Dateline),
        ("report", Cue::Report),
        ("again", Cue::Again),
        ("opener", Cue::Opener),
        ("title", Cue::Title),
        ("unit", Cue::Unit),
        ("tail", Cue::Tail),
        ("launch", Cue::Launch),
        ("attend", Cue::Attend),
        ("urge", Cue::Urge),
        ("weekday", Cue::Weekday),
        ("sheet", Cue::Sheet),
        ("year", Cue::Year),
        ("month", Cue::Month),
        ("day", Cue::Day),
        ("ordinal", Cue::Ordinal),
        ("today", Cue::Today),
        ("continued", Cue::Continued),
        ("turn", Cue::Turn),
        ("issued", Cue::Issued),
        ("appointed", Cue::Appointed),
        ("common", Cue::Common),
        ("speech", Cue::Speech),
    ];

    /// The kind of this name in the data files.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    #[inline]
    fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// Several kinds of cue at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kinds(u64);

impl Kinds {
    pub(super) const fn of(kinds: &[Cue]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < kinds.len() {
            bits |= 1 << kinds[i] as u64;
            i += 1;
        }
        Self(bits)
    }

    #[inline]
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    #[inline]
    pub(super) fn has(self, kind: Cue) -> bool {
        self.0 & kind.bit() != 0
    }

    #[inline]
    pub(super) fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// A cue word found in a text: where, and all that it can be a sign of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kinds: Kinds,
}

/// The words that begin with one character: where they stand, and all that they can be signs of.
#[derive(Debug, Clone, Copy)]
struct Head {
    from: usize,
    to: usize,
    kinds: Kinds,
}

/// The cue words of layout.
#[derive(Debug, Clone)]
pub struct Cues {
    /// By word, so that the words with one beginning stand together.
    words: Vec<(String, Kinds)>,
    /// For each character of the basic plane the number of its entry in `heads`. Almost none begins a word, so that
    /// looking for all words costs hardly more than reading the text.
    slots: Vec<u16>,
    heads: Vec<Head>,
    /// The commonest words of two characters.
    pairs: FxHashSet<(char, char)>,
}

impl Cues {
    /// The words that the program comes with.
    pub fn embedded() -> Self {
        let table = include_str!("../../data/layout/cues.tsv");
        let words = include_str!("../../data/layout/words.txt");
        Self::parse(table, words).expect("the tests read the embedded table")
    }

    /// The words that the program comes with, and a user's.
    pub fn with<'w>(more: impl IntoIterator<Item = (Cue, &'w str)>) -> Self {
        let Self { words, pairs, .. } = Self::embedded();
        let mut words: BTreeMap<String, u64> = words.into_iter().map(|(word, kinds)| (word, kinds.0)).collect();
        for (kind, word) in more {
            *words.entry(word.to_owned()).or_default() |= kind.bit();
        }
        Self::new(words.into_iter().map(|(word, bits)| (word, Kinds(bits))).collect(), pairs)
    }

    /// Reads a table of `kind`, `cue`, `takes`, `leaves`, and a list of words of two characters; an error names the line.
    pub fn parse(table: &str, words: &str) -> Result<Self, String> {
        let pairs = words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .filter_map(pair)
            .collect();
        let mut words: BTreeMap<String, u64> = BTreeMap::new();
        for (number, line) in table.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') || line.starts_with("kind\t") {
                continue;
            }
            let mut cells = line.split('\t');
            let (Some(kind), Some(cue)) = (cells.next(), cells.next().filter(|cue| !cue.is_empty())) else {
                return Err(format!("line {}: a kind and a cue are wanted, with a tab between", number + 1));
            };
            let Some(kind) = Cue::named(kind) else {
                return Err(format!("line {}: no kind of cue is called {kind:?}", number + 1));
            };
            *words.entry(cue.to_owned()).or_default() |= kind.bit();
        }
        Ok(Self::new(words.into_iter().map(|(word, bits)| (word, Kinds(bits))).collect(), pairs))
    }

    fn new(words: Vec<(String, Kinds)>, pairs: FxHashSet<(char, char)>) -> Self {
        let mut slots = vec![0u16; 1 << 16];
        // Number 0 is the entry of the characters that begin no word.
        let mut heads = vec![Head { from: 0, to: 0, kinds: Kinds(0) }];
        for (i, (word, kinds)) in words.iter().enumerate() {
            let Some(slot) = word.chars().next().and_then(|c| slots.get_mut(c as usize)) else { continue };
            if *slot == 0 {
                *slot = heads.len() as u16;
                heads.push(Head { from: i, to: i, kinds: Kinds(0) });
            }
            let head = &mut heads[usize::from(*slot)];
            (head.to, head.kinds) = (i + 1, Kinds(head.kinds.0 | kinds.0));
        }
        Self { words, slots, heads, pairs }
    }

    /// The longest word of any of the kinds that `text` begins with.
    #[inline]
    pub(super) fn at(&self, text: &str, kinds: Kinds) -> Option<Hit> {
        let head = self.head(text.chars().next()?, kinds)?;
        self.longest(head, text, kinds)
    }

    /// Whether a word of any of the kinds begins with a character.
    #[inline]
    pub(super) fn begins(&self, c: char, kinds: Kinds) -> bool {
        self.head(c, kinds).is_some()
    }

    /// The words of any of the kinds that begin with a character, if there are such words.
    #[inline]
    fn head(&self, c: char, kinds: Kinds) -> Option<Head> {
        let head = self.heads[usize::from(*self.slots.get(c as usize)?)];
        head.kinds.meets(kinds).then_some(head)
    }

    fn longest(&self, head: Head, text: &str, kinds: Kinds) -> Option<Hit> {
        // Sorted, so that the longer of two words with one beginning stands behind: look from the back.
        let fits = |(word, of): &&(String, Kinds)| of.meets(kinds) && text.starts_with(word.as_str());
        let (word, kinds) = self.words[head.from..head.to].iter().rev().find(fits)?;
        Some(Hit { start: 0, end: word.len(), kinds: *kinds })
    }

    /// The words of these kinds in `text` from left to right, the longest at each place, none inside another.
    #[inline]
    pub(super) fn hits<'a>(&'a self, text: &'a str, kinds: Kinds) -> impl Iterator<Item = Hit> + 'a {
        let mut past = 0;
        text.char_indices().filter_map(move |(at, c)| {
            let head = self.head(c, kinds)?;
            if at < past {
                return None;
            }
            let hit = self.longest(head, &text[at..], kinds)?;
            past = at + hit.end;
            Some(Hit { start: at, end: past, ..hit })
        })
    }

    /// The word of `kind` that `text` begins with.
    #[inline]
    pub(super) fn opens(&self, text: &str, kind: Cue) -> Option<Hit> {
        self.at(text, Kinds(kind.bit()))
    }

    /// Whether `text` ends with a word of `kind`; the longest one.
    pub(super) fn ends(&self, text: &str, kind: Cue) -> Option<Hit> {
        const LONGEST: usize = 8;
        let kinds = Kinds(kind.bit());
        let mut longest = None;
        for (at, c) in text.char_indices().rev().take(LONGEST) {
            let Some(head) = self.head(c, kinds) else { continue };
            let hit = self.longest(head, &text[at..], kinds).filter(|hit| at + hit.end == text.len());
            longest = hit.map(|hit| Hit { start: at, end: text.len(), ..hit }).or(longest);
        }
        longest
    }

    /// Whether `text` is a word of `kind`.
    pub(super) fn is(&self, text: &str, kind: Cue) -> bool {
        self.opens(text, kind).is_some_and(|hit| hit.end == text.len())
    }

    /// Whether a common word runs from the end of one text into the beginning of the other.
    pub(super) fn bridges(&self, one: &str, other: &str) -> bool {
        one.chars().next_back().zip(other.chars().next()).is_some_and(|pair| self.pairs.contains(&pair))
    }

    /// The first word of `kind` in `text`.
    pub(super) fn finds(&self, text: &str, kind: Cue) -> Option<Hit> {
        self.hits(text, Kinds(kind.bit())).next()
    }
}

fn pair(word: &str) -> Option<(char, char)> {
    let mut chars = word.chars();
    Some((chars.next()?, chars.next()?))
}
