//! `zhengtu extract`: the facts of documents, without a store.

use std::io::Write;
use std::ops::ControlFlow;
use std::process::ExitCode;

use crate::cli::arguments::{Extract, FactFormat};
use crate::cli::facts;
use crate::cli::ordered::{Feed, ordered};
use crate::cli::report::{Known, Seen};
use crate::cli::{build, inputs, lexicon, lines, output, query, understand};
use crate::decode::{Options, Source};
use crate::document::{Document, Reader};
use crate::input::{self, Failure, Found};
use crate::rdf::{self, Base, DivisionFacts};

/// How to write.
pub struct Plan {
    pub reader: Reader,
    pub options: Options,
    pub base: Base,
    pub format: FactFormat,
    pub verbose: bool,
    pub strict: bool,
    pub threads: usize,
}

/// What is written of one document: results, and lines for people.
pub struct Written {
    pub results: Vec<u8>,
    pub notes: Vec<String>,
    pub failed: bool,
}

pub fn run(arguments: Extract) -> anyhow::Result<ExitCode> {
    let threads = build::threads(&arguments.about);
    let format = arguments.format.unwrap_or(if arguments.stream { FactFormat::Nquads } else { FactFormat::Jsonl });
    let limits = inputs::limits(arguments.about.max_document, arguments.about.max_unpacked);
    let plan = Plan {
        options: build::options(&arguments.about)?,
        base: query::base(arguments.base.as_deref())?,
        reader: lexicon::reader(&arguments.about.own)?,
        format,
        verbose: arguments.verbose,
        strict: arguments.strict,
        threads,
    };
    if arguments.stream {
        return lines::run(&plan, limits.document);
    }
    let inputs = inputs::list(&arguments.inputs, &arguments.about.name)?;
    inputs.failed.iter().for_each(|failure| output::note(&format!("error: {failure}.")));
    let feed = |give: &mut Feed<'_, Found>| {
        let _ = input::read(&inputs, &limits, &plan.options, &mut |_, found| give(found));
    };
    write_all(&plan, !inputs.failed.is_empty(), weight, feed, |found| written(&plan, found))
}

/// Writes what `work` makes of each item that `feed` gives, in their order; `failed` says whether something has failed
/// before.
pub fn write_all<I: Send>(
    plan: &Plan,
    mut failed: bool,
    weigh: impl Fn(&I) -> usize + Send,
    feed: impl FnOnce(&mut Feed<'_, I>) + Send,
    work: impl Fn(I) -> Written + Sync,
) -> anyhow::Result<ExitCode> {
    output::to(None, |out| {
        let mut broken = Ok(());
        ordered(plan.threads, weigh, feed, work, |written| {
            failed |= written.failed;
            broken = put(written, out);
            go_on(broken.is_ok() && !(plan.strict && failed))
        });
        broken
    })?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn weight(found: &Found) -> usize {
    if let Found::Document(document) = found { document.bytes.len() } else { 0 }
}

fn go_on(go: bool) -> ControlFlow<()> {
    if go { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
}

/// Results to standard output, the rest to standard error.
fn put(written: Written, out: &mut dyn Write) -> anyhow::Result<()> {
    out.write_all(&written.results)?;
    written.notes.iter().for_each(|note| output::note(note));
    Ok(())
}

fn written(plan: &Plan, found: Found) -> Written {
    let document = match found {
        Found::Document(document) => document,
        Found::Passed(_) => return Written { results: Vec::new(), notes: Vec::new(), failed: false },
        Found::Failed(failure) => return Written::failed(&failure),
    };
    let all = understand::sources(&document, &plan.options, |source| match source {
        Ok(source) => facts_of(plan, source),
        Err(failure) => Written::failed(&failure),
    });
    all.into_iter().fold(Written::nothing(), Written::and)
}

/// What one source says, as it is written.
pub fn facts_of(plan: &Plan, source: Source) -> Written {
    match understand::document(&plan.reader, source) {
        Ok(document) => Written {
            results: results(plan, &document),
            notes: if plan.verbose { notes(&document) } else { Vec::new() },
            failed: false,
        },
        Err(failure) => Written::failed(&failure),
    }
}

fn notes(document: &Document) -> Vec<String> {
    Known::all(document).map(|known| known.line()).chain(Seen::all(document).map(|seen| seen.line())).collect()
}

fn results(plan: &Plan, document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    let written = match plan.format {
        FactFormat::Jsonl => document.relations.iter().try_for_each(|relation| {
            serde_json::to_writer(&mut out, &facts::fact(document, relation))?;
            writeln!(out)
        }),
        FactFormat::Nquads => {
            let gazetteer = plan.reader.lexicon().gazetteer();
            let divisions = rdf::divisions(DivisionFacts::of(gazetteer, rdf::mentioned(document)), &plan.base);
            let quads = rdf::quads(document, &plan.base);
            quads.iter().chain(&divisions).try_for_each(|quad| writeln!(out, "{quad} ."))
        }
    };
    written.expect("memory takes all that is written to it, and facts have no maps with odd keys");
    out
}

impl Written {
    fn nothing() -> Self {
        Written { results: Vec::new(), notes: Vec::new(), failed: false }
    }

    pub fn failed(failure: &Failure) -> Self {
        Written { notes: vec![format!("error: {failure}.")], failed: true, ..Written::nothing() }
    }

    fn and(mut self, mut other: Self) -> Self {
        self.results.append(&mut other.results);
        self.notes.append(&mut other.notes);
        self.failed |= other.failed;
        self
    }
}
