//! Which lines of a broken page are headlines: those that open nothing and go on nowhere.

use super::cues::{Cue, Cues};
use super::grain::{Grain, column};
use super::kind::Kind;
use super::line::{End, Line};
use crate::text::han::{
    closes, ends_clause, ends_sentence, enumerates, is_bullet, is_colon, is_dash, is_han, is_space, opens,
};

/// Everything that a judgement on a line may look at.
pub(super) struct View<'a> {
    pub(super) page: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) kinds: &'a [Kind],
    pub(super) grain: Grain,
    pub(super) cues: &'a Cues,
}

/// What stands before the lines in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Top,
    Byline,
    Head,
    Body,
    Other,
}

impl View<'_> {
    pub(super) fn text(&self, i: usize) -> &str {
        self.lines[i].text(self.page)
    }

    /// How many lines from `i` on are a headline, when the text before has come to its end.
    pub(super) fn heads(&self, i: usize, before: Before) -> usize {
        const MOST: usize = 4;
        let dateline = self.kinds[i] == Kind::Start || self.cues.opens(self.text(i), Cue::Dateline).is_some();
        if dateline && !self.text(i).starts_with(is_bullet) {
            return 0;
        }
        let mut end = i;
        while end < self.lines.len() && end <= i + MOST && (end == i || self.kinds[end] == Kind::Text) {
            if end > i && self.lines[end].blank {
                break;
            }
            end += 1;
        }
        let sound = (i..end).take_while(|&j| self.may_be_head(j)).count().min(MOST);
        if sound == end - i && sound > 0 && self.whole(i, end, before) > 0.0 {
            return sound;
        }
        (1..=sound)
            .rev()
            .find(|k| i + k < self.lines.len() && i + k < end && self.part(i, i + k, before) >= 2.5)
            .unwrap_or(0)
    }

    fn may_be_head(&self, j: usize) -> bool {
        let line = &self.lines[j];
        let question = line.end == End::Stop && !self.text(j).trim_end_matches(closes).ends_with('。');
        (matches!(line.end, End::Open | End::Paren) || question && line.width <= 48 || self.text(j).ends_with('：'))
            && !line.full
            && line.width <= 100
            && !self.opens_badly(j)
            && !opens_turn(self.text(j), self.cues)
    }

    /// A line of nothing but a mark, or that begins with one that no line begins with.
    fn opens_badly(&self, j: usize) -> bool {
        let text = self.text(j);
        let first = self.lines[j].first;
        ends_clause(first)
            || enumerates(first)
            || closes(first) && !opens(first)
            || text.chars().all(|c| !c.is_alphanumeric())
    }

    /// For lines `from..to` with a blank line, or something that is no text, behind them.
    fn whole(&self, from: usize, to: usize, before: Before) -> f32 {
        let mut score = 2.0 + self.look(from, to, before);
        let last = &self.lines[to - 1];
        match self.kinds.get(to) {
            None | Some(Kind::Byline | Kind::Credit | Kind::Rule | Kind::Related) => score += 4.0,
            Some(Kind::Start | Kind::Again) if !self.text(to).starts_with(is_bullet) || self.lines[to].blank => {
                score += 4.0
            }
            Some(Kind::Furniture { .. }) => score += 2.5,
            Some(_) => {
                score += self.joint(to - 1, to) + self.custom(from, to, before);
                if self.is_short_block(to) {
                    score += 3.0;
                }
                if let Some(width) = column(self.lines, self.kinds, to) {
                    score += if last.width > width + 3 {
                        3.5
                    } else if last.width * 5 < width * 3 {
                        1.5
                    } else {
                        0.0
                    };
                }
            }
        }
        score
    }

    /// What the page's other articles, and the column around, say of a headline between two stretches of text.
    fn custom(&self, from: usize, to: usize, before: Before) -> f32 {
        let mut score = 0.0;
        if before == Before::Body && self.grain.ends >= 2 {
            // The body before has not ended as the others do.
            score -= 1.5;
        }
        if self.grain.starts >= 2 && self.kinds[to] == Kind::Text {
            score -= 1.0;
        }
        if before == Before::Body {
            score += self.column_fit(from, to);
        }
        score
    }

    /// Lines of the column that runs on above and below are as wide as it is, or short by an indent.
    fn column_fit(&self, from: usize, to: usize) -> f32 {
        let above =
            (0..from).rev().take(6).take_while(|&j| self.kinds[j] == Kind::Text).map(|j| self.lines[j].width).max();
        let Some(above) = above else { return 0.0 };
        let below = column(self.lines, self.kinds, to).unwrap_or(self.lines[to].width);
        if above.abs_diff(below) > 4 {
            return 0.5;
        }
        let missing = above.saturating_sub(self.lines[to - 1].width);
        let fits = self.lines[to - 1].width <= above + 2 && missing <= if to - from == 1 { 7 } else { 3 };
        if fits { -1.5 } else { 2.0 }
    }

    /// Whether the block at `i` is a few lines without any mark, as headlines are and what a column cuts off is not.
    fn is_short_block(&self, i: usize) -> bool {
        let len = (i..self.lines.len()).take_while(|&j| j == i || !self.lines[j].blank).count();
        let broken = (i + 1..i + len.min(5)).any(|j| self.cues.bridges(self.text(j - 1), self.text(j)));
        len <= 4
            && !broken
            && (i..i + len).all(|j| {
                self.kinds[j] == Kind::Text
                    && self.lines[j].end == End::Open
                    && !self.lines[j].stops
                    && !self.lines[j].pauses
            })
    }

    /// For lines `from..to` with more text right behind them: proof is wanted that this opens a paragraph.
    fn part(&self, from: usize, to: usize, before: Before) -> f32 {
        let (last, next) = (&self.lines[to - 1], &self.lines[to]);
        let mut score = self.look(from, to, before) - 1.0;
        if self.text(from).starts_with(is_bullet) {
            // The items of a column open like this, and go on.
            score -= 4.0;
        }
        if next.indent && !last.indent {
            score += 3.0;
        }
        score += self.joint(to - 1, to).clamp(-4.0, 3.0);
        if let Some(width) = column(self.lines, self.kinds, to) {
            let missing = width.saturating_sub(last.width);
            score += if last.width > width + 3 || missing >= 10 {
                3.0
            } else if missing >= 6 {
                1.5
            } else {
                0.0
            };
        }
        score
            + match before {
                Before::Top => 1.5,
                Before::Other => 1.0,
                _ => 0.0,
            }
    }

    /// How much the lines look like a headline.
    fn look(&self, from: usize, to: usize, before: Before) -> f32 {
        let mut score = match before {
            Before::Byline => 2.0,
            Before::Top => 1.0,
            Before::Head => -0.5,
            _ => 0.0,
        };
        for j in from..to {
            let (line, text) = (&self.lines[j], self.text(j));
            if has_gap(text) {
                score += 2.0;
            }
            if text.starts_with(is_dash) || text.starts_with(is_bullet) {
                score += 2.0;
            }
            if text.starts_with('【') {
                score += 3.0;
            }
            if line.pauses {
                score -= 1.0;
            }
            if line.stops {
                score -= 0.5;
            }
            if self.cues.finds(text, Cue::Speech).is_some() {
                score -= 2.0;
            }
            if self.cues.opens(text, Cue::Opener).is_some() {
                score -= 2.0;
            }
            if text.ends_with('：') {
                score -= 1.0;
            }
        }
        // The lines of a headline are broken where it pauses.
        score -= 2.5 * (from + 1..to).filter(|&j| self.cues.bridges(self.text(j - 1), self.text(j))).count() as f32;
        if stub(self.text(from)) {
            score -= 1.5;
        }
        if self.cues.ends(self.text(to - 1), Cue::Tail).is_some() {
            score -= 2.0;
        }
        score - (to - from).saturating_sub(2) as f32
    }

    /// Whether the line `next` seems to open a paragraph (positive) or to go on with line `last` (negative).
    fn joint(&self, last: usize, next: usize) -> f32 {
        let (text, line) = (self.text(next), &self.lines[next]);
        let mut score = if self.cues.bridges(self.text(last), text) { -2.5 } else { 0.0 };
        if self.opens_badly(next) {
            return -10.0;
        }
        if line.first == '“' {
            // Such a line may have been parted from the one before only for its mark.
            score -= if self.cues.ends(self.text(last), Cue::Launch).is_some() { 5.0 } else { quoted(text) };
        }
        if self.cues.opens(text, Cue::Opener).is_some()
            || super::stamp::date(text, self.cues).is_some()
            || day(text, self.cues)
        {
            score += 2.5;
        } else if stub(text) {
            score -= 4.0;
        }
        let indented = self.grain.short_first && line.first != '“';
        if indented && let Some(width) = column(self.lines, self.kinds, next) {
            let missing = width.saturating_sub(line.width);
            score += if (3..=8).contains(&missing) {
                2.0
            } else if missing < 3 {
                -2.0
            } else {
                0.0
            };
        }
        if line.indent {
            score += 2.0;
        }
        score
    }
}

