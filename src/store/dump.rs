//! Files of RDF as quads: what `export` wrote, or another program.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::Quad;

use crate::error::{Error, Result};

/// Every quad of a file, in the file's order. Its extension says the format.
pub fn read(path: &Path) -> Result<impl Iterator<Item = Result<Quad>> + use<>> {
    let file = File::open(path).map_err(|cause| Error::File { path: path.to_owned(), cause })?;
    let format = path.extension().and_then(|extension| extension.to_str()).and_then(RdfFormat::from_extension);
    let format = format.ok_or_else(|| Error::NotRdf { path: path.to_owned() })?;
    let parser = RdfParser::from_format(format).for_reader(BufReader::new(file));
    let path = path.to_owned();
    Ok(parser.map(move |quad| quad.map_err(|cause| failure(&path, cause))))
}

fn failure(path: &Path, cause: RdfParseError) -> Error {
    match cause {
        RdfParseError::Io(cause) => Error::File { path: path.to_owned(), cause },
        RdfParseError::Syntax(cause) => {
            let (line, column) = cause.location().map_or((1, 1), |at| (at.start.line + 1, at.start.column + 1));
            Error::Rdf { path: path.to_owned(), line, column, message: cause.to_string() }
        }
    }
}
