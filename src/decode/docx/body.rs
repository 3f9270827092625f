//! The XML of a document's body -> its text: a line a paragraph, the cells of a row parted by tabs.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What is left out with all that is in it: deleted and moved-away text, the form of paragraphs and runs, instructions of
/// fields, the copy of a drawing that old programs read, and readings printed above characters.
const LEFT_OUT: [&str; 7] = ["del", "moveFrom", "pPr", "rPr", "instrText", "Fallback", "rt"];

/// The text of the body.
pub(super) fn text(xml: &str) -> Result<String, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body { open: vec![Part::default()], left_out: 0, inside: false };
    loop {
        match reader.read_event()? {
            Event::Start(tag) => body.start(tag.local_name().as_ref()),
            Event::Empty(tag) => body.sign(tag.local_name().as_ref()),
            Event::End(tag) => body.end(tag.local_name().as_ref()),
            Event::Text(text) => body.text(&text),
            Event::CData(text) => body.text(&text),
            Event::GeneralRef(entity) => match entity.resolve_char_ref()? {
                Some(c) => body.text(c.encode_utf8(&mut [0; 4])),
                None => body.text(quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or("")),
            },
            Event::Eof => return Ok(body.open.into_iter().map(|part| part.text).collect()),
            _ => {}
        }
    }
}

struct Body {
    /// What is being filled: the page, in it perhaps a row, its cell, a text box.
    open: Vec<Part>,
    /// How deep in elements that are left out.
    left_out: usize,
    /// Whether this is the text of a run.
    inside: bool,
}

/// A stretch of text with an end of its own.
#[derive(Default)]
struct Part {
    text: String,
    /// Of a row: its cells so far.
    cells: Vec<String>,
    /// The text boxes that hang on the paragraph in hand: they are read behind it.
    boxes: String,
}

impl Body {
    fn top(&mut self) -> &mut Part {
        self.open.last_mut().expect("the page itself is never closed")
    }

    fn text(&mut self, text: &str) {
        if self.inside && self.left_out == 0 {
            self.top().text.push_str(text);
        }
    }

    fn start(&mut self, name: &str) {
        if self.left_out > 0 || LEFT_OUT.contains(&name) {
            self.left_out += 1;
            return;
        }
        match name {
            "t" => self.inside = true,
            "tr" | "tc" | "txbxContent" => self.open.push(Part::default()),
            "p" => {}
            name => self.sign(name),
        }
    }

    /// An element that is a character.
    fn sign(&mut self, name: &str) {
        if self.left_out > 0 {
            return;
        }
        match name {
            "tab" => self.top().text.push('\t'),
            "br" | "cr" => self.top().text.push('\n'),
            "noBreakHyphen" => self.top().text.push('-'),
            "p" => self.paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "t" => self.inside = false,
            "p" => self.paragraph(),
            "tr" | "tc" | "txbxContent" if self.open.len() > 1 => {
                let part = self.open.pop().unwrap_or_default();
                match name {
                    "tc" => self.top().cells.push(part.text.trim_matches('\n').to_owned()),
                    "tr" => self.row(&part.cells),
                    _ => self.top().boxes.push_str(&part.text),
                }
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        let top = self.top();
        top.text.push('\n');
        let boxes = std::mem::take(&mut top.boxes);
        top.text.push_str(&boxes);
    }

    /// A row of figures is a line; a row whose cells hold paragraphs only sets them side by side.
    fn row(&mut self, cells: &[String]) {
        let between = if cells.iter().any(|cell| cell.contains('\n')) { "\n\n" } else { "\t" };
        let row = cells.join(between);
        self.top().text.push_str(row.trim_end_matches('\t'));
        self.top().text.push('\n');
    }
}
