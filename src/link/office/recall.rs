//! The body of a bare rank (院长) with no list before it: such a one was named earlier in the article.

use crate::lexicon::{Class, DivisionId};
use crate::mention::{self, Mentioned, Reading};

use super::super::discourse::Discourse;
use super::Offices;
use super::named_part::NamedPart;
use super::printed::Printed;

impl<'a> Offices<'a> {
    /// The body of such a rank that the article named last, with its division.
    pub(super) fn recall(
        &self,
        mentions: &'a [Mentioned<'a>],
        printed: &Printed,
        discourse: &Discourse,
    ) -> Option<(Vec<NamedPart<'a>>, Option<DivisionId>)> {
        let post = printed.post;
        let own = post.short.or(post.parts.last().map(|part| part.span)).map(|span| vec![printed.reading.slice(span)]);
        let suffixes = own.or_else(|| Some(post.kind.bodies()?.collect()))?;
        (0..=printed.passage).rev().find_map(|passage| {
            let reading = &mentions[passage].reading;
            let limit = if passage == printed.passage { post.span.start() } else { reading.text.len() };
            let ends = self.bodies(reading, limit, &suffixes);
            ends.into_iter().rev().find_map(|end| self.placed_body(reading, passage, end, discourse))
        })
    }

    /// Where bodies end that are named before `limit` and end in one of the suffixes.
    fn bodies(&self, reading: &Reading, limit: usize, suffixes: &[&str]) -> Vec<usize> {
        let suffixed = |text: &str| suffixes.iter().any(|suffix| text.ends_with(suffix));
        let mut ends: Vec<usize> = reading
            .hits_of(Class::Body)
            .filter(|hit| hit.end() <= limit)
            .filter(|hit| suffixed(reading.slice(hit.span())))
            .map(|hit| hit.end())
            .collect();
        ends.dedup();
        ends
    }

    /// The public body whose name ends at `end`, if it is told apart from others of its kind by a place or a name.
    fn placed_body(
        &self,
        reading: &'a Reading<'a>,
        passage: usize,
        end: usize,
        discourse: &Discourse,
    ) -> Option<(Vec<NamedPart<'a>>, Option<DivisionId>)> {
        let body = mention::body(reading, end);
        let parts = NamedPart::all(reading, &body.parts);
        let placed = !body.unplaced() || parts.iter().any(|part| !part.name.is_empty());
        if !placed || parts.is_empty() || self.private(&parts, &body) {
            return None;
        }
        let division = self.division(&Printed { reading, passage, post: &body, chained: false }, &parts, discourse);
        Some((parts, division))
    }
}
