//! `zhengtu load`: the N-Quads that `extract` wrote, on whatever machines, into the store.
//!
//! A command of its own and not one more format of `build`: a page says what is in the world, these say what is in the
//! graph, and a file of statements that came along in a folder of pages should not get into the graph unasked.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use anyhow::{Context, bail};

use crate::cli::arguments::Load;
use crate::cli::tally::Distinct;
use crate::cli::{output, query};
use crate::error::{Error, Result};
use crate::input;
use crate::rdf::{self, Base, GraphName, NamedNode, Quad, Subject, Term, vocabulary};
use crate::store::{Batch, COMMIT, PARCEL, Parcel, Store};

pub fn run(arguments: Load) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let base = query::base(arguments.place.base.as_deref())?;
    let files = files(&arguments.inputs)?;
    let store = Store::open(&arguments.place.store)?;
    let (parcels, taken) = mpsc::sync_channel::<Parcel>(0);
    let mut gather = Gather::new(&base, parcels);
    let (read, written) = thread::scope(|scope| {
        let writer = scope.spawn(|| store.replace_all(taken, COMMIT).and_then(|added| store.merge(added)));
        let read = files.iter().try_for_each(|file| gather.file(file));
        // What stands before a mistake is whole, so it is stored.
        gather.end();
        (read, writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    written?;
    output::note(&format!(
        "Loaded {} statements of {} sources into {} in {:.2} s",
        gather.all,
        gather.graphs.len(),
        arguments.place.store.display(),
        start.elapsed().as_secs_f64()
    ));
    read?;
    Ok(ExitCode::SUCCESS)
}

/// Files, and those in folders: a cluster writes a folder of parts, and beside them files whose names start with `_`.
fn files(given: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in given {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        for entry in std::fs::read_dir(path).with_context(|| path.display().to_string())? {
            let entry = entry?;
            let marked = entry.file_name().to_string_lossy().starts_with(['_', '.']);
            if !marked && entry.path().is_file() {
                files.push(entry.path());
            }
        }
        if files.len() == before {
            bail!(
                "the folder {} has no files of statements in it; name the folder that the cluster wrote",
                path.display()
            );
        }
        files[before..].sort();
    }
    Ok(files)
}

/// Quads on their way, by the graph they belong to.
struct Gather<'a> {
    base: &'a Base,
    /// What the graphs of sources start with.
    sources: String,
    parcels: Option<mpsc::SyncSender<Parcel>>,
    batches: BTreeMap<NamedNode, Vec<Quad>>,
    /// The graph of the last quad.
    last: Option<NamedNode>,
    shared: Vec<Quad>,
    held: usize,
    /// Graphs of which a part went to the store.
    graphs: Distinct,
    all: u64,
    /// Whether the writer has failed; it will say why.
    broken: bool,
}

impl<'a> Gather<'a> {
    fn new(base: &'a Base, parcels: mpsc::SyncSender<Parcel>) -> Self {
        Self {
            base,
            sources: format!("{}source/", base.as_str()),
            parcels: Some(parcels),
            batches: BTreeMap::new(),
            last: None,
            shared: Vec::new(),
            held: 0,
            graphs: Distinct::default(),
            all: 0,
            broken: false,
        }
    }

    fn file(&mut self, path: &Path) -> Result<()> {
        let name = path.display().to_string();
        let failure = |cause| Error::File { path: path.to_owned(), cause };
        let reader: Box<dyn Read> = if path == Path::new("-") {
            Box::new(std::io::stdin().lock())
        } else {
            input::unpacked(path).map_err(failure)?
        };
        // `extract` writes a statement a line, so the number of one is that of the other unless somebody added comments.
        for (number, quad) in (1..).zip(rdf::nquads(&name, reader)) {
            let refuse = |message: String| Error::Statements { file: name.clone(), line: number, message };
            self.quad(quad?, refuse)?;
            if self.broken {
                break;
            }
        }
        Ok(())
    }

    fn quad(&mut self, quad: Quad, refuse: impl Fn(String) -> Error) -> Result<()> {
        if matches!(quad.subject, Subject::BlankNode(_)) || matches!(quad.object, Term::BlankNode(_)) {
            return Err(refuse("a node without a name, which no source of this program states".to_owned()));
        }
        let graph = match &quad.graph_name {
            GraphName::NamedNode(graph) => graph.clone(),
            GraphName::DefaultGraph | GraphName::BlankNode(_) => {
                return Err(refuse(
                    "a statement without a graph; load what `extract` or `export --format nquads` wrote".to_owned(),
                ));
            }
        };
        if graph == self.base.decisions() {
            let why = "a decision of a person on who is one with whom; take it in the store itself, with `review`, and leave \
                       its graph out of the file";
            return Err(refuse(why.to_owned()));
        }
        if graph == self.base.gazetteer() {
            self.shared.push(quad);
        } else if graph.as_ref() == vocabulary::ONTOLOGY_GRAPH {
            // Each store has it from the program that made it.
            return Ok(());
        } else if !graph.as_str().starts_with(&self.sources) {
            return Err(refuse(format!(
                "the graph {graph} is not that of a source below {}; give the --base that the statements were written with",
                self.base.as_str()
            )));
        } else {
            self.of_source(graph, quad);
        }
        self.all += 1;
        self.held += 1;
        Ok(())
    }

    /// The statements of one source stand together, as `extract` writes them; then they are stored together, all or none.
    /// Where somebody has sorted them, a part that comes after the first was stored is added to it.
    fn of_source(&mut self, graph: NamedNode, quad: Quad) {
        if self.last.as_ref() != Some(&graph) {
            if self.held >= PARCEL {
                self.hand_over();
            }
            self.last = Some(graph.clone());
            if self.graphs.insert(graph.as_str()) {
                self.batches.insert(graph.clone(), Vec::new());
            }
        }
        self.batches.get_mut(&graph).unwrap_or(&mut self.shared).push(quad);
    }

    fn hand_over(&mut self) {
        let batches = std::mem::take(&mut self.batches).into_iter().map(|(graph, quads)| Batch { graph, quads });
        let parcel = (batches.collect(), std::mem::take(&mut self.shared));
        self.held = 0;
        self.broken |= self.parcels.as_ref().is_none_or(|parcels| parcels.send(parcel).is_err());
    }

    fn end(&mut self) {
        self.hand_over();
        self.parcels = None;
    }
}
