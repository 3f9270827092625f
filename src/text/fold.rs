//! Traditional characters, radicals of PDF fonts and wide letters, read as the characters that the tables know.
//!
//! The text is not rewritten: what is made here is a *reading copy*, beside the text as printed, and an alignment that
//! takes every place in the copy back to the printed text. Rejected: further surfaces for each word (a name of eight
//! characters has dozens of mixed forms, and names of persons, models and character classes would need them too), and a
//! fold inside the matcher (the same holds: the matcher is one of many readers).

use std::collections::HashMap;

use super::Span;

const CHARACTERS: &str = include_str!("../../data/fold/characters.tsv");
const PHRASES: &str = include_str!("../../data/fold/phrases.tsv");

/// Which characters are forms of others, loaded once.
pub struct Fold {
    /// For each character of the basic plane what it is read as, 0 where it is read as it stands.
    forms: Vec<u16>,
    /// A bit for each of these that is read otherwise: little enough to stay near the processor while a text is looked
    /// through, which is all that most texts need.
    other: Vec<u64>,
    /// Those that only pages in traditional characters read so.
    both: Vec<char>,
    /// Those that speak for a page in simplified characters: what a traditional one becomes and is none itself.
    simplified: Vec<bool>,
    /// By first character, longest first: words that are read otherwise than character by character.
    phrases: HashMap<char, Vec<(&'static str, &'static str)>>,
}

/// A text as it is read, and where each part of it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    pub text: String,
    /// Where the distance between the two texts changes: from this byte of the copy on, the printed byte. Sorted.
    marks: Vec<(usize, usize)>,
}

impl Fold {
    /// The tables that the program comes with.
    pub fn load() -> Self {
        let mut fold = Self {
            forms: vec![0; 1 << 16],
            other: vec![0; 1 << 10],
            both: Vec::new(),
            simplified: vec![false; 1 << 16],
            phrases: HashMap::new(),
        };
        for row in rows(CHARACTERS) {
            let mut cells = row.split('\t');
            let mut one = || cells.next().and_then(|cell| cell.chars().next());
            let (Some(from), Some(to)) = (one(), one()) else { continue };
            fold.forms[from as usize] = to as u16;
            fold.other[from as usize >> 6] |= 1 << (from as usize & 63);
            match cells.next() {
                Some("both") => fold.both.push(from),
                Some("traditional") => fold.simplified[to as usize] = true,
                _ => {}
            }
        }
        for (from, to) in rows(PHRASES).filter_map(|row| row.split_once('\t')) {
            if let Some(first) = from.chars().next() {
                fold.phrases.entry(first).or_default().push((from, to));
            }
        }
        fold.phrases.values_mut().for_each(|words| words.sort_by_key(|(from, _)| std::cmp::Reverse(from.len())));
        fold
    }

    /// The reading copy of `text`; nothing where it would be the text itself, as almost all simplified text is.
    pub fn fold(&self, text: &str) -> Option<Folded> {
        if !self.holds_other(text) {
            return None;
        }
        let other = text.chars().filter(|&c| self.form(c).is_some()).count();
        let simplified = text.chars().filter(|&c| self.simplified.get(c as usize) == Some(&true)).count();
        // What is common to both scripts is not counted as either, and a stray form makes no page traditional.
        let traditional = other > simplified && text.chars().any(|c| self.is_traditional(c));
        let folded = self.copy(text, traditional);
        (folded.text != text).then_some(folded)
    }

