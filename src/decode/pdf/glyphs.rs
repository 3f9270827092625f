//! The characters of a page and where each is printed.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::matrix::Matrix;

/// One character, in points from the upper left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Where it begins and ends on its line.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line that it stands on, downwards.
    pub(super) base: f64,
    pub(super) size: f64,
    /// Whether the next character stands below it.
    pub(super) vertical: bool,
}

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) glyphs: Vec<Glyph>,
    /// Characters whose font does not say what they are.
    pub(super) unread: usize,
    pub(super) pictures: usize,
}

/// Everything that the page shows, in the order of its file.
pub(super) fn glyphs<'a>(page: &'a Page<'a>) -> Found {
    // Rotated pages are turned upright, so that lines run from left to right.
    let turn = page.initial_transform(true).as_coeffs();
    let mut reader = Reader { found: Found::default(), fonts: HashMap::new(), depth: 0 };
    reader.read(page.operations(), page.resources(), Matrix(turn));
    reader.found
}

/// The state that `q` keeps and `Q` gives back.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// Between characters, between words; in points.
    spacing: f64,
    words: f64,
    /// 1 for none.
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Where the next character goes: the line's beginning, and the place on it.
#[derive(Clone, Copy)]
struct Place {
    line: Matrix,
    here: Matrix,
}

struct Reader {
    found: Found,
    /// By where they stand in the file, so that each is read once a page.
    fonts: HashMap<usize, Rc<Font>>,
    depth: usize,
}

impl Reader {
    fn read(&mut self, mut operations: UntypedIter, resources: &Resources, matrix: Matrix) {
        let mut state =
            State { matrix, font: None, size: 0.0, spacing: 0.0, words: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0 };
        let mut kept: Vec<State> = Vec::new();
        let mut place = Place { line: Matrix::IDENTITY, here: Matrix::IDENTITY };
        while let Some(operation) = operations.next() {
            let operands: Vec<Object> = operation.operands().cloned().collect();
            let numbers: Vec<f64> = operands.iter().filter_map(|o| Some(o.clone().into_number()?.as_f64())).collect();
            match &**operation.operator {
                b"q" => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => {
                    if let Ok(by) = <[f64; 6]>::try_from(&numbers[..]) {
                        state.matrix = Matrix(by).then(state.matrix);
                    }
                }
                b"Do" => self.object(&operands, resources, state.matrix),
                b"BI" | b"EI" => self.found.pictures += 1,
                b"Tf" => self.font(&operands, resources, &mut state),
                operator => self.text(operator, &operands, &numbers, &mut state, &mut place),
            }
        }
    }

    fn object(&mut self, operands: &[Object], resources: &Resources, matrix: Matrix) {
        /// Forms may show themselves.
        const DEEPEST: usize = 12;
        let Some(Object::Name(name)) = operands.first() else { return };
        let Some(stream) = resources.get_x_object(name) else { return };
        if stream.dict().get::<Name>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            self.found.pictures += 1;
            return;
        }
        if self.depth >= DEEPEST {
            return;
        }
        self.depth += 1;
        self.form(&stream, resources, matrix);
        self.depth -= 1;
    }

    fn form(&mut self, stream: &Stream, resources: &Resources, matrix: Matrix) {
        let Ok(data) = stream.decoded() else { return };
        let own: Option<Vec<f64>> =
            stream.dict().get::<Array>("Matrix").map(|array| array.iter::<Number>().map(|n| n.as_f64()).collect());
        let own = own.and_then(|own| <[f64; 6]>::try_from(&own[..]).ok()).map_or(Matrix::IDENTITY, Matrix);
        let below = stream.dict().get::<Dict>("Resources").map(Resources::new);
        self.read(UntypedIter::new(&data), below.as_ref().unwrap_or(resources), own.then(matrix));
    }

    fn font(&mut self, operands: &[Object], resources: &Resources, state: &mut State) {
        let [Object::Name(name), Object::Number(size)] = operands else { return };
        state.size = size.as_f64();
        state.font = resources.get_font(name).map(|dict| {
            let place = dict.data().as_ptr() as usize;
            Rc::clone(self.fonts.entry(place).or_insert_with(|| Rc::new(Font::new(&dict))))
        });
    }

    fn text(&mut self, operator: &[u8], operands: &[Object], numbers: &[f64], state: &mut State, place: &mut Place) {
        let one = numbers.first().copied().unwrap_or(0.0);
        let two = numbers.get(1).copied().unwrap_or(0.0);
        let next = |place: &mut Place, x: f64, y: f64| {
            place.line = Matrix::shift(x, y).then(place.line);
            place.here = place.line;
        };
        match operator {
            b"BT" => *place = Place { line: Matrix::IDENTITY, here: Matrix::IDENTITY },
            b"Tc" => state.spacing = one,
            b"Tw" => state.words = one,
            b"Tz" => state.stretch = one / 100.0,
            b"TL" => state.leading = one,
            b"Ts" => state.rise = one,
            b"Td" => next(place, one, two),
            b"TD" => {
                state.leading = -two;
                next(place, one, two);
            }
            b"Tm" => {
                if let Ok(at) = <[f64; 6]>::try_from(numbers) {
                    *place = Place { line: Matrix(at), here: Matrix(at) };
                }
            }
            b"T*" => next(place, 0.0, -state.leading),
            b"Tj" => self.show(operands.first(), state, place),
            b"'" => {
                next(place, 0.0, -state.leading);
                self.show(operands.first(), state, place);
            }
            b"\"" => {
                (state.words, state.spacing) = (one, two);
                next(place, 0.0, -state.leading);
                self.show(operands.last(), state, place);
            }
            b"TJ" => {
                let Some(Object::Array(parts)) = operands.first() else { return };
                for part in parts.iter::<Object>() {
                    match &part {
                        Object::Number(back) => {
                            let by = -back.as_f64() / 1000.0 * state.size;
                            advance(place, by, state);
                        }
                        part => self.show(Some(part), state, place),
                    }
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, operand: Option<&Object>, state: &State, place: &mut Place) {
        let (Some(Object::String(bytes)), Some(font)) = (operand, &state.font) else { return };
        for shown in font.shown(bytes.as_bytes()) {
            let upright = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
            let drawn = upright.then(place.here).then(state.matrix);
            let width = if font.vertical { 1.0 } else { shown.width * font.scale };
            let (left, base) = drawn.apply(0.0, 0.0);
            let (right, end) = drawn.apply(width, 0.0);
            let size = drawn.height();
            // Text that runs up or down the edge of a page is no text of an article.
            let level = (end - base).abs() <= (right - left).abs() * 0.2 + 0.01 && right >= left;
            match shown.text {
                Some(text) if level && size > 0.5 => {
                    let glyph = Glyph { text, left, right, base, size, vertical: font.vertical };
                    self.found.glyphs.push(glyph);
                }
                Some(_) => {}
                None => self.found.unread += 1,
            }
            let run = if font.vertical { -1.0 } else { shown.width * font.scale };
            let extra = state.spacing + if shown.space { state.words } else { 0.0 };
            advance(place, run * state.size + if font.vertical { -extra } else { extra }, state);
        }
    }
}

/// Moves on by `by`, in units of the text: along the line, or down a vertical one.
fn advance(place: &mut Place, by: f64, state: &State) {
    let vertical = state.font.as_ref().is_some_and(|font| font.vertical);
    let shift = if vertical { Matrix::shift(0.0, by) } else { Matrix::shift(by * state.stretch, 0.0) };
    place.here = shift.then(place.here);
}
