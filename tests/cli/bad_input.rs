//! Whatever is handed in: one paragraph with what, where and the way out, and nothing stored is lost.

use super::Place;

#[test]
fn a_store_that_is_not_there() {
    let error = Place::new().zhengtu(&["query", "reporters"]).failed(1);
    assert!(error.contains("there is no store at zhengtu.db") && error.contains("zhengtu build"), "{error}");
}

#[test]
fn a_store_that_another_process_has_open() {
    let place = Place::with_graph();
    let open = zhengtu::store::Store::open(&place.path().join("graph.db")).unwrap();
    let page = place.write("page.txt", "城北区");
    let error = place.ask(&["build", page.to_str().unwrap()]).failed(1);
    assert!(error.contains("another process has the store graph.db open"), "{error}");
    drop(open);
}

#[test]
fn no_such_file() {
    let error = Place::new().zhengtu(&["build", "nowhere.txt"]).failed(1);
    assert!(error.contains("there is no file or folder nowhere.txt"), "{error}");
}

#[test]
fn a_folder_without_pages() {
    let place = Place::new();
    place.write("scans/1.jpg", b"\xff\xd8\xff");
    let error = place.zhengtu(&["build", "scans"]).failed(1);
    assert!(error.contains("the folder scans has no pages in it (it holds 1 .jpg)"), "{error}");
    assert!(!place.path().join("zhengtu.db").exists(), "a mistake makes no store");
}

#[test]
fn bad_files_among_good_ones_are_named_and_the_good_ones_kept() {
    let place = Place::new();
    place.write("pages/empty.txt", "");
    place.write("pages/binary.txt", b"\x7fELF\x00\x01");
    place.write("pages/scan.txt", "%PDF-1.4");
    place.write("pages/good.txt", "城北区");
    let run = place.zhengtu(&["build", "pages"]);
    assert_eq!(run.code(), 1);
    insta::assert_snapshot!(run.err().lines().take(3).collect::<Vec<_>>().join("\n"), @"
    error: binary.txt: it is no text (it holds control characters); convert it to plain text first.
    error: empty.txt: it is empty; fill it or leave it out.
    error: scan.txt: it is a damaged PDF; get it once more, or open it and print it to a new PDF.
    ");
    let files = place.zhengtu(&["sparql", "SELECT ?f { ?s zt:fileName ?f }", "--format", "csv"]).fine();
    assert_eq!(files.replace("\r\n", "\n"), "f\ngood.txt\n");
}

#[test]
fn strict_stops_at_the_first_failure_and_keeps_what_came_before() {
    let place = Place::new();
    place.write("pages/1.txt", "城北区");
    place.write("pages/2.txt", "");
    place.write("pages/3.txt", "城东区");
    let run = place.zhengtu(&["build", "--strict", "pages"]);
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("Stopped at the first failure, because --strict was given."), "{}", run.err());
    let files = || place.zhengtu(&["sparql", "SELECT ?f { ?s zt:fileName ?f } ORDER BY ?f", "--format", "csv"]).fine();
    assert_eq!(files().replace("\r\n", "\n"), "f\n1.txt\n");
    place.write("pages/2.txt", "城西区");
    place.zhengtu(&["build", "--strict", "pages"]).fine();
    assert_eq!(files().replace("\r\n", "\n"), "f\n1.txt\n2.txt\n3.txt\n");
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let page = place.write("page.txt", "城北区");
    std::fs::set_permissions(&page, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&page).is_ok() {
        return; // Root reads everything.
    }
    let run = place.zhengtu(&["build", "page.txt"]);
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("page.txt: it cannot be read"), "{}", run.err());
}

#[test]
fn a_character_cut_in_two_is_no_failure() {
    let place = Place::new();
    let page = "城北区".as_bytes();
    place.write("page.txt", &page[..page.len() - 1]);
    assert_eq!(place.zhengtu(&["build", "page.txt"]).code(), 0);
}

#[test]
fn a_date_that_is_none() {
    let place = Place::new();
    place.write("page.txt", "城北区");
    let error = place.zhengtu(&["build", "page.txt", "--date", "May"]).failed(2);
    assert!(error.contains("`May` is no date: 2024, 2024-05 or 2024-05-17"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let place = Place::with_graph();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("zhengtu"))
        .current_dir(place.path())
        .args(["export", "--format", "nquads", "--store", "graph.db"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
