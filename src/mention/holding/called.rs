//! Names that stand before their title, with nothing between: 陈云贤副省长, 市场监督管理局|董明辉|局长; and titles as labels
//! of the names behind them: 副市长：屠光绍 艾宝俊.

use crate::entity::Status;
use crate::lexicon::{Class, Classes, Seat};
use crate::text::han;

use super::super::name;
use super::super::place;
use super::super::post::{self, Post, RankKind};
use super::super::reading::Reading;
use super::chain::Chain;
use super::{BELIEVED, Holding, Reader, Who};

/// The rule of names before bare titles.
const CALLED: &str = "title.called";

/// What a string before a title must be worth to be a name: nothing else announces it there.
const SURE: f32 = 1.0;

/// From this weight on, given names like a character.
const GIVEN: f32 = 100.0;

impl Reader<'_, '_> {
    /// 陈云贤|副省长: a full name right before a title without a body.
    pub(super) fn called(&mut self, chain: Chain) -> bool {
        let post = &self.posts[chain.first];
        let start = chain.span.start();
        let plain = post.bare() && !post.qualified && !matches!(post.kind, RankKind::NoOffice | RankKind::Leader);
        // 乔海生|及|委员, 翁村|任|第一书记
        const WORD: Classes = Classes::of(&[
            Class::Boundary,
            Class::Join,
            Class::Follower,
            Class::Appoint,
            Class::Qualifier,
            Class::Cooperate,
            Class::Grammar,
        ]);
        let last = self.reading.left(start);
        let word = self.reading.ending(start, WORD).is_some() && !self.in_name(last, start);
        if !plain || word || !self.reading.before(start).is_some_and(han::is_han) {
            return false;
        }
        let Some(found) = name::before(self.reading, start, self.page) else { return false };
        let name = self.reading.slice(found.span);
        let (head, first) = (found.span.start(), self.reading.right(found.span.start()));
        let surname = |end| self.lexicon().names().surname(&self.reading.text[head..end]) > 0.0;
        let surname = match name.chars().count() {
            2 | 3 => surname(first),
            length => length == 4 && surname(self.reading.right(first)),
        };
        let word = self.lexicon().words().frequency(name) > 0;
        let edge = place::edge(self.reading, found.span.start());
        let believed = found.score >= SURE && surname && !word && edge && !self.in_post(found.span);
        if believed {
            self.push(Who::Named(found.span), chain.posts().collect(), None, CALLED, 75);
        }
        believed
    }

    /// 郭大为|主任: whether the predicate of one character from `cue` to `post` is rather the end of a full name.
    pub(super) fn in_name(&self, cue: usize, post: usize) -> bool {
        let Some(c) = self.reading.after(cue).filter(|c| cue + c.len_utf8() == post) else { return false };
        let bare = self.posts.iter().any(|other| other.span.start() == post && other.bare());
        let given = self.lexicon().names().given(c, Seat::Second);
        let name = |at: usize| name::before(self.reading, at, self.page).filter(|found| found.span.len() == 9);
        bare && given > GIVEN && name(post).is_some_and(|found| found.score >= SURE) && name(cue).is_none()
    }

    /// 村党支部书记叫|李明亮|, 县委书记一职由|陆明达|接任: the name behind a word that says who holds what stands before it.
    pub(super) fn said(&mut self, chain: Chain) -> bool {
        let end = self.past_office_tail(chain.span.end());
        let by = self.lexicon().phrase("by");
        let word = self.reading.starting(end, Class::Grammar).filter(|_| self.grammar(end, "called"));
        let (at, taken) = match word {
            Some(word) => (word.end(), false),
            None if self.reading.text[end..].starts_with(by) => (end + by.len(), true),
            None => return false,
        };
        let Some(found) = self.name_at(at, BELIEVED) else { return false };
        let behind = found.span.end();
        let verb = self.reading.starting(behind, Class::Appoint).is_some();
        let closed = self.reading.after(behind).is_none_or(|c| !han::is_han(c));
        if (taken && !verb) || (!taken && !closed) {
            return false;
        }
        let status = taken.then_some(Status::Appointed);
        self.push(Who::Named(found.span), chain.posts().collect(), status, "title.said", 80);
        true
    }

    /// 市长：韩正　副市长：屠光绍　艾宝俊: a title as a label, and the names behind it, set apart by spaces or marks.
    pub(super) fn labelled(&mut self, chain: Chain) -> bool {
        let colon = self.reading.skip_space(chain.span.end());
        if !self.reading.after(colon).is_some_and(han::is_colon) {
            return false;
        }
        let mut at = self.reading.skip_space(self.reading.right(colon));
        let mut any = false;
        while let Some(found) = self.name_at(at, SURE) {
            let end = found.span.end();
            if self.reading.after(end).is_some_and(|c| !han::is_space(c) && !han::enumerates(c) && !han::ends_clause(c))
            {
                break;
            }
            any = true;
            self.push(Who::Named(found.span), chain.posts().collect(), None, "title.label", 85);
            let Some(mark) = self.reading.after(end).filter(|&c| han::is_space(c) || han::enumerates(c)) else { break };
            at = self.reading.skip_space(end + mark.len_utf8());
        }
        any
    }
}

/// Gives titles behind the names of their holders the body and the place in front of the name: 广东省政府|江海燕|副秘书长.
pub fn place_called(reading: &Reading, posts: &mut [Post], holdings: &[Holding]) {
    for holding in holdings.iter().filter(|holding| holding.rule == CALLED) {
        let (Some(name), Some(&first)) = (holding.who.span(), holding.posts.first()) else { continue };
        let start = name.start();
        let body = reading.ending(start, Class::Body).is_some();
        let place = reading.all_ending(start, Class::Place).any(|hit| hit.span().len() > 3);
        if !body && !place {
            continue;
        }
        let Post { places, level, parts, .. } = post::body(reading, start);
        let fits = posts[first].kind.names().is_none_or(|mut names| {
            let ends = |name: &str| parts.iter().any(|part| reading.slice(part.span).ends_with(name));
            names.any(ends)
        });
        if fits || posts[first].governs() {
            let post = &mut posts[first];
            (post.places, post.level, post.parts) = (places, level, parts);
        }
    }
}
