//! Posts that one list holds: 县委副书记、县长.

use std::ops::Range;

use crate::lexicon::{Class, Hit};
use crate::text::Span;
use crate::text::han;

use super::super::name;
use super::super::post::{Post, RankKind};
use super::{BELIEVED, Reader};

/// The longest text, in characters, that may stand between two posts as part of the second (牛肉面馆|老板).
const BRIDGE: usize = 12;

/// Posts that belong together, with the stretch that they cover.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    pub first: usize,
    /// The index after the last.
    pub past: usize,
    pub span: Span,
}

impl Chain {
    /// The indices of the posts.
    pub fn posts(self) -> Range<usize> {
        self.first..self.past
    }
}

impl Reader<'_, '_> {
    /// The posts that are joined to `first`.
    pub(super) fn chain(&self, first: usize) -> Chain {
        let mut past = first + 1;
        while past < self.posts.len() && self.joined(&self.posts[first], &self.posts[past - 1], &self.posts[past]) {
            past += 1;
        }
        Chain { first, past, span: self.posts[first].span.cover(self.posts[past - 1].span) }
    }

    /// Whether only joins stand between two posts. A comma joins less than 、: only after a seat (省人大代表，…), before a
    /// qualifier (…，现任…), or in a list that a qualifier opened (历任…，…).
    fn joined(&self, first: &Post, left: &Post, right: &Post) -> bool {
        let gap = self.reading.text[left.span.end()..right.span.start()].trim_matches(han::is_space);
        let seat = left.of_assembly();
        let comma = gap.starts_with(han::is_comma);
        if comma && !(right.qualified || first.qualified || seat) {
            return false;
        }
        // …任名誉会长，原市人大常委会副主任胡正昌…: after a predicate, the next title has a name of its own.
        if comma
            && right.qualified
            && self.predicate_before(first.span.start()).is_some()
            && self.name_at(self.reading.skip_space(right.span.end()), BELIEVED).is_some()
        {
            return false;
        }
        if gap.starts_with(han::enumerates) && self.bridged(seat, right, gap) {
            return true;
        }
        // 市委常委|秘书长|统战部长: headlines leave the marks out.
        gap.chars().count() <= 3 && self.only_joins(gap)
    }

    /// Whether a text is made of joins and nothing else. A longer join at its end goes before its characters: 以及.
    fn only_joins(&self, gap: &str) -> bool {
        let mut rest = gap;
        while let Some(c) = rest.chars().next() {
            if self.lexicon().word(rest, Class::Join).is_some() {
                return true;
            }
            let (head, tail) = rest.split_at(c.len_utf8());
            if self.lexicon().word(head, Class::Join).is_none() {
                return false;
            }
            rest = tail;
        }
        true
    }

    /// Whether what stands between 、 and the next rank belongs to it: a description (省政协委员、牛肉面馆|老板), a society
    /// (村党支部书记、蔬菜合作社|理事长), the quoted name of a body (“访惠聚”|工作队队长).
    fn bridged(&self, seat: bool, right: &Post, gap: &str) -> bool {
        let inner = gap.strip_prefix(han::enumerates).unwrap_or(gap);
        let other = |c| han::ends_clause(c) || han::enumerates(c);
        if inner.is_empty() || inner.chars().count() > BRIDGE || inner.contains(other) {
            return false;
        }
        let quoted = inner.starts_with('“') && inner.ends_with('”');
        let private = |hit: Hit| self.lexicon().value(hit, Class::Owner) == Some("private");
        let owned = right.bare() && self.lexicon().found(inner).any(private);
        let described = right.kind == RankKind::NoOffice || owned || (seat && right.bare());
        quoted || (described && name::worth(self.reading, head(right, inner)) <= 2.0)
    }
}

/// The first two or three characters of what stands before a post: a name there closes the list.
fn head(right: &Post, inner: &str) -> Span {
    let start = right.span.start() - inner.len();
    let length: usize = inner.chars().take(3).map(char::len_utf8).sum();
    Span::new(start, start + length)
}
