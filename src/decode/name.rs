//! What the name of a file says of the page in it: 西宁晚报_20240125_A03.txt.

use super::{Metadata, day};
use crate::text::han;

/// How papers end their names: the rows `outlet` of the layout's table.
const CUES: &str = include_str!("../../data/layout/cues.tsv");

/// The date, the paper and the page in a file's name. Only what can be nothing else is taken: a lone number is neither a
/// date nor a page.
pub(super) fn metadata(name: &str) -> Metadata {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut known = Metadata::default();
    let mut rest = stem;
    if let Some((at, end, date)) = date(stem) {
        known.date = Some(date);
        known.page = stem[end..].split(is_sign).find_map(page);
        rest = &stem[..at];
        known.outlet = stem[end..].split(is_sign).find_map(outlet);
    }
    known.outlet = rest.split(is_sign).find_map(outlet).or(known.outlet);
    known.page = known.page.or_else(|| rest.split(is_sign).find_map(page));
    known
}

fn is_sign(c: char) -> bool {
    matches!(c, '_' | '-' | '.' | '+' | '#') || han::is_space(c) || han::opens(c) || han::closes(c)
}

/// The first whole date: where it stands, and what it is.
fn date(stem: &str) -> Option<(usize, usize, String)> {
    let digit = |at: usize| stem.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..stem.len()).filter(|&at| digit(at) && (at == 0 || !digit(at - 1)));
    starts
        .filter_map(|at| {
            let date = day::day(&stem[at..]).filter(|date| date.len() == "YYYY-MM-DD".len())?;
            let signs = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.') || han::date_unit(c).is_some();
            let mut left = 8;
            let mut end = at;
            // The digits of the date itself: a month or day of one digit has fewer than eight.
            for (i, c) in stem[at..].char_indices().take_while(|(_, c)| signs(*c)) {
                if c.is_ascii_digit() && left == 0 {
                    break;
                }
                left -= usize::from(c.is_ascii_digit());
                end = at + i + c.len_utf8();
                if day::day(&stem[at..end]).as_ref() == Some(&date) && !digit(end) {
                    break;
                }
            }
            Some((at, end, date))
        })
        .next()
}

/// A03, B1, and 03版 or 第3版.
fn page(token: &str) -> Option<String> {
    let digits = token.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = token.len() - digits.len();
    let counted = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if letters == 1 && counted {
        return Some(token.to_uppercase());
    }
    let bare = token.trim_start_matches(han::opens_ordinal);
    let number = bare.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let sheet = cues("sheet").any(|cue| cue == &bare[number.len()..]);
    (sheet && number.len() <= 4 && number.bytes().any(|b| b.is_ascii_digit())).then(|| number.to_uppercase())
}

fn outlet(token: &str) -> Option<String> {
    let paper = token.chars().all(han::is_han) && cues("outlet").any(|cue| token.ends_with(cue) && token != cue);
    paper.then(|| token.to_owned())
}

fn cues(kind: &'static str) -> impl Iterator<Item = &'static str> {
    CUES.lines().filter_map(move |line| {
        let mut cells = line.split('\t');
        cells.next().filter(|cell| *cell == kind).and_then(|_| cells.next())
    })
}

#[cfg(test)]
mod tests {
    use super::metadata;

    fn said(name: &str) -> [String; 3] {
        let known = metadata(name);
        [known.outlet, known.date, known.page].map(Option::unwrap_or_default)
    }

    #[test]
    fn what_names_say() {
        assert_eq!(said("2024-01-25_A03.txt"), ["", "2024-01-25", "A03"]);
        assert_eq!(said("pages/海棠晚报_20240125_A03.txt"), ["海棠晚报", "2024-01-25", "A03"]);
        assert_eq!(said("20240125海棠日报第03版.pdf"), ["", "2024-01-25", ""], "what is not set apart is not taken");
        assert_eq!(said("海棠日报 2024年1月5日 第3版.pdf"), ["海棠日报", "2024-01-05", "3"]);
        assert_eq!(said("2024.1.5-b12.html"), ["", "2024-01-05", "B12"]);
    }

    #[test]
    fn what_they_do_not() {
        for name in
            ["page.txt", "630105.txt", "工作汇报_3.txt", "1964.txt", "2024-13-45.txt", "日报.txt", "123456789.txt", ""]
        {
            assert_eq!(said(name), ["", "", ""], "{name}");
        }
    }
}
