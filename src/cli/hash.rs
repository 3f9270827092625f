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
    let quads = quads(path)?;
    let hash = if arguments.triples { export::hash(export::merged(quads)) } else { export::hash(quads) }?;
    output::to(None, |out| Ok(writeln!(out, "{hash}")?))?;
    Ok(ExitCode::SUCCESS)
}

/// The quads of a store or of a file of RDF.
pub fn quads(path: &Path) -> Result<Box<dyn Iterator<Item = Result<Quad>>>> {
    if path.is_file() {
        return Ok(Box::new(store::read(path)?));
    }
    let store = Store::open_read_only(path)?;
    let quads = store.quads();
    // Its folder is locked for as long as it lives.
    Ok(Box::new(quads.inspect(move |_| {
        let _open = &store;
    })))
}
