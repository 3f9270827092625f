//! Facts -> edges: between the entities they speak of, or from nodes of their own.

use super::gather::{Gathered, Id};
use super::select::{Selected, date, parties};
use super::{Edge, EdgeKind, Edges, Evidence, Node, NodeKind, View};
use crate::rdf::NamedNodeRef;
use crate::rdf::vocabulary::{dcterms, nif, org, prov, schema, zt};

/// From, to, kind, and the fact that says it; nothing for what no single statement says.
pub(super) type Tie = (Id, Id, EdgeKind, Option<(Id, NodeKind)>);

/// Every tie of a view: sorted, so that all statements of one tie stand together.
pub(super) fn ties(graph: &Gathered, selected: &Selected, view: &View) -> Vec<Tie> {
    let mut ties = structure(graph);
    for &(kind, fact) in graph.facts.iter().filter(|(_, fact)| selected.facts[*fact as usize]) {
        let said = match view.edges {
            Some(Edges::Full) => roles(graph, fact),
            _ => between(graph, kind, fact, view.history),
        };
        ties.extend(said.into_iter().map(|(from, to, edge)| (from, to, edge, Some((fact, kind)))));
    }
    // An end that nothing describes (a division that the gazetteer's graph lacks) has no name to draw.
    let drawn = |end: Id| selected.has(graph, end) && (graph.kind(end).is_some() || fact_kind(graph, end).is_some());
    ties.retain(|(from, to, ..)| drawn(*from) && drawn(*to));
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// From a fact as a node to everything that takes part in it.
fn roles(graph: &Gathered, fact: Id) -> Vec<(Id, Id, EdgeKind)> {
    let role = |(property, edge)| graph.all(fact, property).map(move |party| (fact, party, edge));
    EdgeKind::ROLES.into_iter().flat_map(role).collect()
}

/// Between those who take part in a fact; without history a person is only tied to an office while they hold it.
fn between(graph: &Gathered, kind: NodeKind, fact: Id, history: bool) -> Vec<(Id, Id, EdgeKind)> {
    let (from, to, edge) = match kind {
        NodeKind::Tenure => match standing(graph, fact) {
            Some(edge) if history || edge == EdgeKind::Holds => (org::MEMBER, zt::OFFICE_OF, edge),
            _ => return Vec::new(),
        },
        NodeKind::Pursuit => (zt::ACTOR, zt::INITIATIVE_OF, EdgeKind::Pursues),
        NodeKind::Article => (schema::AUTHOR, schema::ABOUT, EdgeKind::Covers),
        _ => {
            let parties = parties(graph, kind, fact);
            let others = |(i, one): (usize, &Id)| {
                let one = *one;
                parties[i + 1..].iter().map(move |other| (one, *other, EdgeKind::Cooperates))
            };
            return parties.iter().enumerate().flat_map(others).collect();
        }
    };
    let every = |from| graph.all(fact, to).map(move |to| (from, to, edge));
    graph.all(fact, from).flat_map(every).collect()
}

/// How a tenure says that the person stands to the office.
fn standing(graph: &Gathered, tenure: Id) -> Option<EdgeKind> {
    let has = |status: NamedNodeRef<'static>| graph.all(tenure, zt::STATUS).any(|s| graph.text(s) == status.as_str());
    let kinds = [
        (zt::CURRENT, EdgeKind::Holds),
        (zt::ACTING, EdgeKind::Holds),
        (zt::APPOINTED, EdgeKind::Appointed),
        (zt::NOMINATED, EdgeKind::Nominated),
        (zt::FORMER, EdgeKind::Left),
        (zt::REMOVED, EdgeKind::Left),
    ];
    kinds.into_iter().find(|(status, _)| has(*status)).map(|(_, edge)| edge)
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
            ties.extend(graph.all(subject, property).map(|object| (subject, object, kind, None)));
        }
    }
    ties
}

