//! Whether a graph is what it claims to be: the shapes of the ontology hold, and questions that must have no answer
//! have none.
//!
//! The shapes are SHACL. Each constraint of them becomes a SPARQL query for the nodes that break it, asked of the store
//! where it lies: nothing is copied, and a graph larger than memory can be checked. The SHACL engines for Rust that we
//! found would have brought 150 crates, an HTTP client among them, and want the graph in memory. What is understood of
//! SHACL is what our shapes use; a shape that says more is refused, never half read. The tests hold the answers against
//! those of pySHACL, case by case.
//!
//! What shapes cannot say (two facts that contradict each other, a shortcut that nothing supports) stands in
//! `queries/verify/*.rq`: a row of one of them is something wrong, its summary says what, its description what to do.

mod constraint;
mod finding;
mod place;
mod reader;
mod report;
mod run;
mod shape;

pub use finding::{Finding, Problem};
pub use place::{Place, places};
pub use report::Report;
pub use shape::{Path, Shapes};

use rayon::prelude::*;
use shape::{Property, Shape};

use crate::error::Result;
use crate::query::{Catalog, Saved};
use crate::store::Store;

/// Checks a store. `checks` are the queries that must give no rows, [`Catalog::checks`] or those and a user's own.
pub fn report(store: &Store, shapes: &Shapes, checks: &Catalog) -> Result<Report> {
    let classes = run::classes(store)?;
    let parts = |shape| std::iter::once((shape, None)).chain(properties(shape));
    let parts: Vec<(&Shape, Option<&Property>)> = shapes.shapes.iter().flat_map(parts).collect();
    let checks: Vec<&Saved> = checks.iter().collect();
    // Each is a walk through the store of its own, and all cores can walk.
    let held = parts.par_iter().map(|(shape, property)| run::shape(store, shape, *property, &classes));
    let held: Vec<Result<Vec<Problem>>> = held.collect();
    let empty: Vec<Result<Option<Problem>>> = checks.par_iter().map(|check| run::check(store, check)).collect();
    let mut problems: Vec<Problem> = held.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    problems.extend(empty.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten());
    Ok(Report { problems, shapes: shapes.shapes.len(), checks: checks.len() })
}

fn properties(shape: &Shape) -> impl Iterator<Item = (&Shape, Option<&Property>)> {
    shape.properties.iter().map(move |property| (shape, Some(property)))
}

/// What one check finds; nothing where all is well.
pub fn check(store: &Store, check: &Saved) -> Result<Option<Problem>> {
    run::check(store, check)
}
