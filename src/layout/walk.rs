//! One walk down the page: each line gets its part, and body lines are joined to paragraphs.

use super::credit;
use super::cues::Cue;
use super::head::{Before, View, opens_turn};
use super::item::{self, Item, Para, Part};
use super::kind::{Found, Kind};
use super::line::{End, Line};
use crate::text::Span;
use crate::text::han::{is_bullet, is_colon, is_dash, is_han};

/// Labels the lines and joins them.
pub(super) fn items(view: &View) -> Vec<Item> {
    let mut walk = Walk { view, items: Vec::new(), open: Open::No, before: Before::Top, bodies: 0, listing: false };
    let mut i = 0;
    while i < view.lines.len() {
        i += walk.step(i);
    }
    item::finished(walk.items, view)
}

/// Whether the paragraph in hand goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    No,
    /// A sentence has ended at the end of a full line: the paragraph may go on if no blank line follows.
    Maybe,
    Yes,
}

struct Walk<'a> {
    view: &'a View<'a>,
    items: Vec<Item>,
    open: Open,
    before: Before,
    bodies: usize,
    /// Inside a list of links to elsewhere.
    listing: bool,
}

impl Walk<'_> {
    /// Takes the line, or lines, at `i`; how many.
    fn step(&mut self, i: usize) -> usize {
        let line = &self.view.lines[i];
        let kind = self.view.kinds[i];
        if self.listing && !(matches!(kind, Kind::Text | Kind::Start) && self.is_listed(i)) {
            self.listing = false;
        }
        let running =
            self.open != Open::No && !line.blank && self.items.last().is_none_or(|item| item.part != Part::Furniture);
        let (part, before) = match kind {
            Kind::Related => {
                self.listing = true;
                (Part::Furniture, Before::Other)
            }
            Kind::Rule => (Part::Rule, Before::Other),
            // In the middle of a paragraph a line is what it is only if a blank line sets it apart.
            Kind::Furniture { firm } if !running || firm && (self.open == Open::Maybe || self.is_staff(i)) => {
                (Part::Furniture, self.before)
            }
            Kind::Credit if !(running && self.open == Open::Yes) || self.stands_alone(i) => {
                (Part::Credit, Before::Other)
            }
            Kind::Byline if !running && self.is_apart(i) => return self.byline(i, 1),
            _ if self.listing => (Part::Furniture, Before::Other),
            _ => return self.text(i),
        };
        if matches!(part, Part::Credit | Part::Rule) {
            self.open = Open::No;
        }
        self.before = before;
        self.push(part, i, 1);
        1
    }

    /// Several staff words: no sentence has them.
    fn is_staff(&self, i: usize) -> bool {
        Found::of(self.view.text(i), self.view.cues).staff >= 2
    }

    /// Nothing but a credit between brackets, whatever stands around it.
    fn stands_alone(&self, i: usize) -> bool {
        let text = self.view.text(i);
        text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
    }

    /// White space before the name and, in the middle of a sentence, blank lines around: where the end of a column cuts a
    /// sentence, the line that goes on may look like a byline, but the next line stands close. Without white space
    /// only the blank lines tell.
    fn is_apart(&self, i: usize) -> bool {
        let kind = self.view.kinds.get(i + 1);
        let alone = self.view.lines.get(i + 1).is_none_or(|next| next.blank) || kind != Some(&Kind::Text);
        let gap = self.view.lines[i].gap;
        if self.open == Open::Yes { gap && alone } else { gap || alone }
    }

    fn is_listed(&self, i: usize) -> bool {
        let (line, text) = (&self.view.lines[i], self.view.text(i));
        let bodies =
            (i..self.view.lines.len()).any(|j| self.view.lines[j].end == End::Stop && self.view.lines[j].width > 40);
        line.end != End::Stop
            && !line.stops
            && (text.starts_with(|c| is_bullet(c) || c == '>' || is_dash(c)) || !bodies)
    }

    fn byline(&mut self, i: usize, count: usize) -> usize {
        self.before = Before::Byline;
        self.push(Part::Byline, i, count);
        count
    }

    fn text(&mut self, i: usize) -> usize {
        let heads = self.heads(i);
        if heads > 0 {
            // What was broken off by a headline in large type does not go on below it: columns are read whole.
            if self.open == Open::Maybe || self.view.lines[i].large {
                self.open = Open::No;
            }
            if let Some(count) = self.broken_byline(i, heads) {
                return self.byline(i, count);
            }
            for j in i..i + heads {
                self.push(Part::Head, j, 1);
            }
            self.before = Before::Head;
            return heads;
        }
        if self.goes_on(i) {
            let span = self.joined(i);
            let body = self.items.iter_mut().rev().find(|item| matches!(item.part, Part::Para(_)));
            body.expect("a paragraph is open").spans.push(span);
        } else {
            let starts = self.view.kinds[i] == Kind::Start;
            self.push(Part::Para(Para { starts, ..Para::default() }), i, 1);
            self.bodies += 1;
        }
        self.open = self.after(i);
        let ended = self.view.lines[i].end == End::Paren && self.open == Open::No;
        self.before = if ended { Before::Other } else { Before::Body };
        1
    }

    /// The line with the single space before it, if it has one where other lines have none: it parts two names.
    fn joined(&self, i: usize) -> Span {
        let span = self.view.lines[i].span;
        if self.view.lines[i].spaced && !self.view.grain.spaced {
            Span::new(span.start() - 1, span.end())
        } else {
            span
        }
    }

    fn heads(&self, i: usize) -> usize {
        if self.view.kinds[i] == Kind::Again {
            return 0;
        }
        if let Some(count) = self.large(i) {
            return count;
        }
        if self.view.grain.flowing {
            return usize::from(self.open != Open::Yes && self.flowing_head(i));
        }
        let closed = match self.open {
            Open::No => true,
            Open::Maybe => self.view.lines[i].blank,
            Open::Yes => false,
        };
        if closed { self.view.heads(i, self.before) } else { 0 }
    }

    /// Where the type is known: lines in large type are a headline whatever their words are, unless they are many or run
    /// on like text, as a leading paragraph does.
    fn large(&self, i: usize) -> Option<usize> {
        const MOST: usize = 4;
        let count = self.view.lines[i..].iter().take_while(|line| line.large).count();
        let run = &self.view.lines[i..i + count];
        let apart = 1 + run.iter().skip(1).take_while(|line| !line.blank).count();
        (count > 0 && apart <= MOST && !run.iter().any(|line| line.full)).then_some(apart)
    }

    /// On a page of one paragraph a line: short, without an end, and no row of a list.
    fn flowing_head(&self, i: usize) -> bool {
        let (line, text) = (&self.view.lines[i], self.view.text(i));
        let question = line.end == End::Stop && !text.ends_with('。') && line.width <= 60 && line.blank;
        let unended = matches!(line.end, End::Open | End::Paren) || question;
        if !unended
            || line.full
            || line.width > 90
            || opens_turn(text, self.view.cues)
            || self.view.kinds[i] == Kind::Start
        {
            return false;
        }
        let plain = |j: usize| {
            self.view.lines.get(j).filter(|_| matches!(self.view.kinds[j], Kind::Text | Kind::Start | Kind::Again))
        };
        if self.bodies == 0 || self.before == Before::Head || self.before == Before::Other {
            return plain(i + 1).is_some()
                || matches!(self.view.kinds.get(i + 1), Some(Kind::Byline | Kind::Credit | Kind::Furniture { .. }));
        }
        let row = |j: usize| plain(j).is_some_and(|other| !other.blank && other.end != End::Stop && other.width <= 90);
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        plain(i + 1).is_some() && !digits && !(self.before == Before::Body && !line.blank && row(i + 1))
    }

    /// A byline that was broken: titles that do not end, then the rest with the name.
    fn broken_byline(&self, i: usize, heads: usize) -> Option<usize> {
        let next = i + 1;
        if heads == 1 && self.view.kinds.get(next) == Some(&Kind::Byline) && !self.view.lines[next].blank {
            let titles = self.view.cues.finds(self.view.text(i), Cue::Title).is_some();
            return (titles && self.view.text(i).contains('、')).then_some(2);
        }
        let name = |j: usize| {
            self.view.text(j).chars().filter(|c| is_han(*c)).count() <= 4 && self.view.lines[j].end == End::Open
        };
        let titled = self.view.cues.ends(self.view.text(i), Cue::Title).is_some();
        (heads == 2 && titled && name(next)).then_some(2)
    }

    /// Whether the line belongs to the paragraph in hand.
    fn goes_on(&self, i: usize) -> bool {
        let line = &self.view.lines[i];
        if matches!(self.view.kinds[i], Kind::Again)
            || self.view.kinds[i] == Kind::Start && (line.blank || self.open != Open::Yes)
        {
            return false;
        }
        match self.open {
            Open::No => false,
            Open::Maybe => !line.blank && !line.indent && !self.turns(i),
            Open::Yes if self.view.grain.flowing => !line.blank,
            Open::Yes => !(self.turns(i) && line.indent),
        }
    }

    /// Whether the line opens a turn of an interview or an item of a list.
    fn turns(&self, i: usize) -> bool {
        let text = self.view.text(i);
        if opens_turn(text, self.view.cues) {
            return true;
        }
        // A name of two to eight characters and a colon.
        let name = text.chars().take(9).take_while(|c| is_han(*c)).count();
        (2..=8).contains(&name) && text.chars().nth(name).is_some_and(is_colon) || text.starts_with(['（', '(', '●'])
    }

    /// Whether the paragraph goes on behind line `i`.
    fn after(&self, i: usize) -> Open {
        let line = &self.view.lines[i];
        if self.view.grain.flowing {
            let broken = matches!(line.end, End::Open | End::Pause) && line.width > 60;
            return if broken { Open::Yes } else { Open::No };
        }
        match line.end {
            End::Stop if self.is_full(i) => Open::Maybe,
            End::Stop => Open::No,
            End::Paren if self.credit_ends() => Open::No,
            End::Item if !self.is_full(i) => Open::No,
            _ => Open::Yes,
        }
    }

    fn is_full(&self, i: usize) -> bool {
        let widths = |j: usize| self.view.lines.get(j).map_or(0, |line| line.width);
        let near = widths(i + 1).max(if i > 0 { widths(i - 1) } else { 0 });
        self.view.lines[i].width + 8 > near
    }

    /// Whether the paragraph in hand ends with a credit in brackets, which may have begun lines before.
    fn credit_ends(&self) -> bool {
        let item = self.items.iter().rev().find(|item| matches!(item.part, Part::Para(_)));
        item.is_some_and(|item| credit::at_end(&item.tail(self.view.page), self.view.cues).is_some())
    }

    fn push(&mut self, part: Part, i: usize, count: usize) {
        let lines: &[Line] = &self.view.lines[i..i + count];
        self.items.push(Item { part, spans: lines.iter().map(|line| line.span).collect(), blank: lines[0].blank });
    }
}
