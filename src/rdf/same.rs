//! Which things were decided to be one, and a statement as it reads then.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};

use super::is_decisions;
use super::vocabulary::{SAME, skos};

/// The canonical thing of each that was decided to be another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Same(BTreeMap<NamedNode, NamedNode>);

impl Same {
    /// What decisions say. Statements of other graphs are passed over: a source may say that two things are the same,
    /// and only a person's decision makes them one.
    ///
    /// Decisions may form chains, whose end is canonical; of a circle the first in order is.
    pub fn of<'q>(quads: impl IntoIterator<Item = &'q Quad>) -> Self {
        let pairs: BTreeSet<(&NamedNode, &NamedNode)> = quads.into_iter().filter_map(pair).collect();
        let mut near: BTreeMap<&NamedNode, BTreeSet<&NamedNode>> = BTreeMap::new();
        for (other, one) in &pairs {
            near.entry(other).or_default().insert(one);
            near.entry(one).or_default().insert(other);
        }
        let subjects: BTreeSet<&NamedNode> = pairs.iter().map(|(other, _)| *other).collect();
        let (mut canonical, mut seen) = (BTreeMap::new(), BTreeSet::new());
        for start in near.keys() {
            let (mut class, mut open) = (BTreeSet::new(), vec![*start]);
            while let Some(node) = open.pop() {
                if seen.insert(node) {
                    class.insert(node);
                    open.extend(&near[node]);
                }
            }
            let ends = class.iter().find(|node| !subjects.contains(*node)).or(class.first());
            if let Some(one) = ends.copied() {
                let others = class.iter().filter(|node| **node != one);
                canonical.extend(others.map(|other| ((*other).clone(), one.clone())));
            }
        }
        Self(canonical)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a thing is called where what is one is one: itself, or that other.
    pub fn canonical<'n>(&'n self, node: &'n NamedNode) -> &'n NamedNode {
        self.0.get(node).unwrap_or(node)
    }

    /// Each thing that is another, with that other.
    pub fn pairs(&self) -> impl Iterator<Item = (&NamedNode, &NamedNode)> {
        self.0.iter()
    }

    /// A statement of a source as it reads when what is one is one. A name of the other becomes another name of the one.
    pub fn apply(&self, mut quad: Quad) -> Quad {
        if self.0.is_empty() || matches!(&quad.graph_name, GraphName::NamedNode(graph) if is_decisions(graph)) {
            return quad;
        }
        if let NamedOrBlankNode::NamedNode(node) = &quad.subject
            && let Some(one) = self.0.get(node)
        {
            quad.subject = one.clone().into();
            if quad.predicate == skos::PREF_LABEL {
                quad.predicate = skos::ALT_LABEL.into_owned();
            }
        }
        if let Term::NamedNode(node) = &quad.object
            && let Some(one) = self.0.get(node)
        {
            quad.object = one.clone().into();
        }
        quad
    }
}

/// The other and the one, where a statement decides that.
fn pair(quad: &Quad) -> Option<(&NamedNode, &NamedNode)> {
    match (&quad.subject, &quad.object, &quad.graph_name) {
        (NamedOrBlankNode::NamedNode(other), Term::NamedNode(one), GraphName::NamedNode(graph))
            if SAME.contains(&quad.predicate.as_ref()) && is_decisions(graph) && other != one =>
        {
            Some((other, one))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rdf::Base;
    use crate::rdf::vocabulary::owl;

    fn same(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let node = |name: &str| NamedNode::new_unchecked(format!("https://example.org/{name}"));
        let quad = |(a, b): &(&str, &str)| Quad::new(node(a), owl::SAME_AS, node(b), Base::default().decisions());
        let quads: Vec<Quad> = pairs.iter().map(quad).collect();
        let short = |node: &NamedNode| node.as_str().rsplit('/').next().unwrap().to_owned();
        Same::of(&quads).pairs().map(|(a, b)| (short(a), short(b))).collect()
    }

    fn pairs(wanted: &[(&str, &str)]) -> Vec<(String, String)> {
        wanted.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn the_end_of_a_chain_is_canonical() {
        assert_eq!(same(&[("a", "b"), ("b", "c")]), pairs(&[("a", "c"), ("b", "c")]));
        assert_eq!(same(&[("a", "c"), ("b", "c"), ("x", "y")]), pairs(&[("a", "c"), ("b", "c"), ("x", "y")]));
        assert_eq!(same(&[("a", "b"), ("b", "a")]), pairs(&[("b", "a")]));
        assert_eq!(same(&[("a", "a")]), pairs(&[]));
    }
}
