//! What changed, and whether anything did.

use super::Place;

#[test]
fn two_days_of_one_store() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["diff", "--at", "2024-01", "--and", "2024-02"]).fine());
    assert_eq!(place.ask(&["diff", "--at", "2024-02", "--and", "2024-02"]).err(), "no rows\n");
    // What is later said no more is not ended.
    let back = place.ask(&["diff", "--at", "2024-02", "--and", "2024-01", "--format", "csv"]).fine();
    assert!(back.contains("link no longer stated") && !back.contains("ended tenure"), "{back}");
}

#[test]
fn a_patch_makes_the_first_the_second() {
    let place = Place::with_graph();
    let patch = place.ask(&["diff", "--at", "2024-01", "--and", "2024-02", "--format", "patch"]).fine();
    let lines: Vec<&str> = patch.lines().collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), ("TX .", "TC ."));
    let export = |until: &str| place.ask(&["export", "--format", "nquads", "--until", until]).fine();
    let mut graph: std::collections::BTreeSet<String> = export("2024-01").lines().map(str::to_owned).collect();
    for line in &lines[1..lines.len() - 1] {
        let (action, statement) = line.split_at(2);
        let done = if action == "A " { graph.insert(statement.to_owned()) } else { graph.remove(statement) };
        assert!(done, "{line}");
    }
    assert_eq!(graph, export("2024-02").lines().map(str::to_owned).collect());
}

#[test]
fn stores_and_files_are_compared_alike() {
    let place = Place::with_graph();
    place.ask(&["export", "-o", "graph.nq"]).fine();
    let same = place.zhengtu(&["diff", "graph.nq", "graph.db", "--format", "patch"]).fine();
    assert_eq!(same, "TX .\nTC .\n");
    place.write("none.nq", "");
    let all = place.zhengtu(&["diff", "none.nq", "graph.db", "--format", "csv"]).fine();
    assert!(all.contains("new holder") && all.contains("new initiative") && all.contains("new link"), "{all}");
    assert!(all.contains("appointment"), "{all}");
}

#[test]
fn a_hash_is_of_the_graph_and_not_of_the_file() {
    let place = Place::with_graph();
    let store = place.ask(&["hash"]).fine();
    assert_eq!(store.len(), 65);
    for file in ["graph.nq", "graph.trig"] {
        place.ask(&["export", "-o", file]).fine();
        assert_eq!(place.zhengtu(&["hash", file]).fine(), store, "{file}");
    }
    let triples = place.ask(&["hash", "--triples"]).fine();
    assert_ne!(triples, store);
    for file in ["graph.ttl", "graph.nt", "graph.rdf", "graph.jsonld"] {
        place.ask(&["export", "-o", file]).fine();
        assert_eq!(place.zhengtu(&["hash", "--triples", file]).fine(), triples, "{file}");
    }
    place.write("other.nt", "<https://example.org/s> <https://example.org/p> \"o\" .\n");
    assert_ne!(place.zhengtu(&["hash", "other.nt"]).fine(), store);
}

#[test]
fn what_cannot_be_hashed_or_compared_is_said() {
    let place = Place::with_graph();
    place.write("blank.nt", "_:a <https://example.org/p> \"o\" .\n");
    let error = place.zhengtu(&["hash", "blank.nt"]).failed(1);
    assert!(error.contains("nodes without a name") && error.contains("_:a"), "{error}");
    place.write("broken.ttl", "<https://example.org/s> a\n  oops .\n");
    let error = place.zhengtu(&["hash", "broken.ttl"]).failed(1);
    assert!(error.starts_with("error: broken.ttl:2:"), "{error}");
    place.write("table.csv", "a,b\n");
    let error = place.zhengtu(&["hash", "table.csv"]).failed(1);
    assert!(error.contains("table.csv is neither a store nor a file of RDF"), "{error}");
    assert!(place.zhengtu(&["diff", "graph.db", "nowhere"]).failed(1).contains("there is no store at nowhere"));
    assert_eq!(place.zhengtu(&["diff", "graph.db"]).code(), 2);
    assert_eq!(place.ask(&["diff", "--at", "2024", "--and", "soon"]).code(), 2);
}
