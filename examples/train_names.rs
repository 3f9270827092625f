//! Learns the weights by which the ends of personal names are told.
//!
//! `cargo run --example train_names` puts names into the sentences of `data/cases/name-frames.tsv` and writes
//! `data/weights/names.tsv` (names after a title) and `names-before.tsv` (before a predicate). The names are drawn from
//! the tables of names, with characters that no table knows now and then, and from the words of the language. The readings
//! of each string compete in a softmax, nobody among them; the draws are seeded, so the same sentences always give
//! the same weights. It prints how sentences that it was not trained on are judged.

// A program for the terminal: printing is what it is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "train_names/draw.rs"]
mod draw;
#[path = "train_names/learn.rs"]
mod learn;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use zhengtu::lexicon::Lexicon;
use zhengtu::mention::Reading;
use zhengtu::mention::name::{self, KEYS, Page, Side};

use draw::{Draw, Task};
use learn::{Case, Readings};

const FRAMES: &str = "data/cases/name-frames.tsv";
/// How often each sentence is filled. Lists of those present hold most of the names of real text.
const TIMES: usize = 45;
const TIMES_ATTEND: usize = 200;
const TIMES_NOBODY: usize = 60;
/// Every so many-th sentence is kept for measuring.
const HELD: usize = 6;

/// A page that is a few sentences.
struct Text(String);

impl Page for Text {
    fn count(&self, text: &str) -> usize {
        self.0.matches(text).count()
    }
}

/// How the place at `^` (a name after it) or `~` (before it) in a sentence is judged with the weights as they are.
fn show(lexicon: &Lexicon, sentence: &str) {
    let side = if sentence.contains('^') { Side::After } else { Side::Before };
    let at = sentence.find(['^', '~']).unwrap_or(0);
    let sentence = sentence.replace(['^', '~'], "");
    let reading = Reading::new(&sentence, lexicon);
    let table = if side == Side::After { lexicon.names_after() } else { lexicon.names_before() };
    let weights: Vec<f32> = KEYS.iter().map(|key| table.of(key)).collect();
    let mut all: Vec<(f32, String)> = name::readings(&reading, at, side, &Text(sentence.clone()))
        .into_iter()
        .map(|(span, vector)| {
            let parts: Vec<(f32, &str, f32)> =
                vector.values().iter().zip(&weights).zip(KEYS).map(|((a, b), key)| (a * b, *key, *a)).collect();
            let score = parts.iter().map(|part| part.0).sum();
            let parts: Vec<String> =
                parts.iter().filter(|part| part.2 != 0.0).map(|part| format!("{} {:.1}", part.1, part.0)).collect();
            (score, format!("{} {score:.2}: {}", span.map_or("nobody", |span| reading.slice(span)), parts.join(", ")))
        })
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.iter().take(4).for_each(|(_, line)| println!("{line}"));
}

fn main() -> Result<()> {
    let lexicon = Lexicon::load();
    let sentences: Vec<String> = std::env::args().skip(1).filter(|argument| argument.contains(['^', '~'])).collect();
    if !sentences.is_empty() {
        sentences.iter().for_each(|sentence| show(&lexicon, sentence));
        return Ok(());
    }
    let text = std::fs::read_to_string(FRAMES).context(FRAMES)?;
    let rows: Vec<(&str, &str)> =
        text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect();
    let titles: Vec<&str> = rows.iter().filter(|row| row.0 == "title").map(|row| row.1).collect();
    let many: Vec<&str> = rows.iter().filter(|row| row.0 == "titles").map(|row| row.1).collect();
    let frames: Vec<(&str, &str)> = rows.iter().filter(|row| !row.0.starts_with("title")).copied().collect();
    let mut draw = Draw::new(&lexicon, titles, many)?;
    let mut cases = [Vec::new(), Vec::new()];
    let mut held = [Vec::new(), Vec::new()];
    for (number, (form, frame)) in frames.iter().enumerate() {
        let times = match *form {
            "attend" => TIMES_ATTEND,
            _ if form.starts_with("nobody") => TIMES_NOBODY,
            _ => TIMES,
        };
        let seen = number % HELD != HELD - 1;
        for _ in 0..times {
            let (sentence, tasks) = draw.fill(frame);
            let page = Text(draw.page(&sentence, &tasks, &frames));
            let reading = Reading::new(&sentence, &lexicon);
            for task in tasks {
                let Some(case) = case(&reading, &task, form, &page) else { continue };
                let which = usize::from(task.side == Side::Before);
                if seen { cases[which].push(case) } else { held[which].push(case) }
            }
        }
    }
    for (which, file) in ["names", "names-before"].into_iter().enumerate() {
        let weights = learn::learn(&cases[which], KEYS.len());
        println!("{file}: {} cases, {:.2} % wrong", cases[which].len(), rate(&weights, &cases[which]));
        println!("  held-out sentences: {} cases, {:.2} % wrong", held[which].len(), rate(&weights, &held[which]));
        by_form(&weights, &held[which]);
        let both: Vec<Case> = cases[which].drain(..).chain(held[which].drain(..)).collect();
        std::fs::write(format!("data/weights/{file}.tsv"), table(&learn::learn(&both, KEYS.len()), which == 1))?;
    }
    Ok(())
}

fn case(reading: &Reading, task: &Task, form: &str, page: &Text) -> Option<Case> {
    let readings = name::readings(reading, task.at, task.side, page);
    if task.name.is_some() && !readings.iter().any(|(span, _)| *span == task.name) {
        return None;
    }
    let readings: Readings = readings
        .into_iter()
        .map(|(span, vector)| {
            let values = vector.values().iter().enumerate().filter(|(_, value)| **value != 0.0);
            (span, span == task.name, values.map(|(i, value)| (i as u8, *value)).collect())
        })
        .collect();
    let name = task.name.map_or("nobody", |span| reading.slice(span));
    Some(Case { readings, form: form.to_owned(), text: format!("{name} in {}", reading.text) })
}

fn rate(weights: &[f32], cases: &[Case]) -> f32 {
    let wrong = cases.iter().filter(|case| !learn::right(weights, case)).count();
    100.0 * wrong as f32 / cases.len().max(1) as f32
}

fn by_form(weights: &[f32], cases: &[Case]) {
    let mut forms: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut shown = 0;
    for (i, case) in cases.iter().enumerate() {
        let counts = forms.entry(&case.form).or_default();
        counts.0 += 1;
        if !learn::right(weights, case) {
            counts.1 += 1;
            if i % 7 == 0 && shown < 60 && std::env::args().nth(1).is_some() {
                shown += 1;
                println!("    {}", case.text);
            }
        }
    }
    for (form, (all, wrong)) in forms {
        println!("  {form}: {wrong} of {all} wrong");
    }
}

fn table(weights: &[f32], before: bool) -> String {
    let what = if before { "the start of a name before a predicate" } else { "the end of a name after a title" };
    let mut text = format!(
        "# What each feature says for {what}, in natural logarithms of odds.\n\
         # Written by `cargo run --example train_names`; do not edit.\n"
    );
    for (key, weight) in KEYS.iter().zip(weights) {
        text.push_str(&format!("{key}\t{weight:.3}\n"));
    }
    text
}