/// How much a line that opens with a quotation seems to go on: a name does, speech does not.
fn quoted(text: &str) -> f32 {
    let Some(end) = text.find('”') else { return 1.0 };
    if text[..end].contains(ends_sentence) { 0.0 } else { 2.0 }
}

/// Two parts set apart by white space, as in the headlines of papers.
pub(super) fn has_gap(text: &str) -> bool {
    let parts = text.split(is_space).filter(|part| !part.is_empty());
    let long = parts.filter(|part| part.chars().filter(|c| is_han(*c)).count() >= 3);
    long.count() >= 2
}

/// Whether the first clause is too short to open a paragraph.
fn stub(text: &str) -> bool {
    if text.starts_with(opens) {
        return false;
    }
    let first: Vec<char> = text.chars().take(3).collect();
    let cut = first.iter().position(|c| ends_clause(*c) || enumerates(*c) || closes(*c));
    cut.is_some_and(|at| at <= 2) || text.chars().take(5).collect::<Vec<_>>().iter().position(|c| *c == '。').is_some()
}

/// Whether the line opens a turn of an interview: who speaks, and a colon.
pub(super) fn opens_turn(text: &str, cues: &Cues) -> bool {
    cues.opens(text, Cue::Turn).is_some_and(|hit| text[hit.end..].starts_with(is_colon))
}

/// A month or day at the beginning.
fn day(text: &str, cues: &Cues) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && (cues.opens(rest, Cue::Month).is_some() || cues.opens(rest, Cue::Day).is_some())
}
