//! Which files were meant: those named, those in folders, standard input; each once and in one order.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::document::Failure;
use super::kind::{Kind, kind};
use super::name::{PAGES, extension, is_page, is_sidecar};
use super::open::peek;

/// One file, or standard input. There may be millions of them, so it holds little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    pub(super) name: Box<str>,
    /// In bytes; 0 where it cannot be told.
    pub(super) size: u64,
    /// Whether the user named this file and not a folder above it.
    pub(super) named: bool,
    at: At,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    Stdin,
    /// Below the folder of this number, at the name's own path.
    Below(u32),
    Path(Box<Path>),
}

/// The files to be read, sorted by the names of their sources.
#[derive(Debug, Default)]
pub struct Inputs {
    folders: Vec<PathBuf>,
    inputs: Vec<Input>,
    /// Files in folders that are no pages, by extension.
    pub passed: BTreeMap<String, usize>,
    /// What could not be listed.
    pub failed: Vec<Failure>,
}

impl Inputs {
    /// Lists what was named. `stdin` is what standard input (`-`) is called.
    ///
    /// A name is a graph: were two files of one name read, the second would replace what the first says. That is an error
    /// rather than a longer name, because a name has to be the same whatever else is read with it.
    ///
    /// # Errors
    /// In words, with the way out: a path that is not there, a folder without pages, two files of one name.
    pub fn list(given: &[PathBuf], stdin: &str) -> Result<Inputs, String> {
        let mut all = Inputs::default();
        for path in given {
            if path == Path::new("-") {
                if io::stdin().is_terminal() {
                    return Err("`-` reads standard input, which is a terminal: pipe a page into it".to_owned());
                }
                all.inputs.push(Input { name: stdin.into(), size: 0, named: true, at: At::Stdin });
            } else if path.is_dir() {
                all.folder(path)?;
            } else if path.exists() {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                all.inputs.push(Input {
                    name: name.as_ref().into(),
                    size: path.metadata().map_or(0, |metadata| metadata.len()),
                    named: true,
                    at: At::Path(path.as_path().into()),
                });
            } else {
                return Err(format!(
                    "there is no file or folder {}; check the path, or quote it if it holds spaces",
                    path.display()
                ));
            }
        }
        all.distinct()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.inputs.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// What they come to, in bytes; nothing where a part cannot be told (standard input, a pipe).
    pub fn size(&self) -> Option<u64> {
        self.inputs.iter().map(|input| Some(input.size).filter(|size| *size > 0)).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Input> {
        self.inputs.iter()
    }

    /// Where a file is; nothing for standard input.
    pub(super) fn path(&self, input: &Input) -> Option<PathBuf> {
        match &input.at {
            At::Stdin => None,
            At::Below(folder) => Some(self.folders[*folder as usize].join(&*input.name)),
            At::Path(path) => Some(path.to_path_buf()),
        }
    }

    fn folder(&mut self, folder: &Path) -> Result<(), String> {
        let number = u32::try_from(self.folders.len()).expect("fewer folders are named than fit a command line");
        self.folders.push(folder.to_owned());
        let (before, mut passed) = (self.inputs.len(), BTreeMap::new());
        // Hidden files and what an ignore file names: a folder of pages is no repository, so only the former are left out.
        let walk = ignore::WalkBuilder::new(folder).standard_filters(false).hidden(true).follow_links(true).build();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(cause) => {
                    self.failed.push(unlisted(folder, &cause));
                    continue;
                }
            };
            if entry.file_type().is_none_or(|kind| kind.is_dir()) {
                continue;
            }
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let name = parts.join("/");
            if is_sidecar(&name) {
                continue;
            }
            if !entry.file_type().is_some_and(|kind| kind.is_file()) || !(is_page(&name) || is_archive(entry.path())) {
                *passed.entry(extension(&name)).or_default() += 1;
                continue;
            }
            let same = Path::new(&name) == below;
            self.inputs.push(Input {
                size: entry.metadata().map_or(0, |metadata| metadata.len()),
                at: if same { At::Below(number) } else { At::Path(entry.path().into()) },
                named: false,
                name: name.into(),
            });
        }
        if self.inputs.len() == before && self.failed.is_empty() {
            return Err(no_pages(folder, &passed));
        }
        passed.into_iter().for_each(|(extension, n)| *self.passed.entry(extension).or_default() += n);
        Ok(())
    }

