//! graphology's JSON, with everything that sigma.js draws: positions, sizes, colours, labels.

use std::io::{Result, Write};

use serde_json::json;

use super::{json, picture};
use crate::network::{Network, layout};

pub(super) fn sigma(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    let positions = layout(network);
    writeln!(out, "{{\n\"options\": {{\"type\": \"directed\", \"multi\": true, \"allowSelfLoops\": true}},")?;
    writeln!(out, "\"attributes\": {{\"name\": \"zhengtu\"}},")?;
    let nodes = graph.node_indices().zip(&positions).map(|(index, (x, y))| {
        let (node, degree) = (&graph[index], network.degree(index));
        let mut attributes = json::node(node, degree);
        attributes.insert("x".to_owned(), (*x).into());
        attributes.insert("y".to_owned(), (*y).into());
        attributes.insert("size".to_owned(), picture::round(picture::size(degree) / 2.0).into());
        attributes.insert("color".to_owned(), picture::colour(node.kind).into());
        Ok(json!({ "key": node.iri, "attributes": attributes }))
    });
    json::list(out, "nodes", nodes)?;
    writeln!(out, ",")?;
    let edges = network.edges().map(|(id, from, to, edge)| {
        let mut attributes = json::edge(network, edge)?;
        attributes.insert("label".to_owned(), edge.kind.name().into());
        let (source, target) = (&graph[from].iri, &graph[to].iri);
        Ok(json!({ "key": format!("e{id}"), "source": source, "target": target, "attributes": attributes }))
    });
    json::list(out, "edges", edges)?;
    writeln!(out, "\n}}")
}
