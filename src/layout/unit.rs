//! Headlines and bylines as they were printed: blocks of lines between the bodies.

use super::body::Bodies;
use super::item::{Item, Part};

/// A headline of one or more lines, or a byline, with the credits printed beside it.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    pub(super) items: Vec<usize>,
    pub(super) role: Role,
    pub(super) credits: Vec<usize>,
    /// Printed before body number `gap`.
    pub(super) gap: usize,
    /// Whether a blank line stands before it.
    pub(super) blank: bool,
    /// How far down its gap it stands, from 0 to 1.
    pub(super) place: f64,
}

/// What a unit is. Credits make a unit of their own only where nothing else is printed beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    #[default]
    Headline,
    Byline,
    Credit,
}

impl Unit {
    /// Everything that goes where the unit goes.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().chain(&self.credits).copied()
    }
}

/// The units of all gaps, in print order.
pub(super) fn units(bodies: &Bodies, items: &[Item]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (gap, numbers) in bodies.gaps.iter().enumerate() {
        for &i in numbers {
            let item = &items[i];
            let last = units.last_mut().filter(|unit| unit.gap == gap);
            let role = match item.part {
                Part::Byline => Role::Byline,
                Part::Credit => Role::Credit,
                _ => Role::Headline,
            };
            match last {
                Some(unit) if role == Role::Credit && unit.role != Role::Credit => unit.credits.push(i),
                Some(unit) if unit.role == role && unit.credits.is_empty() && (!item.blank || role == Role::Credit) => {
                    unit.items.push(i)
                }
                _ => units.push(Unit { items: vec![i], role, gap, blank: item.blank, ..Unit::default() }),
            }
        }
    }
    rank(&mut units);
    units
}

/// Notes how far down its gap each unit stands.
pub(super) fn rank(units: &mut [Unit]) {
    for gap in units.chunk_by_mut(|a, b| a.gap == b.gap) {
        let last = gap.len() - 1;
        for (rank, unit) in gap.iter_mut().enumerate() {
            unit.place = if last > 0 { rank as f64 / last as f64 } else { 0.5 };
        }
    }
}
