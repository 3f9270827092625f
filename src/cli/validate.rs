//! `zhengtu validate`: what is wrong with the graph, where, and what to do about it.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;

use crate::cli::arguments::{Validate, ValidateFormat};
use crate::cli::{output, query};
use crate::export;
use crate::query::{Catalog, label, readable, unbroken};
use crate::rdf::{Base, SHAPES, Term};
use crate::store::Store;
use crate::validate::{Finding, Place, Problem, Report, Shapes, places, report};

/// How many things that break one rule the text shows; the other formats have all of them.
const SHOWN: usize = 10;

/// How many places of one thing the text shows.
const PLACES: usize = 3;

pub fn run(arguments: Validate) -> anyhow::Result<ExitCode> {
    let shapes = shapes(arguments.shapes.as_deref())?;
    let checks = checks(arguments.queries.as_deref())?;
    let (store, base) = query::open(&arguments.place)?;
    let report = report(&store, &shapes, &checks)?;
    let path = arguments.output.as_deref();
    match arguments.format {
        ValidateFormat::Text => {
            let text = text(&store, &base, &report)?;
            output::to(path, |out| Ok(write!(out, "{text}")?))?;
        }
        ValidateFormat::Json => {
            let json = serde_json::to_string_pretty(&Answer::of(&store, &report)?)?;
            output::to(path, |out| Ok(writeln!(out, "{json}")?))?;
        }
        ValidateFormat::Turtle => {
            let format = export::format("turtle").expect("the table of formats has Turtle");
            output::to(path, |out| Ok(export::write(format, report.quads().into_iter().map(Ok), out)?))?;
        }
    }
    if report.conforms() {
        return Ok(ExitCode::SUCCESS);
    }
    output::note(&format!("not valid: {}", tally(&report)));
    Ok(ExitCode::FAILURE)
}

/// The shapes of a file, or the program's own.
fn shapes(file: Option<&Path>) -> anyhow::Result<Shapes> {
    Ok(match file {
        None => Shapes::read("ontology/shapes.ttl", SHAPES)?,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the shapes from {}", path.display()))?;
            Shapes::read(&path.display().to_string(), &text)?
        }
    })
}

/// Our own checks, and those in the folder `verify` of a user's queries.
fn checks(queries: Option<&Path>) -> anyhow::Result<Catalog> {
    let folder = queries.map(|queries| queries.join("verify")).filter(|folder| folder.is_dir());
    Ok(match folder {
        None => Catalog::checks(),
        Some(folder) => Catalog::checks().with_folder(&folder)?,
    })
}

/// `3 things break 2 of 29 rules`
fn tally(report: &Report) -> String {
    let things = if report.len() == 1 { "1 thing breaks" } else { &format!("{} things break", report.len()) };
    let (broken, shapes, checks) = (report.problems.len(), report.shapes, report.checks);
    let rules = if broken == 1 { "1 rule" } else { &format!("{broken} rules") };
    format!("{things} {rules} of {shapes} shapes and {checks} checks")
}

fn text(store: &Store, base: &Base, report: &Report) -> anyhow::Result<String> {
    if report.conforms() {
        return Ok(format!("Nothing is wrong: {} shapes and {} checks hold.\n", report.shapes, report.checks));
    }
    let mut blocks = Vec::new();
    for problem in &report.problems {
        blocks.push(block(store, base, problem)?);
    }
    Ok(blocks.join("\n"))
}

fn block(store: &Store, base: &Base, problem: &Problem) -> anyhow::Result<String> {
    let kind = match &problem.shape {
        Some(_) => format!("shape {}, {}", problem.name, problem.component),
        None => format!("check {}", problem.name),
    };
    let mut lines = vec![format!("{} [{kind}]", capital(&problem.message))];
    for finding in problem.findings.iter().take(SHOWN) {
        lines.extend(thing(store, base, finding)?);
    }
    if problem.findings.len() > SHOWN {
        lines.push(format!("  ... and {} more; --format json has them all", problem.findings.len() - SHOWN));
    }
    if !problem.way_out.is_empty() {
        lines.push(format!("  What to do: {}", problem.way_out));
    }
    Ok(lines.join("\n") + "\n")
}

