//! Opens what was named and hands over the documents in it, one by one.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::document::{Document, Failure, Found};
use super::kind::{HEAD, Kind, kind};
use super::limits::Limits;
use super::list::{Input, Inputs};
use super::meter::{Exceeded, Meter, grouped};
use super::name;
use crate::decode::{self, Metadata, Options, Origin, Records};

/// How much of a file of records is understood in one go, in bytes: a hundred articles. What they say is in memory
/// together, a hundred times as much.
const PART: u64 = 1 << 18;

/// Takes what was found, with how many bytes of the inputs have been read so far; says whether to go on.
pub type Give<'a> = dyn FnMut(u64, Found) -> ControlFlow<()> + 'a;

/// Reads all inputs in their order until `give` breaks.
///
/// What cannot be read is handed over as [`Found::Failed`], and reading goes on behind it.
pub fn read(inputs: &Inputs, limits: &Limits, options: &Options, give: &mut Give<'_>) -> ControlFlow<()> {
    let mut before = 0;
    for input in inputs.iter() {
        let meter = Meter::new(*limits);
        let mut opener = Opener { limits, options, meter, beside: Metadata::default(), before, give: &mut *give };
        if let Err(Halt::Stopped) = opener.input(inputs, input) {
            return ControlFlow::Break(());
        }
        before += input.size;
    }
    ControlFlow::Continue(())
}

/// Reads one stream as if it were a file that was named `name`; a zip in it is held in memory.
pub fn stream(
    name: &str,
    reader: &mut dyn Read,
    limits: &Limits,
    options: &Options,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let meter = Meter::new(*limits);
    let mut opener = Opener { limits, options, meter, beside: Metadata::default(), before: 0, give };
    let mut reader = opener.meter.input(reader);
    let read = opener.stream(Spot { name, named: true, depth: 0 }, &mut reader);
    match opener.or_failed(name, read, true) {
        Err(Halt::Stopped) => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    }
}

/// Why reading ended before the end.
pub(super) enum Halt {
    /// Nobody wants more.
    Stopped,
    Broken(io::Error),
}

impl From<io::Error> for Halt {
    fn from(cause: io::Error) -> Self {
        Halt::Broken(cause)
    }
}

impl From<Exceeded> for Halt {
    fn from(exceeded: Exceeded) -> Self {
        Halt::Broken(exceeded.into())
    }
}

/// Where reading is.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) name: &'a str,
    /// Whether the user named this very file: then it is a page whatever its extension.
    pub(super) named: bool,
    /// How many layers lie around it.
    pub(super) depth: usize,
}

pub(super) struct Opener<'a> {
    pub(super) limits: &'a Limits,
    /// By which tables are known, so that they can be cut.
    options: &'a Options,
    pub(super) meter: Meter,
    /// What the file beside the one that is read says of all that is in it.
    beside: Metadata,
    before: u64,
    give: &'a mut Give<'a>,
}

