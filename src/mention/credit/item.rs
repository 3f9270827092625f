//! A stretch of credit text as items: role words, words that may be names, and the marks between them.

use crate::lexicon::{Class, Seat};
use crate::text::{Span, han};

use super::super::reading::Reading;
use super::cue::{self, Cue, Part, Side};

/// One item; `gap` tells whether white space stands before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item {
    pub(super) span: Span,
    pub(super) what: What,
    pub(super) gap: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    Cue(Part, Side),
    /// Characters without a break: a name, several, part of one, or none.
    Word,
    /// A remark; ends a list of names.
    Note,
    Comma,
    Slash,
    Label,
    /// Anything else: digits, letters, brackets.
    Stop,
}

/// The items of `span`, single characters that are role words told apart from those that are parts of names.
pub(super) fn items(reading: &Reading, span: Span) -> Vec<Item> {
    let mut items = Vec::with_capacity(16);
    let mut at = span.start();
    while at < span.end() {
        let start = skip_space(reading, at, span.end());
        let Some(c) = reading.after(start).filter(|_| start < span.end()) else { break };
        let gap = start > at;
        let (what, end) = if han::labels(c) {
            (What::Label, start + c.len_utf8())
        } else if han::is_slash(c) {
            (What::Slash, start + c.len_utf8())
        } else if han::separates_names(c) {
            (What::Comma, start + c.len_utf8())
        } else if han::is_han(c) {
            han_item(reading, start, span.end())
        } else {
            (What::Stop, start + c.len_utf8())
        };
        items.push(Item { span: Span::new(start, end), what, gap });
        at = end;
    }
    let items = cut_suffixes(reading, cut_places(reading, items));
    join_labels(single_cues(reading, items))
}

fn skip_space(reading: &Reading, at: usize, until: usize) -> usize {
    reading.skip_space(at).min(until)
}

/// A role word, a remark, or a word up to the next of those.
fn han_item(reading: &Reading, start: usize, until: usize) -> (What, usize) {
    match long_cue(reading, start, until) {
        Some((end, Cue::Role(part, side))) => return (What::Cue(part, side), end),
        Some((end, Cue::Note | Cue::Other | Cue::Dateline)) => return (What::Note, end),
        _ => {}
    }
    let mut end = start;
    while end < until {
        let Some(c) = reading.after(end) else { break };
        let dot = skip_space(reading, end, until);
        if let Some(c) = reading.after(dot).filter(|&c| dot < until && han::is_name_dot(c)) {
            let next = skip_space(reading, dot + c.len_utf8(), until);
            if !reading.after(next).is_some_and(han::is_han) {
                break;
            }
            end = next;
            continue;
        }
        if !han::is_han(c) || han::labels(c) {
            break;
        }
        match long_cue(reading, end, until) {
            Some((past, Cue::Outlet)) => end = past,
            Some(_) if end > start => break,
            _ => end += c.len_utf8(),
        }
    }
    (What::Word, end)
}

/// A credit word of two characters or more: shorter ones may be parts of names.
fn long_cue(reading: &Reading, at: usize, until: usize) -> Option<(usize, Cue)> {
    cue::starting(reading, at, until).filter(|&(end, _)| reading.right(reading.right(at)) <= end)
}

fn short_cue(reading: &Reading, span: Span) -> Option<(Part, Side)> {
    match cue::starting(reading, span.start(), span.end()) {
        Some((end, Cue::Role(part, side))) if end == span.end() && reading.right(span.start()) == end => {
            Some((part, side))
        }
        _ => None,
    }
}

/// Whether a character stands in given names at all.
fn in_names(reading: &Reading, span: Span) -> bool {
    let names = reading.lexicon.names();
    let c = reading.after(span.start()).unwrap_or(' ');
    [Seat::Only, Seat::First, Seat::Second].into_iter().any(|seat| names.given(c, seat) > 0.0)
        || names.surname(reading.slice(span)) > 0.0
}

