//! `zhengtu query`: each saved query is a command of its own, its parameters are options, so that clap knows them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgMatches};

use crate::cli::arguments::{Place, Query};
use crate::cli::{output, sparql};
use crate::query::{Align, Catalog, Parameter, Saved, Table, answer};
use crate::rdf::Base;
use crate::store::Store;

/// The command line with the saved queries in it, where they are asked for: other commands need not read them.
pub fn with_catalog(command: clap::Command, typed: &[OsString]) -> anyhow::Result<clap::Command> {
    if typed.get(1).is_none_or(|first| first != "query") {
        return Ok(command);
    }
    Ok(with_queries(command, &catalog(folder(typed).as_deref())?))
}

/// The command line with these queries below `query`.
pub fn with_queries(command: clap::Command, catalog: &Catalog) -> clap::Command {
    command.mut_subcommand("query", |query| query.subcommands(catalog.iter().map(subcommand)))
}

/// What comes with the program, and the user's own.
pub fn catalog(folder: Option<&Path>) -> anyhow::Result<Catalog> {
    let built_in = Catalog::built_in();
    Ok(match folder {
        Some(folder) => built_in.with_folder(folder)?,
        None => built_in,
    })
}

/// `--queries DIR` has to be known before clap can know the names of the queries.
fn folder(typed: &[OsString]) -> Option<PathBuf> {
    let mut rest = typed.iter();
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--queries") => return rest.next().map(PathBuf::from),
            Some(text) if text.starts_with("--queries=") => return Some(text["--queries=".len()..].into()),
            _ => {}
        }
    }
    std::env::var_os("ZHENGTU_QUERIES").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

fn subcommand(saved: &Saved) -> clap::Command {
    let about = saved.summary.clone();
    let long = [saved.summary.as_str(), saved.description.as_str()].join("\n\n");
    clap::Command::new(saved.name.clone())
        .about(about)
        .long_about(long.trim_end().to_owned())
        .args(saved.parameters.iter().map(argument))
}

fn argument(parameter: &Parameter) -> Arg {
    let mut help = parameter.kind.hint().to_owned();
    if let Some(default) = &parameter.default {
        help.push_str(&format!(" [default: {default}]"));
    }
    let mut argument = Arg::new(parameter.name.clone())
        .long(parameter.name.clone())
        .value_name("VALUE")
        .help(help)
        .help_heading("Parameters")
        .required(!parameter.optional && parameter.default.is_none());
    if !parameter.choices.is_empty() {
        argument = argument.value_parser(clap::builder::PossibleValuesParser::new(parameter.choices.clone()));
    }
    argument
}

pub fn run(arguments: Query, chosen: Option<(&str, &ArgMatches)>) -> anyhow::Result<ExitCode> {
    let catalog = catalog(arguments.queries.as_deref())?;
    let Some((name, matches)) = chosen else {
        list(&catalog)?;
        return Ok(ExitCode::SUCCESS);
    };
    let saved = catalog.get(name)?;
    if catalog.replaced(name) {
        output::note(&format!("note: {} stands in the place of the built-in query of that name", saved.file));
    }
    let typed: Vec<(String, String)> = saved
        .parameters
        .iter()
        .filter_map(|parameter| {
            let value: &String = matches.get_one(&parameter.name)?;
            Some((parameter.name.clone(), value.clone()))
        })
        .collect();
    let (store, base) = open(&arguments.place)?;
    let answer = answer(&store, &base, saved, &typed).map_err(|error| sparql::located(error, &saved.sparql))?;
    let answer = sparql::page(answer, arguments.offset, arguments.limit)?;
    let look = sparql::Look { format: arguments.format.as_deref(), output: arguments.output.as_deref() };
    sparql::write(answer, &base, &look)?;
    Ok(ExitCode::SUCCESS)
}

/// The store for reading, and the base of its identifiers.
pub fn open(place: &Place) -> anyhow::Result<(Store, Base)> {
    Ok((Store::open_read_only(&place.store)?, base(place.base.as_deref())?))
}

/// The base that was given, or the usual one.
pub fn base(given: Option<&str>) -> anyhow::Result<Base> {
    Ok(match given {
        Some(iri) => Base::new(iri)?,
        None => Base::default(),
    })
}

fn list(catalog: &Catalog) -> anyhow::Result<()> {
    let mut table =
        Table::new([("question", Align::Left), ("what it answers", Align::Left), ("parameters", Align::Left)]);
    for saved in catalog.iter() {
        let parameters: Vec<String> = saved.parameters.iter().map(usage).collect();
        let mut summary = saved.summary.clone();
        if !catalog.is_built_in(&saved.name) {
            let instead = if catalog.replaced(&saved.name) { ", instead of the built-in one" } else { "" };
            summary.push_str(&format!(" [{}{instead}]", saved.file));
        }
        table.push(vec![saved.name.clone(), summary, parameters.join(" ")]);
    }
    output::to(None, |out| Ok(writeln!(out, "{}", table.render(output::width(None)))?))?;
    output::note("Ask one with `zhengtu query NAME`; `zhengtu query NAME --help` explains its parameters.");
    Ok(())
}

/// `--district`, or `[--district]` where the query runs without.
fn usage(parameter: &Parameter) -> String {
    if parameter.optional || parameter.default.is_some() {
        format!("[--{}]", parameter.name)
    } else {
        format!("--{}", parameter.name)
    }
}
