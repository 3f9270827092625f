//! The tables of `neo4j-admin database import full`: what a column is stands in its header.
//!
//! No cell holds a line break, so `--multiline-fields` is not needed. Lists are divided by semicolons, as the importer
//! expects; one inside a name becomes its full-width form.

use std::io::{Result, Write};

use csv::Writer;

use super::Drawing;
use crate::network::{EdgeKind, Network, NodeKind};
use crate::query::unbroken;

pub(super) const FILES: &[(&str, Drawing)] = &[("nodes.csv", nodes), ("relationships.csv", relationships)];

fn nodes(network: &Network, out: &mut dyn Write) -> Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(["iri:ID", "name", "aliases:string[]", "division", "divisionName", ":LABEL"])?;
    for node in network.graph.node_weights() {
        let aliases: Vec<String> = node.aliases.iter().map(|alias| unbroken(alias).replace(';', "；")).collect();
        table.write_record([
            node.iri.as_str(),
            &unbroken(&node.label),
            &aliases.join(";"),
            node.division.as_deref().unwrap_or_default(),
            node.division_name.as_deref().unwrap_or_default(),
            &label(node.kind),
        ])?;
    }
    table.flush()
}

fn relationships(network: &Network, out: &mut dyn Write) -> Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record([
        ":START_ID",
        ":END_ID",
        "statements:int",
        "firstSeen",
        "lastSeen",
        "start",
        "confidence:double",
        "sentence",
        "source",
        "date",
        "evidence",
        ":TYPE",
    ])?;
    for (_, from, to, edge) in network.edges() {
        let found = network.evidence(edge)?.unwrap_or_default();
        table.write_record([
            network.graph[from].iri.as_str(),
            &network.graph[to].iri,
            &edge.weight.to_string(),
            edge.first_seen.as_deref().unwrap_or_default(),
            edge.last_seen.as_deref().unwrap_or_default(),
            edge.start.as_deref().unwrap_or_default(),
            &found.confidence,
            &unbroken(&found.sentence),
            &found.source,
            &found.date,
            &found.iri,
            &relation(edge.kind),
        ])?;
    }
    table.flush()
}

/// `Official`: labels begin with a capital by Neo4j's custom.
fn label(kind: NodeKind) -> String {
    let mut name = kind.name().to_owned();
    name[..1].make_ascii_uppercase();
    name
}

/// `POST_IN`: types are in capitals by Neo4j's custom.
fn relation(kind: EdgeKind) -> String {
    let apart = |c: char| if c.is_ascii_uppercase() { vec!['_', c] } else { vec![c.to_ascii_uppercase()] };
    kind.name().chars().flat_map(apart).collect()
}
