//! `zhengtu extract --stream`: documents as JSON Lines in, facts out, for ever if need be.
//!
//! The step that a cluster repeats on each of its machines (`rdd.pipe`, Hadoop streaming, xargs): no store, no files,
//! memory that does not grow, and the results in the order of the lines.

use std::io::{BufRead, Read};
use std::process::ExitCode;

use serde::Deserialize;

use crate::cli::extract::{Plan, Written, facts_of, write_all};
use crate::cli::ordered::Feed;
use crate::decode::{self, Metadata, Origin};
use crate::input::Failure;

/// One document as its line says it. Other members are no business of ours.
#[derive(Debug, Deserialize)]
struct Record {
    /// What the source is called.
    id: Id,
    text: String,
    title: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
}

/// Databases write numbers where files have names.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(serde_json::Number),
}

/// A line with its number, from 1, or why there is none.
type Line = (u64, Result<Vec<u8>, String>);

pub fn run(plan: &Plan, limit: u64) -> anyhow::Result<ExitCode> {
    let weigh = |(_, line): &Line| line.as_ref().map_or(0, Vec::len);
    write_all(plan, false, weigh, |give| feed(limit, give), |(number, line)| written(plan, number, line))
}

/// Reads standard input line by line.
fn feed(limit: u64, give: &mut Feed<'_, Line>) {
    let mut input = std::io::stdin().lock();
    for number in 1.. {
        let line = match line(&mut input, limit) {
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(cause) => {
                let _ = give((number, Err(format!("standard input cannot be read ({cause})"))));
                return;
            }
        };
        if line.as_ref().is_ok_and(|line| line.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        if give((number, line)).is_break() {
            return;
        }
    }
}

/// The next line without its end. One that is too long is read over, not kept.
fn line(input: &mut dyn BufRead, limit: u64) -> std::io::Result<Option<Result<Vec<u8>, String>>> {
    let mut line = Vec::new();
    if input.take(limit + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > limit {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(format!(
            "the line is longer than {limit} bytes, the most that one document may have; split the document, or raise the \
             limit with --max-document"
        ))));
    }
    Ok(Some(Ok(line)))
}

fn written(plan: &Plan, number: u64, line: Result<Vec<u8>, String>) -> Written {
    let failed = |message: String| Written::failed(&Failure::new(format!("line {number}"), message));
    let line = match line {
        Ok(line) => line,
        Err(message) => return failed(message),
    };
    let record = match record(&line) {
        Ok(record) => record,
        Err(message) => return failed(message),
    };
    let own = Metadata {
        outlet: record.outlet,
        date: record.date,
        url: record.url,
        title: record.title,
        ..Metadata::default()
    };
    let metadata = plan.options.given.clone().or(&own, Origin::Inside);
    let name = match record.id {
        Id::Name(name) => name,
        Id::Number(number) => number.to_string(),
    };
    facts_of(plan, decode::source(&name, record.text.as_bytes(), metadata))
}

fn record(line: &[u8]) -> Result<Record, String> {
    let record: Record = serde_json::from_slice(line).map_err(|cause| {
        format!("it is no document ({}); a line is an object with `id` and `text`, and perhaps `title`, `date`, `outlet`, `url`", said(&cause))
    })?;
    if matches!(&record.id, Id::Name(name) if name.trim().is_empty()) {
        return Err("its `id` is empty; give each document one of its own, it names the source".to_owned());
    }
    if let Some(date) = record.date.as_deref().filter(|date| !crate::query::is_date(date)) {
        return Err(format!("its `date` is `{date}`, which is none: 2024, 2024-05 or 2024-05-17"));
    }
    Ok(record)
}

/// What the parser says, without the line (it knows only this one).
fn said(cause: &serde_json::Error) -> String {
    let text = cause.to_string();
    match text.rsplit_once(" at line 1 column ") {
        Some((what, column)) => format!("{what}, column {column}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_documents_say_why() {
        let why = |line: &str| record(line.as_bytes()).unwrap_err();
        assert!(why("{").starts_with("it is no document (EOF while parsing an object, column 1)"), "{}", why("{"));
        assert!(why(r#"{"id":"a"}"#).contains("missing field `text`"));
        assert!(why(r#"{"id":" ","text":"x"}"#).contains("its `id` is empty"));
        assert!(why(r#"{"id":1,"text":"x","date":"May"}"#).contains("`May`"));
        assert!(record(r#"{"id":1,"text":"x","date":null,"more":[1]}"#.as_bytes()).is_ok());
    }

    #[test]
    fn a_line_that_is_too_long_is_read_over() {
        let mut input = "123456\n12\n123".as_bytes();
        let mut next = || line(&mut input, 3).unwrap().map(|line| line.map_err(|_| ()));
        assert_eq!(next(), Some(Err(())));
        assert_eq!(next(), Some(Ok(b"12".to_vec())));
        assert_eq!(next(), Some(Ok(b"123".to_vec())));
        assert_eq!(next(), None);
    }
}
