//! The order in which people would read a graph.

use std::collections::BTreeSet;

use crate::rdf::vocabulary::{PREFIXES, REPORT_PREFIX, dcterms, org, schema, skos, zt};
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

/// What stands between the parts of a key, before all that stands in them.
const PART: char = '\u{1}';

/// Under which statements sort by graph, subject, property (names first) and object.
///
/// Numbers inside IRIs count as numbers: the second tenure of an article comes before its tenth.
pub(super) fn key(quad: &Quad) -> String {
    let (first, space) = rank(quad.predicate.as_ref());
    let (value, spelt) = (object(&quad.object), quad.object.to_string());
    let digit = |number: usize| char::from(b'A' + u8::try_from(number).unwrap_or(b'z'));
    format!(
        "{}{PART}{}{PART}{}{}{}{PART}{}{}",
        graph(&quad.graph_name),
        natural(subject(&quad.subject)),
        digit(first),
        digit(space),
        quad.predicate.as_str(),
        digit(vocabulary(value)),
        natural(&spelt),
    )
}

/// What a writer must know of all statements before it writes the first.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The namespaces of the vocabulary that are used, by their place in [`PREFIXES`] and the report's after them.
    used: BTreeSet<usize>,
    /// What identifiers of divisions and initiatives begin with.
    kinds: BTreeSet<String>,
    base: Option<String>,
}

impl Survey {
    pub(super) fn see(&mut self, quad: &Quad) {
        // The type is written `a`.
        let predicate = if quad.predicate == TYPE { "" } else { quad.predicate.as_str() };
        let object = match &quad.object {
            Term::NamedNode(node) => node.as_str(),
            Term::Literal(literal) if literal.language().is_none() => literal.datatype().as_str(),
            _ => "",
        };
        let subject = match &quad.subject {
            Subject::NamedNode(node) => node.as_str(),
            Subject::BlankNode(_) => "",
        };
        for iri in [subject, predicate, object] {
            if let Some(space) = spaces().position(|(_, space)| iri.starts_with(space)) {
                self.used.insert(space);
            } else if let Some(kind) = ABBREVIATED.iter().find_map(|kind| prefix(iri, kind))
                && !self.kinds.contains(kind)
            {
                self.kinds.insert(kind.to_owned());
            }
        }
        if let Some(base) = base(subject).filter(|base| self.base.as_deref().is_none_or(|known| *base < known)) {
            self.base = Some(base.to_owned());
        }
    }

    /// What the identifiers of the graph are under, `https://…/id/` of `https://…/id/division/630105`; empty where no
    /// subject shows it.
    pub(super) fn base(&self) -> &str {
        self.base.as_deref().unwrap_or_default()
    }

    /// The prefixes that the graph uses, and two for the identifiers that can be abbreviated. Most cannot: a local name
    /// holds no slash.
    pub(super) fn prefixes(&self) -> Vec<(String, String)> {
        let used = spaces().enumerate().filter(|(at, _)| self.used.contains(at)).map(|(_, pair)| pair);
        let mut prefixes: Vec<(String, String)> = used.map(|(p, i)| (p.to_owned(), i.to_owned())).collect();
        let kinds = ABBREVIATED.iter().map(|kind| ((*kind).to_owned(), format!("{}{kind}/", self.base())));
        prefixes.extend(kinds.filter(|(_, space)| self.base.is_some() && self.kinds.contains(space)));
        prefixes
    }
}

/// Kinds of entities whose identifiers can be abbreviated.
const ABBREVIATED: [&str; 2] = ["division", "initiative"];

fn spaces() -> impl Iterator<Item = (&'static str, &'static str)> {
    PREFIXES.iter().chain([&REPORT_PREFIX]).copied()
}

/// What stands before the identifier of a thing of a kind: `https://…/id/division/` of `https://…/id/division/630105`.
fn prefix<'a>(iri: &'a str, kind: &str) -> Option<&'a str> {
    let at = iri.find(kind).filter(|at| iri[..*at].ends_with('/'))? + kind.len();
    iri[at..].starts_with('/').then(|| &iri[..=at])
}

/// What the identifiers of a graph are under, read off one that shows it.
fn base(iri: &str) -> Option<&str> {
    const KINDS: [&str; 6] = ["/body/", "/division/", "/initiative/", "/office/", "/person/", "/source/"];
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
