//! What our reading of the shapes finds, case by case, and what of SHACL it refuses to read.

use std::collections::BTreeSet;

use zhengtu::rdf::SHAPES;
use zhengtu::validate::Shapes;

use super::{cases, of_shapes, written};

#[test]
fn every_case_is_found_and_nothing_else() {
    let mut failures = Vec::new();
    let mut components = BTreeSet::new();
    for (case, report, _) in of_shapes() {
        let found: BTreeSet<String> = report
            .problems
            .iter()
            .filter(|problem| problem.shape.is_some())
            .flat_map(|problem| problem.findings.iter().map(move |finding| (problem, finding)))
            .map(|(problem, finding)| {
                format!("{} {} {}", problem.name, problem.component, written(&finding.focus.to_string()))
            })
            .collect();
        if found != case.finds || found.is_empty() {
            failures.push(format!("{}\n  wanted {:?}\n  found  {found:?}", case.name, case.finds));
        }
        components.extend(found.iter().filter_map(|line| line.split(' ').nth(1).map(str::to_owned)));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let shapes = Shapes::read("shapes.ttl", SHAPES).unwrap();
    let used: BTreeSet<String> = shapes.components().into_iter().map(str::to_owned).collect();
    assert_eq!(components, used, "a case for each component");
}

#[test]
fn every_class_has_a_case() {
    let finds: Vec<String> = cases("shapes").into_iter().flat_map(|case| case.finds).collect();
    for kind in ["Official", "Reporter", "Office", "Body", "Division", "District", "Initiative", "Tenure", "Pursuit"]
        .iter()
        .chain(&["Cooperation", "Source", "Article", "Sentence"])
    {
        assert!(finds.iter().any(|line| line.starts_with(kind)), "{kind} has no case");
    }
}

fn refused(shape: &str) -> String {
    let turtle = format!(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\
         @prefix x: <https://example.org/> .\nx:S sh:targetClass x:C ; {shape} ."
    );
    Shapes::read("mine.ttl", &turtle).unwrap_err().to_string()
}

#[test]
fn what_is_not_understood_is_refused() {
    insta::assert_snapshot!(refused("sh:closed true"), @"mine.ttl: the shape <https://example.org/S>: sh:closed: this part of SHACL is not understood, and leaving it out would let pass what it forbids");
    assert!(refused("sh:property [ sh:path x:p ; sh:uniqueLang true ]").contains("sh:uniqueLang: this part"));
    assert!(refused("sh:property [ sh:path ( x:p x:q ) ; sh:minCount 1 ]").contains("it needs one sh:path"));
    assert!(refused("sh:property [ sh:minCount 1 ]").contains("it needs one sh:path"));
    assert!(refused("sh:datatype xsd:duration").contains("sh:datatype wants a known datatype"));
    assert!(refused("sh:nodeKind x:K").contains("sh:nodeKind wants a kind of node"));
    assert!(refused("sh:property [ sh:path x:p ; sh:minCount \"few\" ]").contains("sh:minCount wants a number"));
    assert!(refused("sh:or ( [ sh:minCount 1 ] )").contains("constraints on one value only"));
    assert!(refused("sh:in x:p").contains("should be a list"));
    assert!(refused("sh:class").starts_with("mine.ttl:4:"));
}
