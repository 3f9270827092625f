//! What holds of any bytes, each a target of libFuzzer. A law that is broken panics.

use std::ops::ControlFlow;

use zhengtu::decode::{self, Metadata, Source};
use zhengtu::document::Reader;
use zhengtu::input::{self, Found, Limits};
use zhengtu::layout::{self, Cues};
use zhengtu::rdf::{Base, nquads, quads};
use zhengtu::text::Span;

/// What the laws need, loaded once.
pub struct Laws {
    reader: Reader,
    cues: Cues,
}

impl Laws {
    pub fn load() -> Self {
        Self { reader: Reader::load(), cues: Cues::embedded() }
    }

    /// Bytes give a text, the same each time, and diagnostics that point into it.
    pub fn decode(&self, bytes: &[u8]) {
        let source = page(bytes);
        assert_eq!(source, page(bytes), "decoded differently the second time");
        for diagnostic in &source.diagnostics {
            inside(&source, diagnostic.span);
        }
    }

    /// A page gives articles that are made of its own text, no piece of it twice in one article.
    pub fn layout(&self, bytes: &[u8]) {
        let source = page(bytes);
        let page = layout::page(&source, &self.cues, &|_| Vec::new());
        for article in &page.articles {
            for (_, passage) in article.passages() {
                let pieces: Vec<&str> = passage.slices().map(|slice| inside(&source, slice)).collect();
                assert_eq!(pieces.concat(), passage.text(), "an article says what the page does not");
            }
        }
    }

    /// A page gives facts whose sentences it has, and statements that can be written and read again.
    pub fn chain(&self, bytes: &[u8]) {
        let document = self.reader.read(page(bytes));
        for evidence in document.relations.iter().filter_map(zhengtu::relate::Relation::evidence) {
            assert!(!inside(&document.source, evidence.sentence).trim().is_empty(), "a fact without a sentence");
        }
        for diagnostic in &document.diagnostics {
            inside(&document.source, diagnostic.span);
        }
        let written = quads(&document, &Base::default());
        let text: String = written.iter().map(|quad| format!("{quad} .\n")).collect();
        let read: Vec<_> =
            nquads("fuzz", text.as_bytes()).collect::<Result<_, _>>().expect("what was written can be read");
        assert_eq!(read, written, "read again it says something else");
        assert_eq!(
            quads(&self.reader.read(page(bytes)), &Base::default()),
            written,
            "it says something else each time"
        );
    }

    /// An archive gives documents, or says why not, and ends; the limits hold.
    pub fn input(&self, bytes: &[u8]) {
        let limits = Limits { document: 1 << 16, unpacked: 1 << 22, entries: 1000, ratio: 50, depth: 4, held: 1 << 18 };
        let mut unpacked = 0;
        let options = decode::Options::default();
        let _ = input::stream("fuzz", &mut &*bytes, &limits, &options, &mut |_, found| {
            if let Found::Document(document) = found {
                // A part of a file of records holds the one that has begun and as much again.
                assert!(document.bytes.len() as u64 <= 2 * limits.document + 1, "a document beyond the limit");
                unpacked += document.bytes.len() as u64;
            }
            ControlFlow::Continue(())
        });
        // The header of a table stands in each of its parts.
        assert!(unpacked <= 2 * (limits.unpacked + bytes.len() as u64), "more came out than the limit allows");
    }
}

fn page(bytes: &[u8]) -> Source {
    decode::source("fuzz.txt", bytes, Metadata::default())
}

/// The text that a span is of: it lies in the source and cuts no character.
fn inside(source: &Source, span: Span) -> &str {
    source.text.get(span.start()..span.end()).unwrap_or_else(|| panic!("{span} is no text of the source"))
}
