//! The reader that walks from the rank to the left: bodies, level, places.

mod place;

use crate::entity::Status;
use crate::lexicon::{Class, Classes, Hit};
use crate::text::Span;
use crate::text::han;

use super::super::place::edge;
use super::super::reading::Reading;
use super::{BodyKind, Part, Post, RankKind};

/// How far an open name may reach, in characters: the longest bodies of the development texts have 14.
const OPEN: usize = 14;

/// The longest bracket inside a name, in characters.
const BRACKET: usize = 4;

/// How far a name may reach before a conjunction inside it, in characters.
const JOINED: usize = 6;

/// A walk over the text before a rank that fills in the post as it goes.
pub(super) struct Leftwards<'r, 'a> {
    reading: &'r Reading<'a>,
    at: usize,
    post: &'r mut Post,
}

impl<'r, 'a> Leftwards<'r, 'a> {
    /// A walk that begins at `at`, left of the rank and its modifiers.
    pub(super) fn new(reading: &'r Reading<'a>, at: usize, post: &'r mut Post) -> Self {
        Self { reading, at, post }
    }

    /// Reads the body, the level and the places; returns where the title starts.
    pub(super) fn read(mut self) -> usize {
        if self.post.kind == RankKind::NoOffice {
            return self.description();
        }
        loop {
            self.skip_ordinal();
            self.owner();
            self.inner_qualifier();
            let before = self.at;
            if self.branch() {
                continue;
            }
            if self.place() || self.committee() {
                break;
            }
            // A township's name is taken as a part and not as a place: the walk goes on left of it.
            if self.at < before || self.body() {
                continue;
            }
            if self.level() || !self.open_name() {
                break;
            }
        }
        self.post.parts.reverse();
        self.post.places.reverse();
        if self.post.bare() && !self.post.governs() {
            self.unknown();
        }
        self.short();
        self.at
    }

    /// ，局|党组书记: the group of a department that the text has named.
    fn short(&mut self) {
        let group = self.reading.lexicon.phrase("party-group");
        let [part] = &self.post.parts[..] else { return };
        let own = self.post.unplaced() && part.name.is_none() && self.reading.slice(part.span) == group;
        let Some(hit) = self.reading.ending(self.at, Class::Body).filter(|hit| own && single(*hit)) else { return };
        let edge = self.reading.before(hit.start()).is_none_or(|c| !han::is_han(c))
            || self.reading.ending(hit.start(), Class::Boundary).is_some();
        if edge {
            self.post.short = Some(hit.span());
            self.at = hit.start();
        }
    }

    /// ，市足协|主席: a body that nothing tells to be one, behind the character of its level. Whoever leads it holds no post
    /// of the body before it.
    fn unknown(&mut self) {
        const WORDS: Classes =
            Classes::of(&[Class::Boundary, Class::Rank, Class::Body, Class::Follower, Class::Appoint]);
        let mut at = self.at;
        for _ in 0..JOINED {
            let han = self.reading.before(at).is_some_and(han::is_han);
            if !han || self.reading.ending(at, WORDS).is_some() || self.qualified_edge(at) {
                return;
            }
            at = self.reading.left(at);
            if self.bounded_level(at) {
                self.post.kind = RankKind::NoOffice;
                self.at = at;
                return;
            }
        }
    }

    /// 某阀门企业|董事长's like: whatever stands before a word that is no office, up to a boundary.
    fn description(&self) -> usize {
        let mut at = self.at;
        for _ in 0..OPEN {
            let boundary = self.reading.ending(at, Class::Boundary).is_some();
            match self.reading.before(at) {
                Some(c) if han::is_han(c) && !boundary => at = self.reading.left(at),
                _ => break,
            }
        }
        at
    }

    /// 三家子村原党支部书记: a qualifier between the place and the body or the rank.
    fn inner_qualifier(&mut self) {
        let Some(hit) = self.reading.ending(self.at, Class::Qualifier) else { return };
        let Some(status) = Status::named(self.reading.value(hit, Class::Qualifier)) else { return };
        let before = self.reading.ending(hit.start(), Classes::of(&[Class::Body, Class::Place])).is_some();
        if before && single(hit) {
            self.post.status = self.post.status.or(Some(status));
            self.post.qualified = true;
            self.at = hit.start();
        }
    }

    /// 太平村|的|党支部书记: the village before 的 is the body's, or the rank's own.
    fn owner(&mut self) {
        let local = self.post.parts.iter().all(|part| part.kind == BodyKind::Party && part.name.is_none());
        let Some(text) = self.reading.text[..self.at].strip_suffix(han::owns) else { return };
        let village = self.reading.ending(text.len(), Class::Body).filter(|hit| {
            let row = BodyKind::of_row(self.reading.value(*hit, Class::Body));
            row.is_some_and(|(kind, _)| kind == BodyKind::Grassroots)
        });
        if local && !self.post.governs() && village.is_some() {
            self.at = text.len();
        }
    }

