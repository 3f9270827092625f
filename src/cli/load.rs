//! The main job: inputs -> store. One thread reads, all threads understand, one writes, and little is in memory.
//!
//! Each source goes its way alone, so the graph is the same whatever the threads and however often the job was stopped.
//! What a build has stored, it has stored whole: the next one finds it by its hash and passes it over.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::ordered::{Feed, ordered};
use crate::cli::progress::Progress;
use crate::cli::report::{Known, Seen};
use crate::cli::tally::{Distinct, Tally};
use crate::cli::understand;
use crate::decode::{self, Options, Source};
use crate::document::Reader;
use crate::error::Result;
use crate::input::{self, Document, Failure, Found, Inputs, Limits};
use crate::rdf::{self, Base, DivisionFacts};
use crate::store::{Batch, PARCEL, Parcel, Store};

/// How many names of failed and replaced sources, and how many things not understood, the report lists at most.
const LISTED: usize = 10_000;

/// How to read.
#[derive(Debug)]
pub struct Plan {
    pub inputs: Inputs,
    pub limits: Limits,
    pub options: Options,
    pub base: Base,
    pub threads: usize,
    /// After how many quads the store commits, [`store::COMMIT`](crate::store::COMMIT) as a rule.
    pub commit: usize,
    pub force: bool,
    pub strict: bool,
    /// Keep what was not understood for the report, rather than tell it as it comes.
    pub keep: bool,
    pub verbose: bool,
    pub quiet: bool,
    /// Set from outside to end early.
    pub stop: Arc<AtomicBool>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    pub new: usize,
    pub replaced: Listed<String>,
    pub unchanged: usize,
    pub failed: Listed<Failure>,
    /// Files that are no pages, by extension.
    pub passed: BTreeMap<String, usize>,
    pub tally: Tally,
    pub seen: Listed<Seen>,
    /// What is known of the sources beside their text, and where from.
    pub known: Listed<Known>,
    /// Whether it ended before everything was read.
    pub stopped: bool,
    pub open: Duration,
    /// These three go on at the same time, `extract` on all threads: their times are sums.
    pub read: Duration,
    pub extract: Duration,
    pub store: Duration,
}

/// Many things, of which only so many are kept.
#[derive(Debug)]
pub struct Listed<T> {
    pub all: usize,
    pub first: Vec<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { all: 0, first: Vec::new() }
    }
}

impl<T> Listed<T> {
    fn push(&mut self, thing: T) {
        self.all += 1;
        if self.first.len() < LISTED {
            self.first.push(thing);
        }
    }
}

/// What became of one source.
enum Step {
    Passed(String),
    Failed(Failure),
    Unchanged(String),
    Read(Box<Page>),
}

/// What one source says, ready to be stored.
struct Page {
    name: String,
    known: bool,
    batch: Batch,
    codes: Vec<String>,
    tally: Tally,
    seen: Vec<Seen>,
    beside: Vec<Known>,
}

/// Reads all inputs into the store.
///
/// # Errors
/// What the store says; what was stored before stays. A source that cannot be read is no error but among
/// [`Outcome::failed`]; where `plan.strict` holds, the first of them ends the job.
pub fn load(store: &Store, reader: &Reader, plan: &Plan) -> Result<Outcome> {
    let clock = Clock::default();
    let (parcels, taken) = mpsc::sync_channel::<Parcel>(0);
    thread::scope(|scope| {
        let writer = scope.spawn(|| write(store, taken, plan));
        let mut gather = Gather::new(plan, reader, parcels);
        plan.inputs.failed.iter().for_each(|failure| gather.fail(failure.clone()));
        ordered(
            plan.threads,
            |(_, found): &(u64, Found)| weight(found),
            |give| feed(plan, &clock, give),
            |(at, found)| (at, clock.during(&clock.extract, || steps(store, reader, plan, found))),
            |(at, steps)| match steps {
                Ok(steps) => gather.take(at, steps),
                Err(error) => {
                    gather.broken = Some(error);
                    ControlFlow::Break(())
                }
            },
        );
        let (mut outcome, broken) = gather.finish();
        outcome.store = writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        outcome.read = clock.read();
        outcome.extract = Clock::total(&clock.extract);
        broken.map_or(Ok(outcome), Err)
    })
}

