//! What a web page says of its article: in its head, in its data for machines, and in the line below the title.

use std::collections::BTreeSet;

use dom_query::Document;

use super::lines::lines;
use crate::decode::names::{self, Part, Place};
use crate::decode::{Field, Metadata, day};
use crate::text::han;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) metadata: Metadata,
    /// The names that the head of the page gives as the authors.
    pub(super) author: Option<String>,
    /// The line that names the authors, as printed.
    pub(super) credit: Option<String>,
    /// The printed lines that say all this.
    pub(super) lines: BTreeSet<String>,
}

/// What the page says for machines: `<meta>` and JSON-LD, which go before what is printed.
pub(super) fn stated(document: &Document) -> About {
    let mut about = About::default();
    meta(document, Place::Meta, &mut about);
    machines(document, &mut about);
    about
}

/// Adds what the lines of the page say, and last what only the page as a whole does.
pub(super) fn printed(document: &Document, mut about: About) -> About {
    let cues: Vec<(Part, &str)> = names::names(Place::Cue).collect();
    for text in lines(&document.root()) {
        line(text, &cues, &mut about);
    }
    meta(document, Place::Site, &mut about);
    let link = document.select("link[rel='canonical']").attr("href");
    about.know(Field::Url, link.as_deref().filter(|link| link.starts_with("http")).unwrap_or(""));
    about.know(Field::Title, &title(document));
    let times: Vec<_> = document.select("time[datetime]").iter().filter_map(|time| time.attr("datetime")).collect();
    if let [time] = &times[..] {
        about.know(Field::Date, time);
    }
    about
}

impl About {
    fn know(&mut self, field: Field, value: &str) {
        let value = unlabelled(value);
        let value = match field {
            Field::Date => day::day(value).unwrap_or_default(),
            _ => value.to_owned(),
        };
        let slot = self.metadata.slot(field);
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value);
        }
    }

    fn part(&mut self, part: Part, value: &str) {
        match part {
            Part::Known(field) => self.know(field, value),
            Part::Author => {
                let value = unlabelled(value);
                // Sites put numbers and login names here.
                let names = value.chars().any(han::is_han) && value.chars().count() <= 40;
                if self.author.is_none() && names {
                    self.author = Some(value.to_owned());
                }
            }
            Part::Id | Part::Text => {}
        }
    }
}

/// A value without the cue that some sites put before it: 来源：海棠日报.
fn unlabelled(value: &str) -> &str {
    let value = value.trim();
    let behind = |cue: &str| value.strip_prefix(cue).and_then(|rest| rest.trim_start().strip_prefix(han::is_colon));
    names::names(Place::Cue).find_map(|(_, cue)| behind(cue)).unwrap_or(value).trim()
}

/// The values of `<meta>`, in the order of the table and not of the page.
fn meta(document: &Document, place: Place, about: &mut About) {
    let mut said: Vec<(String, String)> = Vec::new();
    for tag in document.select("meta[content]").iter() {
        let name = ["name", "property", "itemprop"].into_iter().find_map(|key| tag.attr(key));
        if let Some((name, value)) = name.zip(tag.attr("content")) {
            said.push((name.to_lowercase(), value.to_string()));
        }
    }
    for (part, name) in names::names(place) {
        said.iter().filter(|(said, _)| said == name).for_each(|(_, value)| about.part(part, value));
    }
}

/// `<script type="application/ld+json">`: schema.org's words for an article.
fn machines(document: &Document, about: &mut About) {
    for script in document.select("script[type='application/ld+json']").iter() {
        let Ok(value) = serde_json::from_str::<serde_json::Value>(&script.text()) else { continue };
        let items = match &value {
            serde_json::Value::Array(items) => items.iter().collect(),
            other => vec![other],
        };
        for item in items {
            let text = |key: &str| {
                let value = &item[key];
                value.as_str().or(value["name"].as_str()).unwrap_or("")
            };
            about.know(Field::Date, text("datePublished"));
            about.know(Field::Title, text("headline"));
            about.know(Field::Outlet, text("publisher"));
            about.know(Field::Url, text("url"));
            about.part(Part::Author, text("author"));
        }
    }
}

/// A line such as 发布时间：2024-05-12　来源：海棠日报　记者：林禾.
fn line(line: String, cues: &[(Part, &str)], about: &mut About) {
    const LONGEST: usize = 120;
    if line.chars().count() > LONGEST || line.contains(han::ends_sentence) {
        return;
    }
    let mut found = false;
    let mut credited = false;
    for (part, value) in labelled(&line, cues) {
        match part {
            Part::Author => credited = true,
            Part::Known(Field::Date) if day::day(value).is_none() => continue,
            _ => about.part(part, value),
        }
        found = true;
    }
    if !found {
        return;
    }
    // A date beside the paper's name needs no cue.
    let digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..line.len()).filter(|&at| digit(at) && (at == 0 || !digit(at - 1)));
    if let Some(date) = starts.filter_map(|at| day::day(&line[at..])).find(|date| date.len() > "YYYY-MM".len()) {
        about.know(Field::Date, &date);
    }
    if credited && about.credit.is_none() {
        about.credit = Some(line.clone());
    }
    about.lines.insert(line);
}

/// The values behind cues and colons, each up to white space or a bar.
fn labelled<'l>(line: &'l str, cues: &[(Part, &str)]) -> Vec<(Part, &'l str)> {
    let mut found = Vec::new();
    for (at, colon) in line.char_indices().filter(|(_, c)| han::is_colon(*c)) {
        let before = line[..at].trim_end_matches(han::is_space);
        let cue = cues.iter().filter(|(_, cue)| before.ends_with(cue)).max_by_key(|(_, cue)| cue.len());
        let Some(&(part, cue)) = cue else { continue };
        // 资金来源：, 开会时间：: the cue is the end of another word.
        if before[..before.len() - cue.len()].ends_with(han::is_han) {
            continue;
        }
        let rest = line[at + colon.len_utf8()..].trim_start_matches(han::is_space);
        let end = rest.find(|c| han::is_space(c) || han::labels(c)).unwrap_or(rest.len());
        let value = rest[..end].trim_matches(|c| han::opens(c) || han::closes(c));
        // A question of an interview opens like a credit: it is no name.
        if !value.is_empty() && value.chars().count() <= 30 && !value.contains(han::ends_clause) {
            found.push((part, value));
        }
    }
    found
}

/// The title of the page: its first head, else what the window shows, without the name of the site behind it.
fn title(document: &Document) -> String {
    let shown = document.select("title").text().trim().to_owned();
    let heads: Vec<String> = document.select("h1").iter().map(|head| head.text().trim().to_owned()).collect();
    // Some sites make their own name the first head; the window's title then tells.
    let head = heads.iter().find(|head| !head.is_empty() && shown.starts_with(head.as_str()));
    let only = || heads.iter().find(|head| head.chars().count() > 6);
    if let Some(head) = head.or_else(only) {
        return head.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let end = shown.find(['_', '|', '｜', '－']).or_else(|| shown.find(" - ")).or_else(|| shown.find('-'));
    shown[..end.unwrap_or(shown.len())].trim().to_owned()
}
