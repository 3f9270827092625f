//! One saved query: a SPARQL file with a header.

use crate::error::{Error, Result};
use crate::query::header::{Header, HeaderError, header};
use crate::query::parameter::{Parameter, parameters};

/// A query of the catalog, read but not yet run.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The file's name without `.rq`.
    pub name: String,
    /// One line.
    pub summary: String,
    /// More, or empty.
    pub description: String,
    pub tags: Vec<String>,
    /// In the order in which the text first names them.
    pub parameters: Vec<Parameter>,
    /// The whole text, header included, so that lines in errors are lines of the file.
    pub sparql: String,
    /// Where it was read from, for errors.
    pub file: String,
}

impl Saved {
    /// Reads a query from the text of its file. The SPARQL itself is parsed when it is run: a list of queries needs
    /// only the headers.
    pub fn read(name: &str, file: &str, text: &str) -> Result<Saved> {
        let failed = |e: HeaderError| Error::QueryFile {
            file: file.to_owned(),
            line: e.line,
            column: e.column,
            message: e.message,
        };
        let head: Header = header(text).map_err(failed)?;
        let parameters = parameters(text, &head).map_err(failed)?;
        Ok(Saved {
            name: name.to_owned(),
            summary: head.summary,
            description: head.description,
            tags: head.tags,
            parameters,
            sparql: text.to_owned(),
            file: file.to_owned(),
        })
    }
}
