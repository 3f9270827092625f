//! Document -> quads: what a source says, as RDF in the source's own named graph.
//!
//! Identifiers need no registry and no blank nodes, so documents are processed apart and merging is set union.

mod base;
mod date;
mod division;
mod entities;
mod facts;
mod nquads;
mod offsets;
mod same;
mod statements;
pub mod vocabulary;

pub use crate::lexicon::Level;
pub use base::{Base, is_decisions};
pub use date::days_of;
pub use division::{DivisionFacts, divisions};
pub use nquads::nquads;
pub use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
pub use oxigraph::model::{
    BlankNode, GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode as Subject, Quad, Term, Triple,
};
pub use same::Same;

use std::collections::BTreeSet;

use crate::document::Document;
use crate::entity::Kind;
use statements::Statements;

/// The ontology, in Turtle: every class, property and concept of the `zt:` namespace with labels in two languages.
pub const ONTOLOGY: &str = include_str!("../ontology/zhengtu.ttl");

/// The shapes that every graph of this program conforms to, SHACL in Turtle.
pub const SHAPES: &str = include_str!("../ontology/shapes.ttl");

/// Everything that a document says, sorted and without repetition, in the graph named by its source.
pub fn quads(document: &Document, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(base.source(&document.source.name));
    facts::source(document, base, &mut out);
    entities::entities(document, base, &mut out);
    out.finish()
}

/// The codes of the divisions that a document names, sorted: those whose facts the gazetteer's graph must hold.
pub fn mentioned(document: &Document) -> impl Iterator<Item = &str> {
    let codes: BTreeSet<&str> = document
        .entities
        .values()
        .filter_map(|entity| match &entity.kind {
            Kind::Division { code } => Some(code.as_str()),
            _ => None,
        })
        .collect();
    codes.into_iter()
}

/// The prefixes of the vocabulary as SPARQL declares them, one a line.
pub fn sparql_prefixes() -> String {
    vocabulary::PREFIXES.iter().map(|(prefix, iri)| format!("PREFIX {prefix}: <{iri}>\n")).collect()
}
