//! The command line. Thin: what was typed (`arguments`) -> what it means (a plan of its command) -> one library call.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 fine, 1 the job failed, 2 wrong
//! usage. A reader that closes the pipe early (`| head`) is no failure.

mod arguments;
mod build;
mod communities;
mod compare;
mod completions;
mod diff;
mod eval;
mod explain;
mod export;
mod extract;
mod facts;
mod hash;
mod inputs;
mod lexicon;
mod lines;
mod load;
mod load_nquads;
mod network;
mod ordered;
mod output;
mod path;
mod progress;
mod query;
mod rank;
mod report;
mod resolve;
mod review;
mod similar;
mod sparql;
mod tally;
mod understand;
mod validate;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::error::Error;
use arguments::{Cli, Command};

/// Wrong usage, as clap has it.
const USAGE: u8 = 2;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    match run(std::env::args_os().collect()) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(&format!("error: {}", message(&error)));
            ExitCode::from(if is_usage(&error) { USAGE } else { 1 })
        }
    }
}

fn run(typed: Vec<OsString>) -> anyhow::Result<ExitCode> {
    let command = query::with_catalog(arguments::command(), &typed)?;
    let matches = command.try_get_matches_from(typed).unwrap_or_else(|error| error.exit());
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match cli.command {
        Command::Build(arguments) => build::run(arguments),
        Command::Query(arguments) => {
            let below = matches.subcommand_matches("query");
            query::run(arguments, below.and_then(clap::ArgMatches::subcommand))
        }
        Command::Sparql(arguments) => sparql::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Rank(arguments) => rank::run(arguments),
        Command::Communities(arguments) => communities::run(arguments),
        Command::Path(arguments) => path::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Similar(arguments) => similar::run(arguments),
        Command::Resolve(arguments) => resolve::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Hash(arguments) => hash::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Load(arguments) => load_nquads::run(arguments),
        Command::Extract(arguments) => extract::run(arguments),
        Command::Validate(arguments) => validate::run(arguments),
        Command::Eval(arguments) => eval::run(arguments),
        Command::Lexicon(arguments) => lexicon::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
    }
}

/// The whole story in one paragraph: each cause behind what it made fail.
fn message(error: &anyhow::Error) -> String {
    if error.downcast_ref::<sparql::Located>().is_some() { error.to_string() } else { format!("{error:#}") }
}

/// Whether the reader of our output went away.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == ErrorKind::BrokenPipe)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|json| json.io_error_kind() == Some(ErrorKind::BrokenPipe))
            || matches!(cause.downcast_ref::<Error>(), Some(Error::Write { cause }) if cause.kind() == ErrorKind::BrokenPipe)
    })
}

/// Whether the user should type something else.
fn is_usage(error: &anyhow::Error) -> bool {
    use Error::{BadValue, Base, MissingParameter, UnknownParameter, UnknownQuery};
    error.chain().any(|cause| {
        cause.downcast_ref::<output::Usage>().is_some()
            || matches!(
                cause.downcast_ref::<Error>(),
                Some(
                    BadValue { .. }
                        | Base { .. }
                        | MissingParameter { .. }
                        | UnknownParameter { .. }
                        | UnknownQuery { .. }
                )
            )
    })
}
