//! What speaks for and against a string as a name, whatever kind of name it is, and for nobody being named.

use crate::lexicon::{Class, Seat};
use crate::text::han;

use super::feature::Feature as F;
use super::feature::Vector;
use super::kind::{frequency, log, tagged};
use super::scene::{Scene, Side};

/// Words that are neither part of a name nor stand inside one.
const FUNCTION_WORDS: [Class; 7] =
    [Class::Follower, Class::Govern, Class::Appoint, Class::Grammar, Class::Note, Class::Qualifier, Class::Boundary];
const SWALLOWED: [Class; 3] = [Class::Follower, Class::Qualifier, Class::Appoint];

/// From this weight on, given names like a character.
const LIKED: f32 = 100.0;

/// What the string of this length has whatever kind of name it is.
pub(super) fn shared(scene: &Scene, length: usize) -> Vector {
    let mut vector = Vector::new();
    tail(scene, length, &mut vector);
    ends(scene, length, &mut vector);
    across(scene, length, &mut vector);
    edge(scene, length, &mut vector);
    page(scene, length, &mut vector);
    vector.set(F::Saved, -scene.cost(length) / 10.0);
    vector
}

/// What speaks for nobody being named here.
pub(super) fn nobody(scene: &Scene) -> Vector {
    let mut vector = Vector::new();
    let reading = scene.reading;
    let at = scene.offset(0);
    vector.set(F::Nobody, 1.0);
    for length in 2..=scene.length().min(4) {
        let word = frequency(scene, 0, length);
        if word > 0 {
            vector.set(F::NobodyWord, log(word as f32));
            vector.flag(F::NobodyVerb, tagged(scene, 0, length, 'v'));
        }
    }
    let hit = |class: Class| match scene.side {
        Side::After => reading.starting(at, class),
        Side::Before => reading.ending(at, class),
    };
    let length = |class: Class| hit(class).map_or(0, |hit| hit.span().len() / 3);
    let follower = length(Class::Follower).max(length(Class::Boundary)).max(length(Class::Grammar));
    vector.flag(F::NobodyFollower, follower > 1);
    vector.flag(F::NobodyFunction, follower == 1 || length(Class::Join) > 0);
    vector.flag(
        F::NobodyRank,
        [Class::Rank, Class::Body, Class::Stem, Class::Head].into_iter().any(|class| length(class) > 1),
    );
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
    vector
}

/// A word that the string ends in: 王|主持.
fn tail(scene: &Scene, length: usize, vector: &mut Vector) {
    if length > 2 {
        vector.set(F::TailWord, log(frequency(scene, length - 2, length) as f32));
        vector.flag(F::TailVerb, tagged(scene, length - 2, length, 'v'));
    }
}

/// Function words at the ends of the string and words that it has swallowed: 和列席, 高平在, 铁证列席.
fn ends(scene: &Scene, length: usize, vector: &mut Vector) {
    let reading = scene.reading;
    let span = scene.span(0, length);
    let first = reading.right(span.start());
    let last = reading.left(span.end());
    let exact = |from: usize, to: usize, class: Class| reading.all_starting(from, class).any(|hit| hit.end() == to);
    let inside = |at: usize, class: Class| {
        reading.all_starting(at, class).any(|hit| hit.span().len() > 3 && hit.end() <= span.end())
    };
    let is_first =
        [Class::Join, Class::Boundary, Class::Follower].into_iter().any(|class| exact(span.start(), first, class));
    let is_last = [Class::Follower, Class::Boundary].into_iter().any(|class| exact(last, span.end(), class));
    let names = reading.lexicon.names();
    vector.flag(F::FirstFunction, is_first);
    vector.flag(F::FirstRare, names.surname(&reading.text[span.start()..first]) == 0.0);
    vector.flag(F::LastFunction, is_last);
    if let (Some(c), true) = (reading.after(last), is_last) {
        vector.set(F::LastFunctionGiven, log(names.given(c, Seat::Second)));
    }
    let words = reading.lexicon.words();
    let verb =
        words.tag(&reading.text[last..span.end()]).is_some_and(|tag| tag.starts_with(['v', 'p', 'd', 'c', 'u', 'k']));
    if verb {
        vector.set(F::LastVerb, log(words.frequency(&reading.text[last..span.end()]) as f32));
    }
    vector.flag(F::Numeral, reading.slice(span).chars().any(han::is_numeral));
    vector.flag(F::Starts, FUNCTION_WORDS.into_iter().any(|class| inside(span.start(), class)));
    let mut at = reading.right(first);
    let (mut swallows, mut joins) = (false, false);
    while at < span.end() {
        joins |= at < last && reading.starting(at, Class::Join).is_some();
        swallows |= SWALLOWED.into_iter().any(|class| inside(at, class));
        at = reading.right(at);
    }
    vector.flag(F::Swallows, swallows);
    vector.flag(F::Joins, joins);
}

