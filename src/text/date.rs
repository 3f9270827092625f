//! Dates as news prints them: 2023年8月30日, 2023年5月, 8月30日, 5月, 26日, 去年, 今年3月.

use super::{Span, han};

/// A date in a text, as precise as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    pub span: Span,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub value: String,
}

/// The dates of a text. `reference`, the article's own date (`YYYY-MM-DD`), gives the year of 8月30日 and 去年 and the
/// month of 26日; without it such dates are left out, as a year is never guessed.
pub fn dates(text: &str, reference: Option<&str>) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut at = 0;
    let own = reference.and_then(|date| date.split('-').next()?.parse::<u16>().ok());
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit() || han::relative_year(c).is_some()) {
        let start = at + found;
        let (parts, end) = match relative(text, start) {
            Some((offset, month)) => {
                let ([_, m, d], end) = parts(text, month);
                let year = own.and_then(|year| year.checked_add_signed(offset));
                if m.is_some() || d.is_none() && !text[month..].starts_with(han::since) {
                    ([year, m, d], end.max(month))
                } else {
                    ([None; 3], month)
                }
            }
            None => parts(text, start),
        };
        at = text.ceil_char_boundary(end.max(start + 1));
        if let Some(value) = value(parts, reference) {
            dates.push(Date { span: Span::new(start, end), value });
        }
    }
    dates
}

/// 去年: how many years from the article's own, and where the month may stand.
fn relative(text: &str, start: usize) -> Option<(i16, usize)> {
    let mut chars = text[start..].char_indices();
    let offset = han::relative_year(chars.next()?.1)?;
    let (at, year) = chars.next()?;
    han::ends_year(year).then_some((offset, start + at + year.len_utf8()))
}

/// Year, month and day, where they are printed.
type Parts = [Option<u16>; 3];

/// The numbers at `start` that marks of year, month and day follow, in that order.
fn parts(text: &str, start: usize) -> (Parts, usize) {
    let mut parts = [None; 3];
    let mut at = start;
    let mut last = None;
    loop {
        let digits = text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = at + digits;
        let Some(unit) = text[after..].chars().next().and_then(han::date_unit) else { break };
        if digits == 0 || digits > 4 || last.is_some_and(|last| unit <= last) {
            break;
        }
        parts[unit] = text[at..after].parse().ok();
        last = Some(unit);
        at = after + text[after..].chars().next().map_or(0, char::len_utf8);
    }
    (parts, if last.is_some() { at } else { start + 1 })
}

fn value(parts: Parts, reference: Option<&str>) -> Option<String> {
    let reference: Vec<u16> = reference.unwrap_or("").split('-').filter_map(|part| part.parse().ok()).collect();
    let month = |month: u16| (1..=12).contains(&month);
    let day = |day: u16| (1..=31).contains(&day);
    match parts {
        [Some(y), Some(m), Some(d)] if y > 1900 && month(m) && day(d) => Some(format!("{y}-{m:02}-{d:02}")),
        [Some(y), Some(m), None] if y > 1900 && month(m) => Some(format!("{y}-{m:02}")),
        [Some(y), None, None] if (1901..2100).contains(&y) => Some(format!("{y}")),
        [None, Some(m), d] if month(m) && d.is_none_or(day) => {
            // A month after the article's own lies in the year before it.
            let (&y, &now) = (reference.first()?, reference.get(1).unwrap_or(&12));
            let year = if m > now { y - 1 } else { y };
            Some(d.map_or_else(|| format!("{year}-{m:02}"), |d| format!("{year}-{m:02}-{d:02}")))
        }
        [None, None, Some(d)] if day(d) => {
            let (y, m) = (reference.first()?, reference.get(1)?);
            Some(format!("{y}-{m:02}-{d:02}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::dates;

    fn values(text: &str, reference: Option<&str>) -> Vec<String> {
        dates(text, reference).into_iter().map(|date| date.value).collect()
    }

    #[test]
    fn as_precise_as_printed() {
        assert_eq!(values("2023年8月30日通过，2022年5月起草，1998年立项。", None), ["2023-08-30", "2022-05", "1998"]);
    }

    #[test]
    fn the_article_gives_what_is_left_out() {
        assert_eq!(values("8月30日，会议召开。26日，公示。", Some("2023-08-31")), ["2023-08-30", "2023-08-26"]);
        assert_eq!(values("12月28日，会议召开。", Some("2024-01-05")), ["2023-12-28"]);
        assert!(values("8月30日，会议召开。", None).is_empty(), "a year is never guessed");
    }

    #[test]
    fn years_count_from_the_articles_own() {
        let date = Some("2024-01-25");
        assert_eq!(values("去年5月调任，今年1月3日公示，前年到岗。", date), ["2023-05", "2024-01-03", "2022"]);
        assert_eq!(values("去年，他任局长。10月，他调任县委。", date), ["2023", "2023-10"]);
        assert!(values("今年以来，前方指挥部明确任务。", date).is_empty());
        assert!(values("去年5月调任。", None).is_empty(), "a year is never guessed");
    }

    #[test]
    fn numbers_are_no_dates() {
        assert!(values("1964+N行动，13月40日，5000年，35岁，3日游99日", Some("2023")).is_empty());
    }
}
