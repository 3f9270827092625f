//! Writing: what a source says replaces what it said before, whole or not at all.

use std::collections::{BTreeMap, HashSet};

use oxigraph::model::{GraphName, NamedNode, Quad};
use oxigraph::store::{StorageError, Transaction};

use super::Store;
use super::identity::Identity;
use crate::error::Result;

/// All that one source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The source's graph.
    pub graph: NamedNode,
    /// Quads of that graph.
    pub quads: Vec<Quad>,
}

/// From how many new quads on the bulk loader is used. It writes sorted files past the log, a dozen of them whatever
/// the number of quads: 0.2 s for few, where a transaction takes 50 µs a quad. They meet at five thousand.
const BULK: usize = 5_000;

/// What the bulk loader may hold, in megabytes: by default it would gather two gigabytes a thread.
const BULK_MEMORY: usize = 500;

/// How many quads are written before a transaction is committed, since it holds them in memory.
const TRANSACTION: usize = 200_000;

type Graphs = Vec<(NamedNode, Vec<Quad>)>;

impl Store {
    /// Puts each batch in the place of what its graph held. Of two batches of one graph the last counts.
    ///
    /// `shared` (the facts about divisions) is only ever added to its graphs. Each source lands whole or not at all,
    /// also when the process is killed; between sources the call may be cut.
    pub fn replace(&self, batches: Vec<Batch>, shared: Vec<Quad>) -> Result<()> {
        self.replace_graphs(batches, shared).map_err(|cause| self.failure(&cause))
    }

    /// Takes a source out. False where there was none.
    pub fn remove(&self, graph: &NamedNode) -> Result<bool> {
        let held = self.database.contains_named_graph(graph).and_then(|held| {
            if held {
                let mut transaction = self.database.start_transaction()?;
                replace_graph(&mut transaction, &Identity::of(&self.database)?, graph, Vec::new())?;
                transaction.remove_named_graph(graph)?;
                transaction.commit()?;
            }
            Ok(held)
        });
        held.map_err(|cause| self.failure(&cause))
    }

    fn replace_graphs(&self, batches: Vec<Batch>, shared: Vec<Quad>) -> Result<(), StorageError> {
        let wanted: BTreeMap<NamedNode, Vec<Quad>> = batches.into_iter().map(|b| (b.graph, b.quads)).collect();
        let (mut known, mut new) = (Graphs::new(), Graphs::new());
        for (graph, quads) in wanted {
            let held = self.database.contains_named_graph(&graph)?;
            if held { &mut known } else { &mut new }.push((graph, quads));
        }
        if new.iter().map(|(_, quads)| quads.len()).sum::<usize>() >= BULK {
            self.load(new.into_iter().flat_map(|(_, quads)| quads).chain(shared))?;
            self.commit(known, &[])
        } else {
            known.append(&mut new);
            self.commit(known, &shared)
        }
    }

    /// Adds quads of graphs that the store does not have yet, or only adds to.
    fn load(&self, quads: impl Iterator<Item = Quad>) -> Result<(), StorageError> {
        let identity = Identity::of(&self.database)?;
        let mut loader = self.database.bulk_loader().with_max_memory_size_in_megabytes(BULK_MEMORY);
        loader.load_quads(quads.flat_map(|quad| [identity.in_union(quad.as_ref()), quad]))?;
        loader.commit()
    }

    fn commit(&self, graphs: Graphs, shared: &[Quad]) -> Result<(), StorageError> {
        let identity = Identity::of(&self.database)?;
        let mut transaction = self.database.start_transaction()?;
        let mut size = shared.len();
        shared.iter().for_each(|quad| add(&mut transaction, &identity, quad));
        for (graph, quads) in graphs {
            if size >= TRANSACTION {
                transaction.commit()?;
                transaction = self.database.start_transaction()?;
                size = 0;
            }
            size += quads.len();
            replace_graph(&mut transaction, &identity, &graph, quads)?;
        }
        transaction.commit()?;
        // What stands in the log alone is read again by everyone who opens the store: 12 s for 300,000 quads.
        self.database.flush()
    }
}

/// Writes the difference only: reading a page again with a better program changes some of its facts, not all.
fn replace_graph(
    transaction: &mut Transaction<'_>,
    identity: &Identity,
    graph: &NamedNode,
    quads: Vec<Quad>,
) -> Result<(), StorageError> {
    let held = transaction.quads_for_pattern(None, None, None, Some(graph.as_ref().into()));
    let held: HashSet<Quad> = held.collect::<Result<_, _>>()?;
    let wanted: HashSet<Quad> = quads.into_iter().collect();
    for quad in held.difference(&wanted) {
        transaction.remove(quad);
        if !identity.said_elsewhere(transaction, quad)? {
            transaction.remove(identity.in_union(quad.as_ref()).as_ref());
        }
    }
    for quad in wanted.difference(&held) {
        debug_assert_eq!(quad.graph_name, GraphName::NamedNode(graph.clone()), "a quad of another graph");
        add(transaction, identity, quad);
    }
    Ok(())
}

fn add(transaction: &mut Transaction<'_>, identity: &Identity, quad: &Quad) {
    transaction.insert(quad);
    transaction.insert(identity.in_union(quad.as_ref()).as_ref());
}