/// Stores what comes until no more does. How long that took, waiting for more apart. Who wants to stop does not want to
/// wait for the files to be merged.
fn write(store: &Store, parcels: mpsc::Receiver<Parcel>, plan: &Plan) -> Result<Duration> {
    let start = Instant::now();
    let mut waited = Duration::ZERO;
    let taken = std::iter::from_fn(|| {
        let start = Instant::now();
        let parcel = parcels.recv().ok();
        waited += start.elapsed();
        parcel
    });
    let added = store.replace_all(taken, plan.commit)?;
    if !plan.stop.load(Ordering::Relaxed) {
        store.merge(added)?;
    }
    Ok(start.elapsed().saturating_sub(waited))
}

/// Hands over what the inputs hold until nobody wants more.
fn feed(plan: &Plan, clock: &Clock, give: &mut Feed<'_, (u64, Found)>) {
    let start = Instant::now();
    let mut waited = Duration::ZERO;
    // That somebody has had enough is known to them.
    let _ = input::read(&plan.inputs, &plan.limits, &plan.options, &mut |at, found| {
        if plan.stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        let start = Instant::now();
        let step = give((at, found));
        waited += start.elapsed();
        step
    });
    clock.add(&clock.read, start.elapsed().saturating_sub(waited));
}

fn weight(found: &Found) -> usize {
    match found {
        Found::Document(document) => document.bytes.len(),
        Found::Failed(_) | Found::Passed(_) => 0,
    }
}

fn steps(store: &Store, reader: &Reader, plan: &Plan, found: Found) -> Result<Vec<Step>> {
    let document = match found {
        Found::Document(document) => document,
        Found::Failed(failure) => return Ok(vec![Step::Failed(failure)]),
        Found::Passed(extension) => return Ok(vec![Step::Passed(extension)]),
    };
    if !plan.force && is_known(store, &plan.base, &document)? {
        return Ok(vec![Step::Unchanged(document.name)]);
    }
    let steps = understand::sources(&document, &plan.options, |source| match source {
        Ok(source) => step(store, reader, plan, source),
        Err(failure) => Ok(Step::Failed(failure)),
    });
    steps.into_iter().collect()
}

/// Whether the store has read these very bytes under this name, which can be told without understanding them.
fn is_known(store: &Store, base: &Base, document: &Document) -> Result<bool> {
    let known = store.sha256(&base.source(&document.name))?;
    Ok(known.is_some_and(|known| known == decode::sha256(&document.bytes)))
}

fn step(store: &Store, reader: &Reader, plan: &Plan, source: Source) -> Result<Step> {
    let graph = plan.base.source(&source.name);
    let known = store.sha256(&graph)?;
    if !plan.force && known.as_ref() == Some(&source.sha256) {
        return Ok(Step::Unchanged(source.name));
    }
    let document = match understand::document(reader, source) {
        Ok(document) => document,
        Err(failure) => return Ok(Step::Failed(failure)),
    };
    let told = plan.verbose || plan.keep;
    Ok(Step::Read(Box::new(Page {
        known: known.is_some(),
        batch: Batch { graph, quads: rdf::quads(&document, &plan.base) },
        codes: rdf::mentioned(&document).map(str::to_owned).collect(),
        tally: Tally::of(&document),
        seen: if told { Seen::all(&document).collect() } else { Vec::new() },
        beside: if told { Known::all(&document).collect() } else { Vec::new() },
        name: document.source.name,
    })))
}

/// What was understood, gathered for the store, and the figures.
struct Gather<'a> {
    plan: &'a Plan,
    reader: &'a Reader,
    parcels: mpsc::SyncSender<Parcel>,
    batches: Vec<Batch>,
    quads: usize,
    codes: BTreeSet<String>,
    /// Divisions whose facts went to the store in this build.
    told: BTreeSet<String>,
    names: Distinct,
    progress: Progress,
    outcome: Outcome,
    broken: Option<crate::error::Error>,
}

