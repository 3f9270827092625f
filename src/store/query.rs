//! Questions: SPARQL over the union of all graphs, with values bound as terms.

use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, SparqlEvaluator, SparqlSyntaxError};
use spargebra::SparqlParser;
use spargebra::algebra::GraphPattern;

use super::{Answer, Store, bind};
use crate::error::{Error, Result};
use crate::rdf::vocabulary::PREFIXES;

/// What kind of answer a query gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A table of these columns.
    Select(Vec<String>),
    Ask,
    Construct,
    Describe,
}

/// Reads a query without running it.
pub fn check(sparql: &str) -> Result<Form> {
    Ok(match parse(sparql)? {
        spargebra::Query::Select { pattern, .. } => Form::Select(columns(&pattern)),
        spargebra::Query::Ask { .. } => Form::Ask,
        spargebra::Query::Construct { .. } => Form::Construct,
        spargebra::Query::Describe { .. } => Form::Describe,
    })
}

impl Store {
    /// Answers a query. The prefixes of the vocabulary need no declaration.
    ///
    /// `values` gives variables their terms before anything is evaluated, wherever they stand: patterns, filters,
    /// subqueries, `EXISTS`. They never become text of the query, so no value can change its meaning.
    pub fn query(&self, sparql: &str, values: &[(&str, Term)]) -> Result<Answer> {
        let mut query = parse(sparql)?;
        for (name, term) in values {
            bind::bind(&mut query, name, term)?;
        }
        let results = SparqlEvaluator::new().for_query(query).on_store(&self.database).execute();
        Ok(match results.map_err(|cause| Error::Evaluation { message: cause.to_string() })? {
            QueryResults::Solutions(rows) => Answer::Rows(rows.into()),
            QueryResults::Boolean(yes) => Answer::Boolean(yes),
            QueryResults::Graph(triples) => Answer::Triples(triples.into()),
        })
    }
}

fn parse(sparql: &str) -> Result<spargebra::Query> {
    let parser = PREFIXES.iter().fold(SparqlParser::new(), |parser, (prefix, iri)| {
        parser.with_prefix(*prefix, *iri).expect("the vocabulary's namespaces are IRIs")
    });
    parser.parse_query(sparql).map_err(|cause| mistake(sparql, &cause))
}

/// An evaluator that knows the vocabulary's prefixes, for updates.
pub(super) fn evaluator() -> SparqlEvaluator {
    PREFIXES.iter().fold(SparqlEvaluator::new(), |evaluator, (prefix, iri)| {
        evaluator.with_prefix(*prefix, *iri).expect("the vocabulary's namespaces are IRIs")
    })
}

/// The parser says where only in its message, `error at 3:5: expected one of ...`, lines and columns from 1, and then
/// names every character that could have followed. What a person can use of it: its sentences (`Prefix not found`),
/// else the few words and signs, and what stands there instead.
pub(super) fn mistake(sparql: &str, cause: &SparqlSyntaxError) -> Error {
    let said = cause.to_string();
    let place = said.strip_prefix("error at ").and_then(|rest| {
        let (line, rest) = rest.split_once(':')?;
        let (column, expected) = rest.split_once(": expected ")?;
        Some((line.parse::<usize>().ok()?, column.parse::<usize>().ok()?, expected))
    });
    let Some((line, column, expected)) = place else {
        return Error::Query { message: said, line: 1, column: 1 };
    };
    let (line, column, found) = stuck(sparql, line, column, expected.contains("Prefix not found"));
    let expected: Vec<&str> = expected.trim_start_matches("one of ").split(", ").collect();
    let sentence = |item: &&&str| item.starts_with(|c: char| c.is_ascii_uppercase()) && item.contains(' ');
    let word = |item: &&&str| item.starts_with('"') || item.chars().all(|c| c.is_ascii_uppercase());
    let message = match expected.iter().find(sentence) {
        Some(sentence) => format!("{found}: {sentence}"),
        None => match expected.iter().filter(word).copied().take(8).collect::<Vec<_>>() {
            words if words.is_empty() => found,
            words => format!("{found}; one of these could: {}", words.join(" ")),
        },
    };
    Error::Query { message, line, column }
}

/// What a person should look at, and where it is.
///
/// The parser says where it looked next. After the last word of a line that is the beginning of the next, where nothing
/// wrong is to be seen, so the end of that word is meant; and a prefix it misses only after the whole name.
fn stuck(sparql: &str, line: usize, column: usize, prefix: bool) -> (usize, usize, String) {
    let before: usize = sparql.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = sparql.get(before..).unwrap_or_default();
    let at = before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let read = sparql[..at].trim_end();
    let last = read.rfind(char::is_whitespace).map_or(read, |space| read[space..].trim_start());
    let next = rest.lines().next().and_then(|line| line.get(at - before..)).unwrap_or_default();
    let (at, found) = match next.split_whitespace().next() {
        _ if prefix => (read.len() - last.len(), format!("`{last}` cannot stand here")),
        Some(word) => (at, format!("`{word}` cannot stand here")),
        None if last.is_empty() => (read.len(), "something is missing here".to_owned()),
        None => (read.len(), format!("something is missing after `{last}`, or wrong before it")),
    };
    let start = sparql[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (sparql[..at].matches('\n').count() + 1, sparql[start..at].chars().count() + 1, found)
}

/// The columns of a `SELECT`, below what only orders, dedupes or cuts its rows.
fn columns(pattern: &GraphPattern) -> Vec<String> {
    match pattern {
        GraphPattern::Project { variables, .. } => variables.iter().map(|v| v.as_str().to_owned()).collect(),
        GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::OrderBy { inner, .. } => columns(inner),
        _ => Vec::new(),
    }
}
