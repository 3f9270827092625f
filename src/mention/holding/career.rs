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

/// The name that a CV begins with: before a comma and the sex or the year of birth.
pub(super) fn topic(reading: &Reading) -> Option<Span> {
    let start = reading.skip_space(0);
    let end = start + reading.text[start..].find(han::is_comma)?;
    let name = &reading.text[start..end];
    let characters = name.chars().filter(|&c| !han::is_space(c)).count();
    let spelt = name.chars().all(|c| han::is_han(c) || han::is_space(c) || han::is_name_dot(c));
    if !spelt || !(2..=16).contains(&characters) {
        return None;
    }
    let (span, next) = (Span::new(start, end), reading.skip_space(reading.right(end)));
    let word = reading.starting(next, Class::Grammar);
    let sex = word.is_some_and(|hit| reading.value(hit, Class::Grammar) == "sex");
    let qualifier = reading.starting(next, Class::Qualifier);
    let career = || qualifier.is_some_and(|hit| hit.span().len() > 3) && name::worth(reading, span) > 0.0;
    let year = || {
        reading.after(next).is_some_and(|c| c.is_ascii_digit())
            && reading.text[next..].chars().nth(4).is_some_and(han::ends_year)
    };
    (sex || year() || career()).then_some(span)
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
