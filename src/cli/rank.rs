//! `zhengtu rank`: who stands in the middle.

use std::process::ExitCode;

use crate::cli::arguments::{Measure, Rank};
use crate::cli::network::{decimal, named, number, open, text, write};
use crate::cli::{export, output};
use crate::network::ranks;

const COLUMNS: [&str; 8] =
    ["rank", "entity", "entityLabel", "kind", "divisionLabel", "degree", "pagerank", "betweenness"];

pub fn run(arguments: Rank) -> anyhow::Result<ExitCode> {
    let kind = arguments.kind.as_deref().map(export::kind).transpose()?;
    let opened = open(&arguments.answering, &arguments.scope)?;
    let network = &opened.network;
    let ranks = ranks(network);
    let count = network.graph.node_count();
    let mut order: Vec<usize> = (0..count).filter(|i| kind.is_none_or(|kind| network.node(*i).kind == kind)).collect();
    // Of equals the better connected, and of those the first.
    order.sort_by(|a, b| {
        let by = match arguments.by {
            Measure::Degree => ranks.degree[*b].cmp(&ranks.degree[*a]),
            Measure::Pagerank => ranks.pagerank[*b].total_cmp(&ranks.pagerank[*a]),
            Measure::Betweenness => ranks.betweenness[*b].total_cmp(&ranks.betweenness[*a]),
        };
        by.then(ranks.degree[*b].cmp(&ranks.degree[*a])).then(a.cmp(b))
    });
    let row = |(place, i): (usize, usize)| {
        let node = network.node(i);
        let [entity, label] = named(node);
        vec![
            number(place + 1),
            entity,
            label,
            text(node.kind.name()),
            text(node.division_name.as_deref().unwrap_or_default()),
            number(ranks.degree[i]),
            decimal(ranks.pagerank[i], 6),
            decimal(ranks.betweenness[i], 6),
        ]
    };
    let rows = order.into_iter().take(arguments.limit).enumerate().map(row).collect();
    write(&COLUMNS, rows, &opened.base, &arguments.answering)?;
    if ranks.pivots < count {
        output::note(&format!("betweenness is estimated from the paths of {} of {count} entities", ranks.pivots));
    }
    Ok(ExitCode::SUCCESS)
}
