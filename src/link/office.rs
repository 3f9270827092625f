//! Titles -> offices: the place and the body that a list leaves out, and one name for one office.

mod division;
mod linked_post;
mod memory;
mod named_part;
mod parts;
mod printed;
mod recall;
mod title;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::entity::{Entity, EntityId, Kind};
use crate::lexicon::{Class, DivisionId, Gazetteer, Level, Lexicon};
use crate::mention::{BodyKind, Mentioned, Post, RankKind};
use crate::text::han;

use super::discourse::Discourse;
use memory::Memory;
use named_part::NamedPart;
use printed::Printed;

pub use linked_post::LinkedPost;

/// Links titles in reading order.
pub struct Offices<'a> {
    lexicon: &'a Lexicon,
    memory: Vec<Memory<'a>>,
    homes: FxHashMap<DivisionId, Home>,
}

/// A division as the names of its offices have it.
struct Home {
    id: EntityId,
    code: &'static str,
    /// 西宁市城北区: the names from the prefecture (or the county under a province) down.
    place: String,
}

impl<'a> Offices<'a> {
    /// Without any title read yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, memory: Vec::new(), homes: FxHashMap::default() }
    }

    /// The office that a title names, or `None` where it is no public office or its body cannot be told.
    ///
    /// `chained` says that the post before it in the passage belongs to the same list, `acting` that a predicate lets
    /// somebody act in it.
    pub fn link(
        &mut self,
        mentions: &'a [Mentioned<'a>],
        passage: usize,
        post: &'a Post,
        chained: bool,
        acting: bool,
        discourse: &Discourse,
    ) -> Option<LinkedPost> {
        if post.kind == RankKind::NoOffice || (post.kind == RankKind::Grade && post.bare()) {
            return None;
        }
        let printed = Printed { reading: &mentions[passage].reading, passage, post, chained };
        let mut parts = self.complete(&printed, self.conference(printed.parts(self.lexicon, discourse)));
        let mut division = None;
        if !post.governs()
            && post.unplaced()
            && (title::generic(&parts) || post.short.is_some())
            && let Some((found, place)) = self.recall(mentions, &printed, discourse)
        {
            let own = if post.short.is_some() { parts } else { Vec::new() };
            (parts, division) = ([found, own].concat(), place);
        }
        let division = division.or_else(|| self.division(&printed, &parts, discourse));
        let seat = parts::is_seat(&parts, printed.word());
        let public = (!parts.is_empty() || post.governs()) && !self.private(&parts, post) && !foreign(&printed);
        let linked = public.then(|| self.office(&printed, &parts, division, acting));
        parts.extend(township(&printed));
        self.memory.push(Memory { passage, span: post.span, parts, division, head: post.is_head(), seat });
        linked
    }

    /// 政协|第八届委员会, 政协|山南市委员会: the conference's committee is the conference.
    fn conference(&self, mut parts: Vec<NamedPart<'a>>) -> Vec<NamedPart<'a>> {
        let committee = self.lexicon.phrase("committee");
        // 提案|委员会 is one of the conference's own committees.
        let level =
            |name: &str| name.char_indices().next_back().and_then(|(i, _)| self.lexicon.word(&name[i..], Class::Level));
        let own = |name: &str| !name.is_empty() && !name.ends_with(han::ends_term) && level(name).is_none();
        if let [first, second] = &parts[..]
            && first.kind == BodyKind::Consultative
            && second.text == committee
            && !own(&second.name)
        {
            parts.pop();
        }
        parts
    }

    fn home(&mut self, division: DivisionId) -> &Home {
        let gazetteer = self.gazetteer();
        self.homes.entry(division).or_insert_with(|| {
            let code = gazetteer.code(division);
            Home { id: EntityId::division(code), code, place: full_name(gazetteer, division) }
        })
    }

    fn gazetteer(&self) -> &'a Gazetteer {
        self.lexicon.gazetteer()
    }

    /// The last title of a passage so far.
    fn previous(&self, passage: usize) -> Option<&Memory<'a>> {
        self.memory.iter().rev().find(|memory| memory.passage == passage)
    }

    /// Enterprises and societies that are not the state's.
    fn private(&self, parts: &[NamedPart], post: &Post) -> bool {
        let (mut private, mut state) = (false, false);
        for part in parts {
            // 供销合作社联合社 is a word of its own, whatever the words inside it say.
            let whole = if part.open { part.whole() } else { Cow::Borrowed(&*part.name) };
            for hit in self.lexicon.found(&whole).filter(|hit| hit.is(Class::Owner)) {
                let owner = self.lexicon.value(hit, Class::Owner);
                private |= owner == Some("private");
                state |= owner == Some("state");
            }
        }
        let enterprise = parts.iter().any(|part| part.kind == BodyKind::Enterprise) && !self.state_owned(parts);
        private || (enterprise && post.level.is_none() && !state)
    }

    /// Whether the article names the party committee of the enterprise: those that have one and print it are the state's.
    fn state_owned(&self, parts: &[NamedPart]) -> bool {
        let party = |parts: &[NamedPart]| parts.iter().any(|part| part.kind == BodyKind::Party);
        let same = |memory: &Memory| memory.parts.first() == parts.first() && party(&memory.parts);
        party(parts) || self.memory.iter().any(same)
    }

    /// The office with its body, named.
    fn office(
        &mut self,
        printed: &Printed,
        parts: &[NamedPart],
        division: Option<DivisionId>,
        acting: bool,
    ) -> LinkedPost {
        let lexicon = self.lexicon;
        let home = division.map(|division| self.home(division));
        let (scope, place) = home.as_ref().map_or(("-", ""), |home| (home.code, home.place.as_str()));
        let home = home.as_ref().map(|home| home.id.clone());
        let rank = rank(lexicon, printed, acting);
        let name = title::whole(parts);
        let full = [name.as_str(), &rank].concat();
        let body = body(lexicon, printed.post, parts, name, (place, scope), home.clone());
        let title = match title::shorter(lexicon, parts) {
            Some(short) => lexicon.shortened(&[short.as_str(), &rank].concat()),
            None => lexicon.shortened(&full),
        };
        // 教育局长 is printed with one 局, and the same office as 教育局局长.
        let title = if printed.post.shares { once(&title, &rank) } else { title };
        let office = Entity {
            id: EntityId::office(scope, &full),
            label: title::located(place, &full),
            aliases: Default::default(),
            kind: Kind::Office { title, body: Some(body.id.clone()), division: home },
        };
        let seat = parts::is_seat(parts, printed.word());
        LinkedPost { office: office.id.clone(), described: Some([office, body]), division, seat }
    }
}

