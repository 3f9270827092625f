//! `zhengtu diff`: what changed between two graphs, or in one between two days.

use std::process::ExitCode;

use crate::cli::arguments::{Answering, Diff};
use crate::cli::network::{EVIDENCE, evidence, named, text, write};
use crate::cli::{export, hash, output, query};
use crate::diff::{Difference, differences, patch};
use crate::error::Result;
use crate::network::{Network, View, select, view};
use crate::rdf::{Quad, Same, Term};

const COLUMNS: [&str; 6] = ["change", "thing", "thingLabel", "tie", "other", "otherLabel"];

pub fn run(arguments: Diff) -> anyhow::Result<ExitCode> {
    let (before, after) = graphs(&arguments)?;
    let Answering { format, output, place } = &arguments.answering;
    if format.as_deref() == Some("patch") {
        let lines = patch(before, after)?;
        output::to(output.as_deref(), |out| Ok(lines.iter().try_for_each(|line| writeln!(out, "{line}"))?))?;
        return Ok(ExitCode::SUCCESS);
    }
    let history = View { history: true, ..View::default() };
    let network = |quads: Vec<Quad>| {
        let same = Same::of(&quads);
        view([quads.into_iter().map(|quad| Ok(same.apply(quad)))], &history)
    };
    let (before, after) = (network(before)?, network(after)?);
    let rows =
        differences(&before, &after).into_iter().map(|found| row(&found, if found.after { &after } else { &before }));
    let rows = rows.collect::<std::io::Result<_>>()?;
    let columns = [&COLUMNS[..], &EVIDENCE].concat();
    let base = query::base(place.base.as_deref())?;
    write(&columns, rows, &base, &arguments.answering)?;
    Ok(ExitCode::SUCCESS)
}

/// The two graphs: of two stores or files, or of one store on two days.
fn graphs(arguments: &Diff) -> anyhow::Result<(Vec<Quad>, Vec<Quad>)> {
    if let (Some(one), Some(other)) = (&arguments.one, &arguments.other) {
        return Ok((hash::quads(one)?.collect::<Result<_>>()?, hash::quads(other)?.collect::<Result<_>>()?));
    }
    let day = |typed: Option<&str>| -> anyhow::Result<View> {
        Ok(View { until: typed.map(export::date).transpose()?, ..View::default() })
    };
    let (at, and) = (day(arguments.at.as_deref())?, day(arguments.and.as_deref())?);
    let quads = hash::quads(&arguments.answering.place.store)?.collect::<Result<Vec<Quad>>>()?;
    let on = |day| select(|| [quads.iter().cloned().map(Ok)], day)?.collect::<Result<_>>();
    Ok((on(&at)?, on(&and)?))
}

/// `change thing tie other`: for an initiative the one that pursues it stands behind.
fn row(found: &Difference, network: &Network) -> std::io::Result<Vec<Option<Term>>> {
    let edge = found.edge.map(|edge| network.edge(edge));
    let mut row = vec![text(found.change.name())];
    match (found.node, edge) {
        (Some(node), edge) => {
            row.extend(named(&network.graph[node]));
            row.push(edge.and_then(|(.., edge)| text(&format!("<- {}", edge.kind.name()))));
            row.extend(edge.map_or([None, None], |(from, ..)| named(from)));
        }
        (None, Some((from, to, edge))) => {
            row.extend(named(from));
            row.push(text(&format!("{} ->", edge.kind.name())));
            row.extend(named(to));
        }
        (None, None) => row.resize(COLUMNS.len(), None),
    }
    match edge {
        Some((.., edge)) => row.extend(evidence(network, edge)?),
        None => row.resize(COLUMNS.len() + EVIDENCE.len(), None),
    }
    Ok(row)
}
