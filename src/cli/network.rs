//! What the commands that look at the network share: reading it, and tables of its nodes and edges.

use anyhow::anyhow;

use crate::cli::arguments::{Answering, Scope};
use crate::cli::{export, query, sparql};
use crate::error::Error;
use crate::network::{self, Edge, Network, Node, NodeId, View};
use crate::query::{Sought, entity};
use crate::rdf::{Base, Literal, NamedNode, Same, Term};
use crate::store::{Answer, Rows, Store};

/// A store with the network that was asked of it.
pub struct Opened {
    pub store: Store,
    pub base: Base,
    pub network: Network,
}

/// Reads the network of a store, or the part of it in scope.
pub fn open(answering: &Answering, scope: &Scope) -> anyhow::Result<Opened> {
    let (store, base) = query::open(&answering.place)?;
    let view = export::scope(&store, &base, scope)?;
    let network = read(&store, &view)?;
    Ok(Opened { store, base, network })
}

/// The network of a store.
pub fn read(store: &Store, view: &View) -> Result<Network, Error> {
    let same = &same(store)?;
    network::view(store.graphs().map(|quads| quads.map(|quad| Ok(same.apply(quad?)))), view)
}

/// What was decided to be one.
pub fn same(store: &Store) -> Result<Same, Error> {
    Ok(Same::of(&store.decisions()?))
}

impl Opened {
    /// The node that a name means. Something known that is tied to nothing has none.
    pub fn node(&self, sought: Sought, typed: &str) -> anyhow::Result<NodeId> {
        let iri = entity(&self.store, &self.base, sought, typed)?;
        let same = same(&self.store)?;
        let found = self.network.find(same.canonical(&iri).as_str());
        found.ok_or_else(|| anyhow!("`{typed}` is known, but nothing in this network is tied to it ({})", iri.as_str()))
    }
}

/// Writes rows as `query` writes answers.
pub fn write(names: &[&str], rows: Vec<Vec<Option<Term>>>, base: &Base, answering: &Answering) -> anyhow::Result<()> {
    let look = sparql::Look { format: answering.format.as_deref(), output: answering.output.as_deref() };
    sparql::write(Answer::Rows(Rows::new(names, rows)), base, &look)
}

/// The cells `x` and `xLabel` of a node.
pub fn named(node: &Node) -> [Option<Term>; 2] {
    [iri(&node.iri), text(&node.label)]
}

pub fn iri(iri: &str) -> Option<Term> {
    (!iri.is_empty()).then(|| NamedNode::new_unchecked(iri).into())
}

pub fn text(text: &str) -> Option<Term> {
    (!text.is_empty()).then(|| Literal::new_simple_literal(text).into())
}

pub fn number(number: usize) -> Option<Term> {
    Some(Literal::from(u64::try_from(number).unwrap_or(u64::MAX)).into())
}

/// A fraction with as many decimals.
pub fn decimal(value: f64, decimals: usize) -> Option<Term> {
    let decimal = NamedNode::new_unchecked("http://www.w3.org/2001/XMLSchema#decimal");
    Some(Literal::new_typed_literal(format!("{value:.decimals$}"), decimal).into())
}

/// The columns of an edge's evidence.
pub const EVIDENCE: [&str; 4] = ["evidence", "evidenceLabel", "source", "date"];

/// The cells of an edge's evidence.
pub fn evidence(network: &Network, edge: &Edge) -> std::io::Result<[Option<Term>; 4]> {
    let found = network.evidence(edge)?.unwrap_or_default();
    Ok([iri(&found.iri), text(&found.sentence), text(&found.source), text(&found.date)])
}
