//! One input -> its bytes, or why it is no page.

use std::io::Read;

use crate::cli::inputs::Input;
use crate::decode;

/// A source that could not be read: which, why, and the way out, in one sentence or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub name: String,
    pub message: String,
}

/// The bytes of an input, if it can be a page.
pub fn bytes(input: &Input) -> Result<Vec<u8>, Failure> {
    let failure = |message: String| Failure { name: input.name.clone(), message };
    let read = match &input.path {
        Some(path) => std::fs::read(path),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    let bytes = read.map_err(|cause| failure(format!("it cannot be read ({cause}); check its permissions")))?;
    match not_text(&bytes) {
        Some(message) => Err(failure(message.to_owned())),
        None => Ok(bytes),
    }
}

/// Why these bytes are no text.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some("it is empty; fill it or leave it out");
    }
    let known: [(&[u8], &str); 6] = [
        (b"%PDF", "it is a PDF; make text of it first, for example with `pdftotext`"),
        (b"PK\x03\x04", "it is an archive or an office document; unpack it, or save it as plain text, and read that"),
        (b"\x1f\x8b", "it is compressed; unpack it with `gunzip` and read the result"),
        (b"\x89PNG", "it is a picture; recognise its text first (OCR) and read that"),
        (b"\xff\xd8\xff", "it is a picture; recognise its text first (OCR) and read that"),
        (b"\xd0\xcf\x11\xe0", "it is an old office document; save it as plain text and read that"),
    ];
    if let Some((_, message)) = known.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(message);
    }
    decode::is_binary(bytes).then_some("it is no text (it holds control characters); convert it to plain text first")
}

#[cfg(test)]
mod tests {
    use super::not_text;

    #[test]
    fn tells_pages_from_other_files() {
        assert_eq!(not_text("城北区".as_bytes()), None);
        assert_eq!(not_text(&[0xb3, 0xc7, 0xb1, 0xb1]), None, "GB18030");
        assert_eq!(not_text(&[0xff, 0xfe, 0x31, 0]), None, "UTF-16 with its mark");
        assert!(not_text(b"").unwrap().contains("empty"));
        assert!(not_text(b" \n\t").unwrap().contains("empty"));
        assert!(not_text(b"%PDF-1.7").unwrap().contains("pdftotext"));
        assert!(not_text(b"\x7fELF\0\0").unwrap().contains("no text"));
    }
}
