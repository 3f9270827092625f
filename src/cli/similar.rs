//! `zhengtu similar`: the districts that do most of what one does.

use std::process::ExitCode;

use crate::cli::arguments::Similar;
use crate::cli::network::{decimal, named, number, open, text, write};
use crate::network::similar;
use crate::query::Sought;

const COLUMNS: [&str; 5] = ["district", "districtLabel", "similarity", "shared", "initiatives"];

pub fn run(arguments: Similar) -> anyhow::Result<ExitCode> {
    let opened = open(&arguments.answering, &arguments.scope)?;
    let division = opened.node(Sought::Division, &arguments.district)?;
    let graph = &opened.network.graph;
    let rows = similar(&opened.network, division, arguments.below).into_iter().take(arguments.limit).map(|like| {
        let names: Vec<&str> = like.shared.iter().map(|initiative| graph[*initiative].label.as_str()).collect();
        let mut row = Vec::from(named(&graph[like.division]));
        row.extend([decimal(like.similarity, 3), number(names.len()), text(&names.join("、"))]);
        row
    });
    write(&COLUMNS, rows.collect(), &opened.base, &arguments.answering)?;
    Ok(ExitCode::SUCCESS)
}
