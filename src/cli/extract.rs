//! `zhengtu extract`: the facts of files or standard input, without a store.

use std::process::ExitCode;

use rayon::prelude::*;

use crate::cli::arguments::{Extract, FactFormat};
use crate::cli::facts::{self, Fact};
use crate::cli::inputs::Input;
use crate::cli::report::{Known, Seen};
use crate::cli::{build, inputs, lexicon, load, output, query, read};
use crate::decode::{self, Options, Unread};
use crate::document::{Document, Reader};
use crate::rdf::{self, Base};

/// Sources in memory at once.
const BATCH: usize = 128;

pub fn run(arguments: Extract) -> anyhow::Result<ExitCode> {
    let inputs = inputs::inputs(&arguments.inputs, &arguments.about.name)?;
    let options = build::options(&arguments.about)?;
    let base = query::base(arguments.base.as_deref())?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.about.threads.unwrap_or(0)).build()?;
    let reader = lexicon::reader(&arguments.about.own)?;
    let mut failed = false;
    output::to(None, |out| {
        for batch in inputs.chunks(BATCH) {
            let documents: Vec<Result<Document, Unread>> =
                pool.install(|| batch.par_iter().flat_map_iter(|input| documents(input, &options, &reader)).collect());
            for document in documents {
                match document {
                    Ok(document) => {
                        diagnose(&document, arguments.verbose);
                        write(&document, arguments.format, &reader, &base, out)?;
                    }
                    Err(unread) => {
                        failed = true;
                        output::note(&format!("error: {unread}."));
                    }
                }
            }
        }
        Ok(())
    })?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn documents(input: &Input, options: &Options, reader: &Reader) -> Vec<Result<Document, Unread>> {
    match read::bytes(input).and_then(|bytes| Ok((bytes, read::options(input, options)?))) {
        Ok((bytes, options)) => {
            let sources = decode::sources(&input.name, &bytes, &options);
            sources.map(|source| source.map(|source| reader.read(source))).collect()
        }
        Err(unread) => vec![Err(unread)],
    }
}

fn diagnose(document: &Document, verbose: bool) {
    if verbose {
        Known::all(document).for_each(|known| output::note(&known.line()));
        Seen::all(document).for_each(|seen| output::note(&seen.line()));
    }
}

fn write(
    document: &Document,
    format: FactFormat,
    reader: &Reader,
    base: &Base,
    out: &mut dyn std::io::Write,
) -> anyhow::Result<()> {
    match format {
        FactFormat::Jsonl => {
            for relation in &document.relations {
                let fact: Fact = facts::fact(document, relation);
                serde_json::to_writer(&mut *out, &fact)?;
                writeln!(out)?;
            }
        }
        FactFormat::Nquads => {
            let divisions = load::divisions([document], reader, base);
            for quad in rdf::quads(document, base).iter().chain(&divisions) {
                writeln!(out, "{quad} .")?;
            }
        }
    }
    Ok(())
}