/// The edge that statements of one tie make together: the surest is its evidence, of equals the first.
pub(super) fn edge(graph: &Gathered, statements: &[Tie]) -> Edge {
    let kind = statements[0].2;
    let mut edge =
        Edge { kind, weight: statements.len(), evidence: None, first_seen: None, last_seen: None, start: None };
    for (fact, of) in statements.iter().filter_map(|tie| tie.3) {
        let found = evidence(graph, of, fact);
        let [day, start] = [found.date.as_str(), graph.said(Some(fact), zt::START)];
        earliest(&mut edge.first_seen, day);
        earliest(&mut edge.start, start);
        if edge.last_seen.as_deref().unwrap_or_default() < day {
            edge.last_seen = Some(day.to_owned());
        }
        // Canonical decimals of one leading digit compare as text.
        if edge.evidence.as_ref().is_none_or(|best| best.confidence < found.confidence) {
            edge.evidence = Some(found);
        }
    }
    edge
}

fn earliest(known: &mut Option<String>, date: &str) {
    if !date.is_empty() && known.as_deref().is_none_or(|known| date < known) {
        *known = Some(date.to_owned());
    }
}

/// What a fact stands on: its sentence; for an article its headline.
fn evidence(graph: &Gathered, kind: NodeKind, fact: Id) -> Evidence {
    let date = date(graph, kind, fact).to_owned();
    if kind == NodeKind::Article {
        return Evidence {
            iri: graph.text(fact).to_owned(),
            sentence: graph.said(Some(fact), schema::HEADLINE).to_owned(),
            source: graph.said(graph.one(fact, dcterms::IS_PART_OF), zt::FILE_NAME).to_owned(),
            date,
            confidence: String::new(),
        };
    }
    let sentence = graph.one(fact, prov::WAS_DERIVED_FROM);
    Evidence {
        iri: sentence.map_or("", |sentence| graph.text(sentence)).to_owned(),
        sentence: graph.said(sentence, nif::ANCHOR_OF).to_owned(),
        source: graph.said(sentence.and_then(|s| graph.one(s, nif::REFERENCE_CONTEXT)), zt::FILE_NAME).to_owned(),
        date,
        confidence: graph.said(Some(fact), zt::CONFIDENCE).to_owned(),
    }
}

/// The node of an entity or of a fact; nothing for what is neither.
pub(super) fn node(graph: &Gathered, id: Id) -> Option<Node> {
    let iri = graph.text(id).to_owned();
    let Some(kind) = graph.kind(id) else { return fact(graph, id, iri) };
    let last = || iri.rsplit('/').next().unwrap_or(&iri).to_owned();
    let label = graph.label(id).map_or_else(last, str::to_owned);
    let aliases = graph.all(id, crate::rdf::vocabulary::skos::ALT_LABEL).map(|alias| graph.text(alias).to_owned());
    let aliases = aliases.filter(|alias| *alias != label).collect();
    let division = graph.division(id);
    let code = Some(graph.said(division, zt::DIVISION_CODE)).filter(|code| !code.is_empty());
    let division_name = division.filter(|_| code.is_some()).and_then(|division| graph.label(division));
    Some(Node {
        label,
        kind,
        aliases,
        division: code.map(str::to_owned),
        division_name: division_name.map(str::to_owned),
        iri,
    })
}

fn fact_kind(graph: &Gathered, id: Id) -> Option<NodeKind> {
    NodeKind::FACTS.into_iter().find(|kind| graph.facts.binary_search(&(*kind, id)).is_ok())
}

/// A fact is called by those who take part in it, an article by its headline.
fn fact(graph: &Gathered, id: Id, iri: String) -> Option<Node> {
    let kind = fact_kind(graph, id)?;
    let names = parties(graph, kind, id).into_iter().filter_map(|party| graph.label(party));
    let label = match kind {
        NodeKind::Article => graph.said(Some(id), schema::HEADLINE).to_owned(),
        _ => names.collect::<Vec<_>>().join(" – "),
    };
    Some(Node { iri, label, kind, aliases: Vec::new(), division: None, division_name: None })
}
