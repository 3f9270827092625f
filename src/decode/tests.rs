//! Encodings, damage, and what is no text.

use super::{Metadata, Options, is_binary, source, sources};
use crate::diagnostic::Code;

const TEXT: &str = "本报讯（记者 江一帆）昨日，青山区召开动员会，“巷口板凳”活动从今天开始。\n";

fn read(bytes: &[u8]) -> super::Source {
    source("a.txt", bytes, Metadata::default())
}

#[test]
fn utf8_is_taken_as_it_is() {
    let source = read(TEXT.as_bytes());
    assert_eq!(source.text, TEXT);
    assert!(source.diagnostics.is_empty());
    assert_eq!(source.sha256.len(), 64);
}

#[test]
fn the_hash_is_of_the_bytes() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(read(b"").sha256, empty);
}

#[test]
fn byte_order_marks_are_believed_and_dropped() {
    let utf16 = |to: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    for (mark, bytes) in [
        (vec![0xef, 0xbb, 0xbf], TEXT.as_bytes().to_vec()),
        (vec![0xff, 0xfe], utf16(u16::to_le_bytes)),
        (vec![0xfe, 0xff], utf16(u16::to_be_bytes)),
    ] {
        let all = [mark, bytes].concat();
        assert!(!is_binary(&all));
        assert_eq!(read(&all).text, TEXT);
    }
}

#[test]
fn gb18030_and_big5_are_told_apart() {
    let (gb, _, _) = encoding_rs::GB18030.encode(TEXT);
    assert_eq!(read(&gb).text, TEXT);
    let traditional = "昨日，市長到區公所視察防汛工作，並聽取區長簡報，強調要把民眾的事情辦好，把每一件小事放在心上。";
    let (big5, _, _) = encoding_rs::BIG5.encode(traditional);
    assert_eq!(read(&big5).text, traditional);
}

#[test]
fn a_truncated_sequence_is_shown_and_noted() {
    let cut = &TEXT.as_bytes()[..TEXT.len() - 2];
    let source = read(cut);
    assert!(source.text.ends_with('\u{fffd}'));
    let [diagnostic] = &source.diagnostics[..] else { panic!("one diagnostic: {:?}", source.diagnostics) };
    assert_eq!(diagnostic.code, Code::UndecodableBytes);
    assert_eq!(diagnostic.span.of(&source.text), "\u{fffd}");

    let (gb, _, _) = encoding_rs::GB18030.encode(TEXT.trim_end());
    let source = read(&gb[..gb.len() - 1]);
    assert_eq!(source.diagnostics.len(), 1);
}

/// Why the only source of a file cannot be read.
fn refused(bytes: &[u8]) -> String {
    let options = Options::default();
    let read: Vec<_> = sources("a.txt", bytes, &options).collect();
    let [Err(unread)] = &read[..] else { panic!("{read:?}") };
    assert_eq!(unread.name, "a.txt");
    unread.message.clone()
}

#[test]
fn what_is_no_page_says_what_it_is() {
    assert!(refused(b"").contains("empty"));
    assert!(refused(b" \n\t").contains("empty"));
    assert!(refused(b"%PDF-1.7").contains("damaged PDF"));
    assert!(refused(b"\x7fELF\0\0").contains("no text"));
}

#[test]
fn a_page_without_bottom_is_refused_at_once() {
    let page = format!("<html><body>{}县长", "<div>".repeat(50_000));
    assert!(refused(page.as_bytes()).contains("nested deeper"));
}

#[test]
fn pictures_are_no_text() {
    assert!(is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
    assert!(!is_binary(TEXT.as_bytes()));
    assert!(!is_binary(b""));
}

/// How files of each format begin.
const HEADS: &[&[u8]] = &[
    b"",
    b"<html><body><p>",
    b"%PDF-1.5\n1 0 obj\n<<",
    b"PK\x03\x04",
    b"{\"text\": \"",
    b"[{",
    b"title,text\n",
    b"# a\n**",
];

proptest::proptest! {
    #[test]
    fn any_bytes_give_a_text(bytes: Vec<u8>) {
        let source = read(&bytes);
        for diagnostic in &source.diagnostics {
            let unread = diagnostic.span.of(&source.text).chars().all(|c| c == char::REPLACEMENT_CHARACTER);
            proptest::prop_assert!(unread);
        }
    }

    #[test]
    fn any_bytes_give_sources_or_say_why(
        head in proptest::sample::select(HEADS),
        body: Vec<u8>,
        text: String,
    ) {
        let options = Options::default();
        for bytes in [[head, &body].concat(), [head, text.as_bytes()].concat()] {
            for source in sources("a", &bytes, &options) {
                match source {
                    Ok(source) => proptest::prop_assert!(source.diagnostics.iter().all(|d| source.text.get(d.span.start()..d.span.end()).is_some())),
                    Err(unread) => proptest::prop_assert!(!unread.message.is_empty()),
                }
            }
        }
    }
}
