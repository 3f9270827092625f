//! Names and sentences by chance, the same ones every time.

use std::collections::HashSet;

use anyhow::{Context, Result};
use zhengtu::lexicon::{Level, Lexicon};
use zhengtu::mention::name::Side;
use zhengtu::text::Span;

/// Where a name is looked for, and the one that is there.
pub struct Task {
    pub at: usize,
    pub side: Side,
    pub name: Option<Span>,
}

/// Things with weights, drawn by them.
struct Urn {
    items: Vec<(String, f64)>,
    all: f64,
}

impl Urn {
    fn new(items: impl Iterator<Item = (String, f64)>) -> Self {
        let mut all = 0.0;
        let items = items
            .map(|(item, weight)| {
                all += weight;
                (item, all)
            })
            .collect();
        Self { items, all }
    }
}

/// Draws everything that sentences are filled with.
pub struct Draw<'t> {
    seed: u64,
    titles: Vec<&'t str>,
    many: Vec<&'t str>,
    places: Vec<String>,
    surnames: Urn,
    compounds: Urn,
    given: [Urn; 3],
    pieces: Vec<[Urn; 3]>,
    characters: Urn,
    /// Last characters of given names that are words by themselves: 和, 为.
    tricky: Urn,
    /// Words that may be names.
    words: Urn,
    any: Urn,
    verbs: Urn,
    verb: Urn,
    adverbs: Urn,
    adverb: Urn,
    nouns: Urn,
    /// Everything that stands on pages without being a name.
    known: HashSet<String>,
}

