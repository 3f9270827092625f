//! The main job: inputs -> store, some hundreds at a time, in parallel and in one order whatever the threads.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::cli::inputs::Input;
use crate::cli::progress;
use crate::cli::read;
use crate::cli::report::{Known, Seen};
use crate::decode::{self, Options, Source, Unread};
use crate::document::{Document, Reader};
use crate::entity::Kind;
use crate::error::Result;
use crate::lexicon::{Division, Gazetteer, Level};
use crate::rdf::{self, Base, DivisionFacts, Quad};
use crate::relate::Relation;
use crate::store::{Batch, Store};

/// How many sources are held in memory at once. Large enough for the store's bulk loader to pay, small enough for a
/// hundred thousand pages to be read in flat memory.
const BATCH: usize = 512;

/// How to read.
#[derive(Debug)]
pub struct Plan {
    pub inputs: Vec<Input>,
    pub options: Options,
    pub base: Base,
    pub threads: Option<usize>,
    pub force: bool,
    pub strict: bool,
    /// Keep each diagnostic with its place, not only how many there are.
    pub verbose: bool,
    pub quiet: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    pub new: Vec<String>,
    pub replaced: Vec<String>,
    pub unchanged: usize,
    pub failed: Vec<Unread>,
    pub articles: usize,
    /// Identifiers by kind: `districts`, `officials` ...
    pub entities: BTreeMap<&'static str, BTreeSet<String>>,
    pub relations: BTreeMap<&'static str, usize>,
    pub not_understood: BTreeMap<&'static str, usize>,
    pub seen: Vec<Seen>,
    /// What is known of the sources beside their text, and where from.
    pub known: Vec<Known>,
    pub open: Duration,
    pub read: Duration,
    pub extract: Duration,
    pub store: Duration,
}

/// What reading one source gave.
enum Page {
    Failed(Unread),
    Unchanged,
    Changed { source: Box<Source>, known: bool },
}

/// Reads all inputs into the store.
///
/// Extraction is pure and runs on all threads; a batch is handed to the store in the order of the names. Where
/// `plan.strict` holds and a source fails, nothing is stored at all.
pub fn load(store: &Store, reader: &Reader, plan: &Plan) -> anyhow::Result<Outcome> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(plan.threads.unwrap_or(0)).build()?;
    let mut outcome = Outcome::default();
    if plan.strict {
        outcome.failed = pool.install(|| plan.inputs.par_iter().flat_map_iter(|input| failures(plan, input)).collect());
        if !outcome.failed.is_empty() {
            return Ok(outcome);
        }
    }
    let bar = progress::bar(plan.inputs.len(), plan.quiet);
    for inputs in plan.inputs.chunks(BATCH) {
        pool.install(|| batch(store, reader, plan, inputs, &mut outcome))?;
        bar.inc(inputs.len() as u64);
    }
    bar.finish_and_clear();
    Ok(outcome)
}

fn batch(store: &Store, reader: &Reader, plan: &Plan, inputs: &[Input], outcome: &mut Outcome) -> Result<()> {
    let start = Instant::now();
    let pages = inputs.par_iter().map(|input| pages(store, plan, input)).collect::<Result<Vec<Vec<Page>>>>()?;
    outcome.read += start.elapsed();

    let start = Instant::now();
    let mut sources = Vec::new();
    for page in pages.into_iter().flatten() {
        match page {
            Page::Failed(failure) => outcome.failed.push(failure),
            Page::Unchanged => outcome.unchanged += 1,
            Page::Changed { source, known } => {
                if known { &mut outcome.replaced } else { &mut outcome.new }.push(source.name.clone());
                sources.push(*source);
            }
        }
    }
    let documents: Vec<Document> = sources.into_par_iter().map(|source| reader.read(source)).collect();
    documents.iter().for_each(|document| outcome.count(document, plan.verbose));
    outcome.extract += start.elapsed();

    let start = Instant::now();
    let batches: Vec<Batch> = documents
        .par_iter()
        .map(|document| Batch {
            graph: plan.base.source(&document.source.name),
            quads: rdf::quads(document, &plan.base),
        })
        .collect();
    if !batches.is_empty() {
        store.replace(batches, divisions(&documents, reader, &plan.base))?;
    }
    outcome.store += start.elapsed();
    Ok(())
}

