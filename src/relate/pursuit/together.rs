//! Several divisions that act on one initiative: 甲县与乙县携手…, 甲、乙两县…, 三县共建….

use std::collections::BTreeSet;

use crate::lexicon::{Class, DivisionId, Hit, Level, halves};
use crate::link::Resolved;
use crate::mention::{InitiativeMention, Mentioned, Reading};
use crate::text::{Span, han};

use super::super::cooperation::joined;
use super::Acting;

impl Acting<'_> {
    /// The divisions that act together, or none: those named in the sentence up to the initiative where a word says that
    /// they do something in common, those that 三县 counts, those of a list that stands before the initiative.
    pub(super) fn together(
        &self,
        mentioned: &Mentioned,
        passage: usize,
        before: Span,
        initiative: &InitiativeMention,
    ) -> Vec<DivisionId> {
        let reading = &mentioned.reading;
        let stretch = Span::new(before.start(), initiative.span.end());
        let inside = reading.hits_between(stretch.start(), stretch.end()).iter();
        let words: Vec<Hit> =
            inside.filter(|hit| hit.is(Class::Cooperate) && hit.end() <= stretch.end()).copied().collect();
        let value = |hit: &Hit| reading.value(*hit, Class::Cooperate);
        // 按照福建、宁夏两省区的部署，德化将…: who acts stands in the initiative's own clause.
        let clause = reading.clause(before.end());
        let own = Span::new(clause.start().clamp(before.start(), before.end()), before.end());
        let inside = words.iter().any(|hit| own.contains(hit.span()));
        let named = || self.places(mentioned, passage, own).next().is_some() || self.whole(mentioned, own).is_some();
        if !inside && !words.is_empty() && named() {
            return self.listed(mentioned, passage, own);
        }
        // “三地”建设: a number in quotation marks is a name, and counts nothing.
        let quoted = |hit: &Hit| reading.before(hit.start()).is_some_and(han::opens);
        let free = words.iter().rev().filter(|hit| !initiative.span.contains(hit.span()) && !quoted(hit));
        let counted = free.filter_map(|hit| self.counted(mentioned, passage, *hit)).next();
        if let Some(counted) = counted {
            return counted;
        }
        if words.iter().any(|hit| value(hit) == TOGETHER) {
            return self.in_common(mentioned, passage, before);
        }
        self.listed(mentioned, passage, own)
    }

    /// Those named in the stretch, and the article's own where only the partners are named.
    fn in_common(&self, mentioned: &Mentioned, passage: usize, before: Span) -> Vec<DivisionId> {
        let reading = &mentioned.reading;
        let places: Vec<Resolved> = self.places(mentioned, passage, before).collect();
        let mut divisions = self.lowest(&places);
        // 与东海县携手打造…: the partner alone is named, and the article's own division is the other.
        if let Some(first) = places.first().map(|place| place.span.start())
            && reading.ending(first, Class::Cooperate).is_some_and(|hit| cooperates(reading, hit, "with"))
            && let [own] = self.own(mentioned, passage, Span::new(before.start(), first)).0[..]
        {
            divisions.push(own);
        }
        divisions.sort();
        divisions.dedup();
        divisions
    }

    /// 三县, 两省: as many divisions of this kind as the number says, if the sentence, the passage or the article up to
    /// here names exactly so many.
    fn counted(&self, mentioned: &Mentioned, passage: usize, hit: Hit) -> Option<Vec<DivisionId>> {
        let (number, kind) = halves(mentioned.reading.value(hit, Class::Cooperate), b':')?;
        let number: usize = number.parse().ok()?;
        let gazetteer = self.gazetteer;
        let of_kind = |id: DivisionId| match kind {
            "province" => gazetteer.ancestry(id).find(|&id| gazetteer.level(id) == Level::Province),
            "prefecture" => Some(self.raise(id)).filter(|&id| gazetteer.level(id) == Level::Prefecture),
            "county" => Some(self.raise(id)).filter(|&id| gazetteer.level(id) == Level::County),
            _ => Some(self.raise(id)).filter(|&id| gazetteer.level(id) != Level::Province),
        };
        let sentence = mentioned.reading.sentence(hit.start()).start();
        let resolved = self.discourse.resolved();
        let here =
            |from: usize| move |r: &&Resolved| r.passage == passage && (from..hit.start()).contains(&r.span.start());
        let sentence: Vec<&Resolved> = resolved.iter().filter(here(sentence)).collect();
        let paragraph: Vec<&Resolved> = resolved.iter().filter(here(0)).collect();
        let article: Vec<&Resolved> = resolved.iter().filter(|r| r.passage < passage || here(0)(r)).collect();
        [sentence, paragraph, article, resolved.iter().collect()].iter().find_map(|places| {
            let mut divisions: BTreeSet<DivisionId> = places.iter().filter_map(|r| of_kind(r.division)).collect();
            let all = divisions.clone();
            divisions.retain(|&id| !all.iter().any(|&below| below != id && gazetteer.holds(id, below)));
            (divisions.len() == number).then(|| divisions.into_iter().collect())
        })
    }

    /// 甲县、乙县和丙区推行…: the list of divisions that stands last before the initiative in its clause.
    fn listed(&self, mentioned: &Mentioned, passage: usize, clause: Span) -> Vec<DivisionId> {
        let reading = &mentioned.reading;
        let places: Vec<Resolved> = self.places(mentioned, passage, clause).collect();
        if places.iter().any(|place| place.located) {
            return Vec::new();
        }
        let run = joined(reading.text, &places, self.gazetteer, |at| reading.ending(at, Class::Join).is_some());
        run.into_iter().collect()
    }

    /// The divisions of these places, without those that hold another of them, and without provinces.
    fn lowest(&self, places: &[Resolved]) -> Vec<DivisionId> {
        let mut divisions: Vec<DivisionId> = Vec::new();
        for place in places {
            let division = self.raise(place.division);
            divisions.retain(|&other| other == division || !self.gazetteer.holds(other, division));
            let below = divisions.iter().any(|&other| self.gazetteer.holds(division, other));
            if !below && self.gazetteer.level(division) != Level::Province {
                divisions.push(division);
            }
        }
        divisions
    }
}

/// The value of the words that say that something is done in common.
const TOGETHER: &str = "together";

/// Whether a hit is a word of cooperation of this value.
fn cooperates(reading: &Reading, hit: Hit, value: &str) -> bool {
    hit.is(Class::Cooperate) && reading.value(hit, Class::Cooperate) == value
}
