//! Learns the weights by which initiatives are told from figures of speech.
//!
//! `cargo run --example train_initiatives` reads the sentences of `data/cases/initiatives*.tsv`, lets the library find
//! the candidates with their features, and writes `data/weights/initiatives.tsv` (quoted) and `initiatives-plain.tsv`.
//! Logistic regression by gradient descent from weights set by hand
//! (`*-first.tsv`), towards which a quadratic penalty pulls: the same sentences always give the same
//! weights. It prints how sentences that it was not trained on are judged (five folds).

// A program for the terminal: printing is what it is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use zhengtu::lexicon::{Lexicon, Weights};
use zhengtu::mention::Reading;
use zhengtu::mention::initiative;

/// Pulls every weight towards its first value; chosen by the folds.
const PENALTY: f64 = 6.0;
/// How much more often a quotation on a page is an initiative than one of the sentences, half of which are there to mislead;
/// in natural logarithms of odds, chosen on pages of gold. What is divided by commas is speech as often as there.
const PRIOR: f64 = 0.5;
const STEPS: usize = 3000;
const RATE: f64 = 0.01;
const FOLDS: usize = 5;

/// One candidate: the sentence it stands in, its features by number, whether it is an initiative.
struct Case {
    row: usize,
    name: String,
    features: Vec<usize>,
    is: bool,
}

fn main() -> Result<()> {
    let lexicon = Lexicon::load();
    let mut rows = Vec::new();
    for file in ["data/cases/initiatives.tsv", "data/cases/initiatives-train.tsv"] {
        if Path::new(file).exists() {
            rows.extend(read(&std::fs::read_to_string(file).with_context(|| file.to_owned())?));
        }
    }
    for (plain, name) in [(false, "initiatives"), (true, "initiatives-plain")] {
        let file = format!("data/weights/{name}.tsv");
        let first = format!("data/weights/{name}-first.tsv");
        let first = Weights::parse(&std::fs::read_to_string(&first).context(first)?);
        let mut names = BTreeMap::new();
        let cases = cases(&lexicon, &rows, plain, &mut names);
        let mut start = vec![0.0; names.len()];
        for (name, &number) in &names {
            start[number] = f64::from(first.of(name));
        }
        let (mut hits, mut missed, mut wrong) = (0, 0, 0);
        for fold in 0..FOLDS {
            let weights = learn(cases.iter().filter(|case| case.row % FOLDS != fold), &start);
            for case in cases.iter().filter(|case| case.row % FOLDS == fold) {
                let believed = score(&weights, case) > 0.0;
                match (case.is, believed) {
                    (true, true) => hits += 1,
                    (true, false) => missed += 1,
                    (false, true) => wrong += 1,
                    (false, false) => {}
                }
                if case.is != believed {
                    println!("{} {} in {}", if believed { "wrong" } else { "missed" }, case.name, rows[case.row].0);
                }
            }
        }
        println!(
            "{file}: {} candidates, {} features; unseen: {hits} right, {missed} missed, {wrong} wrong",
            cases.len(),
            names.len()
        );
        let mut weights = learn(cases.iter(), &start);
        for (feature, sign) in [("bias", 1.0), ("in:divided", -1.0), ("in:parallel", -1.0)] {
            if let Some(&number) = names.get(feature).filter(|_| !plain) {
                weights[number] += sign * PRIOR;
            }
        }
        std::fs::write(&file, table(&weights, &names, plain))?;
    }
    Ok(())
}

/// The sentences with the names in them.
fn read(text: &str) -> Vec<(String, Vec<String>)> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (sentence, names) = line.split_once('\t').unwrap_or((line, ""));
            (sentence.to_owned(), names.split(';').map(plain).filter(|name| !name.is_empty()).collect())
        })
        .collect()
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect()
}

fn cases(
    lexicon: &Lexicon,
    rows: &[(String, Vec<String>)],
    unquoted: bool,
    names: &mut BTreeMap<String, usize>,
) -> Vec<Case> {
    let mut cases = Vec::new();
    for (row, (sentence, wanted)) in rows.iter().enumerate() {
        let reading = Reading::new(sentence, lexicon);
        let mut left = wanted.clone();
        for candidate in initiative::candidates(&reading, &[], &|_| 0) {
            let name = plain(&candidate.name(&reading));
            let is = wanted.iter().any(|wanted| same(wanted, &name));
            left.retain(|wanted| !same(wanted, &name));
            if (candidate.rule == "plain") != unquoted {
                continue;
            }
            let features = candidate.features.iter().map(|&feature| {
                let next = names.len();
                *names.entry(feature.to_owned()).or_insert(next)
            });
            cases.push(Case { row, features: features.collect(), name, is });
        }
        if !unquoted && !left.is_empty() {
            println!("no candidate for {left:?} in {sentence}");
        }
    }
    cases
}

/// As the scorer of the evaluation: equal, or one within the other and most of it.
fn same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.contains(short) && short.chars().count() * 10 >= long.chars().count() * 6
}

fn score(weights: &[f64], case: &Case) -> f64 {
    case.features.iter().map(|&feature| weights[feature]).sum()
}

fn learn<'c>(cases: impl Iterator<Item = &'c Case>, first: &[f64]) -> Vec<f64> {
    let cases: Vec<&Case> = cases.collect();
    let mut weights = first.to_vec();
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().zip(first).map(|(weight, first)| PENALTY * (first - weight)).collect();
        for case in &cases {
            let error = f64::from(u8::from(case.is)) - 1.0 / (1.0 + (-score(&weights, case)).exp());
            for &feature in &case.features {
                slope[feature] += error;
            }
        }
        for (weight, slope) in weights.iter_mut().zip(slope) {
            *weight += RATE * slope;
        }
    }
    weights
}

fn table(weights: &[f64], names: &BTreeMap<String, usize>, unquoted: bool) -> String {
    let what = if unquoted { "without quotation marks" } else { "between quotation marks" };
    let mut text = format!(
        "# What each feature says for a name {what} being an initiative, in natural logarithms of odds.\n\
         # Written by `cargo run --example train_initiatives`; do not edit.\n"
    );
    for (name, &number) in names {
        writeln!(text, "{name}\t{:.3}", weights[number]).expect("writing to a string cannot fail");
    }
    text
}
