//! The sentences of `data/cases/names.tsv`, read as a page of one passage each.

use super::super::holding::{Section, holdings};
use super::super::post::posts;
use super::super::reading::Reading;
use super::Page;
use crate::lexicon::Lexicon;
use crate::text::han;

struct Text<'t>(&'t str);

impl Page for Text<'_> {
    fn count(&self, text: &str) -> usize {
        self.0.matches(text).count()
    }
}

/// The names that the sentence marks with brackets, and the sentence without them.
fn marked(line: &str) -> (String, Vec<String>) {
    let names = line.split('[').skip(1).filter_map(|rest| rest.split(']').next());
    let plain = |text: &str| text.chars().filter(|&c| !han::is_space(c)).collect();
    (line.replace(['[', ']'], ""), names.map(plain).collect())
}

/// How many names are right, missed and wrong, credit lines aside.
fn counts(lexicon: &Lexicon) -> (usize, usize, usize) {
    let (mut right, mut missed, mut wrong) = (0, 0, 0);
    let text = include_str!("../../../data/cases/names.tsv");
    for line in text.lines().filter(|line| !line.starts_with(['#', '（'])) {
        let (sentence, mut wanted) = marked(line);
        let reading = Reading::new(&sentence, lexicon);
        let posts = posts(&reading);
        let (found, _) = holdings(&reading, &posts, &Text(&sentence), &mut Section::default());
        let mut names: Vec<_> = found.iter().filter_map(|holding| holding.who.name(&reading)).collect();
        names.sort();
        names.dedup();
        for name in names {
            match wanted.iter().position(|wanted| *wanted == name) {
                Some(at) => {
                    wanted.swap_remove(at);
                    right += 1;
                }
                None => {
                    wrong += 1;
                    println!("wrong {name} in {line}");
                }
            }
        }
        missed += wanted.len();
        for name in wanted {
            println!("missed {name} in {line}");
        }
    }
    (right, missed, wrong)
}

/// The sentences are treacherous on purpose; the floor keeps what has been reached.
#[test]
fn names_of_the_cases_are_found() {
    let (right, missed, wrong) = counts(&Lexicon::load());
    assert!(right >= 157 && missed <= 12 && wrong <= 5, "{right} right, {missed} missed, {wrong} wrong");
}

fn after(sentence: &str) -> Option<String> {
    let lexicon = Lexicon::load();
    let at = sentence.find('|').unwrap();
    let sentence = sentence.replace('|', "");
    let reading = Reading::new(&sentence, &lexicon);
    let found = super::after(&reading, at, &Text(&sentence)).filter(|found| found.score > 0.0);
    found.map(|found| reading.slice(found.span).to_owned())
}

#[test]
fn a_name_ends_before_what_the_person_does() {
    assert_eq!(after("县长|陆明达主持会议。").as_deref(), Some("陆明达"));
    assert_eq!(after("县长|陆明达，县委副书记周远山参加。").as_deref(), Some("陆明达"));
    assert_eq!(after("县长|陆明达").as_deref(), Some("陆明达"));
}

#[test]
fn a_title_may_stand_without_a_name() {
    assert_eq!(after("县长|信箱收到来信三百封。"), None);
    assert_eq!(after("县委书记|带队检查了防汛物资。"), None);
    assert_eq!(after("县委书记陆明达、|县直有关部门负责人参加。"), None);
}
