//! All saved queries: those that come with the program, and a user's own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::{Error, Result};
use crate::query::near::near;
use crate::query::saved::Saved;

/// Files of a folder below the repository, inside the program. A test compares the lists with the folders.
macro_rules! built_in {
    ($list:ident $folder:literal [$($name:literal),* $(,)?]) => {
        const $list: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../", $folder, "/", $name, ".rq")))),*];
    };
}

built_in! { BUILT_IN "queries" [
    "article-list",
    "body-profile",
    "cooperation",
    "district-network",
    "district-pairs",
    "district-profile",
    "divisions-under",
    "evidence",
    "explain",
    "growth",
    "initiative-matrix",
    "initiative-network",
    "initiative-profile",
    "initiative-spread",
    "office-holders",
    "office-profile",
    "office-succession",
    "official-career",
    "official-profile",
    "officials-in-several-districts",
    "only-here",
    "reporter-profile",
    "reporters",
    "shared-initiatives",
    "silent",
] }

built_in! { CHECKS "queries/verify" [
    "division-cycle",
    "division-level",
    "division-outside-its-province",
    "fact-without-evidence",
    "holds-without-tenure",
    "office-elsewhere",
    "pursues-without-pursuit",
    "pursuit-without-pursues",
    "sentence-length",
    "sentence-name",
    "sentence-of-another-source",
    "tenure-ends-before-it-starts",
    "tenure-without-holds",
    "two-holders",
] }

/// Saved queries by name.
#[derive(Debug, Clone)]
pub struct Catalog {
    queries: BTreeMap<String, Saved>,
    /// Names of built-in queries whose place one of the user's has taken.
    replaced: BTreeSet<String>,
    /// Names of those that come with the program.
    built_in: BTreeSet<&'static str>,
}

impl Catalog {
    /// The queries that come with the program.
    pub fn built_in() -> Catalog {
        Catalog::of("queries", BUILT_IN)
    }

    /// The queries that must give no rows, for `validate`.
    pub fn checks() -> Catalog {
        Catalog::of("queries/verify", CHECKS)
    }

    fn of(folder: &str, files: &[(&'static str, &str)]) -> Catalog {
        let read = |&(name, text): &(&'static str, &str)| {
            let saved = Saved::read(name, &format!("{folder}/{name}.rq"), text)
                .expect("a built-in query has a good header: a test reads them all");
            (name.to_owned(), saved)
        };
        Catalog {
            queries: files.iter().map(read).collect(),
            replaced: BTreeSet::new(),
            built_in: files.iter().map(|(name, _)| *name).collect(),
        }
    }

    /// Adds the `*.rq` files of a folder; one of a known name takes its place.
    pub fn with_folder(mut self, folder: &Path) -> Result<Catalog> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |cause| Error::File { path, cause }
        };
        for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
            let path = entry.map_err(failed(folder))?.path();
            let Some(name) = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_query(&path)) else {
                continue;
            };
            let text = std::fs::read_to_string(&path).map_err(failed(&path))?;
            let saved = Saved::read(name, &path.display().to_string(), &text)?;
            if self.queries.insert(name.to_owned(), saved).is_some() {
                self.replaced.insert(name.to_owned());
            }
        }
        Ok(self)
    }

    /// Whether the query comes with the program, and was not replaced.
    pub fn is_built_in(&self, name: &str) -> bool {
        !self.replaced(name) && self.built_in.contains(name)
    }

    /// Whether the query stands in the place of a built-in one.
    pub fn replaced(&self, name: &str) -> bool {
        self.replaced.contains(name)
    }

    /// By name, alphabetically.
    pub fn iter(&self) -> impl Iterator<Item = &Saved> {
        self.queries.values()
    }

    /// The query of that name, or an error that offers the nearest.
    pub fn get(&self, name: &str) -> Result<&Saved> {
        self.queries.get(name).ok_or_else(|| Error::UnknownQuery {
            name: name.to_owned(),
            near: near(name, self.queries.keys().map(String::as_str)),
        })
    }
}

fn is_query(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rq")
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, CHECKS, Catalog, is_query};

    #[test]
    fn holds_every_file_of_the_folders() {
        holds(BUILT_IN, concat!(env!("CARGO_MANIFEST_DIR"), "/queries"));
        holds(CHECKS, concat!(env!("CARGO_MANIFEST_DIR"), "/queries/verify"));
    }

    fn holds(list: &[(&str, &str)], folder: &str) {
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| is_query(path))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        files.sort();
        assert_eq!(files, list.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
    }

    #[test]
    fn every_query_says_what_it_is_for() {
        for saved in Catalog::built_in().iter() {
            assert!(!saved.summary.is_empty(), "{} has no summary", saved.name);
            assert!(!saved.tags.is_empty(), "{} has no tags", saved.name);
        }
        for check in Catalog::checks().iter() {
            assert!(!check.summary.is_empty(), "{} does not say what is wrong", check.name);
            assert!(!check.description.is_empty(), "{} does not say what to do", check.name);
            assert!(check.parameters.is_empty(), "{} wants to be asked something", check.name);
        }
    }
}
