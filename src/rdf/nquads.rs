//! N-Quads as `extract` writes them -> quads.

use std::io::Read;

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::Quad;

use crate::error::{Error, Result};

/// The quads of a file, one after another; the file may be of any size.
///
/// # Errors
/// `Error::Statements` with the line where it is no N-Quads, and `Error::File` where the file cannot be read. `file` is
/// what it is called there.
pub fn nquads<'a>(file: &'a str, reader: impl Read + 'a) -> impl Iterator<Item = Result<Quad>> + 'a {
    RdfParser::from_format(RdfFormat::NQuads).for_reader(reader).map(move |quad| {
        quad.map_err(|cause| match cause {
            RdfParseError::Io(cause) => Error::File { path: file.into(), cause },
            RdfParseError::Syntax(cause) => {
                let line = cause.location().map_or(0, |place| place.start.line + 1);
                Error::Statements { file: file.to_owned(), line, message: cause.to_string() }
            }
        })
    })
}
