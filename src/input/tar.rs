//! Tar: members one behind the other, read as they come.

use std::io::Read;

use super::document::Found;
use super::name;
use super::open::{Halt, Opener, Spot};
use crate::decode;

impl Opener<'_> {
    pub(super) fn tar(&mut self, spot: Spot<'_>, reader: &mut dyn Read) -> Result<(), Halt> {
        let mut archive = tar::Archive::new(reader);
        for entry in archive.entries()? {
            let mut entry = entry?;
            let path = decode::file_name(&entry.path_bytes());
            let kind = entry.header().entry_type();
            if kind.is_file() || kind.is_gnu_sparse() || kind.is_contiguous() {
                let size = entry.size();
                self.member(spot, &path, Some(size), &mut entry)?;
            } else if kind.is_symlink() || kind.is_hard_link() {
                // What it points to is a member of its own, or no business of ours.
                self.give(Found::Passed(name::extension(&path)))?;
            }
        }
        Ok(())
    }
}