/// What cannot be read of one input.
fn failures(plan: &Plan, input: &Input) -> Vec<Unread> {
    match read::bytes(input).and_then(|bytes| Ok((bytes, read::options(input, &plan.options)?))) {
        Ok((bytes, options)) => decode::sources(&input.name, &bytes, &options).filter_map(Result::err).collect(),
        Err(unread) => vec![unread],
    }
}

/// Reads and decodes one input; which of its sources the store has read before, these very bytes, is only noted.
fn pages(store: &Store, plan: &Plan, input: &Input) -> Result<Vec<Page>> {
    let (bytes, options) = match read::bytes(input).and_then(|bytes| Ok((bytes, read::options(input, &plan.options)?)))
    {
        Ok(read) => read,
        Err(unread) => return Ok(vec![Page::Failed(unread)]),
    };
    decode::sources(&input.name, &bytes, &options)
        .map(|source| match source {
            Ok(source) => {
                let known = store.sha256(&plan.base.source(&source.name))?;
                let unchanged = !plan.force && known.as_ref() == Some(&source.sha256);
                Ok(if unchanged {
                    Page::Unchanged
                } else {
                    Page::Changed { source: Box::new(source), known: known.is_some() }
                })
            }
            Err(unread) => Ok(Page::Failed(unread)),
        })
        .collect()
}

/// What the gazetteer knows of every division that the documents name, and of all above it.
pub fn divisions<'a>(documents: impl IntoIterator<Item = &'a Document>, reader: &Reader, base: &Base) -> Vec<Quad> {
    let gazetteer = reader.lexicon().gazetteer();
    let mut facts: BTreeMap<&str, DivisionFacts> = BTreeMap::new();
    for document in documents {
        for id in rdf::mentioned(document).filter_map(|code| gazetteer.by_code(code)) {
            for division in gazetteer.ancestry(id).map(|id| gazetteer.get(id)) {
                facts.entry(division.code).or_insert_with(|| division_facts(gazetteer, &division));
            }
        }
    }
    rdf::divisions(facts.into_values(), base)
}

fn division_facts(gazetteer: &Gazetteer, division: &Division) -> DivisionFacts {
    let former = division.former().map(|(name, _)| name);
    let aliases = division.short().chain(division.colloquial()).chain(former);
    DivisionFacts {
        code: division.code.to_owned(),
        level: match division.level {
            Level::Province => rdf::Level::Province,
            Level::Prefecture => rdf::Level::Prefecture,
            Level::County => rdf::Level::County,
            Level::Township => rdf::Level::Township,
        },
        parent: division.parent.map(|parent| gazetteer.code(parent).to_owned()),
        name: division.name.to_owned(),
        aliases: aliases.map(str::to_owned).collect(),
    }
}

impl Outcome {
    /// Adds what one document says to the figures.
    fn count(&mut self, document: &Document, verbose: bool) {
        self.articles += document.articles.len();
        for entity in document.entities.values() {
            let kind = match &entity.kind {
                Kind::Division { .. } => "divisions",
                Kind::Body { .. } => "bodies",
                Kind::Office { .. } => "offices",
                Kind::Initiative { .. } => "initiatives",
                // Told by the relations below: official, reporter or both.
                Kind::Person => continue,
            };
            self.entities.entry(kind).or_default().insert(entity.id.as_str().to_owned());
        }
        for relation in &document.relations {
            let (kind, person) = match relation {
                Relation::Tenure(tenure) => ("tenures", Some(("officials", &tenure.person))),
                Relation::Pursuit(_) => ("pursuits", None),
                Relation::Cooperation(_) => ("cooperations", None),
                Relation::Credit(credit) => ("credits", Some(("reporters", &credit.person))),
                Relation::Speaker { official, .. } => ("speakers", Some(("officials", official))),
                // What an article is about and names follows from the facts; counting it would count them twice.
                Relation::About { .. } | Relation::Mention { .. } => continue,
            };
            *self.relations.entry(kind).or_default() += 1;
            if let Some((role, person)) = person {
                self.entities.entry(role).or_default().insert(person.as_str().to_owned());
            }
        }
        for diagnostic in &document.diagnostics {
            *self.not_understood.entry(diagnostic.code.name()).or_default() += 1;
        }
        if verbose {
            self.seen.extend(Seen::all(document));
            self.known.extend(Known::all(document));
        }
    }
}
