//! What an initiative is called, and by what it is the same as another.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::Span;
use crate::text::han;

use super::head;

/// What is left of a name without its head noun has at least this many characters: 五大行动 is no name without 行动.
const SHORTEST: usize = 3;

/// The name as printed, without quotation marks.
pub fn name(printed: &str) -> String {
    let mut name = String::with_capacity(printed.len());
    name.extend(printed.chars().filter(|&c| !is_quote(c)));
    match name.trim() {
        inner if inner.len() < name.len() => inner.to_owned(),
        _ => name,
    }
}

/// The identity of a name: without the head nouns at its end and without punctuation, so that 蓝天碧水保卫战 and 蓝天、碧水 are one.
pub fn core(reading: &Reading, inner: Span) -> String {
    let mut end = inner.end();
    while let Some(head) = reading.ending(end, Class::Head) {
        let strong = matches!(head::strength(reading.value(head, Class::Head)), "strong" | "verbal");
        let rest = head.start().max(inner.start());
        if !strong || reading.text[inner.start()..rest].chars().count() < SHORTEST {
            break;
        }
        end = rest;
    }
    plain(&reading.text[inner.start()..end])
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let kept = text.chars().filter(|&c| han::adds(c) || !(han::is_punctuation(c) || han::is_space(c)));
    plain.extend(kept.map(|c| if han::adds(c) { '+' } else { c }));
    plain
}

fn is_quote(c: char) -> bool {
    c == '"' || han::quotes(c).is_some() || matches!(c, '”' | '’' | '」' | '』')
}
