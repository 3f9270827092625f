//! How the page was set: a paragraph a line, or columns whose lines were kept.

use super::kind::Kind;
use super::line::{End, Line};

/// What the lines of a page have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grain {
    /// A line is a paragraph, as on the web.
    pub(super) flowing: bool,
    /// First lines of paragraphs are two characters short, since their indent is lost.
    pub(super) short_first: bool,
    /// Many lines begin with a space, which then means nothing.
    pub(super) spaced: bool,
    /// How many articles seem to end with a credit, and how many to open with a dateline.
    pub(super) ends: usize,
    pub(super) starts: usize,
}

/// Lines narrower than this say nothing about how long lines end.
const TELLING: usize = 16;

impl Grain {
    pub(super) fn of(lines: &[Line], kinds: &[Kind]) -> Self {
        let (mut ended, mut open) = (0, 0);
        for (i, (line, kind)) in lines.iter().zip(kinds).enumerate() {
            if line.width < TELLING || !matches!(kind, Kind::Text | Kind::Start | Kind::Again) {
                continue;
            }
            // A line that stands alone may be a heading; what is broken has its other half right below.
            let alone = lines.get(i + 1).is_none_or(|next| next.blank);
            match line.end {
                End::Stop | End::Item => ended += line.width,
                End::Paren if line.stops => ended += line.width,
                _ if !alone => open += line.width,
                _ => {}
            }
        }
        let flowing = ended > open;
        let ends = lines
            .iter()
            .zip(kinds)
            .filter(|(line, kind)| **kind == Kind::Credit || line.end == End::Paren && line.stops)
            .count();
        let starts = kinds.iter().filter(|kind| **kind == Kind::Start).count();
        let spaced = lines.iter().filter(|line| line.spaced).count() * 5 > lines.len();
        Self { flowing, spaced, short_first: !flowing && short_first(lines, kinds), ends, starts }
    }
}

/// Whether most lines behind the end of a paragraph and a blank line are short by about an indent.
fn short_first(lines: &[Line], kinds: &[Kind]) -> bool {
    let (mut short, mut all) = (0, 0);
    for i in 1..lines.len() {
        let ended = lines[i - 1].end == End::Stop && kinds[i - 1] == Kind::Text;
        if !ended || !lines[i].blank || kinds[i] != Kind::Text || lines[i].first == '“' {
            continue;
        }
        let Some(width) = column(lines, kinds, i) else { continue };
        all += 1;
        short += usize::from((3..=7).contains(&width.saturating_sub(lines[i].width)));
    }
    all >= 2 && short * 3 >= all * 2
}

/// The width of the column that line `i` stands in, as the lines after it show it.
pub(super) fn column(lines: &[Line], kinds: &[Kind], i: usize) -> Option<usize> {
    const SIGHT: usize = 7;
    let mut widths: Vec<usize> = Vec::with_capacity(SIGHT);
    for j in i + 1..lines.len().min(i + 1 + SIGHT) {
        if !matches!(kinds[j], Kind::Text | Kind::Start) {
            break;
        }
        // Behind the end of a paragraph the next article may stand in another column.
        let widest = widths.iter().copied().max().unwrap_or(lines[i].width);
        let parted = lines[j].blank && lines[j - 1].end != End::Open && lines[j].width.abs_diff(widest) > 8;
        if parted || lines[j - 1].end == End::Paren {
            break;
        }
        widths.push(lines[j].width);
    }
    if widths.len() < 2 {
        return None;
    }
    // The second widest: one line in a few hangs a comma or a quotation mark over the edge.
    widths.sort_unstable();
    let (second, widest) = (widths[widths.len() - 2], widths[widths.len() - 1]);
    Some(if widest - second > 8 { widest } else { second })
}
