//! Shapes as values.

use crate::error::Result;
use crate::rdf::NamedNode;
use crate::validate::constraint::Constraint;
use crate::validate::reader;

/// A set of shapes, in the order of their IRIs.
#[derive(Debug, Clone)]
pub struct Shapes {
    pub(super) shapes: Vec<Shape>,
}

impl Shapes {
    /// Reads shapes from Turtle. `file` is for errors, which name the line of a mistake in the Turtle, and the shape of
    /// whatever else cannot be read: a part of SHACL that this program does not know is an error, since a constraint
    /// passed over would be a promise broken in silence.
    pub fn read(file: &str, turtle: &str) -> Result<Shapes> {
        reader::shapes(file, turtle).map(|shapes| Shapes { shapes })
    }

    /// The names of the constraint components that the shapes use, as in `sh:MinCountConstraintComponent`, sorted.
    pub fn components(&self) -> Vec<&'static str> {
        let all = self.shapes.iter().flat_map(|shape| {
            shape.constraints.iter().chain(shape.properties.iter().flat_map(|property| &property.constraints))
        });
        let mut names: Vec<&str> = all.map(Constraint::component).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// What every member of some classes must be.
#[derive(Debug, Clone)]
pub struct Shape {
    pub iri: NamedNode,
    /// The classes whose members, and those of their subclasses, are looked at.
    pub targets: Vec<NamedNode>,
    /// What is wrong where a constraint of the node itself does not hold.
    pub message: String,
    /// What a person can do about it; empty where the shape says nothing.
    pub way_out: String,
    /// Constraints on the node itself.
    pub constraints: Vec<Constraint>,
    pub properties: Vec<Property>,
}

/// What the values of one property must be.
#[derive(Debug, Clone)]
pub struct Property {
    /// The shape's own name; nothing for a blank node.
    pub iri: Option<NamedNode>,
    pub path: Path,
    pub message: String,
    pub constraints: Vec<Constraint>,
}

/// From a node to its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    Forward(NamedNode),
    Inverse(NamedNode),
}

impl Path {
    /// As SPARQL writes it.
    pub fn sparql(&self) -> String {
        match self {
            Path::Forward(property) => property.to_string(),
            Path::Inverse(property) => format!("^{property}"),
        }
    }
}
