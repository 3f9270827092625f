//! One initiative, one identifier: its name without head noun, and for formulas that are only numbers the province too.

use std::collections::BTreeSet;

use crate::entity::{Entity, EntityId, Kind};
use crate::lexicon::{DivisionId, Gazetteer, Level};
use crate::mention::InitiativeMention;
use crate::text::han;

/// The entity of an initiative that `actor` pursues.
///
/// 四地, 五大行动 and 1+2+N are names only where everybody knows what they count: two provinces' 五大行动 are two things,
/// so the province keeps them apart.
pub fn entity(initiative: &InitiativeMention, actor: Option<DivisionId>, gazetteer: &Gazetteer) -> Entity {
    let province = actor.and_then(|id| gazetteer.ancestry(id).find(|&id| gazetteer.level(id) == Level::Province));
    let id = match province {
        Some(province) if is_count(&initiative.core) => {
            EntityId::scoped_initiative(gazetteer.code(province), &initiative.core)
        }
        _ => EntityId::initiative(&initiative.core),
    };
    let label = label(initiative);
    let aliases = if label == initiative.name { BTreeSet::new() } else { BTreeSet::from([initiative.name.clone()]) };
    Entity { id, label, aliases, kind: Kind::Initiative { kind: initiative.kind } }
}

/// Whether a core is no more than a number and what it counts (五大, 四个一) or a sum (1+2+N).
fn is_count(core: &str) -> bool {
    let sum = core.chars().all(|c| c.is_ascii_alphanumeric() || han::adds(c));
    let counted = core.chars().next().is_some_and(han::is_numeral) && core.chars().count() <= 3;
    sum || counted
}

/// The name. A quoted one goes without its head noun, as the quotation marks show where it ends: 有诉必应马上办 of
/// “有诉必应马上办”创新机制. One without marks keeps it.
fn label(initiative: &InitiativeMention) -> String {
    if initiative.rule == "plain" {
        return initiative.name.clone();
    }
    let mut spelt = initiative.core.chars();
    let mut next = spelt.next();
    for (i, c) in initiative.name.char_indices() {
        if next == Some(c) {
            next = spelt.next();
            if next.is_none() {
                return initiative.name[..i + c.len_utf8()].to_owned();
            }
        } else if !han::is_punctuation(c) && !han::is_space(c) {
            break;
        }
    }
    initiative.name.clone()
}
