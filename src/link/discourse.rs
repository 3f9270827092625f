//! Places in the order in which an article speaks of them: what 县委 or 北区 means here.

mod elided;
mod resolve;
mod resolved;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::layout::Role;
use crate::lexicon::{DivisionId, Gazetteer, Level, Lexicon};
use crate::mention::PlaceMention;
use crate::text::Span;

use super::context::Context;
use resolve::Printed;

pub(super) use elided::is_county;
pub use resolved::Resolved;

/// A position in an article: passage, then byte of the passage.
pub type At = (usize, usize);

/// The places of one article, resolved, in reading order.
pub struct Discourse<'a> {
    lexicon: &'a Lexicon,
    gazetteer: &'a Gazetteer,
    context: &'a Context,
    resolved: Vec<Resolved>,
    /// Mentions that several divisions share, with nothing to choose by.
    pub ambiguous: Vec<(usize, Span)>,
    /// The division that the article is about: of its speaker, else of its first place.
    anchor: Option<DivisionId>,
    /// The same from the article's first title, where no byline tells: it yields to the paragraph.
    lead: Option<DivisionId>,
}

impl<'a> Discourse<'a> {
    /// Resolves the places of an article. `titled` are spans of places in titles: they are believed without context.
    pub fn new(
        lexicon: &'a Lexicon,
        context: &'a Context,
        passages: &[(Role, &[PlaceMention])],
        titled: &dyn Fn(usize, Span) -> bool,
    ) -> Self {
        let gazetteer = lexicon.gazetteer();
        let mut this =
            Self { lexicon, gazetteer, context, resolved: Vec::new(), ambiguous: Vec::new(), anchor: None, lead: None };
        // Bylines first: what they say of the speaker's place is known before the body is read.
        let order = |role: Role| if role == Role::Byline { 0 } else { 1 };
        let mut passes: Vec<usize> = (0..passages.len()).collect();
        passes.sort_by_key(|&i| order(passages[i].0));
        for passage in passes {
            let (role, places) = passages[passage];
            for (i, place) in places.iter().enumerate() {
                let before = i.checked_sub(1).filter(|_| place.chained).map(|i| places[i].span);
                let titled = titled(passage, place.span);
                this.resolve(&Printed { passage, place, before, after: places.get(i + 1), titled }, role);
            }
        }
        this.resolved.sort_by_key(|resolved| (resolved.passage, resolved.span));
        this
    }

    /// The divisions resolved so far, this passage's last first, then the anchor.
    fn near(&self, passage: usize) -> Vec<DivisionId> {
        let mut near: Vec<DivisionId> =
            self.resolved.iter().rev().filter(|r| r.passage == passage).take(3).map(|r| r.division).collect();
        near.extend(self.anchor);
        near
    }

    /// All that was resolved, in reading order.
    pub fn resolved(&self) -> &[Resolved] {
        &self.resolved
    }

    /// What the article is about.
    pub fn anchor(&self) -> Option<DivisionId> {
        self.anchor
    }

    /// What the article is about, the first title's division where no byline tells.
    pub fn subject(&self) -> Option<DivisionId> {
        self.anchor.or(self.lead)
    }

    /// Notes the division of a title; the first one leads.
    pub fn lead(&mut self, division: DivisionId) {
        self.lead = self.lead.or(Some(division));
    }

    /// The division that the place at this very span means.
    pub fn division_at(&self, passage: usize, span: Span) -> Option<DivisionId> {
        self.resolved.iter().rev().find(|r| r.passage == passage && r.span == span).map(|r| r.division)
    }

    /// The last division before a position that passes `test`, in this article.
    pub fn last_before(&self, at: At, test: &dyn Fn(DivisionId) -> bool) -> Option<DivisionId> {
        self.resolved
            .iter()
            .rev()
            .filter(|r| (r.passage, r.span.start()) < at)
            .map(|r| r.division)
            .find(|&division| test(division))
    }

    /// Whether the passage of `at` names, before it, a county or something below one.
    pub fn named_here(&self, at: At) -> bool {
        self.resolved
            .iter()
            .any(|r| r.passage == at.0 && r.span.start() < at.1 && self.gazetteer.level(r.division) >= Level::County)
    }

    /// The home of the page.
    pub fn home(&self) -> Option<DivisionId> {
        self.context.home
    }

    /// The county that more than half of the article's mentions of counties are of; and the two counties that share
    /// four fifths of them, a quarter each at least, if there are such two.
    pub fn main_counties(&self) -> (Option<DivisionId>, Vec<DivisionId>) {
        let mut counts: BTreeMap<DivisionId, usize> = BTreeMap::new();
        let counties = self.resolved.iter().map(|r| self.gazetteer.county(r.division));
        for id in counties.filter(|&id| self.gazetteer.level(id) == Level::County) {
            *counts.entry(id).or_default() += 1;
        }
        let total: usize = counts.values().sum();
        let mut ranked: Vec<(usize, DivisionId)> = counts.into_iter().map(|(id, count)| (count, id)).collect();
        ranked.sort_unstable_by_key(|&(count, id)| (Reverse(count), id));
        let main = ranked.first().filter(|(count, _)| count * 2 > total && *count > 1).map(|&(_, id)| id);
        let pair = match ranked[..] {
            [(a, first), (b, second), ..] if b * 4 >= total && (a + b) * 5 >= total * 4 && b > 1 => vec![first, second],
            _ => Vec::new(),
        };
        (main, pair)
    }

    /// The county that the page names most.
    pub fn county(&self) -> Option<DivisionId> {
        self.context.county(self.gazetteer)
    }

    /// Whether a stretch of a passage names this county or something in it.
    pub fn county_in(&self, passage: usize, span: Span, county: DivisionId) -> bool {
        let inside = |r: &&Resolved| r.passage == passage && span.contains(r.span);
        self.resolved.iter().filter(inside).any(|r| self.gazetteer.county(r.division) == county)
    }

    /// The last place that lies inside a span.
    pub fn inside(&self, passage: usize, span: Span) -> Option<DivisionId> {
        self.resolved.iter().rev().find(|r| r.passage == passage && span.contains(r.span)).map(|r| r.division)
    }
}
