//! Bytes of any supported format -> [`Source`].

mod charset;

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;

/// One input: a file, a page, a record. The owner of the text that every span points into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file's name as given, without the folder: `page.txt`. Names the graph.
    pub name: String,
    /// The decoded text, untouched otherwise.
    pub text: String,
    /// SHA-256 of the bytes, 64 hex digits.
    pub sha256: String,
    pub metadata: Metadata,
    /// What decoding could not read.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is known of a source from outside its text (options, a sidecar file, the file's name). Never guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    pub outlet: Option<String>,
    /// `YYYY-MM-DD`, or shorter where less is known.
    pub date: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
}

/// Reads plain text: a byte-order mark is believed, then strict UTF-8, then GB18030 (or Big5 where the bytes say so).
///
/// Never fails: bytes that the encoding does not know become U+FFFD, each run of them one diagnostic.
pub fn source(name: &str, bytes: &[u8], metadata: Metadata) -> Source {
    let (text, diagnostics) = charset::decode(bytes);
    Source { name: name.to_owned(), text, sha256: hex(&Sha256::digest(bytes)), metadata, diagnostics }
}

/// Whether the bytes are no text at all: a picture, an archive, a database.
///
/// Text has no NUL; UTF-16 has many, so a byte-order mark is asked first. Only the head is looked at: a file of
/// gigabytes is recognised as fast as a small one.
pub fn is_binary(bytes: &[u8]) -> bool {
    const HEAD: usize = 8192;
    let head = &bytes[..bytes.len().min(HEAD)];
    if charset::marked(head) {
        return false;
    }
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    head.contains(&0) || head.iter().filter(control).count() * 10 > head.len()
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

#[cfg(test)]
mod tests;
