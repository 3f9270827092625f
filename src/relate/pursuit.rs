//! Who acts on an initiative: the divisions of the clause, of the person who speaks, of the article.

mod together;

use crate::lexicon::{Class, Classes, DivisionId, Gazetteer, Hit};
use crate::link::{Discourse, Resolved};
use crate::mention::{InitiativeMention, Mentioned, Reading};
use crate::text::{Span, han};

use super::named::Named;

/// What is known of an article by those who look for the one who acts.
pub struct Acting<'a> {
    pub gazetteer: &'a Gazetteer,
    pub discourse: &'a Discourse<'a>,
    pub people: &'a Named<'a>,
    /// The county that the article speaks of most of the time, if there is one.
    pub main: Option<DivisionId>,
    /// The two divisions of an article on their cooperation, else none.
    pub partners: &'a [DivisionId],
}

impl Acting<'_> {
    /// The divisions that act on the initiative, and the rule that found them.
    pub fn actors(
        &self,
        mentioned: &Mentioned,
        passage: usize,
        initiative: &InitiativeMention,
    ) -> (Vec<DivisionId>, &'static str) {
        let text = mentioned.reading.text;
        let start = initiative.span.start();
        let sentence = mentioned.reading.sentence(start);
        let from = text[..start].rfind('；').map_or(sentence.start(), |i| (i + '；'.len_utf8()).max(sentence.start()));
        let before = Span::new(from.min(start), start);
        let together = self.together(mentioned, passage, before, initiative);
        if together.len() > 1 {
            return (together, "pursuit.together");
        }
        let clause = mentioned.reading.clause(start);
        let near = self.places(mentioned, passage, Span::new(clause.start().min(start), start)).next_back();
        if let Some(last) = near
            && !self.mere_ancestor(mentioned, &last, start)
        {
            return (vec![self.raise(last.division)], "pursuit.clause");
        }
        let (actor, rule) = self.own(mentioned, passage, before);
        let mut single = self.places(mentioned, passage, before).map(|place| self.raise(place.division));
        if let Some(partner) = single.rfind(|id| self.partners.contains(id)) {
            return (vec![partner], "pursuit.partner");
        }
        if actor.len() == 1 && rule != "pursuit.whole" && self.partners.len() > 1 && self.partners.contains(&actor[0]) {
            return (self.partners.to_vec(), "pursuit.partners");
        }
        (actor, rule)
    }

    /// Who acts where the clause does not say.
    fn own(&self, mentioned: &Mentioned, passage: usize, before: Span) -> (Vec<DivisionId>, &'static str) {
        let start = before.end();
        // In an article about one division 全省 and 市里 count in the initiative's own clause only.
        let reach = if self.discourse.anchor().is_some() {
            Span::new(mentioned.reading.clause(start).start().min(start), start)
        } else {
            before
        };
        if let Some(level) = self.whole(mentioned, reach)
            && let Some(division) = self.discourse.elided(level, (passage, start))
        {
            return (vec![division], "pursuit.whole");
        }
        if let Some(anchor) = self.discourse.anchor() {
            return (vec![anchor], "pursuit.speaker");
        }
        if let Some(found) = self.named(mentioned, passage, start) {
            return found;
        }
        if let Some(division) = self.meant(mentioned, passage, start) {
            return (vec![division], "pursuit.spoken");
        }
        if let Some(main) = self.main {
            return (vec![main], "pursuit.main");
        }
        // 会议强调，…: the meeting's division, and not a county that it spoke of in the sentence before.
        let met = self.opens(mentioned, start, "meeting").is_some();
        if let Some(division) = self.paragraph(mentioned, passage, start).filter(|_| !met) {
            return (vec![division], "pursuit.paragraph");
        }
        let fallback = self.discourse.subject().or(self.discourse.county()).or(self.discourse.home());
        (fallback.into_iter().collect(), "pursuit.article")
    }

    /// The division of the official whom the sentence names before `start`, or the county that he looks at.
    fn named(&self, mentioned: &Mentioned, passage: usize, start: usize) -> Option<(Vec<DivisionId>, &'static str)> {
        let sentence = mentioned.reading.sentence(start);
        // A leader of the city on a visit speaks of what the county does.
        let host = |division: DivisionId| self.main.is_some_and(|main| self.gazetteer.holds(division, main));
        let visited = |span: Span| {
            let after = Span::new(span.end().min(start), start);
            self.places(mentioned, passage, after).next().is_some()
        };
        let speaks = |(span, division): &&(Span, DivisionId)| {
            span.start() < start && sentence.contains(*span) && !host(*division) && !visited(*span)
        };
        let &(span, division) = self.people.of(passage).iter().rfind(speaks)?;
        // 在巴青县，市长次旦罗布查看了…: what is looked at is the county's.
        let head = Span::new(sentence.start().min(span.start()), span.start());
        let site = self.places(mentioned, passage, head).rfind(|place| {
            let county = self.raise(place.division);
            place.located && county != division && self.gazetteer.holds(division, county)
        });
        Some(match site {
            Some(site) => (vec![self.raise(site.division)], "pursuit.site"),
            None => (vec![division], "pursuit.person"),
        })
    }

    /// 他强调，…: the division of the official whom the passage names last before the sentence.
    fn meant(&self, mentioned: &Mentioned, passage: usize, start: usize) -> Option<DivisionId> {
        let first = self.opens(mentioned, start, "pronoun")?;
        let before = |(span, _): &&(Span, DivisionId)| span.end() <= first;
        let &(_, division) = self.people.of(passage).iter().rfind(before)?;
        (!self.main.is_some_and(|main| self.gazetteer.holds(division, main) && division != main)).then_some(division)
    }

    /// Where the sentence of `start` begins, if a function word of this part opens it.
    fn opens(&self, mentioned: &Mentioned, start: usize, part: &str) -> Option<usize> {
        let reading = &mentioned.reading;
        let first = reading.skip_space(reading.sentence(start).start());
        let word = reading.starting(first, Class::Grammar)?;
        (reading.value(word, Class::Grammar) == part).then_some(first)
    }

    /// The division that the paragraph names last before `start`, as a place or by an official.
    fn paragraph(&self, mentioned: &Mentioned, passage: usize, start: usize) -> Option<DivisionId> {
        let places: Vec<Resolved> = self.places(mentioned, passage, Span::new(0, start)).collect();
        // 登上绵阳新闻广播, after a village of a county of 绵阳: the county acts.
        let above = |place: &&Resolved| {
            let holds = |other: &Resolved| self.gazetteer.holds(place.division, other.division);
            places.iter().any(|other| holds(other) && other.division != place.division)
        };
        let place = places.iter().rfind(|place| !above(place));
        let place = place.map(|place| (place.span.start(), self.raise(place.division)));
        let mut people = self.people.of(passage).iter();
        let person = people.rfind(|(span, _)| span.start() < start).map(|(span, division)| (span.start(), *division));
        [place, person].into_iter().flatten().max_by_key(|&(at, _)| at).map(|(_, division)| division)
    }

    /// Townships act through their county.
    fn raise(&self, division: DivisionId) -> DivisionId {
        self.gazetteer.county(division)
    }

    /// The places of a stretch of a passage that may act.
    fn places(
        &self,
        mentioned: &Mentioned,
        passage: usize,
        stretch: Span,
    ) -> impl DoubleEndedIterator<Item = Resolved> {
        let inside = move |r: &&Resolved| r.passage == passage && stretch.contains(r.span);
        let acts = move |r: &&Resolved| !idle(&mentioned.reading, r.span);
        self.discourse.resolved().iter().filter(inside).filter(acts).copied()
    }

    /// In an article about one division a place above it (推动西宁…) is no actor, unless it stands right before.
    fn mere_ancestor(&self, mentioned: &Mentioned, place: &Resolved, start: usize) -> bool {
        let Some(anchor) = self.discourse.anchor() else { return false };
        let gap = &mentioned.reading.text[place.span.end()..start];
        let above = place.division != anchor && self.gazetteer.holds(place.division, anchor);
        above && gap.chars().count() > 3
    }

    /// 全市, 我县, 州里: the level of the last such word of a stretch.
    fn whole<'m>(&self, mentioned: &'m Mentioned, stretch: Span) -> Option<&'m str> {
        let reading = &mentioned.reading;
        let hits = reading.hits_between(stretch.start(), stretch.end()).iter().rev();
        let wanted = Classes::of(&[Class::Whole, Class::Level]);
        let titled = |hit: Span| mentioned.posts.iter().any(|post| post.span.overlaps(hit));
        let free = hits.filter(|hit| {
            hit.is(wanted) && stretch.contains(hit.span()) && reading.ending(hit.start(), Class::Place).is_none()
        });
        // 县政府紧扣|市委|“三大战略”，推进…: what a verb has for its object says whose the next thing is, and no more.
        let owns = |hit: &&Hit| {
            // 按照|省委、省政府|部署
            let mut first = hit.start();
            while let Some(listed) = reading.text[..first].strip_suffix(han::enumerates)
                && let Some(before) = reading.ending(listed.len(), Class::Whole)
            {
                first = before.start();
            }
            let object =
                reading.before(first).is_some_and(han::is_han) && reading.ending(first, Class::Boundary).is_none();
            !object || reading.text[hit.end()..stretch.end()].chars().count() <= ADJACENT
        };
        free.filter(|hit| !titled(hit.span())).filter(owns).find_map(|&hit| {
            if hit.is(Class::Whole) {
                return Some(reading.value(hit, Class::Whole));
            }
            // 市科学技术局, 州财政局: a level character before a body.
            let body = reading.starting(hit.end(), Classes::of(&[Class::Body, Class::Stem])).is_some();
            let edge = reading.before(hit.start()).is_none_or(|c| !han::is_han(c))
                || reading.ending(hit.start(), Class::Boundary).is_some();
            (body && edge && hit.is(Class::Level)).then(|| reading.value(hit, Class::Level))
        })
    }
}

/// How many characters may stand between 全市 and the thing that is the city's: a mark, 的.
const ADJACENT: usize = 2;

/// Whether a place is where somebody comes from (来自南开区), or a piece of a name in quotation marks (“利川红”).
fn idle(reading: &Reading, place: Span) -> bool {
    let origin = reading.ending(place.start(), Class::Grammar);
    if origin.is_some_and(|hit| reading.value(hit, Class::Grammar) == "origin") {
        return true;
    }
    let before = reading.text[..place.start()].chars().rev().take(NAME);
    let Some(closing) = before.take_while(|&c| han::quotes(c).is_some() || is_inside(c)).find_map(han::quotes) else {
        return false;
    };
    let mut after = reading.text[place.end()..].chars().take(NAME).skip_while(|&c| is_inside(c));
    after.next() == Some(closing)
}

/// How far the quotation marks around a name are from a place inside it at most, in characters.
const NAME: usize = 8;

fn is_inside(c: char) -> bool {
    !han::ends_clause(c) && !han::closes(c) && !han::opens(c)
}
