//! Places that are named by their level alone: 县 in 县财政局.

use crate::lexicon::{DivisionId, Level};

use super::{At, Discourse};

/// Whether a level character names divisions of county rank: 县, 区, 旗.
pub(in crate::link) fn is_county(level: &str) -> bool {
    matches!(level, "county" | "district" | "banner")
}

impl Discourse<'_> {
    /// What an elided place means: `level` is the value of the level character's row, `at` where it stands.
    ///
    /// The article's own division and those above it go first where they are of that level; then the division named
    /// last before; then the home of the page.
    pub fn elided(&self, level: &str, at: At) -> Option<DivisionId> {
        let up = |id: DivisionId| self.up_to(id, level);
        let county = is_county(level);
        let recent = self.last_before(at, &|id| up(id).is_some()).and_then(up);
        let here = recent.filter(|_| self.names_in(at, &up));
        let anchored = self.anchor.and_then(up);
        let lead = self.lead.and_then(up);
        let home = self.context.home.and_then(up);
        let main = self.county().and_then(up);
        let first = self.first_of(at).and_then(up).filter(|&id| self.gazetteer.level(id) == Level::County);
        let choices = if county {
            [anchored, here, lead, recent, main, home]
        } else {
            [anchored, first, home, lead, here, recent]
        };
        choices.into_iter().flatten().next()
    }

    /// The first place of the passage of `at`, if it stands before it and is not where something happens.
    fn first_of(&self, at: At) -> Option<DivisionId> {
        let first = self.resolved.iter().find(|r| r.passage == at.0)?;
        (first.span.start() < at.1 && !first.located).then_some(first.division)
    }

    /// Whether the passage of `at` names, before it, a division with one of the wanted level above it.
    fn names_in(&self, at: At, up: &dyn Fn(DivisionId) -> Option<DivisionId>) -> bool {
        self.resolved.iter().any(|r| r.passage == at.0 && r.span.start() < at.1 && up(r.division).is_some())
    }

    /// The division itself or the one above it that is of this level.
    pub fn up_to(&self, id: DivisionId, level: &str) -> Option<DivisionId> {
        self.gazetteer.ancestry(id).find(|&id| self.is_level(id, level))
    }

    /// Whether a division is of the level that a level character names.
    fn is_level(&self, id: DivisionId, level: &str) -> bool {
        let division = self.gazetteer.get(id);
        let of_kind = |key: &str| division.name.ends_with(self.lexicon.phrase(key));
        match level {
            "province" => division.level == Level::Province,
            "city" => division.level < Level::Township && of_kind("level:city"),
            "county" => division.level == Level::County && of_kind("level:county"),
            "district" => division.level == Level::County && of_kind("level:district"),
            "banner" => division.level == Level::County && of_kind("level:banner"),
            "prefecture" => division.level == Level::Prefecture && of_kind("level:prefecture"),
            "league" => division.level == Level::Prefecture && of_kind("level:league"),
            "region" => division.level == Level::Prefecture && of_kind("level:region"),
            _ => false,
        }
    }
}
