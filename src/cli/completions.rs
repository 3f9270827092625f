//! `zhengtu completions`: the saved queries and their parameters are completed too.

use std::process::ExitCode;

use crate::cli::arguments::{self, Completions};
use crate::cli::{output, query};
use crate::query::Catalog;

pub fn run(arguments: Completions) -> anyhow::Result<ExitCode> {
    let mut command = query::with_queries(arguments::command(), &Catalog::built_in());
    output::to(None, |out| {
        clap_complete::generate(arguments.shell, &mut command, "zhengtu", &mut &mut *out);
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}
