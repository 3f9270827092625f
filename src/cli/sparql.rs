//! `zhengtu sparql`, and the writing of answers that it shares with `query`.

use std::cell::Cell;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;

use crate::cli::arguments::Sparql;
use crate::cli::output::{self, Usage};
use crate::cli::query;
use crate::error::Error;
use crate::export;
use crate::network::View;
use crate::query::Table;
use crate::rdf::{Base, GraphName};
use crate::store::{Answer, ResultFormat, Store, Triples};

/// How an answer is to be written.
#[derive(Debug)]
pub struct Look<'a> {
    pub format: Option<&'a str>,
    pub output: Option<&'a Path>,
}

pub fn run(arguments: Sparql) -> anyhow::Result<ExitCode> {
    let text = match (&arguments.query, &arguments.file) {
        (Some(query), _) => query.clone(),
        (None, Some(path)) => read(path)?,
        (None, None) => return Err(Usage("give a query, or --file FILE".to_owned()).into()),
    };
    if arguments.update {
        // An update changes a store and never makes one: a mistyped path would otherwise seem to work.
        drop(Store::open_read_only(&arguments.place.store)?);
        Store::open(&arguments.place.store)?.update(&text).map_err(|error| located(error, &text))?;
        output::note("done");
        return Ok(ExitCode::SUCCESS);
    }
    let (store, base) = query::open(&arguments.place)?;
    let answer = store.query(&text, &[]).map_err(|error| located(error, &text))?;
    let answer = page(answer, 0, arguments.limit)?;
    let look = Look { format: arguments.format.as_deref(), output: arguments.output.as_deref() };
    write(answer, &base, &look)?;
    Ok(ExitCode::SUCCESS)
}

/// A page of a table. Of a graph there are none: half of one would lack the sentences of some of its links.
pub fn page(answer: Answer, offset: usize, limit: Option<usize>) -> anyhow::Result<Answer> {
    if matches!(answer, Answer::Triples(_)) && (offset > 0 || limit.is_some()) {
        let message = "this query gives a graph, and --limit and --offset cut rows; put LIMIT into a query of your own";
        return Err(Usage(message.to_owned()).into());
    }
    Ok(answer.page(offset, limit))
}

/// A mistake in a query with the line it is in, and a mark below its place.
pub fn located(error: Error, text: &str) -> anyhow::Error {
    let (Error::Query { line, column, .. } | Error::QueryFile { line, column, .. }) = &error else {
        return error.into();
    };
    let shown = text.lines().nth(line - 1).unwrap_or_default();
    // A wide character takes two columns of a terminal, and so does the blank below it.
    let blank = |c: char| if c.is_ascii() { " " } else { "\u{3000}" };
    let below: String = shown.chars().take(column - 1).map(blank).collect();
    let message = format!("{error}\n    {shown}\n    {below}^");
    anyhow::Error::new(error).context(Located(message))
}

/// The message of [`located`]. It holds that of its cause, which is therefore not printed again.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Located(String);

fn read(path: &Path) -> anyhow::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("cannot read the query from standard input")?;
        return Ok(text);
    }
    std::fs::read_to_string(path).with_context(|| format!("cannot read the query from {}", path.display()))
}

/// Writes an answer in the format asked for: a table where nothing was asked, Turtle for a graph.
pub fn write(answer: Answer, base: &Base, look: &Look) -> anyhow::Result<()> {
    match answer {
        Answer::Triples(triples) => graph(triples, look),
        Answer::Rows(rows) if look.format.is_none_or(|format| format == "table") => {
            let table = Table::of(rows, base)?;
            if table.is_empty() {
                output::note("no rows");
                return Ok(());
            }
            output::to(look.output, |out| Ok(writeln!(out, "{}", table.render(output::width(look.output)))?))?;
            let more = if table.more() { "; there are more, --limit cuts them" } else { "" };
            output::note(&format!("{} {}{more}", table.len(), if table.len() == 1 { "row" } else { "rows" }));
            Ok(())
        }
        Answer::Boolean(yes) if look.format.is_none_or(|format| format == "table") => {
            output::to(look.output, |out| Ok(writeln!(out, "{}", if yes { "yes" } else { "no" })?))
        }
        answer => {
            let format = result_format(look.format.unwrap_or_default())?;
            output::to(look.output, |out| Ok(answer.write(format, out)?))
        }
    }
}

fn result_format(name: &str) -> anyhow::Result<ResultFormat> {
    Ok(match name {
        "csv" => ResultFormat::Csv,
        "tsv" => ResultFormat::Tsv,
        "json" => ResultFormat::Json,
        "xml" => ResultFormat::Xml,
        other => {
            let message =
                format!("this query gives rows, and `{other}` is no format for rows: table, csv, tsv, json or xml");
            return Err(Usage(message).into());
        }
    })
}

fn graph(triples: Triples, look: &Look) -> anyhow::Result<()> {
    let format = graph_format(look.format, look.output)?;
    let quads = triples.map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)));
    // The view shows all, so they are read once.
    let quads = Cell::new(Some(quads));
    super::export::write(format, || quads.take(), &View::default(), look.output)
}

/// The format of that name; without one, by the file's extension; else Turtle.
pub fn graph_format(name: Option<&str>, output: Option<&Path>) -> anyhow::Result<&'static export::Format> {
    let extension = output.and_then(Path::extension).and_then(|extension| extension.to_str());
    let wanted = name.or(extension.filter(|extension| export::format(extension).is_some())).unwrap_or("turtle");
    export::format(wanted).ok_or_else(|| {
        let names: Vec<&str> = export::FORMATS.iter().map(|format| format.name).collect();
        Usage(format!("`{wanted}` is no format for a graph: {}", names.join(", "))).into()
    })
}
