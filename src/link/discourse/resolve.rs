//! Which of its senses a printed place has.

use crate::layout::Role;
use crate::lexicon::{DivisionId, Form, Level, Sense};
use crate::mention::PlaceMention;
use crate::text::Span;

use super::{Discourse, Resolved};

/// A place where it is printed.
pub(super) struct Printed<'m> {
    pub passage: usize,
    pub place: &'m PlaceMention,
    /// The place right before it: 西宁市 of 西宁市|城北区.
    pub before: Option<Span>,
    /// The next place of the passage, wherever it stands.
    pub after: Option<&'m PlaceMention>,
    /// Whether it stands in a title.
    pub titled: bool,
}

impl Discourse<'_> {
    /// Finds the division that a place means, and notes it.
    pub(super) fn resolve(&mut self, printed: &Printed, role: Role) {
        let (passage, place) = (printed.passage, printed.place);
        let above = printed.before.and_then(|span| self.division_at(passage, span));
        let mut senses = self.below(above, &place.senses);
        if let Some(holding) = self.holding(&senses, printed) {
            senses = holding;
        }
        let inside = above.is_some_and(|above| senses.iter().all(|s| self.gazetteer.holds(above, s.division)));
        senses.retain(|s| {
            inside || (printed.titled && !place.contested && self.kept_kind(s, place)) || self.admits(s, place)
        });
        match self.context.choose(self.gazetteer, &senses, || self.neighbours(passage, &senses)) {
            Some(division) => {
                self.resolved.push(Resolved { passage, span: place.span, division, located: place.located });
                if role == Role::Byline && self.gazetteer.level(division) == Level::County {
                    self.anchor = self.anchor.or(Some(division));
                }
            }
            None if !senses.is_empty() => self.ambiguous.push((passage, place.span)),
            None => {}
        }
    }

    /// The senses that lie inside the place before, where any do; a township is nothing outside it.
    fn below(&self, above: Option<DivisionId>, senses: &[Sense]) -> Vec<Sense> {
        let Some(above) = above else { return senses.to_vec() };
        let inside = |s: &Sense| self.gazetteer.holds(above, s.division) && s.division != above;
        let higher = |s: &Sense| self.gazetteer.level(s.division) != Level::Township;
        if senses.iter().any(inside) {
            senses.iter().copied().filter(inside).collect()
        } else {
            senses.iter().copied().filter(higher).collect()
        }
    }

    /// The senses that hold the place right after: 普陀区 before 长寿路街道.
    fn holding(&self, senses: &[Sense], printed: &Printed) -> Option<Vec<Sense>> {
        let after = printed.after.filter(|after| after.chained && after.span.start() == printed.place.span.end())?;
        let holds = |s: &Sense, t: &Sense| self.gazetteer.holds(s.division, t.division) && t.division != s.division;
        let holding: Vec<Sense> = senses.iter().copied().filter(|s| after.senses.iter().any(|t| holds(s, t))).collect();
        (!holding.is_empty()).then_some(holding)
    }

    /// The divisions around, by which senses are chosen: first the one that the article named so before.
    fn neighbours(&self, passage: usize, senses: &[Sense]) -> Vec<DivisionId> {
        let mut named = self.resolved.iter().map(|r| r.division);
        let before = named.find(|id| senses.iter().any(|s| s.division == *id));
        before.into_iter().chain(self.near(passage)).collect()
    }

    /// Whether a name in a title keeps its kind (肃北县, not 沙河) or is of a prefecture or province: then it is believed.
    fn kept_kind(&self, sense: &Sense, place: &PlaceMention) -> bool {
        let division = self.gazetteer.get(sense.division);
        division.level < Level::County
            || (division.level == Level::County && (sense.form != Form::Short || place.kept_kind))
            || self.township(sense.division)
    }

    /// Whether a sense may be read here at all.
    fn admits(&self, sense: &Sense, place: &PlaceMention) -> bool {
        match sense.form {
            Form::Colloquial => self.context.vouches(self.gazetteer, sense.division),
            _ if self.gazetteer.level(sense.division) == Level::Township => self.township(sense.division),
            _ if place.doubtful => self.context.vouches(self.gazetteer, sense.division),
            // A county's short name is too often something else (沙河, 屏山) to stand without a neighbour.
            Form::Short if self.gazetteer.level(sense.division) == Level::County => {
                self.context.vouches(self.gazetteer, sense.division)
            }
            _ => true,
        }
    }

    /// Townships of one name are many: one is believed where its county, or the prefecture above, is spoken of.
    fn township(&self, id: DivisionId) -> bool {
        let county = self.gazetteer.county(id);
        let above = self.gazetteer.parent(county);
        let home = self.context.home;
        self.context.names(county)
            || home == Some(county)
            || above.is_some_and(|above| home == Some(above) || self.context.names(above))
    }
}
