#![no_main]
//! See `Laws::input`.

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../laws.rs"]
#[allow(dead_code)]
mod laws;

static LAWS: LazyLock<laws::Laws> = LazyLock::new(laws::Laws::load);

fuzz_target!(|data: &[u8]| LAWS.input(data));
