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
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            self.add(short(rest));
        }
    }

    /// What ends a string tells nothing.
    #[inline]
    fn write_u8(&mut self, _: u8) {}

    /// The upper bits know all of the key; tables look at the lower ones.
    #[inline]
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

impl Quick {
    #[inline]
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

/// Fewer than eight bytes as a number, the first lowest: in two overlapping halves, since copying a few bytes of a length
/// that the compiler does not know is a call.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(low), Some(high)) => {
            u64::from(u32::from_le_bytes(*low)) | u64::from(u32::from_le_bytes(*high)) << (8 * (bytes.len() - 4))
        }
        // One character is what is asked for most.
        _ => match *bytes {
            [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
            _ => bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        },
    }
}

/// The hash of a key.
#[inline]
pub(super) fn hash(key: &[u8]) -> usize {
    let mut quick = Quick::default();
    quick.write(key);
    quick.finish() as usize
}
