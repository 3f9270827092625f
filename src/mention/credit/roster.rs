//! A chunk of words -> names, however they are set: with spaces between them, within them, or with none at all.

use crate::lexicon::{Class, Form};
use crate::text::{Span, han};

use super::super::name;
use super::super::reading::Reading;
use super::cue::{self, Cue};
use super::roles::Word;

/// One name as printed, and what it is worth as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Named {
    pub(super) span: Span,
    pub(super) worth: f32,
}

/// The names of a chunk, the bodies and papers in it, and what is neither.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub(super) names: Vec<Named>,
    pub(super) bodies: Vec<Span>,
    pub(super) rest: Vec<Span>,
}

/// The longest name that is set without a break, in characters, where its syllables are not known.
const LONGEST: usize = 4;

/// Reads a chunk.
pub(super) fn roster(reading: &Reading, words: &[Word]) -> Roster {
    let mut roster = Roster::default();
    for list in words.chunk_by(|_, next| !next.comma) {
        let mut from = 0;
        for (i, word) in list.iter().enumerate() {
            if is_body(reading, word.span) {
                people(reading, &list[from..i], &mut roster);
                roster.bodies.push(word.span);
                from = i + 1;
            }
        }
        people(reading, &list[from..], &mut roster);
    }
    roster
}

/// Whether a word is, by its end, the name of a body, a paper or a place rather than a person's.
pub(super) fn is_body(reading: &Reading, span: Span) -> bool {
    if name::is_listed(reading, span) {
        return false;
    }
    if reading.lexicon.has(Class::Outlet) && reading.lexicon.word(reading.slice(span), Class::Outlet).is_some() {
        return true;
    }
    let count = chars(reading, span);
    let head = |start: usize| Span::new(span.start(), start.max(span.start()));
    let place = |span: Span| {
        !span.is_empty() && reading.all_starting(span.start(), Class::Place).any(|hit| hit.end() == span.end())
    };
    if let Some(start) = cue::ending(reading, span.end(), Cue::Outlet).filter(|&start| start >= span.start()) {
        // One character ends many names (登科): only a long word, or one that begins with a place, is a body by it.
        let long = chars(reading, Span::new(start, span.end())) >= 2;
        if long || place(head(start)) || (count >= LONGEST && worth(reading, span) < 0.0) {
            return true;
        }
    }
    let body = reading.ending(span.end(), Class::Body).filter(|hit| hit.start() >= span.start());
    if body.is_some_and(|hit| chars(reading, hit.span()) >= 2) {
        return true;
    }
    let whole = |form: Form| form == Form::Full;
    count >= 3
        && reading
            .all_starting(span.start(), Class::Place)
            .filter(|hit| hit.end() == span.end())
            .any(|hit| reading.senses(hit).any(|sense| whole(sense.form)))
}

fn chars(reading: &Reading, span: Span) -> usize {
    reading.slice(span).chars().count()
}

fn worth(reading: &Reading, span: Span) -> f32 {
    let text = reading.slice(span);
    if !text.contains(han::is_space) {
        return name::worth(reading, span);
    }
    let text: String = text.chars().filter(|&c| !han::is_space(c)).collect();
    name::worth(&Reading::new(&text, reading.lexicon), Span::new(0, text.len()))
}

/// The best way to read words with spaces between them as names: some are names, some are single characters of one,
/// some are several names run together.
fn people(reading: &Reading, words: &[Word], roster: &mut Roster) {
    // best[i]: the best reading of the first i words, its score, and where its last group starts.
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
    for end in 1..=words.len() {
        let choice = (end.saturating_sub(4)..end)
            .map(|start| (best[start].0 + group(reading, words, start, end), start))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((0.0, end - 1));
        best.push(choice);
    }
    let mut groups = Vec::new();
    let mut end = words.len();
    while end > 0 {
        let start = best[end].1;
        groups.push(Span::new(words[start].span.start(), words[end - 1].span.end()));
        end = start;
    }
    for &span in groups.iter().rev() {
        match parts(reading, span, words.len() == 1) {
            Some(names) => roster.names.extend(names),
            None => roster.rest.push(span),
        }
    }
}

/// What it is worth to read these words as one group.
fn group(reading: &Reading, words: &[Word], start: usize, end: usize) -> f32 {
    const NEVER: f32 = -60.0;
    let span = Span::new(words[start].span.start(), words[end - 1].span.end());
    let sizes: Vec<usize> = words[start..end].iter().map(|word| chars(reading, word.span)).collect();
    let names = reading.lexicon.names();
    match sizes.as_slice() {
        [1] => NEVER / 2.0,
        [2] if names.surname(reading.slice(span)) > 0.0 => -8.0,
        [_] => parts(reading, span, words.len() == 1)
            .map_or(-12.0, |names| names.iter().map(|name| name.worth.max(-4.0)).sum::<f32>() + 2.0),
        [1, 1] | [1, 1, 1] => worth(reading, span).max(-6.0) + spacing(reading, words, start, end),
        [1, 1, 1, 1] => {
            let own = worth(reading, span);
            if own > 0.0 { own + 1.0 } else { own.max(-12.0) - 3.0 }
        }
        // A surname set apart; less likely than anything that leaves no character over.
        [1, 2] => worth(reading, span).max(-8.0) - 8.0,
        [2, 1 | 2] if names.surname(reading.slice(words[start].span)) > 0.0 => worth(reading, span) - 4.0,
        [2, 1] => worth(reading, span).max(-8.0) - 12.0,
        _ => NEVER,
    }
}

