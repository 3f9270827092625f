//! Characters -> lines: what stands on one base line with no more than a word's space between.

use std::collections::HashSet;

use super::glyphs::Glyph;
use crate::text::han;

/// A stretch of a printed line, in points from the upper left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// How many points below the base line it ends: a vertical line is a line too.
    pub(super) depth: f64,
    /// Whether its type is larger than that of the page; not known before the page is.
    pub(super) large: bool,
}

/// The widest space inside a line, in its size, between characters that the file writes one after the other: names of two
/// characters are set with one between.
const WORDS: f64 = 1.3;

/// The same between stretches that it writes apart: columns may stand closer than words.
const PIECES: f64 = 0.6;

impl Line {
    fn new(glyph: &Glyph) -> Self {
        let Glyph { text, left, right, base, size, .. } = glyph;
        let right = if glyph.vertical { left + size } else { *right };
        Line { text: text.clone(), left: *left, right, base: *base, size: *size, depth: 0.0, large: false }
    }

    pub(super) fn top(&self) -> f64 {
        self.base - 0.88 * self.size
    }

    pub(super) fn bottom(&self) -> f64 {
        self.base + 0.12 * self.size + self.depth
    }

    /// Whether something at `left` follows on the line, with at most `most` sizes of space between.
    fn takes(&self, left: f64, base: f64, size: f64, most: f64) -> bool {
        let size = self.size.max(size);
        let gap = left - self.right;
        (self.base - base).abs() < 0.3 * size && self.depth == 0.0 && gap > -0.4 * size && gap < most * size
    }

    /// Adds to the line; `blank` where the file has white space before it.
    fn push(&mut self, text: &str, left: f64, right: f64, size: f64, blank: bool) {
        let gap = (left - self.right) / self.size.max(size);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let words = latin(self.text.chars().next_back()) && latin(text.chars().next());
        // Punctuation is set with white space of its own around it; that is none between words.
        let marked = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
        let mark = marked(self.text.chars().next_back()) || marked(text.chars().next());
        if words && gap > 0.18 || !mark && gap > 0.6 || blank && gap > 0.2 {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.right = self.right.max(right);
        self.size = self.size.max(size);
    }
}

/// The lines of a page, in no order that means anything.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut stretches: Vec<Line> = Vec::new();
    let mut drawn: HashSet<(&str, i64, i64)> = HashSet::new();
    let (mut vertical, mut blank) = (false, false);
    for glyph in glyphs {
        // Bold type is sometimes drawn by printing it twice.
        let grid = |points: f64| (points / (0.4 * glyph.size)).round() as i64;
        // White space is where nothing is printed; the indents of columns would bridge the space between them.
        if glyph.text.chars().all(han::is_space) {
            blank = true;
            continue;
        }
        if !drawn.insert((&glyph.text, grid(glyph.left), grid(glyph.base))) {
            continue;
        }
        let last = stretches.last_mut().filter(|_| glyph.vertical == vertical);
        vertical = glyph.vertical;
        match last {
            Some(last) if glyph.vertical && below(last, glyph) => {
                last.text.push_str(&glyph.text);
                last.depth = glyph.base - last.base;
            }
            Some(last) if !glyph.vertical && last.takes(glyph.left, glyph.base, glyph.size, WORDS) => {
                last.push(&glyph.text, glyph.left, glyph.right, glyph.size, blank);
            }
            _ => stretches.push(Line::new(glyph)),
        }
        blank = false;
    }
    joined(stretches)
}

fn below(line: &Line, glyph: &Glyph) -> bool {
    let step = glyph.base - line.base - line.depth;
    (glyph.left - line.left).abs() < 0.3 * line.size && step > 0.5 * line.size && step < 1.8 * line.size
}

/// Stretches that programs wrote in pieces, or from right to left, put together along their base line.
fn joined(mut stretches: Vec<Line>) -> Vec<Line> {
    stretches.sort_by(|a, b| (a.base.total_cmp(&b.base)).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = stretches.into_iter().peekable();
    while let Some(first) = rest.next() {
        let (base, size) = (first.base, first.size);
        let mut level = vec![first];
        while let Some(next) = rest.next_if(|next| next.base - base < 0.3 * size.min(next.size)) {
            level.push(next);
        }
        level.sort_by(|a, b| a.left.total_cmp(&b.left));
        let from = lines.len();
        for stretch in level {
            match lines[from..].last_mut() {
                Some(last) if stretch.depth == 0.0 && last.takes(stretch.left, stretch.base, stretch.size, PIECES) => {
                    last.push(&stretch.text, stretch.left, stretch.right, stretch.size, false);
                }
                _ => lines.push(stretch),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, left: f64, base: f64, size: f64) -> Vec<Glyph> {
        let glyph = |(i, c): (usize, char)| {
            let left = left + i as f64 * size;
            Glyph { text: c.to_string(), left, right: left + size, base, size, vertical: false }
        };
        text.chars().enumerate().map(glyph).collect()
    }

    #[test]
    fn columns_are_apart_and_words_are_not() {
        let page =
            [row("区长马明", 0.0, 10.0, 10.0), row("乐", 50.0, 10.0, 10.0), row("石桥县", 90.0, 10.0, 10.0)].concat();
        let texts: Vec<String> = lines(&page).into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["区长马明 乐", "石桥县"]);
    }

    #[test]
    fn pieces_are_put_together_and_shadows_dropped() {
        let page = [row("桥县", 10.0, 10.0, 10.0), row("石", 0.0, 10.0, 10.0), row("石", 0.2, 10.1, 10.0)].concat();
        assert_eq!(lines(&page)[0].text, "石桥县");
    }
}
