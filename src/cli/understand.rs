//! One document -> its sources, or why it is none.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::decode::{self, Metadata, Options, Origin, Source};
use crate::document::{Document, Reader};
use crate::input::{self, Failure};

/// Does `each` with the sources in a document's bytes, one after another. What was typed goes before what the file beside
/// the document says, and that before what stands in it.
pub fn sources<T>(document: &input::Document, typed: &Options, each: impl Fn(Result<Source, Failure>) -> T) -> Vec<T> {
    let options = if document.metadata == Metadata::default() && document.before == 0 {
        Cow::Borrowed(typed)
    } else {
        let given = typed.given.clone().or(&document.metadata, Origin::Sidecar);
        Cow::Owned(Options { given, before: document.before, ..typed.clone() })
    };
    decode::sources(&document.name, &document.bytes, &options).map(each).collect()
}

/// Everything that a source says. A mistake of this program ends one page, not a night's work on all of them.
pub fn document(reader: &Reader, source: Source) -> Result<Document, Failure> {
    let name = source.name.clone();
    catch_unwind(AssertUnwindSafe(|| reader.read(source))).map_err(|_| {
        Failure::new(
            name,
            "this program failed on it, which is a mistake in the program; please report it with the page",
        )
    })
}
