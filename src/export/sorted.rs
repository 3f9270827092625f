//! Statements sorted by a key of their own, any number of them: what is too much for memory is sorted on the disk.
//!
//! The crates for it either write to the disk whatever the size (ext-sort) or bring a test runner for documents along
//! (extsort); what is left when itertools merges and tempfile cleans up is a page.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};

use itertools::Itertools;

use crate::error::{Error, Result};
use crate::rdf::{Quad, RdfFormat, RdfParser};

/// How many lines are sorted in memory, some 400 bytes each. More go to files in the system's folder for such
/// (`TMPDIR`), from which they are merged.
const HELD: usize = 500_000;

/// What stands between a statement's key and itself. N-Quads escape it, so the last one in a line is it.
const BETWEEN: char = '\0';

/// The statements as N-Quads spell them without the final dot, sorted by their bytes, each once.
pub(super) fn lines(quads: impl Iterator<Item = Result<Quad>>) -> Result<Lines> {
    sorted(quads.map(|quad| Ok(quad?.to_string())), HELD)
}

/// The statements in the order of their keys, each once. Keys hold no line breaks.
pub(super) fn quads(
    quads: impl Iterator<Item = Result<Quad>>,
    mut key: impl FnMut(&Quad) -> String,
) -> Result<Box<dyn Iterator<Item = Result<Quad>>>> {
    let lines = sorted(
        quads.map(|quad| {
            let quad = quad?;
            Ok(format!("{}{BETWEEN}{quad} .", key(&quad)))
        }),
        HELD,
    )?;
    Ok(Box::new(lines.map(|line| {
        let line = line?;
        let statement = line.rsplit(BETWEEN).next().unwrap_or_default();
        let read = RdfParser::from_format(RdfFormat::NQuads).for_slice(statement).next();
        Ok(read.expect("a statement was written here").expect("and what the store writes it can read"))
    })))
}

pub(super) type Lines = Box<dyn Iterator<Item = Result<String>>>;

fn sorted(lines: impl Iterator<Item = Result<String>>, most: usize) -> Result<Lines> {
    let (mut runs, mut held) = (Vec::<Lines>::new(), Vec::new());
    for line in lines {
        held.push(line?);
        if held.len() == most {
            let run = written(&mut held).map_err(Error::no_room)?;
            runs.push(Box::new(run.lines().map(|line| line.map_err(Error::no_room))));
        }
    }
    held.sort_unstable();
    runs.push(Box::new(held.into_iter().map(Ok)));
    let merged = runs.into_iter().kmerge_by(|a: &Result<String>, b: &Result<String>| match (a, b) {
        (Ok(a), Ok(b)) => a < b,
        (a, _) => a.is_err(),
    });
    Ok(Box::new(merged.dedup_by(|a, b| matches!((a, b), (Ok(a), Ok(b)) if a == b))))
}

/// The lines sorted, in a file without a name, which is gone when nobody reads it any more.
fn written(held: &mut Vec<String>) -> io::Result<BufReader<File>> {
    held.sort_unstable();
    let mut out = BufWriter::new(tempfile::tempfile()?);
    held.drain(..).try_for_each(|line| writeln!(out, "{line}"))?;
    let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.rewind()?;
    Ok(BufReader::new(file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::sorted;
    use crate::error::Result;

    proptest! {
        /// Whether lines are sorted in memory or on the disk is not to be seen in them.
        #[test]
        fn any_number_of_lines_is_sorted(lines in prop::collection::vec("[a-d区\u{0}]{0,3}", 0..40), held in 1..50usize) {
            let found: Vec<String> = sorted(lines.iter().cloned().map(Ok), held).unwrap().collect::<Result<_>>().unwrap();
            let wanted: Vec<String> = lines.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
