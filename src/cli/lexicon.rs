//! A user's folder of tables: read, checked, made.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::cli::arguments::{Lexicon, LexiconAction, Own};
use crate::cli::output;
use crate::decode::{self, Metadata};
use crate::document::Reader;
use crate::evaluate;
use crate::lexicon;

/// `zhengtu lexicon`
pub fn run(arguments: Lexicon) -> anyhow::Result<ExitCode> {
    match arguments.action {
        LexiconAction::New { folder } => new(&folder),
        LexiconAction::Check { folder } => check(&folder),
    }
}

/// The reader with the folder that was named, if one was. A folder with mistakes is refused before a page is read.
pub fn reader(own: &Own) -> anyhow::Result<Reader> {
    match &own.lexicon {
        None => Ok(Reader::load()),
        Some(folder) => Ok(Reader::with(&tables(folder)?)),
    }
}

fn check(folder: &Path) -> anyhow::Result<ExitCode> {
    let own = tables(folder)?;
    let reader = Reader::with(&own);
    let mut notes = own.notes().to_vec();
    // One word on a row is enough.
    let told: BTreeSet<(String, usize)> = notes.iter().map(|note| (note.file.clone(), note.line)).collect();
    let needless = evaluate::needless(&Reader::load(), &own).into_iter();
    notes.extend(needless.filter(|note| !told.contains(&(note.file.clone(), note.line))));
    notes.sort();
    notes.iter().for_each(|note| output::note(&format!("note: {note}")));
    let failed = evaluate::examples(&reader, &own);
    if !failed.is_empty() {
        let what = if failed.len() == 1 { "an example".to_owned() } else { format!("{} examples", failed.len()) };
        bail!("the lexicon {} does not do what {what} of its rows say:{}", folder.display(), lines(&failed));
    }
    let (tables, rows) = own.size();
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (tables, rows, examples) = (count(tables, "table"), count(rows, "row"), count(own.examples().len(), "example"));
    output::to(None, |out| Ok(writeln!(out, "{}: {tables}, {rows}, {examples}; all is well.", folder.display())?))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the empty tables into a folder that holds none of them yet.
fn new(folder: &Path) -> anyhow::Result<ExitCode> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    for (name, _) in lexicon::Own::templates() {
        let path = folder.join(name);
        if path.exists() {
            bail!("{} exists already, and nothing was written. Name another folder", path.display());
        }
    }
    for (name, text) in lexicon::Own::templates() {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    output::to(None, |out| {
        writeln!(out, "{} holds {} empty tables now.", folder.display(), lexicon::Own::templates().count())?;
        writeln!(out, "Their first lines say what to write. Leave out those that you do not need. Then:")?;
        writeln!(out, "  zhengtu lexicon check {0}\n  zhengtu build PAGES/ --lexicon {0}", folder.display())?;
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The tables of a folder.
fn tables(folder: &Path) -> anyhow::Result<lexicon::Own> {
    let files = files(folder)?;
    lexicon::Own::read(&files, &lexicon::Lexicon::load()).map_err(|faults| anyhow::anyhow!(mistakes(folder, &faults)))
}

/// The *.tsv files of the folder, by name, with their text. Whatever a spreadsheet saved: UTF-8, UTF-16, GB18030.
fn files(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        bail!(
            "there is no folder {0}. `zhengtu lexicon new {0}` makes one with empty tables to fill in",
            folder.display()
        );
    }
    let listing = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in listing {
        let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A table saved in another form would be left out without a word; what is said to be read is not.
        if !hidden && ["csv", "xlsx", "xls", "ods", "txt"].contains(&extension.as_str()) {
            bail!(
                "{} is no *.tsv file. Save it as text with tabs between the columns, or take it away",
                path.display()
            );
        }
        if !hidden && extension == "tsv" && path.is_file() {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        bail!("{0} holds no table (*.tsv). `zhengtu lexicon new {0}` writes empty ones to fill in", folder.display());
    }
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let shown = path.display().to_string();
        let text = decode::source(&shown, &bytes, Metadata::default()).text;
        Ok((shown, text))
    };
    paths.iter().map(read).collect()
}

/// All mistakes as one message, a line each.
fn mistakes(folder: &Path, faults: &[lexicon::Fault]) -> String {
    let count = if faults.len() == 1 { "a mistake".to_owned() } else { format!("{} mistakes", faults.len()) };
    format!(
        "the lexicon {} has {count}, to be mended before a page is read with it:{}",
        folder.display(),
        lines(faults)
    )
}

fn lines(faults: &[lexicon::Fault]) -> String {
    faults.iter().map(|fault| format!("\n  {fault}")).collect()
}
