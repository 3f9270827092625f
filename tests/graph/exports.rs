//! Files: complete, in canonical order, the same bytes for the same graph.

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use oxigraph::model::vocab::rdf;
use proptest::prelude::*;
use zhengtu::error::{Error, Result};
use zhengtu::export::{FORMATS, format, hash, write, write_view};
use zhengtu::network::{EdgeKind, Edges, NodeKind, View, network, select, view};
use zhengtu::rdf::{Literal, NamedNode, vocabulary, vocabulary::skos};

use crate::fixture;

/// The files of a format, by name; one without a name where it is a single file.
pub fn bytes(name: &str, quads: Vec<Quad>, view: &View) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let pieces = || [quads.iter().cloned().map(Ok)];
    write_view(format(name).expect(name), pieces, view, |(name, fill)| -> Result<()> {
        let mut out = Vec::new();
        fill(&mut out)?;
        files.push((name.to_owned(), out));
        Ok(())
    })
    .unwrap();
    files
}

/// The same as text, which all but Parquet are.
fn files(name: &str, quads: Vec<Quad>, view: &View) -> Vec<(String, String)> {
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8_lossy(&bytes).into_owned());
    bytes(name, quads, view).into_iter().map(text).collect()
}

/// All files of a format, one after the other.
pub fn written(name: &str, quads: Vec<Quad>) -> String {
    files(name, quads, &View::default()).into_iter().map(|(_, text)| text).collect()
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
        if !each.extension.is_empty() {
            assert_eq!(format(each.extension).map(|found| found.name), Some(each.name));
        }
    }
    assert!(format("pdf").is_none());
    assert!(format("").is_none());
}

