//! A hash for keys of a few characters.
//!
//! The keys come from tables of our own, so nobody can choose them to collide, and most look-ups are for strings that
//! are no key: what counts is to say so soon. Eight bytes are multiplied in at a time, as FxHash does.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by such keys.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

#[derive(Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    /// What ends a string tells nothing.
    fn write_u8(&mut self, _: u8) {}

    /// The upper bits know all of the key; tables look at the lower ones.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

/// The hash of a key.
pub(super) fn hash(key: &str) -> usize {
    let mut quick = Quick::default();
    quick.write(key.as_bytes());
    quick.finish() as usize
}
