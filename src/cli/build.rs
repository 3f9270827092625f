//! `zhengtu build`: the main job.

use std::process::ExitCode;
use std::time::Instant;

use crate::cli::arguments::{About, Build};
use crate::cli::load::{Outcome, Plan, load};
use crate::cli::{inputs, lexicon, output, query, report};
use crate::decode::{Metadata, Options, Origin, Part};
use crate::store::Store;

pub fn run(arguments: Build) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let plan = plan(&arguments)?;
    let reader = lexicon::reader(&arguments.about.own)?;
    let store = Store::open(&arguments.place.store)?;
    let open = start.elapsed();
    let outcome = Outcome { open, ..load(&store, &reader, &plan)? };
    for failure in &outcome.failed {
        output::note(&format!("error: {}: {}.", failure.name, failure.message));
    }
    let failed = !outcome.failed.is_empty();
    let unchanged = outcome.unchanged;
    if plan.strict && failed {
        output::note("Nothing was stored, because --strict was given.");
        return Ok(ExitCode::FAILURE);
    }
    let report = report::Report::new(&store, &arguments, outcome, start.elapsed())?;
    if arguments.json {
        output::to(None, |out| Ok(writeln!(out, "{}", report.json()?)?))?;
    } else {
        output::note(&report.text(arguments.verbose));
        if arguments.about.own.lexicon.is_some() && unchanged > 0 {
            output::note(
                "What has not changed was not read again. After a change of the lexicon, --force reads it with the new tables.",
            );
        }
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn plan(arguments: &Build) -> anyhow::Result<Plan> {
    Ok(Plan {
        inputs: inputs::inputs(&arguments.inputs, &arguments.about.name)?,
        options: options(&arguments.about)?,
        base: query::base(arguments.place.base.as_deref())?,
        threads: arguments.about.threads,
        force: arguments.force,
        strict: arguments.strict,
        verbose: arguments.verbose || arguments.json,
        quiet: arguments.json,
    })
}

/// What was typed of how to read the sources.
pub fn options(about: &About) -> anyhow::Result<Options> {
    if let Some(date) = about.date.as_deref().filter(|date| !crate::query::is_date(date)) {
        return Err(output::Usage(format!("`{date}` is no date: 2024, 2024-05 or 2024-05-17")).into());
    }
    let typed = Metadata { outlet: about.outlet.clone(), date: about.date.clone(), ..Metadata::default() };
    Ok(Options { given: Metadata::default().or(&typed, Origin::Option), columns: columns(&about.columns)? })
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
