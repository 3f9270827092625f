//! What looks like a name and is something else, whatever its characters say.

use crate::lexicon::{Class, Classes, Form, Hit, Level};
use crate::text::{Span, han};

use super::super::place;
use super::super::reading::Reading;
use super::scene::{Scene, Side};

/// Whether the string is a surname with a form of address: 陈大姐.
pub(super) fn is_address(reading: &Reading, span: Span) -> bool {
    let given = reading.right(span.start());
    reading
        .all_starting(given, Class::Grammar)
        .any(|hit| hit.end() == span.end() && reading.value(hit, Class::Grammar) == "address")
}

/// Whether the string begins with a predicate of appointment: 提名为…, 提任苍南县….
pub(super) fn is_predicate(reading: &Reading, span: Span) -> bool {
    reading.starting(span.start(), Class::Appoint).is_some_and(|hit| hit.span().len() > 3)
}

/// Whether a particle that is the last character of the name is left over before a mark: 蒋定|之|，.
pub(super) fn is_cut(scene: &Scene, span: Span) -> bool {
    let reading = scene.reading;
    let particle = reading.after(span.end()).filter(|&c| han::is_genitive(c));
    scene.side == Side::After
        && particle.is_some_and(|c| !reading.after(span.end() + c.len_utf8()).is_some_and(han::is_han))
}

/// Whether the string is a place, or an owner of enterprises (中石化).
pub(super) fn is_place(reading: &Reading, span: Span) -> bool {
    let owner = |hit: Hit| hit.span() == span && reading.value(hit, Class::Owner) != "private";
    reading.all_starting(span.start(), Class::Owner).any(owner) || is_short(reading, span) || is_full(reading, span)
}

/// Whether more text follows and the string is the short name of a province (空降河南任…), that of a prefecture and no
/// predicate follows (…陆平和|常州|黑牡丹公司总经理), or a township that no list has (和|翁堵镇|李向成书记).
fn is_short(reading: &Reading, span: Span) -> bool {
    if !reading.after(span.end()).is_some_and(han::is_han) {
        return false;
    }
    let gazetteer = reading.lexicon.gazetteer();
    let told = || reading.starting(span.end(), Classes::of(&[Class::Follower, Class::Appoint])).is_some();
    let place = |hit: Hit| {
        hit.span() == span
            && reading.senses(hit).any(|sense| match gazetteer.level(sense.division) {
                Level::Province if sense.form != Form::Colloquial => true,
                level => level < Level::County && !told(),
            })
    };
    let body = reading.ending(span.end(), Class::Body).filter(|hit| hit.span().len() <= 3);
    let township = body.is_some_and(|hit| reading.value(hit, Class::Body) == "grassroots");
    (township && !told()) || reading.all_starting(span.start(), Class::Place).any(place)
}

/// Whether the string is, or is cut out of, the full name of a county or a higher division: 任城区, 城区 in 任城区新任副区长.
fn is_full(reading: &Reading, span: Span) -> bool {
    let full = |hit: Hit| hit.span().contains(span) && hit.span().len() > 6 && place::is_full(reading, hit);
    let mut at = span.start();
    for _ in 0..3 {
        if reading.all_starting(at, Class::Place).any(full) {
            return true;
        }
        at = reading.left(at);
    }
    false
}
