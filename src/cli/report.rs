//! What `build` tells when it is done: for people short lines that align, for machines one JSON object.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use crate::cli::arguments::Build;
use crate::cli::load::Outcome;
use crate::document::Document;
use crate::error::Result;
use crate::query::{Align, Table, unbroken};
use crate::rdf::Term;
use crate::store::{Answer, Store};

/// How many of the districts that one of them links are named to people.
const NAMED: usize = 8;

/// In how many sources at most the initiatives that link districts are looked for: it takes the time of a question over
/// the whole graph, which after a large build nobody waits for who has not asked.
const ASKED: usize = 2_000;

/// How much text is shown before and after what was not understood, in characters.
const AROUND: usize = 18;

/// The initiatives that link most districts, told and named once they are found: names of all of them took as long as
/// finding them. Names of districts are sorted by code, so that reports can be compared.
const LINKS: &str = "\
SELECT (MIN(?label) AS ?name) ?districts (GROUP_CONCAT(DISTINCT ?place; SEPARATOR = ' ') AS ?places)
WHERE {
  { SELECT ?initiative ?districts ?place WHERE {
      { SELECT ?initiative (COUNT(DISTINCT ?district) AS ?districts) WHERE {
          { ?district zt:pursues ?initiative . ?district a zt:District }
          UNION { ?body zt:pursues ?initiative . ?body zt:jurisdiction ?district . ?district a zt:District }
        } GROUP BY ?initiative HAVING(COUNT(DISTINCT ?district) > 1) ORDER BY DESC(?districts) ?initiative LIMIT 5 }
      ?actor zt:pursues ?initiative . ?actor zt:jurisdiction? ?where . ?where a zt:District ; skos:prefLabel ?place
    } ORDER BY ?where }
  ?initiative skos:prefLabel ?label
}
GROUP BY ?initiative ?districts
ORDER BY DESC(?districts) ?initiative";

/// Something that was not understood, with its place.
#[derive(Debug, Clone, Serialize)]
pub struct Seen {
    pub source: String,
    /// From 1, as editors count.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub code: &'static str,
    pub message: String,
    pub before: String,
    pub text: String,
    pub after: String,
}

impl Seen {
    /// Everything that a document has of it.
    pub fn all(document: &Document) -> impl Iterator<Item = Seen> + '_ {
        let text = document.source.text.as_str();
        document.diagnostics.iter().map(move |diagnostic| {
            let (start, end) = (diagnostic.span.start(), diagnostic.span.end());
            let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let before = text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
            let after = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
            Seen {
                source: document.source.name.clone(),
                line: text[..start].matches('\n').count() + 1,
                column: text[line_start..start].chars().count() + 1,
                code: diagnostic.code.name(),
                message: diagnostic.message.clone(),
                before: unbroken(&text[before..start]),
                text: unbroken(diagnostic.span.of(text)),
                after: unbroken(&text[end..after]),
            }
        })
    }

    /// As compilers say it: where, what kind, what about it; below it the text around it.
    pub fn line(&self) -> String {
        let Seen { source, line, column, code, message, before, text, after } = self;
        format!("{source}:{line}:{column}: {code}: {message}\n    {before}[{text}]{after}")
    }
}

/// Something that is known of a source beside its text.
#[derive(Debug, Clone, Serialize)]
pub struct Known {
    pub source: String,
    pub field: &'static str,
    pub value: String,
    pub from: &'static str,
}

impl Known {
    /// Everything of the kind, in the order in which it is believed.
    pub fn all(document: &Document) -> impl Iterator<Item = Known> + '_ {
        let source = &document.source;
        source.metadata.origins.iter().filter_map(|&(field, origin)| {
            let value = source.metadata.get(field)?.to_owned();
            Some(Known { source: source.name.clone(), field: field.name(), value, from: origin.name() })
        })
    }

    /// One line for people.
    pub fn line(&self) -> String {
        let Known { source, field, value, from } = self;
        format!("{source}: {field} {value} (from {from})")
    }
}

