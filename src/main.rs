//! The binary: everything is in the library, so that tests and other programs can use it.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Text and quads are strings by the million, and small ones come and go faster here than in the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    zhengtu::cli::main()
}
