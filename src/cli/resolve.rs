//! `zhengtu resolve`: who and what may be one.

use std::process::ExitCode;

use crate::cli::arguments::Resolve;
use crate::cli::network::{decimal, read, text, write};
use crate::cli::output::{self, Usage};
use crate::cli::{query, review};
use crate::network::View;
use crate::rdf::NamedNode;
use crate::resolve::{kind, proposals};

const COLUMNS: [&str; 8] = ["decision", "score", "one", "oneLabel", "other", "otherLabel", "kind", "reasons"];

pub fn run(arguments: Resolve) -> anyhow::Result<ExitCode> {
    if let Some(typed) = arguments.kind.as_deref().filter(|typed| !["person", "body", "initiative"].contains(typed)) {
        return Err(Usage(format!("`{typed}` cannot be one with another: person, body or initiative")).into());
    }
    let (store, base) = query::open(&arguments.answering.place)?;
    let decisions = review::decisions(&store, &base)?;
    let network = read(&store, &View { history: true, isolated: true, ..View::default() })?;
    let mut rows = Vec::new();
    for proposal in proposals(&network, arguments.least) {
        let (one, other) = (network.node_at(proposal.one), network.node_at(proposal.other));
        let [a, b] = [one, other].map(|node| NamedNode::new_unchecked(node.iri.as_str()));
        let (of, decided) = (kind(&base, &a), decisions.on(&a, &b));
        if decided.is_some() && !arguments.all || arguments.kind.is_some() && arguments.kind.as_deref() != of {
            continue;
        }
        let mut row = vec![text(decided.map_or("", |verdict| verdict.name())), decimal(proposal.score, 2)];
        row.extend(review::described(one).into_iter().chain(review::described(other)));
        row.extend([text(of.unwrap_or_default()), text(&proposal.reasons.join("; "))]);
        rows.push(row);
    }
    rows.truncate(arguments.limit.unwrap_or(usize::MAX));
    let some = !rows.is_empty();
    write(&COLUMNS, rows, &base, &arguments.answering)?;
    if some && arguments.answering.format.is_none() {
        output::note(
            "Decide with `zhengtu review accept ONE OTHER` or `reject ONE OTHER`; identifiers are in --format tsv.",
        );
    }
    Ok(ExitCode::SUCCESS)
}
