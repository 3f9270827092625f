//! Where documents come from: files, folders, archives, standard input, one after the other and never all at once.
//!
//! [`Inputs::list`] finds out which files were meant; [`read`] opens them in order and hands over each document, with
//! archives unpacked as they are read, whatever they are called: zip, tar, gzip, zstd, WARC, and these inside each
//! other. Nothing is ever written: names inside archives are names, not paths.

mod document;
mod http;
mod kind;
mod limits;
mod list;
mod meter;
mod name;
mod open;
mod tar;
mod warc;
mod zip;

pub use document::{Document, Failure, Found};
pub use limits::Limits;
pub use list::Inputs;
pub use open::{read, stream, unpacked};
