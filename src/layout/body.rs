//! Paragraphs -> bodies, and between them the heads that wait for one.

use super::cues::{Cue, Cues, Kinds};
use super::grain::Grain;
use super::item::{Item, Para, Part};
use crate::text::han::opens;

/// The text of one article, as numbers of items.
#[derive(Debug, Clone, Default)]
pub(super) struct Body {
    pub(super) paras: Vec<usize>,
    /// Section heads inside.
    pub(super) heads: Vec<usize>,
    pub(super) credits: Vec<usize>,
    /// Closed by a credit.
    pub(super) ends: bool,
    note: bool,
    /// Its head is on another page.
    pub(super) continued: bool,
    open: bool,
}

/// The bodies of a page in print order; `gaps[g]` holds the heads, bylines and credits printed before body `g`, the
/// last of them those after all.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    pub(super) bodies: Vec<Body>,
    pub(super) gaps: Vec<Vec<usize>>,
}

/// Cuts the run of paragraphs where one article ends and another begins.
pub(super) fn bodies(page: &str, items: &[Item], grain: Grain, cues: &Cues) -> Bodies {
    let mut cutter = Cutter {
        page,
        items,
        grain,
        cues,
        done: Bodies::default(),
        body: None,
        waiting: Vec::new(),
        rule: false,
        meta: false,
    };
    for (i, item) in items.iter().enumerate() {
        match item.part {
            Part::Para(para) => cutter.para(i, para),
            Part::Credit => cutter.credit(i),
            Part::Head | Part::Byline => cutter.waiting.push(i),
            Part::Rule => cutter.rule = true,
            Part::Furniture => {
                cutter.meta |= cutter.waiting.iter().any(|&w| cutter.is_head(w))
                    && super::stamp::find_date(item.spans[0].of(page), cues).is_some()
            }
        }
    }
    let Cutter { mut done, body, waiting, .. } = cutter;
    done.bodies.extend(body);
    done.gaps.push(waiting);
    done
}

struct Cutter<'a> {
    page: &'a str,
    items: &'a [Item],
    grain: Grain,
    cues: &'a Cues,
    done: Bodies,
    body: Option<Body>,
    /// Heads, bylines and their credits since the last body.
    waiting: Vec<usize>,
    rule: bool,
    /// Whether a line with a date or a source stands behind a waiting head.
    meta: bool,
}

impl Cutter<'_> {
    fn para(&mut self, i: usize, para: Para) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut body = match self.body.take() {
            Some(body) if !self.cuts(&body, &waiting, para) => self.goes_on(body, waiting),
            before => {
                self.done.bodies.extend(before);
                self.done.gaps.push(waiting);
                Body { note: para.note, continued: para.continued, ..Body::default() }
            }
        };
        body.paras.push(i);
        body.open = para.open && !para.ends;
        body.ends |= para.ends;
        self.body = Some(body);
        (self.rule, self.meta) = (false, false);
    }

    /// Heads inside a body are section heads; those that cut a sentence belong elsewhere and wait for the next gap.
    fn goes_on(&mut self, mut body: Body, waiting: Vec<usize>) -> Body {
        if body.open {
            self.waiting = waiting;
            return body;
        }
        let (credits, heads): (Vec<usize>, Vec<usize>) =
            waiting.into_iter().partition(|i| self.items[*i].part == Part::Credit);
        body.credits.extend(credits);
        body.heads.extend(heads);
        body
    }

    fn credit(&mut self, i: usize) {
        let photo = self.pictures_only(i);
        match &mut self.body {
            Some(body) if self.waiting.is_empty() => {
                body.credits.push(i);
                body.ends |= !photo;
                body.open = false;
            }
            _ => {
                self.meta |= self.waiting.iter().any(|&w| self.is_head(w));
                self.waiting.push(i);
            }
        }
    }

    fn pictures_only(&self, i: usize) -> bool {
        let text = self.items[i].spans[0].of(self.page);
        let mut roles = self.cues.hits(text, Kinds::of(&[Cue::Role, Cue::Photo])).peekable();
        roles.peek().is_some() && roles.all(|hit| hit.kinds.has(Cue::Photo) && !hit.kinds.has(Cue::Role))
    }

    fn is_head(&self, i: usize) -> bool {
        self.items[i].part == Part::Head
    }

    /// Whether the paragraph opens another article than `body`, with `waiting` between them.
    fn cuts(&self, body: &Body, waiting: &[usize], para: Para) -> bool {
        if self.rule || para.starts {
            return true;
        }
        let byline = waiting.iter().any(|&i| self.items[i].part == Part::Byline);
        let headed = waiting.iter().any(|&i| self.is_head(i));
        if self.grain.flowing {
            let link = |i: &usize| is_link(self.items[*i].spans[0].of(self.page), self.cues);
            let second = waiting.iter().any(link) || self.meta || body.ends;
            return headed && second || byline && body.ends;
        }
        body.ends || body.note || !body.open && (byline || headed)
    }
}

/// The bracketed head of a second piece.
pub(super) fn is_link(text: &str, cues: &Cues) -> bool {
    let bare = text.trim_start_matches(opens);
    bare.len() < text.len() && cues.opens(bare, Cue::Link).is_some()
}
