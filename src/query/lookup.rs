//! Names as people type them -> the entity that they mean.

use crate::entity::EntityId;
use crate::error::{Error, Result};
use crate::query::near::near;
use crate::query::parameter::chinese;
use crate::rdf::{Base, Literal, NamedNode, Term};
use crate::store::{Answer, Store};

/// What kind of thing a name is looked up among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    Division,
    Official,
    Reporter,
    Initiative,
    Office,
    Body,
    Anything,
}

impl Sought {
    /// The kind that a parameter's name promises: `district`, `within`, `official_a` ...
    pub fn by_parameter(name: &str) -> Sought {
        match name.split(['_', '-']).next().unwrap_or(name).trim_end_matches(|c: char| c.is_ascii_digit()) {
            "district" | "division" | "within" => Sought::Division,
            "official" => Sought::Official,
            "reporter" => Sought::Reporter,
            "initiative" => Sought::Initiative,
            "office" => Sought::Office,
            "body" => Sought::Body,
            _ => Sought::Anything,
        }
    }

    /// For errors: "the store knows no {} called ...".
    fn noun(self) -> &'static str {
        match self {
            Sought::Division => "division",
            Sought::Official => "official",
            Sought::Reporter => "reporter",
            Sought::Initiative => "initiative",
            Sought::Office => "office",
            Sought::Body => "body",
            Sought::Anything => "thing",
        }
    }

    /// What a query adds to its pattern to find only this kind.
    fn pattern(self) -> &'static str {
        match self {
            Sought::Division => "?it a zt:Division .",
            Sought::Official => "?it a zt:Official .",
            Sought::Reporter => "?it a zt:Reporter .",
            Sought::Initiative => "?it a zt:Initiative .",
            Sought::Office => "?it a zt:Office .",
            Sought::Body => "?it a zt:Body .",
            Sought::Anything => "",
        }
    }
}

/// The entity of that name, code or identifier.
///
/// In this order: an IRI; an identifier below the base (`person/630105/...`); a division's code; a preferred label;
/// any other label; a division's label behind those of the divisions above it. The first that finds anything decides:
/// one thing is the answer, several are an error that lists them, none at all one that offers the nearest names.
pub fn entity(store: &Store, base: &Base, sought: Sought, typed: &str) -> Result<NamedNode> {
    let typed = typed.trim();
    if let Some(node) = identifier(base, typed) {
        return if exists(store, &node)? { Ok(node) } else { Err(unknown(store, sought, typed)?) };
    }
    let code = format!("?it zt:divisionCode ?name . {}", sought.pattern());
    let preferred = format!("?it skos:prefLabel ?name . {}", sought.pattern());
    let alias = format!("?it skos:altLabel ?name . {}", sought.pattern());
    let plain: Term = Literal::new_simple_literal(typed).into();
    let label: Term = chinese(unquoted(typed)).into();
    for (pattern, value) in [(&code, &plain), (&preferred, &label), (&alias, &label)] {
        let found = things(store, pattern, value)?;
        if !found.is_empty() {
            return one(store, base, typed, sought, found);
        }
    }
    let found =
        if matches!(sought, Sought::Division | Sought::Anything) { qualified(store, typed)? } else { Vec::new() };
    if found.is_empty() { Err(unknown(store, sought, typed)?) } else { one(store, base, typed, sought, found) }
}

/// The preferred label of an entity, the first in order where several sources spell it differently.
pub fn label(store: &Store, node: &NamedNode) -> Result<Option<String>> {
    let sparql = "SELECT ?label WHERE { ?it skos:prefLabel ?label } ORDER BY ?label LIMIT 1";
    let rows = rows(store, sparql, &[("it", node.clone().into())])?;
    Ok(rows.into_iter().next().and_then(|row| text(row.last()?)))
}

/// An IRI in full, with or without `<>`, or one of ours without the base.
fn identifier(base: &Base, typed: &str) -> Option<NamedNode> {
    let bare = typed.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(typed);
    if bare.contains("://") {
        return NamedNode::new(bare).ok();
    }
    let segments: Vec<&str> = bare.split('/').collect();
    let id = match segments.as_slice() {
        ["division", code] => EntityId::division(code),
        ["body", scope, name] => EntityId::body(scope, name),
        ["office", scope, title] => EntityId::office(scope, title),
        ["person", scope, name] => EntityId::person(scope, name),
        ["initiative", name] => EntityId::initiative(name),
        ["source", name] => return Some(base.source(name)),
        _ => return None,
    };
    Some(base.entity(&id))
}

