//! Documents inside other files: archives of every kind, by content, and those that are made to do harm.

use std::io::Write;

use super::Place;

/// The names of the sources in the store.
fn names(place: &Place) -> String {
    let out = place.zhengtu(&["sparql", "SELECT ?f { ?s zt:fileName ?f } ORDER BY ?f", "--format", "tsv"]).fine();
    out.lines().skip(1).map(|line| line.trim_matches('"')).collect::<Vec<_>>().join("\n")
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, content) in members {
        let mut header = tar::Header::new_old();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, *content).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gz(content: &[u8]) -> Vec<u8> {
    packed(content, flate2::Compression::fast())
}

fn packed(content: &[u8], level: flate2::Compression) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), level);
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn zst(content: &[u8]) -> Vec<u8> {
    zstd::encode_all(content, 1).unwrap()
}

const PAGE: &[u8] = "城北区".as_bytes();

#[test]
fn every_archive_is_a_folder() {
    let place = Place::new();
    let two: [(&str, &[u8]); 3] = [("2024/a.txt", PAGE), ("./b.txt", PAGE), ("photo.jpg", b"\xff\xd8\xff")];
    place.write("pages/1.tar", tar(&two));
    place.write("pages/2.tar.gz", gz(&tar(&two)));
    place.write("pages/3.tar.zst", zst(&tar(&two)));
    place.write("pages/4.zip", zip(&two));
    place.write("pages/5.txt.gz", gz(PAGE));
    // Nobody can tell by its name what this is.
    place.write("pages/6", zip(&[("inner/7.bin", &gz(&tar(&two))), ("__MACOSX/._a.txt", PAGE), (".hidden.txt", PAGE)]));
    let run = place.zhengtu(&["build", "pages"]);
    run.fine();
    assert!(run.err().contains("Left out       5   5 .jpg"), "{}", run.err());
    insta::assert_snapshot!(names(&place), @"
    1.tar/2024/a.txt
    1.tar/b.txt
    2.tar.gz/2024/a.txt
    2.tar.gz/b.txt
    3.tar.zst/2024/a.txt
    3.tar.zst/b.txt
    4.zip/2024/a.txt
    4.zip/b.txt
    5.txt.gz
    6/inner/7.bin/2024/a.txt
    6/inner/7.bin/b.txt
    ");
    assert!(place.zhengtu(&["build", "pages"]).err().contains("11 unchanged"), "members are known again");
}

#[test]
fn names_of_members_may_be_in_an_encoding_of_chinese() {
    let place = Place::new();
    let mut archive = zip(&[("xxxx.txt", PAGE)]);
    let gbk = [0xb3, 0xc7, 0xb1, 0xb1];
    while let Some(at) = archive.windows(4).position(|window| window == b"xxxx") {
        archive[at..at + 4].copy_from_slice(&gbk);
    }
    place.write("a.zip", archive);
    place.zhengtu(&["build", "a.zip"]).fine();
    assert_eq!(names(&place), "a.zip/城北.txt");
}

#[test]
fn an_archive_through_a_pipe() {
    let place = Place::new();
    for (name, archive) in [("tar", gz(&tar(&[("a.txt", PAGE)]))), ("zip", zip(&[("a.txt", PAGE)]))] {
        place.with_bytes(&["build", "-", "--name", name], archive).fine();
    }
    assert_eq!(names(&place), "tar/a.txt\nzip/a.txt");
}

#[test]
fn a_web_archive() {
    let place = Place::new();
    let record = |kind: &str, uri: &str, content: &str, body: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-17T08:00:00Z\r\n\
             Content-Type: {content}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    };
    let answer = |content: &str, body: &str| format!("HTTP/1.1 200 OK\r\nContent-Type: {content}\r\n\r\n{body}");
    let http = "application/http; msgtype=response";
    let records = [
        record("warcinfo", "", "application/warc-fields", "software: x"),
        record("response", "http://example.org/a.html", http, &answer("text/plain; charset=utf-8", "城北区")),
        record("response", "http://example.org/logo.png", http, &answer("image/png", "x")),
        record("response", "http://example.org/gone", http, "HTTP/1.1 404 Not Found\r\n\r\nnothing"),
        record("resource", "http://example.org/b.txt", "text/plain", "城东区"),
    ];
    // As crawlers write them: each record compressed by itself.
    place.write("crawl.warc.gz", records.iter().flat_map(|record| gz(record.as_bytes())).collect::<Vec<u8>>());
    let run = place.zhengtu(&["build", "crawl.warc.gz"]);
    run.fine();
    assert!(run.err().contains("1 .png"), "{}", run.err());
    assert_eq!(
        names(&place),
        "crawl.warc.gz/20240517080000/http://example.org/a.html\ncrawl.warc.gz/20240517080000/http://example.org/b.txt"
    );
}

#[test]
fn what_is_damaged_or_made_to_do_harm_is_named_and_the_rest_is_read() {
    let place = Place::new();
    let good = tar(&[("a.txt", PAGE), ("b.txt", PAGE)]);
    let cut = gz(&good);
    place.write("pages/bomb.txt.gz", packed(&vec![b' '; 64 << 20], flate2::Compression::best()));
    place.write("pages/climbs.tar", tar(&[("../../etc/passwd.txt", PAGE), ("fine.txt", PAGE)]));
    place.write("pages/cut.tar.gz", &cut[..cut.len() - 20]);
    place.write("pages/good.txt", PAGE);
    place.write("pages/nested.zip", (0..9).fold(zip(&[("a.txt", PAGE)]), |inner, _| zip(&[("x.zip", &inner)])));
    place.write("pages/twice.tar", tar(&[("a.txt", PAGE), ("a.txt", "城东区".as_bytes())]));
    let run = place.zhengtu(&["build", "pages", "--max-document", "100M"]);
    assert_eq!(run.code(), 1);
    let errors: Vec<String> = run.err().lines().filter(|line| line.starts_with("error")).map(str::to_owned).collect();
    insta::assert_snapshot!(errors.join("\n"));
    assert_eq!(names(&place), "climbs.tar/fine.txt\ncut.tar.gz/a.txt\ncut.tar.gz/b.txt\ngood.txt\ntwice.tar/a.txt");
}

#[test]
fn what_is_no_archive_of_pages() {
    let place = Place::new();
    place.write("a.7z", b"7z\xbc\xaf\x27\x1c\0\0");
    let error = place.zhengtu(&["build", "a.7z"]).err();
    assert!(error.contains("a.7z: it is a 7z archive; unpack it with `7z x` and name the folder."), "{error}");
    place.write("big.txt", "城".repeat(1000));
    let error = place.zhengtu(&["build", "big.txt", "--max-document", "2K"]).err();
    assert!(error.contains("big.txt: it is larger than 2,048 bytes") && error.contains("--max-document"), "{error}");
    assert_eq!(place.zhengtu(&["build", "big.txt", "--max-document", "two"]).code(), 2);
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_and_a_circle_of_links() {
    let place = Place::new();
    place.write("pages/a.txt", PAGE);
    std::os::unix::fs::symlink(place.path().join("pages"), place.path().join("pages/again")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(place.path().join("pipe")).status().unwrap().success());
    let pipe = place.path().join("pipe");
    let writer = std::thread::spawn(move || std::fs::write(pipe, PAGE).unwrap());
    let run = place.zhengtu(&["build", "pages", "pipe"]);
    writer.join().unwrap();
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("a link leads in a circle"), "{}", run.err());
    assert_eq!(names(&place), "a.txt\npipe");
}
