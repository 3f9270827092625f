//! The characters of a text that are neither ideographs nor Latin letters nor digits: what sentences, clauses, quotations
//! and brackets are found by.

use super::han;

/// One such character, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    at: u32,
    c: char,
}

impl Mark {
    /// Its first byte.
    #[inline]
    pub fn start(self) -> usize {
        self.at as usize
    }

    /// The byte behind it.
    #[inline]
    pub fn end(self) -> usize {
        self.start() + self.c.len_utf8()
    }

    #[inline]
    pub fn char(self) -> char {
        self.c
    }

    /// Whether it is of a class.
    #[inline]
    pub fn is(self, class: impl Fn(char) -> bool) -> bool {
        class(self.c)
    }
}

/// All marks of one text by position: every tenth character is one, and whoever looks for some kind of them looks at no
/// others. Rare ideographs are among them, since their first byte does not tell them from punctuation.
#[derive(Debug, Clone, Default)]
pub struct Marks(Vec<Mark>);

impl Marks {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(text.len() / 16);
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if han::begins_ideograph(byte) {
                at += 3;
                continue;
            }
            if byte.is_ascii_alphanumeric() {
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                marks.push(Mark { at: at as u32, c });
                at += c.len_utf8();
            }
        }
        Self(marks)
    }

    pub fn all(&self) -> &[Mark] {
        &self.0
    }

    /// Those at `at` or behind it.
    #[inline]
    pub fn from(&self, at: usize) -> &[Mark] {
        &self.0[self.count(at)..]
    }

    /// Those before `at`, and those at it or behind.
    #[inline]
    pub fn parted(&self, at: usize) -> (&[Mark], &[Mark]) {
        self.0.split_at(self.count(at))
    }

    /// Those before `at`.
    #[inline]
    pub fn before(&self, at: usize) -> &[Mark] {
        &self.0[..self.count(at)]
    }

    /// Those from `from` up to `to`.
    #[inline]
    pub fn between(&self, from: usize, to: usize) -> &[Mark] {
        let first = self.count(from);
        &self.0[first..self.count(to).max(first)]
    }

    /// The first of a class at `at` or behind it.
    #[inline]
    pub fn next(&self, at: usize, class: impl Fn(char) -> bool) -> Option<Mark> {
        self.from(at).iter().copied().find(|mark| mark.is(&class))
    }

    /// The last of a class before `at`.
    #[inline]
    pub fn last(&self, at: usize, class: impl Fn(char) -> bool) -> Option<Mark> {
        self.before(at).iter().rev().copied().find(|mark| mark.is(&class))
    }

    /// How many stand before `at`.
    #[inline]
    fn count(&self, at: usize) -> usize {
        self.0.partition_point(|mark| mark.start() < at)
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::text::han;

    #[test]
    fn marks_are_found_among_ideographs() {
        let text = "王刚说：“好a1。”（完）";
        let marks = Marks::new(text);
        let all: String = marks.all().iter().map(|mark| mark.char()).collect();
        assert_eq!(all, "：“。”（）");
        let stop = marks.next(0, han::ends_sentence).unwrap();
        assert_eq!(&text[stop.start()..stop.end()], "。");
        assert_eq!(marks.last(stop.start(), han::is_colon).map(|mark| mark.start()), text.find('：'));
        assert_eq!(marks.between(stop.end(), text.len()).len(), 3);
    }
}
