//! Where in a passage credits stand.

use crate::lexicon::Class;
use crate::text::{Span, han};

use super::super::name;
use super::super::reading::Reading;
use super::cue::{self, Cue, Part, Side};
use super::item::{Item, What};
use super::roster::is_body;

/// A stretch that may be a credit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) manner: Manner,
}

/// How it is set, which tells how much must be said in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// A line of its own, as the layout has it.
    Line,
    /// Behind a mark.
    Marked,
    /// In brackets.
    Bracket,
    /// In brackets after the place and date that open a story.
    Dateline,
    /// A whole passage that the layout did not take for a credit.
    Whole,
    /// The end of a passage.
    Tail,
    /// Unbracketed after the place and date.
    Head,
}

impl Place {
    fn new(start: usize, end: usize, manner: Manner) -> Self {
        Self { span: Span::new(start, end), manner }
    }

    /// Whether one word that fits nowhere means that it is no credit.
    pub(super) fn strict(self) -> bool {
        matches!(self.manner, Manner::Whole | Manner::Tail | Manner::Head)
    }

    /// Whether any word after a role may be a name.
    pub(super) fn loose(self) -> bool {
        !self.strict()
    }
}

/// The longest credit that is read in running text, in bytes.
const LONGEST: usize = 300;
/// How far into a passage the place and date that open a story reach, in bytes.
const OPENING: usize = 120;

/// Every stretch of the passage that may be a credit.
pub(super) fn places(reading: &Reading, standalone: bool) -> Vec<Place> {
    let text = reading.text;
    let start = reading.skip_space(0);
    let end = text.trim_end_matches(han::is_space).len();
    let bullet = reading.after(start).is_some_and(han::is_bullet);
    let hinted = reading.hits_of(Class::Credit).next().is_some();
    if start >= end || !(standalone || bullet || hinted || ends_in_bracket(reading)) {
        return Vec::new();
    }
    let prose = reading.marks().all().iter().any(|mark| mark.is(han::ends_sentence));
    if bullet && !prose {
        let start = reading.right(start);
        // Marks stand before the items of a list, too: there, only names and nothing else.
        let names = end - start < LONGEST / 4 && text[start..end].chars().all(|c| han::is_han(c) || han::is_space(c));
        return vec![Place::new(start, end, if standalone || names { Manner::Marked } else { Manner::Whole })];
    }
    if standalone && !prose {
        return vec![unwrapped(reading, start, end)];
    }
    let mut places = brackets(reading);
    if !prose && end - start < LONGEST {
        places.push(Place::new(start, end, Manner::Whole));
    }
    // Both begin with a word of the table.
    if hinted {
        places.extend(head(reading));
        places.extend(tail(reading, end));
    }
    places
}

/// A line that is one bracket is read as the bracket.
fn unwrapped(reading: &Reading, start: usize, end: usize) -> Place {
    let first = reading.after(start).is_some_and(han::opens);
    let last = reading.before(end).is_some_and(han::closes);
    let inner = Span::new(reading.right(start).min(end), reading.left(end).max(reading.right(start).min(end)));
    if first && last && !reading.slice(inner).contains(han::opens) {
        Place { span: inner, manner: Manner::Bracket }
    } else {
        Place::new(start, end, Manner::Line)
    }
}

/// Round and lenticular brackets only; quotation marks open too, and hold no credits.
fn opens_bracket(c: char) -> bool {
    han::opens(c) && han::is_bracket(c)
}

fn brackets(reading: &Reading) -> Vec<Place> {
    let text = reading.text;
    let mut places = Vec::new();
    let marks = reading.marks().all();
    for (i, open) in marks.iter().enumerate().filter(|(_, mark)| mark.is(opens_bracket)) {
        let start = open.end();
        let mut near = marks[i + 1..].iter().take_while(|mark| mark.start() < start + LONGEST);
        let Some(close) = near.find(|mark| mark.is(|c| (han::opens(c) || han::closes(c)) && han::is_bracket(c))) else {
            continue;
        };
        if close.is(han::opens) {
            continue;
        }
        let span = Span::new(start, close.start());
        let before = text[..open.start()].trim_end_matches(han::is_space);
        let after = reading.skip_space(reading.right(span.end()));
        let opening = before.len() < OPENING && cue::ending(reading, before.len(), Cue::Dateline).is_some();
        let closing =
            after == text.len() && before.chars().next_back().is_none_or(|c| han::ends_sentence(c) || han::closes(c));
        if opening {
            places.push(Place { span, manner: Manner::Dateline });
        } else if closing || credited(reading, span) {
            places.push(Place { span, manner: if closing { Manner::Bracket } else { Manner::Whole } });
        }
    }
    places
}

