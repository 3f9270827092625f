//! The yardstick of `tools/bench_build.py`: oxigraph's own bulk loader on a file of N-Quads, and nothing else.
//!
//! `cargo run --release --example bulk_load -- FILE.nq STORE`. The settings are those that oxigraph's own command line
//! has, but that memory is held to the 500 MB that `zhengtu` allows it; by default it would take two gigabytes a thread.

use anyhow::{Context, Result};
use oxigraph::io::RdfFormat;
use oxigraph::store::Store;

fn main() -> Result<()> {
    let mut typed = std::env::args().skip(1);
    let file = typed.next().context("FILE is missing")?;
    let store = Store::open(typed.next().context("STORE is missing")?)?;
    let mut loader = store.bulk_loader().with_max_memory_size_in_megabytes(500);
    loader.parallel_load_from_file(RdfFormat::NQuads, &file)?;
    loader.commit()?;
    Ok(())
}
