//! N-Triples and N-Quads: a statement a line, the lines sorted by their bytes.

use std::io::Write;

use sha2::{Digest, Sha256};

use super::{Quads, merged, sorted, written};
use crate::error::{Error, Result};
use crate::rdf::{GraphName, Quad, Subject, Term};

pub(super) fn ntriples(quads: &mut dyn Quads, out: &mut dyn Write) -> Result<()> {
    nquads(&mut merged(quads), out)
}

pub(super) fn nquads(quads: &mut dyn Quads, out: &mut dyn Write) -> Result<()> {
    sorted::lines(quads)?.try_for_each(|line| writeln!(out, "{} .", line?).map_err(written))
}

/// The statements of a graph in canonical form (RDFC-1.0): a line each without its final dot, sorted, each once.
///
/// The algorithm's work is the naming of blank nodes; where there are none, what is left of it is the canonical spelling
/// of N-Quads, in which the store writes, and the order. This program's graphs have none, and one that has is refused
/// rather than given a form that depends on how its nodes were called.
pub fn canonical(quads: impl Iterator<Item = Result<Quad>>) -> Result<impl Iterator<Item = Result<String>>> {
    sorted::lines(quads.map(|quad| match quad {
        Ok(quad) if has_blank_node(&quad) => Err(Error::BlankNode { statement: quad.to_string() }),
        other => other,
    }))
}

/// The SHA-256 of the canonical form, in hexadecimal: equal for equal graphs, whatever file or store they come from.
pub fn hash(quads: impl Iterator<Item = Result<Quad>>) -> Result<String> {
    let mut hasher = Sha256::new();
    for line in canonical(quads)? {
        hasher.update(line?);
        hasher.update(" .\n");
    }
    Ok(format!("{:x}", hasher.finalize()))
}

fn has_blank_node(quad: &Quad) -> bool {
    let inside = |term: &Term| match term {
        Term::BlankNode(_) => true,
        // A statement inside a statement; its parts are not looked at one by one, for it is not ours either.
        Term::Triple(triple) => triple.to_string().contains("_:"),
        Term::NamedNode(_) | Term::Literal(_) => false,
    };
    matches!(quad.subject, Subject::BlankNode(_))
        || inside(&quad.object)
        || matches!(quad.graph_name, GraphName::BlankNode(_))
}
