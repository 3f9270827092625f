//! Cytoscape's JSON (`.cyjs`): opened by Cytoscape, Cytoscape.js and networkx.
//!
//! A node's identifier is its IRI, so that tables and networks of other exports join with it. `value` is for networkx,
//! which names nodes by it, and `key` keeps its edges of two kinds between the same two apart.

use std::io::{Result, Write};

use serde_json::json;

use super::json;
use crate::network::Network;

pub(super) fn cytoscape(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    writeln!(out, "{{\n\"format_version\": \"1.0\",\n\"generated_by\": \"zhengtu\",")?;
    writeln!(out, "\"target_cytoscapejs_version\": \"~3.0\",\n\"directed\": true,\n\"multigraph\": true,")?;
    writeln!(out, "\"data\": {{\"name\": \"zhengtu\"}},\n\"elements\": {{")?;
    let nodes = graph.node_indices().map(|index| {
        let node = &graph[index];
        let mut data = json::node(node, network.degree(index));
        for key in ["id", "value"] {
            data.insert(key.to_owned(), node.iri.as_str().into());
        }
        data.insert("name".to_owned(), node.label.as_str().into());
        Ok(json!({ "data": data }))
    });
    json::list(out, "nodes", nodes)?;
    writeln!(out, ",")?;
    let edges = network.edges().map(|(id, from, to, edge)| {
        let mut data = json::edge(network, edge)?;
        data.insert("id".to_owned(), format!("e{id}").into());
        data.insert("source".to_owned(), graph[from].iri.as_str().into());
        data.insert("target".to_owned(), graph[to].iri.as_str().into());
        for key in ["interaction", "key"] {
            data.insert(key.to_owned(), edge.kind.name().into());
        }
        Ok(json!({ "data": data }))
    });
    json::list(out, "edges", edges)?;
    writeln!(out, "\n}}\n}}")
}
