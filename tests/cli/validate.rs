//! What is wrong with a graph, as a person is told.

use std::sync::OnceLock;

use super::Place;
use crate::query::graph;

/// A place with the good graph of the cases in it, after an update.
fn with_update(update: &str) -> Place {
    let place = Place::new();
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    graph::copied(MADE.get_or_init(|| graph::made(crate::validate::fill)).path(), place.path());
    if !update.is_empty() {
        place.ask(&["sparql", "--update", &format!("BASE <https://w3id.org/zhengtu/id/> {update}")]).fine();
    }
    place
}

const BROKEN: &str = "DELETE { ?fact zt:confidence ?old } INSERT { ?fact zt:confidence 1.5 } WHERE { ?fact a zt:Pursuit ; zt:confidence ?old } ; \
                      INSERT DATA { <division/320117> zt:pursues <initiative/早市先行> }";

#[test]
fn a_good_graph_is_said_to_be_good() {
    let run = with_update("").ask(&["validate"]);
    assert_eq!((run.fine().as_str(), run.err().as_str()), ("Nothing is wrong: 13 shapes and 14 checks hold.\n", ""));
}

#[test]
fn what_is_wrong_comes_with_its_sentence_and_a_way_out() {
    let run = with_update(BROKEN).ask(&["validate"]);
    assert_eq!(run.code(), 1);
    insta::assert_snapshot!(run.out());
    assert_eq!(run.err(), "not valid: 2 things break 2 rules of 13 shapes and 14 checks\n");
}

#[test]
fn programs_get_json_or_a_shacl_report() {
    let place = with_update(BROKEN);
    let json: serde_json::Value = serde_json::from_str(&place.ask(&["validate", "--format", "json"]).out()).unwrap();
    assert_eq!(json["conforms"], false);
    assert_eq!(json["problems"][0]["component"], "MaxInclusive");
    assert_eq!(json["problems"][0]["findings"][0]["places"][0]["source"], "p.txt");
    assert_eq!(json["problems"][1]["rule"], "pursues-without-pursuit");
    let run = place.ask(&["validate", "--format", "turtle"]);
    assert_eq!(run.code(), 1);
    insta::assert_snapshot!(run.out());
}

#[test]
fn shapes_and_checks_of_ones_own() {
    let place = with_update("");
    let shapes = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix zt: <https://w3id.org/zhengtu/ns#> .\n\
                  <https://example.org/S> sh:targetClass zt:Tenure ; sh:property [ sh:path zt:end ; sh:minCount 1 ] .\n";
    place.write("mine.ttl", shapes);
    let run = place.ask(&["validate", "--shapes", "mine.ttl"]);
    assert!(
        run.code() == 1 && run.out().contains("source/p.txt/article/1/tenure/1\n      values: 0\n"),
        "{}",
        run.out()
    );
    place.write("mine.ttl", shapes.replace("minCount 1", "node zt:X"));
    let error = place.ask(&["validate", "--shapes", "mine.ttl"]).failed(1);
    assert!(error.contains("mine.ttl") && error.contains("sh:node: this part of SHACL is not understood"), "{error}");
    place.write("mine.ttl", "nothing");
    assert!(place.ask(&["validate", "--shapes", "mine.ttl"]).failed(1).starts_with("error: mine.ttl:1:"));
    assert!(
        place.ask(&["validate", "--shapes", "gone.ttl"]).failed(1).contains("cannot read the shapes from gone.ttl")
    );

    let check = "#+ summary: a headline is short\n#+ description: Shorten it.\nSELECT ?thing ?headline WHERE { ?thing schema:headline ?headline }\n";
    place.write("mine/verify/headlines.rq", check);
    let run = place.ask(&["validate", "--queries", "mine"]);
    assert!(run.out().starts_with("A headline is short [check headlines]\n"), "{}", run.out());
    assert!(
        run.out().contains("headline: 早市热起来") && run.out().ends_with("What to do: Shorten it.\n"),
        "{}",
        run.out()
    );
    place.write("mine/verify/headlines.rq", check.replace("?thing ?headline WHERE", "?headline WHERE"));
    let error = place.ask(&["validate", "--queries", "mine"]).failed(1);
    assert!(
        error.starts_with("error: mine/verify/headlines.rq:1:1: a check names what is wrong in a column ?thing"),
        "{error}"
    );
    place.write("mine/verify/headlines.rq", check.replace("WHERE {", "WHERE { FILTER"));
    assert!(place.ask(&["validate", "--queries", "mine"]).failed(1).starts_with("error: mine/verify/headlines.rq:3:"));
}

#[test]
fn a_store_has_to_be_there() {
    let error = Place::new().zhengtu(&["validate"]).failed(1);
    assert!(error.contains("there is no store at zhengtu.db"), "{error}");
    assert_eq!(Place::new().zhengtu(&["validate", "--format", "gexf"]).code(), 2);
}
