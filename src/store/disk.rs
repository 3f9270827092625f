//! What the database does on a disk. Without the feature `disk` there is no RocksDB to compile, and stores are in memory.

use std::path::Path;

use oxigraph::store::{StorageError, Store};

#[cfg(feature = "disk")]
pub(super) fn open(path: &Path) -> Result<Store, StorageError> {
    Store::open(path)
}

#[cfg(feature = "disk")]
pub(super) fn open_read_only(path: &Path) -> Result<Store, StorageError> {
    Store::open_read_only(path)
}

/// Puts what was committed into files of their own.
#[cfg(feature = "disk")]
pub(super) fn flush(database: &Store) -> Result<(), StorageError> {
    database.flush()
}

/// Merges all files, by writing them anew.
#[cfg(feature = "disk")]
pub(super) fn merge(database: &Store) -> Result<(), StorageError> {
    database.optimize()
}

#[cfg(not(feature = "disk"))]
pub(super) fn open(_: &Path) -> Result<Store, StorageError> {
    Err(StorageError::Io(std::io::Error::other("this program was built without the feature `disk`")))
}

#[cfg(not(feature = "disk"))]
pub(super) fn open_read_only(path: &Path) -> Result<Store, StorageError> {
    open(path)
}

#[cfg(not(feature = "disk"))]
pub(super) fn flush(_: &Store) -> Result<(), StorageError> {
    Ok(())
}

#[cfg(not(feature = "disk"))]
pub(super) fn merge(_: &Store) -> Result<(), StorageError> {
    Ok(())
}
