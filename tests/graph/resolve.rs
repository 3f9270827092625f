//! Decisions in the store: the union follows them, whatever is written before and after.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;
use proptest::prelude::*;
use zhengtu::entity::EntityId;
use zhengtu::rdf::{Base, Quad, quads};
use zhengtu::resolve::{Decisions, Verdict};
use zhengtu::store::{Answer, Batch, Store};

use crate::fixture;

/// What queries see.
fn union(store: &Store) -> BTreeSet<String> {
    let Answer::Triples(triples) = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", &[]).unwrap() else {
        panic!()
    };
    triples.map(|triple| triple.unwrap().to_string()).collect()
}

fn batch(name: &str) -> Batch {
    let base = Base::default();
    Batch { graph: base.source(name), quads: quads(&fixture::named(name), &base) }
}

fn person(code: &str, name: &str) -> NamedNode {
    Base::default().entity(&EntityId::person(code, name))
}

fn decide(store: &Store, pairs: &[(NamedNode, NamedNode)]) {
    let mut decisions = Decisions::default();
    pairs.iter().for_each(|(other, one)| decisions.decide(other.clone(), one.clone(), Verdict::Same));
    store.decide(&Base::default().decisions(), &decisions.quads(&Base::default())).unwrap();
}

fn people() -> Vec<NamedNode> {
    vec![person("330113", "周明远"), person("330110", "何静"), person("330110", "赵一凡"), person("page.txt", "陈溪")]
}

/// A store with these sources and decisions, in this order of doing.
fn store(sources: &[&str], pairs: &[(NamedNode, NamedNode)], decided_first: bool) -> Store {
    let store = Store::in_memory().unwrap();
    if decided_first {
        decide(&store, pairs);
    }
    for name in sources {
        store.replace((vec![batch(name)], fixture::gazetteer())).unwrap();
    }
    if !decided_first {
        decide(&store, pairs);
    }
    store
}

#[test]
fn the_union_speaks_of_the_one() {
    let [zhou, he, ..] = &people()[..] else { panic!() };
    let store = store(&["page.txt"], &[(he.clone(), zhou.clone())], false);
    let lines: Vec<String> = union(&store).into_iter().filter(|line| line.contains(he.as_str())).collect();
    assert_eq!(lines, [format!("{he} <http://www.w3.org/2002/07/owl#sameAs> {zhou}")]);
    let held = union(&store)
        .iter()
        .filter(|line| line.starts_with(&format!("{zhou} <http://www.w3.org/ns/org#holds>")))
        .count();
    assert_eq!(held, 3);
    let alias = format!("{zhou} <http://www.w3.org/2004/02/skos/core#altLabel> \"何静\"@zh");
    assert!(union(&store).contains(&alias));
}

#[test]
fn removing_a_source_removes_what_only_it_said() {
    let [zhou, he, ..] = &people()[..] else { panic!() };
    let pairs = [(he.clone(), zhou.clone())];
    let both = store(&["page.txt", "other.txt"], &pairs, false);
    both.remove(&Base::default().source("other.txt")).unwrap();
    assert_eq!(union(&both), union(&store(&["page.txt"], &pairs, false)));
}

#[test]
fn many_sources_at_once_take_the_other_road_to_the_same_place() {
    let [zhou, he, ..] = &people()[..] else { panic!() };
    let pairs = [(he.clone(), zhou.clone())];
    let names: Vec<String> = (0..150).map(|i| format!("{i}.txt")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let many = Store::in_memory().unwrap();
    decide(&many, &pairs);
    many.replace((names.iter().map(|name| batch(name)).collect(), fixture::gazetteer())).unwrap();
    assert_eq!(union(&many), union(&store(&names, &pairs, false)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn decisions_commute_with_sources_and_leave_no_trace(
        pairs in proptest::collection::vec((0..4_usize, 0..4_usize), 0..4),
        first in any::<bool>(),
    ) {
        let people = people();
        let pairs: Vec<(NamedNode, NamedNode)> = pairs
            .into_iter()
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (people[a].clone(), people[b].clone()))
            .collect();
        let sources = ["page.txt", "other.txt"];
        let decided = store(&sources, &pairs, first);
        prop_assert_eq!(union(&decided), union(&store(&sources, &pairs, !first)));
        // Reading a page again changes nothing.
        decided.replace((vec![batch("page.txt")], fixture::gazetteer())).unwrap();
        prop_assert_eq!(union(&decided), union(&store(&sources, &pairs, false)));
        decide(&decided, &[]);
        let plain = store(&sources, &[], false);
        prop_assert_eq!(union(&decided), union(&plain));
        let said = |store: &Store| -> BTreeSet<String> { store.quads().map(|quad: Result<Quad, _>| quad.unwrap().to_string()).collect() };
        prop_assert_eq!(said(&decided), said(&plain));
    }
}
