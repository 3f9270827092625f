//! `zhengtu communities`: who and what hangs together.

use std::process::ExitCode;

use crate::cli::arguments::Communities;
use crate::cli::network::{named, number, open, text, write};
use crate::cli::output::{self, Usage};
use crate::network::{Network, NodeKind, communities};
use crate::rdf::Term;

/// How many names a community is shown by, of each kind.
const NAMES: usize = 4;

/// The kinds that tell a reader what a community is about.
const SHOWN: [(&str, NodeKind); 4] = [
    ("districts", NodeKind::Division),
    ("initiatives", NodeKind::Initiative),
    ("officials", NodeKind::Official),
    ("reporters", NodeKind::Reporter),
];

type Rows = Vec<Vec<Option<Term>>>;

pub fn run(arguments: Communities) -> anyhow::Result<ExitCode> {
    if !(arguments.resolution.is_finite() && arguments.resolution >= 0.0) {
        return Err(Usage(format!("`{}` is no resolution: 1, or 0.5 for fewer", arguments.resolution)).into());
    }
    let opened = open(&arguments.answering, &arguments.scope)?;
    let mut found = communities(&opened.network, arguments.resolution);
    let all = found.len();
    found.retain(|nodes| nodes.len() >= arguments.smallest);
    let shown = found.len();
    let (names, mut rows) =
        if arguments.members { members(&opened.network, found) } else { groups(&opened.network, found) };
    rows.truncate(arguments.limit.unwrap_or(usize::MAX));
    write(&names, rows, &opened.base, &arguments.answering)?;
    if shown < all {
        output::note(&format!(
            "{} of fewer than {} members are left out; --smallest 1 shows them",
            all - shown,
            arguments.smallest
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// A row a community, with the names of those in it that are tied to most others.
fn groups(network: &Network, found: Vec<Vec<usize>>) -> (Vec<&'static str>, Rows) {
    let rows = found.iter().enumerate().map(|(i, nodes)| {
        let mut row = vec![number(i + 1), number(nodes.len())];
        for (_, kind) in SHOWN {
            let mut of: Vec<usize> = nodes.iter().copied().filter(|node| network.node(*node).kind == kind).collect();
            of.sort_by_key(|node| (std::cmp::Reverse(network.degree_at(*node)), *node));
            let mut names: Vec<&str> = of.iter().take(NAMES).map(|node| network.node(*node).label.as_str()).collect();
            if of.len() > NAMES {
                names.push("…");
            }
            row.push(text(&names.join("、")));
        }
        row
    });
    (["community", "members"].into_iter().chain(SHOWN.map(|(name, _)| name)).collect(), rows.collect())
}

fn members(network: &Network, found: Vec<Vec<usize>>) -> (Vec<&'static str>, Rows) {
    let mut rows = Rows::new();
    for (i, nodes) in found.iter().enumerate() {
        for node in nodes {
            let [entity, label] = named(network.node(*node));
            let kind = text(network.node(*node).kind.name());
            rows.push(vec![number(i + 1), number(nodes.len()), entity, label, kind]);
        }
    }
    (vec!["community", "members", "entity", "entityLabel", "kind"], rows)
}
