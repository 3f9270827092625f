//! The statements of one graph while they are gathered.

use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term, vocab::xsd};

/// The language that the sources are written in, and so of every label taken from them.
const LANGUAGE: &str = "zh";

/// A growing list of quads of one graph. Repetition is allowed; [`Statements::finish`] sorts and removes it.
pub(super) struct Statements {
    graph: GraphName,
    quads: Vec<Quad>,
}

impl Statements {
    pub(super) fn new(graph: NamedNode) -> Self {
        Self { graph: graph.into(), quads: Vec::new() }
    }

    pub(super) fn add(&mut self, subject: &NamedNode, predicate: impl Into<NamedNode>, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), predicate, object, self.graph.clone()));
    }

    /// Text as the source prints it, tagged as Chinese.
    pub(super) fn add_text(&mut self, subject: &NamedNode, predicate: impl Into<NamedNode>, text: &str) {
        self.add(subject, predicate, Literal::new_language_tagged_literal_unchecked(text, LANGUAGE));
    }

    /// Text that is no language: codes, names of files and rules.
    pub(super) fn add_code(&mut self, subject: &NamedNode, predicate: impl Into<NamedNode>, code: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(code));
    }

    pub(super) fn add_integer(&mut self, subject: &NamedNode, predicate: impl Into<NamedNode>, value: usize) {
        self.add(subject, predicate, Literal::new_typed_literal(value.to_string(), xsd::INTEGER));
    }

    /// A share of one, from hundredths, in the canonical form of `xsd:decimal` (`0.9`, not `0.90`): the store keeps
    /// numbers as values and would hand back the canonical form, and a graph must be equal before and after it.
    pub(super) fn add_percent(&mut self, subject: &NamedNode, predicate: impl Into<NamedNode>, percent: u8) {
        let (ones, hundredths) = (percent / 100, percent % 100);
        let lexical = match (hundredths / 10, hundredths % 10) {
            (0, 0) => format!("{ones}"),
            (tenths, 0) => format!("{ones}.{tenths}"),
            (tenths, rest) => format!("{ones}.{tenths}{rest}"),
        };
        self.add(subject, predicate, Literal::new_typed_literal(lexical, xsd::DECIMAL));
    }

    /// The quads, in the order of their N-Quads lines.
    pub(super) fn finish(mut self) -> Vec<Quad> {
        self.quads.sort_by_cached_key(Quad::to_string);
        self.quads.dedup();
        self.quads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(value: u8) -> String {
        let node = NamedNode::new_unchecked("https://example.org/");
        let mut out = Statements::new(node.clone());
        out.add_percent(&node, node.clone(), value);
        match &out.finish()[0].object {
            Term::Literal(literal) => literal.value().to_owned(),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_percentage_is_a_canonical_decimal() {
        assert_eq!([100, 99, 90, 7, 0].map(percent), ["1", "0.99", "0.9", "0.07", "0"]);
    }

    #[test]
    fn saying_a_thing_twice_says_it_once() {
        let node = NamedNode::new_unchecked("https://example.org/");
        let mut out = Statements::new(node.clone());
        out.add_text(&node, node.clone(), "区长");
        out.add_text(&node, node.clone(), "区长");
        assert_eq!(out.finish().len(), 1);
    }
}
