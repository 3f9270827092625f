//! The main job, from files to the store and its report.

use super::Place;

#[test]
fn what_has_not_changed_is_not_read_again() {
    let place = Place::new();
    place.write("pages/1.txt", "第一页");
    place.write("pages/2024/2.txt", "第二页");
    let report = |words: &[&str]| -> serde_json::Value {
        let mut all = vec!["build", "pages", "--json"];
        all.extend(words);
        serde_json::from_str(&place.zhengtu(&all).fine()).unwrap()
    };
    let first = report(&[]);
    assert_eq!(first["sources"]["new"], 2);
    let second = report(&[]);
    assert_eq!((&second["sources"]["new"], &second["sources"]["unchanged"]), (&0.into(), &2.into()));
    place.write("pages/1.txt", "第一页，改");
    let third = report(&["-j", "1"]);
    assert_eq!(third["sources"]["replaced"], serde_json::json!(["1.txt"]));
    assert_eq!(third["sources"]["in_store"], 2);
    assert_eq!(report(&["--force"])["sources"]["replaced"], serde_json::json!(["1.txt", "2024/2.txt"]));
}

#[test]
fn the_report_goes_to_people_and_says_what_to_type_next() {
    let place = Place::new();
    place.write("page.txt", "城北区");
    let run = place.zhengtu(&["build", "page.txt", "--store", "my graph.db"]);
    assert_eq!(run.fine(), "", "the report is no result");
    let report = run.err();
    assert!(report.contains("Built my graph.db in "), "{report}");
    assert!(report.contains("Sources        1   1 new; 1 in the store"), "{report}");
    assert!(report.contains("zhengtu export --format turtle -o graph.ttl --store 'my graph.db'"), "{report}");
}

#[test]
fn standard_input_is_a_source() {
    let place = Place::new();
    assert_eq!(place.with_input(&["build", "-", "--name", "piped.txt"], "城北区").code(), 0);
    let out = place.zhengtu(&["sparql", "SELECT ?f { ?s zt:fileName ?f }", "--format", "csv"]).fine();
    assert_eq!(out.replace("\r\n", "\n"), "f\npiped.txt\n");
}

#[test]
fn the_same_graph_whatever_the_order_and_the_threads() {
    let place = Place::new();
    place.write("a.txt", "甲");
    place.write("b.txt", "乙");
    place.zhengtu(&["build", "a.txt", "b.txt", "--store", "1.db", "-j", "1"]).fine();
    place.zhengtu(&["build", "b.txt", "a.txt", "--store", "2.db", "-j", "2"]).fine();
    let dump = |store: &str| place.zhengtu(&["export", "--format", "nquads", "--store", store]).fine();
    let sorted = |text: String| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(dump("1.db")), sorted(dump("2.db")));
}

#[test]
fn extract_needs_no_store() {
    let place = Place::new();
    let nquads = place.with_input(&["extract", "--format", "nquads"], "城北区").fine();
    assert!(nquads.contains("/source/stdin> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"), "{nquads}");
    assert!(!place.path().join("zhengtu.db").exists());
}
