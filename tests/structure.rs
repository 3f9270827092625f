//! The rules of the house that a program can check: floors, doors, sizes, and knowledge kept out of the code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use zhengtu::text::han::is_han;

/// The longest a file of `src/` may be, tests included.
const LINES: usize = 400;

/// Which rooms may name which library, by the path in code. A library that is not here may be named anywhere.
const DOORS: &[(&str, &[&str])] = &[
    ("jieba_rs", &["text"]),
    ("daachorse", &["lexicon"]),
    ("encoding_rs", &["decode"]),
    ("chardetng", &["decode"]),
    ("memchr", &["relate"]),
    ("oxigraph", &["rdf", "store"]),
    ("spargebra", &["store"]),
    ("parquet", &["export"]),
    ("petgraph", &["network"]),
    ("leiden_rs", &["network"]),
    ("fa2", &["network"]),
    ("sophia", &["rdf", "export"]),
    ("dom_query", &["decode"]),
    ("dom_smoothie", &["decode"]),
    ("zip", &["decode", "input"]),
    ("toml", &["decode"]),
    ("hayro_syntax", &["decode"]),
    ("hayro_cmap", &["decode"]),
    ("quick_xml", &["decode", "export"]),
    ("csv", &["decode", "export"]),
    ("itertools", &["export"]),
    ("tempfile", &["network", "export"]),
    ("string_interner", &["network"]),
    ("comfy_table", &["query"]),
    ("strsim", &["query"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("indicatif", &["cli"]),
    ("ignore", &["input"]),
    ("flate2", &["input"]),
    ("signal_hook", &["cli"]),
    ("tar", &["input"]),
    ("zstd", &["input"]),
    ("anyhow", &["cli"]),
    ("terminal_size", &["cli"]),
];

/// The files of `src/`, with their paths below it. Files of tests alone (`x/tests.rs`) are no part of the house.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(&root).unwrap().to_owned(), text)
    };
    found.into_iter().map(read).collect()
}

/// The floor that a file stands on: the first part of its path.
fn floor(path: &Path) -> String {
    path.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The code of a file without comments, and without its tests (which may reach up, name libraries and speak Chinese).
fn code(text: &str) -> String {
    let body = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    body.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { before_comment(line) }).fold(
        String::new(),
        |mut code, line| {
            code.push_str(line);
            code.push('\n');
            code
        },
    )
}

/// A line up to a comment behind its code. `//` inside a string is left alone where it belongs to an address.
fn before_comment(line: &str) -> &str {
    match line.find(" // ") {
        Some(at) if line[..at].matches('"').count().is_multiple_of(2) => &line[..at],
        _ => line,
    }
}

/// The names of the modules that code imports with `crate::`, alone or in a list.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => found.push(identifier(rest)),
            // The first part of each path of the list, at its top level.
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (i, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && depth == 0 && !c.is_whitespace() => {
                            found.push(identifier(&list[i..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn a_module_imports_only_modules_above_it() {
    let lib = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let order: BTreeMap<&str, usize> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .enumerate()
        .map(|(i, name)| (name, i))
        .collect();
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let here = floor(&path);
        let Some(height) = order.get(here.as_str()) else { continue };
        for import in imports(&code(&text)) {
            match order.get(import.as_str()) {
                Some(other) if other > height => broken.push(format!("{}: imports `{import}`", path.display())),
                Some(_) => {}
                None => broken.push(format!("{}: `crate::{import}` is no floor of lib.rs", path.display())),
            }
        }
    }
    assert!(broken.is_empty(), "a module may import only those above it in lib.rs:\n{}", broken.join("\n"));
}

#[test]
fn only_the_named_room_names_a_library() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let (here, code) = (floor(&path), code(&text));
        for (library, rooms) in DOORS {
            let named = [format!("use {library}::"), format!("{library}::")];
            let names = code.lines().any(|line| {
                named.iter().any(|name| line.match_indices(name.as_str()).any(|(at, _)| starts_word(line, at)))
            });
            if names && !rooms.contains(&here.as_str()) {
                broken.push(format!("{}: names `{library}`, which only {} may", path.display(), rooms.join(", ")));
            }
        }
    }
    assert!(broken.is_empty(), "one door per dependency:\n{}", broken.join("\n"));
}

/// Whether a name starts here rather than ending another one (`crate::export::csv::` is not the crate `csv`).
fn starts_word(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
}

#[test]
fn no_chinese_words_in_the_code() {
    let classes = Path::new("text/han.rs");
    let mut broken = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| path != classes) {
        for (number, line) in code(&text).lines().enumerate().filter(|(_, line)| line.chars().any(is_han)) {
            broken.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
        }
    }
    assert!(broken.is_empty(), "knowledge is data and lives under data/:\n{}", broken.join("\n"));
}

#[test]
fn files_stay_readable() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > LINES {
            broken.push(format!("{}: {lines} lines", path.display()));
        }
        if path != Path::new("main.rs") && !text.starts_with("//! ") {
            broken.push(format!("{}: does not open with a sentence about itself", path.display()));
        }
    }
    assert!(broken.is_empty(), "at most {LINES} lines a file:\n{}", broken.join("\n"));
}

mod the_rules_themselves {
    use super::{code, imports};

    #[test]
    fn imports_are_found_in_every_form() {
        let text = "use crate::text::Span;\nuse crate::{\n    rdf::{Base, Term},\n    store,\n};\nlet x = crate::entity::id();\n";
        assert_eq!(imports(text), ["text", "rdf", "store", "entity"]);
    }

    #[test]
    fn comments_and_tests_are_exempt() {
        let text =
            "//! 政图\nlet x = 1; // 一\nlet y = \"https://example.org\";\n#[cfg(test)]\nmod tests {\n    // 二\n}\n";
        assert_eq!(code(text).trim(), "let x = 1;\nlet y = \"https://example.org\";");
    }
}