/// The name of the thing, what is wrong with it, and its sentences.
fn thing(store: &Store, base: &Base, finding: &Finding) -> anyhow::Result<Vec<String>> {
    let mut lines = vec![match named(store, &finding.focus)? {
        Some(name) => format!("  {name} ({})", readable(&finding.focus, base)),
        None => format!("  {}", readable(&finding.focus, base)),
    }];
    let value = finding.value.iter().filter(|value| **value != finding.focus);
    let value = value.map(|value| format!("found: {}", readable(value, base)));
    let details = finding.details.iter().map(|(name, text)| format!("{name}: {}", unbroken(text)));
    let told: Vec<String> = value.chain(details).collect();
    if !told.is_empty() {
        lines.push(format!("      {}", told.join("; ")));
    }
    let all = where_from(store, finding)?;
    for place in all.iter().take(PLACES) {
        if !place.sentence.is_empty() {
            lines.push(format!("      {}", unbroken(&place.sentence)));
        }
        let offsets =
            if place.offsets.is_empty() { String::new() } else { format!(":{}", place.offsets.replace(',', "-")) };
        lines.push(format!("      -- {}{offsets}", place.source.strip_prefix(base.as_str()).unwrap_or(&place.source)));
    }
    if all.len() > PLACES {
        lines.push(format!("      -- and {} more", all.len() - PLACES));
    }
    Ok(lines)
}

fn where_from(store: &Store, finding: &Finding) -> anyhow::Result<Vec<Place>> {
    Ok(match &finding.place {
        Some(place) => vec![place.clone()],
        None => places(store, &finding.focus)?,
    })
}

fn named(store: &Store, term: &Term) -> anyhow::Result<Option<String>> {
    Ok(match term {
        Term::NamedNode(node) => label(store, node)?,
        _ => None,
    })
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The report for machines.
#[derive(Debug, Serialize)]
struct Answer {
    conforms: bool,
    shapes: usize,
    checks: usize,
    problems: Vec<Rule>,
}

#[derive(Debug, Serialize)]
struct Rule {
    /// The shape, or the query.
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    shape: Option<String>,
    component: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    message: String,
    what_to_do: String,
    findings: Vec<Thing>,
}

#[derive(Debug, Serialize)]
struct Thing {
    focus: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    details: serde_json::Map<String, serde_json::Value>,
    places: Vec<Spot>,
}

#[derive(Debug, Serialize)]
struct Spot {
    source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    characters: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    sentence: String,
}

impl Answer {
    fn of(store: &Store, report: &Report) -> anyhow::Result<Answer> {
        let rule = |problem: &Problem| -> anyhow::Result<Rule> {
            Ok(Rule {
                rule: problem.name.clone(),
                shape: problem.shape.as_ref().map(|shape| shape.as_str().to_owned()),
                component: problem.component,
                path: problem.path.as_ref().map(|path| path.sparql()),
                message: problem.message.clone(),
                what_to_do: problem.way_out.clone(),
                findings: problem.findings.iter().map(|finding| Thing::of(store, finding)).collect::<Result<_, _>>()?,
            })
        };
        Ok(Answer {
            conforms: report.conforms(),
            shapes: report.shapes,
            checks: report.checks,
            problems: report.problems.iter().map(rule).collect::<Result<_, _>>()?,
        })
    }
}

impl Thing {
    fn of(store: &Store, finding: &Finding) -> anyhow::Result<Thing> {
        let plain = |term: &Term| match term {
            Term::NamedNode(node) => node.as_str().to_owned(),
            other => other.to_string(),
        };
        let spot = |place: Place| Spot { source: place.source, characters: place.offsets, sentence: place.sentence };
        Ok(Thing {
            focus: plain(&finding.focus),
            name: named(store, &finding.focus)?,
            value: finding.value.as_ref().map(plain),
            details: finding.details.iter().map(|(name, text)| (name.clone(), text.clone().into())).collect(),
            places: where_from(store, finding)?.into_iter().map(spot).collect(),
        })
    }
}
