//! How alike two names are.

/// The part of characters that two names share in order, from 0 to 1: twice the longest common subsequence by the
/// length of both. Unlike a comparison of beginnings it does not take one place's initiative for another's because both
/// begin with what all initiatives begin with.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut row = vec![0_u32; b.len() + 1];
    for x in &a {
        let mut corner = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { corner + 1 } else { above.max(row[j]) };
            corner = above;
        }
    }
    let length = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    2.0 * f64::from(row[b.len()]) / (length(a.len()) + length(b.len()))
}

/// Whether one name shortens the other as Chinese does: its characters stand in the other in order, from the same first
/// to the same last, and not all together: a committee's department has the committee's name in its own and is another.
/// Shorter than three characters a name says too little.
pub(super) fn shortens(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() < b.chars().count() { (a, b) } else { (b, a) };
    let ends = |name: &str| (name.chars().next(), name.chars().next_back());
    let mut rest = long.chars();
    !long.contains(short)
        && short.chars().count() >= 3
        && ends(short) == ends(long)
        && short.chars().all(|c| rest.by_ref().any(|d| d == c))
}

#[cfg(test)]
mod tests {
    use super::{alike, shortens};

    #[test]
    fn names_are_shortened_from_end_to_end() {
        assert!(shortens("卫健局", "卫生健康局"));
        assert!(shortens("文化和旅游局", "文旅局"));
        assert!(!shortens("财政局", "民政局"));
        assert!(!shortens("水务局", "水务局"));
        assert!(!shortens("常委会", "常委会工作委员会"));
        assert!(!shortens("人民法院", "人民检察院"));
        assert!(!shortens("区委", "区委员委"));
    }

    #[test]
    fn names_are_compared_in_order() {
        assert!((alike("接诉即办", "有诉即办") - 0.75).abs() < 1e-9);
        assert!((alike("一窗办成", "一窗通办") - 0.75).abs() < 1e-9);
        assert!((alike("甲乙", "乙甲") - 0.5).abs() < 1e-9);
        assert_eq!(alike("", "甲"), 0.0);
        assert_eq!(alike("甲", "甲"), 1.0);
    }
}
