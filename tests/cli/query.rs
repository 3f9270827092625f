//! Questions: saved ones, one's own, SPARQL, explanations.

use super::Place;

#[test]
fn without_a_name_it_lists_the_questions() {
    let run = Place::new().zhengtu(&["query"]);
    let list = run.fine();
    assert!(list.contains("shared-initiatives"), "{list}");
    assert!(run.err().contains("zhengtu query NAME"));
}

#[test]
fn a_table_is_for_people() {
    let run = Place::with_graph().ask(&["query", "only-here", "--district", "北区"]);
    insta::assert_snapshot!(run.fine());
    assert_eq!(run.err(), "1 row\n");
}

#[test]
fn other_formats_are_for_programs() {
    let place = Place::with_graph();
    let with = |format| place.ask(&["query", "district-pairs", "--minimum", "2", "--format", format]).fine();
    insta::assert_snapshot!(with("csv").replace("\r\n", "\n"), @"
    a,aLabel,b,bLabel,shared,overlap,initiatives
    https://w3id.org/zhengtu/id/division/630103,城中区,https://w3id.org/zhengtu/id/division/630121,大通回族土族自治县,2,1,接诉即办、清河行动
    ");
    assert!(with("tsv").starts_with("?a\t?aLabel\t"));
    assert!(with("xml").contains("<sparql"));
    let json: serde_json::Value = serde_json::from_str(&with("json")).unwrap();
    assert_eq!(json["results"]["bindings"][0]["bLabel"]["value"], "大通回族土族自治县");
}

#[test]
fn rows_can_be_cut_and_skipped() {
    let place = Place::with_graph();
    let names = |words: &[&str]| -> Vec<String> {
        let mut all = vec!["query", "reporters", "--format", "csv"];
        all.extend(words);
        let out = place.ask(&all).fine();
        out.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(names(&[]), ["林小川", "周全"]);
    assert_eq!(names(&["--limit", "1"]), ["林小川"]);
    assert_eq!(names(&["--offset", "1"]), ["周全"]);
    assert!(names(&["--limit", "0"]).is_empty());
    let note = |limit| place.ask(&["query", "reporters", "--limit", limit]).err();
    assert_eq!([note("1"), note("2")], ["1 row; there are more, --limit cuts them\n", "2 rows\n"]);
}

#[test]
fn a_graph_is_an_answer_too() {
    let place = Place::with_graph();
    let nquads = place.ask(&["query", "initiative-network", "--format", "nquads"]).fine();
    assert!(nquads.contains("/division/630105> <https://w3id.org/zhengtu/ns#pursues>"), "{nquads}");
    for (question, edge) in [
        (&["initiative-network", "--district", "西宁市"][..], "pursues"),
        (&["district-network", "--within", "西宁市"], "cooperates"),
        (&["official-career", "--official", "李四光"], "holds"),
    ] {
        place.ask(&[&["query"], question, &["-o", "graph.gexf"]].concat()).fine();
        let gexf = std::fs::read_to_string(place.path().join("graph.gexf")).unwrap();
        assert!(gexf.starts_with("<?xml") && gexf.contains(edge), "{question:?}: {gexf}");
        for format in ["turtle", "jsonld", "rdfxml", "graphml"] {
            assert!(!place.ask(&[&["query"], question, &["--format", format]].concat()).fine().is_empty());
        }
    }
    let error = place.ask(&["query", "district-network", "--limit", "3"]).failed(2);
    assert!(error.contains("--limit and --offset cut rows"), "{error}");
}

#[test]
fn unknown_names_and_parameters_are_wrong_usage() {
    let place = Place::with_graph();
    let error = place.ask(&["query", "shared-initiativs"]).failed(2);
    assert!(error.contains("'shared-initiatives'"), "{error}");
    let error = place.ask(&["query", "only-here", "--distrct", "城北区"]).failed(2);
    assert!(error.contains("'--district'"), "{error}");
    let error = place.ask(&["query", "only-here"]).failed(2);
    assert!(error.contains("--district <VALUE>"), "{error}");
    let error = place.ask(&["query", "reporters", "--format", "gexf"]).failed(2);
    assert!(error.contains("`gexf` is no format for rows: table, csv, tsv, json or xml"), "{error}");
}

#[test]
fn a_name_that_nothing_has_offers_the_nearest() {
    let error = Place::with_graph().ask(&["query", "only-here", "--district", "城背区"]).failed(1);
    assert_eq!(error, "error: the store knows no division called `城背区` (did you mean `城中区` or `城北区`?).\n");
}

#[test]
fn a_folder_of_ones_own() {
    let place = Place::with_graph();
    place.write(
        "mine/names.rq",
        "#+ summary: Names of officials\n#+ tags:\n#+   - mine\nSELECT DISTINCT ?name WHERE { ?o a zt:Official ; skos:prefLabel ?name \
         FILTER(STRSTARTS(STR(?name), ?_start_string)) } ORDER BY ?name\n",
    );
    let out = place.ask(&["query", "names", "--start", "李", "--queries", "mine", "--format", "csv"]).fine();
    assert_eq!(out.replace("\r\n", "\n"), "name\n李四光\n");

    place.write("mine/reporters.rq", "#+ summary: Who writes\nSELECT ?r WHERE { ?r a zt:Reporter }\n");
    let list = place.zhengtu(&["query", "--queries", "mine"]).fine();
    let list = list.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(list.contains("names Names of officials [mine/names.rq] --start"), "{list}");
    assert!(list.contains("Who writes [mine/reporters.rq, instead of the built-in one]"), "{list}");
    let run = place.ask(&["query", "reporters", "--queries", "mine"]);
    assert!(run.fine().contains("person/b.txt/周全"));
    assert!(
        run.err().starts_with("note: mine/reporters.rq stands in the place of the built-in query"),
        "{}",
        run.err()
    );

    place.write("mine/names.rq", "#+ summary: x\nSELECT ?s\nWHERE { ?s a zt:Official . FILTER }\n");
    let error = place.ask(&["query", "names", "--queries=mine"]).failed(1);
    assert!(error.starts_with("error: mine/names.rq:3:"), "{error}");
    place.write("mine/names.rq", "#+ sumary: x\nSELECT ?s WHERE { ?s ?p ?o }\n");
    let error = place.ask(&["query", "names", "--queries", "mine"]).failed(1);
    assert!(error.starts_with("error: mine/names.rq:1:4: unknown key `sumary`"), "{error}");
    place.write("mine/names.rq", "SELECT ?s WHERE { ?s ?p ?_format_string }\n");
    let error = place.ask(&["query", "--queries", "mine"]).failed(1);
    assert!(error.contains("every query has an option `--format` already"), "{error}");
}

#[test]
fn sparql_shows_where_the_mistake_is() {
    let place = Place::with_graph();
    let out = place.ask(&["sparql", "SELECT (COUNT(*) AS ?n) WHERE { ?s a zt:Official }", "--format", "csv"]).fine();
    assert_eq!(out.replace("\r\n", "\n"), "n\n4\n");
    assert_eq!(place.ask(&["sparql", "ASK { ?s a zt:Reporter }"]).fine(), "yes\n");
    insta::assert_snapshot!(place.ask(&["sparql", "SELECT ?s\nWHERE { ?s foo:bar ?o }"]).failed(1));
}

#[test]
fn an_update_needs_its_word() {
    let place = Place::with_graph();
    let insert = "INSERT DATA { GRAPH <https://example.org/g> { <https://example.org/s> a zt:Official } }";
    assert_eq!(place.ask(&["sparql", insert]).code(), 1);
    place.ask(&["sparql", "--update", insert]).fine();
    assert_eq!(place.ask(&["sparql", "ASK { <https://example.org/s> a zt:Official }"]).fine(), "yes\n");
}

#[test]
fn explain_gives_each_line_its_sentence() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["explain", "清河行动"]).fine());
    let json: serde_json::Value = serde_json::from_str(&place.ask(&["explain", "630121", "--json"]).fine()).unwrap();
    assert_eq!(json["name"], "大通回族土族自治县");
}
