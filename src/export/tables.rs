//! The tables of entities and relations, whatever the files that they are written to.
//!
//! The columns are called as those of saved queries are: `x` is an identifier, `xLabel` its name.

use std::io::Result;

use crate::network::Network;
use crate::query::unbroken;

/// What the cells of a column are. An empty cell is one that has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    Text,
    Whole,
    Decimal,
}

/// A table: its columns, and what hands over each row with a cell a column.
pub(super) struct Table {
    pub columns: &'static [(&'static str, Cells)],
    pub rows: fn(&Network, &mut Row<'_>) -> Result<()>,
}

/// Takes a row.
pub(super) type Row<'a> = dyn FnMut(&[&str]) -> Result<()> + 'a;

pub(super) const ENTITIES: Table = Table {
    columns: &[
        ("entity", Cells::Text),
        ("entityLabel", Cells::Text),
        ("kind", Cells::Text),
        ("aliases", Cells::Text),
        ("division", Cells::Text),
        ("divisionLabel", Cells::Text),
        ("neighbours", Cells::Whole),
    ],
    rows: entities,
};

pub(super) const RELATIONS: Table = Table {
    columns: &[
        ("from", Cells::Text),
        ("fromLabel", Cells::Text),
        ("fromKind", Cells::Text),
        ("relation", Cells::Text),
        ("to", Cells::Text),
        ("toLabel", Cells::Text),
        ("toKind", Cells::Text),
        ("statements", Cells::Whole),
        ("firstSeen", Cells::Text),
        ("lastSeen", Cells::Text),
        ("start", Cells::Text),
        ("confidence", Cells::Decimal),
        ("evidence", Cells::Text),
        ("evidenceLabel", Cells::Text),
        ("source", Cells::Text),
        ("date", Cells::Text),
    ],
    rows: relations,
};

fn entities(network: &Network, row: &mut Row<'_>) -> Result<()> {
    network.graph.node_indices().try_for_each(|index| {
        let node = &network.graph[index];
        row(&[
            node.iri.as_str(),
            &node.label,
            node.kind.name(),
            &node.aliases.join(";"),
            node.division.as_deref().unwrap_or_default(),
            node.division_name.as_deref().unwrap_or_default(),
            &network.degree(index).to_string(),
        ])
    })
}

fn relations(network: &Network, row: &mut Row<'_>) -> Result<()> {
    network.edges().try_for_each(|(_, from, to, edge)| {
        let (from, to) = (&network.graph[from], &network.graph[to]);
        let found = network.evidence(edge)?.unwrap_or_default();
        row(&[
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
        ])
    })
}
