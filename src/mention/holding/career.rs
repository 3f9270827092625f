//! Curricula vitae: the person they begin with, and their rows of dates and posts.

use crate::entity::Status;
use crate::lexicon::Class;
use crate::text::Span;
use crate::text::han;

use super::super::name;
use super::super::reading::Reading;
use super::chain::Chain;
use super::{Reader, Who};

/// Start and end of a period, as printed.
type Period = (Option<String>, Option<String>);

/// The name that a CV begins with: before a comma and the sex, the year of birth or the people; 陆明达简历：男，….
pub(super) fn topic(reading: &Reading) -> Option<Span> {
    // 经研究，拟任干部公示如下：周至诚，现任…: a clause of its own stands before the name.
    let mark = |c| han::is_colon(c) || han::is_comma(c);
    let marks = reading.marks().between(0, reading.text.len().min(NOTICE)).iter();
    let mut after = marks.filter(|each| each.is(mark)).map(|each| (each.end(), !each.is(han::is_colon)));
    topic_at(reading, 0, false).or_else(|| after.find_map(|(start, clause)| topic_at(reading, start, clause)))
}

/// How far into a passage, in bytes, the mark may stand before the name.
const NOTICE: usize = 120;

/// The name at `start` that what follows tells to be the topic; inside a sentence (`clause`) only the sex does.
fn topic_at(reading: &Reading, start: usize, clause: bool) -> Option<Span> {
    let start = past_number(reading, past_label(reading, reading.skip_space(start)));
    if let Some(span) = headed(reading, start).or_else(|| born(reading, start)) {
        return Some(span);
    }
    let end = reading.marks().next(start, han::is_comma)?.start();
    // 拟任职人选：周至诚，现任…: a heading stands before the name.
    let colon = reading.marks().between(start, end).iter().rev().find(|mark| mark.is(han::is_colon));
    let start = colon.map_or(start, |mark| mark.end());
    let next = reading.skip_space(reading.right(end));
    let comrade = reading.ending(end, Class::Grammar).filter(|hit| reading.value(*hit, Class::Grammar) == "comrade");
    let end = comrade.map_or(end, |hit| hit.start()).max(start);
    let name = &reading.text[start..end];
    let characters = name.chars().filter(|&c| !han::is_space(c)).take(LONGEST + 1).count();
    let spelt = |c| han::is_han(c) || han::is_space(c) || han::is_name_dot(c);
    if !(2..=LONGEST).contains(&characters) || !name.chars().all(spelt) {
        return None;
    }
    let span = Span::new(start, end);
    let word = reading.starting(next, Class::Grammar);
    let sex = word.is_some_and(|hit| reading.value(hit, Class::Grammar) == "sex");
    let fact = reading.text[next..].split(han::is_comma).next().unwrap_or("");
    let people = fact.ends_with(han::ends_people) && fact.chars().count() <= PEOPLE;
    let qualifier = reading.starting(next, Class::Qualifier);
    let career = || qualifier.is_some_and(|hit| hit.span().len() > 3) && name::worth(reading, span) > 0.0;
    let year = || {
        reading.after(next).is_some_and(|c| c.is_ascii_digit())
            && reading.text[next..].chars().nth(4).is_some_and(han::ends_year)
    };
    (sex || !clause && (people || year() || career())).then_some(span)
}

/// Where the text begins after a label in brackets: 【简历】陆明达，男.
fn past_label(reading: &Reading, start: usize) -> usize {
    if !reading.after(start).is_some_and(han::opens) {
        return start;
    }
    let end = reading.text[start..].char_indices().take(LABEL).find(|&(_, c)| han::closes(c));
    end.map_or(start, |(at, _)| reading.skip_space(reading.right(start + at)))
}

/// Where the text begins after the number of an item: 一、陆明达，男; （三）陆明达，男.
fn past_number(reading: &Reading, start: usize) -> usize {
    let text = reading.text[start..].trim_start_matches(han::opens_round);
    let rest = text.trim_start_matches(han::is_numeral);
    let marked = rest.trim_start_matches(['、', '.', '．', '）', ')']);
    if rest.len() == text.len() || marked.len() == rest.len() {
        return start;
    }
    reading.skip_space(reading.text.len() - marked.len())
}

/// The longest label, in characters, its brackets included.
const LABEL: usize = 10;

/// The longest name that a CV begins with, in characters: several parts joined by dots.
const LONGEST: usize = 16;

/// The longest name of a people, in characters: 乌孜别克族, 柯尔克孜族.
const PEOPLE: usize = 6;

/// 陆明达（同志）简历：男，…: the name before the heading of a CV.
fn headed(reading: &Reading, start: usize) -> Option<Span> {
    let colon = reading.marks().next(start, han::is_colon)?.start();
    let ending = |end: usize, part: &str| {
        reading.ending(end, Class::Grammar).filter(|hit| reading.value(*hit, Class::Grammar) == part)
    };
    let heading = ending(colon, "resume")?;
    let end = ending(heading.start(), "comrade").map_or(heading.start(), |hit| hit.start());
    let name = reading.text.get(start..end)?;
    let spelt = name.chars().all(|c| han::is_han(c) || han::is_space(c) || han::is_name_dot(c));
    (spelt && (2..=8).contains(&name.chars().count())).then(|| Span::new(start, end))
}

