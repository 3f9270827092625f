//! What people decided, as statements of the decisions' graph.

use std::collections::BTreeMap;

use crate::rdf::vocabulary::{SAME, owl, skos};
use crate::rdf::{Base, NamedNode, NamedNodeRef, Quad, Subject, Term};

/// What was decided of two things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// They are one, and the second is what it is called.
    Same,
    /// They are two, and nobody need ask again.
    Different,
}

impl Verdict {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Different => "different",
        }
    }

    /// The verdict of a word, as `resolve` writes and people type them.
    pub fn named(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "same" | "accept" | "accepted" | "yes" | "y" => Some(Verdict::Same),
            "different" | "reject" | "rejected" | "no" | "n" => Some(Verdict::Different),
            _ => None,
        }
    }
}

/// All decisions, by the other thing and the one. Of two things there is one decision at most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions(BTreeMap<(NamedNode, NamedNode), Verdict>);

impl Decisions {
    /// Those of a graph of decisions.
    pub fn of(quads: impl IntoIterator<Item = Quad>) -> Self {
        let mut decisions = Self::default();
        for quad in quads {
            let predicate = quad.predicate.as_ref();
            let verdict = match predicate {
                _ if SAME.contains(&predicate) => Verdict::Same,
                owl::DIFFERENT_FROM => Verdict::Different,
                _ => continue,
            };
            if let (Subject::NamedNode(other), Term::NamedNode(one)) = (quad.subject, quad.object) {
                decisions.0.insert((other, one), verdict);
            }
        }
        decisions
    }

    /// Decides. Whatever was decided of the two before is gone.
    pub fn decide(&mut self, other: NamedNode, one: NamedNode, verdict: Verdict) {
        self.undo(&other, &one);
        self.0.insert((other, one), verdict);
    }

    /// Takes the decision on two things back, whichever was named first; false where there is none.
    pub fn undo(&mut self, a: &NamedNode, b: &NamedNode) -> bool {
        let gone = [(a, b), (b, a)].map(|(a, b)| self.0.remove(&(a.clone(), b.clone())));
        gone.iter().any(Option::is_some)
    }

    /// What was decided of two things, whichever is named first.
    pub fn on(&self, a: &NamedNode, b: &NamedNode) -> Option<Verdict> {
        let either = |a: &NamedNode, b: &NamedNode| self.0.get(&(a.clone(), b.clone())).copied();
        either(a, b).or_else(|| either(b, a))
    }

    /// Every decision: the other thing, the one, the verdict.
    pub fn iter(&self) -> impl Iterator<Item = (&NamedNode, &NamedNode, Verdict)> {
        self.0.iter().map(|((other, one), verdict)| (other, one, *verdict))
    }

    /// The statements of the decisions' graph.
    pub fn quads(&self, base: &Base) -> Vec<Quad> {
        let quad = |((other, one), verdict): (&(NamedNode, NamedNode), &Verdict)| {
            let predicate: NamedNodeRef<'static> = match verdict {
                Verdict::Different => owl::DIFFERENT_FROM,
                // Initiatives are concepts, and what is said of a concept's name is not said of a thing in the world.
                Verdict::Same if kind(base, one) == Some("initiative") => skos::EXACT_MATCH,
                Verdict::Same => owl::SAME_AS,
            };
            Quad::new(other.clone(), predicate, one.clone(), base.decisions())
        };
        self.0.iter().map(quad).collect()
    }
}

/// What an identifier is of, where two of that kind can be one: people, bodies and initiatives. Divisions have codes, and
/// an office is its body's.
pub fn kind(base: &Base, node: &NamedNode) -> Option<&'static str> {
    let path = node.as_str().strip_prefix(base.as_str())?;
    ["person", "body", "initiative"].into_iter().find(|kind| path.split('/').next() == Some(kind))
}
