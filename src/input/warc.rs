//! WARC (ISO 28500): what web archives keep their pages in.

use std::io::{self, BufRead, BufReader, Read};

use super::document::Found;
use super::http;
use super::open::{Halt, Opener, Spot};
use crate::decode::Metadata;

/// The longest line of a header. A longer one is no header.
const LINE: u64 = 64 << 10;

/// The header of one record: what of it is wanted.
#[derive(Debug, Default)]
struct Header {
    kind: String,
    length: Option<u64>,
    uri: String,
    date: String,
    content: String,
}

impl Opener<'_> {
    /// Every page that a server answered with, and every one stored without an answer around it.
    ///
    /// A page is called `ARCHIVE/WHEN/ADDRESS`, as in the addresses of web archives, since one address may have been
    /// fetched many times. When it was fetched is not when it was published, so it is no date of the source.
    pub(super) fn warc(&mut self, spot: Spot<'_>, reader: &mut dyn Read) -> Result<(), Halt> {
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        while let Some(header) = header(&mut reader)? {
            let length = header.length.ok_or_else(|| damaged("a record without Content-Length"))?;
            self.meter.entry()?;
            let mut block = (&mut reader).take(length);
            let name = format!("{}/{}/{}", spot.name, moment(&header.date), header.uri);
            let read = self.record(&name, &header, &mut block);
            self.or_failed(&name, read, false)?;
            if io::copy(&mut block, &mut io::sink()).is_ok() && block.limit() > 0 {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
            }
        }
        Ok(())
    }

    fn record(&mut self, name: &str, header: &Header, block: &mut dyn BufRead) -> Result<(), Halt> {
        let metadata = Metadata { url: Some(header.uri.clone()), ..Metadata::default() };
        match header.kind.as_str() {
            "response" if header.content.starts_with("application/http") => {
                let Some(mut answer) = http::answer(block)? else { return Ok(()) };
                if !is_page(&answer.content) {
                    return self.give(Found::Passed(kind(&answer.content)));
                }
                let mut body = self.meter.output(&mut answer.body);
                self.document(name, None, metadata, &mut body)
            }
            "resource" | "conversion" if is_page(&header.content) => self.document(name, None, metadata, block),
            "resource" | "conversion" => self.give(Found::Passed(kind(&header.content))),
            _ => Ok(()),
        }
    }
}

/// Whether a page can be of this media type.
fn is_page(content: &str) -> bool {
    const PAGES: [&str; 5] = [
        "text/html",
        "text/plain",
        "application/xhtml+xml",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ];
    let content = content.split(';').next().unwrap_or_default().trim();
    PAGES.iter().any(|page| content.eq_ignore_ascii_case(page))
}

/// `jpeg` of `image/jpeg`.
fn kind(content: &str) -> String {
    let kind = content.split(';').next().unwrap_or_default();
    kind.rsplit('/').next().unwrap_or_default().trim().to_lowercase()
}

/// `20240517T080000Z` of `2024-05-17T08:00:00Z`: digits alone, as web archives write it.
fn moment(date: &str) -> String {
    date.chars().take_while(|c| *c != '.').filter(char::is_ascii_digit).collect()
}

/// The next record's header; nothing at the end.
fn header(reader: &mut dyn BufRead) -> io::Result<Option<Header>> {
    let version = loop {
        match line(reader)? {
            None => return Ok(None),
            Some(text) if text.is_empty() => {}
            Some(text) => break text,
        }
    };
    if !version.starts_with("WARC/") {
        return Err(damaged("no record where one should begin"));
    }
    let mut header = Header::default();
    while let Some(text) = line(reader)?.filter(|text| !text.is_empty()) {
        let Some((name, value)) = text.split_once(':') else { continue };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => header.kind = value.to_ascii_lowercase(),
            "warc-target-uri" => header.uri = value.trim_start_matches('<').trim_end_matches('>').to_owned(),
            "warc-date" => header.date = value.to_owned(),
            "content-type" => header.content = value.to_ascii_lowercase(),
            "content-length" => header.length = value.parse().ok(),
            _ => {}
        }
    }
    Ok(Some(header))
}

/// One line without its end; nothing at the end of the input.
pub(super) fn line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = reader.take(LINE).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if read as u64 == LINE {
        return Err(damaged("a line of a header that does not end"));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}