fn rows(file: &str) -> Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(file).with_context(|| file.to_owned())?;
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn number(row: &[String], column: usize) -> f64 {
    row.get(column).and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

fn count(text: &str) -> usize {
    text.chars().count()
}

impl<'t> Draw<'t> {
    pub fn new(lexicon: &Lexicon, titles: Vec<&'t str>, many: Vec<&'t str>) -> Result<Self> {
        let surnames = rows("data/names/surnames.tsv")?;
        let given = rows("data/names/given.tsv")?;
        let minority = rows("data/names/minority.tsv")?;
        let words = rows("data/words/words.tsv")?;
        // Roots flatten: unusual names are what must be learned, and on a page of five counties half of them are.
        let surname = |size: usize| {
            Urn::new(
                surnames
                    .iter()
                    .filter(|row| count(&row[0]) == size)
                    .map(|row| (row[0].clone(), number(row, 1).powf(0.6))),
            )
        };
        let seat = |column: usize| Urn::new(given.iter().map(|row| (row[0].clone(), number(row, column).powf(0.6))));
        let tradition = |name: &str| {
            let at = |places: &[&str]| {
                Urn::new(
                    minority
                        .iter()
                        .filter(|row| row[1] == name && (places.contains(&row[2].as_str()) || row[2] == "any"))
                        .map(|row| (row[0].clone(), number(row, 3).sqrt())),
                )
            };
            [at(&["start", "whole"]), at(&["start", "middle", "end"]), at(&["end"])]
        };
        let tagged = |tags: &[&str], size: std::ops::RangeInclusive<usize>, least: f64, power: f64| {
            Urn::new(
                words
                    .iter()
                    .filter(|row| size.contains(&count(&row[0])) && number(row, 1) >= least)
                    .filter(|row| tags.is_empty() || tags.contains(&row[2].as_str()))
                    .map(|row| (row[0].clone(), number(row, 1).powf(power))),
            )
        };
        let places = lexicon.gazetteer().divisions().filter(|division| division.level == Level::County);
        let short = lexicon.gazetteer().divisions().map(|division| division.name.chars().take(2).collect());
        Ok(Self {
            seed: 20_240_607,
            titles,
            many,
            places: places.map(|division| division.name.to_string()).collect(),
            surnames: surname(1),
            compounds: surname(2),
            given: [seat(1), seat(2), seat(3)],
            pieces: ["tibetan", "mongolian", "uyghur", "yi"].map(tradition).into(),
            tricky: {
                let word = |c: &str| words.iter().find(|row| row[0] == c && number(row, 1) >= 500.0);
                let turns =
                    |row: &&Vec<String>| word(&row[0]).is_some_and(|word| word[2].starts_with(['c', 'd', 'p', 'v']));
                Urn::new(given.iter().filter(turns).map(|row| (row[0].clone(), number(row, 3).sqrt())))
            },
            characters: tagged(&["n", "ng", "g", "zg", "nr", "ns", "nz", "a", "ag", "z", "vg"], 1..=1, 50.0, 0.3),
            words: tagged(
                &["n", "v", "a", "d", "i", "l", "t", "s", "b", "z", "nz", "vn", "ad", "an"],
                2..=3,
                12.0,
                0.3,
            ),
            any: tagged(&[], 1..=3, 60.0, 0.5),
            verbs: tagged(&["v", "vn"], 2..=2, 200.0, 0.5),
            verb: tagged(&["v", "zg"], 1..=1, 800.0, 0.5),
            adverbs: tagged(&["d", "ad", "t"], 2..=2, 200.0, 0.5),
            adverb: tagged(&["d"], 1..=1, 500.0, 0.5),
            known: words.iter().map(|row| row[0].clone()).chain(short).collect(),
            nouns: tagged(&["n"], 2..=3, 200.0, 0.5),
        })
    }

    /// SplitMix64.
    fn next(&mut self) -> f64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn index(&mut self, size: usize) -> usize {
        ((self.next() * size as f64) as usize).min(size - 1)
    }

    fn of(&mut self, urn: impl Fn(&Self) -> &Urn) -> String {
        let at = self.next() * urn(self).all;
        let items = &urn(self).items;
        let index = items.partition_point(|(_, sum)| *sum < at).min(items.len() - 1);
        items[index].0.clone()
    }

    /// A character of a given name; now and then one that no table has.
    fn character(&mut self, seat: usize) -> String {
        if self.next() < 0.05 { self.of(|this| &this.characters) } else { self.of(|this| &this.given[seat]) }
    }

    fn given(&mut self) -> String {
        let dice = self.next();
        if dice < 0.28 {
            self.character(0)
        } else if dice < 0.35 {
            let word = self.of(|this| &this.words);
            word.chars().take(2).collect()
        } else if dice < 0.38 {
            self.character(1) + &self.of(|this| &this.tricky)
        } else {
            self.character(1) + &self.character(2)
        }
    }

    fn name(&mut self) -> String {
        let dice = self.next();
        if dice < 0.58 {
            let surname =
                if self.next() < 0.05 { self.of(|this| &this.characters) } else { self.of(|this| &this.surnames) };
            surname + &self.given()
        } else if dice < 0.63 {
            self.of(|this| &this.compounds) + &self.given()
        } else if dice < 0.76 {
            self.word()
        } else if dice < 0.79 {
            // 和顺, 南丹: a place without its last character.
            let index = self.index(self.places.len());
            self.places[index].chars().take(2).collect()
        } else {
            self.sound()
        }
    }

    /// A word as a name, more often one that begins with a surname.
    fn word(&mut self) -> String {
        let wanted = self.next() < 0.9;
        for _ in 0..200 {
            let word = self.of(|this| &this.words);
            let first: String = word.chars().take(1).collect();
            let surname = self.surnames.items.iter().take(300).any(|(surname, _)| *surname == first);
            if surname || !wanted {
                return word;
            }
        }
        self.of(|this| &this.words)
    }

    fn is_word(&self, text: &str) -> bool {
        self.known.contains(text)
    }

    fn sound(&mut self) -> String {
        let tradition = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3][self.index(10)];
        let mut parts = vec![self.of(|this| &this.pieces[tradition][0])];
        let more = self.next();
        if more < 0.12 {
            parts.push(self.of(|this| &this.pieces[tradition][1]));
        }
        if more < 0.8 || count(&parts[0]) < 2 {
            parts.push(self.of(|this| &this.pieces[tradition][2]));
        }
        if tradition == 2 && parts.len() > 1 && self.next() < 0.6 {
            return parts.join("·");
        }
        let mut chars: Vec<char> = parts.concat().chars().collect();
        // Nobody lists all syllables: some are others.
        if self.next() < 0.3 {
            let at = self.index(chars.len());
            let other = self.of(|this| &this.pieces[tradition][1]);
            let from = self.index(count(&other));
            chars[at] = other.chars().nth(from).unwrap_or(chars[at]);
        }
        if self.next() < 0.06 {
            let at = self.index(chars.len());
            chars[at] = self.of(|this| &this.characters).chars().next().unwrap_or(chars[at]);
        }
        chars.truncate(7);
        chars.into_iter().collect()
    }

    fn title(&mut self) -> String {
        let index = self.index(self.titles.len());
        let title = self.titles[index];
        title.replace("{P}", &self.place())
    }

    fn place(&mut self) -> String {
        let index = self.index(self.places.len());
        self.places[index].clone()
    }

    /// The sentence with its slots filled, and the places where names are looked for.
    pub fn fill(&mut self, frame: &str) -> (String, Vec<Task>) {
        let mut text = String::new();
        let mut tasks = Vec::new();
        let mut rest = frame;
        while let Some(c) = rest.chars().next() {
            let slot = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
            let at = text.len();
            match (c, slot) {
                ('^', _) => tasks.push(Task { at, side: Side::After, name: None }),
                ('~', _) => tasks.push(Task { at, side: Side::Before, name: None }),
                (_, Some((slot, after))) => {
                    text += &self.slot(slot);
                    // The last part of 叶尔江·哈依拉提 is found by itself.
                    let at = text[at..].find('·').map_or(at, |dot| at + dot + '·'.len_utf8());
                    let span = Span::new(at, text.len());
                    match slot {
                        "N" => tasks.push(Task { at, side: Side::After, name: Some(span) }),
                        "B" => tasks.push(Task { at: text.len(), side: Side::Before, name: Some(span) }),
                        _ => {}
                    }
                    rest = after;
                    continue;
                }
                _ => text.push(c),
            }
            rest = &rest[c.len_utf8()..];
        }
        (text, tasks)
    }

    fn slot(&mut self, slot: &str) -> String {
        match slot {
            "N" | "B" => loop {
                let name = self.name();
                if count(&name) >= 2 {
                    return name;
                }
            },
            "T" => self.title(),
            "S" => {
                let index = self.index(self.many.len());
                self.many[index].to_owned()
            }
            "P" => self.place(),
            "v" => self.of(|this| &this.verbs),
            "v1" => self.of(|this| &this.verb),
            "d" => self.of(|this| &this.adverbs),
            "d1" => self.of(|this| &this.adverb),
            "n" => self.of(|this| &this.nouns),
            "w" => self.of(|this| &this.any),
            "m" => ["一", "两", "三", "四", "五", "六", "八", "九", "十", "几"][self.index(10)].to_owned(),
            _ => String::new(),
        }
    }

    /// The page that the sentence stands on: often with its names once more, in other sentences.
    pub fn page(&mut self, sentence: &str, tasks: &[Task], frames: &[(&str, &str)]) -> String {
        let mut page = sentence.to_owned();
        for task in tasks {
            let Some(span) = task.name else { continue };
            let name: Vec<char> = span.of(sentence).chars().collect();
            // A name that is a word, or a word that a name begins with, stands elsewhere by chance: 南山区 and 南山松.
            let start: String = name.iter().take(2).collect();
            if self.is_word(&start) && self.next() < 0.5 {
                for _ in 0..=self.index(4) {
                    page += &format!("\n{start}{}", self.of(|this| &this.any));
                }
            }
            while self.next() < 0.3 {
                let index = self.index(frames.len());
                let frame = frames[index].1;
                let slot = if frame.contains("{N}") { "{N}" } else { "{B}" };
                let frame = frame.replacen(slot, span.of(sentence), 1);
                page.push('\n');
                page += &self.fill(&frame).0;
            }
        }
        page
    }
}
