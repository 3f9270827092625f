//! The statements of a graph that belong to a view.

use std::collections::HashSet;

use super::gather::{Gathered, Id};
use super::part::Part;
use super::selected::Selected;
use super::{EdgeKind, Edges, NodeKind, View};
use crate::error::Result;
use crate::rdf::vocabulary::{org, zt};
use crate::rdf::{Quad, Subject, Term};

/// The statements of a graph that belong to a view, in the order in which they come.
///
/// Facts go with their sentences, articles and sources; entities with what they belong to; the shortcuts `org:holds` and
/// `zt:pursues` with the facts behind them. The graph comes in pieces as for [`super::view`], and is read twice where the
/// view leaves something out: what is kept depends on the whole.
///
/// # Errors
/// Those of the quads, and as [`super::network`].
pub fn select<'g, P, Q>(pieces: impl Fn() -> P, view: &View) -> Result<Box<dyn Iterator<Item = Result<Quad>> + 'g>>
where
    P: IntoIterator<Item = Q>,
    P::IntoIter: 'g,
    Q: IntoIterator<Item = Result<Quad>>,
    Q::IntoIter: 'g,
{
    if view.shows_all() {
        return Ok(Box::new(pieces().into_iter().flatten()));
    }
    let selection = Selection::of(Gathered::of(pieces())?, view);
    let kept = pieces().into_iter().enumerate().flat_map(move |(number, piece)| {
        match piece.into_iter().collect::<Result<Vec<Quad>>>() {
            Ok(quads) => selection.kept(number, quads).into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        }
    });
    Ok(Box::new(kept))
}

/// What a view keeps of a graph.
struct Selection {
    graph: Gathered,
    selected: Selected,
    /// What facts that are kept tie together.
    ties: HashSet<(Id, Id)>,
    selects: bool,
    /// Whether facts are left out, and only the shortcuts kept.
    shortcut: bool,
}

impl Selection {
    fn of(graph: Gathered, view: &View) -> Self {
        let selected = Selected::of(&graph, view);
        let kept = (0..).zip(&graph.facts).filter(|(number, _)| selected.fact(*number)).map(|(_, fact)| fact);
        let stand = kept.filter(|fact| fact.kind != NodeKind::Tenure || fact.standing == Some(EdgeKind::Holds));
        let ties = stand.filter_map(|fact| match graph.parties(fact)[..] {
            [one, other, ..] => Some((one, other)),
            _ => None,
        });
        let ties = ties.collect();
        Self { graph, selected, ties, selects: view.selects(), shortcut: view.edges == Some(Edges::Shortcut) }
    }

    /// The statements of a piece that are kept.
    fn kept(&self, number: usize, mut quads: Vec<Quad>) -> Vec<Quad> {
        let part = Part::of(&quads);
        // Of each text of the part: whether it is a fact or what one stands on, and whether that is kept.
        let mut folded: Vec<Option<bool>> = vec![None; part.len()];
        let numbers = self.graph.parts.get(number).cloned().unwrap_or_default();
        for (fact, number) in part.facts.iter().zip(numbers) {
            let kept = u32::try_from(number).is_ok_and(|number| self.selected.fact(number));
            for text in part.under(*fact).into_iter().flatten().chain([fact.0]) {
                let known = &mut folded[text as usize];
                *known = Some(kept || *known == Some(true));
            }
        }
        quads.retain(|quad| {
            let Subject::NamedNode(subject) = &quad.subject else { return !self.selects };
            let folded = part.find(subject.as_str()).and_then(|subject| folded[subject as usize]);
            match folded {
                Some(kept) => kept && !self.shortcut && self.object(quad),
                None => self.entity(subject.as_str(), quad),
            }
        });
        quads
    }

    /// Whether a statement about an entity is kept.
    fn entity(&self, subject: &str, quad: &Quad) -> bool {
        let Some(subject) = self.graph.find(subject) else { return !self.selects };
        let is_tie = quad.predicate == org::HOLDS || quad.predicate == zt::PURSUES;
        let backed = || match &quad.object {
            Term::NamedNode(node) => self.graph.find(node.as_str()).is_some_and(|o| self.ties.contains(&(subject, o))),
            _ => false,
        };
        let is_kept = self.graph.kind(subject).is_some() && self.selected.entities[subject as usize];
        is_kept && self.object(quad) && (!is_tie || !self.selects || backed())
    }

    /// Whether the object of a statement is no entity, or one that is kept.
    fn object(&self, quad: &Quad) -> bool {
        let Term::NamedNode(node) = &quad.object else { return true };
        let Some(id) = self.graph.find(node.as_str()) else { return true };
        self.graph.kind(id).is_none() || self.selected.entities[id as usize]
    }
}
