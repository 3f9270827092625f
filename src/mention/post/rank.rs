//! The rank itself: how far its word reaches, and whether it can be one here.

use crate::lexicon::{Class, Hit};
use crate::text::Span;

use super::super::place;
use super::super::reading::Reading;
use super::{Post, RankKind};

/// Of the ranks that start here the longest: 主任科员, not 主任.
pub(super) fn longest(reading: &Reading, hit: Hit) -> Hit {
    reading.starting(hit.start(), Class::Rank).unwrap_or(hit)
}

/// Whether a rank begins inside this one and ends after it (支书 in 党总|支|书记), a body holds it and goes on (常委 in
/// 人大常委会), or a place begins inside (市长 in 石家庄|市长安区).
pub(super) fn overrun(reading: &Reading, hit: Hit) -> bool {
    let mut start = hit.start();
    for _ in 0..4 {
        start = reading.left(start);
        if reading.starting(start, Class::Body).is_some_and(|body| body.end() > hit.end()) {
            return true;
        }
    }
    let mut at = reading.right(hit.start());
    while at < hit.end() {
        if reading.starting(at, Class::Rank).is_some_and(|other| other.end() > hit.end()) {
            return true;
        }
        let place = |other: Hit| other.end() > hit.end() && place::is_full(reading, other);
        if reading.all_starting(at, Class::Place).any(place) {
            return true;
        }
        at = reading.right(at);
    }
    false
}

/// Where the body ends that shares its last character with the rank: 教育局|长 is the 局长 of a 教育局.
pub(super) fn shared(reading: &Reading, hit: Hit, kind: RankKind) -> Option<usize> {
    let end = reading.right(hit.start());
    let first = reading.slice(Span::new(hit.start(), end));
    let own = kind.names().is_some_and(|mut names| names.any(|name| name == first));
    let body = reading.ending(end, Class::Body).filter(|_| own)?;
    let named = body.start() < hit.start() || reading.ending(hit.start(), Class::Stem).is_some();
    let whole = reading.ending(hit.start(), Class::Body).is_some_and(|before| before.span().len() > first.len());
    (named && !whole).then_some(end)
}

/// What cannot be a public post is left out: delegates without a congress, ranks inside a longer word.
pub(super) fn valid(reading: &Reading, post: &Post) -> bool {
    let Some(mut names) = post.kind.names() else { return true };
    let elided = post.parts.is_empty() && matches!(post.kind, RankKind::Of(_));
    elided || names.any(|name| post.parts.iter().any(|part| reading.slice(part.span).ends_with(name)))
}
