//! Graphviz's language: `dot -Tsvg graph.dot -o graph.svg` draws it, with the sentences as tooltips.

use std::io::{Result, Write};

use super::picture;
use crate::network::Network;
use crate::query::unbroken;

pub(super) fn dot(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    let font = quoted(picture::FONTS);
    writeln!(out, "digraph zhengtu {{")?;
    writeln!(out, "  graph [layout=sfdp, overlap=prism, splines=line, outputorder=edgesfirst, fontname={font}];")?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fontname={font}, fontsize=11, fontcolor=white, penwidth=0];"
    )?;
    writeln!(out, "  edge [fontname={font}, fontsize=8, color=\"#999999\", fontcolor=\"#666666\", arrowsize=0.6];")?;
    for index in graph.node_indices() {
        let node = &graph[index];
        let (label, iri, colour) = (quoted(&node.label), quoted(&node.iri), picture::colour(node.kind));
        let text = picture::text_colour(node.kind);
        let kind = node.kind.name();
        writeln!(
            out,
            "  n{} [label={label}, fillcolor=\"{colour}\", fontcolor=\"{text}\", tooltip=\"{kind}\", URL={iri}];",
            index.index()
        )?;
    }
    for (_, from, to, edge) in network.edges() {
        let kind = edge.kind.name();
        let tooltip = quoted(&picture::explanation(network, edge)?);
        writeln!(
            out,
            "  n{} -> n{} [label=\"{kind}\", tooltip={tooltip}, labeltooltip={tooltip}, weight={}];",
            from.index(),
            to.index(),
            edge.weight
        )?;
    }
    writeln!(out, "}}")
}

/// A quoted string. Only the quotation mark has to be escaped; a backslash would begin an escape of Graphviz.
fn quoted(text: &str) -> String {
    format!("\"{}\"", unbroken(text).replace('\\', "\\\\").replace('"', "\\\""))
}
