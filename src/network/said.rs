//! Statements as rows of numbers, of the properties that somebody reads.

use super::names::Names;
use crate::rdf::{NamedNodeRef, Term};

/// Subject, property by its place in the list, value.
pub(super) type Row = (u32, u8, u32);

/// Rows to be asked.
pub(super) struct Said {
    read: &'static [NamedNodeRef<'static>],
    /// Sorted, each once.
    rows: Vec<Row>,
}

impl Said {
    /// The rows with numbers that `place` gives for those of first meeting, which compare as their texts do.
    pub(super) fn new(
        read: &'static [NamedNodeRef<'static>],
        rows: impl IntoIterator<Item = Row>,
        place: impl Fn(u32) -> u32,
    ) -> Self {
        let mut rows: Vec<Row> = rows.into_iter().map(|(s, p, o)| (place(s), p, place(o))).collect();
        rows.sort_unstable();
        rows.dedup();
        Self { read, rows }
    }

    /// The values of a property, in order.
    pub(super) fn all(&self, subject: u32, property: NamedNodeRef<'static>) -> impl Iterator<Item = u32> {
        let property = number(self.read, property).expect("only properties of the list are asked for");
        let from = self.rows.partition_point(|(s, p, _)| (*s, *p) < (subject, property));
        let of = move |(s, p, _): &&Row| (*s, *p) == (subject, property);
        self.rows[from..].iter().take_while(of).map(|(.., value)| *value)
    }

    /// Every subject that has a property, with each of its values.
    pub(super) fn pairs(&self, property: NamedNodeRef<'static>) -> impl Iterator<Item = (u32, u32)> {
        let property = number(self.read, property);
        self.rows.iter().filter(move |(_, p, _)| Some(*p) == property).map(|(s, _, o)| (*s, *o))
    }
}

/// The place of a property in a list of those that are read.
pub(super) fn number(read: &[NamedNodeRef<'static>], property: NamedNodeRef<'_>) -> Option<u8> {
    read.iter().position(|read| *read == property).and_then(|at| u8::try_from(at).ok())
}

impl Names {
    /// The number of a term's text: an IRI, the value of a literal.
    pub(super) fn term(&mut self, term: &Term) -> u32 {
        match term {
            Term::NamedNode(node) => self.id(node.as_str()),
            Term::Literal(literal) => self.id(literal.value()),
            other => self.id(&other.to_string()),
        }
    }
}
