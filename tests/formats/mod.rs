//! Formats: what is taken out of a file, what is known of it, and what is refused.
//!
//! `pages/` holds a file a case; what `decode` makes of it stands beside it. What is binary is made here.

mod command;
mod encodings;
mod paper;
mod pdf;

use std::fmt::Write;
use std::path::Path;

use zhengtu::decode::{self, Field, Options};
use zhengtu::document::{Document, Reader};

/// The sources of a file as a person reads them: name, what is known and where from, text; or why not.
fn shown(name: &str, bytes: &[u8], options: &Options) -> String {
    let mut out = String::new();
    for source in decode::sources(name, bytes, options) {
        match source {
            Ok(source) => {
                writeln!(out, "== {}", source.name).unwrap();
                for (field, origin) in &source.metadata.origins {
                    let value = source.metadata.get(*field).unwrap();
                    writeln!(out, "{}: {value} (from {})", field.name(), origin.name()).unwrap();
                }
                for diagnostic in &source.diagnostics {
                    writeln!(out, "! {}", diagnostic.message).unwrap();
                }
                writeln!(out, "--\n{}", source.text.trim_end()).unwrap();
            }
            Err(unread) => writeln!(out, "== error: {unread}.").unwrap(),
        }
    }
    out
}

/// What one file says, read as its only source.
fn read(name: &str, bytes: &[u8]) -> Document {
    let options = Options::default();
    let mut sources = decode::sources(name, bytes, &options);
    let source = sources.next().unwrap().unwrap();
    assert!(sources.next().is_none(), "{name} is one source");
    Reader::load().read(source)
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/pages");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension != "snap" && extension != "new"));
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = shown(&name, &std::fs::read(&path).unwrap(), &Options::default());
        insta::with_settings!({ snapshot_path => &folder, prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name.clone(), text);
        });
    }
}

#[test]
fn what_is_typed_goes_before_what_is_found() {
    let typed = decode::Metadata { outlet: Some("海棠日报".into()), ..Default::default() };
    let options =
        Options { given: decode::Metadata::default().or(&typed, decode::Origin::Option), ..decode::Options::default() };
    let page = "<html><head><meta name='ContentSource' content='青云晚报'><meta name='PubDate' content='2024-01-25'></head>\
                <body><p>昨日，青云县县长何方主持召开动员会。</p></body></html>";
    let source = decode::sources("2023-12-31_A01.html", page.as_bytes(), &options).next().unwrap().unwrap();
    let known = |field| source.metadata.get(field).unwrap();
    assert_eq!([known(Field::Outlet), known(Field::Date), known(Field::Page)], ["海棠日报", "2024-01-25", "A01"]);
}
