//! Tables of entities and relations, for spreadsheets and statistics.
//!
//! The columns are called as those of saved queries are: `x` is an identifier, `xLabel` its name. The files begin with
//! the mark of their encoding, without which Excel reads Chinese as gibberish; R and pandas know it.

use std::io::{Result, Write};

use csv::Writer;

use super::Drawing;
use crate::network::Network;
use crate::query::unbroken;

pub(super) const FILES: &[(&str, Drawing)] = &[("entities.csv", entities), ("relations.csv", relations)];

const MARK: &str = "\u{feff}";

fn entities(network: &Network, out: &mut dyn Write) -> Result<()> {
    write!(out, "{MARK}")?;
    let mut table = Writer::from_writer(out);
    table.write_record(["entity", "entityLabel", "kind", "aliases", "division", "divisionLabel", "neighbours"])?;
    for index in network.graph.node_indices() {
        let node = &network.graph[index];
        table.write_record([
            node.iri.as_str(),
            &node.label,
            node.kind.name(),
            &node.aliases.join(";"),
            node.division.as_deref().unwrap_or_default(),
            node.division_name.as_deref().unwrap_or_default(),
            &network.degree(index).to_string(),
        ])?;
    }
    table.flush()
}

fn relations(network: &Network, out: &mut dyn Write) -> Result<()> {
    write!(out, "{MARK}")?;
    let mut table = Writer::from_writer(out);
    table.write_record([
        "from",
        "fromLabel",
        "fromKind",
        "relation",
        "to",
        "toLabel",
        "toKind",
        "statements",
        "firstSeen",
        "lastSeen",
        "start",
        "confidence",
        "evidence",
        "evidenceLabel",
        "source",
        "date",
    ])?;
    for (_, from, to, edge) in network.edges() {
        let (from, to) = (&network.graph[from], &network.graph[to]);
        let found = edge.evidence.clone().unwrap_or_default();
        table.write_record([
            from.iri.as_str(),
            &from.label,
            from.kind.name(),
            edge.kind.name(),
            &to.iri,
            &to.label,
            to.kind.name(),
            &edge.weight.to_string(),
            edge.first_seen.as_deref().unwrap_or_default(),
            edge.last_seen.as_deref().unwrap_or_default(),
            edge.start.as_deref().unwrap_or_default(),
            &found.confidence,
            &found.iri,
            // A break inside a cell is what spreadsheets and line-wise tools stumble over, and only the page's.
            &unbroken(&found.sentence),
            &found.source,
            &found.date,
        ])?;
    }
    table.flush()
}
