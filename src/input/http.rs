//! An answer of a web server, as web archives keep it: its head, and its body as it was meant.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{MultiGzDecoder, ZlibDecoder};

use super::warc::line;

/// What a server answered with.
pub(super) struct Answer<'a> {
    /// The media type, in lower case.
    pub(super) content: String,
    pub(super) body: Box<dyn Read + 'a>,
}

/// The answer, if it is a page and no redirection or error.
pub(super) fn answer<'a>(block: &'a mut dyn BufRead) -> io::Result<Option<Answer<'a>>> {
    let status = line(block)?.unwrap_or_default();
    let (mut content, mut packed, mut chunked) = (String::new(), String::new(), false);
    while let Some(text) = line(block)?.filter(|text| !text.is_empty()) {
        let Some((name, value)) = text.split_once(':') else { continue };
        let value = value.trim().to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "content-type" => content = value,
            "content-encoding" => packed = value,
            "transfer-encoding" => chunked = value.contains("chunked"),
            _ => {}
        }
    }
    if status.split(' ').nth(1) != Some("200") {
        return Ok(None);
    }
    // Some programs undo chunks and packing before they write, and leave the head as it was: the body is asked too.
    let block: Box<dyn BufRead + 'a> = if chunked && in_chunks(block)? {
        Box::new(BufReader::new(Chunks { block, left: 0, ended: false }))
    } else {
        Box::new(block)
    };
    Ok(Some(Answer { content, body: unpacked(block, &packed)? }))
}

fn unpacked<'a>(mut block: Box<dyn BufRead + 'a>, packed: &str) -> io::Result<Box<dyn Read + 'a>> {
    let head = block.fill_buf()?;
    match packed {
        "gzip" | "x-gzip" if head.starts_with(b"\x1f\x8b") => Ok(Box::new(MultiGzDecoder::new(block))),
        "deflate" if head.first() == Some(&0x78) => Ok(Box::new(ZlibDecoder::new(block))),
        "br" | "zstd" if std::str::from_utf8(head).is_err() => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("its body is packed as `{packed}`, which is not read"),
        )),
        _ => Ok(Box::new(block)),
    }
}

/// Whether the body begins as chunks do: a length in hexadecimal digits and the end of a line.
fn in_chunks(block: &mut dyn BufRead) -> io::Result<bool> {
    let head = block.fill_buf()?;
    let digits = head.iter().take_while(|b| b.is_ascii_hexdigit()).count();
    Ok((1..=8).contains(&digits) && matches!(head.get(digits), Some(b'\r' | b'\n' | b';' | b' ')))
}

/// A body that comes in chunks, each with its length in front.
struct Chunks<'a> {
    block: &'a mut dyn BufRead,
    left: u64,
    ended: bool,
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.left == 0 && !self.ended {
            let text = line(self.block)?.unwrap_or_else(|| "0".to_owned());
            if text.is_empty() {
                continue;
            }
            let digits = text.split(';').next().unwrap_or_default().trim();
            self.left = u64::from_str_radix(digits, 16)
                .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "a chunk without a length"))?;
            self.ended = self.left == 0;
        }
        if self.ended {
            return Ok(0);
        }
        let read = (&mut *self.block).take(self.left).read(buffer)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Option<String> {
        let mut block = text.as_bytes();
        let mut answer = answer(&mut block).unwrap()?;
        let mut body = String::new();
        answer.body.read_to_string(&mut body).unwrap();
        Some(body)
    }

    #[test]
    fn chunks_are_joined() {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n";
        assert_eq!(body(&format!("{head}6\r\n城北\r\n3;x\r\n区\r\n0\r\n\r\n")).unwrap(), "城北区");
        assert_eq!(body(&format!("{head}<p>城北区")).unwrap(), "<p>城北区", "undone already");
    }

    #[test]
    fn what_is_no_page_is_none() {
        assert_eq!(body("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>"), None);
    }
}
