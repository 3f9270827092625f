//! Formats as users meet them: folders of mixed files, options, files beside files, mistakes.

use crate::cli::Place;

const HTML: &str =
    "<html><body><h1>青云县召开动员会</h1><p>昨日，青云县县长何方主持召开动员会，研究部署工作。</p></body></html>";

#[test]
fn a_folder_of_many_formats_is_read_by_content() {
    let place = Place::new();
    place.write("pages/a.html", HTML);
    place.write("pages/b.txt", HTML);
    place.write("pages/c.jsonl", "{\"id\": 7, \"text\": \"青云县县长何方主持会议。\"}\n");
    place.write("pages/d.csv", "title,content\n会议,青云县县长何方主持会议。\n");
    place.write("pages/notes.meta.json", "{}");
    let run = place.zhengtu(&["build", "pages"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    let names = place.zhengtu(&["sparql", "SELECT ?f { ?s zt:fileName ?f } ORDER BY ?f", "--format", "csv"]).fine();
    assert_eq!(names.replace("\r\n", "\n"), "f\na.html\nb.txt\nc.jsonl#7\nd.csv#2\n");
}

#[test]
fn the_report_says_where_what_is_known_comes_from() {
    let place = Place::new();
    place.write("海棠晚报_20240125_A03.txt", "西宁市城北区区长江一帆主持会议。");
    place.write("海棠晚报_20240125_A03.meta.toml", "url = \"https://news.example.org/1\"\n");
    let run = place.zhengtu(&["build", "海棠晚报_20240125_A03.txt", "--outlet", "青云日报", "--verbose"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    insta::assert_snapshot!(run.err().lines().take(4).collect::<Vec<_>>().join("\n"), @"
    海棠晚报_20240125_A03.txt: outlet 青云日报 (from the command line)
    海棠晚报_20240125_A03.txt: url https://news.example.org/1 (from the file beside it)
    海棠晚报_20240125_A03.txt: date 2024-01-25 (from the file's name)
    海棠晚报_20240125_A03.txt: page A03 (from the file's name)
    ");
    let known = "SELECT ?p ?o { ?s a zt:Source ; schema:publisher/skos:prefLabel ?p ; schema:datePublished ?d ; schema:url ?u ; \
                 schema:pageStart ?g . BIND (CONCAT(STR(?d), ' ', ?u, ' ', ?g) AS ?o) }";
    let rows = place.zhengtu(&["sparql", known, "--format", "csv"]).fine();
    assert_eq!(rows.replace("\r\n", "\n"), "p,o\n青云日报,2024-01-25 https://news.example.org/1 A03\n");
    let dated = place.zhengtu(&["sparql", "ASK { ?t zt:attestedOn '2024-01-25'^^xsd:date }"]).fine();
    assert_eq!(dated, "yes\n", "the day reaches the facts");
}

#[test]
fn columns_of_any_name() {
    let place = Place::new();
    place.write("a.csv", "t1,t2\n会议,青云县县长何方主持会议。\n");
    let run = place.zhengtu(&["extract", "a.csv", "--columns", "title=t1,text=t2"]);
    assert!(run.fine().contains("\"source\":\"a.csv#2\""));
    let error = place.zhengtu(&["extract", "a.csv", "--columns", "texts=t2"]).failed(2);
    assert!(error.contains("`texts=t2` names no column: write PART=NAME"), "{error}");
    place.write("b.csv", "title,date,t2\n会议,2024-01-25,青云县县长何方主持会议。\n");
    let error = place.zhengtu(&["extract", "b.csv"]).failed(1);
    assert!(error.contains("(it has title, date, t2); name it with --columns text=NAME"), "{error}");
}

#[test]
fn a_file_beside_that_is_wrong_is_named() {
    let place = Place::new();
    place.write("a.txt", "青云县县长何方主持会议。");
    place.write("a.meta.json", "{\"date\": \"May\"}");
    let error = place.zhengtu(&["extract", "a.txt"]).failed(1);
    assert!(error.contains("a.meta.json") && error.contains("`May` is no date"), "{error}");
}

#[test]
fn a_web_page_without_words() {
    let place = Place::new();
    place.write("a.html", "<html><head><script>var a = '县长';</script></head><body><div></div></body></html>");
    let error = place.zhengtu(&["extract", "a.html"]).failed(1);
    assert!(error.contains("it holds no text beside its markup"), "{error}");
}

/// Tables and lists of any length are read in parts; no row is lost or read twice where one ends and the next begins, and
/// each is called by its line in the file.
#[test]
fn a_file_of_records_may_be_longer_than_a_document() {
    let place = Place::new();
    let body = "青云县召开会议。\n他说：\"\"要实干\"\"。".repeat(20);
    let rows: String = (0..3000).map(|_| format!("会议,\"{body}\"\n")).collect();
    place.write("rows.csv", format!("title,text\n{rows}"));
    let lines: String = (0..3000).map(|_| format!("{{\"text\": \"{}\"}}\n", "青云县召开会议。".repeat(20))).collect();
    place.write("lines.jsonl", &lines);
    for (file, height) in [("rows.csv", 21), ("lines.jsonl", 1)] {
        let run = place.zhengtu(&["extract", file, "--max-document", "300K", "--format", "nquads"]);
        let told = run.fine();
        let named = "<https://w3id.org/zhengtu/ns#fileName> \"";
        let found: Vec<&str> = told.lines().filter_map(|line| line.split(named).nth(1)?.split('"').next()).collect();
        let first = if file == "rows.csv" { 2 } else { 1 };
        let wanted: Vec<String> = (0..3000).map(|row| format!("{file}#{}", first + row * height)).collect();
        assert_eq!(found, wanted);
    }
    place.write("long.jsonl", format!("{lines}{{\"text\": \"{}\"}}\n", "字".repeat(200_000)));
    let run = place.zhengtu(&["extract", "long.jsonl", "--max-document", "300K"]);
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("its record on line 3001 is larger than"), "{}", run.err());
}
