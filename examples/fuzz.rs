//! Tries the laws of `fuzz/laws.rs` on spoilt pages and archives, with the stable compiler.
//!
//! `cargo run --example fuzz -- [TARGET|all] [SECONDS] [SEED]`: decode, layout, chain or input, or each in turn for so
//! many seconds. The sample pages, and archives of them, are cut, doubled, crossed with each other and overwritten.
//! There is no coverage to guide it as in cargo-fuzz; but the same seed tries the same inputs, and one that breaks a law
//! is written to a file and its seed is told.

// A program for the terminal: printing is what it is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

#[path = "../fuzz/laws.rs"]
mod laws;

use laws::Laws;

const TARGETS: [&str; 4] = ["decode", "layout", "chain", "input"];

/// What stands where something begins or ends, so that putting it elsewhere misleads.
const PIECES: [&str; 20] = [
    "\n",
    "\n\n",
    "“",
    "”",
    "（记者",
    "）",
    "、",
    "。",
    "：",
    "区委副书记、",
    "区长",
    "本报讯",
    "\u{3000}",
    "·",
    "1+2+N",
    "\0",
    "\u{feff}",
    "\r\n\r\n",
    "\u{fffd}",
    "Content-Length: 99999999999\r\n",
];

fn main() -> Result<()> {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let target = typed.first().map_or("all", String::as_str);
    let seconds: u64 = typed.get(1).map_or(Ok(10), |text| text.parse()).context("SECONDS is a number")?;
    let seed: u64 = typed.get(2).map_or(Ok(1), |text| text.parse()).context("SEED is a number")?;
    let targets: Vec<&str> = TARGETS.into_iter().filter(|name| target == "all" || target == *name).collect();
    if targets.is_empty() {
        bail!("`{target}` is no target: {}, all", TARGETS.join(", "));
    }
    let laws = Laws::load();
    let pages = pages()?;
    let archives = archives(&pages)?;
    for target in targets {
        let corpus = if target == "input" { &archives } else { &pages };
        run(&laws, target, corpus, Duration::from_secs(seconds), seed)?;
    }
    Ok(())
}

fn run(laws: &Laws, target: &str, corpus: &[Vec<u8>], time: Duration, first: u64) -> Result<()> {
    let start = Instant::now();
    let (mut seed, mut slowest) = (first, (Duration::ZERO, first));
    while start.elapsed() < time {
        let input = Dice(seed).spoilt(corpus);
        let began = Instant::now();
        let tried = catch_unwind(AssertUnwindSafe(|| match target {
            "decode" => laws.decode(&input),
            "layout" => laws.layout(&input),
            "chain" => laws.chain(&input),
            _ => laws.input(&input),
        }));
        if tried.is_err() {
            let file = format!("fuzz-{target}-{seed}.bin");
            std::fs::write(&file, &input).with_context(|| file.clone())?;
            bail!("{target} broke a law with seed {seed}; the input is in {file}");
        }
        slowest = slowest.max((began.elapsed(), seed));
        seed += 1;
    }
    println!(
        "{target}: {} inputs, no law broken; the slowest took {:.0?} (seed {})",
        seed - first,
        slowest.0,
        slowest.1
    );
    Ok(())
}

/// The sample pages.
fn pages() -> Result<Vec<Vec<u8>>> {
    let mut paths: Vec<_> =
        std::fs::read_dir("data/samples").context("run it in the folder of the repository")?.flatten().collect();
    paths.sort_by_key(std::fs::DirEntry::path);
    paths.retain(|entry| entry.path().extension().is_some_and(|extension| extension == "txt"));
    paths.iter().map(|entry| Ok(std::fs::read(entry.path())?)).collect()
}

/// Archives of every kind with some of the pages in them.
fn archives(pages: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    let mut tar = tar::Builder::new(Vec::new());
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut warc = Vec::new();
    for (number, page) in pages.iter().take(3).enumerate() {
        let name = format!("{number}.txt");
        let mut header = tar::Header::new_gnu();
        header.set_size(page.len() as u64);
        tar.append_data(&mut header, &name, page.as_slice())?;
        zip.start_file(&name, zip::write::SimpleFileOptions::default())?;
        zip.write_all(page)?;
        write!(
            warc,
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\nContent-Type: \
             application/http\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: \
             chunked\r\n\r\n{:x}\r\n",
            page.len() + 78 + format!("{:x}", page.len()).len(),
            page.len()
        )?;
        warc.extend_from_slice(page);
        warc.extend_from_slice(b"\r\n0\r\n\r\n\r\n\r\n");
    }
    let (tar, zip) = (tar.into_inner()?, zip.finish()?.into_inner());
    let gz = |bytes: &[u8]| -> Result<Vec<u8>> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes)?;
        Ok(packed.finish()?)
    };
    Ok(vec![gz(&tar)?, gz(&warc)?, zstd::encode_all(tar.as_slice(), 1)?, tar, zip, warc])
}

/// A small generator of numbers (splitmix64): the same seed gives the same input on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).expect("it is less than a usize")
    }

    /// One of the inputs, changed in some places.
    fn spoilt(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = corpus[self.below(corpus.len())].clone();
        for _ in 0..=self.below(8) {
            self.spoil(&mut bytes, corpus);
        }
        bytes.truncate(1 << 16);
        bytes
    }

    fn spoil(&mut self, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let (from, to) = self.range(bytes.len());
        match self.below(7) {
            0 => bytes.truncate(from),
            1 => drop(bytes.drain(from..to)),
            2 => bytes.extend_from_within(from..to),
            3 => {
                let other = &corpus[self.below(corpus.len())];
                let (a, b) = self.range(other.len());
                bytes.splice(from..from, other[a..b].iter().copied());
            }
            4 => drop(bytes.splice(from..from, PIECES[self.below(PIECES.len())].bytes())),
            5 if !bytes.is_empty() => {
                let at = self.below(bytes.len());
                bytes[at] = u8::try_from(self.next() >> 56).expect("eight bits are left");
            }
            // Lines in another order, as columns are printed.
            _ => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
                let (a, b) = (self.below(lines.len()), self.below(lines.len()));
                if !lines.is_empty() {
                    lines.swap(a, b);
                }
                *bytes = lines.concat();
            }
        }
    }

    /// Two places in order, near each other more often than not.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let reach = if self.below(4) == 0 { length } else { 64 };
        (from, (from + self.below(reach + 1)).min(length))
    }
}
