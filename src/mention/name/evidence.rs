//! What speaks for and against a string as a name, whatever kind of name it is, and for nobody being named.

use crate::lexicon::{Class, Classes, Seat};
use crate::text::han;

use super::feature::Evidence;
use super::feature::Feature as F;
use super::kind::log;
use super::scene::{Scene, Side};

/// Words that are neither part of a name nor stand inside one.
const FUNCTION_WORDS: Classes = Classes::of(&[
    Class::Follower,
    Class::Govern,
    Class::Appoint,
    Class::Grammar,
    Class::Note,
    Class::Qualifier,
    Class::Boundary,
]);
const SWALLOWED: Classes = Classes::of(&[Class::Follower, Class::Qualifier, Class::Appoint]);
const FIRST: Classes = Classes::of(&[Class::Join, Class::Boundary, Class::Follower]);
const LAST: Classes = Classes::of(&[Class::Follower, Class::Boundary]);
const RANKED: Classes = Classes::of(&[Class::Rank, Class::Body, Class::Stem, Class::Head]);
const TITLED: Classes = Classes::of(&[Class::Rank, Class::Modifier, Class::Body, Class::Qualifier]);
const EDGE: Classes = Classes::of(&[
    Class::Follower,
    Class::Boundary,
    Class::Appoint,
    Class::Place,
    Class::Rank,
    Class::Modifier,
    Class::Body,
    Class::Qualifier,
]);

/// From this weight on, given names like a character.
const LIKED: f32 = 100.0;

/// What the string of this length has whatever kind of name it is.
pub(super) fn shared(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    tail(scene, length, vector);
    ends(scene, length, vector);
    across(scene, length, vector);
    edge(scene, length, vector);
    if scene.side == Side::After {
        turn(scene, length, vector);
    }
    page(scene, length, vector);
    vector.set(F::Saved, -scene.cost(length) / 10.0);
}

/// What speaks for nobody being named here.
pub(super) fn nobody(scene: &Scene, vector: &mut impl Evidence) {
    let reading = scene.reading;
    let at = scene.offset(0);
    vector.set(F::Nobody, 1.0);
    if let Some(length) = (2..=scene.length().min(4)).rev().find(|&length| scene.frequency(0, length) > 0) {
        vector.set(F::NobodyWord, log(scene.frequency(0, length) as f32));
        vector.flag(F::NobodyVerb, scene.tagged(0, length, b'v'));
    }
    let length = |classes: Classes| {
        let hit = match scene.side {
            Side::After => reading.starting(at, classes),
            Side::Before => reading.ending(at, classes),
        };
        hit.map_or(0, |hit| hit.span().len() / 3)
    };
    let follower = length(Classes::of(&[Class::Follower, Class::Boundary, Class::Grammar]));
    vector.flag(F::NobodyFollower, follower > 1);
    vector.flag(F::NobodyFunction, follower == 1 || length(Class::Join.into()) > 0);
    vector.flag(F::NobodyRank, length(RANKED) > 1);
    if scene.side == Side::After {
        vector.flag(
            F::NobodyListed,
            reading.before(at).is_some_and(han::conjoins) && reading.ending(at, Class::Rank).is_none(),
        );
        let start = reading.ending(at, Class::Rank).map(|hit| hit.start());
        let bare = start.is_some_and(|start| {
            reading.before(start).is_none_or(|c| !han::is_han(c)) || reading.ending(start, Class::Boundary).is_some()
        });
        vector.flag(F::NobodyBare, bare);
        let leader = reading.ending(at, Class::Rank).is_some_and(|hit| reading.value(hit, Class::Rank) == "leader");
        vector.flag(F::NobodyLeader, leader);
    }
    let read = scene.length().min(6);
    vector.set(F::NobodyPlain, scene.cost(read) / 10.0 / read.max(1) as f32);
    vector.flag(F::NobodyBrief, scene.length() < 2);
}

/// A word that the string ends in: 王|主持.
fn tail(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    if length > 2 {
        vector.set(F::TailWord, log(scene.frequency(length - 2, length) as f32));
        vector.flag(F::TailVerb, scene.tagged(length - 2, length, b'v'));
    }
}

