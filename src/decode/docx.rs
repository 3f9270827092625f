//! Office documents (.docx): the text of the body, with tables and text boxes, without what was deleted.
//!
//! Own, over `zip` and `quick-xml`: the crates for the format lose text boxes, tabs, tables or tracked insertions.

mod body;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// The most that the text of a document may unpack to, in bytes of XML: some ten thousand pages. A file that says it
/// holds less and goes on is stopped here too.
const LIMIT: u64 = 64 << 20;

/// The part that holds the text.
const BODY: &str = "word/document.xml";

/// The text of a document, or why it cannot be read and the way out.
pub(super) fn read(bytes: &[u8]) -> Result<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| damaged(&cause))?;
    if archive.index_for_name(BODY).is_none() {
        return Err(other(&archive).to_owned());
    }
    let file = match archive.by_name(BODY) {
        Ok(file) => file,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
            return Err("it is locked with a password; save it without one and read that".to_owned());
        }
        Err(cause) => return Err(damaged(&cause)),
    };
    let mut xml = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut xml).map_err(|cause| damaged(&cause))?;
    if xml.len() as u64 > LIMIT {
        return Err(format!(
            "its text unpacks to more than {} MB, as that of no document of pages does; cut it into parts, or save it as \
             plain text",
            LIMIT >> 20
        ));
    }
    let xml = String::from_utf8(xml)
        .map_err(|_| "its text is not UTF-8; open it, save it again as .docx, and read that".to_owned())?;
    let text = body::text(&xml).map_err(|cause| damaged(&cause))?;
    if text.trim().is_empty() {
        return Err("it holds no text (pictures only?); recognise the text first (OCR) and read that".to_owned());
    }
    Ok(text)
}

fn damaged(cause: &dyn std::fmt::Display) -> String {
    format!("it is a damaged document or archive ({cause}); get it once more, or open it and save it again")
}

/// What an archive without such a part is.
fn other(archive: &ZipArchive<Cursor<&[u8]>>) -> &'static str {
    let known = [
        ("xl/workbook.xml", "it is a spreadsheet; save its table of articles as CSV and read that"),
        ("ppt/presentation.xml", "it holds slides; save their text as plain text and read that"),
        ("content.xml", "it is an OpenDocument file; save it as .docx and read that"),
        ("META-INF/container.xml", "it is an e-book; save its text as plain text or HTML and read that"),
    ];
    let has = |name: &str| archive.index_for_name(name).is_some();
    known
        .iter()
        .find(|(name, _)| has(name))
        .map_or("it is an archive and no document; unpack it and read what is in it", |(_, message)| message)
}

#[cfg(test)]
mod tests;
