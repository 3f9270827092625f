//! GEXF 1.3, the network as Gephi opens it: coloured by kind, sized by degree.
//!
//! Colour and size stand in the format's own namespace: so its schema has them, though its examples prefix them.

use std::io::{Result, Write};

use super::xml::Xml;
use crate::network::{Edge, Node, network};
use crate::rdf::Quad;

const NODE: &[&str] = &["kind", "iri", "division"];
const EDGE: &[&str] = &["sentence", "source", "date", "confidence"];

pub(super) fn gexf(quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    let graph = network(quads).graph;
    let root = [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")];
    let mut xml = Xml::new(out)?;
    xml.element("gexf", &root, |xml| {
        xml.element("meta", &[], |xml| xml.text("creator", &[], "zhengtu"))?;
        xml.element("graph", &[("defaultedgetype", "directed"), ("mode", "static")], |xml| {
            declare(xml, "node", NODE)?;
            declare(xml, "edge", EDGE)?;
            xml.element("nodes", &[("count", &graph.node_count().to_string())], |xml| {
                graph.node_indices().try_for_each(|index| {
                    let degree = graph.neighbors_undirected(index).count();
                    node(xml, &index.index().to_string(), &graph[index], degree)
                })
            })?;
            xml.element("edges", &[("count", &graph.edge_count().to_string())], |xml| {
                graph.edge_indices().try_for_each(|index| {
                    let (from, to) = graph.edge_endpoints(index).expect("an index of this graph has its ends");
                    let ids = [index.index(), from.index(), to.index()].map(|id| id.to_string());
                    edge(xml, &ids, &graph[index])
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
        let values = [node.kind.name(), &node.iri, node.division.as_deref().unwrap_or_default()];
        attributes(xml, NODE, &values)?;
        let (r, g, b) = node.kind.colour();
        let [r, g, b] = [r, g, b].map(|channel| channel.to_string());
        xml.empty("color", &[("r", &r), ("g", &g), ("b", &b)])?;
        xml.empty("size", &[("value", &size(degree))])
    })
}

/// The area of the disc is in proportion to the degree, and the smallest can still be clicked.
fn size(degree: usize) -> String {
    let degree = u32::try_from(degree).unwrap_or(u32::MAX);
    format!("{:.1}", 4.0 + 4.0 * f64::from(degree).sqrt())
}

fn edge(xml: &mut Xml<'_>, [id, from, to]: &[String; 3], edge: &Edge) -> Result<()> {
    let weight = edge.weight.to_string();
    let named = [
        ("id", id.as_str()),
        ("source", from),
        ("target", to),
        ("label", edge.kind.name()),
        ("weight", &weight),
        ("kind", edge.kind.name()),
    ];
    match &edge.evidence {
        None => xml.empty("edge", &named),
        Some(found) => xml.element("edge", &named, |xml| {
            attributes(xml, EDGE, &[&found.sentence, &found.source, &found.date, &found.confidence])
        }),
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
