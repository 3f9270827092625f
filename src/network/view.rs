//! What part of a graph is wanted, and how its facts are drawn.

use super::NodeKind;

/// A part of a graph. The default is all of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// Only entities of these kinds, and facts between them; empty for all.
    pub kinds: Vec<NodeKind>,
    /// IRIs of divisions: only facts that one of them, or one that lies under them, takes part in; empty for all.
    pub divisions: Vec<String>,
    /// Only facts of this day or later: `YYYY-MM-DD` or shorter. What has no date is left out.
    pub since: Option<String>,
    /// Only facts of this day or earlier.
    pub until: Option<String>,
    /// Only facts at least this sure, from 0 to 1.
    pub min_confidence: Option<f64>,
    /// How facts are drawn; none for what the format is made for.
    pub edges: Option<Edges>,
    /// Whether people are also tied to offices that they were appointed to, are proposed for, or have left.
    pub history: bool,
    /// Whether entities that nothing ties to another are kept.
    pub isolated: bool,
}

/// How facts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edges {
    /// As edges between the entities that they speak of.
    Shortcut,
    /// As nodes of their own, with an edge to everything that takes part.
    Full,
}

impl View {
    /// Whether some facts or entities may be left out.
    pub(super) fn selects(&self) -> bool {
        !self.kinds.is_empty()
            || !self.divisions.is_empty()
            || self.since.is_some()
            || self.until.is_some()
            || self.min_confidence.is_some()
    }

    /// Whether it shows all that a graph says, in the form in which it says it.
    pub fn shows_all(&self) -> bool {
        !self.selects() && self.edges != Some(super::Edges::Shortcut)
    }

    /// Whether a fact of that date (empty where it has none) may lie in the wanted time.
    ///
    /// A date that is less precise than a bound counts where any day of it would: a fact of 2024 is kept `since`
    /// 2024-05.
    pub(super) fn covers(&self, date: &str) -> bool {
        let after = |bound: &str| !date.is_empty() && (date >= bound || bound.starts_with(date));
        let before = |bound: &str| !date.is_empty() && (date <= bound || date.starts_with(bound));
        self.since.as_deref().is_none_or(after) && self.until.as_deref().is_none_or(before)
    }

    pub(super) fn has_kind(&self, kind: NodeKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn a_date_less_precise_than_the_bound_counts() {
        let view = |since: &str, until: &str| View {
            since: Some(since.to_owned()),
            until: Some(until.to_owned()),
            ..View::default()
        };
        assert!(view("2024-05", "2024-06").covers("2024-06-30"));
        assert!(view("2024-05", "2024-06").covers("2024"));
        assert!(!view("2024-05", "2024-06").covers("2024-07-01"));
        assert!(!view("2024-05", "2024-06").covers("2024-04-30"));
        assert!(!view("2024-05", "2024-06").covers(""));
        assert!(View::default().covers(""));
    }
}
