//! Which encoding the bytes are in, and their text.

use chardetng::EncodingDetector;
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, UTF_8};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Whether a byte-order mark opens the bytes.
pub(super) fn marked(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some()
}

/// The text, and a diagnostic for every run of bytes that could not be read.
pub(super) fn decode(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (guess(bytes), bytes),
    };
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (text.to_owned(), Vec::new());
    }
    replaced(bytes, encoding)
}

/// UTF-8 if the bytes are, or are but for some damage; else one of the two Chinese encodings.
///
/// Damage must be told from another encoding, because GB18030 reads almost any bytes, damaged UTF-8 too, as rare
/// characters. In Chinese text of another encoding hardly any two bytes in a row are good UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    const ENOUGH: usize = 1 << 16;
    let head = &bytes[..bytes.len().min(ENOUGH)];
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in head.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // A single bad sequence with nothing good to set against it speaks for no encoding.
    if bad == 0 || good > 4 * bad { UTF_8 } else { chinese(head) }
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
