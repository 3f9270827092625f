//! The graph as files: one table of formats, a file a format.
//!
//! Every format is written in an order of its own that depends on the graph alone, so that one graph gives the same
//! bytes whoever wrote it, and two versions of a graph can be compared with `diff`.

mod csv;
mod cytoscape;
mod dot;
mod gexf;
mod graphml;
mod html;
mod json;
mod jsonld;
mod lines;
mod neo4j;
mod order;
mod parquet;
mod picture;
mod rdfxml;
mod sigma;
mod sorted;
mod svg;
mod tables;
mod turtle;
mod xml;

use std::cell::{Cell, RefCell};
use std::io::{BufWriter, Write};

use crate::error::{Error, Result};
use crate::network::{self, Network, View};
use crate::rdf::{GraphName, Quad};
pub use lines::{canonical, hash};
use order::Survey;

/// Statements one after another, or why there are no more.
trait Quads: Iterator<Item = Result<Quad>> {}

impl<T: Iterator<Item = Result<Quad>>> Quads for T {}

type Statements = fn(&mut dyn Quads, &mut dyn Write) -> Result<()>;
type Drawing = fn(&Network, &mut dyn Write) -> std::io::Result<()>;

/// One way to write a graph.
#[derive(Clone, Copy)]
pub struct Format {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot; empty where a file's extension does not tell.
    pub extension: &'static str,
    pub media_type: &'static str,
    /// One line for help.
    pub summary: &'static str,
    /// The most nodes that are readable in it; none where any number is.
    pub limit: Option<usize>,
    writer: Writer,
}

/// What a format is made of.
#[derive(Clone, Copy)]
enum Writer {
    Statements(Statements),
    Network(Drawing),
    /// Several files, each with its name, in a folder.
    Folder(&'static [(&'static str, Drawing)]),
}

/// What a picture shows before it is a ball of wool.
const READABLE: usize = 1_500;

/// Every format, in the order in which help lists them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "turtle",
        extension: "ttl",
        media_type: "text/turtle",
        summary: "RDF for people to read: prefixes, one paragraph a subject, names first",
        limit: None,
        writer: Writer::Statements(turtle::turtle),
    },
    Format {
        name: "trig",
        extension: "trig",
        media_type: "application/trig",
        summary: "the same, with a block for each source",
        limit: None,
        writer: Writer::Statements(turtle::trig),
    },
    Format {
        name: "ntriples",
        extension: "nt",
        media_type: "application/n-triples",
        summary: "RDF, a statement a line, sorted",
        limit: None,
        writer: Writer::Statements(lines::ntriples),
    },
    Format {
        name: "nquads",
        extension: "nq",
        media_type: "application/n-quads",
        summary: "the same, with the source of each statement; loses nothing",
        limit: None,
        writer: Writer::Statements(lines::nquads),
    },
    Format {
        name: "jsonld",
        extension: "jsonld",
        media_type: "application/ld+json",
        summary: "RDF as JSON, for programs of the web",
        limit: None,
        writer: Writer::Statements(jsonld::jsonld),
    },
    Format {
        name: "rdfxml",
        extension: "rdf",
        media_type: "application/rdf+xml",
        summary: "RDF as XML, for older tools",
        limit: None,
        writer: Writer::Statements(rdfxml::rdfxml),
    },
    Format {
        name: "gexf",
        extension: "gexf",
        media_type: "application/gexf+xml",
        summary: "the network of entities, for Gephi",
        limit: None,
        writer: Writer::Network(gexf::gexf),
    },
    Format {
        name: "graphml",
        extension: "graphml",
        media_type: "application/graphml+xml",
        summary: "the network of entities, for yEd, Cytoscape, networkx, igraph",
        limit: None,
        writer: Writer::Network(graphml::graphml),
    },
    Format {
        name: "cytoscape",
        extension: "cyjs",
        media_type: "application/json",
        summary: "the network as JSON, for Cytoscape and Cytoscape.js",
        limit: None,
        writer: Writer::Network(cytoscape::cytoscape),
    },
    Format {
        name: "sigma",
        extension: "json",
        media_type: "application/json",
        summary: "the network as graphology's JSON with positions, for sigma.js",
        limit: None,
        writer: Writer::Network(sigma::sigma),
    },
    Format {
        name: "dot",
        extension: "dot",
        media_type: "text/vnd.graphviz",
        summary: "the network, for Graphviz",
        limit: None,
        writer: Writer::Network(dot::dot),
    },
    Format {
        name: "svg",
        extension: "svg",
        media_type: "image/svg+xml",
        summary: "a picture of a small network, for documents and slides",
        limit: Some(READABLE),
        writer: Writer::Network(svg::svg),
    },
    Format {
        name: "html",
        extension: "html",
        media_type: "text/html",
        summary: "the picture as a page that shows the sentence behind each edge; needs nothing else",
        limit: Some(READABLE),
        writer: Writer::Network(html::html),
    },
    Format {
        name: "csv",
        extension: "",
        media_type: "text/csv",
        summary: "a folder with tables of entities and relations, for Excel, R, pandas",
        limit: None,
        writer: Writer::Folder(csv::FILES),
    },
    Format {
        name: "parquet",
        extension: "",
        media_type: "application/vnd.apache.parquet",
        summary: "the same tables as Parquet, for DuckDB, Spark, polars, pandas",
        limit: None,
        writer: Writer::Folder(parquet::FILES),
    },
    Format {
        name: "neo4j",
        extension: "",
        media_type: "text/csv",
        summary: "a folder with the tables that `neo4j-admin database import full` reads",
        limit: None,
        writer: Writer::Folder(neo4j::FILES),
    },
];

