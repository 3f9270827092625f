//! Bodies with the heads given to them -> articles; everything else -> furniture.

use super::body::Bodies;
use super::cues::{Cue, Cues};
use super::head::has_gap;
use super::item::{Item, Part};
use super::stamp;
use super::unit::{Role, Unit};
use super::{Article, Page, Passage};
use crate::decode::Source;
use crate::text::Span;
use crate::text::han::{is_bullet, is_dash, is_han, opens};

/// Puts the page together.
pub(super) fn page(
    source: &Source,
    items: &[Item],
    bodies: &Bodies,
    units: &[Unit],
    given: &[Option<usize>],
    cues: &Cues,
) -> Page {
    let maker = Maker { page: &source.text, items, cues };
    let mut articles: Vec<Article> = Vec::with_capacity(bodies.bodies.len());
    let mut loose: Vec<usize> =
        (0..items.len()).filter(|&i| matches!(items[i].part, Part::Furniture | Part::Rule)).collect();
    for (b, body) in bodies.bodies.iter().enumerate() {
        let mine: Vec<&Unit> =
            units.iter().zip(given).filter(|(_, body)| **body == Some(b)).map(|(unit, _)| unit).collect();
        articles.push(maker.article(b + 1, &mine, &body.heads, &body.paras, &body.credits));
    }
    let homeless: Vec<&Unit> =
        units.iter().zip(given).filter(|(_, body)| body.is_none()).map(|(unit, _)| unit).collect();
    if articles.is_empty() && !homeless.is_empty() {
        articles.push(maker.article(1, &homeless, &[], &[], &[]));
    } else {
        loose.extend(homeless.iter().flat_map(|unit| unit.all()));
    }
    loose.sort_unstable();
    let furniture: Vec<Passage> = loose.into_iter().map(|i| maker.passage(&items[i].spans)).collect();
    stamped(source, articles, furniture, cues)
}

struct Maker<'a> {
    page: &'a str,
    items: &'a [Item],
    cues: &'a Cues,
}