/// 倪雨晴|广州|报道, |上海|报道: where a reporter reports from is no part of his name, and no name; neither is whom he reports
/// for: |广西台|记者曾宇佳.
fn cut_places(reading: &Reading, items: Vec<Item>) -> Vec<Item> {
    let mut cut: Vec<Item> = Vec::with_capacity(items.len());
    for (i, &item) in items.iter().enumerate() {
        let next = items.get(i + 1).map(|next| next.what);
        let word = item.what == What::Word;
        let near = items.get(i + 1).is_some_and(|next| !next.gap);
        if word && near && next == Some(What::Cue(Part::Reporter, Side::Before)) {
            let outlet = reading.before(item.span.end()).is_some_and(han::ends_outlet);
            cut.push(if outlet { Item { what: What::Note, ..item } } else { item });
            continue;
        }
        let reports = word && next == Some(What::Cue(Part::Reporter, Side::After));
        let places = reading.all_ending(item.span.end(), Class::Place).filter(|hit| reports && hit.span().len() > 3);
        let from = places.map(|hit| hit.start()).filter(|&start| start >= item.span.start()).min();
        match from {
            Some(start) if start == item.span.start() && item.gap && i > 0 => {
                cut.push(Item { what: What::Note, ..item })
            }
            Some(start) if reading.text[item.span.start()..start].chars().count() > 1 => {
                cut.push(Item { span: Span::new(item.span.start(), start), ..item });
                cut.push(Item { span: Span::new(start, item.span.end()), what: What::Note, gap: false });
            }
            _ => cut.push(item),
        }
    }
    cut
}

/// Cuts a role character off the end of a word: one that no name has, or one that a slash and another role follow.
fn cut_suffixes(reading: &Reading, items: Vec<Item>) -> Vec<Item> {
    let mut cut = Vec::with_capacity(items.len());
    for (i, &item) in items.iter().enumerate() {
        let last = Span::new(reading.left(item.span.end()), item.span.end());
        let role = short_cue(reading, last).filter(|_| item.what == What::Word && last.start() > item.span.start());
        let slashed = items.get(i + 1).is_some_and(|next| next.what == What::Slash);
        let follows = items.get(i + 2).filter(|_| slashed).and_then(|next| role_of(reading, next));
        match role {
            Some((part, side))
                if pairs(reading, item.span, part, follows) || (side == Side::After && !in_names(reading, last)) =>
            {
                cut.push(Item { span: Span::new(item.span.start(), last.start()), ..item });
                cut.push(Item { span: last, what: What::Cue(part, side), gap: false });
            }
            _ => cut.push(item),
        }
    }
    cut
}

fn role_of(reading: &Reading, item: &Item) -> Option<(Part, Side)> {
    match item.what {
        What::Cue(part, side) => Some((part, side)),
        _ => short_cue(reading, item.span),
    }
}

/// Whether a word's last character and the role behind a slash are a pair (text and picture), and a name is left over.
fn pairs(reading: &Reading, word: Span, part: Part, follows: Option<(Part, Side)>) -> bool {
    follows.is_some_and(|(other, side)| side == Side::Either && other != part)
        && reading.slice(word).chars().count() > 2
}

/// Words of one character that are role words: beside a slash or a label, or where they cannot be part of a name.
fn single_cues(reading: &Reading, mut items: Vec<Item>) -> Vec<Item> {
    let single = |item: &Item| item.what == What::Word && reading.right(item.span.start()) == item.span.end();
    for i in 0..items.len() {
        let Some((part, side)) = short_cue(reading, items[i].span).filter(|_| single(&items[i])) else { continue };
        let before = i.checked_sub(1).map(|j| items[j]);
        let after = items.get(i + 1).copied();
        let marked = before.is_some_and(|item| item.what == What::Slash)
            || after.is_some_and(|item| matches!(item.what, What::Slash | What::Label));
        let alone = !before.is_some_and(|item| single(&item)) && !after.is_some_and(|item| single(&item));
        if marked || alone || !in_names(reading, items[i].span) {
            items[i].what = What::Cue(part, side);
        }
    }
    items
}

/// Role words joined by a slash, or standing against each other, are one.
fn join_labels(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let What::Cue(part, side) = item.what else {
            joined.push(item);
            continue;
        };
        let n = joined.len();
        match joined.as_slice() {
            [.., Item { what: What::Cue(..), .. }] if !item.gap => {
                joined[n - 1].what = item.what;
                joined[n - 1].span = joined[n - 1].span.cover(item.span);
            }
            [.., first @ Item { what: What::Cue(p, s), .. }, Item { what: What::Slash, .. }] => {
                let side = if Side::Before == *s || side == Side::Before { Side::Before } else { Side::Either };
                let what = What::Cue(part.min(*p), side);
                let both = Item { what, span: first.span.cover(item.span), gap: first.gap };
                joined.truncate(n - 2);
                joined.push(both);
            }
            _ => joined.push(item),
        }
    }
    joined
}
