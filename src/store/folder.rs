//! The folder of a store: whose it is, of what format, and who has it open.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use oxigraph::store::StorageError;

use crate::error::{Error, Result};

/// The file that makes a folder a store. It holds the format, and the lock is taken on it.
const MARKER: &str = "zhengtu.store";

/// The format that this program writes and reads. A change that an older program would misread counts up.
const FORMAT: u32 = 1;

/// A store's folder, locked for as long as the value lives.
///
/// The database has a lock of its own, but only against a second writer: one that reads while another writes has
/// undefined results there. So writers lock the marker alone and readers share it.
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// For writing. Makes the folder where there is none, and takes an empty one.
    pub(super) fn create(path: &Path) -> Result<Self> {
        let marker = path.join(MARKER);
        if !marker.exists() {
            ours_to_take(path)?;
            fs::create_dir_all(path).map_err(|cause| denied(path, cause))?;
        }
        let lock = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&marker);
        let mut lock = lock.map_err(|cause| denied(path, cause))?;
        taken(lock.try_lock(), path)?;
        if lock.metadata().map_err(|cause| denied(path, cause))?.len() == 0 {
            // Under the lock, so that of two programs that make one store the second waits for nothing half-written.
            writeln!(lock, "zhengtu store, format {FORMAT}")
                .and_then(|()| lock.sync_all())
                .map_err(|cause| denied(path, cause))?;
        } else {
            check_format(&mut lock, path)?;
        }
        sweep(path);
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    /// For reading. The store must be there.
    pub(super) fn find(path: &Path) -> Result<Self> {
        let marker = path.join(MARKER);
        let mut lock = match File::open(&marker) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                ours_to_take(path)?;
                return Err(Error::NoStore { path: path.to_owned() });
            }
            Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => return Err(is_a_file(path)),
            Err(cause) => return Err(denied(path, cause)),
        };
        taken(lock.try_lock_shared(), path)?;
        if lock.metadata().map_err(|cause| denied(path, cause))?.len() == 0 {
            return Err(Error::NoStore { path: path.to_owned() });
        }
        check_format(&mut lock, path)?;
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What the database says of a folder that is ours.
    pub(super) fn failure(&self, cause: &StorageError) -> Error {
        let said = cause.to_string();
        if said.contains("lock") && said.contains("LOCK") {
            return Error::StoreBusy { path: self.path.clone() };
        }
        Error::Store { path: self.path.display().to_string(), cause: said }
    }
}

/// Removes what the bulk loader of a killed program was writing: files that the database never took in and never will.
/// Only a writer does it, whose lock says that nobody else is writing them. That one stays behind harms nobody.
fn sweep(path: &Path) {
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("bulk-") && name.ends_with(".sst") {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a store may be made at a path without a marker: nothing there, or an empty folder.
fn ours_to_take(path: &Path) -> Result<()> {
    match fs::read_dir(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => Err(is_a_file(path)),
        Err(cause) => Err(denied(path, cause)),
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Error::NotAStore { path: path.to_owned(), why: "the folder holds other files".to_owned() }),
        },
    }
}

fn is_a_file(path: &Path) -> Error {
    Error::NotAStore { path: path.to_owned(), why: "a store is a folder".to_owned() }
}

fn denied(path: &Path, cause: io::Error) -> Error {
    Error::StoreDenied { path: path.to_owned(), cause }
}

fn taken(lock: std::result::Result<(), TryLockError>, path: &Path) -> Result<()> {
    match lock {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::StoreBusy { path: path.to_owned() }),
        // A file system without locks: the database's own lock still keeps a second writer out.
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(cause)) => Err(denied(path, cause)),
    }
}

fn check_format(marker: &mut File, path: &Path) -> Result<()> {
    let mut text = String::new();
    marker.take(1000).read_to_string(&mut text).map_err(|cause| denied(path, cause))?;
    let found = text.trim().rsplit(' ').next().unwrap_or_default();
    if found.parse() == Ok(FORMAT) {
        return Ok(());
    }
    Err(Error::StoreVersion { path: path.to_owned(), found: format!("`{found}`"), known: FORMAT })
}
