//! `zhengtu review`: decisions on identity, made and taken back.

use std::process::ExitCode;

use anyhow::Context;

use crate::cli::arguments::{Review, Reviewing};
use crate::cli::network::{iri, text, write};
use crate::cli::output::{self, Usage};
use crate::cli::query;
use crate::network::Node;
use crate::query::{Sought, entity, label};
use crate::rdf::{Base, NamedNode, Term};
use crate::resolve::{Decisions, Verdict, kind};
use crate::store::Store;

const COLUMNS: [&str; 5] = ["decision", "one", "oneLabel", "other", "otherLabel"];

pub fn run(arguments: Review) -> anyhow::Result<ExitCode> {
    let place = &arguments.answering.place;
    // A decision changes a store and never makes one.
    let (store, base) = query::open(place)?;
    let Some(what) = &arguments.what else {
        list(&store, &base, &arguments)?;
        return Ok(ExitCode::SUCCESS);
    };
    let mut decisions = decisions(&store, &base)?;
    let done = match what {
        Reviewing::Accept { one, other } => one_pair(&store, &base, &mut decisions, one, other, Some(Verdict::Same))?,
        Reviewing::Reject { one, other } => {
            one_pair(&store, &base, &mut decisions, one, other, Some(Verdict::Different))?
        }
        Reviewing::Undo { one, other } => one_pair(&store, &base, &mut decisions, one, other, None)?,
        Reviewing::Apply { file } => {
            let table = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            apply(&store, &base, &mut decisions, &file.display().to_string(), &table)?
        }
    };
    drop(store);
    Store::open(&place.store)?.decide(&base.decisions(), &decisions.quads(&base))?;
    output::note(&format!("{done}; `zhengtu review` lists all decisions"));
    Ok(ExitCode::SUCCESS)
}

/// What was decided so far.
pub fn decisions(store: &Store, base: &Base) -> anyhow::Result<Decisions> {
    let quads = store.quads_of(&base.decisions()).collect::<Result<Vec<_>, _>>()?;
    Ok(Decisions::of(quads))
}

/// The cells of a thing: its identifier, and its name with where it belongs, since namesakes stand side by side.
pub fn described(node: &Node) -> [Option<Term>; 2] {
    let place = node.division_name.as_deref().or_else(|| node.iri.split('/').rev().nth(1)).unwrap_or_default();
    [iri(&node.iri), text(&format!("{} ({place})", node.label))]
}

fn one_pair(
    store: &Store,
    base: &Base,
    decisions: &mut Decisions,
    one: &str,
    other: &str,
    verdict: Option<Verdict>,
) -> anyhow::Result<String> {
    let (one, other) = (entity(store, base, Sought::Anything, one)?, entity(store, base, Sought::Anything, other)?);
    let names = format!("{} and {}", short(base, &one), short(base, &other));
    let Some(verdict) = verdict else {
        if decisions.undo(&one, &other) {
            return Ok(format!("took back the decision on {names}"));
        }
        anyhow::bail!("nothing was decided on {names}; `zhengtu review` lists all decisions");
    };
    check(base, &one, &other)?;
    decisions.decide(other, one, verdict);
    Ok(format!("decided that {names} are {}", if verdict == Verdict::Same { "one" } else { "two" }))
}

/// Two things can be one if they are of one kind, and of one that decisions are for.
fn check(base: &Base, one: &NamedNode, other: &NamedNode) -> anyhow::Result<()> {
    if one == other {
        return Err(Usage(format!("{} is one already", short(base, one))).into());
    }
    if kind(base, one).is_none() || kind(base, one) != kind(base, other) {
        let message = format!(
            "{} and {} cannot be one: both have to be people, or bodies, or initiatives",
            short(base, one),
            short(base, other)
        );
        return Err(Usage(message).into());
    }
    Ok(())
}

fn short(base: &Base, node: &NamedNode) -> String {
    node.as_str().strip_prefix(base.as_str()).unwrap_or(node.as_str()).to_owned()
}

/// Decides as a table says. Rows without a decision are left as they are; a word that is none is an error with its line.
fn apply(store: &Store, base: &Base, decisions: &mut Decisions, name: &str, table: &str) -> anyhow::Result<String> {
    let mut lines = table.lines().enumerate();
    let cell = |text: &str| -> String {
        let text = text.trim().trim_start_matches('?');
        let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
        inner.or_else(|| text.strip_prefix('"').and_then(|text| text.strip_suffix('"'))).unwrap_or(text).to_owned()
    };
    let header: Vec<String> = lines.next().map(|(_, line)| line.split('\t').map(cell).collect()).unwrap_or_default();
    let column = |wanted: &str| header.iter().position(|name| name == wanted);
    let (Some(decision), Some(one), Some(other)) = (column("decision"), column("one"), column("other")) else {
        anyhow::bail!(
            "{name}:1: the columns decision, one and other are needed; `zhengtu resolve --format tsv` writes them"
        );
    };
    let mut count = 0;
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<String> = line.split('\t').map(cell).collect();
        let at = |column: usize| cells.get(column).map(String::as_str).unwrap_or_default();
        if at(decision).is_empty() {
            continue;
        }
        let place = || format!("{name}:{}", number + 1);
        let word = at(decision);
        let verdict = Verdict::named(word);
        if verdict.is_none() && word != "undo" {
            anyhow::bail!("{}: `{word}` is no decision: same, different or undo", place());
        }
        let pair = [at(one), at(other)].map(|typed| entity(store, base, Sought::Anything, typed));
        let [one, other] = pair;
        let (one, other) = (one.with_context(place)?, other.with_context(place)?);
        match verdict {
            Some(verdict) => {
                check(base, &one, &other).with_context(place)?;
                decisions.decide(other, one, verdict);
            }
            None => drop(decisions.undo(&one, &other)),
        }
        count += 1;
    }
    Ok(format!("{count} decisions applied"))
}

fn list(store: &Store, base: &Base, arguments: &Review) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    for (other, one, verdict) in decisions(store, base)?.iter() {
        let mut row = vec![text(verdict.name())];
        for node in [one, other] {
            // The union knows what was decided to be another by the name of that other alone.
            let last = || node.as_str().rsplit('/').next().unwrap_or_default().to_owned();
            let name = label(store, node)?.unwrap_or_else(last);
            row.extend([iri(node.as_str()), text(&format!("{name} ({})", short(base, node)))]);
        }
        rows.push(row);
    }
    write(&COLUMNS, rows, base, &arguments.answering)
}
