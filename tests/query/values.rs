//! Values are terms: whatever is typed, the query stays the query.

use zhengtu::error::Error;
use zhengtu::query::{Catalog, Saved, Sought, answer, entity};
use zhengtu::rdf::Base;
use zhengtu::store::Answer;

use crate::query::graph;

fn error(name: &str, given: &[(&str, &str)]) -> Error {
    let typed: Vec<(String, String)> = given.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let catalog = Catalog::built_in();
    match answer(&graph::store(), &Base::default(), catalog.get(name).unwrap(), &typed) {
        Ok(_) => panic!("{name} {given:?} gives an answer"),
        Err(error) => error,
    }
}

fn found(sought: Sought, typed: &str) -> String {
    let base = Base::default();
    match entity(&graph::store(), &base, sought, typed) {
        Ok(node) => node.as_str().replace(base.as_str(), ""),
        Err(error) => error.to_string(),
    }
}

#[test]
fn hostile_values_are_names_of_nothing() {
    let store = graph::store();
    let before = store.len().unwrap();
    for hostile in [
        "\"} DELETE WHERE { ?s ?p ?o } #",
        "> } ; DROP ALL ; { <",
        "城北区\"@zh . ?s ?p ?o . #",
        "\\",
        "\u{0}",
        "?_district_iri",
        "https://example.org/} DELETE {",
        "person/630105/张三丰> ?p ?o . <x",
    ] {
        let error = error("only-here", &[("district", hostile)]);
        assert!(matches!(error, Error::UnknownEntity { .. }), "{hostile}: {error}");
    }
    assert_eq!(store.len().unwrap(), before);
}

/// Whatever stands in a parameter of whatever query, the answer is an error about the value or an empty result.
#[test]
fn no_parameter_takes_a_hostile_value_for_a_name() {
    let (store, base, catalog) = (graph::store(), Base::default(), Catalog::built_in());
    let hostile = "\"@zh } ; DROP ALL ; { ?s ?p \"";
    for saved in catalog.iter() {
        for parameter in &saved.parameters {
            let fill = |p: &zhengtu::query::Parameter| (p.name.clone(), hostile.to_owned());
            let typed: Vec<_> =
                saved.parameters.iter().filter(|p| p.name == parameter.name || !p.optional).map(fill).collect();
            let error = match answer(&store, &base, saved, &typed) {
                Err(error) => error,
                Ok(_) => panic!("{} --{} takes it", saved.name, parameter.name),
            };
            assert!(matches!(error, Error::UnknownEntity { .. } | Error::BadValue { .. }), "{error}");
        }
    }
    assert_eq!(store.len().unwrap(), graph::store().len().unwrap());
}

#[test]
fn hostile_text_is_only_text() {
    let saved = Saved::read("t", "t.rq", "SELECT ?it WHERE { BIND(?_text_string AS ?it) }").unwrap();
    for hostile in ["\"} DELETE WHERE { ?s ?p ?o }", "\\u0022 }", "a\nb", "'''\"\"\""] {
        let typed = [("text".to_owned(), hostile.to_owned())];
        let Answer::Rows(rows) = answer(&graph::store(), &Base::default(), &saved, &typed).unwrap() else { panic!() };
        let rows: Vec<_> = rows.map(Result::unwrap).collect();
        assert_eq!(rows, [vec![Some(zhengtu::rdf::Literal::new_simple_literal(hostile).into())]]);
    }
}

#[test]
fn things_are_found_by_any_of_their_names() {
    for typed in [
        "大通回族土族自治县",
        "大通县",
        "大通",
        "630121",
        "division/630121",
        " 大通 ",
        "西宁市大通县",
        "青海省西宁市大通",
    ] {
        assert_eq!(found(Sought::Division, typed), "division/630121", "{typed}");
    }
    assert_eq!(found(Sought::Division, "https://w3id.org/zhengtu/id/division/630121"), "division/630121");
    assert_eq!(found(Sought::Initiative, "“接诉即办”"), "initiative/接诉即办");
    assert_eq!(found(Sought::Reporter, "周全"), "person/b.txt/周全");
}

#[test]
fn a_name_of_several_asks_which() {
    insta::assert_snapshot!(found(Sought::Division, "新城区"), @"`新城区` is the name of several things (division); give one of these identifiers instead: division/150102 (新城区), division/610102 (新城区).");
    assert_eq!(found(Sought::Division, "西安市新城区"), "division/610102");
}

#[test]
fn a_name_of_nothing_offers_the_nearest() {
    insta::assert_snapshot!(found(Sought::Division, "城背区"), @"the store knows no division called `城背区` (did you mean `城中区` or `城北区`?).");
    insta::assert_snapshot!(found(Sought::Initiative, "接诉"), @"the store knows no initiative called `接诉` (did you mean `接诉即办` or `“接诉即办”机制`?).");
    insta::assert_snapshot!(found(Sought::Official, "xyz"), @"the store knows no official called `xyz`.");
}

#[test]
fn values_of_the_wrong_type_say_what_is_wanted() {
    let bad = error("shared-initiatives", &[("minimum", "many")]);
    insta::assert_snapshot!(bad, @"`many` is no value for `--minimum`: a whole number.");
    let bad = error("office-holders", &[("status", "retired")]);
    insta::assert_snapshot!(bad, @"`retired` is no value for `--status`: one of current, acting, former, appointed, removed, nominated.");
    let bad = error("only-here", &[]);
    insta::assert_snapshot!(bad, @"the query `only-here` needs `--district`: a division by name, short name, code or identifier.");
    let bad = error("only-here", &[("distirct", "城北区")]);
    insta::assert_snapshot!(bad, @"the query `only-here` has no parameter `--distirct` (did you mean `district`?). It takes: --district.");
}

#[test]
fn a_mistake_in_a_file_has_its_place() {
    let text = "#+ summary: wrong\nSELECT ?s\nWHERE { ?s a zt:Official . FILTER }";
    let saved = Saved::read("wrong", "mine/wrong.rq", text).unwrap();
    let error = match answer(&graph::store(), &Base::default(), &saved, &[]) {
        Err(error) => error.to_string(),
        Ok(_) => panic!("it gives an answer"),
    };
    assert!(error.starts_with("mine/wrong.rq:3:"), "{error}");
}
