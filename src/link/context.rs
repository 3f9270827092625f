//! What a page is about, geographically: the ground on which namesakes are told apart and elided places filled in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::lexicon::{Class, DivisionId, Form, Gazetteer, Level, Lexicon, Sense};
use crate::mention::PlaceMention;
use crate::text::Span;

/// The geography of one page.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The outlet's home, or the division that most of the page lies in.
    pub home: Option<DivisionId>,
    /// Divisions named without doubt, with how often.
    named: BTreeMap<DivisionId, usize>,
}

impl Context {
    /// From the outlet's name and the places of the page.
    pub fn new(lexicon: &Lexicon, outlet: Option<&str>, places: &[&PlaceMention]) -> Self {
        let gazetteer = lexicon.gazetteer();
        let mut this = Self::default();
        for place in places {
            if let [sense] = counties(gazetteer, &place.senses)[..]
                && !place.doubtful
                && sense.form != Form::Colloquial
                && !(sense.form == Form::Short && gazetteer.level(sense.division) == Level::County)
            {
                *this.named.entry(sense.division).or_default() += 1;
            }
        }
        this.home = outlet.and_then(|outlet| this.outlet(lexicon, outlet)).or_else(|| this.majority(gazetteer));
        // Names that needed the context's word and have it now count too: 高县 in a page of 宜宾.
        let vouched: Vec<DivisionId> = places
            .iter()
            .filter_map(|place| match counties(gazetteer, &place.senses)[..] {
                [sense] if place.doubtful || sense.form == Form::Short => Some(sense.division),
                _ => None,
            })
            .filter(|&id| !this.names(id) && this.vouches(gazetteer, id))
            .collect();
        for id in vouched {
            *this.named.entry(id).or_default() += 1;
        }
        this
    }

