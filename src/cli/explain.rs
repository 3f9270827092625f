//! `zhengtu explain`: what is known of one thing, each line with the sentence it stands on.

use std::fmt::Write as _;
use std::process::ExitCode;

use serde::Serialize;

use crate::cli::arguments::Explain;
use crate::cli::{output, query};
use crate::query::{Catalog, Sought, answer, entity, label, unbroken};
use crate::rdf::{Base, NamedNode, Term};
use crate::store::{Answer, Store};

/// All that is known of one thing.
#[derive(Debug, Serialize)]
struct Explanation {
    name: String,
    iri: String,
    statements: Vec<Statement>,
}

/// One line: what kind of tie, to what, and why we think so.
#[derive(Debug, Default, Serialize)]
struct Statement {
    aspect: String,
    thing: String,
    #[serde(rename = "iri")]
    thing_iri: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    sentence: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    evidence: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    source: String,
}

pub fn run(arguments: Explain) -> anyhow::Result<ExitCode> {
    let (store, base) = query::open(&arguments.place)?;
    let node = entity(&store, &base, Sought::Anything, &arguments.entity)?;
    let explanation = explain(&store, &base, &node)?;
    output::to(None, |out| {
        if arguments.json {
            writeln!(out, "{}", serde_json::to_string_pretty(&explanation)?)?;
        } else {
            write!(out, "{}", text(&explanation))?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

fn explain(store: &Store, base: &Base, node: &NamedNode) -> anyhow::Result<Explanation> {
    let catalog = Catalog::built_in();
    let given = [("entity".to_owned(), node.as_str().to_owned())];
    let mut statements = Vec::new();
    if let Answer::Rows(rows) = answer(store, base, catalog.get("explain")?, &given)? {
        let variables = rows.variables().to_vec();
        for row in rows {
            statements.push(statement(&variables, &row?));
        }
    }
    let name = label(store, node)?.unwrap_or_else(|| node.as_str().to_owned());
    Ok(Explanation { name, iri: node.as_str().to_owned(), statements })
}

fn statement(variables: &[String], row: &[Option<Term>]) -> Statement {
    let cell = |name: &str| -> String {
        let column = variables.iter().position(|variable| variable == name);
        match column.and_then(|column| row.get(column)).and_then(Option::as_ref) {
            Some(Term::Literal(literal)) => unbroken(literal.value()),
            Some(Term::NamedNode(node)) => node.as_str().to_owned(),
            _ => String::new(),
        }
    };
    Statement {
        aspect: cell("aspect"),
        thing: cell("thingLabel"),
        thing_iri: cell("thing"),
        detail: cell("detail"),
        sentence: cell("evidenceLabel"),
        evidence: cell("evidence"),
        source: cell("source"),
    }
}

/// Grouped by aspect, then by thing, so that one tie stands once with all its sentences below it.
fn text(explanation: &Explanation) -> String {
    let mut out = format!("{}\n{}\n", explanation.name, explanation.iri);
    let mut before: Option<&Statement> = None;
    for statement in &explanation.statements {
        let aspect = before.is_none_or(|b| b.aspect != statement.aspect);
        if aspect {
            write_line(&mut out, format_args!("\n{}", statement.aspect));
        }
        if aspect || before.is_none_or(|b| (&b.thing_iri, &b.detail) != (&statement.thing_iri, &statement.detail)) {
            let detail = if statement.detail.is_empty() { String::new() } else { format!(" ({})", statement.detail) };
            write_line(&mut out, format_args!("  {}{detail}", statement.thing));
        }
        if !statement.sentence.is_empty() {
            write_line(&mut out, format_args!("      {}", statement.sentence));
        }
        if !statement.source.is_empty() {
            let place = statement.evidence.split_once("#char=").map(|(_, at)| format!(", characters {at}"));
            write_line(&mut out, format_args!("      -- {}{}", statement.source, place.unwrap_or_default()));
        }
        before = Some(statement);
    }
    out
}

fn write_line(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a string takes all that is written to it");
}
