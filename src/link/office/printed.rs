//! A title where it is printed.

use crate::lexicon::{Class, DivisionId, Lexicon};
use crate::mention::{Post, Reading};

use super::super::discourse::Discourse;
use super::named_part::NamedPart;
use super::parts::is_seat;
use super::title::clean;

/// A title where it is printed: what every rule asks about.
pub(super) struct Printed<'m> {
    pub reading: &'m Reading<'m>,
    pub passage: usize,
    pub post: &'m Post,
    /// Whether the post before it in the passage belongs to the same list.
    pub chained: bool,
}

impl<'m> Printed<'m> {
    /// The rank's own word.
    pub fn word(&self) -> &str {
        self.reading.slice(self.post.word)
    }

    /// Where the rank stands.
    pub fn at(&self) -> (usize, usize) {
        (self.passage, self.post.rank.start())
    }

    /// The nearest place printed in front that is known.
    pub fn division(&self, discourse: &Discourse) -> Option<DivisionId> {
        self.post.places.iter().rev().find_map(|&span| discourse.division_at(self.passage, span))
    }

    /// The parts of the body as printed. A place in front that is none here (鼓楼 of 济宁市鼓楼城市更新集团) belongs to the
    /// body's name.
    ///
    /// 全国 stays with an office's body (全国政协主席); a seat (全国人大代表) is called after its body alone.
    pub fn parts(&self, lexicon: &Lexicon, discourse: &Discourse) -> Vec<NamedPart<'m>> {
        let mut parts = NamedPart::all(self.reading, &self.post.parts);
        let nation = self.post.level.map(|level| self.reading.slice(level));
        let nation = nation.filter(|level| lexicon.word(level, Class::Level) == Some("nation"));
        if let (Some(nation), false, Some(first)) = (nation, is_seat(&parts, self.word()), parts.first_mut()) {
            first.name.to_mut().insert_str(0, nation);
        }
        if let Some(first) = parts.first_mut().filter(|part| part.open) {
            for &place in self.post.places.iter().rev() {
                if discourse.division_at(self.passage, place).is_some() {
                    break;
                }
                first.name.to_mut().insert_str(0, &clean(self.reading.slice(place)));
            }
        }
        parts
    }
}
