//! The characters that a name may reach over, from the title outwards, with what is known of them.

use crate::text::Span;
use crate::text::han;

use super::super::reading::Reading;
use super::Page;
use super::sounds::Sounds;

/// The longest name without a dot, in characters (额尔登巴雅尔 has 6, 宝音德力格尔 6, 阿拉腾敖其尔 6).
pub(super) const LONGEST: usize = 8;
/// How far beyond the longest name the words are read.
const REACH: usize = LONGEST + 4;
/// The longest word of the dictionary, in characters.
const WORD: usize = 4;
/// The occurrences of all words of the dictionary's corpus, as a logarithm.
const ALL: f32 = 17.9;
/// What a character that is in no dictionary costs as a word.
const UNKNOWN: f32 = -19.0;

/// On which side of the title the name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    After,
    Before,
}

/// The run of Han characters beside a title. Positions are counted in characters away from the title.
pub(super) struct Scene<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) side: Side,
    /// Byte offsets; the first is the title's edge.
    bounds: [usize; REACH + 1],
    /// The characters themselves, outwards.
    chars: [char; REACH],
    /// How many characters the run has, at most `REACH`.
    length: usize,
    /// The logarithm of the probability of the characters from here outwards, read as words.
    words: [f32; REACH + 1],
    /// How often words of one to four characters from here outwards stand in general text.
    frequencies: [[u32; WORD]; REACH],
    /// The first letters of their parts of speech; 0 for no word.
    tags: [[u8; WORD]; REACH],
    /// How often the first so many characters stand on the page.
    counts: [usize; LONGEST + 2],
    sounds: Sounds,
}

impl<'r, 'a> Scene<'r, 'a> {
    pub(super) fn new(reading: &'r Reading<'a>, at: usize, side: Side, page: &dyn Page) -> Self {
        let mut this = Self {
            reading,
            side,
            bounds: [at; REACH + 1],
            chars: ['\0'; REACH],
            length: 0,
            words: [0.0; REACH + 1],
            frequencies: [[0; WORD]; REACH],
            tags: [[0; WORD]; REACH],
            counts: [0; LONGEST + 2],
            sounds: Sounds::default(),
        };
        let mut edge = at;
        while this.length < REACH
            && let Some(c) = this.beyond(edge).filter(|&c| han::is_han(c))
        {
            edge = match side {
                Side::After => edge + c.len_utf8(),
                Side::Before => edge - c.len_utf8(),
            };
            this.chars[this.length] = c;
            this.length += 1;
            this.bounds[this.length] = edge;
        }
        this.read_words();
        this.sounds = Sounds::new(&this);
        this.count(page);
        this
    }

    /// The longest name that the run has room for.
    pub(super) fn longest(&self) -> usize {
        self.length.min(LONGEST)
    }

    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The byte offset of a position.
    pub(super) fn offset(&self, position: usize) -> usize {
        self.bounds[position]
    }

    /// The text between two positions.
    #[inline]
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let (a, b) = (self.bounds[from], self.bounds[to]);
        Span::new(a.min(b), a.max(b))
    }

    /// The first `length` characters, outwards.
    #[inline]
    pub(super) fn run(&self, length: usize) -> &[char] {
        &self.chars[..length]
    }

    /// The first `length` characters, in the order of the text.
    pub(super) fn chars(&self, length: usize) -> [char; LONGEST] {
        let mut chars = ['\0'; LONGEST];
        chars[..length].copy_from_slice(&self.chars[..length]);
        if self.side == Side::Before {
            chars[..length].reverse();
        }
        chars
    }

    #[inline]
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        self.reading.slice(self.span(from, to))
    }

    /// The next character outwards from a byte offset.
    #[inline]
    pub(super) fn beyond(&self, edge: usize) -> Option<char> {
        match self.side {
            Side::After => self.reading.after(edge),
            Side::Before => self.reading.before(edge),
        }
    }

    /// How often the first `length` characters stand on the page; 1 stands for "here only" and for "not counted".
    pub(super) fn occurrences(&self, length: usize) -> usize {
        self.counts.get(length).copied().unwrap_or(1).max(1)
    }

    /// What the characters up to here cost when they are read as words and not as a name.
    pub(super) fn cost(&self, position: usize) -> f32 {
        self.words[position] - self.words[0]
    }

    /// How likely each character beyond a position is as part of a word, on the average.
    pub(super) fn rest(&self, position: usize) -> f32 {
        self.words[position] / (self.length - position).max(1) as f32
    }

    pub(super) fn sounds(&self) -> &Sounds {
        &self.sounds
    }

    /// How often the word between two positions stands in general text; 0 for no word.
    pub(super) fn frequency(&self, from: usize, to: usize) -> u32 {
        self.frequencies[from].get(to - from - 1).copied().unwrap_or(0)
    }

    /// Whether the string between two positions is a word of this part of speech.
    pub(super) fn tagged(&self, from: usize, to: usize, tag: u8) -> bool {
        self.frequency(from, to) > 0 && self.tag(from, to) == tag
    }

    /// The first letter of the part of speech of the word between two positions; 0 for no word.
    pub(super) fn tag(&self, from: usize, to: usize) -> u8 {
        self.tags[from].get(to - from - 1).copied().unwrap_or(0)
    }

    /// The position of the character with which the first `length` characters end in the text.
    pub(super) fn last(&self, length: usize) -> usize {
        if self.side == Side::After { length - 1 } else { 0 }
    }

    /// Whether the run goes on beyond what is read of it.
    pub(super) fn is_cut(&self) -> bool {
        self.length == REACH
    }

    /// The best reading as words, from the far end inwards.
    fn read_words(&mut self) {
        let words = self.reading.lexicon.words();
        for from in (0..self.length).rev() {
            let mut best = f32::MIN;
            for to in from + 1..=(from + WORD).min(self.length) {
                let (frequency, tag) = words.look(self.slice(from, to));
                self.tags[from][to - from - 1] = tag;
                self.frequencies[from][to - from - 1] = frequency;
                let own = match frequency {
                    0 if to > from + 1 => continue,
                    0 => UNKNOWN,
                    frequency => (frequency as f32).ln() - ALL,
                };
                best = best.max(own + self.words[to]);
            }
            // Words of the tables that no dictionary has (作政府工作报告, 分管日常工作) count as rare ones.
            for to in self.known(from) {
                best = best.max(4.5 - ALL + self.words[to]);
            }
            self.words[from] = best;
        }
    }

    /// Where surfaces of the lexicon end that begin at a position and have two characters or more.
    fn known(&self, from: usize) -> impl Iterator<Item = usize> {
        let edge = self.bounds[from];
        let (starting, ending) = match self.side {
            Side::After => (self.reading.any_starting(edge), &[][..]),
            Side::Before => (&[][..], self.reading.any_ending(edge)),
        };
        let far = starting.iter().map(|hit| hit.end()).chain(ending.iter().map(|hit| hit.start()));
        far.filter_map(move |far| (from + 2..=self.length).find(|&to| self.bounds[to] == far))
    }

    /// A string that stands once has no extension that stands more often.
    fn count(&mut self, page: &dyn Page) {
        for length in 2..=(LONGEST + 1).min(self.length) {
            self.counts[length] = page.count(self.slice(0, length));
            if self.counts[length] < 2 {
                break;
            }
        }
    }
}
