//! The order in which people would read a graph.

use crate::rdf::vocabulary::{PREFIXES, dcterms, org, schema, skos, zt};
use crate::rdf::{GraphName, NamedNodeRef, Quad, Subject, Term};

pub(super) const TYPE: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

/// What is said first of a subject, in this order; the rest follows by vocabulary and name.
const FIRST: &[NamedNodeRef<'static>] = &[
    TYPE,
    skos::PREF_LABEL,
    skos::ALT_LABEL,
    zt::FILE_NAME,
    schema::HEADLINE,
    zt::TITLE,
    zt::DIVISION_CODE,
    zt::LEVEL,
    org::MEMBER,
    zt::OFFICE_OF,
    zt::ACTOR,
    zt::INITIATIVE_OF,
    dcterms::IS_PART_OF,
];

/// Sorts by graph, subject, property (names first) and object, and removes repetition.
///
/// Numbers inside IRIs count as numbers: the second tenure of an article comes before its tenth.
pub(super) fn sort(quads: &mut Vec<Quad>) {
    quads.sort_by_cached_key(|quad| {
        (
            graph(&quad.graph_name),
            natural(subject(&quad.subject)),
            rank(quad.predicate.as_ref()),
            quad.predicate.as_str().to_owned(),
            vocabulary(object(&quad.object)),
            natural(object(&quad.object)),
            quad.object.to_string(),
        )
    });
    quads.dedup();
}

/// What the identifiers of a graph are under, read off a subject that shows it: `https://…/id/` of
/// `https://…/id/division/630105`.
pub(super) fn base(quad: &Quad) -> Option<&str> {
    const KINDS: [&str; 6] = ["/body/", "/division/", "/initiative/", "/office/", "/person/", "/source/"];
    let iri = subject(&quad.subject);
    KINDS.iter().find_map(|kind| iri.find(kind)).map(|at| &iri[..=at])
}

fn graph(name: &GraphName) -> String {
    match name {
        GraphName::DefaultGraph => String::new(),
        other => natural(&other.to_string()),
    }
}

fn subject(subject: &Subject) -> &str {
    match subject {
        Subject::NamedNode(node) => node.as_str(),
        Subject::BlankNode(node) => node.as_str(),
    }
}

fn object(object: &Term) -> &str {
    match object {
        Term::NamedNode(node) => node.as_str(),
        Term::Literal(literal) => literal.value(),
        _ => "",
    }
}

fn rank(predicate: NamedNodeRef<'_>) -> (usize, usize) {
    let first = FIRST.iter().position(|known| *known == predicate).unwrap_or(FIRST.len());
    (first, vocabulary(predicate.as_str()))
}

/// Our own terms come before those of others, and those before what belongs to no vocabulary.
fn vocabulary(iri: &str) -> usize {
    PREFIXES.iter().position(|(_, namespace)| iri.starts_with(namespace)).unwrap_or(PREFIXES.len())
}

/// A key under which runs of digits sort as numbers: each is preceded by its length.
fn natural(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 4);
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            let significant = digits.trim_start_matches('0');
            // From `0` on, so that digits keep their place among other characters.
            let length = u32::try_from(significant.len()).unwrap_or(u32::MAX).min(0x7ff);
            key.push('0');
            key.push(char::from_u32(0x100 + length).unwrap_or('\u{8ff}'));
            key.push_str(significant);
            digits.clear();
        }
        key.push(c);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_sort_as_numbers() {
        let mut names = ["tenure/10", "tenure/2", "tenure/1", "#char=9,12", "#char=10,11", "#char=9,100"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["#char=9,12", "#char=9,100", "#char=10,11", "tenure/1", "tenure/2", "tenure/10"]);
    }
}
