//! `zhengtu build`: the main job.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread::available_parallelism;
use std::time::Instant;

use anyhow::Context;

use crate::cli::arguments::{About, Build};
use crate::cli::load::{Outcome, Plan, load};
use crate::cli::{inputs, lexicon, output, query, report};
use crate::decode::{Metadata, Options, Origin, Part};
use crate::store::Store;

/// The exit code of a program that was interrupted, as shells have it.
const INTERRUPTED: u8 = 130;

pub fn run(arguments: Build) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let plan = plan(&arguments)?;
    interruptible(&plan.stop)?;
    let reader = lexicon::reader(&arguments.about.own)?;
    let store = Store::open(&arguments.place.store)?;
    let open = start.elapsed();
    let outcome = Outcome { open, ..load(&store, &reader, &plan)? };
    let (failed, stopped, unchanged) = (outcome.failed.all > 0, outcome.stopped, outcome.unchanged);
    let report = report::Report::new(&store, &arguments, outcome, start.elapsed())?;
    if arguments.json {
        output::to(None, |out| Ok(writeln!(out, "{}", report.json()?)?))?;
    } else {
        output::note(&report.text());
        if arguments.about.own.lexicon.is_some() && unchanged > 0 {
            output::note(
                "What has not changed was not read again. After a change of the lexicon, --force reads it with the new tables.",
            );
        }
    }
    if stopped {
        let why =
            if plan.strict && failed { "Stopped at the first failure, because --strict was given" } else { "Stopped" };
        output::note(&format!(
            "\n{why}. What was read before is stored; run the same command again to go on from here."
        ));
    }
    Ok(match (failed, stopped) {
        (false, true) => ExitCode::from(INTERRUPTED),
        (true, _) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    })
}

fn plan(arguments: &Build) -> anyhow::Result<Plan> {
    Ok(Plan {
        options: options(&arguments.about)?,
        base: query::base(arguments.place.base.as_deref())?,
        inputs: inputs::list(&arguments.inputs, &arguments.about.name)?,
        limits: inputs::limits(arguments.about.max_document, arguments.about.max_unpacked),
        threads: threads(&arguments.about),
        commit: arguments.commit,
        force: arguments.force,
        strict: arguments.strict,
        keep: arguments.json,
        verbose: arguments.verbose,
        quiet: arguments.json,
        stop: Arc::default(),
    })
}

/// The first Ctrl-C (or `kill`) sets the flag, so that what is understood is still stored; a second ends the program at
/// once, which loses that but harms nothing.
fn interruptible(stop: &Arc<AtomicBool>) -> anyhow::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag::{register, register_conditional_shutdown};
    for signal in [SIGINT, SIGTERM] {
        register_conditional_shutdown(signal, i32::from(INTERRUPTED), Arc::clone(stop))
            .and_then(|_| register(signal, Arc::clone(stop)))
            .context("Ctrl-C cannot be listened for")?;
    }
    Ok(())
}

/// How many threads understand.
pub fn threads(about: &About) -> usize {
    about.threads.filter(|threads| *threads > 0).unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
}

/// What was typed of how to read the sources.
pub fn options(about: &About) -> anyhow::Result<Options> {
    if let Some(date) = about.date.as_deref().filter(|date| !crate::query::is_date(date)) {
        return Err(output::Usage(format!("`{date}` is no date: 2024, 2024-05 or 2024-05-17")).into());
    }
    let typed = Metadata { outlet: about.outlet.clone(), date: about.date.clone(), ..Metadata::default() };
    Ok(Options { given: Metadata::default().or(&typed, Origin::Option), columns: columns(&about.columns)?, before: 0 })
}

/// What `--columns text=NAME,title=NAME` says.
fn columns(typed: &[String]) -> anyhow::Result<Vec<(Part, String)>> {
    let one = |typed: &String| {
        let (part, column) = typed.split_once('=')?;
        Some((Part::named(part.trim())?, column.trim().to_owned())).filter(|(_, column)| !column.is_empty())
    };
    let usage = |typed: &String| {
        let parts: Vec<&str> = Part::names().collect();
        output::Usage(format!(
            "`{typed}` names no column: write PART=NAME, as text=content, where PART is one of {}",
            parts.join(", ")
        ))
    };
    typed.iter().map(|typed| one(typed).ok_or_else(|| usage(typed).into())).collect()
}
