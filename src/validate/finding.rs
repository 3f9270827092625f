//! What is wrong, and where.

use crate::rdf::{NamedNode, Term};
use crate::validate::place::Place;
use crate::validate::shape::Path;

/// One rule that does not hold, with all that breaks it.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The name of the query, or of the shape without its namespace.
    pub name: String,
    /// What is wrong, in words.
    pub message: String,
    /// What a person can do about it; empty where nobody wrote it down.
    pub way_out: String,
    /// The shape that does not hold; nothing for a query.
    pub shape: Option<NamedNode>,
    /// The property whose values are wrong; nothing where the node itself is.
    pub path: Option<Path>,
    /// The constraint component's name without `ConstraintComponent`; `SPARQL` for a query.
    pub component: &'static str,
    /// Sorted by node and value.
    pub findings: Vec<Finding>,
}

/// One node that breaks the rule.
#[derive(Debug, Clone)]
pub struct Finding {
    pub focus: Term,
    /// The value that is wrong, where one is.
    pub value: Option<Term>,
    /// What else there is to know: names and texts.
    pub details: Vec<(String, String)>,
    /// The sentence that the query itself gives.
    pub place: Option<Place>,
}

impl Finding {
    /// What findings are sorted by.
    pub(super) fn key(&self) -> (String, String, Vec<(String, String)>) {
        let value = self.value.as_ref().map_or_else(String::new, ToString::to_string);
        (self.focus.to_string(), value, self.details.clone())
    }
}
