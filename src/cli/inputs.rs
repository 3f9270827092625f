//! What the user named, listed; and how much of it is read.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use crate::cli::output::Usage;
use crate::input::{Inputs, Limits};

/// Lists what was named; `stdin` is what standard input is called.
pub fn list(given: &[PathBuf], stdin: &str) -> anyhow::Result<Inputs> {
    if given.iter().any(|path| path == Path::new("-")) && std::io::stdin().is_terminal() {
        return Err(Usage("`-` reads standard input, which is a terminal: pipe a page into it".to_owned()).into());
    }
    Inputs::list(given, stdin).map_err(|message| anyhow!(message))
}

/// The limits, as far as the user set them.
pub fn limits(document: Option<u64>, unpacked: Option<u64>) -> Limits {
    let usual = Limits::default();
    Limits { document: document.unwrap_or(usual.document), unpacked: unpacked.unwrap_or(usual.unpacked), ..usual }
}

/// `64M` in bytes: a number, and K, M, G or T for powers of 1,024.
pub fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 0,
        "K" | "KB" | "KIB" => 10,
        "M" | "MB" | "MIB" => 20,
        "G" | "GB" | "GIB" => 30,
        "T" | "TB" | "TIB" => 40,
        _ => return Err("a size is a number and K, M, G or T, as in 200M".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "a size is a number and K, M, G or T, as in 200M".to_owned())?;
    number.checked_mul(1 << unit).filter(|bytes| *bytes > 0).ok_or_else(|| "no such size can be".to_owned())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        assert_eq!(size("512"), Ok(512));
        assert_eq!(size("2g"), Ok(2 << 30));
        for wrong in ["", "M", "1.5G", "-1", "0", "99999999999T", "12 页"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
