//! What the two JSON forms of a network share: an edge's evidence, and lists of one object a line.

use std::io::{Result, Write};

use serde_json::{Map, Value};

use crate::network::{Edge, Network, Node};

/// What is known of a node besides its label and kind.
pub(super) fn node(node: &Node, degree: usize) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("kind".to_owned(), node.kind.name().into());
    data.insert("label".to_owned(), node.label.as_str().into());
    data.insert("degree".to_owned(), degree.into());
    if !node.aliases.is_empty() {
        data.insert("aliases".to_owned(), node.aliases.clone().into());
    }
    text(&mut data, "division", node.division.as_deref());
    text(&mut data, "divisionName", node.division_name.as_deref());
    data
}

/// What is known of an edge. The file is `file`: `source` is where an edge starts in both forms.
pub(super) fn edge(network: &Network, edge: &Edge) -> Result<Map<String, Value>> {
    let mut data = Map::new();
    data.insert("kind".to_owned(), edge.kind.name().into());
    data.insert("weight".to_owned(), edge.weight.into());
    text(&mut data, "firstSeen", edge.first_seen.as_deref());
    text(&mut data, "lastSeen", edge.last_seen.as_deref());
    text(&mut data, "start", edge.start.as_deref());
    if let Some(found) = network.evidence(edge)? {
        text(&mut data, "sentence", Some(&found.sentence));
        text(&mut data, "file", Some(&found.source));
        text(&mut data, "date", Some(&found.date));
        text(&mut data, "evidence", Some(&found.iri));
        if let Ok(confidence) = found.confidence.parse::<f64>() {
            data.insert("confidence".to_owned(), confidence.into());
        }
    }
    Ok(data)
}

fn text(data: &mut Map<String, Value>, name: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        data.insert(name.to_owned(), value.into());
    }
}

/// `"name": [` and an item a line, so that two versions of a file can be compared.
pub(super) fn list(out: &mut dyn Write, name: &str, items: impl Iterator<Item = Result<Value>>) -> Result<()> {
    write!(out, "{}: [", Value::from(name))?;
    for (i, item) in items.enumerate() {
        write!(out, "{}\n{}", if i == 0 { "" } else { "," }, item?)?;
    }
    write!(out, "\n]")
}
