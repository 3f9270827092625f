//! Markdown -> its text: the marks are dropped, the words stay.

use std::borrow::Cow;

use super::names::{self, Part, Place};
use super::{Metadata, day};
use crate::decode::Field;

/// Whether the text is marked up: a heading, a link, strong words. Plain news has none of these.
pub(super) fn is_markdown(text: &str) -> bool {
    text.lines().any(|line| heading(line).is_some_and(|rest| !rest.is_empty()))
        || text.contains("](http")
        || text.match_indices("**").count() >= 2
        || front(text).is_some()
}

/// The text without its marks, and what the lines at its head say of it.
pub(super) fn read(text: &str) -> (String, Metadata) {
    let (metadata, body) = front(text).unwrap_or((Metadata::default(), text));
    let mut out = String::with_capacity(body.len());
    let mut fenced = false;
    for line in body.lines() {
        let bare = line.trim_start();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            fenced = !fenced;
            continue;
        }
        // The row of dashes in a table parts no paragraphs.
        if !fenced && bare.starts_with('|') && is_rule(bare) {
            continue;
        }
        if fenced {
            out.push_str(line);
        } else if !is_rule(bare) {
            match heading(bare) {
                // A heading is a line of its own, and blank lines part it from the text.
                Some(title) => {
                    out.push('\n');
                    inline(title.trim_end_matches('#').trim_end(), &mut out);
                    out.push('\n');
                }
                None => inline(&block(line), &mut out),
            }
        }
        out.push('\n');
    }
    (out.trim_matches('\n').to_owned(), metadata)
}

/// What stands behind the signs of a heading.
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    (1..=6).contains(&level).then(|| rest.strip_prefix([' ', '\t']).map(str::trim)).flatten()
}

/// Lines drawn with dashes, stars or signs of equality: below a heading or between parts.
fn is_rule(line: &str) -> bool {
    let signs: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    ['-', '*', '_', '='].iter().any(|sign| signs.len() >= 3 && signs.chars().all(|c| c == *sign))
        || signs.starts_with('|') && signs.contains("--") && signs.chars().all(|c| matches!(c, '|' | '-' | ':'))
}

/// A line without the marks of quotations, lists and tables at its edges.
fn block(line: &str) -> Cow<'_, str> {
    let mut rest = line.trim_start();
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start();
    }
    if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|mark| rest.strip_prefix(mark)) {
        rest = item.trim_start();
    }
    if rest.starts_with('|') && rest.trim_end().ends_with('|') && rest.len() > 1 {
        let cells: Vec<&str> = rest.trim_matches(['|', ' ']).split('|').map(str::trim).collect();
        return Cow::Owned(cells.join("\t"));
    }
    // White space at the end of a line breaks it, and at its head sets it in: both stay.
    if rest.len() == line.trim_start().len() { Cow::Borrowed(line) } else { Cow::Borrowed(rest) }
}

/// The words of a line: links and pictures by what they show, marks of emphasis and code dropped, escapes undone.
fn inline(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        match c {
            '\\' if behind.starts_with(|c: char| c.is_ascii_punctuation()) => {
                let escaped = &behind[..1];
                out.push_str(escaped);
                rest = &behind[1..];
            }
            '!' if behind.starts_with('[') && link(behind).is_some() => {
                rest = link(behind).map_or(behind, |(_, rest)| rest)
            }
            '[' if link(rest).is_some() => {
                let (shown, behind) = link(rest).expect("just asked");
                inline(shown, out);
                rest = behind;
            }
            '<' if behind.starts_with("http") && behind.contains('>') => {
                rest = behind.split_once('>').map_or("", |(_, rest)| rest)
            }
            '*' | '`' => rest = behind,
            '_' if behind.starts_with('_') => rest = &behind[1..],
            '~' if behind.starts_with('~') => rest = &behind[1..],
            c => {
                out.push(c);
                rest = behind;
            }
        }
    }
}

/// `[shown](address)` at the beginning: what is shown, and the rest behind it.
fn link(text: &str) -> Option<(&str, &str)> {
    let (shown, rest) = text.strip_prefix('[')?.split_once(']')?;
    let (_, behind) = rest.strip_prefix('(')?.split_once(')')?;
    Some((shown, behind))
}

/// The lines `key: value` between two lines of dashes at the head, and the text behind them.
fn front(text: &str) -> Option<(Metadata, &str)> {
    let rest = text.strip_prefix("---")?.trim_start_matches([' ', '\r']).strip_prefix('\n')?;
    let end = rest.find("\n---")?;
    let mut metadata = Metadata::default();
    for (key, value) in rest[..end].lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']);
        match names::part(Place::Column, key) {
            Some(Part::Known(Field::Date)) => metadata.date = day::day(value),
            Some(Part::Known(field)) => *metadata.slot(field) = Some(value.to_owned()),
            _ => {}
        }
    }
    let behind = &rest[end + "\n---".len()..];
    Some((metadata, behind.split_once('\n').map_or("", |(_, body)| body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = "# 石桥县召开会议 #\n\n本报讯（记者 **林禾**）昨日，[石桥县](https://example.org/a)召开`会议`。\n\n\
                    > 引用一句。\n\n- 第一项\n- 第二项\n\n![图](a.jpg)\n\n***\n\n| 姓名 | 职务 |\n|---|---|\n| 江一帆 | 县长 |\n";
        assert!(is_markdown(text));
        insta::assert_snapshot!(read(text).0, @r"
        石桥县召开会议


        本报讯（记者 林禾）昨日，石桥县召开会议。

        引用一句。

        第一项
        第二项





        姓名	职务
        江一帆	县长
        ");
    }

    #[test]
    fn the_head_of_the_file_is_no_text() {
        let (text, known) =
            read("---\ntitle: \"会议\"\ndate: 2024-01-25 08:00\n来源: 海棠日报\nlayout: post\n---\n正文。\n");
        assert_eq!(text, "正文。");
        assert_eq!((known.title.as_deref(), known.date.as_deref()), (Some("会议"), Some("2024-01-25")));
        assert_eq!(known.outlet.as_deref(), Some("海棠日报"));
    }

    #[test]
    fn plain_news_is_not_markdown() {
        for text in ["#我为群众办实事#\n本报讯 昨日开会。", "2*3=6，5*6=30", "—————\n正文", "- 一\n- 二"]
        {
            assert!(!is_markdown(text), "{text}");
        }
    }
}
