//! The tables as the program wants them when it starts: the automaton and the indices, in bytes.
//!
//! `build.rs` runs this for the built-in tables, and the tests compare what it makes with what the program holds. The
//! program runs it again only for a user's own tables. Each section is read by the room whose tables it packs.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::gazetteer::{CODE, DivisionId, Form, Gazetteer, Level, Sense, TOWNSHIP_CODE};
use super::packed::{BITS, marked};
use super::quick::hash;
use super::table::lines;
use super::tables::Tables;
use super::term::{Class, Classes, FORMER, Term};
use super::words::WORDS;

/// The sections that the lexicon is made of: automaton, surfaces, terms, divisions, codes, words and what is told of each.
pub fn compiled(tables: &Tables) -> Vec<u8> {
    let [divisions, codes] = gazetteer(tables);
    // Leaked, because what the gazetteer reads stands for good; less than 1 MB, once.
    let surfaces = surfaces(tables, &Gazetteer::new(divisions.clone().leak(), codes.clone().leak(), tables));
    let names = surfaces.keys();
    let automaton = CharwiseDoubleArrayAhoCorasick::<u32>::new(names)
        .expect("the surfaces are distinct, not empty, and fewer than 4 billion");
    // Where a surface's terms begin and of what classes they are; those of the next begin where they end.
    let mut first = 0;
    let rows = surfaces.values().map(|terms| {
        let mut classes = Classes::default();
        terms.iter().for_each(|term| classes.add(term.class().into()));
        let row = [first, classes.bits()];
        first += number(terms.len());
        row
    });
    let mut rows: Vec<[u32; 2]> = rows.collect();
    rows.push([first, 0]);
    let rows = bytes(rows.into_iter().flatten());
    let terms = bytes(surfaces.values().flatten().copied().flat_map(pair));
    let [words, told] = words();
    let sections = [automaton.serialize(), rows, terms, divisions, codes, words, told];
    sections.iter().flat_map(|section| [&number(section.len()).to_le_bytes()[..], section].concat()).collect()
}

/// The column of the name in the table of townships.
const TOWNSHIP_NAME: usize = 1;

/// Every name of a division and every word of a rule, with all that it may mean.
fn surfaces(tables: &Tables, gazetteer: &Gazetteer) -> BTreeMap<&'static str, Vec<Term>> {
    let mut surfaces: BTreeMap<&str, Vec<Term>> = BTreeMap::new();
    let mut add = |surface, term| {
        let terms = surfaces.entry(surface).or_default();
        if !terms.contains(&term) {
            terms.push(term);
        }
    };
    let bodies = Bodies::of(tables);
    for (id, division) in (0..).map(DivisionId).zip(gazetteer.divisions()) {
        let sense = |form| Term::Place(Sense { division: id, form });
        // Townships of two characters (街道, 古镇) are words before they are names, and those that the statistics name after
        // a body are that body: neither is read as a place.
        let township = division.level == Level::Township;
        if !township || (division.name.chars().count() > 2 && !bodies.name(division.name)) {
            add(division.name, sense(Form::Full));
        }
        division.short().for_each(|name| add(name, sense(Form::Short)));
        division.colloquial().for_each(|name| add(name, sense(Form::Colloquial)));
        division.former().for_each(|(name, year)| add(name, sense(Form::Former(year))));
    }
    // A word in a table of the user's is no longer in the built-in table of its class.
    let mut replaced: HashSet<(Class, &str)> = HashSet::new();
    let mut row = 0;
    for (i, (class, table)) in tables.rules.iter().enumerate() {
        for words in table.rows() {
            for word in words.words() {
                if i < tables.own {
                    replaced.insert((*class, word));
                } else if replaced.contains(&(*class, word)) {
                    continue;
                }
                add(word, Term::Word { class: *class, row });
            }
            row += 1;
        }
    }
    surfaces
}

