//! The picture as one page that answers: the sentence behind the edge that is pointed at, search, zoom. It loads
//! nothing from anywhere.
//!
//! What it says in Chinese and English, its looks and its hundred lines of script are in `data/export/page.html`.

use std::io::{Result, Write};

use serde_json::{Value, json};

use super::json;
use super::svg;
use super::xml::Xml;
use crate::network::Network;
use crate::query::unbroken;

const PAGE: &str = include_str!("../../data/export/page.html");

pub(super) fn html(network: &Network, out: &mut dyn Write) -> Result<()> {
    let mut rest = PAGE;
    for (mark, fill) in [("{{svg}}", picture as super::Drawing), ("{{data}}", data)] {
        let (before, after) = rest.split_once(mark).expect("the page has its two marks: a test opens it");
        out.write_all(before.as_bytes())?;
        fill(network, out)?;
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// The picture without the declaration of an XML file, which HTML takes for a comment.
fn picture(network: &Network, out: &mut dyn Write) -> Result<()> {
    svg::draw(&mut Xml::part(out), network)
}

/// What the script shows, as JSON that no text can end early.
fn data(network: &Network, out: &mut dyn Write) -> Result<()> {
    let graph = &network.graph;
    let nodes: Vec<Value> = graph
        .node_indices()
        .map(|index| {
            let mut data = json::node(&graph[index], network.degree(index));
            data.insert("iri".to_owned(), graph[index].iri.as_str().into());
            data.into()
        })
        .collect();
    let edges: Vec<Value> = network
        .edges()
        .map(|(_, from, to, edge)| {
            let mut data = json::edge(network, edge)?;
            if let Some(sentence) = data.get_mut("sentence") {
                *sentence = unbroken(sentence.as_str().unwrap_or_default()).into();
            }
            data.insert("from".to_owned(), network.place(from).into());
            data.insert("to".to_owned(), network.place(to).into());
            Ok(data.into())
        })
        .collect::<Result<_>>()?;
    let text = json!({ "nodes": nodes, "edges": edges }).to_string();
    out.write_all(text.replace('<', "\\u003c").as_bytes())
}
