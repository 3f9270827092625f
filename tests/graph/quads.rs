//! What a document becomes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zhengtu::entity::EntityId;
use zhengtu::rdf::{
    Base, NamedNode, Quad, Term, mentioned, quads,
    vocabulary::{nif, zt},
};

use crate::fixture::{self, TEXT};

fn lines(quads: &[Quad]) -> Vec<String> {
    quads.iter().map(|quad| quad.to_string()).collect()
}

fn node(path: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}{path}", Base::default().as_str()))
}

fn objects(graph: &[Quad], subject: &str, property: &str) -> Vec<String> {
    let (subject, mut found) = (node(subject), Vec::new());
    for quad in graph {
        if quad.subject == subject.clone().into() && quad.predicate.as_str().ends_with(property) {
            found.push(match &quad.object {
                Term::NamedNode(node) => {
                    node.as_str().rsplit_once("/id/").map_or(node.as_str(), |(_, path)| path).to_owned()
                }
                Term::Literal(literal) => literal.value().to_owned(),
                other => other.to_string(),
            });
        }
    }
    found
}

#[test]
fn everything_stands_in_the_graph_of_the_source() {
    let graph = quads(&fixture::document(), &Base::default());
    let names: BTreeSet<String> = graph.iter().map(|quad| quad.graph_name.to_string()).collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["<https://w3id.org/zhengtu/id/source/page.txt>"]);
}

#[test]
fn an_office_is_held_only_while_the_tenure_lasts() {
    let graph = quads(&fixture::document(), &Base::default());
    assert_eq!(objects(&graph, "person/330113/周明远", "#holds"), ["office/330113/区委副书记", "office/330113/区长"]);
    assert_eq!(objects(&graph, "person/330110/何静", "#holds"), ["office/330110/区长"]);
    assert!(objects(&graph, "person/330110/赵一凡", "#holds").is_empty(), "he was removed");
}

#[test]
fn facts_are_numbered_by_kind_in_each_article() {
    let graph = quads(&fixture::document(), &Base::default());
    let member = |path: &str| objects(&graph, &format!("source/page.txt/article/{path}"), "/ns/org#member");
    assert_eq!(member("1/tenure/2"), ["person/330113/周明远"]);
    assert_eq!(member("2/tenure/1"), ["person/330110/何静"]);
    assert_eq!(member("2/tenure/2"), ["person/330110/赵一凡"]);
    assert!(member("1/tenure/3").is_empty());
}

#[test]
fn dates_have_the_type_of_their_precision() {
    let graph = quads(&fixture::document(), &Base::default());
    let typed = |property: &str| {
        let found = graph.iter().find(|quad| quad.predicate.as_str().ends_with(property)).expect(property);
        found.object.to_string().replace("http://www.w3.org/2001/XMLSchema#", "")
    };
    assert_eq!(typed("/ns#attestedOn"), "\"2024-03-06\"^^<date>");
    assert_eq!(typed("/ns#start"), "\"2024-03\"^^<gYearMonth>");
    assert_eq!(typed("/ns#end"), "\"2024\"^^<gYear>");
}

#[test]
fn a_correspondent_is_an_author_and_known_as_one_who_corresponds() {
    let graph = quads(&fixture::document(), &Base::default());
    let article = "source/page.txt/article/1";
    assert_eq!(objects(&graph, article, "/author"), ["person/page.txt/李木", "person/page.txt/陈溪"]);
    assert_eq!(objects(&graph, article, "/contributor"), ["person/page.txt/李木"]);
}

#[test]
fn a_sentence_is_the_text_at_its_code_points() {
    let graph = quads(&fixture::document(), &Base::default());
    let sentences = graph.iter().filter(|quad| quad.predicate == nif::ANCHOR_OF);
    let mut count = 0;
    for quad in sentences {
        let subject = quad.subject.to_string();
        let (_, range) = subject.trim_end_matches('>').split_once("#char=").unwrap();
        let (begin, end) = range.split_once(',').unwrap();
        let (begin, end): (usize, usize) = (begin.parse().unwrap(), end.parse().unwrap());
        let taken: String = TEXT.chars().skip(begin).take(end - begin).collect();
        assert_eq!(quad.object, Term::from(zhengtu::rdf::Literal::new_simple_literal(taken)));
        count += 1;
    }
    assert_eq!(count, 3, "one for the byline, one for what was said, one for what was decided");
}

#[test]
fn divisions_are_described_in_the_gazetteers_graph_alone() {
    let document = fixture::document();
    assert_eq!(mentioned(&document).collect::<Vec<_>>(), ["330110", "330113"]);
    let graph = quads(&document, &Base::default());
    let division = Base::default().entity(&EntityId::division("330113"));
    let own: Vec<&Quad> = graph.iter().filter(|quad| quad.subject == division.clone().into()).collect();
    assert!(own.iter().all(|quad| quad.predicate == zt::PURSUES), "{own:?}");
    assert!(fixture::gazetteer().iter().all(|quad| quad.graph_name == Base::default().gazetteer().into()));
}

#[test]
fn the_same_document_gives_the_same_quads_in_order_and_once() {
    let (a, b) = (fixture::document(), fixture::document());
    let first = lines(&quads(&a, &Base::default()));
    assert_eq!(first, lines(&quads(&b, &Base::default())));
    assert!(first.is_sorted());
    assert_eq!(first.len(), first.iter().collect::<BTreeSet<_>>().len());
}

#[test]
fn a_base_of_ones_own_is_everywhere() {
    let base = Base::new("https://example.org/graph").unwrap();
    for quad in quads(&fixture::document(), &base) {
        assert!(quad.subject.to_string().starts_with("<https://example.org/graph/"), "{quad}");
    }
}

proptest! {
    /// Facts get their numbers from their order; all else is the same in whatever order relations come.
    #[test]
    fn but_for_numbers_the_order_of_relations_does_not_matter(order in Just((0..16usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut document = fixture::document();
        let relations = document.relations.clone();
        document.relations = order.iter().map(|i| relations[*i].clone()).collect();
        let unnumbered = |quads: Vec<Quad>| -> BTreeSet<String> {
            lines(&quads).into_iter().filter(|line| !line.contains("/tenure/") && !line.contains("/pursuit/")).collect()
        };
        prop_assert_eq!(
            unnumbered(quads(&document, &Base::default())),
            unnumbered(quads(&fixture::document(), &Base::default()))
        );
    }
}
