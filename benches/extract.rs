//! How fast pages are read, beside a general tagger on the same text: the chain looks only where a cue is, so it should
//! cost less than giving each word its part of speech.
//!
//! `cargo bench`. The text is that of the sample pages.

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on says so by panicking")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use zhengtu::decode::{self, Metadata, Source};
use zhengtu::document::Reader;
use zhengtu::layout::{self, Cues};
use zhengtu::lexicon::Lexicon;
use zhengtu::text::Tagger;

/// That of the program, for both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn pages() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let page = |path: &std::path::PathBuf| {
        decode::source(&path.file_name().unwrap().to_string_lossy(), &std::fs::read(path).unwrap(), Metadata::default())
    };
    paths.iter().map(page).collect()
}

/// Measures `work` on all pages, in bytes of their text.
fn over_pages<T>(bencher: Bencher, work: impl Fn(&Source) -> T + Sync) {
    let pages = pages();
    let bytes: usize = pages.iter().map(|page| page.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for page in &pages {
            black_box(work(page));
        }
    });
}

/// The whole chain: everything that a page says.
#[divan::bench]
fn chain(bencher: Bencher) {
    let reader = Reader::load();
    over_pages(bencher, |page| reader.read(page.clone()));
}

/// The yardstick: words with their parts of speech, nothing more.
#[divan::bench]
fn tagger(bencher: Bencher) {
    let tagger = Tagger::load();
    over_pages(bencher, |page| tagger.words(&page.text));
}

/// Taking pages apart, with no places to go by.
#[divan::bench]
fn layout(bencher: Bencher) {
    let cues = Cues::embedded();
    over_pages(bencher, |page| layout::page(page, &cues, &|_| Vec::new()));
}

/// Finding every surface of the lexicon.
#[divan::bench]
fn scan(bencher: Bencher) {
    let lexicon = Lexicon::load();
    over_pages(bencher, |page| lexicon.scan(&page.text));
}

/// What the program does before it can read.
#[divan::bench]
fn load() -> Lexicon {
    Lexicon::load()
}
