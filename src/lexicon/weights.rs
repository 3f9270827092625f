//! The weights of a linear classifier, as a table of features.

use super::quick::Map;
use super::table::lines;

const QUOTED: &str = include_str!("../../data/weights/initiatives.tsv");
const PLAIN: &str = include_str!("../../data/weights/initiatives-plain.tsv");
const NAMES_AFTER: &str = include_str!("../../data/weights/names.tsv");
const NAMES_BEFORE: &str = include_str!("../../data/weights/names-before.tsv");

/// What each feature is worth, in natural logarithms of odds.
pub struct Weights {
    weights: Map<String, f32>,
    /// The same in the order of the table, for a classifier that numbers its features.
    values: Vec<f32>,
}

impl Weights {
    /// For what stands between quotation marks.
    pub(super) fn quoted() -> Self {
        Self::parse(QUOTED)
    }

    /// For nouns without quotation marks.
    pub(super) fn plain() -> Self {
        Self::parse(PLAIN)
    }

    /// For names after a title.
    pub(super) fn names_after() -> Self {
        Self::parse(NAMES_AFTER)
    }

    /// For names before a predicate.
    pub(super) fn names_before() -> Self {
        Self::parse(NAMES_BEFORE)
    }

    /// Reads `feature  weight` lines; a line without a readable weight counts for nothing.
    pub fn parse(text: &str) -> Self {
        let rows: Vec<(&str, f32)> = lines(text)
            .filter_map(|(_, line)| {
                let (feature, weight) = line.split_once('\t')?;
                Some((feature, weight.trim().parse().ok()?))
            })
            .collect();
        Self {
            weights: rows.iter().map(|&(feature, weight)| (feature.to_owned(), weight)).collect(),
            values: rows.iter().map(|row| row.1).collect(),
        }
    }

    /// All weights, in the order of the table.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The weight of one feature, 0 where it was never seen.
    #[inline]
    pub fn of(&self, feature: &str) -> f32 {
        self.weights.get(feature).copied().unwrap_or(0.0)
    }

    /// The sum over `features`.
    pub fn sum<'f>(&self, features: impl IntoIterator<Item = &'f str>) -> f32 {
        features.into_iter().map(|feature| self.of(feature)).sum()
    }
}
