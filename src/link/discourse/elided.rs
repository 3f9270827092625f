//! Places that are named by their level alone: 县 in 县财政局.

use std::ops::RangeInclusive;

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
        let kind = self.kind(level)?;
        let up = |id: DivisionId| self.up(id, &kind);
        let recent = || self.last_before(at, &|id| up(id).is_some()).and_then(up);
        let here = || if self.names_in(at, &up) { recent() } else { None };
        let anchored = self.anchor.and_then(up);
        let lead = || self.lead.and_then(up);
        let home = || self.context.home.and_then(up);
        if is_county(level) {
            let main = || self.county().and_then(up);
            return anchored.or_else(here).or_else(lead).or_else(recent).or_else(main).or_else(home);
        }
        let first = || self.first_of(at).and_then(up).filter(|&id| self.gazetteer.level(id) == Level::County);
        anchored.or_else(first).or_else(home).or_else(lead).or_else(here).or_else(recent)
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
        self.up(id, &self.kind(level)?)
    }

    /// Whether a division had a name of this level before: 屯留区 was a county.
    pub fn was(&self, id: DivisionId, level: &str) -> bool {
        let Some(kind) = self.kind(level) else { return false };
        self.gazetteer.get(id).former().any(|(name, _)| name.ends_with(kind.ending))
    }

    fn up(&self, id: DivisionId, kind: &Kind) -> Option<DivisionId> {
        let fits = |&id: &DivisionId| {
            kind.levels.contains(&self.gazetteer.level(id)) && self.gazetteer.name(id).ends_with(kind.ending)
        };
        self.gazetteer.ancestry(id).find(fits)
    }

    /// The divisions that a level character names.
    fn kind(&self, level: &str) -> Option<Kind> {
        let (levels, ending) = match level {
            "province" => (Level::Province..=Level::Province, None),
            "city" => (Level::Province..=Level::County, Some("level:city")),
            "county" => (Level::County..=Level::County, Some("level:county")),
            "district" => (Level::County..=Level::County, Some("level:district")),
            "banner" => (Level::County..=Level::County, Some("level:banner")),
            "prefecture" => (Level::Prefecture..=Level::Prefecture, Some("level:prefecture")),
            "league" => (Level::Prefecture..=Level::Prefecture, Some("level:league")),
            "region" => (Level::Prefecture..=Level::Prefecture, Some("level:region")),
            _ => return None,
        };
        Some(Kind { levels, ending: ending.map_or("", |key| self.lexicon.phrase(key)) })
    }
}

/// Divisions of some levels whose names end in the same way.
struct Kind {
    levels: RangeInclusive<Level>,
    ending: &'static str,
}
