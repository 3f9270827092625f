//! Names whose extent is printed: single characters set apart by spaces, parts joined by dots.

use crate::lexicon::{Class, Hit};
use crate::text::Span;
use crate::text::han;

use super::super::reading::Reading;
use super::scene::LONGEST;

/// 马 忠 良 and 石　林: single characters set apart, two or three of them, with more than a character's room around.
pub(super) fn spaced(reading: &Reading, at: usize) -> Option<Span> {
    let mut end = at;
    let mut count = 0;
    let mut next = at;
    while count < 4 {
        let c = reading.after(next).filter(|&c| han::is_han(c))?;
        end = next + c.len_utf8();
        count += 1;
        let gap = reading.skip_space(end);
        let follows = reading.after(gap).is_some_and(han::is_han);
        if gap == end || !follows {
            break;
        }
        next = gap;
    }
    let alone = reading.after(end).is_none_or(|c| !han::is_han(c)) || follows_name(reading, end);
    if !alone && count > 2 {
        // 政协主席 雷 杰 济南市政协…: what the last space stands before is the next word and not a character of the name.
        (count, end) = (count - 1, reading.text[..reading.left(end)].trim_end_matches(han::is_space).len());
        let word = !reading.any_starting(next).is_empty()
            || reading.lexicon.words().frequency(&reading.text[next..reading.right(reading.right(next))]) > 0;
        return (word && end > at + count * 3).then(|| Span::new(at, end));
    }
    ((2..=4).contains(&count) && end > at + count * 3 && alone).then(|| Span::new(at, end))
}

/// 蒋 丽娟: a surname that a space, or what was a line's end, stands behind, and a given name of two characters.
pub(super) fn torn(reading: &Reading, at: usize) -> Option<Span> {
    let names = reading.lexicon.names();
    let first = reading.after(at).filter(|&c| han::is_han(c)).map(|c| at + c.len_utf8())?;
    let given = reading.skip_space(first);
    let end = given
        + reading.text[given..].chars().take_while(|&c| han::is_han(c)).take(2).map(char::len_utf8).sum::<usize>();
    if reading.text[given..end].chars().count() < 2 {
        return None;
    }
    let surname = given > first && names.surname(&reading.text[at..first]) > 0.0;
    let word = reading.starting(given, Class::Follower).is_some_and(|hit| hit.end() == end);
    let alone = reading.after(end).is_none_or(|c| !han::is_han(c)) || follows_name(reading, end);
    (surname && !word && alone).then(|| Span::new(at, end))
}

pub(super) fn spaced_before(reading: &Reading, at: usize) -> Option<Span> {
    let mut start = at;
    let mut count = 0;
    while count < 4 {
        let c = reading.before(start).filter(|&c| han::is_han(c))?;
        start -= c.len_utf8();
        count += 1;
        let text = reading.text[..start].trim_end_matches(han::is_space);
        let edge = text.len() == start || !text.chars().next_back().is_some_and(han::is_han);
        if edge {
            break;
        }
        start = text.len();
    }
    let span = Span::new(start, at);
    let alone = reading.before(start).is_none_or(|c| !han::is_han(c));
    ((2..=3).contains(&count) && span.len() > count * 3 && alone).then_some(span)
}

fn follows_name(reading: &Reading, at: usize) -> bool {
    reading.starting(at, Class::Follower).is_some() || reading.starting(at, Class::Appoint).is_some()
}

/// 叶尔江·哈依拉提: parts joined by dots. Where the last part starts; it ends where a name would.
pub(super) fn dotted(reading: &Reading, at: usize) -> Option<usize> {
    let text = &reading.text[at..];
    let mut last = past_dot(text, LONGEST)?;
    // 鲁炜|在|美国乔治·华盛顿大学: the dot belongs to another name.
    let inner = |hit: &Hit| hit.is(Class::Owner) && hit.start() > at && hit.end() < at + last;
    if reading.hits_between(at, at + last).iter().any(inner) {
        return None;
    }
    while let Some(next) = past_dot(&text[last..], LONGEST) {
        last += next;
    }
    Some(at + last)
}

/// The byte behind a dot that a part of a name stands before, which has no more than so many characters.
fn past_dot(text: &str, longest: usize) -> Option<usize> {
    let mut chars = text.char_indices();
    let (dot, mark) = chars.by_ref().take(longest + 1).find(|&(_, c)| !han::is_han(c))?;
    (dot > 0 && han::is_name_dot(mark)).then(|| dot + mark.len_utf8())
}

pub(super) fn dotted_before(reading: &Reading, at: usize) -> Option<Span> {
    let text = &reading.text[..at];
    let mut start = text.trim_end_matches(han::is_han).len();
    if at - start > LONGEST * 3 || at == start || !text[..start].chars().next_back().is_some_and(han::is_name_dot) {
        return None;
    }
    while text[..start].chars().next_back().is_some_and(han::is_name_dot) {
        let dot = reading.left(start);
        let part = text[..dot].trim_end_matches(han::is_han).len();
        if dot - part > LONGEST * 3 || part == dot {
            break;
        }
        start = part;
    }
    Some(Span::new(start, at))
}
