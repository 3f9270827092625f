//! Writing: what a source says replaces what it said before, whole or not at all.

use std::collections::{BTreeMap, HashSet};
use std::thread::available_parallelism;

use oxigraph::model::{GraphName, NamedNode, Quad};
use oxigraph::store::{BulkLoader, StorageError, Transaction};

use super::Store;
use super::identity::Identity;
use crate::error::Result;
use crate::rdf::vocabulary::zt;

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

/// How many quads the bulk loader sorts at a time on one thread, twice [`PARCEL`] for the union. It holds them in memory,
/// 400 bytes each; by default it would gather two gigabytes a thread.
const SORTED: usize = 150_000;

/// On how many threads the bulk loader sorts at most, that its memory does not grow with the machine.
const SORTING: usize = 4;

/// After how many quads a long load commits. The database sorts what was committed into what it has, over and over
/// again: on 20,000 pages commits of eight million took 362 s of processor where two million took 422. But a build that is
/// killed loses what was not committed, here about a minute's work.
pub const COMMIT: usize = 6_000_000;

/// How many quads are written before a transaction is committed, since it holds them in memory.
const TRANSACTION: usize = 200_000;

/// The files of a load are merged into the store where it made at least one part in so many of all sources.
const WORTH: usize = 4;

type Graphs = Vec<(NamedNode, Vec<Quad>)>;

/// Sources that are stored together, and facts about divisions, which are only ever added to their graphs.
pub type Parcel = (Vec<Batch>, Vec<Quad>);

/// How many quads a parcel should have where there are more: fewer would make more files for the database to sort.
pub const PARCEL: usize = 60_000;

impl Store {
    /// Puts each batch in the place of what its graph held. Of two batches of one graph the last counts.
    ///
    /// Each source lands whole or not at all, also when the process is killed; between sources the call may be cut.
    pub fn replace(&self, parcel: Parcel) -> Result<()> {
        self.replace_all([parcel], COMMIT).and_then(|added| self.merge(added))
    }

    /// The same for any number of parcels as they come, with a commit every so many quads. No graph may come in two of
    /// them. How many sources came into files of their own, for [`Store::merge`].
    pub fn replace_all(&self, parcels: impl IntoIterator<Item = Parcel>, commit: usize) -> Result<usize> {
        self.replace_parcels(parcels, commit).map_err(|cause| self.failure(&cause))
    }

    /// Merges the files of the store if that is worth it after so many sources came into files of their own.
    ///
    /// Those files overlap, and a look into the store goes through all of them: 70 µs where 15 are enough. To merge them
    /// is to write the whole store anew, which a few pages more are not worth.
    pub fn merge(&self, added: usize) -> Result<()> {
        let worth = added > 0 && self.has_at_most(WORTH * added).map_err(|cause| self.failure(&cause))?;
        if worth { self.database.optimize().map_err(|cause| self.failure(&cause)) } else { Ok(()) }
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

    fn replace_parcels(&self, parcels: impl IntoIterator<Item = Parcel>, commit: usize) -> Result<usize, StorageError> {
        let identity = Identity::of(&self.database)?;
        let mut loader: Option<BulkLoader<'_>> = None;
        let (mut loaded, mut added) = (0, 0);
        for (batches, shared) in parcels {
            let (mut known, mut new) = (Graphs::new(), Graphs::new());
            for (graph, quads) in batches.into_iter().map(|b| (b.graph, b.quads)).collect::<BTreeMap<_, _>>() {
                let held = self.database.contains_named_graph(&graph)?;
                if held { &mut known } else { &mut new }.push((graph, quads));
            }
            let size = new.iter().map(|(_, quads)| quads.len()).sum::<usize>() + shared.len();
            if size < BULK {
                known.append(&mut new);
                self.commit(&identity, known, &shared)?;
                continue;
            }
            added += new.len();
            let quads = new.into_iter().flat_map(|(_, quads)| quads).chain(shared);
            let loading = loader.get_or_insert_with(|| self.bulk_loader());
            loading.load_quads(quads.flat_map(|quad| [identity.in_union(quad.as_ref()), quad]))?;
            loaded += size;
            if loaded >= commit {
                loader.take().map_or(Ok(()), BulkLoader::commit)?;
                loaded = 0;
            }
            if !known.is_empty() {
                self.commit(&identity, known, &[])?;
            }
        }
        loader.map_or(Ok(()), BulkLoader::commit)?;
        Ok(added)
    }

    /// Whether there are no more sources than so many, without counting all the others.
    fn has_at_most(&self, sources: usize) -> Result<bool, StorageError> {
        let names = self.database.quads_for_pattern(None, Some(zt::FILE_NAME), None, None);
        let named = names.filter(|quad| !quad.as_ref().is_ok_and(|quad| quad.graph_name.is_default_graph()));
        let found = named.take(sources + 1).collect::<Result<Vec<Quad>, _>>()?;
        Ok(found.len() <= sources)
    }

    fn bulk_loader(&self) -> BulkLoader<'_> {
        let threads = available_parallelism().map_or(1, usize::from).min(SORTING);
        let loader = self.database.bulk_loader().with_num_threads(threads);
        // The loader reckons with a kilobyte a quad.
        loader.with_max_memory_size_in_megabytes(threads * SORTED / 1000)
    }

    fn commit(&self, identity: &Identity, graphs: Graphs, shared: &[Quad]) -> Result<(), StorageError> {
        let mut transaction = self.database.start_transaction()?;
        let mut size = shared.len();
        shared.iter().for_each(|quad| add(&mut transaction, identity, quad));
        for (graph, quads) in graphs {
            if size >= TRANSACTION {
                transaction.commit()?;
                transaction = self.database.start_transaction()?;
                size = 0;
            }
            size += quads.len();
            replace_graph(&mut transaction, identity, &graph, quads)?;
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
