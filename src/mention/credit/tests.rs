//! The cases of `data/cases/credits*.tsv` and the examples of `data/lexicon/credits.tsv`.

use super::*;
use crate::lexicon::Lexicon;

struct Text<'a>(&'a str);

impl name::Page for Text<'_> {
    fn count(&self, text: &str) -> usize {
        self.0.matches(text).count()
    }
}

/// Reads a line both ways: as the layout's credit line, and as a passage of the body.
fn names(lexicon: &Lexicon, text: &str, standalone: bool) -> String {
    let reading = Reading::new(text, lexicon);
    let (authors, _) = credits(&reading, standalone, &Text(text));
    let word = |role| match role {
        CreditRole::Reporter => "reporter",
        CreditRole::Correspondent => "correspondent",
    };
    authors.iter().map(|author| format!("{}:{}", author.name, word(author.role))).collect::<Vec<_>>().join("; ")
}

fn rows(file: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(format!("{}/data/cases/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default();
    let cells = |line: &str| {
        let (text, wanted) = line.split_once('\t').unwrap_or((line, ""));
        (text.to_owned(), wanted.trim().to_owned())
    };
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip_while(|line| line.starts_with("line\t"))
        .map(cells)
        .collect()
}

#[test]
fn every_case_yields_its_authors() {
    let lexicon = Lexicon::load();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (text, wanted) in ["credits.tsv", "credits-more.tsv"].into_iter().flat_map(rows) {
        for standalone in [true, false] {
            count += 1;
            let found = names(&lexicon, &text, standalone);
            if found != wanted {
                wrong.push(format!("{text}\n    standalone {standalone}\n    found  {found}\n    wanted {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The development pages, where `ZHENGTU_PAGES` names them: lines joined into paragraphs as a rough layout would.
#[test]
#[ignore = "needs pages to measure on"]
fn pages() {
    let folder = std::path::PathBuf::from(std::env::var("ZHENGTU_PAGES").unwrap());
    let lexicon = Lexicon::load();
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let (mut right, mut found_all, mut wanted_all) = (0, 0, 0);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let gold = std::fs::read_to_string(folder.join("gold").join(file.with_extension("json").file_name().unwrap()))
            .unwrap();
        let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
        let wanted: std::collections::BTreeSet<String> =
            gold["reporters"].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect();
        let mut found = std::collections::BTreeSet::new();
        for passage in passages(&text) {
            let reading = Reading::new(&passage, &lexicon);
            let (authors, unreadable) = credits(&reading, false, &Text(&text));
            for author in authors {
                if !wanted.contains(&author.name) {
                    println!("{} WRONG {} in {passage}", file.display(), author.name);
                }
                found.insert(author.name);
            }
            for span in unreadable {
                println!("{} unreadable {}", file.display(), reading.slice(span));
            }
        }
        for name in wanted.difference(&found) {
            println!("{} MISSED {name}", file.display());
        }
        right += found.intersection(&wanted).count();
        found_all += found.len();
        wanted_all += wanted.len();
    }
    println!("right {right} found {found_all} wanted {wanted_all}");
}

/// Lines joined until one is blank, short, or ends a sentence early.
fn passages(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let lines: Vec<&str> = text.lines().collect();
    let longest = lines.iter().map(|line| line.trim().chars().count()).filter(|&n| n < 45).max().unwrap_or(0);
    for line in lines {
        let length = line.trim().chars().count();
        let open = |text: &str| text.matches(['（', '(']).count() > text.matches(['）', ')']).count();
        let last = all.last_mut().unwrap();
        let broken = open(last);
        if broken {
            last.push_str(if broken { line.trim_end() } else { line.trim() });
        } else {
            if !last.is_empty()
                && (length == 0
                    || line.starts_with('●')
                    || line.trim_start().starts_with(['（', '■', '□']) && !line.contains('。'))
            {
                all.push(String::new());
            }
            all.last_mut().unwrap().push_str(line.trim());
        }
        if length + 6 < longest && !open(all.last().unwrap()) || longest == 0 {
            all.push(String::new());
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// Every row of the table shows what it takes and what it leaves.
#[test]
fn rows_show_what_they_do() {
    let lexicon = Lexicon::load();
    for row in lexicon.rows().iter().filter(|row| row.place().0.ends_with("credits.tsv")) {
        let (file, line) = row.place();
        let Some(cue) = cue::Cue::parse(row.value()) else { panic!("{file}:{line}: value {}", row.value()) };
        let people = |text: &str| -> Vec<(String, Part)> {
            let reading = Reading::new(text, &lexicon);
            places::places(&reading, !text.contains('。'))
                .into_iter()
                .flat_map(|place| read(&reading, place, &Text(text)).people)
                .map(|person| (printed(&reading, person.span), person.part))
                .collect()
        };
        let taken = people(row.takes());
        let named: Vec<_> = taken.iter().filter(|(name, _)| name == "陆明达").collect();
        let right = match cue {
            cue::Cue::Role(Part::Source, _)
            | cue::Cue::Outlet
            | cue::Cue::Dateline
            | cue::Cue::Note
            | cue::Cue::Other => taken.len() == 1 && named.len() == 1 && named[0].1 == Part::Reporter,
            cue::Cue::Role(part, _) => named.iter().any(|(_, own)| *own == part),
        };
        assert!(right, "{file}:{line}: `{}` gives {taken:?}", row.takes());
        let left = people(row.leaves());
        assert!(left.iter().all(|(_, part)| *part == Part::Source), "{file}:{line}: `{}` gives {left:?}", row.leaves());
    }
    assert!(lexicon.scan("记者").all()[0].is(Class::Credit));
}

proptest::proptest! {
    /// Whatever stands in a passage: no panic, and every author lies in it, in order, without overlaps.
    #[test]
    fn authors_lie_in_the_passage(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14), standalone: bool) {
        static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        let lexicon = LEXICON.get_or_init(Lexicon::load);
        let text: String = pieces.concat();
        let reading = Reading::new(&text, lexicon);
        let (authors, unreadable) = credits(&reading, standalone, &Text(&text));
        for pair in authors.windows(2) {
            assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for author in &authors {
            assert!(author.name.chars().count() >= 2 && author.name == printed(&reading, author.span));
        }
        assert!(unreadable.iter().all(|span| text.get(span.start()..span.end()).is_some()));
    }
}

const PIECES: &[&str] = &[
    "记者",
    "通讯员",
    "摄",
    "文",
    "图",
    "/",
    "：",
    "（",
    "）",
    "(",
    ")",
    "【",
    " ",
    "　",
    "、",
    "，",
    "。",
    "·",
    "□",
    "讯",
    "本报",
    "王刚",
    "王",
    "刚",
    "阿依古丽",
    "县融媒体中心",
    "编辑",
    "5月",
    "电",
    "a",
    "”",
    "丨",
    "\u{20000}",
    "摄影报道",
    "供稿",
    "记者手记",
];
