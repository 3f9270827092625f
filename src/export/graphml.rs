//! GraphML, the network as most programs open it.

use std::io::{Result, Write};

use super::xml::Xml;
use crate::network::{Edge, Network, Node};

/// The data that nodes and edges have: what for, name, type. `label` is what programs show without being asked.
const KEYS: &[(&str, &str, &str)] = &[
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "iri", "string"),
    ("node", "division", "string"),
    ("edge", "kind", "string"),
    ("edge", "weight", "int"),
    ("edge", "sentence", "string"),
    ("edge", "source", "string"),
    ("edge", "date", "string"),
    ("edge", "confidence", "double"),
    ("edge", "firstSeen", "string"),
    ("edge", "lastSeen", "string"),
    ("edge", "start", "string"),
    ("edge", "evidence", "string"),
];

pub(super) fn graphml(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    let mut xml = Xml::new(out)?;
    xml.element("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")], |xml| {
        for (class, name, kind) in KEYS {
            let id = key(class, name);
            xml.empty("key", &[("id", &id), ("for", class), ("attr.name", name), ("attr.type", kind)])?;
        }
        xml.element("graph", &[("id", "zhengtu"), ("edgedefault", "directed")], |xml| {
            for index in graph.node_indices() {
                node(xml, &format!("n{}", index.index()), &graph[index])?;
            }
            for index in graph.edge_indices() {
                let (from, to) = graph.edge_endpoints(index).expect("an index of this graph has its ends");
                let [from, to] = [from, to].map(|end| format!("n{}", end.index()));
                let ends = [("id", &*format!("e{}", index.index())), ("source", &from), ("target", &to)];
                edge(xml, &ends, network, &graph[index])?;
            }
            Ok(())
        })
    })?;
    writeln!(xml.into_inner())
}

fn node(xml: &mut Xml<'_>, id: &str, node: &Node) -> Result<()> {
    let values = [
        ("label", node.label.as_str()),
        ("kind", node.kind.name()),
        ("iri", &node.iri),
        ("division", node.division.as_deref().unwrap_or_default()),
    ];
    xml.element("node", &[("id", id)], |xml| data(xml, "node", &values))
}

fn edge(xml: &mut Xml<'_>, ends: &[(&str, &str)], network: &Network, edge: &Edge) -> Result<()> {
    let (weight, found) = (edge.weight.to_string(), network.evidence(edge)?.unwrap_or_default());
    let values = [
        ("kind", edge.kind.name()),
        ("weight", &weight),
        ("sentence", &found.sentence),
        ("source", &found.source),
        ("date", &found.date),
        ("confidence", &found.confidence),
        ("firstSeen", edge.first_seen.as_deref().unwrap_or_default()),
        ("lastSeen", edge.last_seen.as_deref().unwrap_or_default()),
        ("start", edge.start.as_deref().unwrap_or_default()),
        ("evidence", &found.iri),
    ];
    xml.element("edge", ends, |xml| data(xml, "edge", &values))
}

/// Names are unique in a file, and both nodes and edges have a kind.
fn key(class: &str, name: &str) -> String {
    format!("{class}-{name}")
}

/// The values that are there.
fn data(xml: &mut Xml<'_>, class: &str, values: &[(&str, &str)]) -> Result<()> {
    values
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .try_for_each(|(name, value)| xml.text("data", &[("key", &key(class, name))], value))
}
