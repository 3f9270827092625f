//! Dates as files write them: 2024-01-25T08:30:00+08:00, 2024/1/25, 2024年1月25日, 20240125.

use crate::text::han;

/// The day (or month, or year) that `text` begins with, as `YYYY-MM-DD` or shorter; nothing where it is no date.
///
/// The time behind a day is dropped as it stands: papers date by their own clocks.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(han::opens);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match digits(text) {
        8 => written(&text[..4], Some(&text[4..6]), Some(&text[6..8])),
        4 => {
            let (year, rest) = text.split_at(4);
            let month = part(rest);
            let day = month.and_then(|(_, rest)| part(rest));
            written(year, month.map(|(month, _)| month), day.map(|(day, _)| day))
        }
        _ => None,
    }
}

/// One sign and the one or two digits behind it.
fn part(text: &str) -> Option<(&str, &str)> {
    let sign = text.chars().next().filter(|c| han::parts_date(*c) || han::ends_month(*c) || matches!(c, '-' | '_'))?;
    let rest = &text[sign.len_utf8()..];
    let end = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&end).then(|| rest.split_at(end))
}

fn written(year: &str, month: Option<&str>, day: Option<&str>) -> Option<String> {
    let number = |text: &str, most: u32| text.parse::<u32>().ok().filter(|n| (1..=most).contains(n));
    let year: u32 = year.parse().ok().filter(|year| (1800..=2200).contains(year))?;
    match (month, day) {
        (None, _) => Some(format!("{year}")),
        (Some(month), None) => Some(format!("{year}-{:02}", number(month, 12)?)),
        (Some(month), Some(day)) => {
            let (month, day) = (number(month, 12)?, number(day, 31)?);
            let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
            let last = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month as usize - 1];
            (day <= last).then(|| format!("{year}-{month:02}-{day:02}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn dates_in_the_forms_of_files() {
        for text in [
            "2024-01-25T08:30:00+08:00",
            "2024/1/25",
            "2024年1月25日 星期四",
            "20240125",
            " 2024.01.25 8:30",
            "2024_01_25",
        ] {
            assert_eq!(day(text).as_deref(), Some("2024-01-25"), "{text}");
        }
        assert_eq!(day("2024年1月").as_deref(), Some("2024-01"));
        assert_eq!(day("2024").as_deref(), Some("2024"));
    }

    #[test]
    fn what_is_none_is_none() {
        for text in ["", "昨天", "25日", "1706140800", "2024-13-01", "2023-02-29", "630105", "20241301"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
