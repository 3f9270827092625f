//! GEXF 1.3, the network as Gephi opens it: coloured by kind, sized by degree.
//!
//! Colour and size stand in the format's own namespace: so its schema has them, though its examples prefix them.

use std::io::{Result, Write};

use super::xml::Xml;
use crate::network::{Edge, EdgeKind, Network, Node};

const NODE: &[&str] = &["kind", "iri", "division", "divisionName"];
const EDGE: &[&str] = &["sentence", "source", "date", "confidence", "evidence"];

pub(super) fn gexf(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    let dated = graph.edge_weights().any(|edge| edge.first_seen.is_some());
    let mode: &[(&str, &str)] =
        if dated { &[("mode", "dynamic"), ("timeformat", "date")] } else { &[("mode", "static")] };
    let attributes = [&[("defaultedgetype", "directed")], mode].concat();
    let root = [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")];
    let mut xml = Xml::new(out)?;
    xml.element("gexf", &root, |xml| {
        xml.element("meta", &[], |xml| xml.text("creator", &[], "zhengtu"))?;
        xml.element("graph", &attributes, |xml| {
            declare(xml, "node", NODE)?;
            declare(xml, "edge", EDGE)?;
            xml.element("nodes", &[("count", &graph.node_count().to_string())], |xml| {
                graph
                    .node_indices()
                    .try_for_each(|index| node(xml, &index.index().to_string(), &graph[index], network.degree(index)))
            })?;
            xml.element("edges", &[("count", &graph.edge_count().to_string())], |xml| {
                graph.edge_indices().try_for_each(|index| {
                    let (from, to) = graph.edge_endpoints(index).expect("an index of this graph has its ends");
                    let ids = [index.index(), from.index(), to.index()].map(|id| id.to_string());
                    edge(xml, &ids, network, &graph[index])
                })
            })
        })
    })?;
    writeln!(xml.into_inner())
}

fn declare(xml: &mut Xml<'_>, class: &str, names: &[&str]) -> Result<()> {
    xml.element("attributes", &[("class", class)], |xml| {
        names.iter().try_for_each(|name| {
            let kind = if *name == "confidence" { "double" } else { "string" };
            xml.empty("attribute", &[("id", name), ("title", name), ("type", kind)])
        })
    })
}

fn node(xml: &mut Xml<'_>, id: &str, node: &Node, degree: usize) -> Result<()> {
    xml.element("node", &[("id", id), ("label", &node.label)], |xml| {
        let values = [
            node.kind.name(),
            &node.iri,
            node.division.as_deref().unwrap_or_default(),
            node.division_name.as_deref().unwrap_or_default(),
        ];
        attributes(xml, NODE, &values)?;
        let (r, g, b) = node.kind.colour();
        let [r, g, b] = [r, g, b].map(|channel| channel.to_string());
        xml.empty("color", &[("r", &r), ("g", &g), ("b", &b)])?;
        xml.empty("size", &[("value", &format!("{:.1}", super::picture::size(degree)))])
    })
}

fn edge(xml: &mut Xml<'_>, [id, from, to]: &[String; 3], network: &Network, edge: &Edge) -> Result<()> {
    let weight = edge.weight.to_string();
    let (start, end) = interval(edge);
    let mut named = vec![
        ("id", id.as_str()),
        ("source", from),
        ("target", to),
        ("label", edge.kind.name()),
        ("weight", &weight),
        ("kind", edge.kind.name()),
    ];
    named
        .extend([("start", &start), ("end", &end)].into_iter().filter_map(|(name, day)| Some((name, day.as_deref()?))));
    match network.evidence(edge)? {
        None => xml.empty("edge", &named),
        Some(found) => xml.element("edge", &named, |xml| {
            attributes(xml, EDGE, &[&found.sentence, &found.source, &found.date, &found.confidence, &found.iri])
        }),
    }
}

/// The days between which the tie is known to have been: whole days, as the format wants them.
///
/// An office that is held has no end until a statement gives one: that no page was read after a day says nothing of the
/// days after it. What was done (pursued, covered, agreed) was done between its first and last statement.
fn interval(edge: &Edge) -> (Option<String>, Option<String>) {
    let end = edge.last_seen.as_deref().filter(|_| edge.kind != EdgeKind::Holds).map(last_day);
    (edge.start.as_deref().or(edge.first_seen.as_deref()).map(first_day), end)
}

fn first_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    }
}

fn last_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-12-31"),
        7 => format!("{date}-{}", crate::rdf::days_of(date)),
        _ => date.to_owned(),
    }
}

/// The values that are there: an empty one would be read as the number or date that it is not.
fn attributes(xml: &mut Xml<'_>, names: &[&str], values: &[&str]) -> Result<()> {
    xml.element("attvalues", &[], |xml| {
        names
            .iter()
            .zip(values)
            .filter(|(_, value)| !value.is_empty())
            .try_for_each(|(name, value)| xml.empty("attvalue", &[("for", name), ("value", value)]))
    })
}
