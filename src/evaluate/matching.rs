//! One-to-one matching of what is wanted with what was found.

/// What met and what did not, as positions in the two lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Matching {
    /// Wanted, found.
    pub(super) hits: Vec<(usize, usize)>,
    pub(super) missed: Vec<usize>,
    pub(super) left: Vec<usize>,
}

/// Takes for each wanted fact, in order, the first found one that is the same and not taken yet.
///
/// Greedy, not the best assignment: sameness is nearly an equivalence here, and the order of both lists is fixed, so
/// that the figures are those that anyone gets who matches by hand.
pub(super) fn matching<W, F>(wanted: &[W], found: &[F], same: impl Fn(&W, &F) -> bool) -> Matching {
    let mut matching = Matching { left: (0..found.len()).collect(), ..Matching::default() };
    for (i, want) in wanted.iter().enumerate() {
        match matching.left.iter().position(|&j| same(want, &found[j])) {
            Some(at) => matching.hits.push((i, matching.left.remove(at))),
            None => matching.missed.push(i),
        }
    }
    matching
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_found_fact_serves_one_wanted() {
        let met = matching(&["a", "a", "b"], &["b", "a", "c"], |w, f| w == f);
        assert_eq!(met, Matching { hits: vec![(0, 1), (2, 0)], missed: vec![1], left: vec![2] });
    }
}