/// A term as [`Term::unpack`] reads it.
fn pair(term: Term) -> [u32; 2] {
    match term {
        Term::Word { row, .. } => [row, 0],
        Term::Place(Sense { division, form }) => {
            let form = match form {
                Form::Full => 1,
                Form::Short => 2,
                Form::Colloquial => 3,
                Form::Former(year) => FORMER + u32::from(year),
            };
            [division.0, form]
        }
    }
}

/// The rows of the divisions and the index of their codes.
fn gazetteer(tables: &Tables) -> [Vec<u8>; 2] {
    let rows = last_of_each(rows(tables.divisions).chain(rows(tables.townships)));
    let codes: Vec<(&str, u32)> = rows.iter().enumerate().map(|(i, (_, row))| (column(row, 0), number(i))).collect();
    let ids: HashMap<&str, u32> = codes.iter().copied().collect();
    let packed = rows.iter().flat_map(|&(at, row)| {
        let (level, parent, name) = read(row);
        let parent = ids.get(parent).map_or(0, |id| id + 1);
        let before: usize = (0..name).map(|i| column(row, i).len() + 1).sum();
        // A built-in township has a name and perhaps a short one, and behind them no columns of names.
        let columns: [usize; 4] =
            std::array::from_fn(|i| if name == TOWNSHIP_NAME && i > 1 { 0 } else { column(row, name + i).len() });
        let lengths = columns.map(|length| u8::try_from(length).expect("no column is longer than 255 bytes"));
        [number(at), parent << 2 | level as u32, number(at + before), u32::from_le_bytes(lengths)]
    });
    [bytes(packed), index(&codes)]
}

/// One row a code, where the first of its rows stood.
fn last_of_each(rows: impl Iterator<Item = (usize, &'static str)>) -> Vec<(usize, &'static str)> {
    let mut places = HashMap::new();
    let mut kept = Vec::new();
    for row in rows {
        match places.entry(column(row.1, 0)) {
            Entry::Occupied(place) => kept[*place.get()] = row,
            Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(row);
            }
        }
    }
    kept
}

/// A division's level, its parent's code, and the column of its name.
fn read(row: &'static str) -> (Level, &'static str, usize) {
    // A user's townships have the columns of the divisions, since they may bring names.
    if column(row, 0).len() == TOWNSHIP_CODE && column(row, 2) != Level::Township.name() {
        // The parent is the division that the code begins with, where none is named.
        let parent = Some(column(row, 3)).filter(|parent| !parent.is_empty()).unwrap_or(&row[..CODE]);
        return (Level::Township, parent, TOWNSHIP_NAME);
    }
    let level = Level::ALL.into_iter().find(|level| level.name() == column(row, 2)).unwrap_or(Level::County);
    (level, column(row, 1), 3)
}

/// The index of the words by the numbers of their rows, and for each row what [`Words`](super::words::Words) asks.
fn words() -> [Vec<u8>; 2] {
    let index = index(&rows(WORDS).zip(0..).map(|((_, row), i)| (column(row, 0), i)).collect::<Vec<_>>());
    let told = rows(WORDS).map(|(at, row)| {
        let frequency: u32 = column(row, 1).parse().expect("the second column is a number");
        assert!(frequency < 1 << 24, "{row}");
        [number(at), frequency << 8 | column(row, 2).bytes().next().map_or(0, u32::from)]
    });
    [index, bytes(told.flatten())]
}

/// The rows of a table below its header, each with where it begins.
fn rows(table: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    lines(table).skip(1).map(|(_, row)| (row.as_ptr() as usize - table.as_ptr() as usize, row))
}

fn column(row: &str, i: usize) -> &str {
    row.split('\t').nth(i).unwrap_or("")
}