impl Opener<'_> {
    fn input(&mut self, inputs: &Inputs, input: &Input) -> Result<(), Halt> {
        let spot = Spot { name: &input.name, named: input.named, depth: 0 };
        let read = match inputs.path(input) {
            None => {
                let mut reader = self.meter.input(io::stdin().lock());
                self.stream(spot, &mut reader)
            }
            Some(path) => match beside(&path) {
                Ok(said) => {
                    self.beside = said;
                    File::open(path).map_err(Halt::from).and_then(|file| self.file(spot, file))
                }
                Err(message) => self.fail(&input.name, message),
            },
        };
        self.or_failed(&input.name, read, true)
    }

    fn file(&mut self, spot: Spot<'_>, file: File) -> Result<(), Halt> {
        let seekable = file.metadata()?.is_file();
        let mut reader = self.meter.input(file);
        let head = peek(&mut reader)?;
        if seekable && kind(&head) == Kind::Zip {
            reader.rewind()?;
            return self.zip(spot, BufReader::new(reader));
        }
        self.stream(spot, &mut Cursor::new(head).chain(reader))
    }

    /// Reads whatever comes: an archive is opened, anything else is a document.
    pub(super) fn stream(&mut self, spot: Spot<'_>, reader: &mut dyn Read) -> Result<(), Halt> {
        let head = peek(reader)?;
        let kind = kind(&head);
        let reader = &mut Cursor::new(head).chain(reader) as &mut dyn Read;
        if !matches!(kind, Kind::Document | Kind::Foreign(_)) && spot.depth >= self.limits.depth {
            return Err(Exceeded::Depth(self.limits.depth).into());
        }
        let below = Spot { depth: spot.depth + 1, ..spot };
        match kind {
            Kind::Gzip => {
                let mut inner = self.meter.output(MultiGzDecoder::new(reader));
                self.stream(below, &mut inner)
            }
            Kind::Zstd => {
                let mut inner = self.meter.output(zstd::stream::read::Decoder::new(reader)?);
                self.stream(below, &mut inner)
            }
            Kind::Zip => match self.held(reader)? {
                Some(bytes) => self.zip(spot, Cursor::new(bytes)),
                None => self.fail(spot.name, self.too_large_to_hold()),
            },
            Kind::Tar => self.tar(spot, reader),
            Kind::Warc => self.warc(spot, reader),
            Kind::Foreign(message) if spot.named => self.fail(spot.name, message.to_owned()),
            Kind::Document if spot.named || name::is_page(spot.name) => {
                self.document(spot.name, None, Metadata::default(), reader)
            }
            Kind::Document | Kind::Foreign(_) => self.give(Found::Passed(name::extension(spot.name))),
        }
    }

    /// One member of an archive. `size` is what the archive says it has, so that a cut one is noticed.
    pub(super) fn member(
        &mut self,
        archive: Spot<'_>,
        path: &str,
        size: Option<u64>,
        reader: &mut dyn Read,
    ) -> Result<(), Halt> {
        self.meter.entry()?;
        let full = format!("{}/{path}", archive.name);
        let Some(inside) = name::inside(path) else {
            return self
                .fail(&full, "its name leads out of the archive; unpack it yourself if you trust it".to_owned());
        };
        if name::is_hidden(&inside) || name::is_sidecar(&inside) {
            return Ok(());
        }
        let full = format!("{}/{inside}", archive.name);
        let head = peek(reader)?;
        let known = kind(&head);
        let reader = &mut Cursor::new(head).chain(reader) as &mut dyn Read;
        let read = if known == Kind::Document && name::is_page(&full) {
            self.document(&full, size, Metadata::default(), reader)
        } else {
            self.stream(Spot { name: &full, named: false, depth: archive.depth + 1 }, reader)
        };
        self.or_failed(&full, read, false)
    }

    /// Reads one document whole, up to the limit; a file of records in parts.
    pub(super) fn document(
        &mut self,
        name: &str,
        size: Option<u64>,
        metadata: Metadata,
        reader: &mut dyn Read,
    ) -> Result<(), Halt> {
        let limit = self.limits.document;
        let metadata = self.beside.clone().or(&metadata, Origin::Inside);
        let mut document = Document { name: name.to_owned(), bytes: Vec::new(), metadata, before: 0 };
        let step = PART.min(limit + 1);
        let read = reader.take(step).read_to_end(&mut document.bytes)? as u64;
        if read == step
            && let Some(records) = Records::of(&document.bytes, self.options)
        {
            return self.parts(document, size, records, reader);
        }
        reader.take((limit + 1).saturating_sub(read)).read_to_end(&mut document.bytes)?;
        if document.bytes.len() as u64 > limit {
            return self.fail(
                name,
                format!(
                    "it is larger than {} bytes, the most that one document may have; split it into its articles, or raise \
                     the limit with --max-document",
                    grouped(limit)
                ),
            );
        }
        if size.is_some_and(|size| size > document.bytes.len() as u64) {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        self.give(Found::Document(document))
    }

    /// Reads a file of records of any length part by part; `part` holds its beginning.
    fn parts(
        &mut self,
        mut part: Document,
        size: Option<u64>,
        records: Records,
        reader: &mut dyn Read,
    ) -> Result<(), Halt> {
        let (header, limit) = (records.header(), self.limits.document);
        let step = part.bytes.len() as u64;
        let mut read = step;
        loop {
            if let Some(end) = records.end(&part.bytes) {
                let rest = [&part.bytes[..header], &part.bytes[end..]].concat();
                let lines = part.bytes[header..end].iter().filter(|byte| **byte == b'\n').count();
                part.bytes.truncate(end);
                let next = Document { bytes: rest, before: part.before + lines, ..part.clone() };
                self.give(Found::Document(std::mem::replace(&mut part, next)))?;
            } else if part.bytes.len() as u64 > limit {
                let line = part.before + 1 + usize::from(header > 0);
                let message = format!(
                    "its record on line {line} is larger than {} bytes, the most that one document may have; mend it or \
                     leave it out, for nothing behind it was read",
                    grouped(limit)
                );
                return self.fail(&part.name, message);
            }
            let more = reader.take(step).read_to_end(&mut part.bytes)? as u64;
            read += more;
            if more < step {
                break;
            }
        }
        if size.is_some_and(|size| size > read) {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        if part.bytes.len() > header { self.give(Found::Document(part)) } else { Ok(()) }
    }

    /// A zip that cannot be read from its end; nothing where it is too large for that.
    fn held(&self, reader: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        reader.take(self.limits.held + 1).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= self.limits.held).then_some(bytes))
    }

    fn too_large_to_hold(&self) -> String {
        format!(
            "a zip of more than {} bytes cannot be read from inside another archive or from a pipe; save it as a file and \
             name that",
            grouped(self.limits.held)
        )
    }

    pub(super) fn give(&mut self, found: Found) -> Result<(), Halt> {
        match (self.give)(self.before + self.meter.taken(), found) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Stopped),
        }
    }

    pub(super) fn fail(&mut self, name: &str, message: String) -> Result<(), Halt> {
        self.give(Found::Failed(Failure::new(name, message)))
    }

    /// Turns what broke into a failure of `name`. A limit is a matter of the whole file, so only `whole` ends it.
    pub(super) fn or_failed(&mut self, name: &str, read: Result<(), Halt>, whole: bool) -> Result<(), Halt> {
        match read {
            Err(Halt::Broken(cause)) if whole || Exceeded::of(&cause).is_none() => self.fail(name, why(&cause)),
            other => other,
        }
    }
}

