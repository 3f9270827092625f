//! Which format the bytes are in, by what they say and not by the name of their file.

use super::charset;

/// What the first bytes of a file show, before any of it is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text of some kind: plain, marked up, a table, a list.
    Text,
    /// An archive in the form of an office document.
    Document,
    Pdf,
}

/// The format of the bytes, or why they cannot be read and the way out.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, &'static str> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("it is empty; fill it or leave it out");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Document);
    }
    // The reader of PDF allows for rubbish before the header, as mail programs leave it.
    const RUBBISH: usize = 1024;
    if bytes[..bytes.len().min(RUBBISH)].windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    let known: [(&[u8], &str); 6] = [
        (b"\x1f\x8b", "it is compressed; unpack it with `gunzip` and read the result"),
        (b"\x89PNG", "it is a picture; recognise its text first (OCR) and read that"),
        (b"\xff\xd8\xff", "it is a picture; recognise its text first (OCR) and read that"),
        (b"II*\0", "it is a picture; recognise its text first (OCR) and read that"),
        (b"MM\0*", "it is a picture; recognise its text first (OCR) and read that"),
        (b"\xd0\xcf\x11\xe0", "it is an old office document; save it as .docx or plain text and read that"),
    ];
    if let Some((_, message)) = known.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(message);
    }
    if is_binary(bytes) {
        return Err("it is no text (it holds control characters); convert it to plain text first");
    }
    Ok(Kind::Text)
}

/// Whether the bytes are no text at all: a picture, an archive, a database.
///
/// Text has no NUL; UTF-16 has many, so that is asked first. Only the head is looked at: a file of gigabytes is
/// recognised as fast as a small one.
pub fn is_binary(bytes: &[u8]) -> bool {
    const HEAD: usize = 8192;
    let head = &bytes[..bytes.len().min(HEAD)];
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let odd = head.contains(&0) || head.iter().filter(control).count() * 10 > head.len();
    odd && !charset::is_wide(head)
}