/// Function words at the ends of the string and words that it has swallowed: 和列席, 高平在, 铁证列席.
fn ends(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let reading = scene.reading;
    let span = scene.span(0, length);
    let first = reading.right(span.start());
    let last = reading.left(span.end());
    let exact =
        |from: usize, to: usize, classes: Classes| reading.all_starting(from, classes).any(|hit| hit.end() == to);
    let inside = |at: usize, classes: Classes| {
        reading.all_starting(at, classes).any(|hit| hit.span().len() > 3 && hit.end() <= span.end())
    };
    let is_first = exact(span.start(), first, FIRST);
    let is_last = exact(last, span.end(), LAST);
    let names = reading.lexicon.names();
    vector.flag(F::FirstFunction, is_first);
    vector.flag(F::FirstRare, names.surname(&reading.text[span.start()..first]) == 0.0);
    vector.flag(F::LastFunction, is_last);
    if let (Some(c), true) = (reading.after(last), is_last) {
        vector.set(F::LastFunctionGiven, log(names.given(c, Seat::Second)));
    }
    let end = scene.last(length);
    if matches!(scene.tag(end, end + 1), b'v' | b'p' | b'd' | b'c' | b'u' | b'k') {
        vector.set(F::LastVerb, log(scene.frequency(end, end + 1) as f32));
    }
    vector.flag(F::Numeral, scene.run(length).iter().copied().any(han::is_numeral));
    vector.flag(F::Starts, inside(span.start(), FUNCTION_WORDS));
    let mut at = reading.right(first);
    let (mut swallows, mut joins) = (false, false);
    while at < span.end() {
        joins |= at < last && reading.starting(at, Class::Join).is_some();
        swallows |= inside(at, SWALLOWED);
        at = reading.right(at);
    }
    vector.flag(F::Swallows, swallows);
    vector.flag(F::Joins, joins);
}

/// The last character as a word of its own before what begins at the edge.
fn turn(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let row = match scene.tag(length - 1, length) {
        b'c' => [F::LastConjunctionVerb, F::LastConjunctionNoun, F::LastConjunctionStop, F::LastConjunctionOther],
        b'd' => [F::LastAdverbVerb, F::LastAdverbNoun, F::LastAdverbStop, F::LastAdverbOther],
        b'p' => [F::LastPrepositionVerb, F::LastPrepositionNoun, F::LastPrepositionStop, F::LastPrepositionOther],
        b'v' => [F::LastVerbVerb, F::LastVerbNoun, F::LastVerbStop, F::LastVerbOther],
        _ => return,
    };
    let edge = scene.offset(length);
    let spoken = scene.reading.starting(edge, Class::Follower).is_some_and(|hit| hit.span().len() > 3);
    let word = (length + 2..=(length + 4).min(scene.length())).rev().find(|&to| scene.frequency(length, to) > 0);
    let column = match word {
        // 苗英以|《…》为题: what a mark opens is an object, too.
        _ if scene.beyond(edge).is_some_and(han::opens) => 1,
        _ if !scene.beyond(edge).is_some_and(han::is_han) => 2,
        _ if spoken => 0,
        Some(to) if scene.tagged(length, to, b'v') => 0,
        Some(to) if scene.tagged(length, to, b'n') => 1,
        _ => 3,
    };
    vector.set(row[column], 1.0);
}

/// A word across the edge: 王刚主|持.
fn across(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let reading = scene.reading;
    let class = if scene.side == Side::After { Class::Follower } else { Class::Boundary };
    let (mut word, mut function) = (0, 0);
    let mut hit = false;
    for from in [length - 1, length - 2] {
        if from == 0 {
            continue;
        }
        for to in length + 1..=(length + 2).min(scene.length()) {
            let frequency = scene.frequency(from, to);
            // 放在, 说要: a function word beyond the edge makes such words with any verb, so they tell less.
            let beyond = scene.span(length, to);
            if reading.all_starting(beyond.start(), class).any(|hit| hit.end() == beyond.end()) {
                function = function.max(frequency);
            } else {
                word = word.max(frequency);
            }
            let all = scene.span(from, to);
            hit |= reading.all_starting(all.start(), class).any(|hit| hit.end() == all.end());
        }
    }
    // A last character that given names like may stand there though it makes a word with the next: 齐放|在.
    let names = reading.lexicon.names();
    let given = scene.run(length).last();
    let given = given.is_some_and(|&c| names.given(c, Seat::Second).max(names.given(c, Seat::Only)) > LIKED);
    vector.set(if given { F::AcrossWordGiven } else { F::AcrossWord }, log(word as f32));
    vector.set(if given { F::AcrossFunctionGiven } else { F::AcrossFunction }, log(function as f32));
    vector.flag(F::AcrossHit, hit);
}