/// The slots of an [`Index`](super::packed::Index).
fn index(entries: &[(&str, u32)]) -> Vec<u8> {
    let mut slots = vec![0; (entries.len() * 2).next_power_of_two()];
    let mask = slots.len() - 1;
    for &(key, number) in entries {
        let hash = hash(key.as_bytes());
        let free = (0..).map(|step| (hash + step) & mask).find(|&at| slots[at] == 0);
        assert!(number + 1 < 1 << BITS, "the tables have grown beyond {BITS} bits");
        slots[free.expect("half of the slots stay empty")] = marked(hash) << BITS | (number + 1);
    }
    bytes(slots)
}

fn bytes(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).expect("the tables are smaller than 4 GB")
}

/// The words of `bodies.tsv`, by which townships are told from bodies.
struct Bodies {
    all: HashSet<&'static str>,
    /// What names of offices end in: 局 of 林业局, the words for offices of the government (管委会).
    offices: Vec<&'static str>,
}

impl Bodies {
    fn of(tables: &Tables) -> Self {
        let (mut all, mut offices) = (HashSet::new(), vec!["\u{5c40}"]);
        let bodies = tables.rules.iter().filter(|(class, _)| *class == Class::Body);
        for row in bodies.flat_map(|(_, table)| table.rows()) {
            all.extend(row.words());
            if row.value() == "government" {
                offices.extend(row.words());
            }
        }
        Self { all, offices }
    }

    /// Whether a township's name is the name of a body: dozens are called 开发区, 工业园区 or 先进制造业开发区, others are a 管委会.
    fn name(&self, township: &str) -> bool {
        let long = township.char_indices().rev().skip(2).any(|(at, _)| self.all.contains(&township[at..]));
        long || self.offices.iter().any(|office| township.ends_with(office))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{COMPILED, Lexicon};

    #[test]
    fn the_program_holds_what_its_tables_say() {
        let lexicon = Lexicon::load();
        let surfaces = surfaces(&Tables::built_in(), lexicon.gazetteer());
        assert!(surfaces.len() > 40_000);
        for (surface, terms) in surfaces {
            let hit = lexicon.matcher.exact(surface).unwrap_or_else(|| panic!("{surface} is not found"));
            assert_eq!(lexicon.terms(hit), terms, "{surface}");
        }
        assert!(compiled(&Tables::built_in()) == COMPILED, "the tables have changed since the build");
    }

    #[test]
    fn divisions_are_cut_out_of_their_rows() {
        let lexicon = Lexicon::load();
        let gazetteer = lexicon.gazetteer();
        let get = |code: &str| gazetteer.get(gazetteer.by_code(code).unwrap());
        let datong = get("630121");
        assert_eq!((datong.name, datong.level), ("大通回族土族自治县", Level::County));
        assert_eq!(datong.short().collect::<Vec<_>>(), ["大通县", "大通"]);
        assert_eq!(datong.colloquial().collect::<Vec<_>>(), ["大通自治县"]);
        assert_eq!(gazetteer.name(datong.parent.unwrap()), "西宁市");
        assert_eq!(get("630106").former().collect::<Vec<_>>(), [("湟中县", 2019)]);
        let street = get("110101001");
        assert_eq!((street.name, gazetteer.name(street.parent.unwrap())), ("东华门街道", "东城区"));
        assert!(gazetteer.by_code("000000").is_none());
        let numbered = |(id, code): (u32, &str)| gazetteer.by_code(code) == Some(DivisionId(id));
        assert!((0..).zip(gazetteer.divisions().map(|division| division.code)).all(numbered));
    }

    #[test]
    fn words_are_found_in_their_table() {
        let lexicon = Lexicon::load();
        let words = lexicon.words();
        assert_eq!((words.frequency("一"), words.tag("一")), (217_830, Some("m")));
        assert_eq!((words.frequency("word"), words.frequency(""), words.tag("词词词")), (0, 0, None));
        for (_, row) in rows(WORDS) {
            assert_eq!(words.frequency(column(row, 0)).to_string(), column(row, 1), "{row}");
        }
    }
}
