//! `zhengtu build`: the main job.

use std::process::ExitCode;
use std::time::Instant;

use crate::cli::arguments::{About, Build};
use crate::cli::load::{Outcome, Plan, load};
use crate::cli::{inputs, lexicon, output, query, report};
use crate::decode::Metadata;
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
        metadata: metadata(&arguments.about)?,
        base: query::base(arguments.place.base.as_deref())?,
        threads: arguments.about.threads,
        force: arguments.force,
        strict: arguments.strict,
        verbose: arguments.verbose || arguments.json,
        quiet: arguments.json,
    })
}

/// What the options say of the sources.
pub fn metadata(about: &About) -> anyhow::Result<Metadata> {
    if let Some(date) = about.date.as_deref().filter(|date| !crate::query::is_date(date)) {
        return Err(output::Usage(format!("`{date}` is no date: 2024, 2024-05 or 2024-05-17")).into());
    }
    Ok(Metadata { outlet: about.outlet.clone(), date: about.date.clone(), ..Metadata::default() })
}
