//! Results as a person wants to read them: columns that align whatever the script, names instead of identifiers.

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, TableStyle, presets};

use crate::error::Result;
use crate::rdf::{Base, Term};
use crate::store::Rows;

/// How much of a sentence a table shows, in characters.
const LONG: usize = 48;

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A table of text.
#[derive(Debug, Clone, Default)]
pub struct Table {
    headers: Vec<String>,
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
    more: bool,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: impl IntoIterator<Item = (&'static str, Align)>) -> Table {
        let (headers, aligns) = columns.into_iter().map(|(name, align)| (name.to_owned(), align)).unzip();
        Table { headers, aligns, rows: Vec::new(), more: false }
    }

    /// Adds a row of as many cells as there are columns.
    pub fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The answer of a query for people: a column `x` beside a column `xLabel` is left out, its label stands for it.
    ///
    /// Identifiers lose their base, long sentences all but the part that names another cell of their row, and white
    /// space that a page broke a sentence with goes. Cells that repeat the row above from the left (the first two
    /// columns at most) are blank, so that groups are seen. A source beside a sentence tells where in the file it
    /// stands. Whole values are for the other formats.
    pub fn of(mut rows: Rows, base: &Base) -> Result<Table> {
        let variables = rows.variables().to_vec();
        let shown: Vec<usize> =
            (0..variables.len()).filter(|&i| !variables.contains(&format!("{}Label", variables[i]))).collect();
        let place = |name: &str| variables.iter().position(|variable| variable == name);
        let (source, evidence) = (place("source"), place("evidence"));
        let headers: Vec<String> = shown.iter().map(|&i| heading(&variables[i])).collect();
        let mut cells: Vec<Vec<String>> = Vec::new();
        let mut numeric = vec![true; shown.len()];
        for row in &mut rows {
            let row = row?;
            for (column, &i) in shown.iter().enumerate() {
                numeric[column] &= row.get(i).is_none_or(|term| term.as_ref().is_none_or(is_number));
            }
            let offsets = evidence.and_then(|i| offsets(row.get(i)?.as_ref()?)).unwrap_or_default();
            let texts = shown.iter().map(|&i| {
                let text = row.get(i).and_then(Option::as_ref).map_or_else(String::new, |t| readable(t, base));
                if Some(i) == source { text + &offsets } else { text }
            });
            cells.push(shortened(texts.collect()));
        }
        // A column that nothing fills (no start, no end of any tenure) would only take room from the others.
        let filled: Vec<bool> =
            (0..shown.len()).map(|i| cells.is_empty() || cells.iter().any(|row| !row[i].is_empty())).collect();
        let aligns: Vec<Align> =
            numeric.into_iter().map(|number| if number { Align::Right } else { Align::Left }).collect();
        Ok(Table {
            headers: kept(headers, &filled),
            aligns: kept(aligns, &filled),
            rows: cells.into_iter().map(|row| kept(row, &filled)).collect(),
            more: rows.more(),
        })
    }

    /// Whether the query has rows behind the last of these.
    pub fn more(&self) -> bool {
        self.more
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as lines no wider than `width` columns of a terminal, where the columns allow it.
    pub fn render(&self, width: u16) -> String {
        let mut table = comfy_table::Table::new();
        table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(self.cells(&self.headers));
        let mut above: &[String] = &[];
        for row in &self.rows {
            let same = row.iter().zip(above).take(2).take_while(|(here, there)| here == there).count();
            let mut blanked = row.clone();
            blanked.iter_mut().take(same).for_each(String::clear);
            table.add_row(self.cells(&blanked));
            above = row;
        }
        // Lines between rows only where cells wrap and rows would run into each other.
        let needed: usize = table.column_max_content_widths().iter().map(|width| usize::from(*width) + 2).sum();
        let line = LineStyle::none().fill('─');
        let style = TableStyle::new().header_separator(LineStyle::none().fill('━'));
        table.load_style(if needed > usize::from(width) { style.row_separator(line) } else { style });
        trimmed(&table)
    }

    /// The rows alone, without headers and lines: for a few of them inside other text.
    pub fn plain(&self) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        for row in &self.rows {
            table.add_row(self.cells(row));
        }
        trimmed(&table)
    }

    fn cells(&self, row: &[String]) -> Vec<Cell> {
        let aligned = |(text, align): (&String, &Align)| Cell::new(text).set_alignment(alignment(*align));
        row.iter().zip(&self.aligns).map(aligned).collect()
    }
}

