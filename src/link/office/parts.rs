//! The body of an office whose title leaves it out, or prints only the last part of it: 县财政局局长、党组书记.

use std::borrow::Cow;

use crate::lexicon::Class;
use crate::mention::{BodyKind, RankKind};
use crate::text::han;

use super::Offices;
use super::memory::Memory;
use super::named_part::NamedPart;
use super::printed::Printed;

impl<'a> Offices<'a> {
    /// The parts of the body with those that the list left out.
    pub(super) fn complete(&self, printed: &Printed, own: Vec<NamedPart<'a>>) -> Vec<NamedPart<'a>> {
        let post = printed.post;
        if post.governs() {
            return Vec::new();
        }
        let previous = self.previous_parts(printed);
        if !post.unplaced() {
            return own;
        }
        // 副省长、|党组成员, 副市长甲、|副秘书长乙: of the government that the head before it leads.
        let of_government = match &own[..] {
            [] => printed.word() == self.lexicon.phrase("secretary-general"),
            [first, ..] => first.text == self.lexicon.phrase("party-group"),
        };
        if of_government && self.after_head(printed) {
            return [vec![self.government()], own].concat();
        }
        let [first, ..] = &own[..] else { return self.elided(printed, previous).unwrap_or_default() };
        let court = first.kind == BodyKind::Court && !printed.chained;
        let beside = self.previous(printed.passage).is_some_and(|memory| memory.is_beside(printed));
        let section = |part: &NamedPart| beside && (is_section(part, first) || is_streets(part, first));
        let Some(i) = previous.iter().position(|part| !court && (joins(part, first) || section(part))) else {
            return own;
        };
        let mut whole = previous[..=i].to_vec();
        match whole.last_mut() {
            Some(street) if first.kind == BodyKind::Grassroots => {
                let own = first.text.strip_prefix(&*street.text).unwrap_or(&first.text);
                street.text.to_mut().push_str(own);
            }
            _ => whole.extend(own),
        }
        whole
    }

    /// Whether the title before in the list is that of a head of government.
    fn after_head(&self, printed: &Printed) -> bool {
        let head = |memory: &Memory| memory.head && (printed.chained || memory.is_beside(printed));
        self.previous(printed.passage).is_some_and(head)
    }

    fn government(&self) -> NamedPart<'a> {
        let text = Cow::Borrowed(self.lexicon.phrase("government"));
        NamedPart { text, kind: BodyKind::Government, open: false, name: Cow::Borrowed("") }
    }

    /// The parts of the body that a title without a place may go on with: the last one's, for a bare party rank the last
    /// party body's.
    fn previous_parts(&self, printed: &Printed) -> &[NamedPart<'a>] {
        let mut before = self.memory.iter().rev().filter(|memory| memory.passage == printed.passage);
        let party = |memory: &&Memory| memory.parts.iter().any(|part| part.kind == BodyKind::Party);
        let previous = if printed.post.kind == RankKind::Party && printed.post.bare() {
            before.find(party)
        } else {
            before.find(|memory| printed.chained || !memory.parts.is_empty())
        };
        previous.map_or(&[], |memory| memory.parts.as_slice())
    }

    /// A bare rank after a post of the same body.
    fn elided(&self, printed: &Printed, previous: &[NamedPart<'a>]) -> Option<Vec<NamedPart<'a>>> {
        let last = previous.last()?;
        let post = printed.post;
        let member = self.lexicon.word(printed.word(), Class::Rank) == Some("any")
            && last.kind == BodyKind::Party
            && word_is_seat(printed.word());
        if post.kind == RankKind::Party || member {
            return Some(previous.to_vec());
        }
        let mut parts = previous.to_vec();
        while parts.len() > 1 && parts.last().is_some_and(|part| part.kind == BodyKind::Party) {
            parts.pop();
        }
        if post.kind.bodies().is_some() {
            let of =
                |part: &NamedPart| post.kind.names().is_some_and(|mut names| names.any(|n| part.text.ends_with(n)));
            parts.truncate(parts.iter().rposition(of)? + 1);
        }
        Some(parts)
    }
}

/// 省人大代表, 政协委员: a seat that leaves open where its holder works.
pub(super) fn is_seat(parts: &[NamedPart], word: &str) -> bool {
    parts.first().is_some_and(|part| part.kind.is_assembly()) && word_is_seat(word)
}

/// 常委, 委员, 代表: ranks that are seats in a body, not posts at its head. They end in characters of their own.
fn word_is_seat(word: &str) -> bool {
    word.ends_with(han::ends_seat)
}

/// Whether `first` cannot stand without `part` before it: 办事处 after 街道, 审判委员会 after 人民法院.
fn joins(part: &NamedPart, first: &NamedPart) -> bool {
    let inside_court =
        part.kind == first.kind && part.text.ends_with(han::ends_court) && !first.text.ends_with(han::ends_court);
    match first.kind {
        BodyKind::Court => first.name.is_empty() && inside_court,
        BodyKind::Procuratorate => inside_court,
        BodyKind::Party | BodyKind::Congress => first.text.chars().count() == 2 && holds_party(part),
        BodyKind::Government => part.kind == BodyKind::Unit || part.text.ends_with(han::ends_commune),
        BodyKind::Department => {
            part.kind == BodyKind::Unit && first.name.is_empty() && first.text.chars().count() == GENERIC
        }
        BodyKind::Military => part.kind == BodyKind::Grassroots,
        BodyKind::Unit => part.kind == BodyKind::Hospital && first.name.is_empty(),
        BodyKind::Mass => {
            part.kind == BodyKind::Enterprise && first.name.is_empty() && first.text.chars().count() <= GENERIC
        }
        BodyKind::Grassroots => {
            first.name.is_empty()
                && first.text.ends_with(han::ends_street_office)
                && part.text.ends_with(han::ends_street)
        }
        _ => false,
    }
}

/// 公安局党委委员、|刑侦大队|大队长: a section of the department of the post before it in the list.
fn is_section(part: &NamedPart, first: &NamedPart) -> bool {
    let section = |part: &NamedPart| match part.kind {
        BodyKind::Department => part.text.ends_with(han::ends_section),
        BodyKind::Government => part.name.is_empty() && part.text.ends_with(han::ends_office),
        _ => false,
    };
    part.kind == BodyKind::Department && !section(part) && section(first)
}

/// 古美路街道党工委书记甲、|党工委|副书记乙、|总工会|主席丙: a committee or an organisation of the township before it.
fn is_streets(part: &NamedPart, first: &NamedPart) -> bool {
    let short = first.name.is_empty() && first.text.chars().count() <= GENERIC;
    part.kind == BodyKind::Grassroots && short && matches!(first.kind, BodyKind::Party | BodyKind::Mass)
}

/// The length of 管理局, 党工委 and the like, in characters: bodies that are not called so alone.
const GENERIC: usize = 3;

/// Whether a bare 党委 or 人大 after this body is the body's own: a township's, a hospital's, a plant's.
fn holds_party(part: &NamedPart) -> bool {
    match part.kind {
        BodyKind::Grassroots => part.text.chars().count() == 1,
        BodyKind::Enterprise
        | BodyKind::Hospital
        | BodyKind::School
        | BodyKind::Unit
        | BodyKind::Department
        | BodyKind::Mass => true,
        _ => false,
    }
}