    /// 第十七届, 第二次会议 between a place and its congress.
    fn skip_ordinal(&mut self) {
        let text = &self.reading.text[..self.at];
        if !text.ends_with(han::ends_term) {
            return;
        }
        let digits = text.trim_end_matches(han::ends_term).trim_end_matches(han::is_numeral);
        if let Some(before) = digits.strip_suffix(han::opens_ordinal) {
            self.at = before.len();
        } else if digits.len() < text.trim_end_matches(han::ends_term).len() {
            // 省十届人大代表
            self.at = digits.len();
        }
    }

    /// 县委: 委 after a place or a level character.
    fn committee(&mut self) -> bool {
        // 市委常委|秘书长: the rank before in the list is no committee.
        let ranked = self.reading.ending(self.at, Class::Rank).is_some();
        let ends = self.reading.before(self.at).is_some_and(han::ends_committee) && !ranked;
        if !ends || self.reading.ending(self.at, Class::Body).is_some_and(|hit| !single(hit)) {
            return false;
        }
        let end = self.at;
        let before = self.reading.left(end);
        let level = self.reading.ending(before, Class::Level);
        match (self.place_hit(before), level) {
            (Some(_), level) => {
                self.part(Span::new(level.map_or(before, Hit::start), end), BodyKind::Party, false);
                self.at = before;
                self.place()
            }
            (None, Some(level)) => {
                self.part(Span::new(level.start(), end), BodyKind::Party, false);
                self.post.level = Some(level.span());
                self.at = level.start();
                self.full_place();
                true
            }
            (None, None) => false,
        }
    }

    fn part(&mut self, span: Span, kind: BodyKind, open: bool) {
        self.post.parts.push(Part::new(span, kind, open));
    }

    /// A known body, or a department composed of stems and a head.
    fn body(&mut self) -> bool {
        let Some(hit) = self.reading.ending(self.at, Class::Body) else { return false };
        if single(hit) && self.reading.ending(self.at, Class::Rank).is_some() {
            return false;
        }
        let mut start = hit.start();
        match BodyKind::of_row(self.reading.value(hit, Class::Body)) {
            Some((kind, open)) => {
                if !kind.is_single() {
                    start = self.stems(start);
                }
                self.part(Span::new(start, hit.end()), kind, open);
            }
            None => {
                start = self.stems(start);
                let named = start < hit.start() || self.reading.before(start).is_some_and(han::is_han);
                if single(hit) && !named {
                    return false;
                }
                self.part(Span::new(start, hit.end()), BodyKind::Department, true);
            }
        }
        self.at = start;
        self.ordinal();
        true
    }

    /// 县委|第二|巡察组: the number of a body belongs to its name.
    fn ordinal(&mut self) {
        let text = &self.reading.text[..self.at];
        let digits = text.trim_end_matches(han::is_numeral);
        if let (true, Some(before)) = (digits.len() < text.len(), digits.strip_suffix(han::opens_ordinal))
            && let Some(part) = self.post.parts.last_mut()
        {
            part.name = Some(Span::new(before.len(), self.at));
            self.at = before.len();
        }
    }

    /// Stems and their connectors to the left of a department's head.
    fn stems(&self, mut at: usize) -> usize {
        loop {
            let Some(stem) = self.reading.ending(at, Class::Stem) else { return at };
            at = stem.start();
            let join = self.reading.left(at);
            let connects = self.reading.before(at).is_some_and(han::conjoins);
            if connects && self.reading.ending(join, Class::Stem).is_some() {
                at = join;
            }
        }
    }

    /// The level character of an elided place.
    fn level(&mut self) -> bool {
        if self.post.parts.is_empty() && (!self.post.governs() || self.post.is_head()) {
            return false;
        }
        let Some(level) = self.reading.ending(self.at, Class::Level) else { return false };
        self.post.level = Some(level.span());
        self.at = level.start();
        self.full_place();
        true
    }

    /// 公安局|上党|分局: a branch that is named after its district stands behind the body that it is a branch of.
    fn branch(&mut self) -> bool {
        let branches = |part: &&mut Part| matches!(part.kind, BodyKind::Department | BodyKind::Enterprise);
        let Some(part) = self.post.parts.last_mut().filter(branches) else { return false };
        let place = self.reading.all_ending(self.at, Class::Place).filter(|hit| hit.span().len() > 3);
        // 国家税务总局|灌云县|税务局 is the county's.
        let national = |body: Hit| BodyKind::is_national(self.reading.value(body, Class::Body));
        let after_body = |hit: &Hit| {
            self.reading.ending(hit.start(), Class::Body).is_some_and(|body| !single(body) && !national(body))
        };
        let Some(hit) = place.into_iter().find(after_body) else { return false };
        if part.name.is_some() {
            return false;
        }
        part.name = Some(hit.span());
        self.at = hit.start();
        true
    }

