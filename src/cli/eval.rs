//! `zhengtu eval`: how well pages are read, measured by gold files.

use std::ffi::OsStr;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

use crate::cli::arguments::Own;
use crate::cli::lexicon;
use crate::decode::{self, Metadata};
use crate::document::Reader;
use crate::evaluate::{self, Gold, OldReport, Report, Score};
use crate::lexicon::Lexicon;
use crate::text::Tagger;

/// Measure how well pages are read, by gold files
#[derive(Debug, Args)]
pub struct Eval {
    /// The folder of the gold files, `NAME.json` for the page `NAME.txt`
    #[arg(value_name = "GOLD-DIR")]
    gold: PathBuf,

    /// The folder of the pages
    #[arg(value_name = "PAGES-DIR")]
    pages: PathBuf,

    /// Write the report as JSON, for machines and for `--compare`
    #[arg(long)]
    json: bool,

    /// Show what got better and worse since an earlier report
    #[arg(long, value_name = "OLD.json", conflicts_with = "json")]
    compare: Option<PathBuf>,

    /// The figures only, without pages and errors
    #[arg(long, conflicts_with = "json")]
    summary: bool,

    /// Measure a general tool on the same pages instead
    #[arg(long, value_name = "TOOL")]
    baseline: Option<Baseline>,

    #[command(flatten)]
    own: Own,
}

/// A tool to measure against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Baseline {
    /// jieba's tags: every nr an official, every ns a division
    Jieba,
}

/// A gold file with the page that belongs to it.
struct Pair {
    gold: Gold,
    page: String,
    /// Nothing where there is no such page.
    bytes: Option<Vec<u8>>,
}

pub fn run(arguments: Eval) -> anyhow::Result<ExitCode> {
    let pairs = pairs(&arguments.gold, &arguments.pages)?;
    let old = arguments.compare.as_deref().map(old_report).transpose()?;
    let reader = lexicon::reader(&arguments.own)?;
    let lexicon = reader.lexicon();
    let scores: Vec<(String, Score)> = match arguments.baseline {
        None => pairs.iter().map(|pair| (pair.page.clone(), score(pair, &reader))).collect(),
        Some(Baseline::Jieba) => {
            let tagger = Tagger::load();
            pairs.iter().map(|pair| (pair.page.clone(), baseline(pair, &tagger, lexicon))).collect()
        }
    };
    let report = Report::new(scores);
    write(&mut std::io::stdout().lock(), &arguments, &report, old.as_ref(), lexicon)?;
    let absent = pairs.iter().filter(|pair| pair.bytes.is_none()).count();
    if absent > 0 {
        let mut err = std::io::stderr().lock();
        let _ = writeln!(
            err,
            "{absent} of {} pages are not in {}; they count as missed.",
            pairs.len(),
            arguments.pages.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn score(pair: &Pair, reader: &Reader) -> Score {
    match &pair.bytes {
        Some(bytes) => {
            let source = decode::source(&pair.page, bytes, Metadata::default());
            evaluate::score(&pair.gold, &reader.read(source))
        }
        None => evaluate::absent(&pair.gold),
    }
}

fn baseline(pair: &Pair, tagger: &Tagger, lexicon: &Lexicon) -> Score {
    let bytes = pair.bytes.as_deref().unwrap_or_default();
    let source = decode::source(&pair.page, bytes, Metadata::default());
    evaluate::baseline(&pair.gold, &source.text, tagger, lexicon)
}

fn write(
    out: &mut dyn Write,
    arguments: &Eval,
    report: &Report,
    old: Option<&OldReport>,
    lexicon: &Lexicon,
) -> anyhow::Result<()> {
    if arguments.json {
        writeln!(out, "{}", report.json())?;
        return Ok(());
    }
    if !arguments.summary && old.is_none() {
        let gazetteer = lexicon.gazetteer();
        let name = |code: &str| gazetteer.by_code(code).map(|id| gazetteer.name(id).to_owned());
        writeln!(out, "{}\n{}", report.errors(name), report.by_page())?;
    }
    write!(out, "{}", report.summary())?;
    if let Some(old) = old {
        write!(out, "\n{}", evaluate::compare(old, report))?;
    }
    Ok(())
}

/// The gold files in the order of their names, each with its page.
fn pairs(gold: &Path, pages: &Path) -> anyhow::Result<Vec<Pair>> {
    let listing = std::fs::read_dir(gold)
        .with_context(|| format!("cannot list {}; give the folder of the gold files", gold.display()))?;
    let mut files = Vec::new();
    for entry in listing {
        files.push(entry.with_context(|| format!("cannot list {}", gold.display()))?.path());
    }
    files.retain(|file| file.extension() == Some(OsStr::new("json")));
    files.sort();
    if files.is_empty() {
        bail!(
            "there is no gold file (NAME.json) in {}; the first argument is the folder of the gold files, the second that of the pages",
            gold.display()
        );
    }
    if !pages.is_dir() {
        bail!("there is no folder {}; the second argument is the folder of the pages", pages.display());
    }
    files.iter().map(|file| pair(file, pages)).collect()
}

fn pair(file: &Path, pages: &Path) -> anyhow::Result<Pair> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let gold = Gold::parse(&text).map_err(|error| anyhow::anyhow!("{}:{error}", file.display()))?;
    let page = file.with_extension("txt");
    let page = page.file_name().unwrap_or_default();
    let path = pages.join(page);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    Ok(Pair { gold, page: page.to_string_lossy().into_owned(), bytes })
}

fn old_report(path: &Path) -> anyhow::Result<OldReport> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    OldReport::parse(&text).map_err(|error| {
        anyhow::anyhow!("{}:{error}; write one with `zhengtu eval GOLD-DIR PAGES-DIR --json`", path.display())
    })
}
