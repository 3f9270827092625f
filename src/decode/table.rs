//! Tables of articles: CSV and TSV, a row an article.

use std::borrow::Cow;
use std::io::Cursor;

use super::names::Part;
use super::record::{Maker, Record, columns};
use super::{Options, Source, Sources, Unread, one};

/// What a table is parted by, and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    delimiter: u8,
    header: Vec<String>,
    columns: Vec<Option<Part>>,
}

/// The shape of the table that `text` is, if it is one: a first row of short names, at least two of them known.
pub(super) fn shape(text: &str, options: &Options) -> Option<Shape> {
    const LONGEST: usize = 60;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next()?;
    let delimiter = [b'\t', b',', b';'].into_iter().find(|sign| first.contains(char::from(*sign)))?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(first.as_bytes());
    let header: Vec<String> = reader.records().next()?.ok()?.iter().map(|cell| cell.trim().to_owned()).collect();
    let columns = columns(header.iter().map(String::as_str), options);
    let known = columns.iter().flatten().count();
    let short = header.iter().all(|cell| cell.chars().count() <= LONGEST);
    (header.len() >= 2 && short && known >= 2).then_some(Shape { delimiter, header, columns })
}

/// The sources of a table, a row each.
pub(super) fn sources<'a>(name: &'a str, text: Cow<'a, str>, shape: Shape, options: &'a Options) -> Sources<'a> {
    if !shape.columns.contains(&Some(Part::Text)) {
        let why = format!(
            "it is a table and none of its columns is known as the text of the articles (it has {}); name it with --columns \
             text=NAME",
            shape.header.join(", ")
        );
        return one(Err(Unread::new(name, why)));
    }
    let bytes = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    };
    let reader = csv::ReaderBuilder::new()
        .delimiter(shape.delimiter)
        .flexible(true)
        .has_headers(true)
        .from_reader(Cursor::new(bytes));
    let maker = Maker::new(name, options);
    Box::new(Rows { reader, shape, maker, before: options.before, done: false })
}

struct Rows<'a> {
    reader: csv::Reader<Cursor<Cow<'a, [u8]>>>,
    shape: Shape,
    maker: Maker<'a>,
    /// How many lines of the file stand before this part of it.
    before: usize,
    done: bool,
}

impl Iterator for Rows<'_> {
    type Item = Result<Source, Unread>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let mut row = csv::StringRecord::new();
        match self.reader.read_record(&mut row) {
            Ok(false) => None,
            Ok(true) => Some(self.row(&row)),
            Err(cause) => {
                self.done = true;
                let line = self.before + self.reader.position().line() as usize;
                Some(Err(Unread::new(
                    self.maker.at(line),
                    format!("the table breaks off here ({cause}); mend this row"),
                )))
            }
        }
    }
}

impl Rows<'_> {
    fn row(&mut self, row: &csv::StringRecord) -> Result<Source, Unread> {
        let start = row.position().map_or((0, 0), |at| (at.byte() as usize, self.before + at.line() as usize));
        let (header, cells) = (self.shape.header.len(), row.len());
        if cells != header {
            let why = format!(
                "the row on line {} has {cells} cells, where the header has {header}; put cells that hold line breaks, \
                 commas or quotation marks between quotation marks",
                start.1
            );
            return Err(Unread::new(self.maker.at(start.1), why));
        }
        let mut record = Record::default();
        for (part, cell) in self.shape.columns.iter().zip(row) {
            if let Some(part) = part {
                record.add(*part, cell);
            }
        }
        let end = self.reader.position().byte() as usize;
        let bytes = self.reader.get_ref().get_ref();
        let bytes = bytes.get(start.0..end).unwrap_or_default().to_vec();
        // The header is part of what a row says: with other names above it, it says something else.
        let hashed = [self.shape.header.join("\t").as_bytes(), &bytes].concat();
        self.maker.source(&record, start.1, &hashed)
    }
}
