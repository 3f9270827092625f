//! Dates as precise as the text gives them.

use oxigraph::model::{Literal, vocab::xsd};

/// `2023`, `2023-05` or `2023-05-17` as the XML Schema type of that precision; nothing for anything else.
///
/// Text never fails, so a date that is none is left out rather than stored as a string that no query can compare.
pub(super) fn literal(date: &str) -> Option<Literal> {
    let parts: Vec<&str> = date.split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, last: u8| digits(part, 2) && part.parse().is_ok_and(|n: u8| (1..=last).contains(&n));
    let (valid, datatype) = match parts[..] {
        [year] => (digits(year, 4), xsd::G_YEAR),
        [year, month] => (digits(year, 4) && within(month, 12), xsd::G_YEAR_MONTH),
        [year, month, day] => {
            let length = days(year.parse().unwrap_or(0), month.parse().unwrap_or(0));
            (digits(year, 4) && within(month, 12) && within(day, length), xsd::DATE)
        }
        _ => return None,
    };
    valid.then(|| Literal::new_typed_literal(date, datatype))
}

/// How many days the month of a date of this program (`2024-02`, `2024-02-10`) has; 31 where it is no date.
pub fn days_of(date: &str) -> u8 {
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or(0));
    days(parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// The days of a month. The 30th of February would be stored as text and compare with nothing.
fn days(year: u32, month: u32) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(date: &str) -> Option<String> {
        literal(date).map(|l| l.to_string().replace("http://www.w3.org/2001/XMLSchema#", ""))
    }

    #[test]
    fn precision_is_the_type() {
        assert_eq!(typed("2023").as_deref(), Some("\"2023\"^^<gYear>"));
        assert_eq!(typed("2023-05").as_deref(), Some("\"2023-05\"^^<gYearMonth>"));
        assert_eq!(typed("2024-02-29").as_deref(), Some("\"2024-02-29\"^^<date>"));
    }

    #[test]
    fn what_is_no_date_is_left_out() {
        for wrong in ["", "23", "2023-13", "2023-5", "2023-02-29", "2023-05-17-1", "二〇二三", "-2023"] {
            assert_eq!(typed(wrong), None, "{wrong}");
        }
    }
}
