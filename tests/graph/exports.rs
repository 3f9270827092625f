//! Files: complete, in canonical order, the same bytes for the same graph.

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use proptest::prelude::*;
use zhengtu::export::{FORMATS, format, write};
use zhengtu::network::{EdgeKind, network};
use zhengtu::rdf::{Literal, NamedNode, vocabulary::skos};

use crate::fixture;

pub fn written(name: &str, quads: Vec<Quad>) -> String {
    let mut out = Vec::new();
    write(format(name).expect(name), quads.into_iter().map(Ok), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The statements of a file, as sorted lines.
fn statements(text: &str, format: RdfFormat) -> BTreeSet<String> {
    RdfParser::from_format(format).for_slice(text).map(|quad| quad.unwrap().to_string()).collect()
}

fn triples(quads: &[Quad]) -> BTreeSet<String> {
    quads.iter().map(|quad| oxigraph::model::Triple::from(quad.clone()).to_string()).collect()
}

#[test]
fn turtle_is_what_a_person_would_want_to_read() {
    insta::assert_snapshot!(written("turtle", fixture::graph()));
}

#[test]
fn jsonld_reads_like_json() {
    insta::assert_snapshot!(written("jsonld", fixture::graph()));
}

#[test]
fn gexf_has_names_colours_and_evidence() {
    insta::assert_snapshot!(written("gexf", fixture::graph()));
}

#[test]
fn nothing_is_lost_on_the_way() {
    let graph = fixture::graph();
    let quads: BTreeSet<String> = graph.iter().map(Quad::to_string).collect();
    let jsonld = RdfFormat::JsonLd { profile: Default::default() };
    for (name, format, wanted) in [
        ("turtle", RdfFormat::Turtle, triples(&graph)),
        ("ntriples", RdfFormat::NTriples, triples(&graph)),
        ("rdfxml", RdfFormat::RdfXml, triples(&graph)),
        ("jsonld", jsonld, triples(&graph)),
        ("trig", RdfFormat::TriG, quads.clone()),
        ("nquads", RdfFormat::NQuads, quads),
    ] {
        assert_eq!(statements(&written(name, graph.clone()), format), wanted, "{name}");
    }
}

#[test]
fn a_format_is_found_by_name_and_extension() {
    for each in FORMATS {
        assert_eq!(format(each.name).map(|found| found.name), Some(each.name));
        assert_eq!(format(each.extension).map(|found| found.name), Some(each.name));
    }
    assert!(format("pdf").is_none());
}

#[test]
fn an_empty_graph_is_an_empty_file_of_every_format() {
    for each in FORMATS {
        let text = written(each.name, Vec::new());
        assert!(!text.contains("w3id.org/zhengtu/id/"), "{}: {text}", each.name);
    }
}

#[test]
fn a_tie_that_many_state_is_one_edge_with_its_evidence() {
    let network = network(fixture::graph()).graph;
    let edge = |kind, from: &str, to: &str| {
        let mut found = network.edge_indices().filter(|index| {
            let (a, b) = network.edge_endpoints(*index).unwrap();
            network[*index].kind == kind && network[a].label == from && network[b].label == to
        });
        let index = found.next().unwrap_or_else(|| panic!("{from} {kind:?} {to}"));
        assert!(found.next().is_none(), "one edge of a kind between two");
        network[index].clone()
    };
    let holds = edge(EdgeKind::Holds, "周明远", "杭州市临平区区长").evidence.unwrap();
    assert_eq!((holds.sentence.as_str(), holds.source.as_str()), ("临平区委副书记、区长 周明远", "page.txt"));
    assert_eq!(edge(EdgeKind::Holds, "何静", "杭州市余杭区区长").evidence.unwrap().date, "2024-03-06");
    assert_eq!(edge(EdgeKind::Pursues, "余杭区", "运河清波").evidence.unwrap().confidence, "0.8");
    assert_eq!(edge(EdgeKind::Cooperates, "余杭区", "临平区").weight, 1);
    assert_eq!(edge(EdgeKind::Covers, "陈溪", "临平区").evidence.unwrap().sentence, "临平区：把“一窗办成”做到家门口");
    assert_eq!(edge(EdgeKind::IsPartOf, "临平区", "杭州市").evidence, None);
    edge(EdgeKind::PostIn, "杭州市临平区区长", "杭州市临平区人民政府");
    edge(EdgeKind::Jurisdiction, "杭州市临平区人民政府", "临平区");
    assert!(!network.node_weights().any(|node| node.label == "赵一凡"), "he holds nothing and is tied to nothing");
}

#[test]
fn awkward_text_survives_every_format() {
    let node = NamedNode::new_unchecked("https://w3id.org/zhengtu/id/initiative/“1964+N”百日攻坚");
    let awkward = "a\"b\\c\nd\te<f>&'g\r\u{b7}𠀀";
    let label = Literal::new_language_tagged_literal_unchecked(awkward, "zh");
    let quads = vec![Quad::new(node.clone(), skos::PREF_LABEL, label, node)];
    let jsonld = RdfFormat::JsonLd { profile: Default::default() };
    for (name, format) in [
        ("turtle", RdfFormat::Turtle),
        ("ntriples", RdfFormat::NTriples),
        ("rdfxml", RdfFormat::RdfXml),
        ("jsonld", jsonld),
    ] {
        assert_eq!(statements(&written(name, quads.clone()), format), triples(&quads), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_same_graph_gives_the_same_bytes(seed in any::<u64>()) {
        let graph = fixture::graph();
        let mut shuffled = graph.clone();
        shuffled.extend(graph[..10].iter().cloned());
        // A fixed permutation from the seed: each quad's place is its hash with it.
        shuffled.sort_by_key(|quad| {
            use std::hash::{DefaultHasher, Hash, Hasher};
            let mut hasher = DefaultHasher::new();
            (seed, quad).hash(&mut hasher);
            hasher.finish()
        });
        for each in FORMATS {
            prop_assert_eq!(written(each.name, shuffled.clone()), written(each.name, graph.clone()), "{}", each.name);
        }
    }
}
