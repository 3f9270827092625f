//! Counts what goes into an archive's reading and what comes out of it, and ends it where that cannot be right.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::limits::Limits;

/// A limit that was reached; inside an `io::Error`, because the libraries between hand nothing else through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Exceeded {
    #[error("it unpacks to more than {} bytes; unpack it yourself and name the folder, or raise --max-unpacked", grouped(*.0))]
    Unpacked(u64),
    #[error(
        "it unpacks to more than {0} times its size, as archives do that are made to fill a disk; if you trust it, \
             unpack it yourself and name the folder"
    )]
    Ratio(u64),
    #[error("it has more than {} members; unpack it yourself and name the folder", grouped(*.0))]
    Entries(u64),
    #[error("there are more than {0} archives inside each other; unpack the outer ones and name the folder")]
    Depth(usize),
}

impl Exceeded {
    /// The limit behind an error, if it was one.
    pub(super) fn of(cause: &io::Error) -> Option<&Exceeded> {
        cause.get_ref().and_then(|inner| inner.downcast_ref())
    }
}

impl From<Exceeded> for io::Error {
    fn from(exceeded: Exceeded) -> Self {
        io::Error::other(exceeded)
    }
}

/// The counts of one file that was named. Clones count together.
#[derive(Debug, Clone)]
pub(super) struct Meter {
    limits: Limits,
    taken: Rc<Cell<u64>>,
    unpacked: Rc<Cell<u64>>,
    entries: Rc<Cell<u64>>,
}

impl Meter {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, taken: Rc::default(), unpacked: Rc::default(), entries: Rc::default() }
    }

    /// Counts what is read from the file itself.
    pub(super) fn input<R>(&self, reader: R) -> Input<R> {
        Input { reader, taken: Rc::clone(&self.taken) }
    }

    /// Counts what comes out of a layer.
    pub(super) fn output<R>(&self, reader: R) -> Output<R> {
        Output { reader, meter: self.clone() }
    }

    /// How many bytes of the file were read.
    pub(super) fn taken(&self) -> u64 {
        self.taken.get()
    }

    /// One more member.
    pub(super) fn entry(&self) -> io::Result<()> {
        self.entries.set(self.entries.get() + 1);
        if self.entries.get() > self.limits.entries {
            return Err(Exceeded::Entries(self.limits.entries).into());
        }
        Ok(())
    }

    fn unpacked(&self, bytes: u64) -> io::Result<()> {
        let all = self.unpacked.get() + bytes;
        self.unpacked.set(all);
        if all > self.limits.unpacked {
            return Err(Exceeded::Unpacked(self.limits.unpacked).into());
        }
        if all > Limits::SMALL && all / self.limits.ratio > self.taken.get() {
            return Err(Exceeded::Ratio(self.limits.ratio).into());
        }
        Ok(())
    }
}

pub(super) struct Input<R> {
    reader: R,
    taken: Rc<Cell<u64>>,
}

impl<R: Read> Read for Input<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.taken.set(self.taken.get() + read as u64);
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Input<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}

pub(super) struct Output<R> {
    reader: R,
    meter: Meter,
}

impl<R: Read> Read for Output<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.meter.unpacked(read as u64)?;
        Ok(read)
    }
}

/// `1,099,511,627,776`
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 67_108_864].map(grouped), ["0", "999", "1,000", "67,108,864"]);
    }

    #[test]
    fn a_small_thing_may_unpack_to_anything_that_is_small() {
        let meter = Meter::new(Limits::default());
        meter.unpacked(Limits::SMALL).unwrap();
        let error = meter.unpacked(1).unwrap_err();
        assert_eq!(Exceeded::of(&error), Some(&Exceeded::Ratio(200)));
    }
}