fn exists(store: &Store, node: &NamedNode) -> Result<bool> {
    let answer = store.query("ASK { { ?it ?p ?o } UNION { ?s ?p2 ?it } }", &[("it", node.clone().into())])?;
    Ok(matches!(answer, Answer::Boolean(true)))
}

/// The things that a pattern over `?it` and `?name` finds.
fn things(store: &Store, pattern: &str, name: &Term) -> Result<Vec<NamedNode>> {
    let sparql = format!("SELECT DISTINCT ?it WHERE {{ {pattern} }} ORDER BY ?it");
    let rows = rows(store, &sparql, &[("name", name.clone())])?;
    Ok(rows.into_iter().filter_map(|row| node(row.into_iter().next()?)).collect())
}

/// Divisions named with what lies above them in front: a prefecture's name and then the district's.
fn qualified(store: &Store, typed: &str) -> Result<Vec<NamedNode>> {
    let sparql = "SELECT DISTINCT ?it ?label ?above WHERE { \
                  ?it a zt:Division ; skos:prefLabel|skos:altLabel ?label ; dcterms:isPartOf+/(skos:prefLabel|skos:altLabel) ?above \
                  FILTER(STRENDS(STR(?typed), STR(?label)) && STRSTARTS(STR(?typed), STR(?above))) } ORDER BY ?it";
    let mut found: Vec<NamedNode> = Vec::new();
    for row in rows(store, sparql, &[("typed", chinese(typed).into())])? {
        let [Some(Term::NamedNode(it)), Some(Term::Literal(label)), Some(Term::Literal(above))] = row.as_slice() else {
            continue;
        };
        // Between the name above and the name itself other names may stand, never half of one.
        let whole = label.value().len() + above.value().len() <= typed.len();
        if whole && !found.contains(it) {
            found.push(it.clone());
        }
    }
    Ok(found)
}

fn one(store: &Store, base: &Base, typed: &str, sought: Sought, mut found: Vec<NamedNode>) -> Result<NamedNode> {
    if found.len() == 1 {
        return Ok(found.remove(0));
    }
    let describe = |node: &NamedNode| -> Result<String> {
        let path = node.as_str().strip_prefix(base.as_str()).unwrap_or(node.as_str());
        Ok(match label(store, node)? {
            Some(label) => format!("{path} ({label})"),
            None => path.to_owned(),
        })
    };
    let candidates = found.iter().take(8).map(describe).collect::<Result<Vec<_>>>()?;
    Err(Error::AmbiguousEntity { what: sought.noun(), name: typed.to_owned(), candidates })
}

/// An error that offers the nearest of all names of that kind. Reads them all, which only a mistake pays for.
fn unknown(store: &Store, sought: Sought, typed: &str) -> Result<Error> {
    let sparql =
        format!("SELECT DISTINCT ?label WHERE {{ ?it skos:prefLabel|skos:altLabel ?label . {} }}", sought.pattern());
    let rows = rows(store, &sparql, &[])?;
    let labels: Vec<String> = rows.iter().filter_map(|row| text(row.first()?)).collect();
    let near = near(typed, labels.iter().map(String::as_str));
    Ok(Error::UnknownEntity { what: sought.noun(), name: typed.to_owned(), near })
}

fn rows(store: &Store, sparql: &str, values: &[(&str, Term)]) -> Result<Vec<Vec<Option<Term>>>> {
    match store.query(sparql, values)? {
        Answer::Rows(rows) => rows.collect(),
        Answer::Boolean(_) | Answer::Triples(_) => Ok(Vec::new()),
    }
}

fn node(term: Option<Term>) -> Option<NamedNode> {
    match term {
        Some(Term::NamedNode(node)) => Some(node),
        _ => None,
    }
}

fn text(term: &Option<Term>) -> Option<String> {
    match term {
        Some(Term::Literal(literal)) => Some(literal.value().to_owned()),
        _ => None,
    }
}

/// People copy initiatives with their quotation marks; labels have none at their ends.
fn unquoted(typed: &str) -> &str {
    typed.strip_prefix(crate::text::han::opens).and_then(|t| t.strip_suffix(crate::text::han::closes)).unwrap_or(typed)
}
