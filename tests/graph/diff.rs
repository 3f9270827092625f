//! Differences between graphs: what a person is told, and what a program is told to do.

use zhengtu::diff::{Change, differences, patch};
use zhengtu::network::{Network, View, view};
use zhengtu::rdf::Quad;

use crate::fixture;

fn history(quads: Vec<Quad>) -> Network {
    view([quads.into_iter().map(Ok)], &View { history: true, ..View::default() }).unwrap()
}

/// Each difference as `change: from kind to`, or the name of an initiative.
fn told(before: Vec<Quad>, after: Vec<Quad>) -> Vec<String> {
    let (before, after) = (history(before), history(after));
    let line = |network: &Network, edge| {
        let (from, to, edge) = network.edge(edge);
        format!("{} {} {}", from.label, edge.kind.name(), to.label)
    };
    let each = differences(&before, &after).into_iter().map(|found| {
        let network = if found.after { &after } else { &before };
        let node = found.node.map(|node| network.node(network.place(node)).label.clone());
        let edge = found.edge.map(|edge| line(network, edge)).unwrap_or_default();
        format!("{}: {}", found.change.name(), node.map_or(edge.clone(), |node| format!("{node}, {edge}")))
    });
    each.collect()
}

#[test]
fn everything_is_new_to_an_empty_graph() {
    insta::assert_snapshot!(told(Vec::new(), fixture::graph()).join("\n"));
}

#[test]
fn nothing_changes_where_nothing_changed() {
    assert!(told(fixture::graph(), fixture::graph()).is_empty());
    assert_eq!(patch(fixture::graph(), fixture::graph()).unwrap(), ["TX .", "TC ."]);
}

#[test]
fn what_is_gone_is_not_ended() {
    let gone = told(fixture::graph(), Vec::new());
    assert!(gone.iter().any(|line| line.starts_with(Change::HolderGone.name())), "{gone:?}");
    assert!(!gone.iter().any(|line| line.starts_with(Change::EndedTenure.name())), "{gone:?}");
}

#[test]
fn a_patch_takes_out_before_it_puts_in() {
    let (mut before, mut after) = (fixture::graph(), fixture::graph());
    let (removed, added) = (before[0].clone(), after.swap_remove(1));
    before.retain(|quad| *quad != added);
    after.retain(|quad| *quad != removed);
    after.push(added.clone());
    let wanted = ["TX .".to_owned(), format!("D {removed} ."), format!("A {added} ."), "TC .".to_owned()];
    assert_eq!(patch(before, after).unwrap(), wanted);
}