    /// Where a table says that the outlet is at home, or the place in its name: 西宁 of 西宁晚报. The lowest that can be told.
    fn outlet(&self, lexicon: &Lexicon, outlet: &str) -> Option<DivisionId> {
        if let Some(home) = lexicon.word(outlet, Class::Outlet).and_then(|code| lexicon.gazetteer().by_code(code)) {
            return Some(home);
        }
        let hits = lexicon.scan(outlet);
        let mut best: Option<(Span, DivisionId)> = None;
        for &hit in hits.all() {
            let senses: Vec<Sense> =
                lexicon.senses(hit).filter(|sense| !matches!(sense.form, Form::Former(_))).collect();
            let mut senses = counties(lexicon.gazetteer(), &senses).into_owned();
            if let Some((span, above)) = best
                && span.end() == hit.start()
            {
                senses.retain(|sense| lexicon.gazetteer().holds(above, sense.division));
            }
            if let Some(id) = self.choose(lexicon.gazetteer(), &senses, Vec::new).filter(|_| hit.span().len() > 3)
                && best.is_none_or(|(span, _)| span.end() == hit.start() || hit.span().len() > span.len())
            {
                best = Some((hit.span(), id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// The prefecture, else the province, that holds more than half of what is named.
    fn majority(&self, gazetteer: &Gazetteer) -> Option<DivisionId> {
        let mut votes: BTreeMap<DivisionId, usize> = BTreeMap::new();
        let mut total = 0;
        for (&id, &count) in &self.named {
            total += count;
            for above in gazetteer.ancestry(id) {
                *votes.entry(above).or_default() += count;
            }
        }
        let lowest = |level| {
            votes
                .iter()
                .filter(|&(&id, &count)| gazetteer.level(id) == level && count * 2 > total)
                .max_by_key(|&(_, &count)| count)
                .map(|(&id, _)| id)
        };
        [Level::Prefecture, Level::Province].into_iter().find_map(lowest)
    }

    /// The county that the page names most, where it is named more often than any other.
    pub fn county(&self, gazetteer: &Gazetteer) -> Option<DivisionId> {
        let mut counts: Vec<(usize, DivisionId)> = self
            .named
            .iter()
            .filter(|&(&id, _)| gazetteer.level(id) == Level::County)
            .map(|(&id, &count)| (count, id))
            .collect();
        counts.sort_unstable_by_key(|&(count, id)| (std::cmp::Reverse(count), id));
        match counts[..] {
            [] => None,
            [(_, id)] => Some(id),
            [(first, id), (second, _), ..] => (first > second).then_some(id),
        }
    }

    /// Whether the page names the division without doubt.
    pub fn names(&self, id: DivisionId) -> bool {
        self.named.contains_key(&id)
    }

    /// The best of several senses; `near` are the divisions around, nearest first. `None` where two are equally good.
    pub fn choose(
        &self,
        gazetteer: &Gazetteer,
        senses: &[Sense],
        near: impl FnOnce() -> Vec<DivisionId>,
    ) -> Option<DivisionId> {
        let first = senses.first()?.division;
        if senses.iter().all(|sense| sense.division == first) {
            return Some(first);
        }
        let near = near();
        let mut scored: Vec<(i32, DivisionId)> =
            senses.iter().map(|sense| (self.score(gazetteer, sense, &near), sense.division)).collect();
        scored.sort_by_key(|&(score, id)| (-score, id));
        scored.dedup_by_key(|&mut (_, id)| id);
        match scored[..] {
            [] => None,
            [(_, id)] => Some(id),
            [(best, id), (second, _), ..] => (best > second).then_some(id),
        }
    }

    /// How well a sense fits the page: its own form and level, what the page names of its family, home, neighbours.
    fn score(&self, gazetteer: &Gazetteer, sense: &Sense, near: &[DivisionId]) -> i32 {
        let form = match sense.form {
            Form::Full => 6,
            Form::Short => 5,
            Form::Former(_) => 2,
            Form::Colloquial => 0,
        };
        let level = match gazetteer.level(sense.division) {
            Level::Province => 6,
            Level::Prefecture => 4,
            Level::County => 2,
            Level::Township => 0,
        };
        let id = sense.division;
        form + level + self.family(gazetteer, id) + self.at_home(gazetteer, id) + neighbourhood(gazetteer, id, near)
    }

    /// What it is worth that the page names the division itself, those above it, its sisters.
    fn family(&self, gazetteer: &Gazetteer, id: DivisionId) -> i32 {
        let division = gazetteer.get(id);
        let count = |id: DivisionId| few(self.named.get(&id).copied().unwrap_or(0));
        let above = gazetteer.ancestry(id).skip(1).zip([4, 2, 1]).map(|(parent, weight)| weight * count(parent));
        let sister = |other: &&DivisionId| **other != id && gazetteer.parent(**other) == division.parent;
        let sisters = match division.level {
            Level::County => 2 * few(self.named.keys().filter(sister).take(3).count()),
            _ => 0,
        };
        8 * i32::from(self.names(id)) + above.max().unwrap_or(0) + sisters
    }

    /// What it is worth to be the page's home, to lie in it, or beside it.
    fn at_home(&self, gazetteer: &Gazetteer, id: DivisionId) -> i32 {
        let Some(home) = self.home else { return 0 };
        if home == id {
            return 16;
        }
        let holds = |above: DivisionId| gazetteer.ancestry(id).skip(1).any(|parent| parent == above);
        let beside = match gazetteer.ancestry(home).position(holds) {
            Some(0 | 1) => 5,
            Some(_) => 2,
            None => 0,
        };
        beside + 12 * i32::from(holds(home))
    }

    /// Whether a name that needs the context's word has it: the division, its parent or a sister is named or home.
    pub fn vouches(&self, gazetteer: &Gazetteer, id: DivisionId) -> bool {
        let parent = gazetteer.parent(id);
        self.names(id)
            || self.home.is_some_and(|home| gazetteer.ancestry(home).any(|above| Some(above) == parent || above == id))
            || parent.is_some_and(|parent| {
                gazetteer.level(parent) == Level::Prefecture
                    && (self.names(parent) || self.named.keys().any(|&other| gazetteer.parent(other) == Some(parent)))
            })
    }
}

/// What it is worth to be related to the divisions around, the nearest first.
fn neighbourhood(gazetteer: &Gazetteer, id: DivisionId, near: &[DivisionId]) -> i32 {
    let parent = gazetteer.parent(id);
    let related = |other: DivisionId| {
        other == id || gazetteer.holds(other, id) || (parent.is_some() && gazetteer.parent(other) == parent)
    };
    near.iter().zip([8, 6, 4, 2]).map(|(&other, weight)| weight * i32::from(related(other))).sum()
}

/// A count, of which more than three tell no more.
fn few(count: usize) -> i32 {
    i32::try_from(count.min(3)).unwrap_or(3)
}

/// Of several senses those at or above the county, where there are any.
fn counties<'s>(gazetteer: &Gazetteer, senses: &'s [Sense]) -> Cow<'s, [Sense]> {
    let high = |sense: &Sense| gazetteer.level(sense.division) != Level::Township;
    match senses.iter().filter(|sense| high(sense)).count() {
        0 => Cow::Borrowed(senses),
        all if all == senses.len() => Cow::Borrowed(senses),
        _ => senses.iter().copied().filter(high).collect(),
    }
}
