//! The ontology's files and the code say the same.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Quad, Term};
use zhengtu::rdf::vocabulary::{self, ACTIONS, zt};
use zhengtu::rdf::{ONTOLOGY, SHAPES};

const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";

fn parse(turtle: &str) -> Vec<Quad> {
    RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle).collect::<Result<_, _>>().unwrap()
}

fn named(term: &Term) -> Option<String> {
    match term {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        _ => None,
    }
}

/// Every IRI that begins with our namespace, wherever it stands.
fn ours(quads: &[Quad]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for quad in quads {
        found.extend(named(&quad.subject.clone().into()));
        found.insert(quad.predicate.as_str().to_owned());
        found.extend(named(&quad.object));
    }
    found.retain(|iri| iri.starts_with(zt::NAMESPACE) && iri != zt::NAMESPACE);
    found
}

fn coded() -> BTreeSet<String> {
    zt::ALL.iter().map(|term| term.as_str().to_owned()).collect()
}

/// subject -> property -> (value, language).
fn table(quads: &[Quad]) -> BTreeMap<String, BTreeMap<String, Vec<(String, String)>>> {
    let mut table: BTreeMap<String, BTreeMap<String, Vec<(String, String)>>> = BTreeMap::new();
    for quad in quads {
        let Some(subject) = named(&quad.subject.clone().into()) else { continue };
        let value = match &quad.object {
            Term::Literal(literal) => (literal.value().to_owned(), literal.language().unwrap_or_default().to_owned()),
            other => (other.to_string(), String::new()),
        };
        table.entry(subject).or_default().entry(quad.predicate.as_str().to_owned()).or_default().push(value);
    }
    table
}

#[test]
fn the_file_and_the_code_have_the_same_terms() {
    assert_eq!(ours(&parse(ONTOLOGY)), coded());
}

#[test]
fn the_shapes_speak_of_known_terms_and_of_every_class() {
    let shapes = parse(SHAPES);
    assert!(ours(&shapes).is_subset(&coded()), "{:?}", ours(&shapes).difference(&coded()));
    let targets: BTreeSet<String> = shapes
        .iter()
        .filter(|quad| quad.predicate.as_str() == "http://www.w3.org/ns/shacl#targetClass")
        .filter_map(|quad| named(&quad.object))
        .collect();
    let classes = coded().into_iter().filter(|iri| iri[zt::NAMESPACE.len()..].starts_with(char::is_uppercase));
    assert_eq!(targets, classes.collect());
}

#[test]
fn every_term_has_labels_in_both_languages() {
    let table = table(&parse(ONTOLOGY));
    let minted = [zt::ALL, vocabulary::org::ALL, vocabulary::foaf::ALL, vocabulary::schema::ALL, vocabulary::skos::ALL]
        .concat()
        .into_iter()
        .chain(
            [
                vocabulary::dcterms::ALL,
                vocabulary::prov::ALL,
                vocabulary::cv::ALL,
                vocabulary::nif::ALL,
                vocabulary::owl::ALL,
            ]
            .concat(),
        );
    for term in minted {
        let known = table.get(term.as_str()).unwrap_or_else(|| panic!("{term} is not in the file"));
        let labels = &known[&format!("{RDFS}label")];
        let languages: BTreeSet<&str> = labels.iter().map(|(_, language)| language.as_str()).collect();
        assert_eq!(languages, BTreeSet::from(["en", "zh"]), "{term}");
    }
}

#[test]
fn every_class_and_property_has_comments_and_its_place() {
    let table = table(&parse(ONTOLOGY));
    for term in coded() {
        let name = &term[zt::NAMESPACE.len()..];
        let known = &table[&term];
        let has = |property: &str| known.contains_key(&format!("{RDFS}{property}"));
        let kinds = &known["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"];
        if kinds.iter().any(|(kind, _)| kind.ends_with("NamedIndividual>")) {
            continue;
        }
        assert_eq!(known[&format!("{RDFS}comment")].len(), 2, "{name}");
        if kinds.iter().any(|(kind, _)| kind.ends_with("Class>")) {
            assert!(has("subClassOf"), "{name}");
        } else {
            assert!(has("domain") && has("range") && has("subPropertyOf"), "{name}");
        }
    }
}

#[test]
fn actions_are_found_by_name() {
    assert_eq!(vocabulary::action("deepen"), Some(zt::DEEPEN));
    assert_eq!(vocabulary::action("dance"), None);
    assert!(ACTIONS.iter().all(|action| zt::ALL.contains(action)));
}
