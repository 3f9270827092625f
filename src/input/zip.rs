//! Zip: read from its list of members, which stands at the end.

use std::io::{self, Read, Seek};

use zip::read::ZipArchive;
use zip::result::ZipError;

use super::document::Found;
use super::name;
use super::open::{Halt, Opener, Spot};
use crate::decode::{self, Metadata};

/// Members by which a zip is known to be one document, or a program, and no archive of pages.
const PARTS_OF_ONE: [&str; 3] = ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"];

impl Opener<'_> {
    pub(super) fn zip(&mut self, spot: Spot<'_>, reader: impl Read + Seek) -> Result<(), Halt> {
        let mut archive = ZipArchive::new(reader).map_err(broken)?;
        if PARTS_OF_ONE.iter().any(|part| archive.index_for_name(part).is_some()) {
            if !spot.named && !name::is_page(spot.name) {
                return self.give(Found::Passed(name::extension(spot.name)));
            }
            let mut reader = archive.into_inner();
            reader.rewind()?;
            return self.document(spot.name, None, Metadata::default(), &mut reader);
        }
        for index in 0..archive.len() {
            self.zipped(spot, &mut archive, index)?;
        }
        Ok(())
    }

    fn zipped(&mut self, spot: Spot<'_>, archive: &mut ZipArchive<impl Read + Seek>, index: usize) -> Result<(), Halt> {
        let entry = archive.by_index_raw(index).map_err(broken)?;
        let path = decode::file_name(entry.name_raw());
        let (folder, link, encrypted) = (entry.is_dir(), entry.is_symlink(), entry.encrypted());
        drop(entry);
        let full = format!("{}/{path}", spot.name);
        if folder {
            return Ok(());
        }
        if link {
            return self.give(Found::Passed(name::extension(&path)));
        }
        if encrypted {
            return self
                .fail(&full, "it is encrypted; unpack the archive with its password and name the folder".to_owned());
        }
        match archive.by_index(index) {
            Ok(entry) => {
                let mut reader = self.meter.output(entry);
                self.member(spot, &path, None, &mut reader)
            }
            Err(cause) => self.fail(&full, unread(&cause)),
        }
    }
}

fn broken(cause: ZipError) -> io::Error {
    match cause {
        ZipError::Io(cause) => cause,
        other => io::Error::new(io::ErrorKind::InvalidData, other.to_string()),
    }
}

fn unread(cause: &ZipError) -> String {
    match cause {
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            format!("it is packed in a way that is not read ({cause}); unpack the archive and name the folder")
        }
        _ => format!("it is damaged ({cause}); get the archive again, or unpack what can be saved"),
    }
}
