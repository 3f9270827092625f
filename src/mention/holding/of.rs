//! Names at some distance after a title: 曾任…的郭怀玉, …、87岁的退休干部曾怀远.

use crate::lexicon::Class;
use crate::text::{Span, han};

use super::super::name;
use super::chain::Chain;
use super::{BELIEVED, Reader, Who};

/// How far after a title a description may reach, in characters.
const REACH: usize = 14;

/// How far after 的 the next title may start to be the name's own, in bytes.
const NEXT: usize = 12;

/// What a string is worth as a name that is hardly one.
const ODD: f32 = -2.5;

impl Reader<'_, '_> {
    /// 曾任…的郭怀玉, 时任…的他, 时任…的是郭怀玉.
    pub(super) fn of(&mut self, chain: Chain) -> bool {
        let end = self.past_office_tail(chain.span.end());
        if !self.reading.after(end).is_some_and(han::owns) {
            return false;
        }
        let cue = self.predicate_before(chain.span.start());
        let tail = end > chain.span.end();
        if cue.is_none() && !self.posts[chain.first].qualified && !tail {
            return false;
        }
        // 时任…的|是|潘远山
        let at = self.reading.right(end);
        let at = at
            + if self.reading.text[at..].starts_with(self.lexicon().phrase("is")) {
                self.lexicon().phrase("is").len()
            } else {
                0
            };
        let Some(who) = self.owner(at, chain) else { return false };
        let status = cue.and_then(|cue| cue.status);
        self.push(who, chain.posts().collect(), status, "title.of-name", 85);
        true
    }

    /// The end of 职务 and the like at `at`, else `at`.
    pub(super) fn past_office_tail(&self, at: usize) -> usize {
        let tail = self.reading.starting(at, Class::Grammar).filter(|_| self.grammar(at, "office-tail"));
        tail.map_or(at, |hit| hit.end())
    }

    /// The person at `at`, after 的: a pronoun, a name after another title, a name after a description.
    fn owner(&self, at: usize, chain: Chain) -> Option<Who> {
        if self.grammar(at, "pronoun") {
            return Some(Who::Subject);
        }
        let near = at..=at + NEXT;
        // …主任的黎明|现任…: the name stands before the next title and not behind it.
        let next = self.posts.get(chain.past).filter(|next| near.contains(&next.span.start()) && next.qualified);
        if let Some(span) = next.and_then(|next| self.between(at, next.span.start())) {
            return Some(Who::Named(span));
        }
        match self.posts.get(chain.past).filter(|next| near.contains(&next.span.start())) {
            Some(_) => {
                let name = self.reading.skip_space(self.chain(chain.past).span.end());
                self.name_at(name, BELIEVED).map(|found| Who::Named(found.span))
            }
            None => self.described(at),
        }
    }

    /// The name that fills the room between 的 and the next title, a comma aside: where nothing else can stand, words are
    /// names too (杨柳).
    fn between(&self, at: usize, next: usize) -> Option<Span> {
        let name = self.reading.text.get(at..next)?.trim_end_matches(han::is_comma);
        let span = Span::new(at, at + name.len());
        let fits = (2..=4).contains(&name.chars().count()) && name.chars().all(han::is_han);
        let function = name.chars().any(han::in_no_name);
        (fits && !function && name::worth(self.reading, span) > ODD).then_some(span)
    }

    /// 、87岁的退休干部曾怀远: a description after the list, then the name.
    pub(super) fn described_after(&mut self, chain: Chain) -> bool {
        let rest = &self.reading.text[chain.span.end()..];
        if !rest.starts_with(han::enumerates) {
            return false;
        }
        let limit = rest.char_indices().nth(REACH).map_or(rest.len(), |(i, _)| i);
        let stop = rest[..limit].find(han::ends_clause).unwrap_or(limit);
        let Some(of) = rest[..stop].rfind(han::owns) else { return false };
        let Some(who) = self.described(self.reading.right(chain.span.end() + of)) else { return false };
        self.push(who, chain.posts().collect(), None, "title.described", 75);
        true
    }

    /// A name at `at`, or after a short description (退休干部郭怀玉).
    fn described(&self, at: usize) -> Option<Who> {
        let mut best: Option<name::Found> = None;
        let mut start = at;
        for _ in 0..6 {
            if let Some(found) = name::after(self.reading, start, self.page)
                && found.score >= BELIEVED + 1.5
                && best.is_none_or(|before| found.score > before.score + 1.0)
            {
                best = Some(found);
            }
            if !self.reading.after(start).is_some_and(han::is_han) {
                break;
            }
            start = self.reading.right(start);
        }
        best.map(|found| Who::Named(found.span))
    }
}