    /// Sorts by name and drops a file that was named twice.
    fn distinct(mut self) -> Result<Inputs, String> {
        let mut inputs = std::mem::take(&mut self.inputs);
        // By name; of one file the one named by itself comes first, whatever was typed first.
        inputs.sort_by(|a, b| a.name.cmp(&b.name).then(b.named.cmp(&a.named)));
        for input in inputs {
            match self.inputs.last() {
                Some(known) if known.name == input.name => {
                    if !self.same_file(known, &input) {
                        return Err(format!(
                            "two sources would both be called `{}`: {} and {}. Name the folder above both, so that their \
                             names differ, or build them into different stores",
                            input.name,
                            self.place(known),
                            self.place(&input)
                        ));
                    }
                }
                _ => self.inputs.push(input),
            }
        }
        self.inputs.shrink_to_fit();
        Ok(self)
    }

    fn same_file(&self, a: &Input, b: &Input) -> bool {
        match (self.path(a), self.path(b)) {
            (None, None) => true,
            (Some(a), Some(b)) => a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b)),
            _ => false,
        }
    }

    fn place(&self, input: &Input) -> String {
        self.path(input).map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
    }
}

/// Whether a file in a folder is an archive, which only its content tells.
fn is_archive(path: &Path) -> bool {
    let head = File::open(path).and_then(|mut file| peek(&mut file));
    head.is_ok_and(|head| matches!(kind(&head), Kind::Gzip | Kind::Zstd | Kind::Zip | Kind::Tar | Kind::Warc))
}

fn unlisted(folder: &Path, cause: &ignore::Error) -> Failure {
    let message = match cause.io_error() {
        // The library names the file itself.
        _ if cause.to_string().contains("loop") => format!("a link leads in a circle ({cause}); it was passed over"),
        _ => format!("a part of it cannot be listed ({cause}); check its permissions"),
    };
    Failure::new(folder.display().to_string(), message)
}

fn no_pages(path: &Path, others: &BTreeMap<String, usize>) -> String {
    let what: Vec<String> = others.iter().map(|(extension, n)| many(extension, *n)).collect();
    let holds = if what.is_empty() { "it is empty".to_owned() } else { format!("it holds {}", what.join(", ")) };
    format!(
        "the folder {} has no pages in it ({holds}). Pages are files of text, HTML, Markdown, DOCX, PDF, CSV and JSON Lines \
         (*.{}), and archives of them; name a file by itself to read it whatever its extension",
        path.display(),
        PAGES.join(", *.")
    )
}

/// `2 .pdf`, `1 without extension`
fn many(extension: &str, n: usize) -> String {
    if extension.is_empty() { format!("{n} without extension") } else { format!("{n} .{extension}") }
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
        Inputs::list(given, "stdin").unwrap().iter().map(|input| input.name.to_string()).collect()
    }

    #[test]
    fn a_folder_gives_its_pages_sorted_by_path() {
        let folder = pages(&["b.txt", "2024/a.md", ".hidden.txt", "photo.jpg", "2023/a.TXT"]);
        assert_eq!(names(&[folder.path().to_owned()]), ["2023/a.TXT", "2024/a.md", "b.txt"]);
        assert_eq!(Inputs::list(&[folder.path().to_owned()], "-").unwrap().passed["jpg"], 1);
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
        let error = Inputs::list(&given, "stdin").unwrap_err();
        assert!(error.starts_with("two sources would both be called `1.txt`"), "{error}");
        assert_eq!(names(&[folder.path().to_owned()]), ["x/1.txt", "y/1.txt"]);
    }

    #[test]
    fn a_folder_without_pages_says_what_it_has() {
        let folder = pages(&["a.png", "b.png", "c"]);
        let error = Inputs::list(&[folder.path().to_owned()], "stdin").unwrap_err();
        assert!(error.contains("it holds 1 without extension, 2 .png"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_in_a_circle_is_named_and_passed_over() {
        let folder = pages(&["b.txt"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        let inputs = Inputs::list(&[folder.path().to_owned()], "stdin").unwrap();
        assert_eq!((inputs.len(), inputs.failed.len()), (1, 1));
        assert!(inputs.failed[0].message.contains("in a circle"), "{}", inputs.failed[0].message);
    }
}
