//! The network on the command line: who is in the middle, what hangs together and why.

use super::Place;

/// The graph has two of that name.
const ZHANG: &str = "person/630105/张三丰";

#[test]
fn rank_shows_who_stands_in_the_middle() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["rank", "--limit", "5"]).fine());
    let initiatives = place.ask(&["rank", "--kind", "initiatives", "--by", "degree", "--format", "csv"]).fine();
    let names: Vec<&str> = initiatives.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    assert_eq!(names, ["接诉即办", "清河行动", "河畔夜市"]);
    let error = place.ask(&["rank", "--kind", "mayor"]).failed(2);
    assert!(error.contains("`mayor` is no kind of entity"), "{error}");
}

#[test]
fn communities_are_named_by_their_best_known() {
    let place = Place::with_graph();
    let run = place.ask(&["communities"]);
    insta::assert_snapshot!(run.fine());
    let members = place.ask(&["communities", "--members", "--smallest", "1", "--format", "csv"]).fine();
    let all = place.ask(&["rank", "--limit", "1000", "--format", "csv"]).fine();
    assert_eq!(members.lines().count(), all.lines().count(), "everyone is in one community");
    assert_eq!(place.ask(&["communities", "--resolution", "-1"]).code(), 2);
}

#[test]
fn a_path_is_told_with_its_sentences() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["path", ZHANG, "李四光"]).fine());
    let csv = place.ask(&["path", ZHANG, "清河行动", "--format", "csv"]).fine();
    assert!(csv.starts_with("step,from,fromLabel,tie,to,toLabel,evidence,evidenceLabel,source,date"), "{csv}");
    let round = place.ask(&["path", ZHANG, "李四光", "--without", "pursues,cooperates,covers"]).fine();
    assert!(!round.contains("pursues") && round.contains("isPartOf"), "{round}");
    assert_eq!(place.ask(&["path", ZHANG, ZHANG]).fine(), "both are the same\n");
}

#[test]
fn a_path_that_is_not_there_is_an_answer() {
    let place = Place::with_graph();
    let run = place.ask(&["path", ZHANG, "李四光", "--without", "isPartOf,pursues,cooperates,covers"]);
    assert_eq!(run.fine(), "");
    assert_eq!(run.err(), "nothing ties `person/630105/张三丰` to `李四光`\n");
    let error = place.ask(&["path", ZHANG, "李四光", "--without", "likes"]).failed(2);
    assert!(error.contains("`likes` is no tie: holds, postIn"), "{error}");
    let error = place.ask(&["path", ZHANG, "李四"]).failed(1);
    assert!(error.contains("did you mean `李四光`?"), "{error}");
}

#[test]
fn two_districts_side_by_side() {
    let place = Place::with_graph();
    let run = place.ask(&["compare", "城北区", "大通"]);
    insta::assert_snapshot!(run.fine());
    assert!(run.err().ends_with("initiatives: 2 of 城北区, 2 of 大通回族土族自治县, 1 of both\n"), "{}", run.err());
}

#[test]
fn the_districts_that_do_the_same() {
    let place = Place::with_graph();
    insta::assert_snapshot!(place.ask(&["similar", "城中区"]).fine());
    let error = place.ask(&["similar", "接诉即办"]).failed(1);
    assert!(error.contains("knows no division called"), "{error}");
}
