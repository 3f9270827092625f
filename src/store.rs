//! The graph on disk: open, replace what a source said, ask.
//!
//! Each source has a named graph. The default graph holds the union of all of them, kept by this module on every
//! write, and queries read it. The database could form that union at query time, but as a bag: a label that a
//! thousand sources repeat would come a thousand times, wrong in every count and ruinous in every join. Each
//! statement is stored once more for it, in half as many indexes again, and is what makes a query's cost depend on
//! what is known and not on how often it was said.

mod answer;
mod bind;
mod dump;
mod folder;
mod identity;
mod query;
mod update;
mod write;

pub use answer::{Answer, ResultFormat, Rows, Triples};
pub use dump::read;
pub use query::{Form, check};
pub use write::{Batch, COMMIT, PARCEL, Parcel};

use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedOrBlankNode, Quad, Term};
use oxigraph::store as database;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::rdf;
use crate::rdf::vocabulary::{ONTOLOGY_GRAPH, zt};
use folder::Folder;

/// A graph on disk, or in memory for tests and pipes.
pub struct Store {
    database: database::Store,
    folder: Option<Folder>,
}

impl Store {
    /// Opens a store to read and write, alone; makes it where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        let folder = Folder::create(path)?;
        let database = database::Store::open(path).map_err(|cause| folder.failure(&cause))?;
        let store = Self { database, folder: Some(folder) };
        store.load_ontology()?;
        Ok(store)
    }

    /// Opens a store to read, beside any number of other readers. Never makes one.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        let folder = Folder::find(path)?;
        let database = database::Store::open_read_only(path).map_err(|cause| folder.failure(&cause))?;
        Ok(Self { database, folder: Some(folder) })
    }

    /// A store that is gone with the value.
    pub fn in_memory() -> Result<Self> {
        let database = database::Store::new().map_err(|cause| failure(None, &cause))?;
        let store = Self { database, folder: None };
        store.load_ontology()?;
        Ok(store)
    }

    /// Where the store is; nothing for one in memory.
    pub fn path(&self) -> Option<&Path> {
        self.folder.as_ref().map(Folder::path)
    }

    /// The hash of the bytes that a graph was read from; nothing for a graph that the store does not have.
    pub fn sha256(&self, graph: &NamedNode) -> Result<Option<String>> {
        let name = GraphNameRef::from(graph.as_ref());
        match self.database.quads_for_pattern(None, Some(zt::SHA256), None, Some(name)).next() {
            None => Ok(None),
            Some(quad) => match quad.map_err(|cause| self.failure(&cause))?.object {
                Term::Literal(literal) => Ok(Some(literal.destruct().0)),
                _ => Ok(None),
            },
        }
    }

    /// Every source with its file's name, sorted by graph.
    pub fn sources(&self) -> Result<Vec<(NamedNode, String)>> {
        let mut sources = Vec::new();
        for quad in self.database.quads_for_pattern(None, Some(zt::FILE_NAME), None, None) {
            let quad = quad.map_err(|cause| self.failure(&cause))?;
            if let (GraphName::NamedNode(graph), Term::Literal(name)) = (quad.graph_name, quad.object) {
                sources.push((graph, name.destruct().0));
            }
        }
        sources.sort();
        Ok(sources)
    }

    /// How many sources there are.
    pub fn count(&self) -> Result<usize> {
        let names = self.database.quads_for_pattern(None, Some(zt::FILE_NAME), None, None);
        let mut count = 0;
        for quad in names {
            let quad = quad.map_err(|cause| self.failure(&cause))?;
            count += usize::from(!quad.graph_name.is_default_graph());
        }
        Ok(count)
    }

    /// Every quad of every graph but the ontology's, in no order worth relying on.
    pub fn quads(&self) -> impl Iterator<Item = Result<Quad>> + use<> {
        self.graphs().flatten()
    }

    /// The quads of each graph but the ontology's: what one source says stands together.
    pub fn graphs(&self) -> impl Iterator<Item = impl Iterator<Item = Result<Quad>> + use<>> + use<> {
        // Graph by graph: a walk through all quads would read those of the union, too, as many again.
        let (path, database) = (self.display(), self.database.clone());
        let ontology = NamedOrBlankNode::from(ONTOLOGY_GRAPH);
        let graphs =
            self.database.named_graphs().filter(move |graph| graph.as_ref().map_or(true, |it| *it != ontology));
        graphs.map(move |graph| {
            let (quads, failed) = match graph {
                Ok(graph) => (Some(database.quads_for_pattern(None, None, None, Some(graph.as_ref().into()))), None),
                Err(cause) => (None, Some(Err(cause))),
            };
            let path = path.clone();
            let quads = quads.into_iter().flatten().chain(failed);
            quads.map(move |quad| quad.map_err(|cause| failure(Some(&path), &cause)))
        })
    }

    /// Every quad of one graph.
    pub fn quads_of(&self, graph: &NamedNode) -> impl Iterator<Item = Result<Quad>> + use<> {
        let path = self.display();
        self.database
            .quads_for_pattern(None, None, None, Some(graph.as_ref().into()))
            .map(move |quad| quad.map_err(|cause| failure(Some(&path), &cause)))
    }

    /// How many quads [`Store::quads`] gives. Reads them all.
    pub fn len(&self) -> Result<usize> {
        self.quads().try_fold(0, |count, quad| quad.map(|_| count + 1))
    }

    /// Whether no source was ever read into it.
    pub fn is_empty(&self) -> Result<bool> {
        self.quads().next().transpose().map(|quad| quad.is_none())
    }

    /// Puts this program's ontology in the store, or a newer one in the place of an older.
    ///
    /// Its graph carries the hash of its file as a source's does. Blank nodes (unions in domains) are left out: what
    /// queries want of the ontology are labels, and the store has no blank nodes.
    fn load_ontology(&self) -> Result<()> {
        let hash = format!("{:x}", Sha256::digest(rdf::ONTOLOGY));
        let graph = ONTOLOGY_GRAPH.into_owned();
        if self.sha256(&graph)?.as_deref() == Some(hash.as_str()) {
            return Ok(());
        }
        let parser = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(graph.clone());
        let named =
            |quad: &Quad| matches!(quad.subject, NamedOrBlankNode::NamedNode(_)) && !quad.object.is_blank_node();
        let read = parser.for_slice(rdf::ONTOLOGY).filter_map(std::result::Result::ok);
        let mut quads: Vec<Quad> = read.filter(named).collect();
        quads.push(Quad::new(graph.clone(), zt::SHA256, rdf::Literal::new_simple_literal(hash), graph.clone()));
        self.replace((vec![Batch { graph, quads }], Vec::new()))
    }

    fn display(&self) -> String {
        display(self.folder.as_ref())
    }

    fn failure(&self, cause: &database::StorageError) -> Error {
        failure(Some(&self.display()), cause)
    }
}

fn display(folder: Option<&Folder>) -> String {
    folder.map_or_else(|| "in memory".to_owned(), |folder| folder.path().display().to_string())
}

fn failure(path: Option<&str>, cause: &database::StorageError) -> Error {
    Error::Store { path: path.unwrap_or("in memory").to_owned(), cause: cause.to_string() }
}