impl Maker<'_> {
    fn passage(&self, spans: &[Span]) -> Passage {
        Passage::new(self.page, spans.iter().copied())
    }

    fn passages(&self, numbers: &[usize]) -> Vec<Passage> {
        numbers.iter().map(|&i| self.passage(&self.items[i].spans)).collect()
    }

    fn article(&self, number: usize, units: &[&Unit], inner: &[usize], paras: &[usize], credits: &[usize]) -> Article {
        let gather = |role: Role| {
            let mut all: Vec<usize> =
                units.iter().filter(|unit| unit.role == role).flat_map(|unit| unit.items.iter()).copied().collect();
            all.sort_unstable();
            all
        };
        let mut heads = self.lines(&gather(Role::Headline));
        let main = (0..heads.len()).max_by(|a, b| self.merit(&heads[*a], *a).total_cmp(&self.merit(&heads[*b], *b)));
        let headline = main.map(|main| heads.remove(main));
        let mut subtitles = heads;
        subtitles.extend(self.lines(inner));
        let beside: Vec<usize> = units.iter().flat_map(|unit| unit.credits.iter()).copied().collect();
        let mut credits = [gather(Role::Credit), beside, credits.to_vec()].concat();
        credits.sort_unstable();
        let credits = self.passages(&credits);
        let outlet = credits.iter().find_map(|credit| stamp::outlet(credit.text(), self.cues));
        let date = credits.iter().find_map(|credit| stamp::find_date(credit.text(), self.cues));
        Article {
            number,
            headline,
            subtitles,
            bylines: self.passages(&gather(Role::Byline)),
            body: self.passages(paras),
            credits,
            outlet,
            date,
        }
    }

    /// Head items, those joined that were one line before the page was set.
    fn lines(&self, heads: &[usize]) -> Vec<Passage> {
        let mut lines: Vec<Vec<Span>> = Vec::new();
        let mut last: Option<usize> = None;
        for &i in heads {
            let item = &self.items[i];
            let close = last == Some(i.wrapping_sub(1)) && !item.blank;
            let broken = close
                && lines
                    .last()
                    .and_then(|line| line.last())
                    .is_some_and(|span| self.is_broken(span.of(self.page), item.spans[0].of(self.page)));
            match lines.last_mut() {
                Some(line) if broken => line.extend(&item.spans),
                _ => lines.push(item.spans.clone()),
            }
            last = Some(i);
        }
        lines.iter().map(|spans| self.passage(spans)).collect()
    }

    /// Whether two lines set close are the halves of one: the first does not end, or they are about as long, as papers
    /// set the two halves of a headline.
    fn is_broken(&self, first: &str, second: &str) -> bool {
        const HALF: std::ops::RangeInclusive<usize> = 4..=14;
        let unended = self.cues.ends(first, Cue::Tail).is_some()
            || self.cues.ends(first, Cue::Launch).is_some()
            || first.ends_with('、');
        let (one, two) = (first.chars().count(), second.chars().count());
        let plain = |text: &str| text.chars().all(|c| is_han(c) || matches!(c, '“' | '”'));
        unended && !second.starts_with(is_dash)
            || HALF.contains(&one)
                && one.abs_diff(two) <= 2
                && plain(first)
                && plain(second)
                && self.cues.ends(second, Cue::Appointed).is_none()
    }

    /// How likely a line of a head is the headline among them.
    fn merit(&self, line: &Passage, place: usize) -> f64 {
        let text = line.text();
        let mut merit = -0.1 * place as f64;
        if has_gap(text) {
            merit += if text.contains(|c: char| c.is_ascii_digit()) { 0.0 } else { 1.5 };
        }
        if text.starts_with(is_dash) || text.starts_with(opens) && !text.starts_with('“') {
            merit -= 5.0;
        }
        if text.starts_with(is_bullet) {
            merit -= 2.5;
        }
        if self.cues.ends(text, Cue::Urge).is_some() {
            merit -= 0.5;
        }
        // Who spoke, or was elected, stands in the lines around the headline; so does who signs a notice.
        if self.cues.finds(text, Cue::Title).is_some() || self.cues.ends(text, Cue::Unit).is_some() {
            merit -= 2.0;
        }
        if self.cues.ends(text, Cue::Attend).is_some() {
            merit -= 3.0;
        }
        if text.chars().count() < 6 {
            merit -= 1.0;
        }
        if text.chars().next_back().is_some_and(|c| ('①'..='⑳').contains(&c)) {
            merit -= 3.0;
        }
        merit
    }
}

/// Gives the page its paper and date: what is known from outside, else its furniture, else its first article's credits.
///
/// The articles of the page were printed in this paper on this day, and get what they do not say themselves; but not from
/// one another, since what one was taken from says nothing of the next.
fn stamped(source: &Source, mut articles: Vec<Article>, furniture: Vec<Passage>, cues: &Cues) -> Page {
    let lines = || furniture.iter().map(Passage::text);
    let known = &source.metadata;
    let outlet = known.outlet.clone().or_else(|| lines().find_map(|line| stamp::outlet(line, cues)));
    let date = known.date.clone().or_else(|| lines().find_map(|line| stamp::find_date(line, cues)));
    for article in &mut articles {
        article.outlet = article.outlet.take().or_else(|| outlet.clone());
        article.date = article.date.take().or_else(|| date.clone());
    }
    let first = |of: fn(&Article) -> &Option<String>| articles.first().and_then(|article| of(article).clone());
    // The one paper that a page names is at home where the page is, whichever of its articles names it.
    let mut named = articles.iter().filter_map(|article| article.outlet.as_ref());
    let only = named.next().filter(|only| named.all(|other| other == *only)).cloned();
    let outlet = outlet.or_else(|| first(|article| &article.outlet)).or(only);
    let date = date.or_else(|| first(|article| &article.date));
    Page { articles, furniture, outlet, date }
}
