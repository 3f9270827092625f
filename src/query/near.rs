//! Which of the known names was probably meant.

/// The names nearest to `typed`, best first, at most three; none where all are far off.
///
/// A name that holds what was typed, or is held by it, is near whatever the distance: people shorten names. Otherwise
/// Jaro-Winkler, because it forgives swapped and missing characters and is kind to a shared beginning.
pub fn near<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| {
            let part = !typed.is_empty() && (name.contains(typed) || typed.contains(name));
            let score = strsim::jaro_winkler(typed, name);
            (if part { score.max(0.76) + 0.2 } else { score }, name)
        })
        .filter(|(score, _)| *score >= 0.76)
        .collect();
    scored.sort_by(|(a, name_a), (b, name_b)| b.total_cmp(a).then(name_a.cmp(name_b)));
    scored.dedup_by(|(_, a), (_, b)| a == b);
    scored.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn offers_what_was_meant() {
        let known = ["shared-initiatives", "only-here", "district-pairs"];
        assert_eq!(near("shard-initiatives", known), ["shared-initiatives"]);
        assert_eq!(near("pairs", known), ["district-pairs"]);
        assert!(near("xyz", known).is_empty());
        assert_eq!(near("城背区", ["城北区", "大通回族土族自治县"]), ["城北区"]);
        assert_eq!(near("大通", ["城北区", "大通回族土族自治县"]), ["大通回族土族自治县"]);
    }
}
