//! Facts -> edges: between the entities they speak of, or from nodes of their own.

use std::sync::Arc;

use super::edge::Stated;
use super::fact::Fact;
use super::gather::{Gathered, Id};
use super::selected::Selected;
use super::{Edge, EdgeKind, Edges, Node, NodeKind, View};
use crate::error::{Error, Result};
use crate::rdf::vocabulary::{dcterms, org, skos, zt};

/// An end of a tie: an entity, or a fact by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum End {
    Entity(Id),
    Fact(u32),
}

/// From, to, kind, and the number of the fact that says it; nothing for what no single statement says.
pub(super) type Tie = (End, End, EdgeKind, Option<u32>);

/// Every tie of a view, each once.
pub(super) fn ties(graph: &Gathered, selected: &Selected, view: &View) -> Vec<Tie> {
    let mut ties = structure(graph);
    for (number, fact) in (0..).zip(&graph.facts).filter(|(number, _)| selected.fact(*number)) {
        let said = match view.edges {
            Some(Edges::Full) => roles(graph, fact, number),
            _ => between(graph, fact, view.history),
        };
        ties.extend(said.into_iter().map(|(from, to, edge)| (from, to, edge, Some(number))));
    }
    // An end that nothing describes (a division that the gazetteer's graph lacks) has no name to draw.
    let drawn = |end: End| match end {
        End::Entity(id) => selected.entities[id as usize] && graph.kind(id).is_some(),
        End::Fact(number) => selected.fact(number),
    };
    ties.retain(|(from, to, ..)| drawn(*from) && drawn(*to));
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// From a fact as a node to everything that takes part in it.
fn roles(graph: &Gathered, fact: &Fact, number: u32) -> Vec<(End, End, EdgeKind)> {
    graph.roles(fact).iter().map(|role| (End::Fact(number), End::Entity(role.party), role.kind)).collect()
}

/// Between those who take part in a fact; without history a person is only tied to an office while they hold it.
fn between(graph: &Gathered, fact: &Fact, history: bool) -> Vec<(End, End, EdgeKind)> {
    let (from, to, edge) = match fact.kind {
        NodeKind::Tenure => match fact.standing {
            Some(edge) if history || edge == EdgeKind::Holds => (EdgeKind::Member, EdgeKind::Office, edge),
            _ => return Vec::new(),
        },
        NodeKind::Pursuit => (EdgeKind::Actor, EdgeKind::Initiative, EdgeKind::Pursues),
        NodeKind::Article => (EdgeKind::Author, EdgeKind::About, EdgeKind::Covers),
        _ => {
            let parties = graph.parties(fact);
            let others = |(i, one): (usize, &Id)| {
                let one = *one;
                let to = |other: &Id| (End::Entity(one), End::Entity(*other), EdgeKind::Cooperates);
                parties[i + 1..].iter().map(to).collect::<Vec<_>>()
            };
            return parties.iter().enumerate().flat_map(others).collect();
        }
    };
    let of =
        |role| graph.roles(fact).iter().filter(move |party| party.kind == role).map(|party| End::Entity(party.party));
    of(from).flat_map(|from| of(to).map(move |to| (from, to, edge))).collect()
}

/// The ties that entities have by what they are: posts in bodies, bodies and offices of divisions, divisions of those
/// above.
fn structure(graph: &Gathered) -> Vec<Tie> {
    let kinds = [
        (org::POST_IN, EdgeKind::PostIn),
        (zt::JURISDICTION, EdgeKind::Jurisdiction),
        (dcterms::IS_PART_OF, EdgeKind::IsPartOf),
    ];
    let mut ties = Vec::new();
    for subject in graph.entities() {
        for (property, kind) in kinds {
            let objects = graph.all(subject, property);
            ties.extend(objects.map(|object| (End::Entity(subject), End::Entity(object), kind, None)));
        }
    }
    ties
}

/// Texts that many nodes and edges have, each in memory once.
pub(super) struct Shared<'g> {
    graph: &'g Gathered,
    known: Vec<Option<Arc<str>>>,
}

impl<'g> Shared<'g> {
    pub(super) fn new(graph: &'g Gathered) -> Self {
        Self { graph, known: vec![None; graph.len()] }
    }

    /// A text; nothing where it is empty.
    fn text(&mut self, id: Id) -> Option<Arc<str>> {
        let text = self.known[id as usize].get_or_insert_with(|| self.graph.text(id).into());
        (!text.is_empty()).then(|| Arc::clone(text))
    }

    /// The edge that statements of one tie make together: the surest is its evidence, of equals the first.
    pub(super) fn edge(&mut self, kind: EdgeKind, statements: &[Tie]) -> Edge {
        let graph = self.graph;
        let facts = || statements.iter().filter_map(|tie| tie.3).map(|number| &graph.facts[number as usize]);
        // Numbers of texts compare as the texts do, and canonical decimals of one leading digit as what they mean.
        let best = facts().rev().max_by_key(|fact| fact.confidence);
        let dated = |date: fn(&Fact) -> Id| facts().map(date).filter(|id| !graph.text(*id).is_empty());
        Edge {
            kind,
            weight: statements.len(),
            first_seen: dated(|fact| fact.date).min().and_then(|id| self.text(id)),
            last_seen: dated(|fact| fact.date).max().and_then(|id| self.text(id)),
            start: dated(|fact| fact.start).min().and_then(|id| self.text(id)),
            stated: best.map(|fact| Stated {
                confidence: self.text(fact.confidence),
                date: self.text(fact.date),
                texts: fact.texts,
            }),
        }
    }

    /// The node of an entity or of a fact.
    pub(super) fn node(&mut self, end: End) -> Result<Node> {
        match end {
            End::Entity(id) => Ok(self.entity(id)),
            End::Fact(number) => fact(self.graph, &self.graph.facts[number as usize]),
        }
    }

    fn entity(&mut self, id: Id) -> Node {
        let graph = self.graph;
        let iri = graph.text(id).to_owned();
        let last = || iri.rsplit('/').next().unwrap_or(&iri).to_owned();
        let label = graph.label(id).map_or_else(last, |name| graph.text(name).to_owned());
        let aliases = graph.all(id, skos::ALT_LABEL).map(|alias| graph.text(alias).to_owned());
        let division = graph.division(id);
        let code = division.and_then(|division| graph.one(division, zt::DIVISION_CODE));
        let name = division.filter(|_| code.is_some()).and_then(|division| graph.label(division));
        Node {
            kind: graph.kind(id).expect("an end that is drawn has a kind"),
            aliases: aliases.filter(|alias| *alias != label).collect(),
            division: code.and_then(|code| self.text(code)),
            division_name: name.and_then(|name| self.text(name)),
            label,
            iri,
        }
    }
}

/// A fact is called by those who take part in it, an article by its headline.
fn fact(graph: &Gathered, fact: &Fact) -> Result<Node> {
    let [iri, _, sentence, _] = graph.spooled.get(fact.texts).map_err(Error::no_room)?;
    let names = graph.parties(fact).into_iter().filter_map(|party| graph.label(party)).map(|name| graph.text(name));
    let label = match fact.kind {
        NodeKind::Article => sentence,
        _ => names.collect::<Vec<_>>().join(" – "),
    };
    Ok(Node { iri, label, kind: fact.kind, aliases: Vec::new(), division: None, division_name: None })
}
