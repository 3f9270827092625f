//! Places as printed: which surfaces of the gazetteer stand here as names of places, before anybody asks which place.

use crate::lexicon::{Class, Classes, Form, Hit, Level, Sense};
use crate::text::Span;
use crate::text::han;

use super::reading::Reading;

/// A place name with the divisions that it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMention {
    pub span: Span,
    pub senses: Vec<Sense>,
    /// Whether the surface is also an ordinary word (平安, 方正) or cut out of one: it needs the context's word.
    pub doubtful: bool,
    /// Whether it may as well be the word for its kind alone: 县 of 会同|县委.
    pub contested: bool,
    /// Whether a preposition of place stands before it: where something happens, not whom it is about.
    pub located: bool,
    /// Whether another place stands right before it: 西宁市|城北区.
    pub chained: bool,
    /// Whether the name ends in the word for its kind: 肃北县 does, 沙河 does not.
    pub kept_kind: bool,
}

/// The place names of a passage, none overlapping another or a `blocked` span (a person's name).
///
/// Of overlapping surfaces the one that starts first is taken, and of those the longest.
pub fn places(reading: &Reading, blocked: &[Span]) -> Vec<PlaceMention> {
    let mut places: Vec<PlaceMention> = Vec::new();
    let mut past = 0;
    for hit in reading.hits_of(Class::Place) {
        // A name of one character is none.
        if hit.start() < past || hit.span().len() <= 3 {
            continue;
        }
        if unmade(reading, hit) || blocked.iter().any(|&span| blocks(reading, span, hit)) || yields(reading, hit) {
            continue;
        }
        let chained = places.last().is_some_and(|before| before.span.end() == hit.start());
        let senses: Vec<Sense> = reading.senses(hit).collect();
        let contested = contested(reading, hit);
        let kept_kind = reading.ending(hit.end(), Class::Level).is_some();
        places.push(PlaceMention {
            span: hit.span(),
            doubtful: contested || doubtful(reading, hit, &senses),
            contested,
            located: locates(reading, hit.start()),
            senses,
            chained,
            kept_kind,
        });
        past = hit.end();
    }
    places
}

/// Whether a name of a person leaves no room for the place: 高阳 does in 高阳县, which is longer and a full name.
fn blocks(reading: &Reading, span: Span, hit: Hit) -> bool {
    span.overlaps(hit.span()) && !(hit.span().contains(span) && hit.span() != span && is_full(reading, hit))
}

pub(super) fn is_full(reading: &Reading, hit: Hit) -> bool {
    let gazetteer = reading.lexicon.gazetteer();
    reading.senses(hit).any(|sense| sense.form == Form::Full && gazetteer.level(sense.division) != Level::Township)
}

/// Whether a better reading overlaps: a full name that begins inside (任泽|普县), a word of a title that ends inside
/// (时任|县).
fn yields(reading: &Reading, hit: Hit) -> bool {
    let mut at = reading.right(hit.start());
    while at < hit.end() {
        let better = |other: Hit| {
            other.end() > hit.end()
                && other.span().len() > hit.span().len()
                && is_full(reading, other)
                && !is_full(reading, hit)
        };
        if reading.starting(at, Class::Place).is_some_and(better) {
            return true;
        }
        at = reading.right(at);
    }
    cut(reading, hit)
}

/// Whether a word of a title ends inside: 时任|县, 代理|县.
pub(super) fn cut(reading: &Reading, hit: Hit) -> bool {
    const TITLE: Classes = Classes::of(&[Class::Qualifier, Class::Appoint]);
    let mut at = reading.right(hit.start());
    while at < hit.end() {
        if reading.ending(at, TITLE).is_some_and(|word| word.start() < hit.start()) {
            return true;
        }
        at = reading.right(at);
    }
    false
}

/// Whether what follows makes it something else, or it is a piece of a longer name.
fn unmade(reading: &Reading, hit: Hit) -> bool {
    // 上海|路 is a street, 宁波|江北区 a city and its district, 深圳|海关 its customs.
    let street = reading.starting(hit.end(), Class::Street).is_some_and(|street| {
        let longer = |class| reading.starting(hit.end(), class).filter(|other| other.end() > street.end());
        let body = longer(Class::Body).filter(|&body| reading.value(body, Class::Body) != "grassroots");
        body.is_none() && !longer(Class::Place).is_some_and(|place| is_full(reading, place))
    });
    let whole = is_full(reading, hit);
    (street && !whole)
        || reading.before(hit.start()).is_some_and(han::is_name_dot)
        || reading.after(hit.end()).is_some_and(han::is_name_dot)
}