/// The figures of one build.
#[derive(Debug, Serialize)]
pub struct Report {
    store: String,
    sources: Sources,
    articles: usize,
    entities: BTreeMap<&'static str, usize>,
    relations: BTreeMap<&'static str, usize>,
    linking: Vec<Linking>,
    not_understood: BTreeMap<&'static str, usize>,
    diagnostics: Vec<Seen>,
    metadata: Vec<Known>,
    /// Whether it ended before everything was read.
    stopped: bool,
    seconds: Seconds,
}

#[derive(Debug, Serialize)]
struct Sources {
    new: usize,
    replaced: Vec<String>,
    unchanged: usize,
    /// How many were replaced; `replaced` lists the first of them.
    replaced_in_all: usize,
    failed: Vec<Failed>,
    failed_in_all: usize,
    /// Files in folders and archives that are no pages, by extension.
    passed_over: BTreeMap<String, usize>,
    in_store: usize,
}

#[derive(Debug, Serialize)]
struct Failed {
    name: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct Linking {
    initiative: String,
    districts: usize,
    names: String,
}

#[derive(Debug, Serialize)]
struct Seconds {
    /// Opening the store and loading the program's knowledge.
    open: f64,
    read: f64,
    extract: f64,
    store: f64,
    total: f64,
}

impl Report {
    /// Gathers the figures; what links districts is asked of the whole store, the rest is of this build.
    pub fn new(store: &Store, arguments: &Build, outcome: Outcome, total: Duration) -> Result<Report> {
        let seconds = |duration: Duration| (duration.as_secs_f64() * 1000.0).round() / 1000.0;
        let in_store = store.count()?;
        Ok(Report {
            store: arguments.place.store.display().to_string(),
            sources: Sources {
                new: outcome.new,
                replaced: outcome.replaced.first,
                unchanged: outcome.unchanged,
                replaced_in_all: outcome.replaced.all,
                failed: outcome.failed.first.into_iter().map(|f| Failed { name: f.name, why: f.message }).collect(),
                failed_in_all: outcome.failed.all,
                passed_over: outcome.passed,
                in_store,
            },
            articles: outcome.tally.articles,
            entities: outcome.tally.entities.into_iter().map(|(kind, all)| (kind, all.len())).collect(),
            relations: outcome.tally.relations,
            linking: if in_store <= ASKED { linking(store)? } else { Vec::new() },
            not_understood: outcome.tally.not_understood,
            diagnostics: outcome.seen.first,
            metadata: outcome.known.first,
            stopped: outcome.stopped,
            seconds: Seconds {
                open: seconds(outcome.open),
                read: seconds(outcome.read),
                extract: seconds(outcome.extract),
                store: seconds(outcome.store),
                total: seconds(total),
            },
        })
    }

    /// One JSON object.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }

    /// What a person reads.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.write_figures(&mut out);
        self.write_linking(&mut out);
        self.write_not_understood(&mut out);
        self.write_next(&mut out);
        out.trim_end().to_owned()
    }

    fn write_figures(&self, out: &mut String) {
        let Seconds { open, read, extract, store, total } = self.seconds;
        let parts = format!("open {open:.2}, read {read:.2}, extract {extract:.2}, store {store:.2}");
        line(out, &format!("Built {} in {total:.2} s ({parts})\n", self.store));
        let Sources { new, replaced_in_all: replaced, unchanged, failed_in_all: failed, in_store, .. } = &self.sources;
        let parts = [("new", *new), ("replaced", *replaced), ("unchanged", *unchanged), ("failed", *failed)];
        let all: usize = parts.iter().map(|(_, n)| n).sum();
        let parts: Vec<String> = parts.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{n} {what}")).collect();
        line(out, &format!("  Sources   {all:>6}   {}; {in_store} in the store", parts.join(", ")));
        let passed = &self.sources.passed_over;
        if !passed.is_empty() {
            let parts: Vec<String> = passed.iter().map(|(extension, n)| many(extension, *n)).collect();
            let all: usize = passed.values().sum();
            line(out, &format!("  Left out  {all:>6}   {}, which are no pages by their names", parts.join(", ")));
        }
        if *new + replaced == 0 {
            return;
        }
        let hint = if self.articles == 0 { "   no article was recognised; --verbose shows what was seen" } else { "" };
        line(out, &format!("  Articles  {:>6}{hint}", self.articles));
        line(out, &figures("Entities", &self.entities));
        line(out, &figures("Relations", &self.relations));
    }

