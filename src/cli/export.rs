//! `zhengtu export`: the whole graph, in canonical order.

use std::process::ExitCode;

use crate::cli::arguments::Export;
use crate::cli::{output, query, sparql};
use crate::export;

pub fn run(arguments: Export) -> anyhow::Result<ExitCode> {
    let format = sparql::graph_format(arguments.format.as_deref(), arguments.output.as_deref())?;
    let (store, _) = query::open(&arguments.place)?;
    output::to(arguments.output.as_deref(), |out| Ok(export::write(format, store.quads(), out)?))?;
    if let Some(path) = &arguments.output {
        output::note(&format!("wrote {} as {}", path.display(), format.name));
    }
    Ok(ExitCode::SUCCESS)
}