fn ends_in_bracket(reading: &Reading) -> bool {
    let last = reading.text.trim_end_matches(han::is_space).chars().next_back();
    last.is_some_and(|c| han::closes(c) && han::is_bracket(c))
}

/// Whether an author's role word stands in the stretch.
fn credited(reading: &Reading, span: Span) -> bool {
    reading.hits_between(span.start(), span.end()).iter().any(|&hit| {
        let cue = reading.lexicon.value(hit, Class::Credit).and_then(Cue::parse);
        hit.end() <= span.end() && matches!(cue, Some(Cue::Role(part, _)) if part.is_author())
    })
}

/// What follows the place and date without a bracket, as far as names go.
fn head(reading: &Reading) -> Option<Place> {
    let hit = reading.hits().iter().take_while(|hit| hit.end() < OPENING).find(|hit| {
        reading.after(hit.end()).is_some_and(han::is_space) && cue::ending(reading, hit.end(), Cue::Dateline).is_some()
    })?;
    let start = reading.skip_space(hit.end());
    let marks = |c: char| han::ends_clause(c) || han::opens(c) || c.is_ascii_digit();
    let end = start + reading.text[start..].find(marks)?;
    let after = reading.after(end);
    // Before a comma the last word belongs to the sentence.
    let end = if after.is_some_and(han::labels) || after.is_some_and(|c| c.is_ascii_digit()) {
        end
    } else {
        start + reading.text[start..end].rfind(han::is_space)?
    };
    (credited(reading, Span::new(start, end)) && end - start < LONGEST / 2)
        .then(|| Place::new(start, end, Manner::Head))
}

/// What follows the last sentence, or a role word that a paper's name or white space sets off.
fn tail(reading: &Reading, end: usize) -> Vec<Place> {
    let text = &reading.text[..end];
    let sentence = reading.marks().last(end, han::ends_sentence).map_or(0, |mark| mark.end());
    let start = sentence + text[sentence..].len()
        - text[sentence..].trim_start_matches(|c| han::closes(c) || han::is_space(c)).len();
    let mut places = Vec::new();
    if start > 0 && start < end && end - start < LONGEST && credited(reading, Span::new(start, end)) {
        places.push(Place::new(start, end, Manner::Tail));
    }
    let from = start.max(end.saturating_sub(LONGEST)) + 1;
    for &hit in reading.hits_between(from, end).iter().filter(|hit| hit.end() < end) {
        let title = reading.lexicon.value(hit, Class::Credit).and_then(Cue::parse);
        if !matches!(title, Some(Cue::Role(part, Side::Before)) if part.is_author()) {
            continue;
        }
        let run = text[..hit.start()].trim_end_matches(han::is_han).len();
        let own = run == hit.start() || is_body(reading, Span::new(run, hit.start()));
        if own && text[..run].chars().next_back().is_some_and(han::is_space) {
            places.push(Place::new(run, end, Manner::Tail));
        }
    }
    places
}

/// Drops the words that qualify the role word they stand against: the paper before 'reporter', the city before 'reports'.
pub(super) fn without_qualifiers(reading: &Reading, mut items: Vec<Item>) -> Vec<Item> {
    for i in 0..items.len() {
        let next = items.get(i + 1).copied();
        let Some(Item { what: What::Cue(part, side), gap: false, .. }) = next.filter(|_| items[i].what == What::Word)
        else {
            continue;
        };
        let before = i.checked_sub(1).map(|j| items[j].what);
        let span = items[i].span;
        let place = reading.all_starting(span.start(), Class::Place).any(|hit| hit.end() == span.end());
        let drop = match (side, before) {
            _ if is_body(reading, span) => part != Part::Supplier,
            (Side::After, Some(What::Word)) => place,
            (Side::After, _) => false,
            (_, Some(What::Cue(_, Side::Before) | What::Label)) => false,
            (_, Some(What::Word | What::Comma)) => name::worth(reading, span) < 1.0,
            (Side::Either, _) => false,
            (Side::Before, _) => true,
        };
        if drop {
            items[i].what = What::Note;
        }
    }
    items
}

/// Whether the marks of a stretch are those of a credit: no sentence runs through it.
pub(super) fn is_clean(reading: &Reading, items: &[Item]) -> bool {
    let titled = items.iter().any(|item| matches!(item.what, What::Cue(part, _) if part.is_author()));
    titled
        && items.iter().filter(|item| item.what == What::Stop).all(|item| {
            let c = reading.after(item.span.start()).unwrap_or(' ');
            !han::ends_sentence(c) && (han::is_bracket(c) || !(han::opens(c) || han::closes(c)))
        })
}
