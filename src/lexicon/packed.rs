//! Numbers and tables as bytes that are read where they lie: the build writes them, so that the program starts without
//! reading a table of 45,000 rows.

use super::quick::hash;

/// A list of numbers, four bytes each.
#[derive(Clone, Copy)]
pub(super) struct Numbers(&'static [[u8; 4]]);

impl Numbers {
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    pub(super) fn get(self, i: usize) -> u32 {
        u32::from_le_bytes(self.0[i])
    }

    /// The numbers in rows of `N`; row `i`.
    #[inline]
    pub(super) fn row<const N: usize>(self, i: usize) -> [u32; N] {
        let row = &self.0[i * N..][..N];
        let mut numbers = [0; N];
        numbers.iter_mut().zip(row).for_each(|(number, bytes)| *number = u32::from_le_bytes(*bytes));
        numbers
    }
}

/// The sections of what the build wrote, each behind its length.
pub(super) fn split<const N: usize>(mut bytes: &'static [u8]) -> [&'static [u8]; N] {
    std::array::from_fn(|_| {
        let (length, rest) = bytes.split_first_chunk().expect("the build wrote as many sections");
        let (section, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        bytes = rest;
        section
    })
}

/// Finds keys: a hash table of numbers, from which the caller can tell the key.
///
/// A slot holds a number, one more than it is, and above it a mark of the key, so that hardly any other key's number is
/// looked into. At least half of the slots are empty: a key that is not there, as most are, costs hardly more than one
/// look.
#[derive(Clone, Copy)]
pub(super) struct Index(Numbers);

/// Bits of a number in a slot; those above are the mark.
pub(super) const BITS: u32 = 22;

impl Index {
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Self(Numbers::new(bytes))
    }

    /// The number under `key`; `is` tells whether a number is that of the key.
    #[inline]
    pub(super) fn find(self, key: &[u8], is: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = hash(key);
        let mask = self.0.len() - 1;
        let mut at = hash & mask;
        loop {
            let slot = self.0.get(at);
            if slot == 0 {
                return None;
            }
            let number = slot % (1 << BITS) - 1;
            if slot >> BITS == marked(hash) && is(number) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }
}

/// Bits of the hash that do not choose the slot.
#[inline]
pub(super) fn marked(hash: usize) -> u32 {
    (hash >> 32) as u32 >> BITS
}
