//! Exports as users ask for them: by extension, of a part, into a folder.

use super::Place;

#[test]
fn the_extension_chooses_the_format() {
    let place = Place::with_graph();
    for (file, starts) in
        [("g.html", "<!DOCTYPE html>"), ("g.svg", "<?xml"), ("g.dot", "digraph"), ("g.ttl", "@prefix"), ("g.cyjs", "{")]
    {
        let run = place.ask(&["export", "-o", file]);
        assert_eq!(run.code(), 0, "{}", run.err());
        assert!(std::fs::read_to_string(place.path().join(file)).unwrap().starts_with(starts), "{file}");
    }
}

#[test]
fn a_folder_of_tables() {
    let place = Place::with_graph();
    let error = place.ask(&["export", "--format", "csv"]).failed(2);
    assert_eq!(error, "error: the format csv is a folder of files: name it with --output FOLDER\n");
    place.ask(&["export", "--format", "csv", "-o", "tables"]).fine();
    let relations = std::fs::read_to_string(place.path().join("tables/relations.csv")).unwrap();
    assert!(relations.contains(",pursues,"), "{relations}");
    let run = place.ask(&["export", "--format", "neo4j", "-o", "neo"]);
    assert!(run.err().contains("neo4j-admin database import full --nodes=neo/nodes.csv"), "{}", run.err());
}

#[test]
fn a_part_is_chosen_by_what_things_are_called() {
    let place = Place::with_graph();
    let dot = |words: &[&str]| place.ask(&[&["export", "--format", "dot"], words].concat()).fine();
    let labels = |text: &str| text.lines().filter(|line| line.contains("fillcolor=\"#")).count();
    let all = dot(&[]);
    let city = dot(&["--districts", "西宁市"]);
    let one = dot(&["--districts", "630105"]);
    assert!(labels(&one) < labels(&city) && labels(&city) <= labels(&all), "{one}\n{city}");
    assert!(one.contains("城北区") && !one.contains("大通"), "{one}");
    let kinds = dot(&["--kinds", "districts,initiatives"]);
    assert!(kinds.contains("pursues") && !kinds.contains("holds"), "{kinds}");
    assert!(dot(&["--kinds", "division", "--isolated"]).contains("城北区"));
}

#[test]
fn what_makes_no_sense_is_said() {
    let place = Place::with_graph();
    let error = place.ask(&["export", "--kinds", "mayors"]).failed(2);
    assert!(error.contains("`mayors` is no kind of entity: official, reporter, person, office"), "{error}");
    let error = place.ask(&["export", "--since", "yesterday"]).failed(2);
    assert!(error.contains("`yesterday` is no date: 2024, 2024-05 or 2024-05-17"), "{error}");
    let error = place.ask(&["export", "--min-confidence", "90"]).failed(2);
    assert!(error.contains("`90` is no confidence"), "{error}");
    let error = place.ask(&["export", "--districts", "城背区"]).failed(1);
    assert!(error.contains("did you mean"), "{error}");
}
