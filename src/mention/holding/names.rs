//! Names beside titles: after them, before their predicates, in lists.

use crate::entity::Status;
use crate::lexicon::{Class, Classes};
use crate::text::Span;
use crate::text::han;

use super::super::name;
use super::super::place;
use super::super::post::{Post, RankKind};
use super::chain::Chain;
use super::{BELIEVED, BELIEVED_BARE, BELIEVED_LISTED, Reader, Who};

/// How far the marks of a short quotation are from a title in it, in characters.
const QUOTED: usize = 10;

/// The longest remark in brackets after a name (女，回族), in bytes.
const REMARK: usize = 40;

impl Reader<'_, '_> {
    /// 王刚 and 甲、乙、丙 after the chain.
    pub(super) fn named_after(&mut self, chain: Chain) -> bool {
        let posts = self.of_chain(chain);
        if self.addressed(chain.span.start()) || (posts.iter().all(Post::bare) && self.quoted(chain.span)) {
            return false;
        }
        let leader = posts.last().is_some_and(|post| post.kind == RankKind::Leader);
        let mut threshold = if leader || posts.iter().all(Post::bare) { BELIEVED_BARE } else { BELIEVED };
        let rule = if posts.len() > 1 { "title.rank-list" } else { "title.name" };
        let mut at = self.reading.skip_space(chain.span.end());
        let mut status = None;
        if let Some(names) = self.past_roll(at) {
            (at, status) = (names, self.list_status(chain.span.start()));
        }
        // 区委副书记、区长|候选人|李少白: the last of the posts is not theirs yet.
        let nominee = self.reading.starting(at, Class::Grammar).filter(|_| self.grammar(at, "nominee"));
        at = nominee.map_or(at, |hit| self.reading.skip_space(hit.end()));
        let mut any = false;
        while let Some(found) = self.name_at(at, threshold) {
            any = true;
            let mut posts: Vec<usize> = chain.posts().collect();
            if let Some(last) = posts.pop_if(|_| nominee.is_some()) {
                self.push(Who::Named(found.span), vec![last], Some(Status::Nominated), rule, confidence(found));
            }
            if !posts.is_empty() {
                self.push(Who::Named(found.span), posts, status, rule, confidence(found));
            }
            let end = self.past_remark(found.span.end());
            if !self.reading.after(end).is_some_and(han::joins_names) {
                break;
            }
            // After 和 a common noun may stand (郎平和居民); after 、 hardly.
            let listed = self.reading.after(end).is_some_and(han::enumerates);
            threshold = if listed { BELIEVED_LISTED } else { BELIEVED };
            at = self.reading.right(end);
        }
        any
    }

    /// 吴秉义（县委常委、宣传部部长）: the titles in brackets behind a name.
    pub(super) fn bracketed(&mut self, chain: Chain) -> bool {
        let before = &self.reading.text[..chain.span.start()];
        let Some(head) = before.strip_suffix(han::opens_round) else { return false };
        // （县交通运输局党委委员，运输管理站站长）: a comma goes on with the next title of his.
        let closes = |c| han::closes_round(c) || han::is_comma(c);
        if !self.reading.after(chain.span.end()).is_some_and(closes) {
            return false;
        }
        let Some(found) = name::before(self.reading, head.len(), self.page) else { return false };
        let start = found.span.start();
        let edge = self.reading.before(start).is_none_or(|c| !han::is_han(c)) || place::edge(self.reading, start);
        if found.score < BELIEVED || !edge || self.in_post(found.span) {
            return false;
        }
        self.push(Who::Named(found.span), chain.posts().collect(), None, "title.bracketed", confidence(found));
        true
    }

    /// Whether a span stands inside a short quotation: “企业吹哨、书记报到” names nobody.
    fn quoted(&self, span: Span) -> bool {
        let before = self.reading.text[..span.start()].chars().rev().take(QUOTED);
        let after = self.reading.text[span.end()..].chars().take(QUOTED);
        let opened = before.take_while(|&c| !han::ends_sentence(c) && c != '”').any(|c| c == '“');
        opened && after.take_while(|&c| !han::ends_sentence(c) && c != '“').any(|c| c == '”')
    }

