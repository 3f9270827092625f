//! RDF/XML.
//!
//! The serializer is the store's: sophia's wants its `xml` feature, which would bring the very crate that the store
//! has already, behind an adapter.

use std::io::Write;

use super::{Quads, merged, subjects, written};
use crate::error::Result;
use crate::rdf::vocabulary::PREFIXES;
use crate::rdf::{RdfFormat, RdfSerializer};

pub(super) fn rdfxml(quads: &mut dyn Quads, out: &mut dyn Write) -> Result<()> {
    let (_, subjects) = subjects(&mut merged(quads))?;
    let serializer = RdfSerializer::from_format(RdfFormat::RdfXml);
    let serializer = PREFIXES.iter().fold(serializer, |serializer, (prefix, iri)| {
        serializer.with_prefix(*prefix, *iri).expect("the vocabulary's namespaces are IRIs")
    });
    let mut writer = serializer.for_writer(&mut *out);
    for quads in subjects {
        quads?.iter().try_for_each(|quad| writer.serialize_quad(quad)).map_err(written)?;
    }
    writer.finish().map_err(written)?;
    writeln!(out).map_err(written)
}
