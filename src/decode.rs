//! Bytes of any supported format -> [`Source`]s.
//!
//! The format is told from the bytes, never from the file's name. Where a format is more than text (a web page, an
//! office document, a table), the source's text is the text taken out of it, and every offset counts in that.

mod charset;
mod day;
mod docx;
mod html;
mod kind;
mod list;
mod markdown;
mod metadata;
mod name;
mod names;
mod pdf;
mod record;
mod records;
mod sidecar;
mod table;
mod unread;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

pub use kind::is_binary;
pub use metadata::{Field, Metadata, Origin};
pub use names::Part;
pub use records::Records;
pub use sidecar::sidecar;
pub use unread::Unread;

use kind::Kind;

/// One input: a file, a page, a record. The owner of the text that every span points into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file's name as given, without the folder: `page.txt`; of a record of a table `pages.csv#ID`. Names the
    /// graph.
    pub name: String,
    /// The decoded text, untouched otherwise; of a format with markup, the text taken out of it.
    pub text: String,
    /// SHA-256 of the bytes of the file, or of the record, 64 hex digits.
    pub sha256: String,
    pub metadata: Metadata,
    /// The lines (from 0) that are printed in larger type than most of the page, where the format tells. Sorted.
    pub large: Vec<usize>,
    /// What decoding could not read.
    pub diagnostics: Vec<Diagnostic>,
}

/// How to read what the bytes do not say by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What is known from outside: it goes before anything that is found in the file.
    pub given: Metadata,
    /// Which column of a table, or key of a record, holds what: for those whose name tells nothing.
    pub columns: Vec<(Part, String)>,
    /// How many lines of a file of records stand before these bytes, which are a part of it ([`Records`]).
    pub before: usize,
}

/// The sources of one file, one after another: a file of text is one, a table has one a record.
pub type Sources<'a> = Box<dyn Iterator<Item = Result<Source, Unread>> + Send + 'a>;

/// Reads the bytes of a file, whatever its format.
///
/// A record that cannot be read is an error of its own among the sources of its file; those after it are read. The
/// order is that of the file, and the same bytes and options give the same sources.
pub fn sources<'a>(name: &'a str, bytes: &'a [u8], options: &'a Options) -> Sources<'a> {
    match kind::of(bytes) {
        Ok(Kind::Text) => text(name, bytes, options),
        Ok(Kind::Document) => one(match docx::read(bytes) {
            Ok(text) => Ok(page(name, bytes, text, &Metadata::default(), Vec::new(), options)),
            Err(why) => Err(Unread::new(name, why)),
        }),
        Ok(Kind::Pdf) => match pdf::read(bytes) {
            Ok(sheets) => Box::new(sheets.into_iter().map(move |sheet| Ok(leaf(name, bytes, sheet, options)))),
            Err(why) => one(Err(Unread::new(name, why))),
        },
        Err(why) => one(Err(Unread::new(name, why))),
    }
}

/// A page of a PDF file: called by its number where the file has several that stand for themselves.
fn leaf(name: &str, bytes: &[u8], sheet: pdf::Sheet, options: &Options) -> Source {
    let scans = sheet.scans.into_iter().map(scanned).collect();
    let source = page(name, bytes, sheet.text, &Metadata::default(), scans, options);
    let name = sheet.number.map_or_else(|| name.to_owned(), |number| format!("{name}#{number}"));
    Source { name, large: sheet.large, ..source }
}

/// A page of a file that is a picture.
fn scanned(number: usize) -> Diagnostic {
    let message =
        format!("page {number} of the file is a picture without text; recognise its text first (OCR) and read that");
    Diagnostic { span: Span::new(0, 0), code: Code::ScannedPage, message }
}

/// The sources of a file of text: a table, a list, or one page with markup or without.
fn text<'a>(name: &'a str, bytes: &'a [u8], options: &'a Options) -> Sources<'a> {
    let (text, diagnostics) = charset::decode(bytes);
    if let Some(shape) = list::shape(&text) {
        return list::sources(name, text, shape, options);
    }
    if let Some(shape) = table::shape(&text, options) {
        return table::sources(name, text, shape, options);
    }
    let (text, inside) = if html::is_html(&text) {
        if html::is_bottomless(&text) {
            let why =
                "its tags are nested deeper than in any page that somebody wrote; save it as plain text and read that";
            return one(Err(Unread::new(name, why)));
        }
        html::read(&text)
    } else if markdown::is_markdown(&text) {
        markdown::read(&text)
    } else {
        return one(Ok(page(name, bytes, text.into_owned(), &Metadata::default(), diagnostics, options)));
    };
    if text.trim().is_empty() {
        return one(Err(Unread::new(name, "it holds no text beside its markup; leave it out")));
    }
    // Where bytes could not be read is not known in the text that was taken out; the sign U+FFFD still stands there.
    let diagnostics =
        diagnostics.into_iter().map(|diagnostic| Diagnostic { span: Span::new(0, 0), ..diagnostic }).collect();
    one(Ok(page(name, bytes, text, &inside, diagnostics, options)))
}

/// A file that is one page, with what is known of it.
fn page(
    name: &str,
    bytes: &[u8],
    text: String,
    inside: &Metadata,
    diagnostics: Vec<Diagnostic>,
    options: &Options,
) -> Source {
    let metadata = options.given.clone().or(inside, Origin::Inside).or(&name::metadata(name), Origin::Name);
    Source { name: name.to_owned(), text, sha256: sha256(bytes), metadata, large: Vec::new(), diagnostics }
}

/// Reads plain text: a byte-order mark is believed, then strict UTF-8, then GB18030 (or Big5 where the bytes say so).
///
/// Never fails: bytes that the encoding does not know become U+FFFD, each run of them one diagnostic.
pub fn source(name: &str, bytes: &[u8], metadata: Metadata) -> Source {
    let (text, diagnostics) = charset::decode(bytes);
    Source {
        name: name.to_owned(),
        text: text.into_owned(),
        sha256: sha256(bytes),
        metadata,
        large: Vec::new(),
        diagnostics,
    }
}

/// A file that is one source.
fn one<'a>(source: Result<Source, Unread>) -> Sources<'a> {
    Box::new(std::iter::once(source))
}

/// The name of a file inside an archive, as its bytes have it: UTF-8, or else an encoding of Chinese, since archives made
/// on Chinese computers say neither.
pub fn file_name(bytes: &[u8]) -> String {
    charset::decode(bytes).0.into_owned()
}

/// The hash by which a source is known to have changed, 64 hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n)]);
    Sha256::digest(bytes).iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

#[cfg(test)]
mod tests;