    /// Where the names begin after 代表|5名，他们是：.
    fn past_roll(&self, at: usize) -> Option<usize> {
        let numeral = self.reading.text[at..].trim_start_matches(han::is_numeral);
        let word = self.reading.text.len() - numeral.len();
        let roll = self.reading.starting(word, Class::Grammar).filter(|_| self.grammar(word, "roll"))?;
        Some(self.reading.skip_space(roll.end()))
    }

    /// 彭州长, 田书记: a surname right before the title, and nothing before the surname: nobody is introduced.
    fn addressed(&self, at: usize) -> bool {
        if !self.reading.before(at).is_some_and(han::is_han) {
            return false;
        }
        let start = self.reading.left(at);
        let surname = self.lexicon().names().surname(&self.reading.text[start..at]) > 0.0;
        const WORD: Classes =
            Classes::of(&[Class::Boundary, Class::Join, Class::Follower, Class::Appoint, Class::Qualifier]);
        let word = self.reading.ending(at, WORD).is_some();
        let alone = self.reading.before(start).is_none_or(|before| !han::is_han(before))
            || self.reading.ending(start, Class::Boundary).is_some();
        surname && !word && alone
    }

    /// The end of a short remark in brackets that starts at `at`, else `at`.
    fn past_remark(&self, at: usize) -> usize {
        let rest = &self.reading.text[at..];
        let remark = rest.starts_with(han::opens_round).then(|| rest.find(han::closes_round)).flatten();
        remark.filter(|&length| length < REMARK).map_or(at, |length| self.reading.right(at + length))
    }

    /// The name at `at`, unless a title starts there.
    pub(super) fn name_at(&self, at: usize, threshold: f32) -> Option<name::Found> {
        if self.posts.iter().any(|post| post.span.start() == at) {
            return None;
        }
        let body = |span: Span| {
            self.reading.starting(span.start(), Class::Level).is_some_and(|level| level.end() < span.end())
                && self.reading.before(span.end()).is_some_and(han::ends_committee)
        };
        name::after(self.reading, at, self.page)
            .filter(|found| found.score >= threshold && !self.in_post(found.span) && !body(found.span))
    }

    /// The names, joined by 、, that end at `at`; the last may carry 同志.
    pub(super) fn people_before(&self, at: usize) -> Vec<Span> {
        let mut people = Vec::new();
        let mut at = at;
        loop {
            let text = self.reading.text[..at].trim_end_matches(han::is_space);
            let text = self.without(self.without(text, "adverb"), "comrade");
            let text = without_remark(text);
            let Some(found) = name::before(self.reading, text.len(), self.page) else { break };
            let head = found.span.start();
            let dated = self.reading.before(head).is_some_and(|c| c.is_ascii_digit());
            // 胡和平|接替|娄勤俭任…: whoever was there before is not meant.
            let replaced = self.reading.ending(head, Class::Grammar);
            if let Some(word) = replaced.filter(|hit| self.reading.value(*hit, Class::Grammar) == "replaced") {
                return self.people_before(self.reading.text[..word.start()].trim_end_matches(han::is_comma).len());
            }
            let stops = dated || place::locates(self.reading, head);
            if found.score < BELIEVED || self.in_post(found.span) || stops {
                break;
            }
            people.push(found.span);
            let start = found.span.start();
            if !self.reading.before(start).is_some_and(han::enumerates) {
                break;
            }
            at = self.reading.left(start);
        }
        people.reverse();
        people
    }

    /// 尚志刚|已|调任, 马万里|同志|任: the text without the function word of this part at its end.
    fn without<'t>(&self, text: &'t str, part: &str) -> &'t str {
        let Some(hit) = self.reading.ending(text.len(), Class::Grammar) else { return text };
        if self.reading.value(hit, Class::Grammar) == part { &text[..hit.start()] } else { text }
    }
}

/// 白玉山|（蒙古族）|、陈颖为…: the text without a short remark in brackets at its end.
fn without_remark(text: &str) -> &str {
    let Some(inner) = text.strip_suffix(han::closes_round) else { return text };
    match inner.rfind(han::opens_round) {
        Some(open) if inner.len() - open < REMARK => &inner[..open],
        _ => text,
    }
}

/// The confidence of a name's score, 0 to 100: a logistic curve, its middle at the threshold.
fn confidence(found: name::Found) -> u8 {
    let score = found.score.min(found.margin + 2.0);
    (100.0 / (1.0 + (-score).exp())).round().clamp(50.0, 99.0) as u8
}