/// 德国|外交部长: an office of another state.
fn foreign(printed: &Printed) -> bool {
    let before = printed.reading.ending(printed.post.span.start(), Class::Owner);
    before.is_some_and(|hit| printed.reading.value(hit, Class::Owner) == "foreign")
}

/// 镇长陈在明、|党委副书记: what the body of a township is called, which the bodies after its head belong to.
fn township<'t>(printed: &Printed<'t>) -> Option<NamedPart<'t>> {
    let RankKind::Head("town" | "township") = printed.post.kind else { return None };
    let word = printed.reading.slice(printed.post.word);
    let text = Cow::Borrowed(word.chars().next().map_or(word, |first| &word[..first.len_utf8()]));
    Some(NamedPart { text, kind: BodyKind::Grassroots, open: false, name: Cow::Borrowed("") })
}

/// The rank as the office's name has it.
fn rank<'m>(lexicon: &Lexicon, printed: &Printed<'m>, acting: bool) -> Cow<'m, str> {
    let post = printed.post;
    let mut rank = title::clean(printed.reading.slice(post.rank));
    // 由副区长阿荣代理区长职务: the predicate says what 代区长 says in a title.
    if acting && post.status.is_none() {
        rank.to_mut().insert_str(0, lexicon.phrase("acting"));
    }
    if post.kind == RankKind::Leader
        && let Some(level) = post.level
    {
        rank.to_mut().insert_str(0, printed.reading.slice(level));
    }
    rank
}

/// The title with the first character of its rank printed once.
fn once(title: &str, rank: &str) -> String {
    let tail = rank.chars().next().map_or(rank, |first| &rank[first.len_utf8()..]);
    title.strip_suffix(rank).map_or_else(|| title.to_owned(), |body| [body, tail].concat())
}

/// The body of an office, named in full: `name` are all its parts, `place` and `scope` the name and code of its division.
fn body(
    lexicon: &Lexicon,
    post: &Post,
    parts: &[NamedPart],
    name: String,
    (place, scope): (&str, &str),
    division: Option<EntityId>,
) -> Entity {
    let phrase = |key: &str| lexicon.phrase(key);
    let name = if post.is_head() || parts.is_empty() { Cow::Borrowed(phrase("government")) } else { Cow::Owned(name) };
    let (key, label) = match parts {
        [only] if is_committee(lexicon, only) => {
            let committee = phrase("committee");
            (Cow::Borrowed(committee), [phrase("party"), place, committee].concat())
        }
        _ => {
            let label = title::located(place, &name);
            (name, label)
        }
    };
    let public = post.is_head() || parts.first().is_some_and(|part| part.kind.is_public());
    let kind = Kind::Body { division, public };
    Entity { id: EntityId::body(scope, &key), label, aliases: Default::default(), kind }
}

/// Whether the part is the party's committee of a division, which is named after it: 县委, but not 纪委.
fn is_committee(lexicon: &Lexicon, part: &NamedPart) -> bool {
    part.kind == BodyKind::Party
        && part.name.is_empty()
        && part.text.chars().count() == 2
        && part.text.ends_with(han::ends_committee)
        && lexicon.word(&part.text, Class::Body).is_none()
}

/// 西宁市城北区: the names from the prefecture (or the county under a province) down.
fn full_name(gazetteer: &Gazetteer, division: DivisionId) -> String {
    let mut names: Vec<&str> = gazetteer
        .ancestry(division)
        .filter(|&above| above == division || gazetteer.level(above) != Level::Province)
        .map(|above| gazetteer.name(above))
        .collect();
    names.reverse();
    names.concat()
}