    /// 灌云县|县委, 灌云县|县财政局: the place in full before the character that stands for it.
    fn full_place(&mut self) {
        let level = self.post.level;
        // 吉林省|原|省委书记
        self.inner_qualifier();
        if self.place_hit(self.at).is_some_and(|hit| self.full(hit)) && self.place() {
            self.post.level = if self.post.level == level { None } else { self.post.level };
        }
    }

    /// A proper name before an open body, up to a place, a level character or whatever no name reaches over.
    fn open_name(&mut self) -> bool {
        let Some(part) = self.post.parts.last().filter(|part| part.takes_name() && part.name.is_none()) else {
            return false;
        };
        let (end, local) = (self.at, part.kind.is_local());
        let mut at = end;
        for _ in 0..OPEN {
            if self.stops_name(at, at < end, local) {
                match self.joined(at).filter(|_| at < end) {
                    Some(start) => at = start,
                    None => break,
                }
            }
            match self.reading.before(at) {
                Some(c) if han::is_han(c) || c.is_ascii_alphanumeric() => at = self.reading.left(at),
                Some(c) if han::closes_round(c) => match self.bracket(at) {
                    Some(start) => at = start,
                    None => break,
                },
                _ => break,
            }
        }
        if at == end {
            return false;
        }
        if let Some(part) = self.post.parts.last_mut() {
            part.name = Some(Span::new(at, end));
        }
        self.at = at;
        true
    }

    /// 华润|（集团）|有限公司: where the short bracket opens that closes at `at`.
    fn bracket(&self, at: usize) -> Option<usize> {
        let text = &self.reading.text[..self.reading.left(at)];
        let inner = text.chars().rev().take(BRACKET).take_while(|&c| han::is_han(c)).map(char::len_utf8).sum::<usize>();
        let open = &text[..text.len() - inner];
        let start = open.strip_suffix(han::opens_round)?.len();
        (inner > 0 && self.reading.before(start).is_some_and(han::is_han)).then_some(start)
    }

    /// 市|茶叶和|咖啡产业发展中心: a conjunction inside a name, where the name goes on up to a level character with a boundary
    /// before it. Returns where the word before the conjunction starts.
    fn joined(&self, at: usize) -> Option<usize> {
        let mut start = Some(self.reading.left(at)).filter(|_| self.reading.before(at).is_some_and(han::conjoins))?;
        let end = start;
        for _ in 0..JOINED {
            if self.bounded_level(start) {
                return (start < end).then_some(start);
            }
            if !self.reading.before(start).is_some_and(han::is_han)
                || self.reading.ending(start, Class::Boundary).is_some()
            {
                return None;
            }
            start = self.reading.left(start);
        }
        None
    }

    /// Whether what ends at `at` belongs to no name. Places, levels and bodies stop a name only once it is `begun`: what
    /// stands right before its body was asked as such before.
    fn stops_name(&self, at: usize, begun: bool, local: bool) -> bool {
        if begun {
            let place = self.place_hit(at).is_some_and(|hit| if local { self.full(hit) } else { self.edged(hit) });
            let body = self.reading.ending(at, Class::Body).is_some_and(|hit| !single(hit));
            if place || body || self.bounded_level(at) {
                return true;
            }
        }
        self.reading.ending(at, Class::Boundary).is_some() || self.qualified_edge(at)
    }

    /// A qualifier that can stand here: 曾任 anywhere, 原 and 前 only after an edge (not in 前方指挥部).
    fn qualified_edge(&self, at: usize) -> bool {
        let qualifier = self.reading.ending(at, Class::Qualifier);
        qualifier.is_some_and(|hit| !single(hit) || edge(self.reading, hit.start()))
    }

    /// A level character with a boundary before it: 市 in “，市第四十二中学”.
    fn bounded_level(&self, at: usize) -> bool {
        self.reading.ending(at, Class::Level).is_some_and(|level| {
            let before = level.start();
            self.reading.before(before).is_none_or(|c| !han::is_han(c))
                || self.reading.ending(before, Class::Boundary).is_some()
                || self.reading.ending(before, Class::Qualifier).is_some()
        })
    }
}

/// Whether a hit is one Chinese character.
fn single(hit: Hit) -> bool {
    hit.span().len() <= 3
}
