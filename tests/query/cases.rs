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
    body_profile: "body-profile" ["body=城中区人民政府"];
    body_profile_of_a_paper: "body-profile" ["body=某日报"];
    cooperation: "cooperation" [];
    cooperation_of_none: "cooperation" ["district=大通"];
    district_network: "district-network" [];
    district_pairs: "district-pairs" [];
    district_pairs_of_two: "district-pairs" ["minimum=2"];
    district_pairs_of_one: "district-pairs" ["district=大通"];
    district_pairs_within: "district-pairs" ["within=西宁市", "minimum=2"];
    district_profile: "district-profile" ["district=城中区"];
    divisions_under: "divisions-under" ["division=西宁"];
    divisions_under_by_level: "divisions-under" ["division=青海省", "level=prefecture"];
    evidence_for_a_thing: "evidence" ["thing=城中区"];
    evidence_for_two: "evidence" ["thing=城北区", "other=接诉即办"];
    explain_an_initiative: "explain" ["entity=接诉即办"];
    growth: "growth" [];
    growth_by_year: "growth" ["by=year"];
    initiative_matrix: "initiative-matrix" [];
    initiative_matrix_of_a_kind: "initiative-matrix" ["kind=campaign", "within=西宁市"];
    initiative_network_of_a_district: "initiative-network" ["district=大通县"];
    initiative_profile: "initiative-profile" ["initiative=“接诉即办”机制"];
    initiative_spread: "initiative-spread" [];
    initiative_spread_of_one: "initiative-spread" ["initiative=接诉即办", "from=2024-01", "until=2024-01"];
    office_holders: "office-holders" [];
    office_holders_of_a_district: "office-holders" ["district=630121", "status=appointed"];
    office_profile: "office-profile" ["office=城中区区长"];
    office_succession: "office-succession" [];
    office_succession_of_a_district: "office-succession" ["district=大通县"];
    official_career: "official-career" ["official=李四光"];
    official_profile: "official-profile" ["official=person/630105/张三丰"];
    officials_in_several_districts: "officials-in-several-districts" [];
    officials_of_a_district_and_others: "officials-in-several-districts" ["within=大通县"];
    only_here: "only-here" ["district=北区"];
    reporter_profile: "reporter-profile" ["reporter=林小川"];
    reporters: "reporters" [];
    reporters_of_a_district: "reporters" ["district=大通县"];
    shared_initiatives: "shared-initiatives" [];
    shared_initiatives_of_three: "shared-initiatives" ["minimum=3", "within=青海"];
    silent: "silent" [];
    silent_on_what_two_pursue: "silent" ["district=城北区", "minimum=2"];
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