#[test]
fn a_hash_is_that_of_the_sorted_lines() {
    use sha2::{Digest, Sha256};
    let graph = fixture::graph();
    let lines = written("nquads", graph.clone());
    assert_eq!(hash(graph.into_iter().map(Ok)).unwrap(), format!("{:x}", Sha256::digest(lines)));
    // The hash of nothing, as every tool has it.
    assert_eq!(hash(std::iter::empty()).unwrap(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn a_folder_is_no_file() {
    let error = write(format("csv").unwrap(), Vec::new(), &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "the format csv is a folder of files; name it with --output FOLDER");
}

#[test]
fn dot_is_what_a_person_can_change_by_hand() {
    insta::assert_snapshot!(written("dot", fixture::graph()));
}

#[test]
fn tables_say_what_each_relation_stands_on() {
    for (name, text) in files("csv", fixture::graph(), &View::default()) {
        insta::assert_snapshot!(format!("csv {name}"), text.trim_start_matches('\u{feff}'));
        assert!(text.starts_with('\u{feff}'), "Excel needs the mark");
    }
    for (name, text) in files("neo4j", fixture::graph(), &View::default()) {
        insta::assert_snapshot!(format!("neo4j {name}"), text);
    }
}

#[test]
fn facts_can_be_nodes_of_their_own() {
    let full = View { edges: Some(Edges::Full), ..View::default() };
    let [(_, entities), (_, relations)] = &files("csv", fixture::graph(), &full)[..] else { panic!() };
    assert!(entities.contains("article/1/pursuit/1,临平区 – 一窗办成,pursuit"), "{entities}");
    // A removal is no edge between the two, and a fact of its own.
    assert!(relations.contains("赵一凡 – 杭州市余杭区区长,tenure,member"), "{relations}");
    assert!(relations.contains("周明远,official"), "{relations}");
    let shortcut = View { edges: Some(Edges::Shortcut), ..View::default() };
    let turtle = &files("turtle", fixture::graph(), &shortcut)[0].1;
    assert!(turtle.contains("org:holds") && !turtle.contains("zt:Tenure"), "{turtle}");
}

/// Each edge of a view, as `from kind to`.
fn edges(view_: &View) -> Vec<String> {
    let network = view([fixture::graph().into_iter().map(Ok)], view_).unwrap();
    let labels: Vec<&str> = network.graph.node_weights().map(|node| node.label.as_str()).collect();
    let label = |node| labels[network.place(node)];
    network.edges().map(|(_, from, to, edge)| format!("{} {} {}", label(from), edge.kind.name(), label(to))).collect()
}

const YUHANG: &str = "https://w3id.org/zhengtu/id/division/330110";

#[test]
fn a_part_of_the_graph() {
    let divisions = View { divisions: vec![YUHANG.to_owned()], ..View::default() };
    let kinds = View { kinds: vec![NodeKind::Division, NodeKind::Initiative], ..View::default() };
    let sure =
        View { min_confidence: Some(0.95), kinds: vec![NodeKind::Official, NodeKind::Office], ..View::default() };
    let late = View { since: Some("2024-03".to_owned()), ..View::default() };
    let parts = [("Yuhang", divisions), ("divisions and initiatives", kinds), ("sure holders", sure), ("late", late)];
    let parts: Vec<String> =
        parts.iter().map(|(name, view)| format!("{name}\n  {}", edges(view).join("\n  "))).collect();
    insta::assert_snapshot!(parts.join("\n"));
    let early = View { until: Some("2023".to_owned()), ..View::default() };
    assert!(edges(&early).is_empty(), "what has no date is of no time");
}

#[test]
fn a_part_of_the_graph_in_rdf_is_whole() {
    let sure = View { min_confidence: Some(0.85), ..View::default() };
    let select = |view: &View| -> Vec<Quad> {
        select(|| [fixture::graph().into_iter().map(Ok)], view).unwrap().collect::<Result<_>>().unwrap()
    };
    let kept = select(&sure);
    let text: String = kept.iter().map(|quad| format!("{quad}\n")).collect();
    assert!(!text.contains("运河清波> <http"), "nothing says so surely that anyone pursues it");
    assert!(!text.contains("pursues> <https://w3id.org/zhengtu/id/initiative/运河清波>"), "nor does a shortcut");
    // Nothing that is kept speaks of a node that is not.
    let subjects: BTreeSet<String> = kept.iter().map(|quad| quad.subject.to_string()).collect();
    let base = "<https://w3id.org/zhengtu/id/";
    let lost = kept.iter().map(|quad| quad.object.to_string()).filter(|o| o.starts_with(base) && !subjects.contains(o));
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(select(&View::default()), fixture::graph());
}

proptest! {
    /// A store hands over what each source says in an order of its own, a file all at once: neither is to be seen.
    #[test]
    fn pieces_make_the_same_network_as_the_whole(turn in 0..20usize, full: bool) {
        let view_ = View { edges: full.then_some(Edges::Full), ..View::default() };
        let mut pieces: Vec<Vec<Quad>> = Vec::new();
        let text: String = fixture::graph().iter().map(|quad| format!("{quad} .\n")).collect();
        let text = format!("{text}{}", text.replace("page.txt", "again.txt"));
        let whole: BTreeSet<String> = text.lines().map(str::to_owned).collect();
        let read = |line: &String| RdfParser::from_format(RdfFormat::NQuads).for_slice(line).next().unwrap().unwrap();
        let mut quads: Vec<Quad> = whole.iter().map(read).collect();
        let whole = quads.clone();
        quads.sort_by_key(|quad| quad.graph_name.to_string());
        quads.chunk_by(|a, b| a.graph_name == b.graph_name).for_each(|piece| pieces.push(piece.to_vec()));
        prop_assert!(pieces.len() > 2);
        let before = pieces.len();
        pieces.rotate_left(turn % before);
        let text = |pieces: Vec<Vec<Quad>>| {
            let network = view(pieces.into_iter().map(|piece| piece.into_iter().map(Ok)), &view_).unwrap();
            let edges = network.edges().map(|(_, from, to, edge)| format!("{from:?} {to:?} {edge:?} {:?}", network.evidence(edge)));
            let edges: Vec<String> = edges.map(|edge| edge.split_once("texts").map_or(edge.clone(), |(head, _)| head.to_owned())).collect();
            (network.graph.node_weights().cloned().collect::<Vec<_>>(), edges)
        };
        prop_assert_eq!(text(pieces), text(vec![whole]));
    }
}

#[test]
fn a_picture_that_nobody_could_read_is_refused() {
    let mut quads = fixture::graph();
    for i in 0..1_500 {
        let node = NamedNode::new_unchecked(format!("https://w3id.org/zhengtu/id/initiative/{i}"));
        quads.push(Quad::new(node.clone(), rdf::TYPE, vocabulary::zt::INITIATIVE, node));
    }
    let everything = View { isolated: true, ..View::default() };
    let pieces = || [quads.iter().cloned().map(Ok)];
    let error = write_view(format("svg").unwrap(), pieces, &everything, |_| Ok(())).unwrap_err();
    let error: Error = error;
    assert!(error.to_string().contains("Choose a part with --districts"), "{error}");
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
    let whole = network(fixture::graph()).unwrap();
    let network = &whole.graph;
    let edge = |kind, from: &str, to: &str| {
        let mut found = network.edge_indices().filter(|index| {
            let (a, b) = network.edge_endpoints(*index).unwrap();
            network[*index].kind == kind && network[a].label == from && network[b].label == to
        });
        let index = found.next().unwrap_or_else(|| panic!("{from} {kind:?} {to}"));
        assert!(found.next().is_none(), "one edge of a kind between two");
        network[index].clone()
    };
    let evidence = |kind, from, to| whole.evidence(&edge(kind, from, to)).unwrap();
    let holds = evidence(EdgeKind::Holds, "周明远", "杭州市临平区区长").unwrap();
    assert_eq!((holds.sentence.as_str(), holds.source.as_str()), ("临平区委副书记、区长 周明远", "page.txt"));
    assert_eq!(evidence(EdgeKind::Holds, "何静", "杭州市余杭区区长").unwrap().date, "2024-03-06");
    assert_eq!(evidence(EdgeKind::Pursues, "余杭区", "运河清波").unwrap().confidence, "0.8");
    assert_eq!(edge(EdgeKind::Cooperates, "余杭区", "临平区").weight, 1);
    assert_eq!(evidence(EdgeKind::Covers, "陈溪", "临平区").unwrap().sentence, "临平区：把“一窗办成”做到家门口");
    assert_eq!(evidence(EdgeKind::IsPartOf, "临平区", "杭州市"), None);
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