/// What a file beside an input says of it: one called as the input with `.meta.json` or `.meta.toml` behind it, or in
/// place of its extension. Beside an archive it speaks of all that is in it.
fn beside(path: &Path) -> Result<Metadata, String> {
    for kind in ["meta.json", "meta.toml"] {
        let mut behind = path.to_path_buf().into_os_string();
        behind.push(format!(".{kind}"));
        for beside in [path.with_extension(kind), behind.into()] {
            let failure = |why: String| format!("the file beside it, {}, cannot be read: {why}", beside.display());
            match std::fs::read(&beside) {
                Ok(bytes) => return decode::sidecar(&bytes).map_err(failure),
                Err(cause) if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(cause) => return Err(failure(cause.to_string())),
            }
        }
    }
    Ok(Metadata::default())
}

/// The bytes of a file, unpacked where it is compressed, in a stream of any length.
pub fn unpacked(path: &Path) -> io::Result<Box<dyn Read>> {
    let mut file = File::open(path)?;
    let head = peek(&mut file)?;
    let kind = kind(&head);
    let whole = Cursor::new(head).chain(file);
    Ok(match kind {
        Kind::Gzip => Box::new(MultiGzDecoder::new(whole)),
        Kind::Zstd => Box::new(zstd::stream::read::Decoder::new(whole)?),
        _ => Box::new(BufReader::with_capacity(1 << 16, whole)),
    })
}

/// The first bytes of a reader; fewer than [`HEAD`] only where there are no more.
pub(super) fn peek(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    reader.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Why something could not be read, and the way out.
fn why(cause: &io::Error) -> String {
    use io::ErrorKind::{InvalidData, InvalidInput, NotFound, Other, PermissionDenied, UnexpectedEof};
    if let Some(exceeded) = Exceeded::of(cause) {
        return exceeded.to_string();
    }
    match cause.kind() {
        PermissionDenied => format!("it cannot be read ({cause}); check its permissions"),
        NotFound => "it is gone; it was there when the folder was listed".to_owned(),
        UnexpectedEof => "it ends too early; get it again, it was cut".to_owned(),
        InvalidData | InvalidInput | Other => {
            format!("it is damaged ({cause}); get it again, or unpack what can be saved")
        }
        _ => format!("it cannot be read ({cause})"),
    }
}
