//! The kinds of facts that are measured, and the counts of one kind.

use std::ops::AddAssign;

/// A kind of fact. A tenure is name, title and division; a pursuit initiative and division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    Officials,
    Tenures,
    Reporters,
    Divisions,
    Initiatives,
    Pursuits,
}

impl Measure {
    pub const ALL: [Measure; 6] = [
        Measure::Officials,
        Measure::Tenures,
        Measure::Reporters,
        Measure::Divisions,
        Measure::Initiatives,
        Measure::Pursuits,
    ];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Officials => "officials",
            Measure::Tenures => "tenures",
            Measure::Reporters => "reporters",
            Measure::Divisions => "divisions",
            Measure::Initiatives => "initiatives",
            Measure::Pursuits => "pursuits",
        }
    }
}

/// How many facts of one kind were hit, missed, and found where there are none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub hits: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Tally {
    /// Of what was found, how much is right; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.wrong)
    }

    /// Of what is there, how much was found; 0 where nothing is there.
    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }

    /// How many facts gold has.
    pub fn gold(self) -> usize {
        self.hits + self.missed
    }

    /// Whether there is nothing to measure: gold has none and none was found.
    pub fn is_empty(self) -> bool {
        self.gold() + self.wrong == 0
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }
}

/// `part` of `whole` as a fraction; 0 of nothing.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
