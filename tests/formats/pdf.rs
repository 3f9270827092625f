//! A printer: pages of lines of text as PDF, with a font that is named and not embedded, as Chinese programs write it.

use std::fmt::Write;

/// A line: where it begins, from the upper left corner in points, its size, its text.
pub struct Line {
    pub left: f64,
    pub base: f64,
    pub size: f64,
    pub text: String,
}

/// How the characters are coded.
#[derive(Clone, Copy)]
pub enum Coding {
    /// By Adobe's map of GB 18030 in UTF-16, without a map back.
    Named,
    /// By numbers of the font's own, with a map to Unicode.
    Mapped,
    /// The same without the map: nothing can be read.
    Mute,
}

/// The bytes of a file with these pages, each `width` by `height` points.
pub fn file(pages: &[Vec<Line>], width: f64, height: f64, coding: Coding) -> Vec<u8> {
    let mut objects: Vec<String> = Vec::new();
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 6 + 2 * i)).collect();
    objects.push("<< /Type /Catalog /Pages 2 0 R >>".to_owned());
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    let (encoding, ordering, map) = match coding {
        Coding::Named => ("UniGB-UTF16-H", "GB1", ""),
        Coding::Mapped => ("Identity-H", "Identity", "/ToUnicode 5 0 R"),
        Coding::Mute => ("Identity-H", "Identity", ""),
    };
    objects.push(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /{encoding} /DescendantFonts [4 0 R] {map} >>"
    ));
    objects.push(format!(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering \
         ({ordering}) /Supplement 2 >> >>"
    ));
    objects.push(stream(
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap",
    ));
    for (i, lines) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            7 + 2 * i
        ));
        objects.push(stream(&content(lines, height)));
    }
    written(&objects)
}

/// A line of this text is printed as a picture, one grey dot.
pub const PICTURE: &str = "\u{fffc}";

fn content(lines: &[Line], height: f64) -> String {
    let mut out = String::from("BT\n");
    for Line { left, base, size, text } in lines {
        if text == PICTURE {
            out.push_str("ET BI /W 1 /H 1 /BPC 8 /CS /G ID a EI BT\n");
            continue;
        }
        let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        writeln!(out, "/F {size} Tf 1 0 0 1 {left} {} Tm <{codes}> Tj", height - base).unwrap();
    }
    out + "ET"
}

fn stream(data: &str) -> String {
    format!("<< /Length {} >>\nstream\n{data}\nendstream", data.len())
}

fn written(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.5\n");
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", i + 1).unwrap();
    }
    let xref = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    places.iter().for_each(|place| writeln!(out, "{place:010} 00000 n ").unwrap());
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1).unwrap();
    out.into_bytes()
}
