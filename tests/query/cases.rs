//! A case a query: what it says of the graph. The snapshots are the tables as a person sees them.

use zhengtu::query::{Catalog, Table, answer};
use zhengtu::rdf::Base;
use zhengtu::store::Answer;

use crate::query::graph;

/// The table of a saved query, with parameters written as on the command line: `district=城北区`.
fn table(name: &str, given: &[&str]) -> String {
    let store = graph::store();
    let typed: Vec<(String, String)> =
        given.iter().map(|text| text.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned())).unwrap()).collect();
    let base = Base::default();
    match answer(&store, &base, Catalog::built_in().get(name).unwrap(), &typed).unwrap() {
        Answer::Rows(rows) => Table::of(rows, &base).unwrap().render(150),
        Answer::Boolean(yes) => yes.to_string(),
        Answer::Triples(triples) => {
            let mut lines: Vec<String> = triples.map(|triple| format!("{} .", triple.unwrap())).collect();
            lines.sort();
            lines.join("\n")
        }
    }
}

/// Every built-in query has a case below; the macro makes the list that the first test compares with the catalog.
macro_rules! cases {
    ($($test:ident: $name:literal $given:expr;)*) => {
        const CASES: &[&str] = &[$($name),*];

        $(
            #[test]
            fn $test() {
                insta::assert_snapshot!(table($name, &$given));
            }
        )*
    };
}

cases! {
    article_list: "article-list" [];
    article_list_of_a_reporter: "article-list" ["reporter=周全"];
    cooperation: "cooperation" [];
    cooperation_of_none: "cooperation" ["district=大通"];
    district_pairs: "district-pairs" [];
    district_pairs_of_two: "district-pairs" ["minimum=2"];
    district_profile: "district-profile" ["district=城中区"];
    divisions_under: "divisions-under" ["division=西宁"];
    divisions_under_by_level: "divisions-under" ["division=青海省", "level=prefecture"];
    explain_an_initiative: "explain" ["entity=接诉即办"];
    initiative_matrix: "initiative-matrix" [];
    initiative_matrix_of_a_kind: "initiative-matrix" ["kind=campaign", "within=西宁市"];
    initiative_network_of_a_district: "initiative-network" ["district=大通县"];
    initiative_profile: "initiative-profile" ["initiative=“接诉即办”机制"];
    office_holders: "office-holders" [];
    office_holders_of_a_district: "office-holders" ["district=630121", "status=appointed"];
    official_profile: "official-profile" ["official=person/630105/张三丰"];
    officials_in_several_districts: "officials-in-several-districts" [];
    only_here: "only-here" ["district=北区"];
    reporters: "reporters" [];
    reporters_of_a_district: "reporters" ["district=大通县"];
    shared_initiatives: "shared-initiatives" [];
    shared_initiatives_of_three: "shared-initiatives" ["minimum=3", "within=青海"];
}

#[test]
fn every_query_has_a_case() {
    for saved in Catalog::built_in().iter() {
        assert!(CASES.contains(&saved.name.as_str()), "{} has no case", saved.name);
    }
}

#[test]
fn a_prefecture_stands_for_its_districts_in_the_network() {
    let whole = table("initiative-network", &[]);
    assert_eq!(table("initiative-network", &["district=西宁市"]), whole);
    assert_ne!(table("initiative-network", &["district=城北区"]), whole);
}
