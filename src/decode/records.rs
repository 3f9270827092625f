//! Files of records that are longer than anybody wants to hold: where they can be cut.

use super::{Options, charset, list, table};

/// How a file of records is cut into parts that are read like files: each ends with a record, and each begins with what
/// stands above them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Records {
    /// How many bytes stand above the records: the header of a table.
    header: usize,
    /// Whether a record may go over several lines, between quotation marks.
    quoted: bool,
}

impl Records {
    /// How a file can be cut that begins with these bytes, whole lines of it; nothing where it is no list with an object a
    /// line and no table, or where its characters are wider than a byte.
    pub fn of(beginning: &[u8], options: &Options) -> Option<Self> {
        let lines = &beginning[..=beginning.iter().rposition(|byte| *byte == b'\n')?];
        if lines.contains(&0) {
            return None;
        }
        let (text, _) = charset::decode(lines);
        match list::shape(&text) {
            Some(list::Shape::Lines) => Some(Self { header: 0, quoted: false }),
            Some(list::Shape::Whole) => None,
            None => {
                table::shape(&text, options)?;
                let header = lines.iter().position(|byte| *byte == b'\n')? + 1;
                Some(Self { header, quoted: true })
            }
        }
    }

    /// How many bytes at the beginning of the file belong to each part.
    pub fn header(&self) -> usize {
        self.header
    }

    /// Where the last record ends that is whole, behind the header; nothing where none is.
    ///
    /// A line break is inside a cell where an odd number of quotation marks stands before it: within a cell they come
    /// in pairs (RFC 4180).
    pub fn end(&self, bytes: &[u8]) -> Option<usize> {
        let mut inside = false;
        let mut end = None;
        for (at, byte) in bytes.iter().enumerate().skip(self.header) {
            match byte {
                b'"' => inside = !inside,
                b'\n' if !(self.quoted && inside) => end = Some(at + 1),
                _ => {}
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_cut_between_its_rows() {
        let table = "id,text\n1,\"一\n“\"\"二\"\"”\"\n2,\"三\n四".as_bytes();
        let records = Records::of(table, &Options::default()).unwrap();
        assert_eq!(&table[..records.header()], b"id,text\n");
        let end = records.end(table).unwrap();
        assert!(table[end..].starts_with(b"2,"));
        assert_eq!(records.end(&table[..12]), None);
    }

    #[test]
    fn a_list_is_cut_between_its_lines_and_a_page_is_not_cut() {
        let list = b"{\"id\": 1}\n{\"id\": \"\\\"\"}\n{\"id";
        let records = Records::of(list, &Options::default()).unwrap();
        assert_eq!((records.header(), records.end(list)), (0, Some(23)));
        for page in ["本报讯\n城北区召开会议。\n", "[\n{\"id\": 1}]\n", "{\n\"id\": 1\n}\n"] {
            assert_eq!(Records::of(page.as_bytes(), &Options::default()), None, "{page}");
        }
    }
}
