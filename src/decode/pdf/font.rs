//! Fonts of a PDF: which characters the bytes of a string are, and how wide they run. Their outlines are not asked.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as PdfString};

/// A font as far as text goes.
pub(super) struct Font {
    coding: Coding,
    /// Codes to characters, as the file says it.
    unicode: Option<CMap>,
    /// By code of one-byte fonts, by CID of the others, in thousandths of the size.
    widths: HashMap<u32, f64>,
    default: f64,
    pub(super) vertical: bool,
    /// How a thousandth of the size is written: fonts of type 3 have a scale of their own.
    pub(super) scale: f64,
}

enum Coding {
    /// One byte a character, each with its name or none.
    Simple(HashMap<u32, String>),
    /// One to four bytes a character; the collection's own map from CID to Unicode, where it has one.
    Wide(Box<Wide>),
}

struct Wide {
    codes: CMap,
    collection: Option<CMap>,
}

/// One character of a string.
pub(super) struct Shown {
    /// Nothing where the font does not tell.
    pub(super) text: Option<String>,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// Whether it is the single byte 32, which word spacing widens.
    pub(super) space: bool,
}

impl Font {
    pub(super) fn new(dict: &Dict) -> Self {
        let unicode = dict.get::<Stream>("ToUnicode").and_then(|stream| cmap(&stream));
        let wide = dict.get::<Name>("Subtype").is_some_and(|name| name.as_str() == "Type0");
        if wide { Self::wide(dict, unicode) } else { Self::simple(dict, unicode) }
    }

    fn simple(dict: &Dict, unicode: Option<CMap>) -> Self {
        let first = dict.get::<Number>("FirstChar").map_or(0, |number| number.as_i64().clamp(0, 255) as u32);
        let widths = dict.get::<Array>("Widths").map(|array| {
            let numbers = array.iter::<Number>().map(|number| number.as_f64());
            (first..).zip(numbers).collect::<HashMap<u32, f64>>()
        });
        let own = dict.get::<Array>("FontMatrix").and_then(|array| array.iter::<Number>().next());
        Font {
            coding: Coding::Simple(differences(dict)),
            unicode,
            widths: widths.unwrap_or_default(),
            default: 500.0,
            vertical: false,
            scale: own.map_or(0.001, |number| number.as_f64()),
        }
    }

    fn wide(dict: &Dict, unicode: Option<CMap>) -> Self {
        let below =
            dict.get::<Array>("DescendantFonts").and_then(|array| array.iter::<Dict>().next()).unwrap_or_default();
        let named = dict.get::<Name>("Encoding").map(|name| name.as_ref().to_vec());
        let codes = match &named {
            Some(name) => predefined(name),
            None => dict.get::<Stream>("Encoding").and_then(|stream| cmap(&stream)),
        };
        let codes = codes.unwrap_or_else(CMap::identity_h);
        let vertical = codes.metadata().writing_mode == Some(hayro_cmap::WritingMode::Vertical)
            || named.as_ref().is_some_and(|name| name.ends_with(b"-V"));
        let family =
            family(&below).or_else(|| codes.metadata().character_collection.as_ref().map(|c| c.family.clone()));
        let collection = family.and_then(|family| family.ucs2_cmap()).and_then(embedded);
        Font {
            coding: Coding::Wide(Box::new(Wide { codes, collection })),
            unicode,
            widths: below.get::<Array>("W").map(|array| widths(&array)).unwrap_or_default(),
            default: below.get::<Number>("DW").map_or(1000.0, |number| number.as_f64()),
            vertical,
            scale: 0.001,
        }
    }

    /// The characters of a string.
    pub(super) fn shown(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(bytes.len() / 2 + 1);
        let mut at = 0;
        while at < bytes.len() {
            let (code, length, cid) = self.code(&bytes[at..]);
            at += length;
            shown.push(Shown {
                text: self.text(code, cid),
                width: self.widths.get(&cid).copied().unwrap_or(self.default),
                space: length == 1 && code == 32,
            });
        }
        shown
    }

    /// The code at the beginning of `bytes`, of how many bytes it is, and the CID.
    fn code(&self, bytes: &[u8]) -> (u32, usize, u32) {
        let Coding::Wide(wide) = &self.coding else { return (bytes[0].into(), 1, bytes[0].into()) };
        let mut code = 0;
        for (i, byte) in bytes.iter().take(4).enumerate() {
            code = code << 8 | u32::from(*byte);
            if let Some(cid) = wide.codes.lookup_cid_code(code, i as u8 + 1) {
                return (code, i + 1, cid);
            }
        }
        (0, 1, 0)
    }

