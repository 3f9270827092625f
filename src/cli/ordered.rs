//! Work on a stream of items: on all threads, given out in the order in which they came, with few of them in memory.

use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many items a thread may be ahead of the slowest one. One long page then does not make the others wait.
const AHEAD: usize = 32;

/// What the items in work may weigh together, in bytes. One heavier than that goes alone.
const WEIGHT: usize = 64 << 20;

/// Hands on one item; says whether more are wanted.
pub type Feed<'a, I> = dyn FnMut(I) -> ControlFlow<()> + 'a;

/// Takes items from `feed`, does `work` on them on `threads` threads, and gives the results to `sink` on the thread of the
/// caller, in the order of the items, until it breaks. `weigh` says what an item takes of memory.
///
/// Why not rayon's `par_bridge`: it loses the order. Why not batches: every batch waits for its slowest member, and
/// nobody reads meanwhile.
pub fn ordered<I: Send, O: Send>(
    threads: usize,
    weigh: impl Fn(&I) -> usize + Send,
    feed: impl FnOnce(&mut Feed<'_, I>) + Send,
    work: impl Fn(I) -> O + Sync,
    mut sink: impl FnMut(O) -> ControlFlow<()>,
) {
    let threads = threads.max(1);
    let scale = Scale::default();
    let (queue, results) = mpsc::sync_channel::<(usize, Receiver<O>)>(threads * AHEAD);
    let (jobs, taken) = mpsc::sync_channel::<(I, Sender<O>)>(threads);
    let taken = Mutex::new(taken);
    thread::scope(|scope| {
        let (work, scale, taken) = (&work, &scale, &taken);
        scope.spawn(move || feed(&mut |item| give(item, &weigh, scale, &queue, &jobs)));
        for _ in 0..threads {
            scope.spawn(move || {
                while let Some((item, answer)) = next(taken) {
                    // Nobody waits for it any more where the sink has had enough.
                    let _ = answer.send(work(item));
                }
            });
        }
        // In here, so that it is gone before the threads are waited for, whichever way this ends.
        let results = results;
        let _open = Open(scale);
        for (weight, result) in &results {
            let Ok(result) = result.recv() else { break };
            let step = sink(result);
            scale.take_off(weight);
            if step.is_break() {
                break;
            }
        }
    });
}

fn give<I, O>(
    item: I,
    weigh: &impl Fn(&I) -> usize,
    scale: &Scale,
    queue: &SyncSender<(usize, Receiver<O>)>,
    jobs: &SyncSender<(I, Sender<O>)>,
) -> ControlFlow<()> {
    let weight = weigh(&item);
    let (answer, result) = mpsc::channel();
    if scale.put_on(weight) && queue.send((weight, result)).is_ok() && jobs.send((item, answer)).is_ok() {
        ControlFlow::Continue(())
    } else {
        ControlFlow::Break(())
    }
}

fn next<J>(taken: &Mutex<Receiver<J>>) -> Option<J> {
    locked(taken).recv().ok()
}

/// A thread that panicked has left nothing half done behind these locks.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is in work, in bytes.
#[derive(Default)]
struct Scale {
    state: Mutex<Load>,
    lighter: Condvar,
}

#[derive(Default)]
struct Load {
    weight: usize,
    closed: bool,
}

impl Scale {
    /// Waits until there is room; false where there will be none.
    fn put_on(&self, weight: usize) -> bool {
        let mut load = locked(&self.state);
        while !load.closed && load.weight > 0 && load.weight + weight > WEIGHT {
            load = self.lighter.wait(load).unwrap_or_else(PoisonError::into_inner);
        }
        load.weight += weight;
        !load.closed
    }

    fn take_off(&self, weight: usize) {
        locked(&self.state).weight -= weight;
        self.lighter.notify_one();
    }
}

/// Lets nobody wait once the caller is gone.
struct Open<'a>(&'a Scale);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        locked(&self.0.state).closed = true;
        self.0.lighter.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, weight: usize, until: usize) -> Vec<usize> {
        let mut out = Vec::new();
        let feed = |give: &mut Feed<'_, usize>| {
            let _ = (0..1000).try_for_each(give);
        };
        let work = |n: usize| {
            if n.is_multiple_of(100) {
                thread::yield_now();
            }
            n * n
        };
        ordered(
            threads,
            |_| weight,
            feed,
            work,
            |square| {
                out.push(square);
                if out.len() == until { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        out
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let wanted: Vec<usize> = (0..1000).map(|n| n * n).collect();
        for threads in [0, 1, 2, 7] {
            assert_eq!(squares(threads, 1, usize::MAX), wanted, "{threads} threads");
        }
        assert_eq!(squares(3, WEIGHT + 1, usize::MAX), wanted, "one at a time");
    }

    #[test]
    fn it_ends_when_nobody_wants_more() {
        for weight in [1, WEIGHT + 1] {
            assert_eq!(squares(4, weight, 3), [0, 1, 4]);
        }
    }

    #[test]
    fn a_worker_that_panics_is_no_deadlock() {
        let caught = std::panic::catch_unwind(|| {
            let feed = |give: &mut Feed<'_, usize>| {
                let _ = (0..1000).try_for_each(give);
            };
            ordered(2, |_| 1, feed, |n| assert_ne!(n, 500, "made to fail"), |()| ControlFlow::Continue(()));
        });
        assert!(caught.is_err());
    }
}
