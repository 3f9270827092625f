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

use super::{merged, order};
use crate::rdf::vocabulary::{PREFIXES, REPORT_PREFIX};
use crate::rdf::{GraphName, Quad, Subject, Term};

/// One graph: the statements of all sources.
pub(super) fn turtle(quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    trig(merged(quads), out)
}

/// A block for each graph; what stands in none comes first and without a block.
pub(super) fn trig(mut quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    order::sort(&mut quads);
    let prefixes = prefixes(&quads);
    for (prefix, iri) in &prefixes {
        writeln!(out, "@prefix {}: <{}> .", prefix.as_str(), iri.as_str())?;
    }
    let config = TurtleConfig::new().with_own_prefix_map(prefixes);
    for graph in quads.chunk_by(|a, b| a.graph_name == b.graph_name) {
        let name = &graph[0].graph_name;
        if *name != GraphName::DefaultGraph {
            writeln!(out, "\nGRAPH {name} {{")?;
        }
        for subject in graph.chunk_by(|a, b| a.subject == b.subject) {
            writeln!(out)?;
            out.write_all(&paragraph(subject, &config)?)?;
        }
        if *name != GraphName::DefaultGraph {
            writeln!(out, "}}")?;
        }
    }
    Ok(())
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

/// The prefixes that the graph uses, and two for the identifiers that can be abbreviated. Most cannot: a local name
/// holds no slash.
fn prefixes(quads: &[Quad]) -> Vec<PrefixMapPair> {
    let all = PREFIXES.iter().chain([&REPORT_PREFIX]);
    let mut known: Vec<(String, String)> = all.map(|(p, i)| ((*p).to_owned(), (*i).to_owned())).collect();
    if let Some(base) = quads.iter().find_map(order::base) {
        known.extend(["division", "initiative"].map(|kind| (kind.to_owned(), format!("{base}{kind}/"))));
    }
    known.retain(|(_, space)| quads.iter().any(|quad| uses(quad, space)));
    let pair = |(prefix, space): (String, String)| {
        (Prefix::new_unchecked(prefix.into_boxed_str()), Iri::new_unchecked(space.into_boxed_str()))
    };
    known.into_iter().map(pair).collect()
}

fn subject_iri(quad: &Quad) -> &str {
    match &quad.subject {
        Subject::NamedNode(node) => node.as_str(),
        Subject::BlankNode(_) => "",
    }
}

fn uses(quad: &Quad, space: &str) -> bool {
    let object = match &quad.object {
        Term::NamedNode(node) => node.as_str(),
        Term::Literal(literal) if literal.language().is_none() => literal.datatype().as_str(),
        _ => "",
    };
    // The type is written `a`.
    let predicate = if quad.predicate == order::TYPE { "" } else { quad.predicate.as_str() };
    [subject_iri(quad), predicate, object].iter().any(|iri| iri.starts_with(space))
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