/// A word across the edge: 王刚主|持.
fn across(scene: &Scene, length: usize, vector: &mut Vector) {
    let reading = scene.reading;
    let class = if scene.side == Side::After { Class::Follower } else { Class::Boundary };
    let (mut word, mut function) = (0, 0);
    let mut hit = false;
    for from in [length - 1, length - 2] {
        if from == 0 {
            continue;
        }
        for to in length + 1..=(length + 2).min(scene.length()) {
            let frequency = frequency(scene, from, to);
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
    let given = scene.slice(length - 1, length).chars().next().is_some_and(|c| {
        let names = reading.lexicon.names();
        names.given(c, Seat::Second).max(names.given(c, Seat::Only)) > LIKED
    });
    vector.set(if given { F::AcrossWordGiven } else { F::AcrossWord }, log(word as f32));
    vector.set(if given { F::AcrossFunctionGiven } else { F::AcrossFunction }, log(function as f32));
    vector.flag(F::AcrossHit, hit);
}

/// What stands beyond the edge.
fn edge(scene: &Scene, length: usize, vector: &mut Vector) {
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
    let hit = |class: Class| match scene.side {
        Side::After => reading.starting(edge, class),
        Side::Before => reading.ending(edge, class),
    };
    let function = if scene.side == Side::After { Class::Follower } else { Class::Boundary };
    if let Some(hit) = hit(function) {
        let length = hit.span().len() / 3;
        vector.set([F::EdgeFunction1, F::EdgeFunction2, F::EdgeFunction3][length.clamp(1, 3) - 1], 1.0);
    }
    vector.flag(F::EdgeAppoint, hit(Class::Appoint).is_some());
    vector.flag(F::EdgePlace, hit(Class::Place).is_some());
    vector.flag(
        F::EdgeTitle,
        [Class::Rank, Class::Modifier, Class::Body, Class::Qualifier].into_iter().any(|class| hit(class).is_some()),
    );
    let mut nothing = hit(function).is_none() && hit(Class::Appoint).is_none() && hit(Class::Place).is_none();
    for to in length + 2..=(length + 4).min(scene.length()) {
        let word = frequency(scene, length, to);
        if word > 0 {
            nothing = false;
            vector.set(F::EdgeWord, log(word as f32));
            vector.flag(F::EdgeVerb, tagged(scene, length, to, 'v'));
        }
    }
    vector.flag(F::EdgeNothing, nothing);
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
fn next_character(scene: &Scene, length: usize, vector: &mut Vector) {
    let tag = scene.reading.lexicon.words().tag(scene.slice(length, length + 1)).unwrap_or("");
    let kind = match tag.chars().next() {
        Some('v') => F::EdgeCharVerb,
        Some('d') => F::EdgeCharAdverb,
        Some('p') => F::EdgeCharPreposition,
        Some('c' | 'u') => F::EdgeCharConjunction,
        Some('m') => F::EdgeCharNumeral,
        _ => F::EdgeCharOther,
    };
    vector.set(kind, log(frequency(scene, length, length + 1) as f32));
}

/// The same string elsewhere on the page, while its extension is not as frequent.
fn page(scene: &Scene, length: usize, vector: &mut Vector) {
    let count = scene.occurrences(length);
    let longer = if length < scene.length() { scene.occurrences(length + 1) } else { 1 };
    let shorter = if length > 2 { scene.occurrences(length - 1) } else { count };
    if count > 1 && longer < count {
        // 南山 stands on a page of 南山区 anyway.
        let known = scene.reading.is_known(scene.span(0, length)) || frequency(scene, 0, length) > 0;
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