/// 程连元1961年出生，…: the name before a year of birth.
fn born(reading: &Reading, start: usize) -> Option<Span> {
    let text = &reading.text[start..];
    let name = &text[..text.find(|c| !han::is_han(c))?];
    let (year, rest) = digits(&text[name.len()..]);
    let said = rest.split(han::ends_clause).next().unwrap_or("");
    let birth = said.trim_end_matches(han::ends_birth).len() < said.len();
    let span = Span::new(start, start + name.len());
    let spelt = (2..=4).contains(&name.chars().count()) && year.len() == 4 && birth;
    (spelt && name::worth(reading, span) > 0.0).then_some(span)
}

impl Reader<'_, '_> {
    /// A row of a CV: 1996.03—2001.05　前黄镇党委书记.
    pub(super) fn row(&mut self, chain: Chain) -> bool {
        let Some(period) = period(&self.reading.text[..chain.span.start()]) else { return false };
        let status = if period.1.is_some() { Status::Former } else { Status::Current };
        self.push(Who::Subject, chain.posts().collect(), Some(status), "cv.row", 90);
        if let Some(holding) = self.holdings.last_mut() {
            holding.period = period;
        }
        true
    }
}

impl Reader<'_, '_> {
    /// 崔建设，大名县北峰乡郑村支部书记。: a sentence of a name and its titles.
    pub(super) fn apposed(&mut self, chain: Chain) -> bool {
        let sentence = self.reading.sentence(chain.span.start());
        let start = self.reading.skip_space(sentence.start());
        let text = self.reading.text;
        let Some(name) = text.get(start..chain.span.start()).and_then(|head| head.strip_suffix(han::is_comma)) else {
            return false;
        };
        let spelt = (2..=LINE).contains(&name.chars().count()) && name.chars().all(han::is_han);
        let closed = self.reading.after(chain.span.end()).is_none_or(|c| han::ends_sentence(c) || han::is_comma(c));
        let span = Span::new(start, start + name.len());
        let believed = spelt && closed && name::worth(self.reading, span) > 0.0;
        if believed {
            self.push(Who::Named(span), chain.posts().collect(), None, "title.apposed", 80);
        }
        believed
    }

    /// A line of nothing but a name and its titles, as the pages on who governs have them: 陆明达　县委常委、副县长.
    pub(super) fn line(&mut self, chain: Chain) -> bool {
        let before = &self.reading.text[..chain.span.start()];
        if !before.ends_with(han::is_space) {
            return false;
        }
        let name = before.trim_matches(han::is_space);
        let start = before.len() - before.trim_start_matches(han::is_space).len();
        let span = Span::new(start, start + name.len());
        let length = name.chars().filter(|&c| !han::is_space(c)).count();
        let spelt = name.chars().all(|c| han::is_han(c) || han::is_space(c) || han::is_name_dot(c));
        let dotted = name.contains(han::is_name_dot);
        if !spelt || length < 2 || (length > LINE && !dotted) {
            return false;
        }
        let end = self.reading.skip_space(chain.span.end());
        let nominee = self.grammar(end, "nominee");
        let past = self.reading.starting(end, Class::Grammar).filter(|_| nominee).map_or(end, |hit| hit.end());
        let alone = self.reading.skip_space(past) == self.reading.text.len();
        let believed = dotted || name.contains(han::is_space) || name::worth(self.reading, span) > 0.0;
        if !alone || !believed {
            return false;
        }
        let status = nominee.then_some(Status::Nominated);
        self.push(Who::Named(span), chain.posts().collect(), status, "line.name-title", 85);
        true
    }
}

/// The longest name in such a line without a dot, in characters.
const LINE: usize = 4;

/// The dates that a row of a CV begins with: 1996.03—2001.05, 1996年3月至2001年5月, 2017.12—.
fn period(head: &str) -> Option<Period> {
    let head = head.trim_start_matches(han::is_space);
    let (start, rest) = date(head)?;
    let tail = rest.trim_start_matches(|c| han::is_space(c) || han::spans_dates(c));
    if tail.len() == rest.len() {
        return None;
    }
    match date(tail) {
        Some((end, _)) => Some((Some(start), Some(end))),
        // An open end: 2017.12— or 2017.12至今; but 2022-08-31 is a day.
        None => (!tail.starts_with(|c: char| c.is_ascii_digit())).then_some((Some(start), None)),
    }
}

/// A year or a year and month at the start of a text.
fn date(text: &str) -> Option<(String, &str)> {
    let (year, rest) = digits(text);
    if year.len() != 4 {
        return None;
    }
    let rest = rest.trim_start_matches(han::parts_date);
    let (month, past) = digits(rest);
    if month.is_empty() || month.len() > 2 {
        return Some((year.to_owned(), rest));
    }
    Some((format!("{year}-{month:0>2}"), past.trim_start_matches(han::ends_month)))
}

/// The digits that a text begins with, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len())
}
