//! Which sources were named: files, folders walked in order, standard input.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::cli::output::Usage;

/// The extensions of pages in a folder. A file named by itself is read whatever its name.
const PAGES: [&str; 14] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "csv", "tsv", "jsonl", "ndjson", "json", "pdf"];

/// One source to be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// What the source is called in the graph: the file's path below the folder that was named, with `/` between its
    /// parts, or the file's name where it was named by itself.
    pub name: String,
    /// Nothing for standard input.
    pub path: Option<PathBuf>,
}

/// The sources, sorted by name, each once.
///
/// A name is a graph: were two files of one name read, the second would replace what the first says. That is an error
/// rather than a longer name, because a name has to be the same whatever else is read with it.
pub fn inputs(given: &[PathBuf], stdin: &str) -> anyhow::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in given {
        if path == Path::new("-") {
            if std::io::stdin().is_terminal() {
                return Err(
                    Usage("`-` reads standard input, which is a terminal: pipe a page into it".to_owned()).into()
                );
            }
            inputs.push(Input { name: stdin.to_owned(), path: None });
        } else if path.is_dir() {
            inputs.extend(folder(path)?);
        } else if path.exists() {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            inputs.push(Input { name, path: Some(path.clone()) });
        } else {
            bail!("there is no file or folder {}; check the path, or quote it if it holds spaces", path.display());
        }
    }
    distinct(inputs)
}

fn folder(path: &Path) -> anyhow::Result<Vec<Input>> {
    let mut found = Vec::new();
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    // Hidden files and what an ignore file names: a folder of pages is no repository, so only the former are left out.
    let walk = ignore::WalkBuilder::new(path).standard_filters(false).hidden(true).follow_links(true).build();
    for entry in walk {
        let entry = entry?;
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let extension = entry.path().extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let beside = entry.file_name().to_string_lossy().to_lowercase();
        if beside.ends_with(".meta.json") || beside.ends_with(".meta.toml") {
            continue;
        }
        if PAGES.contains(&extension.as_str()) {
            let below = entry.path().strip_prefix(path).unwrap_or(entry.path());
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push(Input { name: parts.join("/"), path: Some(entry.into_path()) });
        } else {
            *others.entry(extension).or_default() += 1;
        }
    }
    if found.is_empty() {
        bail!("{}", no_pages(path, &others));
    }
    Ok(found)
}

fn no_pages(path: &Path, others: &BTreeMap<String, usize>) -> String {
    let what: Vec<String> = others
        .iter()
        .map(
            |(extension, n)| {
                if extension.is_empty() { format!("{n} without extension") } else { format!("{n} .{extension}") }
            },
        )
        .collect();
    let holds = if what.is_empty() { "it is empty".to_owned() } else { format!("it holds {}", what.join(", ")) };
    format!(
        "the folder {} has no pages in it ({holds}). Pages are files of text, HTML, Markdown, DOCX, PDF, CSV and JSON Lines \
         (*.{}); name a file by itself to read it whatever its extension",
        path.display(),
        PAGES.join(", *.")
    )
}

/// Sorts by name and drops a file that was named twice.
fn distinct(inputs: Vec<Input>) -> anyhow::Result<Vec<Input>> {
    let mut byname: BTreeMap<String, Input> = BTreeMap::new();
    for input in inputs {
        match byname.get(&input.name) {
            Some(known) if same_file(known, &input) => {}
            Some(known) => bail!(
                "two sources would both be called `{}`: {} and {}. Name the folder above both, so that their names differ, \
                 or build them into different stores",
                input.name,
                place(known),
                place(&input)
            ),
            None => {
                byname.insert(input.name.clone(), input);
            }
        }
    }
    Ok(byname.into_values().collect())
}

fn same_file(a: &Input, b: &Input) -> bool {
    let real = |input: &Input| input.path.as_ref().and_then(|path| path.canonicalize().ok());
    match (&a.path, &b.path) {
        (None, None) => true,
        (Some(_), Some(_)) => real(a).is_some() && real(a) == real(b),
        _ => false,
    }
}

fn place(input: &Input) -> String {
    input.path.as_ref().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "text").unwrap();
        }
        folder
    }

    fn names(given: &[PathBuf]) -> Vec<String> {
        inputs(given, "stdin").unwrap().into_iter().map(|input| input.name).collect()
    }

    #[test]
    fn a_folder_gives_its_pages_sorted_by_path() {
        let folder = pages(&["b.txt", "2024/a.md", ".hidden.txt", "photo.jpg", "2023/a.TXT"]);
        assert_eq!(names(&[folder.path().to_owned()]), ["2023/a.TXT", "2024/a.md", "b.txt"]);
    }

    #[test]
    fn a_file_named_twice_is_read_once() {
        let folder = pages(&["b.txt"]);
        assert_eq!(names(&[folder.path().join("b.txt"), folder.path().to_owned()]), ["b.txt"]);
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let folder = pages(&["x/1.txt", "y/1.txt"]);
        let given = [folder.path().join("x"), folder.path().join("y")];
        let error = inputs(&given, "stdin").unwrap_err().to_string();
        assert!(error.starts_with("two sources would both be called `1.txt`"), "{error}");
        assert_eq!(names(&[folder.path().to_owned()]), ["x/1.txt", "y/1.txt"]);
    }

    #[test]
    fn a_folder_without_pages_says_what_it_has() {
        let folder = pages(&["a.jpg", "b.jpg", "c"]);
        let error = inputs(&[folder.path().to_owned()], "stdin").unwrap_err().to_string();
        assert!(error.contains("it holds 1 without extension, 2 .jpg"), "{error}");
    }
}
