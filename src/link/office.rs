//! Titles -> offices: the place and the body that a list leaves out, and one name for one office.

mod division;
mod linked_post;
mod memory;
mod named_part;
mod parts;
mod printed;
mod recall;
mod title;

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
    memory: Vec<Memory>,
}

impl<'a> Offices<'a> {
    /// Without any title read yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, memory: Vec::new() }
    }

    /// The office that a title names, or `None` where it is no public office or its body cannot be told.
    ///
    /// `chained` says that the post before it in the passage belongs to the same list, `acting` that a predicate lets
    /// somebody act in it.
    pub fn link(
        &mut self,
        mentions: &[Mentioned],
        passage: usize,
        post: &Post,
        chained: bool,
        acting: bool,
        discourse: &Discourse,
    ) -> Option<LinkedPost> {
        if post.kind == RankKind::NoOffice || (post.kind == RankKind::Grade && post.bare()) {
            return None;
        }
        let printed = Printed { reading: &mentions[passage].reading, passage, post, chained };
        let mut parts = self.complete(&printed, printed.parts(discourse));
        let mut division = None;
        if !post.governs()
            && post.unplaced()
            && title::generic(&parts)
            && let Some((found, place)) = self.recall(mentions, &printed, discourse)
        {
            (parts, division) = (found, place);
        }
        let division = division.or_else(|| self.division(&printed, &parts, discourse));
        let seat = parts::is_seat(&parts, printed.word());
        self.memory.push(Memory { passage, end: post.span.end(), parts: parts.clone(), division, seat });
        if (parts.is_empty() && !post.governs()) || self.private(&parts, post) {
            return None;
        }
        Some(self.office(&printed, &parts, division, acting))
    }

    fn gazetteer(&self) -> &'a Gazetteer {
        self.lexicon.gazetteer()
    }

    /// The last title of a passage so far.
    fn previous(&self, passage: usize) -> Option<&Memory> {
        self.memory.iter().rev().find(|memory| memory.passage == passage)
    }

    /// Enterprises and societies that are not the state's.
    fn private(&self, parts: &[NamedPart], post: &Post) -> bool {
        let (mut private, mut state) = (false, false);
        for part in parts {
            let whole = part.whole();
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
    fn office(&self, printed: &Printed, parts: &[NamedPart], division: Option<DivisionId>, acting: bool) -> LinkedPost {
        let rank = self.rank(printed, acting);
        let title = self.lexicon.shortened(&format!("{}{rank}", title::of(parts)));
        let full = format!("{}{rank}", title::whole(parts));
        let home = division.map(|id| EntityId::division(self.gazetteer().code(id)));
        let scope = division.map_or("-", |id| self.gazetteer().code(id));
        let place = division.map_or_else(String::new, |id| self.full_name(id));
        let body = self.body(printed.post, parts, &place, scope, home.clone());
        let office = Entity {
            id: EntityId::office(scope, &full),
            label: title::located(&place, &full),
            aliases: Default::default(),
            kind: Kind::Office { title, body: Some(body.id.clone()), division: home },
        };
        let seat = parts::is_seat(parts, printed.word());
        LinkedPost { office, body: Some(body), division, seat }
    }

    /// The rank as the office's name has it.
    fn rank(&self, printed: &Printed, acting: bool) -> String {
        let post = printed.post;
        let mut rank = title::clean(printed.reading.slice(post.rank));
        // 由副区长阿荣代理区长职务: the predicate says what 代区长 says in a title.
        if acting && post.status.is_none() {
            rank.insert_str(0, self.lexicon.phrase("acting"));
        }
        if post.kind == RankKind::Leader {
            rank.insert_str(0, post.level.map_or("", |level| printed.reading.slice(level)));
        }
        rank
    }

    /// The body of an office, named in full.
    fn body(&self, post: &Post, parts: &[NamedPart], place: &str, scope: &str, division: Option<EntityId>) -> Entity {
        let phrase = |key: &str| self.lexicon.phrase(key);
        let name =
            if post.is_head() || parts.is_empty() { phrase("government").to_owned() } else { title::whole(parts) };
        let (key, label) = match parts {
            [only] if self.is_committee(only) => {
                (phrase("committee").to_owned(), format!("{}{place}{}", phrase("party"), phrase("committee")))
            }
            _ => (name.clone(), title::located(place, &name)),
        };
        let public = post.is_head() || parts.first().is_some_and(|part| part.kind.is_public());
        let kind = Kind::Body { division, public };
        Entity { id: EntityId::body(scope, &key), label, aliases: Default::default(), kind }
    }

    /// Whether the part is the party's committee of a division, which is named after it: 县委, but not 纪委.
    fn is_committee(&self, part: &NamedPart) -> bool {
        part.kind == BodyKind::Party
            && part.name.is_empty()
            && part.text.chars().count() == 2
            && part.text.ends_with(han::ends_committee)
            && self.lexicon.word(&part.text, Class::Body).is_none()
    }

    /// 西宁市城北区: the names from the prefecture (or the county under a province) down.
    fn full_name(&self, id: DivisionId) -> String {
        let gazetteer = self.gazetteer();
        let mut names: Vec<&str> = gazetteer
            .ancestry(id)
            .filter(|&above| above == id || gazetteer.level(above) != Level::Province)
            .map(|above| gazetteer.name(above))
            .collect();
        names.reverse();
        names.concat()
    }
}