impl<'a> Gather<'a> {
    fn new(plan: &'a Plan, reader: &'a Reader, parcels: mpsc::SyncSender<Parcel>) -> Self {
        Self {
            plan,
            reader,
            parcels,
            batches: Vec::new(),
            quads: 0,
            codes: BTreeSet::new(),
            told: BTreeSet::new(),
            names: Distinct::default(),
            progress: Progress::new(plan.inputs.size(), plan.quiet),
            outcome: Outcome { passed: plan.inputs.passed.clone(), ..Outcome::default() },
            broken: None,
        }
    }

    fn take(&mut self, at: u64, steps: Vec<Step>) -> ControlFlow<()> {
        for step in steps {
            self.step(step);
            if self.plan.strict && self.outcome.failed.all > 0 {
                self.outcome.stopped = true;
                return ControlFlow::Break(());
            }
        }
        self.progress.at(at, self.names.len(), self.outcome.failed.all);
        if self.quads >= self.plan.commit.min(PARCEL) { self.hand_over() } else { ControlFlow::Continue(()) }
    }

    fn step(&mut self, step: Step) {
        let name = match &step {
            Step::Unchanged(name) => Some(name),
            Step::Read(page) => Some(&page.name),
            Step::Passed(_) | Step::Failed(_) => None,
        };
        if let Some(name) = name.filter(|name| !self.names.insert(name)) {
            let message = "there are two of this name, and only the first was read; give them different names";
            return self.fail(Failure::new(name, message));
        }
        match step {
            Step::Passed(extension) => *self.outcome.passed.entry(extension).or_default() += 1,
            Step::Failed(failure) => self.fail(failure),
            Step::Unchanged(_) => self.outcome.unchanged += 1,
            Step::Read(page) => self.read(*page),
        }
    }

    fn fail(&mut self, failure: Failure) {
        self.progress.note(&format!("error: {failure}."));
        self.outcome.failed.push(failure);
    }

    fn read(&mut self, page: Page) {
        if page.known {
            self.outcome.replaced.push(page.name);
        } else {
            self.outcome.new += 1;
        }
        self.quads += page.batch.quads.len();
        self.batches.push(page.batch);
        self.codes.extend(page.codes.into_iter().filter(|code| !self.told.contains(code)));
        self.outcome.tally.add(page.tally);
        for known in page.beside {
            if self.plan.keep {
                self.outcome.known.push(known);
            } else {
                self.progress.note(&known.line());
            }
        }
        for seen in page.seen {
            if self.plan.keep {
                self.outcome.seen.push(seen);
            } else {
                self.progress.note(&seen.line());
            }
        }
    }

    /// Gives the writer what there is; waits while it has other things to do.
    fn hand_over(&mut self) -> ControlFlow<()> {
        let gazetteer = self.reader.lexicon().gazetteer();
        let facts = DivisionFacts::of(gazetteer, self.codes.iter().map(String::as_str));
        let parcel = (std::mem::take(&mut self.batches), rdf::divisions(facts, &self.plan.base));
        self.told.append(&mut self.codes);
        self.quads = 0;
        if parcel.0.is_empty() || self.parcels.send(parcel).is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    /// Stores the rest, and lets the writer end.
    fn finish(mut self) -> (Outcome, Option<crate::error::Error>) {
        let _ = self.hand_over();
        self.outcome.stopped |= self.plan.stop.load(Ordering::Relaxed);
        self.progress.end();
        (self.outcome, self.broken)
    }
}

/// How long things took, on all threads together.
#[derive(Default)]
struct Clock {
    read: AtomicU64,
    extract: AtomicU64,
}

impl Clock {
    fn add(&self, counter: &AtomicU64, time: Duration) {
        counter.fetch_add(u64::try_from(time.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    fn during<T>(&self, counter: &AtomicU64, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        self.add(counter, start.elapsed());
        done
    }

    fn total(counter: &AtomicU64) -> Duration {
        Duration::from_nanos(counter.load(Ordering::Relaxed))
    }

    fn read(&self) -> Duration {
        Self::total(&self.read)
    }
}