    /// Whether any character is read otherwise. All of these have three bytes, of which the first two tell the number and
    /// the third the bit.
    fn holds_other(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            match bytes.get(at + 1..at + 3) {
                Some(&[second, third]) if first >> 4 == 0b1110 => {
                    let bits = self.other[usize::from(first & 0xf) << 6 | usize::from(second & 0x3f)];
                    if bits >> (third & 0x3f) & 1 != 0 {
                        return true;
                    }
                    at += 3;
                }
                _ => at += 1,
            }
        }
        false
    }

    fn copy(&self, text: &str, traditional: bool) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), marks: Vec::new() };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let word = if traditional { self.word(c, &text[at..]) } else { None };
            if let Some((from, to)) = word {
                from.chars().zip(to.chars()).for_each(|(from, to)| folded.push(from, to));
                at += from.len();
                continue;
            }
            let form = self.form(c).filter(|_| traditional || !self.both.contains(&c));
            folded.push(c, form.unwrap_or(c));
            at += c.len_utf8();
        }
        folded
    }

    fn word(&self, first: char, text: &str) -> Option<(&'static str, &'static str)> {
        self.phrases.get(&first)?.iter().copied().find(|(from, _)| text.starts_with(from))
    }

    fn form(&self, c: char) -> Option<char> {
        self.forms.get(c as usize).filter(|form| **form != 0).and_then(|form| char::from_u32(u32::from(*form)))
    }

    /// Whether simplified text has no such character.
    fn is_traditional(&self, c: char) -> bool {
        let form = self.form(c).map(|form| form as usize);
        form.is_some_and(|form| self.simplified[form]) && !self.both.contains(&c)
    }
}

impl Folded {
    fn push(&mut self, from: char, to: char) {
        let printed = self.printed_at(self.text.len());
        self.text.push(to);
        if from.len_utf8() != to.len_utf8() {
            self.marks.push((self.text.len(), printed + from.len_utf8()));
        }
    }

    /// Where the byte `at` of the copy is printed; `at` lies between two characters.
    fn printed_at(&self, at: usize) -> usize {
        let past = self.marks.partition_point(|(copy, _)| *copy <= at);
        past.checked_sub(1).map_or(at, |i| self.marks[i].1 + at - self.marks[i].0)
    }

    /// Where a stretch of the copy is printed.
    pub fn printed(&self, span: Span) -> Span {
        Span::new(self.printed_at(span.start()), self.printed_at(span.end()))
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Fold::load().fold(text).map_or_else(|| text.to_owned(), |folded| folded.text)
    }

    #[test]
    fn a_traditional_page_is_read_as_a_simplified_one() {
        assert_eq!(folded("瀋陽市長說「為民辦事」"), "沈阳市长说“为民办事”");
        assert_eq!(
            folded("乾縣縣長關於乾燥設備的後續講話，皇后區的長者"),
            "乾县县长关于干燥设备的后续讲话，皇后区的长者"
        );
    }

    #[test]
    fn simplified_text_is_left_as_it_is() {
        let fold = Fold::load();
        for text in ["乾县县长于瞭望台讲话，著名的「四地」在余干县。", "毕昇", "", "abc 123"] {
            assert_eq!(fold.fold(text), None, "{text}");
        }
    }

    #[test]
    fn forms_of_fonts_and_wide_digits_are_read_everywhere() {
        assert_eq!(folded("⻓沙⺠政，１月Ａ版，⼾县"), "长沙民政，1月A版，户县");
        // Stray traditional characters too, but none that simplified text has: 於 is a surname.
        assert_eq!(folded("於先生是区長，说这话的时间是关键"), "於先生是区长，说这话的时间是关键");
    }

    #[test]
    fn every_place_of_the_copy_is_printed_somewhere() {
        let text = "１月２日，區長說話。";
        let folded = Fold::load().fold(text).unwrap();
        assert_eq!(folded.text, "1月2日，区长说话。");
        let mut printed = String::new();
        for (at, c) in folded.text.char_indices() {
            printed.push_str(folded.printed(Span::new(at, at + c.len_utf8())).of(text));
        }
        assert_eq!(printed, text);
    }

    proptest::proptest! {
        #[test]
        fn the_copy_has_the_same_characters_in_number(text: String) {
            if let Some(folded) = Fold::load().fold(&text) {
                proptest::prop_assert_eq!(folded.text.chars().count(), text.chars().count());
                let end = folded.text.len();
                proptest::prop_assert_eq!(folded.printed(Span::new(end, end)).end(), text.len());
            }
        }
    }
}
