//! Which encoding the bytes are in, and their text.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Span, han};

/// How much of the bytes is looked at to tell what they are.
const ENOUGH: usize = 1 << 16;

/// Whether the bytes are text in two-byte units, with a byte-order mark or without.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some()
        || std::str::from_utf8(bytes).is_err() && wide(bytes).is_some()
        || bytes.contains(&0) && wide(bytes).is_some()
}

/// The text, and a diagnostic for every run of bytes that could not be read.
///
/// In this order: a byte-order mark, strict UTF-8, UTF-16 without a mark, what the page itself declares, and what the
/// bytes look like. The declaration comes late, because pages that were saved again often keep a wrong one.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<Diagnostic>) {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (guess(bytes), bytes),
    };
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (Cow::Borrowed(text), Vec::new());
    }
    let (text, diagnostics) = replaced(bytes, encoding);
    (Cow::Owned(text), diagnostics)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(ENOUGH)];
    let wide = || wide(head);
    match utf8(head) {
        Some(true) if !head.contains(&0) => UTF_8,
        sure => match wide() {
            Some(encoding) => encoding,
            None if sure == Some(true) => UTF_8,
            None => declared(head).unwrap_or_else(|| if sure == Some(false) { UTF_8 } else { chinese(head) }),
        },
    }
}

/// Whether the bytes are UTF-8 (`true`), are it but for some damage (`false`), or are something else.
///
/// Damage must be told from another encoding, because GB18030 reads almost any bytes, damaged UTF-8 too, as rare
/// characters. In Chinese text of another encoding hardly any two bytes in a row are good UTF-8.
fn utf8(head: &[u8]) -> Option<bool> {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in head.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // A character that the end of the head cuts is no damage; a single bad sequence with nothing good to set against
    // it speaks for no encoding.
    let cut = head.len() == ENOUGH && good > 0;
    match bad {
        0 => Some(true),
        1 if cut => Some(true),
        bad => (good > 4 * bad).then_some(false),
    }
}

/// UTF-16 without a mark: almost every unit, read one way round, is a Han character, punctuation or ASCII.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let units = head.len() / 2;
    if units < 2 {
        return None;
    }
    let usual = |unit: u16| {
        char::from_u32(u32::from(unit)).is_some_and(|c| {
            han::is_han(c)
                || matches!(c, ' '..='~' | '\n' | '\r' | '\t' | '\u{2000}'..='\u{203f}' | '\u{3000}'..='\u{303f}'
                    | '\u{ff00}'..='\u{ffef}')
        })
    };
    let count = |unit: fn([u8; 2]) -> u16| head.chunks_exact(2).filter(|two| usual(unit([two[0], two[1]]))).count();
    let (little, big) = (count(u16::from_le_bytes), count(u16::from_be_bytes));
    let (most, least, encoding) = if little >= big { (little, big, UTF_16LE) } else { (big, little, UTF_16BE) };
    // Bytes of one-byte text make Han characters both ways round; marks and digits make none the other way.
    (most * 100 >= units * 95 && least * 100 < units * 80).then_some(encoding)
}

/// What `<meta charset>` or the XML declaration says, unless it says UTF-8, which these bytes are not.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let at = head
        .find("charset=")
        .map(|at| at + "charset=".len())
        .or(head.find("encoding=").map(|at| at + "encoding=".len()))?;
    let label = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
        .filter(|encoding| *encoding == BIG5 || encoding.name().starts_with("GB"))
        .map(
            // What calls itself GB2312 or GBK is read as the newest of the family, which holds the others.
            |encoding| if encoding == BIG5 { BIG5 } else { GB18030 },
        )
}

/// The detector is asked for nothing but the choice between these two: on short text it sees Korean and Japanese.
fn chinese(head: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, true);
    if detector.guess(None, chardetng::Utf8Detection::Deny) == BIG5 { BIG5 } else { GB18030 }
}

fn replaced(bytes: &[u8], encoding: &'static Encoding) -> (String, Vec<Diagnostic>) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut rest = bytes;
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len());
        text.reserve(room);
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                note(&mut diagnostics, Span::new(start, text.len()), encoding);
            }
        }
    }
    (text, diagnostics)
}

/// One diagnostic a run: a file in an unknown encoding would otherwise bring one for each character.
fn note(diagnostics: &mut Vec<Diagnostic>, span: Span, encoding: &'static Encoding) {
    if let Some(last) = diagnostics.last_mut().filter(|last| last.span.end() == span.start()) {
        last.span = last.span.cover(span);
        return;
    }
    let message =
        format!("these bytes are not {}; save the file as UTF-8 again or check that it is complete", encoding.name());
    diagnostics.push(Diagnostic { span, code: Code::UndecodableBytes, message });
}