/// What stands beyond the edge.
fn edge(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let reading = scene.reading;
    let edge = scene.offset(length);
    if !scene.beyond(edge).is_some_and(han::is_han) {
        // Two or three characters between a title and a comma are a name; more are more likely a sentence.
        vector.set([F::EdgeClosed2, F::EdgeClosed3, F::EdgeClosed4][length.min(4) - 2], 1.0);
    }
    let Some(c) = scene.beyond(edge) else { return vector.set(F::EdgeText, 1.0) };
    if !han::is_han(c) {
        let kind = match c {
            _ if han::ends_clause(c) => F::EdgeClause,
            _ if han::enumerates(c) => F::EdgeList,
            _ if han::closes(c) => F::EdgeClose,
            _ if han::opens(c) => F::EdgeOpen,
            _ if han::is_space(c) => F::EdgeSpace,
            _ => F::EdgeOther,
        };
        return vector.set(kind, 1.0);
    }
    let hit = |classes: Classes| match scene.side {
        Side::After => reading.starting(edge, classes),
        Side::Before => reading.ending(edge, classes),
    };
    let function = if scene.side == Side::After { Class::Follower } else { Class::Boundary };
    // Hardly anything stands at most edges.
    if hit(EDGE).is_some() {
        if let Some(hit) = hit(function.into()) {
            let length = hit.span().len() / 3;
            vector.set([F::EdgeFunction1, F::EdgeFunction2, F::EdgeFunction3][length.clamp(1, 3) - 1], 1.0);
        }
        vector.flag(F::EdgeAppoint, hit(Class::Appoint.into()).is_some());
        vector.flag(F::EdgePlace, hit(Class::Place.into()).is_some());
        vector.flag(F::EdgeTitle, hit(TITLED).is_some());
    }
    let ends = length + 2..=(length + 4).min(scene.length());
    let word = ends.rev().find(|&to| scene.frequency(length, to) > 0);
    if let Some(to) = word {
        vector.set(F::EdgeWord, log(scene.frequency(length, to) as f32));
        vector.flag(F::EdgeVerb, scene.tagged(length, to, b'v'));
    }
    let known = || hit(Classes::of(&[function, Class::Appoint, Class::Place])).is_some();
    vector.flag(F::EdgeNothing, word.is_none() && !known());
    // 马晓|峰，: one character left over before the run ends.
    if length + 1 == scene.length() && !scene.is_cut() {
        vector.set([F::EdgeStump2, F::EdgeStump3, F::EdgeStump4][length.min(4) - 2], 1.0);
    }
    if length < scene.length() {
        vector.set(F::Rest, scene.rest(length) / 10.0);
        next_character(scene, length, vector);
    }
}

/// A verb or preposition of one character (作, 受) may follow.
fn next_character(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let kind = match scene.tag(length, length + 1) {
        b'v' => F::EdgeCharVerb,
        b'd' => F::EdgeCharAdverb,
        b'p' => F::EdgeCharPreposition,
        b'c' | b'u' => F::EdgeCharConjunction,
        b'm' => F::EdgeCharNumeral,
        _ => F::EdgeCharOther,
    };
    vector.set(kind, log(scene.frequency(length, length + 1) as f32));
}

/// The same string elsewhere on the page, while its extension is not as frequent.
fn page(scene: &Scene, length: usize, vector: &mut impl Evidence) {
    let count = scene.occurrences(length);
    let longer = if length < scene.length() { scene.occurrences(length + 1) } else { 1 };
    let shorter = if length > 2 { scene.occurrences(length - 1) } else { count };
    if count > 1 && longer < count {
        // 南山 stands on a page of 南山区 anyway.
        let known = scene.reading.is_known(scene.span(0, length)) || scene.frequency(0, length) > 0;
        if known {
            vector.set(F::PageRepeatsWord, 1.0);
        } else {
            vector.set(F::PageRepeats, (count.min(4) as f32).ln() + 0.5);
        }
    }
    if count > 1 && longer >= count {
        vector.set(F::PageLonger, (count as f32).ln());
    }
    if shorter > count {
        vector.set(F::PageShorter, (shorter as f32 / count as f32).ln());
    }
}
