//! Lists of articles in JSON: an object a line (JSON Lines), or an array of objects.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::names::Part;
use super::record::{Maker, Record, column};
use super::{Options, Source, Sources, Unread, one};

/// How the objects stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One on each line.
    Lines,
    /// In an array, or one object by itself.
    Whole,
}

/// The shape of the list that `text` is, if it is one.
pub(super) fn shape(text: &str) -> Option<Shape> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let first = text.lines().next()?.trim();
    match first.as_bytes().first()? {
        b'{' if object(first).is_ok() => Some(Shape::Lines),
        b'{' => {
            // A first line that breaks off is a mistake in JSON Lines, and the beginning of an object set in lines.
            let next = text.lines().nth(1).map(str::trim_start);
            let lines = first.len() > 1 && next.is_some_and(|next| next.starts_with('{'));
            let key = first.len() == 1 || first[1..].trim_start().starts_with('"');
            key.then_some(if lines { Shape::Lines } else { Shape::Whole })
        }
        b'[' if text[1..].trim_start().starts_with('{') => Some(Shape::Whole),
        _ => None,
    }
}

/// The sources of a list, an object each.
pub(super) fn sources<'a>(name: &'a str, text: Cow<'a, str>, shape: Shape, options: &'a Options) -> Sources<'a> {
    match shape {
        Shape::Lines => {
            Box::new(Lines { text, at: 0, line: options.before, options, maker: Maker::new(name, options) })
        }
        Shape::Whole => whole(name, &text, options),
    }
}

fn whole<'a>(name: &'a str, text: &str, options: &'a Options) -> Sources<'a> {
    let objects = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Array(values)) => values,
        Ok(value) => vec![value],
        Err(cause) => {
            return one(Err(Unread::new(name, format!("it is JSON with a mistake ({cause}); mend that place"))));
        }
    };
    let mut maker = Maker::new(name, options);
    Box::new(objects.into_iter().enumerate().map(move |(i, value)| {
        let Value::Object(object) = &value else {
            return Err(Unread::new(maker.at(i + 1), format!("item {} of the list is no object; leave it out", i + 1)));
        };
        source(&mut maker, object, i + 1, value.to_string().as_bytes(), options)
    }))
}

struct Lines<'a> {
    text: Cow<'a, str>,
    at: usize,
    line: usize,
    options: &'a Options,
    maker: Maker<'a>,
}

impl Iterator for Lines<'_> {
    type Item = Result<Source, Unread>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
            let line = rest[..end].trim_start_matches('\u{feff}').trim();
            self.at += end;
            self.line += 1;
            if line.is_empty() {
                continue;
            }
            return Some(match object(line) {
                Ok(object) => source(&mut self.maker, &object, self.line, line.as_bytes(), self.options),
                Err(cause) => Err(Unread::new(
                    self.maker.at(self.line),
                    format!("line {} is no JSON object ({cause}); mend it or leave it out", self.line),
                )),
            });
        }
    }
}

fn object(line: &str) -> Result<Map<String, Value>, serde_json::Error> {
    serde_json::from_str(line)
}

fn source(
    maker: &mut Maker,
    object: &Map<String, Value>,
    line: usize,
    bytes: &[u8],
    options: &Options,
) -> Result<Source, Unread> {
    let mut record = Record::default();
    for (key, value) in object {
        if let Some((part, value)) = column(key, options).zip(plain(value)) {
            record.add(part, &value);
        }
    }
    if object.iter().all(|(key, _)| column(key, options) != Some(Part::Text)) {
        let keys: Vec<&str> = object.keys().map(String::as_str).collect();
        let why = format!(
            "the record on line {line} has no key that is known as the text of an article (it has {}); name it with \
             --columns text=NAME",
            keys.join(", ")
        );
        return Err(Unread::new(maker.at(line), why));
    }
    maker.source(&record, line, bytes)
}

/// A value as a cell: a list of names as names set apart by spaces, a list of paragraphs by lines.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().filter_map(plain).collect();
            let long = parts.iter().any(|part| part.chars().count() > 30);
            Some(parts.join(if long { "\n" } else { " " }))
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}
