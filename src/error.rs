//! Failures of the outside world: which file, where in it, why, and the way out.

use std::path::PathBuf;

/// Anything that can fail: files, stores, data files, queries. Text never does.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder that cannot be read or written.
    #[error("{path}: {cause}", path = path.display())]
    File { path: PathBuf, cause: std::io::Error },

    /// What `--base` was given is no IRI to put identifiers under.
    #[error("`{iri}` cannot be the base of identifiers: {why}. Give an absolute IRI, as https://example.org/id/")]
    Base { iri: String, why: String },

    /// A store that has to exist and does not.
    #[error("there is no store at {path}. Make one with `zhengtu build FILE... --store {path}`, \
             or name another with --store", path = path.display())]
    NoStore { path: PathBuf },

    /// A path that holds something else. Nothing in it was touched.
    #[error("{path} is not a store: {why}. Nothing in it was touched; choose another path with --store",
            path = path.display())]
    NotAStore { path: PathBuf, why: String },

    /// A store that another process reads or writes.
    #[error("another process has the store {path} open. Wait until it is done, or stop it, and try again",
            path = path.display())]
    StoreBusy { path: PathBuf },

    /// A store of a layout that this program does not read.
    #[error("the store {path} has format {found}, and this program reads format {known}. Use the program that wrote \
             it, or build a new store at another path", path = path.display())]
    StoreVersion { path: PathBuf, found: String, known: u32 },

    /// The database failed: a full disk, a damaged file.
    #[error(
        "the store {path} failed: {cause}. Nothing that was stored before is lost; if the disk is neither full nor \
             read-only, build a new store at another path"
    )]
    Store { path: String, cause: String },

    /// A query that cannot be read.
    #[error("the query has a mistake at line {line}, column {column}: {message}")]
    Query { message: String, line: usize, column: usize },

    /// A query that cannot be answered.
    #[error("the query cannot be answered: {message}")]
    Evaluation { message: String },

    /// A store that this user may not open.
    #[error("the store {path} cannot be opened: {cause}. Give yourself access to it, or choose another path with \
             --store", path = path.display())]
    StoreDenied { path: PathBuf, cause: std::io::Error },

    /// A result that cannot be written: a full disk, a closed pipe.
    #[error("the result cannot be written: {cause}")]
    Write { cause: std::io::Error },

    /// A format of several files, where one was asked for.
    #[error("the format {format} is a folder of files; name it with --output FOLDER")]
    Folder { format: &'static str },

    /// A picture that nobody could read.
    #[error(
        "the network has {nodes} entities, and {format} shows {limit} at most. Choose a part with --districts, \
             --kinds, --since or --min-confidence, or another format"
    )]
    TooLarge { format: &'static str, nodes: usize, limit: usize },

    /// A file of RDF that cannot be read. Lines and columns from 1, columns in characters.
    #[error("{path}:{line}:{column}: {message}", path = path.display())]
    Rdf { path: PathBuf, line: u64, column: u64, message: String },

    /// A file whose name does not say what it holds.
    #[error("{path} is neither a store nor a file of RDF by its name: nq, nt, ttl, trig, rdf or jsonld", path = path.display())]
    NotRdf { path: PathBuf },

    /// A graph that has no canonical form here.
    #[error(
        "the graph has nodes without a name, whose form depends on who writes it: {statement}. Give them IRIs, as \
             `riot --skolemize` does, or use a graph of this program, which has none"
    )]
    BlankNode { statement: String },

    /// Statements that cannot be read, or that no store may take. Lines from 1.
    #[error("{file}:{line}: {message}")]
    Statements { file: String, line: u64, message: String },

    /// A saved query whose header or SPARQL cannot be read. Lines and columns from 1, columns in characters.
    #[error("{file}:{line}:{column}: {message}")]
    QueryFile { file: String, line: usize, column: usize, message: String },

    /// Shapes that are no Turtle. Lines and columns from 1, columns in characters.
    #[error("{file}:{line}:{column}: {message}")]
    ShapesFile { file: String, line: u64, column: u64, message: String },

    /// A shape that cannot be read, or says what this program does not understand.
    #[error("{file}: the shape {shape}: {message}")]
    Shape { file: String, shape: String, message: String },

    /// A saved query that does not exist.
    #[error("there is no saved query `{name}`{near}. `zhengtu query` lists them all.", near = did_you_mean(near))]
    UnknownQuery { name: String, near: Vec<String> },

    /// A parameter that the query does not have.
    #[error("the query `{query}` has no parameter `--{name}`{near}. It takes: {known}.", near = did_you_mean(near))]
    UnknownParameter { query: String, name: String, near: Vec<String>, known: String },

    /// A parameter without a value or a default.
    #[error("the query `{query}` needs `--{name}`: {hint}.")]
    MissingParameter { query: String, name: String, hint: String },

    /// A value that is not of the parameter's type.
    #[error("`{value}` is no value for `--{name}`: {expected}.")]
    BadValue { name: String, value: String, expected: String },

    /// A name, code or identifier of nothing in the store.
    #[error("the store knows no {what} called `{name}`{near}.", near = did_you_mean(near))]
    UnknownEntity { what: &'static str, name: String, near: Vec<String> },

    /// A name of several things. Each candidate reads `label (identifier)`.
    #[error("`{name}` is the name of several things ({what}); give one of these identifiers instead: {candidates}.", candidates = candidates.join(", "))]
    AmbiguousEntity { what: &'static str, name: String, candidates: Vec<String> },
}

impl Error {
    /// What is too much for memory goes to the disk for a while, and could not.
    pub fn no_room(cause: std::io::Error) -> Error {
        let folder = std::env::temp_dir();
        let message = format!("the work needs room in {}, or where TMPDIR says: {cause}", folder.display());
        Error::Write { cause: std::io::Error::new(cause.kind(), message) }
    }

    /// A mistake in a query belongs to the file that the query was read from.
    pub fn in_query_file(self, file: &str) -> Error {
        match self {
            Error::Query { message, line, column } => Error::QueryFile { file: file.to_owned(), line, column, message },
            other => other,
        }
    }
}

/// The end of a sentence that offers what was probably meant; empty where nothing comes near.
fn did_you_mean(near: &[String]) -> String {
    match near {
        [] => String::new(),
        near => format!(" (did you mean `{}`?)", near.join("` or `")),
    }
}

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
