//! RDF/XML.
//!
//! The serializer is the store's: sophia's wants its `xml` feature, which would bring the very crate that the store
//! has already, behind an adapter.

use std::io::{Result, Write};

use super::{merged, order};
use crate::rdf::vocabulary::PREFIXES;
use crate::rdf::{Quad, RdfFormat, RdfSerializer};

pub(super) fn rdfxml(quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    let mut quads = merged(quads);
    order::sort(&mut quads);
    let serializer = RdfSerializer::from_format(RdfFormat::RdfXml);
    let serializer = PREFIXES.iter().fold(serializer, |serializer, (prefix, iri)| {
        serializer.with_prefix(*prefix, *iri).expect("the vocabulary's namespaces are IRIs")
    });
    let mut writer = serializer.for_writer(&mut *out);
    for quad in &quads {
        writer.serialize_quad(quad)?;
    }
    writer.finish()?;
    writeln!(out)
}
