//! Who and what is one: proposed, decided, seen everywhere, taken back.

use super::Place;

const NORTH: &str = "person/630105/张三丰";
const DATONG: &str = "person/630121/张三丰";

/// How many people of that name the queries see.
fn bearers(place: &Place) -> usize {
    let sparql = "SELECT DISTINCT ?p WHERE { ?p a zt:Official ; skos:prefLabel '张三丰'@zh }";
    place.ask(&["sparql", sparql, "--format", "csv"]).fine().lines().count() - 1
}

#[test]
fn namesakes_of_one_city_are_proposed_with_reasons() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["resolve"]).fine());
    assert_eq!(place.ask(&["resolve", "--kind", "body"]).err(), "no rows\n");
    let error = place.ask(&["resolve", "--kind", "district"]).failed(2);
    assert!(error.contains("`district` cannot be one with another: person, body or initiative"), "{error}");
}

#[test]
fn a_decision_is_seen_everywhere_and_can_be_taken_back() {
    let place = Place::with_graph();
    let union = || place.ask(&["query", "office-holders", "--format", "csv"]).fine();
    let path = || place.ask(&["path", "城北区", "630121", "--without", "isPartOf,cooperates,covers,pursues"]);
    let (before, hash) = (union(), place.ask(&["hash"]).fine());
    assert_eq!((bearers(&place), path().fine().as_str()), (2, ""));
    let run = place.ask(&["review", "accept", NORTH, DATONG]);
    assert_eq!(run.err(), format!("decided that {NORTH} and {DATONG} are one; `zhengtu review` lists all decisions\n"));
    assert_eq!(bearers(&place), 1);
    assert_ne!(union(), before);
    let explained = place.ask(&["explain", "张三丰"]).fine();
    assert!(explained.contains("城北区区长") && explained.contains("大通县县长"), "{explained}");
    assert_eq!(place.ask(&["path", DATONG, NORTH]).fine(), "both are the same\n");
    let graph = place.ask(&["export", "--format", "graphml"]).fine();
    assert!(!graph.contains(DATONG), "a network shows one person");
    let said = place.ask(&["export", "--format", "nquads"]).fine();
    assert!(said.contains(&format!("{DATONG}> <http://www.w3.org/2002/07/owl#sameAs>")), "{said}");
    assert!(
        said.contains(&format!("{DATONG}> <http://www.w3.org/2004/02/skos/core#prefLabel>")),
        "sources keep their words"
    );
    insta::assert_snapshot!(place.ask(&["review"]).fine());
    assert_eq!(place.ask(&["resolve"]).err(), "no rows\n", "what is decided is not proposed");
    place.ask(&["review", "undo", DATONG, NORTH]).fine();
    assert_eq!((bearers(&place), union(), place.ask(&["hash"]).fine()), (2, before, hash));
}

#[test]
fn a_rejected_proposal_is_not_made_again() {
    let place = Place::with_graph();
    place.ask(&["review", "reject", NORTH, DATONG]).fine();
    assert_eq!(bearers(&place), 2);
    assert_eq!(place.ask(&["resolve"]).err(), "no rows\n");
    assert!(place.ask(&["resolve", "--all"]).fine().contains("different"));
    place.ask(&["review", "undo", NORTH, DATONG]).fine();
    assert!(place.ask(&["resolve"]).fine().contains("张三丰"));
    let error = place.ask(&["review", "undo", NORTH, DATONG]).failed(1);
    assert!(error.contains("nothing was decided on"), "{error}");
}

#[test]
fn a_table_of_decisions_is_applied() {
    let place = Place::with_graph();
    let table = place.ask(&["resolve", "--format", "tsv"]).fine();
    place.write("decided.tsv", table.replacen("\n\t", "\nsame\t", 1));
    let run = place.ask(&["review", "apply", "decided.tsv"]);
    assert_eq!(run.err(), "1 decisions applied; `zhengtu review` lists all decisions\n");
    assert_eq!(bearers(&place), 1);
    place.write("decided.tsv", table.replacen("\n\t", "\nperhaps\t", 1));
    let error = place.ask(&["review", "apply", "decided.tsv"]).failed(1);
    assert!(error.contains("decided.tsv:2: `perhaps` is no decision: same, different or undo"), "{error}");
    place.write("decided.tsv", "a\tb\n");
    assert!(place.ask(&["review", "apply", "decided.tsv"]).failed(1).contains("decided.tsv:1: the columns"));
}

#[test]
fn what_cannot_be_one_is_refused() {
    let place = Place::with_graph();
    let error = place.ask(&["review", "accept", "城北区", "城中区"]).failed(2);
    assert!(error.contains("cannot be one: both have to be people, or bodies, or initiatives"), "{error}");
    assert_eq!(place.ask(&["review", "accept", NORTH, NORTH]).code(), 2);
    assert_eq!(place.ask(&["review", "accept", NORTH, "接诉即办"]).code(), 2);
    place.ask(&["review", "accept", NORTH, DATONG]).fine();
    let by_hand = "DELETE WHERE { GRAPH ?g { ?s owl:sameAs ?o } }";
    let error = place.ask(&["sparql", "--update", by_hand]).failed(1);
    assert!(error.contains("made and taken back with `zhengtu review`"), "{error}");
    assert_eq!(bearers(&place), 1);
}
