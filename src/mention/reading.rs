//! One passage with all that the lexicon knows of it.

use crate::lexicon::{Class, Classes, Hit, Hits, Lexicon, Sense};
use crate::text::{Marks, Span, clause, sentence, sentences};

/// A passage's text, scanned. Offsets are local to the passage.
pub struct Reading<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    hits: Hits,
    marks: Marks,
}

impl<'a> Reading<'a> {
    /// Scans a passage's text.
    pub fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self { text, lexicon, hits: lexicon.scan(text), marks: Marks::new(text) }
    }

    /// All that the lexicon knows in the text, by start, then longest first.
    #[inline]
    pub fn hits(&self) -> &[Hit] {
        self.hits.all()
    }

    /// All hits of these classes, by start, then longest first.
    #[inline]
    pub fn hits_of(&self, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        self.hits.of(classes)
    }

    /// The hits that start at `from` or behind it and before `to`.
    #[inline]
    pub fn hits_between(&self, from: usize, to: usize) -> &[Hit] {
        self.hits.between(from, to)
    }

    /// The longest hit of these classes that starts at `at`.
    #[inline]
    pub fn starting(&self, at: usize, classes: impl Into<Classes>) -> Option<Hit> {
        self.hits.starting(at, classes).next()
    }

    /// The longest hit of these classes that ends at `at`.
    #[inline]
    pub fn ending(&self, at: usize, classes: impl Into<Classes>) -> Option<Hit> {
        self.hits.ending(at, classes).next()
    }

    /// Hits of these classes that start at `at`, longest first.
    #[inline]
    pub fn all_starting(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        self.hits.starting(at, classes)
    }

    /// Hits of these classes that end at `at`, longest first.
    #[inline]
    pub fn all_ending(&self, at: usize, classes: impl Into<Classes>) -> impl Iterator<Item = Hit> + '_ {
        self.hits.ending(at, classes)
    }

    /// Hits of any class that start at `at`, longest first.
    #[inline]
    pub fn any_starting(&self, at: usize) -> &[Hit] {
        self.hits.any_starting(at)
    }

    /// Hits of any class that end at `at`, longest first.
    #[inline]
    pub fn any_ending(&self, at: usize) -> &[Hit] {
        self.hits.any_ending(at)
    }

    /// The sentence that holds the byte `at`.
    pub fn sentence(&self, at: usize) -> Span {
        sentence(self.text, &self.marks, at)
    }

    /// The sentences that hold a span.
    pub fn sentences(&self, span: Span) -> Span {
        sentences(self.text, &self.marks, span)
    }

    /// The clause that holds the byte `at`.
    pub fn clause(&self, at: usize) -> Span {
        clause(self.text, &self.marks, at)
    }

    /// The punctuation of the text.
    #[inline]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The value of the row in which exactly this string stands in this class.
    #[inline]
    pub fn exact(&self, span: Span, class: Class) -> Option<&'a str> {
        let hit = self.all_starting(span.start(), class).find(|hit| hit.end() == span.end())?;
        self.lexicon.value(hit, class)
    }

    /// Whether the tables or the gazetteer know exactly this string.
    #[inline]
    pub fn is_known(&self, span: Span) -> bool {
        self.any_starting(span.start()).iter().any(|hit| hit.end() == span.end())
    }

    /// The value of the hit's row in this class.
    #[inline]
    pub fn value(&self, hit: Hit, class: Class) -> &'static str {
        self.lexicon.value(hit, class).unwrap_or("")
    }

    /// The places that a hit may name.
    #[inline]
    pub fn senses(&self, hit: Hit) -> impl Iterator<Item = Sense> + '_ {
        self.lexicon.senses(hit)
    }

    /// The text of a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The character before `at`.
    #[inline]
    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The character at `at`.
    #[inline]
    pub fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// `at` moved left by one character.
    #[inline]
    pub fn left(&self, at: usize) -> usize {
        at - self.before(at).map_or(0, char::len_utf8)
    }

    /// `at` moved right by one character.
    #[inline]
    pub fn right(&self, at: usize) -> usize {
        at + self.after(at).map_or(0, char::len_utf8)
    }

    /// `at` moved right over white space.
    #[inline]
    pub fn skip_space(&self, at: usize) -> usize {
        at + self.text[at..].len() - self.text[at..].trim_start_matches(crate::text::han::is_space).len()
    }
}
