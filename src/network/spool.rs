//! Texts that nobody needs before a network is written, beside memory: a network then takes as much as its ties do,
//! however long the sentences are that they stand on.

use std::io::{BufWriter, Read, Result, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex};

use tempfile::SpooledTempFile;

/// How many bytes stay in memory. More go to a file without a name in the system's folder for such (`TMPDIR`), which is
/// gone when nobody reads it any more.
const HELD: usize = 1 << 24;

/// How many bytes the length of a text takes.
const LENGTH: usize = 8;

/// Where texts stand.
pub(super) type Place = u64;

/// Takes texts.
pub(super) struct Spool {
    out: BufWriter<SpooledTempFile>,
    length: Place,
}

/// Gives them back.
#[derive(Debug, Clone)]
pub(super) struct Spooled(Arc<Mutex<SpooledTempFile>>);

impl Spool {
    pub(super) fn new() -> Self {
        Self { out: BufWriter::new(SpooledTempFile::new(HELD)), length: 0 }
    }

    pub(super) fn put<const N: usize>(&mut self, texts: [&str; N]) -> Result<Place> {
        let place = self.length;
        for text in texts {
            self.out.write_all(&(text.len() as u64).to_le_bytes())?;
        }
        for text in texts {
            self.out.write_all(text.as_bytes())?;
        }
        self.length += texts.iter().map(|text| LENGTH as u64 + text.len() as u64).sum::<u64>();
        Ok(place)
    }

    pub(super) fn finish(self) -> Result<Spooled> {
        let file = self.out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        Ok(Spooled(Arc::new(Mutex::new(file))))
    }
}

impl Spooled {
    /// The texts that were put there together.
    pub(super) fn get<const N: usize>(&self, place: Place) -> Result<[String; N]> {
        let mut file = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        file.seek(SeekFrom::Start(place))?;
        let mut lengths = [[0; LENGTH]; N];
        file.read_exact(lengths.as_flattened_mut())?;
        let mut body = (&mut *file).take(lengths.iter().map(|length| u64::from_le_bytes(*length)).sum());
        let mut all = String::new();
        body.read_to_string(&mut all)?;
        let mut rest = all.as_str();
        Ok(lengths.map(|length| {
            let (text, after) = rest.split_at(usize::try_from(u64::from_le_bytes(length)).unwrap_or(rest.len()));
            rest = after;
            text.to_owned()
        }))
    }
}

impl Default for Spooled {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(SpooledTempFile::new(HELD))))
    }
}
