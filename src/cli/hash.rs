//! `zhengtu hash`: one line that says whether two graphs are the same.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::arguments::Hash;
use crate::cli::output;
use crate::error::Result;
use crate::export;
use crate::rdf::Quad;
use crate::store::{self, Store};

pub fn run(arguments: Hash) -> anyhow::Result<ExitCode> {
    let path = arguments.graph.as_deref().unwrap_or(&arguments.place.store);
    let mut quads = quads(path)?;
    if arguments.triples {
        quads = export::merged(quads);
    }
    let hash = export::hash(quads)?;
    output::to(None, |out| Ok(writeln!(out, "{hash}")?))?;
    Ok(ExitCode::SUCCESS)
}

/// The quads of a store or of a file of RDF.
pub fn quads(path: &Path) -> Result<Vec<Quad>> {
    if path.is_file() { store::read(path) } else { Store::open_read_only(path)?.quads().collect() }
}
