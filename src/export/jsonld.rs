//! JSON-LD that reads like JSON: short names from a context, one object a subject, one line each.
//!
//! Written here. sophia's serializer wants its `jsonld` feature, which brings an asynchronous JSON-LD processor of
//! some seventy crates, and the store's writes the expanded form, in which every name is an IRI. The statements stand
//! in one graph: most readers open the default graph alone and would find nothing of what stands in named ones;
//! where a statement comes from is said by its sentence.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{Quads, merged, order, subjects, written};
use crate::error::Result;
use crate::rdf::vocabulary::{PREFIXES, dcterms, nif, org, prov, schema, skos, zt};
use crate::rdf::{NamedNodeRef, Quad, Subject, Term};

/// How the values of a property are written short. Any other value of it is written in full, so that a table too
/// small or wrong costs beauty and never truth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Short {
    /// An IRI, as a string.
    Node,
    /// A text in Chinese, as a string.
    Chinese,
    /// A string without language, or an integer.
    Plain,
    /// A decimal, as a string.
    Decimal,
}

/// The short names: that of the property in its vocabulary, none twice.
const TERMS: &[(NamedNodeRef<'static>, Short)] = &[
    (skos::PREF_LABEL, Short::Chinese),
    (skos::ALT_LABEL, Short::Chinese),
    (schema::HEADLINE, Short::Chinese),
    (schema::AUTHOR, Short::Node),
    (schema::CONTRIBUTOR, Short::Node),
    (schema::PUBLISHER, Short::Node),
    (schema::DATE_PUBLISHED, Short::Plain),
    (schema::ABOUT, Short::Node),
    (schema::MENTIONS, Short::Node),
    (dcterms::IS_PART_OF, Short::Node),
    (org::POST_IN, Short::Node),
    (org::HOLDS, Short::Node),
    (org::MEMBER, Short::Node),
    (org::ORGANIZATION, Short::Node),
    (prov::WAS_DERIVED_FROM, Short::Node),
    (nif::ANCHOR_OF, Short::Plain),
    (nif::BEGIN_INDEX, Short::Plain),
    (nif::END_INDEX, Short::Plain),
    (nif::REFERENCE_CONTEXT, Short::Node),
    (zt::DIVISION_CODE, Short::Plain),
    (zt::LEVEL, Short::Node),
    (zt::TITLE, Short::Chinese),
    (zt::JURISDICTION, Short::Node),
    (zt::OFFICE_OF, Short::Node),
    (zt::STATUS, Short::Node),
    (zt::ATTESTED_ON, Short::Plain),
    (zt::START, Short::Plain),
    (zt::END, Short::Plain),
    (zt::INITIATIVE_KIND, Short::Node),
    (zt::PURSUES, Short::Node),
    (zt::ACTOR, Short::Node),
    (zt::INITIATIVE_OF, Short::Node),
    (zt::ACTION, Short::Node),
    (zt::SPEAKER, Short::Node),
    (zt::CONFIDENCE, Short::Decimal),
    (zt::RULE, Short::Plain),
    (zt::FILE_NAME, Short::Plain),
    (zt::SHA256, Short::Plain),
];

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

pub(super) fn jsonld(quads: &mut dyn Quads, out: &mut dyn Write) -> Result<()> {
    let (survey, subjects) = subjects(&mut merged(quads))?;
    let writer = Names { base: survey.base() };
    write!(out, "{{\n\"@context\": {},\n\"@graph\": [", writer.context()).map_err(written)?;
    for (i, subject) in subjects.enumerate() {
        let comma = if i == 0 { "" } else { "," };
        write!(out, "{comma}\n{}", writer.object(&subject?)).map_err(written)?;
    }
    writeln!(out, "\n]\n}}").map_err(written)
}

/// How things are called in this file.
struct Names<'a> {
    /// What identifiers are relative to; empty where the graph shows none.
    base: &'a str,
}

