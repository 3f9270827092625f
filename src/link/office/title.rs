//! How bodies are spelt in titles.

use std::borrow::Cow;

use crate::lexicon::{Class, Lexicon};
use crate::mention::BodyKind;
use crate::text::han;

use super::named_part::NamedPart;

/// The body in full: all parts with their names.
pub(super) fn whole(parts: &[NamedPart]) -> String {
    let mut whole = String::with_capacity(parts.iter().map(|part| part.name.len() + part.text.len()).sum());
    for part in parts {
        whole.push_str(&part.name);
        whole.push_str(&part.text);
    }
    whole
}

/// The title's body as titles print it, where that is not the body in full: of streets, villages and the like only the last
/// kind stays, without its name.
pub(super) fn shorter(lexicon: &Lexicon, parts: &[NamedPart]) -> Option<String> {
    // 城关|派出所 is one of many; 龙虾|办 and 边境贸易|管理局 are known by their names alone.
    let branch = |part: &NamedPart| lexicon.word(&part.text, Class::Body).is_some_and(|row| row.ends_with('+'));
    let named = |i: usize, part: &NamedPart| i == 0 && !part.name.is_empty() && branch(part);
    let cut = |(i, part): (usize, &NamedPart)| match part.kind {
        BodyKind::Grassroots | BodyKind::Court | BodyKind::Tribunal => true,
        BodyKind::Department => named(i, part),
        _ => false,
    };
    if !parts.iter().enumerate().any(cut) {
        return None;
    }
    let grassroots = |part: &NamedPart| part.kind == BodyKind::Grassroots;
    let last = parts.iter().rposition(grassroots);
    let covered = |i: usize| parts.get(i + 1).is_some_and(|next| covers_street(next.kind));
    let inner = |i: usize| parts.get(i + 1).is_some_and(|next| next.kind == BodyKind::Tribunal);
    let printed = parts
        .iter()
        .enumerate()
        .filter(|&(i, part)| !grassroots(part) || (Some(i) == last && !covered(i)))
        .filter(|&(i, part)| part.kind != BodyKind::Court || !inner(i))
        .map(|(i, part)| match part.kind {
            BodyKind::Grassroots | BodyKind::Court | BodyKind::Tribunal => Cow::Borrowed(&*part.text),
            BodyKind::Department if named(i, part) => Cow::Borrowed(&*part.text),
            _ => part.whole(),
        });
    Some(printed.collect())
}

/// A body or office with its place, what ends the one and begins the other printed once: 西宁市城北区|区委副书记,
/// 朝阳区三里屯街道|三里屯街道工委.
pub(super) fn located(place: &str, full: &str) -> String {
    // One character shared is the level's (城北区|区委), which is dropped before 委 only: 城北区区长 keeps both.
    let committee = full.chars().nth(1).is_some_and(han::ends_committee);
    let last = place.chars().next_back();
    let ends = full.char_indices().skip(usize::from(!committee)).filter(|&(_, c)| Some(c) == last);
    let shared = ends.map(|(i, c)| i + c.len_utf8()).filter(|&end| place.ends_with(&full[..end])).last().unwrap_or(0);
    let mut label = String::with_capacity(place.len() + full.len());
    label.push_str(place);
    label.push_str(&full[shared..]);
    label
}

/// Bodies that lie in a street or village without being the street's own: the title leaves the street out.
fn covers_street(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::School | BodyKind::Hospital | BodyKind::Court | BodyKind::Department | BodyKind::Unit)
}

/// Whether a body is none or only a kind of body (中心 in 中心主任), named somewhere before.
pub(super) fn generic(parts: &[NamedPart]) -> bool {
    match parts {
        [] => true,
        [only] => only.open && only.name.is_empty() && only.text.chars().count() <= 2,
        _ => false,
    }
}

/// Without the spaces and quotation marks inside.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let dropped = |c: char| han::is_space(c) || matches!(c, '“' | '”');
    if text.contains(dropped) { text.chars().filter(|&c| !dropped(c)).collect() } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::located;

    #[test]
    fn what_place_and_title_share_is_printed_once() {
        assert_eq!(located("西宁市城北区", "区委副书记"), "西宁市城北区委副书记");
        assert_eq!(located("西宁市城北区", "区长"), "西宁市城北区区长");
        assert_eq!(located("朝阳区三里屯街道", "三里屯街道工委副书记"), "朝阳区三里屯街道工委副书记");
        assert_eq!(located("西宁市城北区", "财政局局长"), "西宁市城北区财政局局长");
    }
}
