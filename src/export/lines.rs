//! N-Triples and N-Quads: a statement a line, the lines sorted by their bytes.

use std::io::{Result, Write};

use super::merged;
use crate::rdf::Quad;

pub(super) fn ntriples(quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    nquads(merged(quads), out)
}

pub(super) fn nquads(quads: Vec<Quad>, out: &mut dyn Write) -> Result<()> {
    let mut lines: Vec<String> = quads.into_iter().map(|quad| quad.to_string()).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.iter().try_for_each(|line| writeln!(out, "{line} ."))
}
