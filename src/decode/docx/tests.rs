//! Documents made here: what is read, what is left out, what is refused.

use std::io::Write;

use zip::write::SimpleFileOptions;

use super::{LIMIT, read};

fn archive(parts: &[(&str, &[u8])], method: zip::CompressionMethod) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    archive(&[("word/document.xml", xml.as_bytes())], zip::CompressionMethod::Stored)
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn the_text_with_tables_boxes_and_signs() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let body = [
        paragraph("任免名单"),
        "<w:p><w:r><w:t>一&amp;二&#x4E09;</w:t><w:tab/><w:t>四</w:t><w:br/><w:t>五</w:t></w:r></w:p>".to_owned(),
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("江一帆"), cell("县长")),
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:t>正文</w:t></w:r></w:p>",
            paragraph("框内")
        ),
    ];
    assert_eq!(read(&document(&body.concat())).unwrap(), "任免名单\n一&二三\t四\n五\n江一帆\t县长\n正文\n框内\n");
}

#[test]
fn what_was_deleted_is_not_said() {
    let body = "<w:p><w:r><w:t>县长</w:t></w:r><w:del><w:r><w:delText>马某</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>林禾</w:t></w:r></w:ins></w:p>";
    assert_eq!(read(&document(body)).unwrap(), "县长林禾\n");
}

#[test]
fn what_is_no_document_says_what_it_is() {
    let sheet = archive(&[("xl/workbook.xml", b"<x/>")], zip::CompressionMethod::Stored);
    assert!(read(&sheet).unwrap_err().contains("spreadsheet"));
    let whole = document(&paragraph("正文"));
    assert!(read(&whole[..whole.len() / 2]).unwrap_err().contains("damaged"));
    assert!(read(&document("<w:p><w:r><w:t>正文</w:r></w:p>")).unwrap_err().contains("damaged"));
    assert!(read(&document("")).unwrap_err().contains("no text"));
}

#[test]
fn a_bomb_is_stopped_at_the_limit() {
    let bytes = vec![b' '; LIMIT as usize + 2];
    let bomb = archive(&[("word/document.xml", &bytes)], zip::CompressionMethod::Deflated);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert!(read(&bomb).unwrap_err().contains("more than 64 MB"));
}
