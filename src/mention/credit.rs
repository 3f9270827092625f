//! Who wrote an article: reporters and correspondents in every form of credit.
//!
//! A credit has no grammar of its own but a few habits: a role word stands before a name or behind it, a name is set
//! solid or with spaces inside, a list with spaces, commas or nothing between. Where a credit stands (`places`), its
//! items (`item`), which role speaks of which names (`roles`) and where the names end (`roster`) are settled one after
//! another; a running sentence that happens to hold a role word must survive all four to be taken.

mod cue;
mod item;
mod places;
mod roles;
mod roster;
#[cfg(test)]
mod tests;

use crate::entity::CreditRole;
use crate::lexicon::Class;
use crate::text::{Span, han};

use super::name;
use super::reading::Reading;
use cue::Part;
use places::{Manner, Place};
use roles::{Chunk, Force};
use roster::{Named, Roster};

/// An author as a credit names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditMention {
    /// The name as printed, in the passage's text.
    pub span: Span,
    /// The name without the spaces inside.
    pub name: String,
    pub role: CreditRole,
}

/// The authors that a passage credits, and the stretches that look like a credit and could not be read.
///
/// `standalone`: the layout took the passage for a line of credits.
pub fn credits(reading: &Reading, standalone: bool, page: &dyn name::Page) -> (Vec<CreditMention>, Vec<Span>) {
    let mut authors: Vec<CreditMention> = Vec::new();
    let mut unreadable = Vec::new();
    for place in places::places(reading, standalone) {
        let found = read(reading, place, page);
        if place.strict() && !found.clean {
            continue;
        }
        for person in found.people {
            if let (Some(role), false) =
                (role(person.part), authors.iter().any(|author| author.span.overlaps(person.span)))
            {
                authors.push(CreditMention { span: person.span, name: printed(reading, person.span), role });
            }
        }
        unreadable.extend(found.unreadable);
    }
    authors.sort_by_key(|author| author.span);
    (authors, unreadable)
}

fn role(part: Part) -> Option<CreditRole> {
    match part {
        Part::Reporter => Some(CreditRole::Reporter),
        Part::Correspondent | Part::Supplier => Some(CreditRole::Correspondent),
        Part::Photographer | Part::Editor | Part::Intern | Part::Source => None,
    }
}

fn printed(reading: &Reading, span: Span) -> String {
    reading.slice(span).chars().filter(|&c| !han::is_space(c)).collect()
}

/// Somebody named in a credit, author or not.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Person {
    span: Span,
    part: Part,
}

/// What one place yields. `clean`: nothing in it speaks against a credit.
#[derive(Debug, Default)]
struct Found {
    people: Vec<Person>,
    unreadable: Vec<Span>,
    clean: bool,
}

fn read(reading: &Reading, place: Place, page: &dyn name::Page) -> Found {
    let items = item::items(reading, place.span);
    let items = places::without_qualifiers(reading, items);
    let chunks = roles::chunks(&items);
    let mut found = Found { clean: places::is_clean(reading, &items), ..Found::default() };
    if place.strict() && !found.clean {
        return found;
    }
    for chunk in &chunks {
        take(reading, place, page, &chunks, chunk, &mut found);
    }
    found
}

/// Adds the people of one chunk.
fn take(reading: &Reading, place: Place, page: &dyn name::Page, chunks: &[Chunk], chunk: &Chunk, found: &mut Found) {
    let roster = roster::roster(reading, &chunk.words);
    let Some(claim) = chunk.claim else {
        let read = bare(reading, place, page, chunks, chunk, &roster);
        // A paper's name before a date is all that a clean credit holds unsaid.
        found.clean &=
            read.is_some() || roster.names.is_empty() && roster.rest.is_empty() || chunk.starts && !chunk.ends;
        found.people.extend(read.into_iter().flatten());
        return;
    };
    let mut taken = false;
    // A label may stand before a sentence: what cannot be a name casts doubt on what can.
    let doubt = roster.rest.iter().map(|span| span.start()).min();
    for named in &roster.names {
        if doubt.is_some_and(|rest| named.span.start() > rest || !is_name(*named, 0.0)) {
            continue;
        }
        let good = match (claim.part, claim.force) {
            (Part::Supplier, _) => is_name(*named, 1.0),
            (_, Force::Title) => place.loose() || is_name(*named, -2.0) || !is_word(reading, *named),
            (_, Force::Ahead) if roster::holds_word(reading, named.span) => is_name(*named, 1.0),
            (_, Force::Behind | Force::Ahead) => length(reading, *named) < 4 || is_name(*named, 0.0),
        };
        if good {
            taken = true;
            found.people.push(Person { span: named.span, part: claim.part });
        } else {
            found.clean &= claim.part == Part::Source;
        }
    }
    if claim.part != Part::Source {
        found.clean &= roster.rest.is_empty();
        let lost = claim.part.is_author() && !taken && !roster.rest.is_empty();
        found.unreadable.extend(roster.rest.into_iter().filter(|_| lost));
    }
}

/// Names that no role word speaks of: authors in a bracket that ends a story or opens one, behind a mark, and beside
/// named correspondents; all of them must be names, or none is taken.
fn bare(
    reading: &Reading,
    place: Place,
    page: &dyn name::Page,
    chunks: &[Chunk],
    chunk: &Chunk,
    roster: &Roster,
) -> Option<Vec<Person>> {
    let names = &roster.names;
    let beside = chunks.iter().any(|other| other.claim.is_some_and(|claim| claim.part.is_author()));
    let alone = chunks.len() == 1;
    let least = match place.manner {
        Manner::Dateline | Manner::Marked => -2.0,
        Manner::Bracket if beside || !roster.bodies.is_empty() => 0.0,
        Manner::Bracket if alone => 1.5,
        Manner::Line if chunk.starts && chunk.ends && roster.bodies.is_empty() => 1.5,
        _ => return None,
    };
    let whole = |named: &Named| is_name(*named, least) || least < 0.0 && length(reading, *named) <= 3;
    let known =
        |named: &Named| page.count(reading.slice(named.span)) > 1 && length(reading, *named) <= 3 && least < 1.0;
    // One word in brackets at the end is more often a remark than a name, unless it can be nothing else.
    let remark = matches!(place.manner, Manner::Bracket | Manner::Line) && alone && chunk.words.len() == 1;
    let odd = |named: &Named| remark && (is_word(reading, *named) || is_place(reading, *named));
    let full = !names.is_empty() && roster.rest.is_empty() && (chunk.ends || beside);
    let good = full && !names.iter().any(odd) && names.iter().all(|named| whole(named) || known(named));
    good.then(|| names.iter().map(|named| Person { span: named.span, part: Part::Reporter }).collect())
}

fn length(reading: &Reading, named: Named) -> usize {
    printed(reading, named.span).chars().count()
}

/// Whether a string is a name by itself.
fn is_name(named: Named, least: f32) -> bool {
    named.worth > least
}

/// Whether a string is the name of a place.
fn is_place(reading: &Reading, named: Named) -> bool {
    reading.all_starting(named.span.start(), Class::Place).any(|hit| hit.end() == named.span.end())
}

/// Whether a string is a common word and no name by its surname.
fn is_word(reading: &Reading, named: Named) -> bool {
    reading.lexicon.words().frequency(reading.slice(named.span)) > 0
}
