//! Compiles the tables under `data/` for the lexicon, with the lexicon's own rooms.
//!
//! The tables are part of this script (`include_str!`), so that a change of one runs it again.

#![allow(dead_code, unreachable_pub, reason = "the rooms are the program's; only what packs the tables is used here")]

#[path = "src/lexicon/compile.rs"]
mod compile;
#[path = "src/lexicon/gazetteer.rs"]
mod gazetteer;
#[path = "src/lexicon/packed.rs"]
mod packed;
#[path = "src/lexicon/quick.rs"]
mod quick;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/lexicon/tables.rs"]
mod tables;
#[path = "src/lexicon/term.rs"]
mod term;
#[path = "src/lexicon/words.rs"]
mod words;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = std::env::var_os("OUT_DIR").expect("cargo names the folder for what is built");
    std::fs::write(std::path::Path::new(&folder).join("lexicon.bin"), compile::compiled(&tables::Tables::built_in()))
}
