//! `zhengtu compare`: two districts side by side, each line with the sentence it stands on.

use std::process::ExitCode;

use crate::cli::arguments::Compare;
use crate::cli::network::{EVIDENCE, evidence, named, open, text, write};
use crate::cli::output;
use crate::network::{Aspect, Compared, compare};
use crate::query::Sought;

const COLUMNS: [&str; 5] = ["aspect", "thing", "thingLabel", "district", "districtLabel"];

pub fn run(arguments: Compare) -> anyhow::Result<ExitCode> {
    let opened = open(&arguments.answering, &arguments.scope)?;
    let graph = &opened.network.graph;
    let one = opened.node(Sought::Division, &arguments.one)?;
    let other = opened.node(Sought::Division, &arguments.other)?;
    let compared = compare(&opened.network, one, other, arguments.below);
    let mut rows = Vec::new();
    for thing in &compared {
        for (district, edges) in [(one, &thing.one), (other, &thing.other)] {
            for edge in edges {
                let mut row = vec![text(aspect(thing))];
                row.extend(named(&graph[thing.node]));
                row.extend(named(&graph[district]));
                let (from, to, _) = opened.network.edge(*edge);
                let arm = if thing.node == opened.network.ends(*edge).0 { to } else { from };
                row.push(text(if arm.iri == graph[district].iri { "" } else { &arm.label }));
                row.extend(evidence(&opened.network, &graph[*edge])?);
                rows.push(row);
            }
        }
    }
    let columns = [&COLUMNS[..], &["through"], &EVIDENCE].concat();
    write(&columns, rows, &opened.base, &arguments.answering)?;
    output::note(&summary(&compared, &graph[one].label, &graph[other].label));
    Ok(ExitCode::SUCCESS)
}

/// What the thing is, and to whom.
fn aspect(thing: &Compared) -> &'static str {
    let both = !thing.one.is_empty() && !thing.other.is_empty();
    match (thing.aspect, both) {
        (Aspect::Initiative, true) => "initiative of both",
        (Aspect::Initiative, false) => "initiative of one",
        (Aspect::Official, true) => "official of both",
        (Aspect::Official, false) => "official",
        (Aspect::Reporter, true) => "reporter of both",
        (Aspect::Reporter, false) => "reporter",
        (Aspect::Partner, true) => "partner of both",
        (Aspect::Partner, false) => "partner",
    }
}

fn summary(compared: &[Compared], one: &str, other: &str) -> String {
    let initiatives = || compared.iter().filter(|thing| thing.aspect == Aspect::Initiative);
    let of_one = initiatives().filter(|thing| !thing.one.is_empty()).count();
    let of_other = initiatives().filter(|thing| !thing.other.is_empty()).count();
    let both = of_one + of_other - initiatives().count();
    format!("initiatives: {of_one} of {one}, {of_other} of {other}, {both} of both")
}
