//! How much is read before it is called a mistake, or an attack.

/// What one document and one archive may come to.
///
/// A zip of some kilobytes can unpack to petabytes; a file without line breaks can be one line of gigabytes. Either would
/// take the machine's memory or its week, so there is an end to both, and the error says how to go on where the thing is
/// meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest document, in bytes. A page of a newspaper has some ten thousand; a document is held in memory whole.
    pub document: u64,
    /// What one file may unpack to in all, in bytes, counted at each layer.
    pub unpacked: u64,
    /// How many members one file may have in all.
    pub entries: u64,
    /// How many bytes may come out for each that goes in, once [`Limits::SMALL`] have come out. Text packs 3 to 10 times,
    /// the same web page again and again perhaps 50 times; deflate ends at 1,032.
    pub ratio: u64,
    /// How many layers may lie inside each other; `pages.tar.gz` has two.
    pub depth: usize,
    /// The largest zip that stands inside another archive or comes through a pipe, in bytes. A zip is read from its end,
    /// so such a one has to be held in memory.
    pub held: u64,
}

impl Limits {
    /// So much may come out of anything, whatever the ratio: 32 MiB.
    pub const SMALL: u64 = 32 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self { document: 64 << 20, unpacked: 1 << 40, entries: 100_000_000, ratio: 200, depth: 8, held: 256 << 20 }
    }
}