impl Names<'_> {
    fn context(&self) -> Value {
        let mut context = Map::new();
        if !self.base.is_empty() {
            context.insert("@base".to_owned(), self.base.into());
        }
        context.extend(PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), (*iri).into())));
        for (property, short) in TERMS {
            let id = self.compact(property.as_str());
            let term = match short {
                Short::Node => json!({"@id": id, "@type": "@id"}),
                Short::Chinese => json!({"@id": id, "@language": "zh"}),
                Short::Plain => json!({"@id": id}),
                Short::Decimal => json!({"@id": id, "@type": "xsd:decimal"}),
            };
            context.insert(name(*property).to_owned(), term);
        }
        context.into()
    }

    fn object(&self, quads: &[Quad]) -> Value {
        let mut object = Map::new();
        let id = match &quads[0].subject {
            Subject::NamedNode(node) => self.node(node.as_str()),
            Subject::BlankNode(node) => node.to_string(),
        };
        object.insert("@id".to_owned(), id.into());
        for said in quads.chunk_by(|a, b| a.predicate == b.predicate) {
            let predicate = said[0].predicate.as_ref();
            let term = TERMS.iter().find(|(property, _)| *property == predicate);
            let key = match term {
                Some((property, _)) => name(*property).to_owned(),
                None if predicate == order::TYPE => "@type".to_owned(),
                None => self.compact(predicate.as_str()),
            };
            let mut values = said.iter().map(|quad| match (&quad.object, key.as_str()) {
                (Term::NamedNode(class), "@type") => self.compact(class.as_str()).into(),
                (value, _) => self.value(value, term.map(|(_, short)| *short)),
            });
            let values = match (values.next(), said.len()) {
                (Some(only), 1) => only,
                (first, _) => first.into_iter().chain(values).collect(),
            };
            object.insert(key, values);
        }
        object.into()
    }

    fn value(&self, value: &Term, short: Option<Short>) -> Value {
        match value {
            Term::NamedNode(node) if short == Some(Short::Node) => self.node(node.as_str()).into(),
            Term::NamedNode(node) => json!({"@id": self.node(node.as_str())}),
            Term::BlankNode(node) => json!({"@id": node.to_string()}),
            Term::Literal(literal) => {
                let (text, datatype) = (literal.value(), literal.datatype().as_str());
                match (literal.language(), datatype.strip_prefix(XSD), short) {
                    (Some("zh"), _, Some(Short::Chinese)) => text.into(),
                    (Some(language), ..) => json!({"@value": text, "@language": language}),
                    (None, Some("decimal"), Some(Short::Decimal)) => text.into(),
                    (None, Some("string"), Some(Short::Plain) | None) => text.into(),
                    (None, Some("string"), _) => json!({"@value": text}),
                    (None, Some("integer"), Some(Short::Plain)) if text.parse::<u32>().is_ok() => {
                        json!(text.parse::<u32>().unwrap_or_default())
                    }
                    _ => json!({"@value": text, "@type": self.compact(datatype)}),
                }
            }
            // RDF 1.2's statements about statements: JSON-LD 1.1 has no form for them, and this program none of them.
            Term::Triple(triple) => json!({"@value": triple.to_string()}),
        }
    }

    /// An identifier, relative where that has one reading: what stands before a colon would be taken for a prefix.
    fn node(&self, iri: &str) -> String {
        match iri.strip_prefix(self.base) {
            Some(rest) if !self.base.is_empty() && !rest.is_empty() && !rest.contains(':') => rest.to_owned(),
            _ => self.compact(iri),
        }
    }

    /// A term of a vocabulary as `prefix:name`; anything else as it is.
    fn compact(&self, iri: &str) -> String {
        let known = PREFIXES.iter().find_map(|(prefix, space)| Some((prefix, iri.strip_prefix(space)?)));
        match known {
            Some((prefix, name)) if !name.is_empty() && !name.starts_with("//") => format!("{prefix}:{name}"),
            _ => iri.to_owned(),
        }
    }
}

/// The last part of a property's IRI.
fn name(property: NamedNodeRef<'static>) -> &'static str {
    let iri = property.as_str();
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PREFIXES, TERMS, name};

    #[test]
    fn no_two_properties_share_a_short_name() {
        let names: BTreeSet<&str> = TERMS.iter().map(|(property, _)| name(*property)).collect();
        assert_eq!(names.len(), TERMS.len());
        assert!(PREFIXES.iter().all(|(prefix, _)| !names.contains(prefix)), "nor with a prefix");
    }
}