/// Trailing blanks would wrap in a narrower terminal and show in a diff.
fn trimmed(table: &comfy_table::Table) -> String {
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// The items whose column is kept.
fn kept<T>(items: Vec<T>, filled: &[bool]) -> Vec<T> {
    items.into_iter().zip(filled).filter_map(|(item, keep)| keep.then_some(item)).collect()
}

fn alignment(align: Align) -> CellAlignment {
    match align {
        Align::Left => CellAlignment::Left,
        Align::Right => CellAlignment::Right,
    }
}

/// `initiativeLabel` -> `initiative`: the label is the thing, for a reader.
fn heading(variable: &str) -> String {
    variable.strip_suffix("Label").filter(|name| !name.is_empty()).unwrap_or(variable).to_owned()
}

fn is_number(term: &Term) -> bool {
    matches!(term, Term::Literal(literal) if literal.value().parse::<f64>().is_ok()
        && literal.datatype().as_str().starts_with("http://www.w3.org/2001/XMLSchema#")
        && literal.datatype().as_str() != "http://www.w3.org/2001/XMLSchema#string")
}

/// A term as people read it: without the base and percent signs, on one line.
pub fn readable(term: &Term, base: &Base) -> String {
    match term {
        Term::NamedNode(node) => decoded(node.as_str().strip_prefix(base.as_str()).unwrap_or(node.as_str())),
        Term::Literal(literal) => unbroken(literal.value()),
        other => other.to_string(),
    }
}

/// Where in its file a sentence stands, `:120-180`, in characters from 0 as its identifier has it.
fn offsets(evidence: &Term) -> Option<String> {
    let Term::NamedNode(node) = evidence else { return None };
    let (_, place) = node.as_str().rsplit_once("#char=")?;
    Some(format!(":{}", place.replace(',', "-")))
}

/// A row with its long texts cut to [`LONG`] characters.
fn shortened(row: Vec<String>) -> Vec<String> {
    let named = |text: &str| -> Option<usize> {
        let others = row.iter().filter(|other| other.as_str() != text && other.chars().count() > 1);
        others.filter_map(|other| Some((other.len(), text.find(other.as_str())?))).max().map(|(_, at)| at)
    };
    row.iter()
        .map(|text| if text.chars().count() > LONG { excerpt(text, named(text).unwrap_or(0)) } else { text.clone() })
        .collect()
}

/// [`LONG`] characters of `text`, a third of them before the byte `at`.
fn excerpt(text: &str, at: usize) -> String {
    let (all, before) = (text.chars().count(), text[..at].chars().count());
    let start = before.saturating_sub(LONG / 3).min(all.saturating_sub(LONG));
    let part: String = text.chars().skip(start).take(LONG).collect();
    let (front, back) = (if start > 0 { "…" } else { "" }, if start + LONG < all { "…" } else { "" });
    format!("{front}{part}{back}")
}

/// Percent-decoding for reading; what does not decode to text stays as it is.
fn decoded(iri: &str) -> String {
    let mut bytes = Vec::with_capacity(iri.len());
    let mut rest = iri.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = (first == b'%').then(|| after.get(..2)).flatten().and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| iri.to_owned())
}

/// Text on one line: a break between Chinese characters is the page's and goes, any other white space becomes a space.
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Between two characters that are not white space: nothing, or whether a line broke there.
    let mut gap: Option<bool> = None;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap = Some(gap.unwrap_or(false) || c == '\n');
            continue;
        }
        let joined = || !c.is_ascii() && out.chars().next_back().is_some_and(|before| !before.is_ascii());
        if gap.take().is_some_and(|broken| !(broken && joined())) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_on_wide_characters() {
        let mut table = Table::new([("district", Align::Left), ("n", Align::Right)]);
        table.push(vec!["城北区".to_owned(), "2".to_owned()]);
        table.push(vec!["城北区".to_owned(), "11".to_owned()]);
        table.push(vec!["Xining".to_owned(), "7".to_owned()]);
        insta::assert_snapshot!(table.render(60), @"
         district   n
        ━━━━━━━━━━━━━━
         城北区     2
                   11
         Xining     7
        ");
    }

    #[test]
    fn a_page_breaks_sentences_and_a_table_does_not() {
        assert_eq!(unbroken("立足大通产\n业基础 和\n  AI 2.0\nbuild"), "立足大通产业基础 和 AI 2.0 build");
    }

    #[test]
    fn a_long_sentence_is_shown_where_it_names_its_row() {
        let sentence = "甲".repeat(60) + "河畔夜市" + &"乙".repeat(60);
        let row = shortened(vec!["河畔夜市".to_owned(), sentence]);
        assert_eq!(row[1], format!("…{}河畔夜市{}…", "甲".repeat(16), "乙".repeat(28)));
        assert_eq!(excerpt(&"丙".repeat(50), 147), format!("…{}", "丙".repeat(48)));
    }

    #[test]
    fn identifiers_are_read_by_people() {
        assert_eq!(decoded("initiative/a%20b%3C"), "initiative/a b<");
        assert_eq!(decoded("100%"), "100%");
    }
}