/// Where one kind of white space stands inside names and another between them, that settles it.
fn spacing(reading: &Reading, words: &[Word], start: usize, end: usize) -> f32 {
    let gap = |i: usize| reading.slice(Span::new(words[i - 1].span.end(), words[i].span.start()));
    let inner = gap(start + 1);
    let even = (start + 1..end).all(|i| gap(i) == inner);
    let other = |i: usize| i > 0 && i < words.len() && gap(i) != inner;
    let outer = f32::from(u8::from(other(start))) + f32::from(u8::from(other(end)));
    outer * 2.0 - if even { 0.0 } else { 6.0 }
}

/// A word without commas as one name, or as several that are run together; `None` where it is not made of names.
///
/// `only`: no other word stands beside it. Who sets names apart sets all of them apart, so four characters in a list are
/// one name, unlike five.
fn parts(reading: &Reading, span: Span, only: bool) -> Option<Vec<Named>> {
    let text = reading.slice(span);
    let own = worth(reading, span);
    let one = Named { span, worth: own };
    let count = text.chars().filter(|&c| !han::is_space(c)).count();
    if text.contains(han::is_name_dot) {
        return dotted(text).then(|| vec![Named { worth: own.max(6.0), ..one }]);
    }
    if count < 2 {
        return None;
    }
    if let Some(apart) = text.find(han::is_space) {
        // A surname set apart from a given name that is not: often not one name but a remark before one.
        let uneven =
            count == 3 && (apart > 3 || text.ends_with(han::is_han) && text.matches(han::is_space).count() == 1);
        let own = if uneven { own.min(-1.0) } else { own };
        return (count <= LONGEST).then(|| vec![Named { worth: own, ..one }]);
    }
    if count <= 3 || count == LONGEST && (!only || own > 0.0) {
        return Some(vec![one]);
    }
    let split = split(reading, span);
    let total = split.as_ref().map_or(f32::MIN, |names| names.iter().map(|name| name.worth).sum::<f32>() - 3.0);
    let strange = count <= LONGEST || count <= 2 * LONGEST && !holds_word(reading, span);
    let whole = if strange { own.max(-3.0) } else { own };
    if whole >= total && (strange || own > 0.0) { Some(vec![one]) } else { split.filter(|_| total > 0.0) }
}

/// Whether two characters that stand together are a word: a string of many without one is a foreign name.
pub(super) fn holds_word(reading: &Reading, span: Span) -> bool {
    let text = reading.slice(span);
    let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    bounds.windows(3).any(|pair| reading.lexicon.words().frequency(&text[pair[0]..pair[2]]) > 0)
}

/// Each part of a dotted name has a length that a part has.
fn dotted(text: &str) -> bool {
    text.split(han::is_name_dot).all(|part| (1..=8).contains(&part.trim().chars().count()))
}

/// The best way to cut a word into names of two and three characters, each with a surname.
fn split(reading: &Reading, span: Span) -> Option<Vec<Named>> {
    let text = reading.slice(span);
    let bounds: Vec<usize> = text.char_indices().map(|(i, _)| span.start() + i).chain([span.end()]).collect();
    let mut best: Vec<Option<(f32, usize)>> = vec![None; bounds.len()];
    best[0] = Some((0.0, 0));
    for end in 2..bounds.len() {
        best[end] = (end.saturating_sub(4)..=end - 2)
            .filter_map(|start| {
                let part = Span::new(bounds[start], bounds[end]);
                let length = end - start;
                let surname = Span::new(part.start(), bounds[start + if length == 4 { 2 } else { 1 }]);
                // Most starts are ruled out by what is cheap to ask.
                let (score, _) = best[start]?;
                if reading.lexicon.names().surname(reading.slice(surname)) <= 0.0 {
                    return None;
                }
                let own = worth(reading, part) - if holds_word(reading, part) { 3.5 } else { 0.0 };
                (own > 0.5).then_some((score + own, start))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0));
    }
    let mut names = Vec::new();
    let mut end = bounds.len() - 1;
    while end > 0 {
        let (_, start) = best[end]?;
        let span = Span::new(bounds[start], bounds[end]);
        names.push(Named { span, worth: worth(reading, span) });
        end = start;
    }
    names.reverse();
    Some(names)
}