/// Whether a name that ends in the word for its kind is more likely that word with another before it: 和|县委, 会同|县委,
/// 原|州委, 建成|县医院. Such a name is believed where the page speaks of the place.
pub(super) fn contested(reading: &Reading, hit: Hit) -> bool {
    if turned(reading, hit) {
        return true;
    }
    let Some(edge) = level(reading, hit) else { return false };
    if reading.ending(hit.start(), Class::Place).is_some_and(|above| is_full(reading, above)) {
        return false;
    }
    let words = reading.lexicon.words();
    let common = |from: usize| {
        let text = &reading.text[from..edge];
        words.frequency(text) > WORD && words.tag(text).is_some_and(|tag| !tag.starts_with("n") || tag == "n")
    };
    let before = reading.left(hit.start());
    let single = reading.right(hit.start()) == edge;
    single && before < hit.start() && common(before)
}

/// Whether what stands before the word for its kind is a function word: 和|县委, 会同|县委, 原|州委.
pub(super) fn turned(reading: &Reading, hit: Hit) -> bool {
    const WORDS: Classes = Classes::of(&[
        Class::Boundary,
        Class::Join,
        Class::Follower,
        Class::Cooperate,
        Class::Qualifier,
        Class::Govern,
        Class::Appoint,
    ]);
    // Where no text stands before it there is nothing that a function word could join or govern.
    let inner = reading.before(hit.start()).is_some_and(han::is_han);
    let word = |edge| reading.all_ending(edge, WORDS).any(|word| word.start() <= hit.start());
    inner && level(reading, hit).is_some_and(word)
}

/// Where the word for its kind begins that a name ends in, if something stands before it.
fn level(reading: &Reading, hit: Hit) -> Option<usize> {
    reading.ending(hit.end(), Class::Level).map(Hit::start).filter(|&start| start > hit.start())
}

/// A word that stands more often than this is a common one.
const WORD: u32 = 100;

/// A full name that stands more often than this in the word table is a common noun (矿区 372, 郊区 668); the table has
/// some places too, all below (龙岗区 20, 松滋市 260).
const COMMON: u32 = 300;

/// Names that need the context's word: short ones that are words of the language (平安) or have no edge of a word before
/// them (小凉山, 倒马关); full ones of two characters without such an edge (代县 in 代县长), and those that are common nouns
/// (矿区, 解放区).
fn doubtful(reading: &Reading, hit: Hit, senses: &[Sense]) -> bool {
    let words = reading.lexicon.words();
    let text = reading.slice(hit.span());
    if is_full(reading, hit) {
        let loose = || !edge(reading, hit.start()) || follows_noun(reading, hit.start());
        return words.frequency(text) > COMMON || (text.chars().count() < 3 && loose());
    }
    if senses.iter().any(|sense| matches!(sense.form, Form::Full | Form::Former(_))) {
        return false;
    }
    let place = words.tag(text).is_some_and(|tag| tag.starts_with(PLACE));
    (words.frequency(text) > 0 && !place) || !edge(reading, hit.start())
}

/// Whether a common noun ends here, which two more characters go on from: 产业|兴县 speaks of no 兴县.
fn follows_noun(reading: &Reading, at: usize) -> bool {
    let words = reading.lexicon.words();
    let known = reading.ending(at, Classes::of(&[Class::Boundary, Class::Place])).is_some();
    let start = reading.left(reading.left(at));
    !known && words.tag(&reading.text[start..at]).is_some_and(|tag| matches!(tag, "n" | "vn" | "an"))
}

/// The tag of names of places in the word table.
const PLACE: &str = "ns";

/// Whether a preposition of place ends here: 在|集安市召开, 派他到|翁村.
pub(super) fn locates(reading: &Reading, at: usize) -> bool {
    // 免去 is no 去: only the longest word that ends here counts.
    let longest = reading.any_ending(at).first().map_or(0, |hit| hit.span().len());
    reading
        .all_ending(at, Class::Grammar)
        .any(|hit| hit.span().len() == longest && reading.value(hit, Class::Grammar) == "locative")
}

/// Whether a word can end here: punctuation, another place, a function word, a common word of two characters or more.
pub(super) fn edge(reading: &Reading, at: usize) -> bool {
    if reading.before(at).is_none_or(|c| !han::is_han(c)) {
        return true;
    }
    const KNOWN: Classes =
        Classes::of(&[Class::Boundary, Class::Follower, Class::Govern, Class::Join, Class::Cooperate]);
    // 黑|牡丹: an abbreviation of one character is no place of its own before a name.
    let place = |hit: Hit| hit.span().len() > 3;
    if reading.ending(at, KNOWN).is_some() || reading.all_ending(at, Class::Place).any(place) {
        return true;
    }
    let words = reading.lexicon.words();
    let last = reading.left(at);
    let (two, three) = (reading.left(last), reading.left(reading.left(last)));
    words.frequency(&reading.text[two..at]) > 0 || words.frequency(&reading.text[three..at]) > 0
}
