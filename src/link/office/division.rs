//! The division that an office's jurisdiction is: printed, named by its level alone, or left to the article.

use crate::lexicon::{Class, DivisionId, Gazetteer, Level};
use crate::mention::{BodyKind, RankKind};

use super::super::discourse::{Discourse, is_county};
use super::memory::Memory;
use super::named_part::NamedPart;
use super::printed::Printed;
use super::{Offices, parts};

/// How far behind the last title of a passage, in bytes, its division still holds.
const NEAR: usize = 120;

impl Offices<'_> {
    /// The division of the office's jurisdiction.
    pub(super) fn division(&self, printed: &Printed, parts: &[NamedPart], discourse: &Discourse) -> Option<DivisionId> {
        let national = |part: &NamedPart| self.lexicon.word(&part.text, Class::Body).is_some_and(BodyKind::is_national);
        if printed.post.kind == RankKind::Nation || parts.first().is_some_and(national) {
            return None;
        }
        let named = printed.division(discourse);
        let named = self.of_rank(printed, named).or(named);
        if let Some(known) = self.unit(printed, named, discourse).or(named) {
            return Some(known);
        }
        let grassroots = parts.first().is_some_and(|part| part.kind == BodyKind::Grassroots);
        match self.level(printed) {
            Some(level) => self.of_level(level, printed, parts, discourse),
            None if grassroots && self.carried(printed).is_none() => self.around(printed, discourse),
            None => self.of_article(printed, parts, discourse),
        }
    }

    /// 龙泉|副市长, 武胜|副县长: the rank tells which of the divisions of a short name is meant.
    fn of_rank(&self, printed: &Printed, named: Option<DivisionId>) -> Option<DivisionId> {
        let (reading, post) = (printed.reading, printed.post);
        let place = post.places.last().filter(|place| post.is_head() && place.end() == post.rank.start())?;
        let kind = printed.word().chars().next()?;
        let fits = |id: &DivisionId| self.gazetteer().name(*id).ends_with(kind);
        if named.as_ref().is_some_and(fits) {
            return named;
        }
        let hit = reading.all_ending(place.end(), Class::Place).find(|hit| hit.span() == *place)?;
        let mut senses = reading.senses(hit).map(|sense| sense.division);
        let mut fitting = senses.by_ref().filter(|id| self.gazetteer().level(*id) != Level::Township && fits(id));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The township or street that the body is of or in, where the gazetteer knows it and it lies in the place printed.
    fn unit(&self, printed: &Printed, named: Option<DivisionId>, discourse: &Discourse) -> Option<DivisionId> {
        let unit = printed.post.parts.iter().find_map(|part| {
            let whole = part.name?.cover(part.span);
            // 朝阳|社区 is named after nothing that the gazetteer has; 上党|分局 is.
            let inside = discourse.inside(printed.passage, whole);
            let below =
                |&id: &DivisionId| part.kind != BodyKind::Grassroots || self.gazetteer().level(id) == Level::Township;
            discourse.division_at(printed.passage, whole).or(inside.filter(below))
        });
        unit.filter(|&unit| named.is_none_or(|above| self.gazetteer().holds(above, unit)))
    }

    /// The level that a character before the body (市财政局) or the rank itself (县长) names.
    fn level(&self, printed: &Printed) -> Option<&'static str> {
        match (printed.post.level, printed.post.kind) {
            (Some(span), _) => self.lexicon.word(printed.reading.slice(span), Class::Level),
            (None, RankKind::Head(level)) => Some(level),
            (None, _) => None,
        }
    }

    /// The title before in the same list, unless it is a seat.
    fn carried(&self, printed: &Printed) -> Option<&Memory<'_>> {
        self.previous(printed.passage).filter(|memory| printed.chained && !memory.seat)
    }

    /// The division of the title before, if that is of the same list or near.
    fn near(&self, printed: &Printed) -> Option<DivisionId> {
        let near = |memory: &&Memory| {
            printed.chained || (printed.post.span.start() < memory.span.end() + NEAR && !memory.is_past(printed))
        };
        self.previous(printed.passage).filter(|memory| !memory.seat).filter(near)?.division
    }

    /// A division that only its level is named of.
    fn of_level(
        &self,
        level: &str,
        printed: &Printed,
        parts: &[NamedPart],
        discourse: &Discourse,
    ) -> Option<DivisionId> {
        let gazetteer = self.gazetteer();
        match level {
            // 市人大代表、界首市委副书记: the seat is in the city above the one that the next post names.
            "city" if parts::is_seat(parts, printed.word()) && city_county(discourse, gazetteer) => {
                discourse.anchor().and_then(|anchor| gazetteer.parent(anchor))
            }
            // 全国人大代表: a seat of no division that the gazetteer has.
            "nation" => None,
            // Townships without a name are kept under their county.
            "town" | "township" | "sumu" => self
                .near(printed)
                .filter(|&id| gazetteer.level(id) >= Level::County)
                .or_else(|| discourse.last_before(printed.at(), &|id| gazetteer.level(id) >= Level::County))
                .or_else(|| discourse.subject())
                .or_else(|| discourse.county())
                .or_else(|| discourse.home()),
            level => {
                // 屯留县委常委，县监委主任: a county that is a district by now.
                let county = |id: &DivisionId| is_county(level) && gazetteer.level(*id) == Level::County;
                // 现任武夷山市副市长，拟任市文体和旅游局局长: a new stage may lie in the city above.
                let city = level == "city" && printed.post.qualified && !printed.chained;
                let near = self.near(printed).filter(|_| !city);
                let same = near.and_then(|id| discourse.up_to(id, level));
                let same = same.or(near.filter(|id| printed.chained && county(id)));
                let past = self.previous(printed.passage).filter(|memory| memory.is_past(printed));
                let at = past.map_or(printed.at(), |memory| (memory.passage, memory.span.start()));
                // 瑞金市副市长…。县委书记…: a city that was a county once, but only where no county is spoken of.
                let once = || near.filter(|id| county(id) && discourse.was(*id, level));
                same.or_else(|| discourse.elided(level, at)).or_else(once)
            }
        }
    }

    /// Of a village or street that the gazetteer does not know: the county around it.
    fn around(&self, printed: &Printed, discourse: &Discourse) -> Option<DivisionId> {
        let gazetteer = self.gazetteer();
        let place = discourse.last_before(printed.at(), &|id| gazetteer.level(id) >= Level::County);
        place
            .filter(|_| discourse.named_here(printed.at()))
            .or_else(|| discourse.anchor())
            .or_else(|| discourse.main_counties().0)
            .or(place)
            .or_else(|| discourse.subject())
            .or_else(|| discourse.county())
            .or_else(|| discourse.home())
    }

    /// Of a body that is printed without any place: as the list goes on, as the body was placed before, as the article
    /// speaks of one division.
    fn of_article(&self, printed: &Printed, parts: &[NamedPart], discourse: &Discourse) -> Option<DivisionId> {
        let (gazetteer, at) = (self.gazetteer(), printed.at());
        let level = |id: DivisionId| gazetteer.level(id);
        let same = |memory: &&Memory| !memory.parts.is_empty() && memory.parts.first() == parts.first();
        let here = discourse.last_before(at, &|id| level(id) >= Level::County);
        self.carried(printed)
            .and_then(|memory| memory.division)
            .or_else(|| self.memory.iter().rev().find(same)?.division)
            .or_else(|| discourse.anchor())
            .or_else(|| here.filter(|_| discourse.named_here(at)))
            .or_else(|| discourse.subject())
            .or_else(|| discourse.last_before(at, &|id| level(id) == Level::County))
            .or_else(|| discourse.county())
            .or_else(|| discourse.home())
    }
}

/// Whether the article is about a city of county rank.
fn city_county(discourse: &Discourse, gazetteer: &Gazetteer) -> bool {
    discourse.anchor().is_some_and(|anchor| {
        gazetteer.level(anchor) == Level::County && discourse.up_to(anchor, "city") == Some(anchor)
    })
}
