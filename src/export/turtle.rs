//! Turtle and TriG as a person would want to read them.
//!
//! sophia's pretty serializer sorts properties by their IRIs, which buries the name of a thing among them, and holds
//! the whole graph once more to do so. Its streaming one groups what it is given in the order in which it is given:
//! so the order is made here, names first, and sophia abbreviates, escapes and folds, one subject at a time.

use std::io::{Error, Result, Write};

use sophia::api::prefix::{Prefix, PrefixMapPair};
use sophia::api::serializer::TripleSerializer;
use sophia::api::source::IntoSource;
use sophia::api::term::{BnodeId, IriRef, LanguageTag, SimpleTerm};
use sophia::iri::Iri;
use sophia::turtle::serializer::turtle::{TurtleConfig, TurtleSerializer};

use super::order::Survey;
use super::{Quads, merged, subjects, written};
use crate::error;
use crate::rdf::{GraphName, Quad, Subject, Term};

/// One graph: the statements of all sources.
pub(super) fn turtle(quads: &mut dyn Quads, out: &mut dyn Write) -> error::Result<()> {
    trig(&mut merged(quads), out)
}

/// A block for each graph; what stands in none comes first and without a block.
pub(super) fn trig(quads: &mut dyn Quads, out: &mut dyn Write) -> error::Result<()> {
    let (survey, mut subjects) = subjects(quads)?;
    let prefixes = prefixes(&survey);
    let header = prefixes.iter().map(|(prefix, iri)| format!("@prefix {}: <{}> .\n", prefix.as_str(), iri.as_str()));
    out.write_all(header.collect::<String>().as_bytes()).map_err(written)?;
    let config = TurtleConfig::new().with_own_prefix_map(prefixes);
    let mut open = GraphName::DefaultGraph;
    subjects.try_for_each(|quads| -> error::Result<()> {
        let quads = quads?;
        let graph = &quads[0].graph_name;
        if *graph != open {
            if open != GraphName::DefaultGraph {
                writeln!(out, "}}").map_err(written)?;
            }
            writeln!(out, "\nGRAPH {graph} {{").map_err(written)?;
            open = graph.clone();
        }
        writeln!(out).and_then(|()| out.write_all(&paragraph(&quads, &config)?)).map_err(written)
    })?;
    if open == GraphName::DefaultGraph { Ok(()) } else { writeln!(out, "}}").map_err(written) }
}

/// All that is said of one subject, without the prefixes that sophia writes before it.
fn paragraph(quads: &[Quad], config: &TurtleConfig) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    let triples = quads.iter().map(|quad| {
        [
            subject(&quad.subject),
            SimpleTerm::Iri(IriRef::new_unchecked(quad.predicate.as_str().into())),
            term(&quad.object),
        ]
    });
    TurtleSerializer::new_with_config(&mut written, config.clone())
        .serialize_triples(triples.into_source())
        .map_err(|error| Error::other(error.to_string()))?;
    let header = config.prefix_map().iter().map(|(prefix, iri)| prefix.len() + iri.len() + "PREFIX : <>\n".len()).sum();
    Ok(written.split_off(header))
}

fn prefixes(survey: &Survey) -> Vec<PrefixMapPair> {
    let pair = |(prefix, space): (String, String)| {
        (Prefix::new_unchecked(prefix.into_boxed_str()), Iri::new_unchecked(space.into_boxed_str()))
    };
    survey.prefixes().into_iter().map(pair).collect()
}

fn subject(subject: &Subject) -> SimpleTerm<'_> {
    match subject {
        Subject::NamedNode(node) => SimpleTerm::Iri(IriRef::new_unchecked(node.as_str().into())),
        Subject::BlankNode(node) => SimpleTerm::BlankNode(BnodeId::new_unchecked(node.as_str().into())),
    }
}

fn term(term: &Term) -> SimpleTerm<'_> {
    match term {
        Term::NamedNode(node) => SimpleTerm::Iri(IriRef::new_unchecked(node.as_str().into())),
        Term::BlankNode(node) => SimpleTerm::BlankNode(BnodeId::new_unchecked(node.as_str().into())),
        Term::Literal(literal) => match literal.language() {
            Some(language) => {
                SimpleTerm::LiteralLanguage(literal.value().into(), LanguageTag::new_unchecked(language.into()), None)
            }
            None => {
                let datatype = IriRef::new_unchecked(literal.datatype().as_str().to_owned().into());
                SimpleTerm::LiteralDatatype(literal.value().into(), datatype)
            }
        },
        Term::Triple(triple) => {
            let predicate = SimpleTerm::Iri(IriRef::new_unchecked(triple.predicate.as_str().into()));
            SimpleTerm::Triple(Box::new([subject(&triple.subject), predicate, self::term(&triple.object)]))
        }
    }
}
