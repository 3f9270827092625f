//! Documents in, statements out, statements into a store: what clusters do, on one machine.

use super::Place;

const PAGE: &str = "西宁市城北区委副书记、区长王刚深化“有诉必应马上办”机制。（记者 林小川）";

fn lines(texts: &[(&str, &str)]) -> String {
    texts.iter().map(|(id, text)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n").collect()
}

fn dump(place: &Place, store: &str) -> Vec<String> {
    let out = place.zhengtu(&["export", "--format", "nquads", "--store", store]).fine();
    let mut lines: Vec<String> = out.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn extracting_and_loading_is_building() {
    let place = Place::new();
    let pages = [("a.txt", PAGE), ("2024/b.txt", "城东区"), ("c.txt", PAGE)];
    for (name, text) in pages {
        place.write(&format!("pages/{name}"), text);
    }
    place.zhengtu(&["build", "pages", "--store", "1.db"]).fine();
    let nquads = place.with_input(&["extract", "--stream", "-j", "3"], &lines(&pages)).fine();
    assert_eq!(place.with_input(&["extract", "--stream", "-j", "1"], &lines(&pages)).fine(), nquads);
    // As a cluster writes it: a folder of parts.
    let (first, second) = nquads.split_at(nquads.match_indices('\n').nth(40).unwrap().0 + 1);
    place.write("parts/part-00000", first);
    place.write("parts/part-00001", second);
    place.write("parts/_SUCCESS", "");
    let run = place.zhengtu(&["load", "parts", "--store", "2.db"]);
    run.fine();
    assert!(run.err().contains("statements of 3 sources into 2.db"), "{}", run.err());
    assert_eq!(dump(&place, "1.db"), dump(&place, "2.db"));
    // Loading again changes nothing, whatever the order of the statements.
    let mut sorted: Vec<&str> = nquads.lines().collect();
    sorted.sort_unstable();
    place.with_input(&["load", "-", "--store", "2.db"], &(sorted.join("\n") + "\n")).fine();
    assert_eq!(dump(&place, "1.db"), dump(&place, "2.db"));
    let report = place.zhengtu(&["build", "pages", "--store", "2.db"]).err();
    assert!(report.contains("3 unchanged"), "what was loaded counts as read: {report}");
}

#[test]
fn loading_replaces_what_a_source_said() {
    let place = Place::new();
    let load = |texts: &[(&str, &str)]| {
        let nquads = place.with_input(&["extract", "--stream"], &lines(texts)).fine();
        place.with_input(&["load", "-"], &nquads).fine();
    };
    load(&[("a", PAGE), ("b", "城东区")]);
    let ask = || place.zhengtu(&["sparql", "ASK { ?o a zt:Official }"]).fine();
    assert_eq!(ask(), "yes\n");
    load(&[("a", "城东区")]);
    assert_eq!(ask(), "no\n");
    let count = place.zhengtu(&["sparql", "SELECT (COUNT(*) AS ?n) { ?s a zt:Source }", "--format", "csv"]).fine();
    assert_eq!(count.replace("\r\n", "\n"), "n\n2\n");
}

#[test]
fn facts_as_json_and_what_the_line_knows() {
    let place = Place::new();
    let line = serde_json::json!({ "id": 7, "text": PAGE, "date": "2024-05-17", "outlet": "西宁晚报", "more": [] });
    let facts = place.with_input(&["extract", "--stream", "--format", "jsonl"], &line.to_string()).fine();
    let tenure: serde_json::Value = facts
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .find(|fact: &serde_json::Value| fact["fact"] == "tenure")
        .unwrap();
    assert_eq!((tenure["source"].as_str(), tenure["person"]["name"].as_str()), (Some("7"), Some("王刚")));
}

#[test]
fn a_bad_line_is_told_and_left_out() {
    let place = Place::new();
    let input = format!("{}\n{{\"id\": \"x\"}}\nno json\n{}", lines(&[("a", PAGE)]).trim(), lines(&[("b", PAGE)]));
    let run = place.with_input(&["extract", "--stream"], &input);
    assert_eq!(run.code(), 1);
    insta::assert_snapshot!(run.err(), @"
    error: line 2: it is no document (missing field `text`, column 11); a line is an object with `id` and `text`, and perhaps `title`, `date`, `outlet`, `url`.
    error: line 3: it is no document (expected ident, column 2); a line is an object with `id` and `text`, and perhaps `title`, `date`, `outlet`, `url`.
    ");
    assert!(run.out().contains("/source/a>") && run.out().contains("/source/b>"));
    let strict = place.with_input(&["extract", "--stream", "--strict"], &input);
    assert_eq!(strict.code(), 1);
    assert!(strict.out().contains("/source/a>") && !strict.out().contains("/source/b>"));
    assert_eq!(place.zhengtu(&["extract", "--stream", "a.txt"]).code(), 2);
}

#[test]
fn what_no_source_says_is_not_loaded() {
    let place = Place::new();
    let load = |text: &str| place.with_input(&["load", "-"], text).failed(1);
    assert!(load("<http://a> <http://b> <http://c> .\n").contains("-:1: a statement without a graph"));
    let error = load("<http://a> <http://b> <http://c> <http://example.org/source/a> .\n");
    assert!(error.contains("is not that of a source below https://w3id.org/zhengtu/id/"), "{error}");
    assert!(
        load("<http://a> <http://b> _:c <https://w3id.org/zhengtu/id/source/a> .\n").contains("a node without a name")
    );
    let error = load("<http://a> <http://b> <http://c> <https://w3id.org/zhengtu/id/graph/decisions> .\n");
    assert!(error.contains("a decision of a person"), "{error}");
    assert!(load("<http://a> nonsense\n").contains("error: -:1: "), "{}", load("<http://a> nonsense\n"));
}
