//! PDF -> the text of its pages, ordered by where it is printed.
//!
//! The syntax of the files is read by `hayro-syntax` and their character maps by `hayro-cmap`. What interprets text is our
//! own: `hayro-interpret` draws glyphs too, which brings four times the crates and a font engine, and no text.

mod font;
mod glyphs;
mod lines;
mod matrix;
mod order;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use lines::Line;

/// One page of a PDF file, or all pages of one that is no newspaper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// From 1; nothing where the pages are read as one.
    pub(super) number: Option<usize>,
    pub(super) text: String,
    /// The lines in large type, from 0.
    pub(super) large: Vec<usize>,
    /// Of the first sheet: the pages of the file that are pictures without text, from 1.
    pub(super) scans: Vec<usize>,
}

/// Pages from this size on, in points (A3), are pages of newspapers: each is a whole of its own. Smaller ones are leaves
/// of one document, whose sentences run on from one to the next.
const PAPER: (f32, f32) = (800.0, 1100.0);

/// The text of each page or of all together, or why it cannot be read and the way out.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    // The reader promises not to fail on damaged files; should it break its word, one file is lost and not the job.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(|_| Err(DAMAGED.to_owned()))
}

const DAMAGED: &str = "it is a damaged PDF; get it once more, or open it and print it to a new PDF";

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|cause| {
        match cause {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
                "it is locked with a password; save it without one and read that"
            }
            LoadPdfError::Decryption(_) => {
                "it is encrypted in a way that cannot be read; print it to a new PDF and read that"
            }
            LoadPdfError::Invalid => DAMAGED,
        }
        .to_owned()
    })?;
    let (mut pages, mut unread, mut scans, mut paper) = (Vec::new(), 0usize, Vec::new(), false);
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let found = glyphs::glyphs(page);
        unread += found.unread;
        if found.pictures > 0 && found.glyphs.is_empty() && found.unread == 0 {
            scans.push(number);
        }
        let (width, height) = page.base_dimensions();
        paper |= width.min(height) >= PAPER.0 && width.max(height) >= PAPER.1;
        pages.push(order::ordered(lines::lines(&found.glyphs)));
    }
    let read: usize = pages.iter().flatten().flatten().map(|line| line.text.chars().count()).sum();
    // The last line of a whole file; mail and downloads that break off leave pages without their text.
    let whole = bytes[bytes.len().saturating_sub(2048)..].windows(5).any(|window| window == b"%%EOF");
    if pages.is_empty() || read == 0 && !whole {
        return Err(DAMAGED.to_owned());
    }
    if read == 0 && unread == 0 {
        let what = if !scans.is_empty() { "it is a scan: pictures of pages without text" } else { "it holds no text" };
        return Err(format!("{what}; recognise its text first (OCR) and read that"));
    }
    if unread > read {
        return Err(
            "its fonts do not say which characters they show; recognise its text first (OCR) and read that".to_owned()
        );
    }
    let mut sheets = written(pages, paper);
    // Told with the first page that can be read, since those pages are no sources.
    if let Some(first) = sheets.first_mut() {
        first.scans = scans;
    }
    Ok(sheets)
}

/// The pages of a newspaper apart, the leaves of a document together.
fn written(pages: Vec<Vec<Vec<Line>>>, paper: bool) -> Vec<Sheet> {
    let sheets = pages.iter().map(|blocks| sheet(blocks)).filter(|sheet| !sheet.text.is_empty());
    if paper {
        let number = |(i, sheet): (usize, Sheet)| Sheet { number: Some(i + 1), ..sheet };
        let mut sheets: Vec<Sheet> = pages.iter().map(|blocks| sheet(blocks)).enumerate().map(number).collect();
        sheets.retain(|sheet| !sheet.text.is_empty());
        if let [only] = &mut sheets[..] {
            only.number = None;
        }
        return sheets;
    }
    let together = sheets.reduce(|mut all, next| {
        let lines = all.text.matches('\n').count() + 1;
        all.large.extend(next.large.iter().map(|line| line + lines));
        all.text.push('\n');
        all.text.push_str(&next.text);
        all
    });
    together.into_iter().collect()
}

/// Blocks of lines as text, with a blank line between.
fn sheet(blocks: &[Vec<Line>]) -> Sheet {
    let mut sheet = Sheet { number: None, text: String::new(), large: Vec::new(), scans: Vec::new() };
    let mut count = 0;
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 {
            sheet.text.push_str("\n\n");
            count += 1;
        }
        for (j, line) in block.iter().enumerate() {
            if j > 0 {
                sheet.text.push('\n');
            }
            if line.large {
                sheet.large.push(count);
            }
            sheet.text.push_str(&line.text);
            count += 1;
        }
    }
    sheet
}
