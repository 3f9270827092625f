//! The graph as files: one table of formats, a file a format.
//!
//! Every format is written in an order of its own that depends on the graph alone, so that one graph gives the same
//! bytes whoever wrote it, and two versions of a graph can be compared with `diff`.

mod gexf;
mod graphml;
mod jsonld;
mod lines;
mod order;
mod rdfxml;
mod turtle;
mod xml;

use std::io::{BufWriter, Write};

use crate::error::{Error, Result};
use crate::rdf::{GraphName, Quad};

/// One way to write a graph.
#[derive(Clone, Copy)]
pub struct Format {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    pub media_type: &'static str,
    /// One line for help.
    pub summary: &'static str,
    writer: fn(Vec<Quad>, &mut dyn Write) -> std::io::Result<()>,
}

/// Every format, in the order in which help lists them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "turtle",
        extension: "ttl",
        media_type: "text/turtle",
        summary: "RDF for people to read: prefixes, one paragraph a subject, names first",
        writer: turtle::turtle,
    },
    Format {
        name: "trig",
        extension: "trig",
        media_type: "application/trig",
        summary: "the same, with a block for each source",
        writer: turtle::trig,
    },
    Format {
        name: "ntriples",
        extension: "nt",
        media_type: "application/n-triples",
        summary: "RDF, a statement a line, sorted",
        writer: lines::ntriples,
    },
    Format {
        name: "nquads",
        extension: "nq",
        media_type: "application/n-quads",
        summary: "the same, with the source of each statement; loses nothing",
        writer: lines::nquads,
    },
    Format {
        name: "jsonld",
        extension: "jsonld",
        media_type: "application/ld+json",
        summary: "RDF as JSON, for programs of the web",
        writer: jsonld::jsonld,
    },
    Format {
        name: "rdfxml",
        extension: "rdf",
        media_type: "application/rdf+xml",
        summary: "RDF as XML, for older tools",
        writer: rdfxml::rdfxml,
    },
    Format {
        name: "gexf",
        extension: "gexf",
        media_type: "application/gexf+xml",
        summary: "the network of entities, for Gephi",
        writer: gexf::gexf,
    },
    Format {
        name: "graphml",
        extension: "graphml",
        media_type: "application/graphml+xml",
        summary: "the network of entities, for yEd, Cytoscape, networkx, igraph",
        writer: graphml::graphml,
    },
];

/// A format by its name or extension.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name || format.extension == name)
}

/// Writes a graph. The quads may come in any order and more than once.
pub fn write(format: &Format, quads: impl IntoIterator<Item = Result<Quad>>, out: &mut dyn Write) -> Result<()> {
    let quads = quads.into_iter().collect::<Result<Vec<Quad>>>()?;
    let mut out = BufWriter::new(out);
    (format.writer)(quads, &mut out).and_then(|()| out.flush()).map_err(|cause| Error::Write { cause })
}

/// The statements without their graphs, each once: for formats that know one graph only.
fn merged(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.iter_mut().for_each(|quad| quad.graph_name = GraphName::DefaultGraph);
    quads
}