    fn write_linking(&self, out: &mut String) {
        if self.linking.is_empty() {
            return;
        }
        line(out, "\nInitiatives that link most districts");
        let mut table = Table::new([("n", Align::Right), ("initiative", Align::Left), ("districts", Align::Left)]);
        for linking in &self.linking {
            table.push(vec![linking.districts.to_string(), linking.initiative.clone(), first(&linking.names)]);
        }
        line(out, &table.plain());
    }

    fn write_not_understood(&self, out: &mut String) {
        let all: usize = self.not_understood.values().sum();
        if all == 0 {
            return;
        }
        let mut kinds: Vec<(&str, usize)> = self.not_understood.iter().map(|(code, n)| (*code, *n)).collect();
        kinds.sort_by_key(|(code, n)| (usize::MAX - n, *code));
        let kinds: Vec<String> = kinds.iter().map(|(code, n)| format!("{n} {code}")).collect();
        line(out, &format!("\nNot understood: {} (--verbose shows each with its place)", kinds.join(", ")));
    }

    fn write_next(&self, out: &mut String) {
        let place = if Path::new(&self.store) == Path::new("zhengtu.db") {
            String::new()
        } else {
            format!(" --store {}", quoted(&self.store))
        };
        line(out, "\nNext");
        if self.sources.in_store > ASKED {
            line(out, &format!("  zhengtu query shared-initiatives{place}"));
        } else if let Some(first) = self.linking.first() {
            line(out, &format!("  zhengtu query shared-initiatives{place}"));
            line(out, &format!("  zhengtu explain {}{place}", quoted(&first.initiative)));
        } else {
            line(out, &format!("  zhengtu query office-holders{place}"));
        }
        line(out, &format!("  zhengtu query{place}"));
        line(out, &format!("  zhengtu export --format turtle -o graph.ttl{place}"));
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{}", text.trim_end_matches(' ')).expect("a string takes all that is written to it");
}

/// The first of some names with blanks between them, and how many more there are.
fn first(names: &str) -> String {
    let all: Vec<&str> = names.split(' ').collect();
    match all.get(..NAMED) {
        Some(first) if all.len() > NAMED + 1 => format!("{} and {} more", first.join(" "), all.len() - NAMED),
        _ => names.to_owned(),
    }
}

/// `2 .jpg`, `1 without extension`
fn many(extension: &str, n: usize) -> String {
    if extension.is_empty() { format!("{n} without extension") } else { format!("{n} .{extension}") }
}

/// `  Entities     140   12 districts, 34 officials`
fn figures(name: &str, counts: &BTreeMap<&'static str, usize>) -> String {
    let all: usize = counts.values().sum();
    let parts: Vec<String> = counts.iter().map(|(what, n)| format!("{n} {what}")).collect();
    format!("  {name:<9} {all:>6}   {}", parts.join(", "))
}

/// As a shell takes it.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "./-_".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

fn linking(store: &Store) -> Result<Vec<Linking>> {
    let Answer::Rows(rows) = store.query(LINKS, &[])? else { return Ok(Vec::new()) };
    let mut linking = Vec::new();
    for row in rows {
        let row: Vec<String> = row?.iter().map(|term| text(term.as_ref())).collect();
        if let [initiative, districts, names] = row.as_slice() {
            let districts = districts.parse().unwrap_or(0);
            linking.push(Linking { initiative: initiative.clone(), districts, names: names.clone() });
        }
    }
    Ok(linking)
}

fn text(term: Option<&Term>) -> String {
    match term {
        Some(Term::Literal(literal)) => literal.value().to_owned(),
        Some(Term::NamedNode(node)) => node.as_str().to_owned(),
        _ => String::new(),
    }
}