    fn text(&self, code: u32, cid: u32) -> Option<String> {
        let plain = |found: BfString| match found {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        };
        // Some programs map what they cannot name to NUL or to the mark of a missing character.
        let good = |text: &String| !text.is_empty() && !text.contains(['\0', '\u{fffd}']);
        let said = self.unicode.as_ref().and_then(|unicode| unicode.lookup_bf_string(code)).map(plain).filter(good);
        said.or_else(|| match &self.coding {
            Coding::Simple(names) => names.get(&code).cloned(),
            Coding::Wide(wide) => wide.collection.as_ref()?.lookup_bf_string(cid).map(plain).filter(good),
        })
    }
}

fn cmap(stream: &Stream) -> Option<CMap> {
    let data = stream.decoded().ok()?;
    CMap::parse(&data, load_embedded)
}

fn predefined(name: &[u8]) -> Option<CMap> {
    match name {
        b"Identity-H" => Some(CMap::identity_h()),
        b"Identity-V" => Some(CMap::identity_v()),
        name => embedded(CMapName::from_bytes(name)),
    }
}

fn embedded(name: CMapName) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}

/// The character collection that a descendant font says it is of; nothing for those that number their own glyphs.
fn family(below: &Dict) -> Option<CidFamily> {
    let info = below.get::<Dict>("CIDSystemInfo")?;
    let (registry, ordering) = (info.get::<PdfString>("Registry")?, info.get::<PdfString>("Ordering")?);
    let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
    family.ucs2_cmap().is_some().then_some(family)
}

/// `W`: runs of `first [w w w]` and of `first last w`.
fn widths(array: &Array) -> HashMap<u32, f64> {
    /// No collection has more CIDs; a damaged run is cut here.
    const MOST: u32 = 65_536;
    let mut widths = HashMap::new();
    let mut items = array.iter::<Object>();
    let number = |object: Option<Object>| object.and_then(Object::into_number);
    while let Some(first) = number(items.next()) {
        let first = first.as_i64().clamp(0, i64::from(MOST)) as u32;
        match items.next() {
            Some(Object::Array(list)) => {
                widths.extend((first..MOST).zip(list.iter::<Number>().map(|number| number.as_f64())));
            }
            Some(Object::Number(last)) => {
                let Some(width) = number(items.next()) else { break };
                let last = last.as_i64().clamp(0, i64::from(MOST)) as u32;
                widths.extend((first..=last).map(|cid| (cid, width.as_f64())));
            }
            _ => break,
        }
    }
    widths
}

/// What the codes of a one-byte font are: ASCII and Windows' Western letters, but for those that the font names otherwise.
fn differences(dict: &Dict) -> HashMap<u32, String> {
    let western = |code: u8| {
        let (text, _, _) = encoding_rs::WINDOWS_1252.decode(std::slice::from_ref(&code));
        text.chars().all(|c| !c.is_control()).then(|| text.into_owned())
    };
    let mut names: HashMap<u32, String> =
        (0x20..=0xff).filter_map(|code| Some((u32::from(code), western(code)?))).collect();
    let Some(list) = dict.get::<Dict>("Encoding").and_then(|dict| dict.get::<Array>("Differences")) else {
        return names;
    };
    let mut code = 0u32;
    for item in list.iter::<Object>() {
        match item {
            Object::Number(number) => code = number.as_i64().clamp(0, 255) as u32,
            Object::Name(name) => {
                match named(name.as_str()) {
                    Some(text) => names.insert(code, text),
                    None => names.remove(&code),
                };
                code += 1;
            }
            _ => {}
        }
    }
    names
}

/// A glyph's name as a character: `A`, `uni4E2D`, `u4E2D`, and the commonest of Adobe's names.
fn named(name: &str) -> Option<String> {
    const NAMES: &str = "exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( \
        parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 \
        seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ \
        bracketright ] underscore _ braceleft { bar | braceright } quoteleft \u{2018} quoteright \u{2019} \
        quotedblleft \u{201c} quotedblright \u{201d} endash \u{2013} emdash \u{2014} bullet \u{2022} \
        ellipsis \u{2026} periodcentered \u{b7}";
    if name == "space" {
        return Some(" ".to_owned());
    }
    let mut chars = name.chars();
    if let (Some(one), None) = (chars.next(), chars.next()) {
        return Some(one.to_string());
    }
    let code = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(c) = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
        return Some(c.to_string());
    }
    let mut pairs = NAMES.split_whitespace();
    std::iter::from_fn(|| pairs.next().zip(pairs.next()))
        .find(|(known, _)| *known == name)
        .map(|(_, text)| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_of_glyphs() {
        for (name, text) in [("A", "A"), ("uni4E2D", "中"), ("comma", ","), ("space", " "), ("endash", "–")] {
            assert_eq!(named(name).as_deref(), Some(text));
        }
        assert_eq!(named("g123"), None);
    }
}
