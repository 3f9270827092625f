//! The real binary: what it prints, where, and with which exit code.

mod analysis;
mod archives;
mod bad_input;
mod build;
mod diff;
mod export;
mod kill;
mod lexicon;
mod query;
mod resolve;
mod stream;
mod validate;

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

/// A folder of its own for each test.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Place {
        Place { folder: tempfile::tempdir().unwrap() }
    }

    /// One with the store of the query cases in it, as `graph.db`.
    pub fn with_graph() -> Place {
        let place = Place::new();
        crate::query::graph::on_disk(place.path());
        place
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// `zhengtu` with these words, run in the folder.
    pub fn zhengtu(&self, words: &[&str]) -> Run {
        self.with_input(words, "")
    }

    pub fn with_input(&self, words: &[&str], input: &str) -> Run {
        self.with_bytes(words, input)
    }

    pub fn with_bytes(&self, words: &[&str], input: impl Into<Vec<u8>>) -> Run {
        let mut command = Command::cargo_bin("zhengtu").unwrap();
        command
            .current_dir(self.path())
            .env_remove("ZHENGTU_STORE")
            .env_remove("ZHENGTU_QUERIES")
            .env_remove("ZHENGTU_LEXICON")
            .args(words);
        Run(command.write_stdin(input).output().unwrap())
    }

    /// With the store of the query cases.
    pub fn ask(&self, words: &[&str]) -> Run {
        let mut all = words.to_vec();
        all.extend(["--store", "graph.db"]);
        self.zhengtu(&all)
    }
}

/// What a run left behind.
pub struct Run(Output);

impl Run {
    pub fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    pub fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// The standard output of a run that went well.
    #[track_caller]
    pub fn fine(&self) -> String {
        assert_eq!(self.code(), 0, "{}", self.err());
        self.out()
    }

    /// The message of a run that failed with this code and printed nothing else.
    #[track_caller]
    pub fn failed(&self, code: i32) -> String {
        assert_eq!(self.code(), code, "{}", self.err());
        assert_eq!(self.out(), "", "a failure prints no result");
        self.err()
    }
}

#[test]
fn help_and_version_are_results() {
    let place = Place::new();
    let help = place.zhengtu(&["--help"]).fine();
    assert!(help.contains("zhengtu build PAGES/"), "{help}");
    assert!(place.zhengtu(&["--version"]).fine().starts_with("zhengtu "));
    assert_eq!(place.zhengtu(&[]).code(), 2);
}

#[test]
fn completions_know_the_questions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = Place::new().zhengtu(&["completions", shell]).fine();
        assert!(script.contains("shared-initiatives"), "{shell}");
    }
}