/// A format by its name or extension.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| !name.is_empty() && (format.name == name || format.extension == name))
}

impl Format {
    /// Whether it is RDF, and not a network drawn from it.
    pub fn is_rdf(&self) -> bool {
        matches!(self.writer, Writer::Statements(_))
    }

    /// Whether it is several files in a folder.
    pub fn is_folder(&self) -> bool {
        matches!(self.writer, Writer::Folder(_))
    }
}

/// Writes one file: its name (empty where the format has only one) and what fills it.
pub type File<'a> = (&'a str, &'a dyn Fn(&mut dyn Write) -> Result<()>);

/// Writes a graph. The quads may come in any order and more than once.
pub fn write(format: &Format, quads: impl IntoIterator<Item = Result<Quad>>, out: &mut dyn Write) -> Result<()> {
    if format.is_folder() {
        return Err(Error::Folder { format: format.name });
    }
    // The view shows all, so the quads are read once.
    let quads = Cell::new(Some(quads));
    write_view(format, || quads.take(), &View::default(), |(_, fill)| fill(out))
}

/// Writes the part of a graph that a view shows, and hands each file that the format has to `file`. The graph comes in
/// pieces as for [`network::view`]; they are asked for again where RDF is written and the view leaves something out.
pub fn write_view<P, Q, E>(
    format: &Format,
    pieces: impl Fn() -> P,
    view: &View,
    mut file: impl FnMut(File<'_>) -> Result<(), E>,
) -> Result<(), E>
where
    P: IntoIterator<Item = Q>,
    Q: IntoIterator<Item = Result<Quad>>,
    E: From<Error>,
{
    let files: &[(&str, Drawing)] = match &format.writer {
        Writer::Statements(writer) => {
            let quads = RefCell::new(network::select(pieces, view)?);
            return file(("", &|out| fill(out, |out| writer(&mut *quads.borrow_mut(), out))));
        }
        Writer::Network(writer) => &[("", *writer)],
        Writer::Folder(files) => files,
    };
    let network = network::view(pieces(), view)?;
    let nodes = network.graph.node_count();
    if let Some(limit) = format.limit.filter(|limit| nodes > *limit) {
        return Err(Error::TooLarge { format: format.name, nodes, limit }.into());
    }
    files
        .iter()
        .try_for_each(|(name, writer)| file((*name, &|out| fill(out, |out| writer(&network, out).map_err(written)))))
}

fn fill(out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.flush().map_err(written)
}

fn written(cause: std::io::Error) -> Error {
    Error::Write { cause }
}

/// The statements without their graphs: for formats that know one graph only.
pub fn merged(quads: impl Iterator<Item = Result<Quad>>) -> impl Iterator<Item = Result<Quad>> {
    quads.map(|quad| quad.map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad }))
}

/// All that one graph says of one subject after another, as people would read it, and what is to be known before.
fn subjects(quads: &mut dyn Quads) -> Result<(Survey, impl Iterator<Item = Result<Vec<Quad>>> + use<>)> {
    let mut survey = Survey::default();
    let mut sorted = sorted::quads(quads, |quad| {
        survey.see(quad);
        order::key(quad)
    })?
    .peekable();
    let subjects = std::iter::from_fn(move || {
        let first = match sorted.next()? {
            Ok(quad) => quad,
            Err(error) => return Some(Err(error)),
        };
        let mut said = vec![first];
        let same = |quad: &Quad, of: &Quad| quad.subject == of.subject && quad.graph_name == of.graph_name;
        while let Some(Ok(quad)) = sorted.next_if(|quad| quad.as_ref().is_ok_and(|quad| same(quad, &said[0]))) {
            said.push(quad);
        }
        Some(Ok(said))
    });
    Ok((survey, subjects))
}
