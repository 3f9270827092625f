//! The places in front of a title: which surfaces of the gazetteer are places there, and which are bodies or names.

use crate::lexicon::{Class, Form, Hit, Level, Sense};
use crate::text::Span;

use super::super::super::place;
use super::super::{BodyKind, Part};
use super::Leftwards;

impl Leftwards<'_, '_> {
    /// A place name directly in front, and the places above it.
    pub(super) fn place(&mut self) -> bool {
        let Some(hit) = self.place_hit(self.at) else { return false };
        let last = self.post.parts.last().filter(|part| part.name.is_none());
        let unreadable =
            last.is_some_and(|part| (part.open && !self.edged(hit)) || (part.kind.is_local() && !self.full(hit)));
        let longer = self.reading.ending(self.at, Class::Body).is_some_and(|body| body.start() < hit.start());
        if unreadable || longer || self.township(hit) {
            return false;
        }
        self.post.places.push(hit.span());
        if place::contested(self.reading, hit) {
            self.post.level = self.reading.ending(hit.end(), Class::Level).map(Hit::span);
        }
        self.at = hit.start();
        while let Some(above) = self.place_hit(self.at) {
            self.post.places.push(above.span());
            self.at = above.start();
        }
        true
    }

    /// A township or street in front is a body of its own: its name goes, its kind (镇, 街道) stays in the title.
    fn township(&mut self, hit: Hit) -> bool {
        let gazetteer = self.reading.lexicon.gazetteer();
        let mut senses = self.reading.senses(hit);
        if !senses.all(|sense| gazetteer.level(sense.division) == Level::Township) {
            return false;
        }
        let grassroots = |body: &Hit| {
            let row = BodyKind::of_row(self.reading.value(*body, Class::Body));
            row.is_some_and(|(kind, _)| kind == BodyKind::Grassroots)
        };
        let body = self.reading.ending(hit.end(), Class::Body).filter(|body| body.start() > hit.start());
        let Some(kind) = body.filter(grassroots) else { return false };
        let name = Some(Span::new(hit.start(), kind.start()));
        self.post.parts.push(Part { name, ..Part::new(kind.span(), BodyKind::Grassroots, false) });
        self.at = hit.start();
        true
    }

    /// Whether a place can begin where the hit does: 庆元 does not in 百山祖国家公园庆元保护中心.
    pub(super) fn edged(&self, hit: Hit) -> bool {
        self.full(hit) || place::edge(self.reading, hit.start())
    }

    /// Whether a place stands with a full name, or a short one that keeps its kind (肃北县). 红旗 in 红旗社区 does not.
    pub(super) fn full(&self, hit: Hit) -> bool {
        place::is_full(self.reading, hit) || self.reading.ending(hit.end(), Class::Level).is_some()
    }

    /// The longest place that ends here. A colloquial name needs a place before it, a name of one character is none.
    pub(super) fn place_hit(&self, at: usize) -> Option<Hit> {
        self.reading.all_ending(at, Class::Place).filter(|hit| hit.span().len() > 3).find(|&hit| {
            let plain = self.reading.senses(hit).any(|Sense { form, .. }| form != Form::Colloquial);
            !place::cut(self.reading, hit)
                && !place::turned(self.reading, hit)
                && (plain || self.reading.ending(hit.start(), Class::Place).is_some())
        })
    }
}
