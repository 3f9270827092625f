//! Byte offsets -> code points, as NIF counts them.

use std::collections::BTreeMap;

use crate::text::Span;

/// The code-point offsets of all ends of a set of spans, found in one pass over the text.
pub(super) struct Offsets(BTreeMap<usize, usize>);

impl Offsets {
    /// Counts once, up to the last end: a page of thousands of sentences costs one reading, not one each.
    pub(super) fn new(text: &str, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut ends: Vec<usize> = spans.into_iter().flat_map(|span| [span.start(), span.end()]).collect();
        ends.sort_unstable();
        ends.dedup();
        let (mut byte, mut point) = (0, 0);
        let counted = ends.into_iter().map(|end| {
            point += text[byte..end].chars().count();
            byte = end;
            (end, point)
        });
        Self(counted.collect())
    }

    /// The span in code points. It must be one of those counted.
    pub(super) fn points(&self, span: Span) -> (usize, usize) {
        (self.0[&span.start()], self.0[&span.end()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_counts_one_whatever_its_bytes() {
        let text = "区长a𠀀b";
        let spans = [Span::new(0, 6), Span::new(6, 11), Span::new(11, 12)];
        let offsets = Offsets::new(text, spans);
        assert_eq!(spans.map(|span| offsets.points(span)), [(0, 2), (2, 4), (4, 5)]);
    }

    proptest::proptest! {
        #[test]
        fn taking_the_code_points_gives_the_text_of_the_span(text in ".{0,40}", a in 0usize..40, b in 0usize..40) {
            let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
            let span = Span::new(a.min(b), a.max(b));
            let (from, to) = Offsets::new(&text, [span]).points(span);
            let taken: String = text.chars().skip(from).take(to - from).collect();
            proptest::prop_assert_eq!(taken, span.of(&text));
        }
    }
}
