//! Lines -> blocks in reading order, by the white space between them.
//!
//! The page is cut along its widest white stripes, again and again (recursive X-Y cut, Nagy and Seth 1984). Where stripes
//! cross, the larger type of headlines decides: a stripe down the page comes first if there is a headline on both sides of
//! it (two articles), a stripe across comes first otherwise (one above the other, or a headline above its columns). What
//! belongs to which article the layout decides later, whatever the order; here columns only have to stay whole.

use super::lines::Line;

/// Type is large from this many times the size of most of the page on.
const LARGE: f64 = 1.2;

/// The blocks of a page, each lines that follow one another.
pub(super) fn ordered(mut lines: Vec<Line>) -> Vec<Vec<Line>> {
    let page = Page { body: body(&lines) };
    lines.iter_mut().for_each(|line| line.large = line.size >= LARGE * page.body);
    let mut blocks = Vec::new();
    page.cut(lines, &mut blocks);
    blocks
}

/// The size that most characters of the page have.
fn body(lines: &[Line]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines.iter().map(|line| (line.size, line.text.chars().count())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = sizes.iter().map(|(_, count)| count).sum();
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, count)| {
        seen += count;
        seen * 2 >= all
    });
    middle.map_or(1.0, |(size, _)| *size)
}

struct Page {
    body: f64,
}

/// A cut of a region: the lines to the left of it come first, or those above it.
#[derive(Debug, Clone, Copy)]
enum Cut {
    Down(f64),
    Across(f64),
}

impl Cut {
    fn is_first(self, line: &Line) -> bool {
        match self {
            Cut::Down(at) => line.left < at,
            Cut::Across(at) => line.base < at,
        }
    }
}

/// A white stripe: where it lies, and how wide it is in points.
#[derive(Debug, Clone, Copy)]
struct Stripe {
    at: f64,
    width: f64,
}

impl Page {
    fn cut(&self, lines: Vec<Line>, blocks: &mut Vec<Vec<Line>>) {
        // A stack of one's own: a page may be cut as often as it has lines.
        let mut open = vec![lines];
        while let Some(lines) = open.pop() {
            match self.best(&lines) {
                Some(cut) => {
                    let (first, second): (Vec<Line>, Vec<Line>) =
                        lines.into_iter().partition(|line| cut.is_first(line));
                    open.push(second);
                    open.push(first);
                }
                None => self.blocks(lines, blocks),
            }
        }
    }

    /// Where the region is cut, if it is cut at all.
    fn best(&self, lines: &[Line]) -> Option<Cut> {
        if lines.len() < 2 {
            return None;
        }
        let down = stripes(lines.iter().map(|line| (line.left, line.right)), 0.7 * self.body);
        let across = stripes(lines.iter().map(|line| (line.top(), line.bottom())), self.paragraphs(lines));
        let widest = |stripes: &mut dyn Iterator<Item = Stripe>| stripes.max_by(|a, b| a.width.total_cmp(&b.width));
        let both = |stripe: &Stripe| {
            let headed = |left: bool| lines.iter().any(|line| (line.left < stripe.at) == left && line.large);
            headed(true) && headed(false)
        };
        let (left, above) = (|stripe: Stripe| Cut::Down(stripe.at), |stripe: Stripe| Cut::Across(stripe.at));
        if let Some(stripe) = widest(&mut down.iter().copied().filter(both)) {
            return Some(left(stripe));
        }
        // Above a headline rather than below it: the article before ends there.
        let heads = |stripe: &Stripe| {
            let next = lines.iter().filter(|line| line.base > stripe.at).min_by(|a, b| a.top().total_cmp(&b.top()));
            next.is_some_and(|line| line.large)
        };
        if lines.iter().any(|line| line.large) {
            let first = widest(&mut across.iter().copied().filter(heads));
            if let Some(stripe) = first.or_else(|| widest(&mut across.iter().copied())) {
                return Some(above(stripe));
            }
        }
        if let Some(stripe) = widest(&mut down.into_iter()) {
            return Some(left(stripe));
        }
        widest(&mut across.into_iter()).map(above)
    }

    /// From which width on white space across the region parts more than two lines do.
    fn paragraphs(&self, lines: &[Line]) -> f64 {
        let mut gaps: Vec<f64> = Vec::new();
        for line in lines {
            let under = lines.iter().filter(|other| other.top() > line.base && overlaps(line, other));
            gaps.extend(under.map(|other| other.top() - line.bottom()).min_by(f64::total_cmp).filter(|gap| *gap > 0.0));
        }
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        (1.6 * usual).max(0.6 * self.body)
    }

    /// A region that no stripe cuts, from top to bottom: large type apart from small, and rows of a table on one line.
    fn blocks(&self, mut lines: Vec<Line>, blocks: &mut Vec<Vec<Line>>) {
        lines.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
        let from = blocks.len();
        let mut block: Vec<Line> = Vec::new();
        for line in lines {
            match block.last_mut() {
                Some(last) if (line.base - last.base).abs() < 0.3 * last.size && line.left >= last.right => {
                    last.text.push('\t');
                    last.text.push_str(&line.text);
                    last.right = line.right;
                }
                Some(last) if last.large != line.large => {
                    blocks.push(std::mem::replace(&mut block, vec![line]));
                }
                _ => block.push(line),
            }
        }
        blocks.extend(Some(block).filter(|block| !block.is_empty()));
        blocks.iter_mut().skip(from).for_each(|block| self.indent(block));
    }

    /// Gives the first lines of paragraphs their indent back, as white space: it is a place on paper, and in text the
    /// only sign that a paragraph begins behind a full line.
    fn indent(&self, block: &mut [Line]) {
        let edge = block.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        for line in block.iter_mut().filter(|line| !line.large) {
            if (1.2..=5.0).contains(&((line.left - edge) / line.size)) {
                line.text.insert_str(0, INDENT);
            }
        }
    }
}

/// Two wide spaces.
const INDENT: &str = "\u{3000}\u{3000}";

fn overlaps(a: &Line, b: &Line) -> bool {
    a.left < b.right && b.left < a.right
}

/// The stripes of at least `least` points that no extent reaches into.
fn stripes(extents: impl Iterator<Item = (f64, f64)>, least: f64) -> Vec<Stripe> {
    let mut extents: Vec<(f64, f64)> = extents.collect();
    extents.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut found = Vec::new();
    let mut end = extents.first().map_or(0.0, |first| first.1);
    for (from, to) in extents {
        if from - end >= least {
            found.push(Stripe { at: (from + end) / 2.0, width: from - end });
        }
        end = end.max(to);
    }
    found
}
