//! Asking the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, Result};
use crate::query::Saved;
use crate::rdf::{NamedNode, Term};
use crate::store::{Answer, Store};
use crate::validate::constraint::{Classes, Constraint};
use crate::validate::finding::{Finding, Problem};
use crate::validate::place::{Place, text};
use crate::validate::shape::{Property, Shape};

type Row = BTreeMap<String, Term>;

/// Every class that has subclasses in the store, with all of them and itself.
pub fn classes(store: &Store) -> Result<Classes> {
    let mut below: BTreeMap<NamedNode, BTreeSet<NamedNode>> = BTreeMap::new();
    for row in rows(store, "SELECT ?sub ?super WHERE { ?sub rdfs:subClassOf ?super }")? {
        if let (Some(Term::NamedNode(sub)), Some(Term::NamedNode(above))) = (row.get("sub"), row.get("super")) {
            below.entry(above.clone()).or_default().insert(sub.clone());
        }
    }
    let closed = |class: &NamedNode| {
        let (mut all, mut todo) = (BTreeSet::from([class.clone()]), vec![class]);
        while let Some(next) = todo.pop() {
            todo.extend(below.get(next).into_iter().flatten().filter(|sub| all.insert((*sub).clone())));
        }
        all.into_iter().collect()
    };
    Ok(below.keys().map(|class| (class.as_str().to_owned(), closed(class))).collect())
}

/// The constraints of a shape that do not hold: those of one of its properties, or its own.
pub fn shape(store: &Store, shape: &Shape, property: Option<&Property>, classes: &Classes) -> Result<Vec<Problem>> {
    let Some(property) = property else {
        let own = shape.constraints.iter();
        return own.filter_map(|each| constrained(store, shape, None, each, classes).transpose()).collect();
    };
    let values_hold = values_hold(store, shape, property, classes)?;
    let left = property.constraints.iter().filter(|each| !(values_hold && each.is_of_values()));
    left.filter_map(|each| constrained(store, shape, Some(property), each, classes).transpose()).collect()
}

/// Whether no value breaks any constraint on each value alone: in a good graph they are all told by one look at each.
fn values_hold(store: &Store, shape: &Shape, property: &Property, classes: &Classes) -> Result<bool> {
    let each: Vec<Constraint> = property.constraints.iter().filter(|each| each.is_of_values()).cloned().collect();
    if each.len() < 2 {
        return Ok(false);
    }
    let all = Constraint::Or(vec![each]).query(&shape.targets, Some(&property.path), classes);
    Ok(rows(store, &format!("{all} LIMIT 1"))?.is_empty())
}

fn constrained(
    store: &Store,
    shape: &Shape,
    property: Option<&Property>,
    constraint: &Constraint,
    classes: &Classes,
) -> Result<Option<Problem>> {
    let path = property.map(|property| &property.path);
    let found = rows(store, &constraint.query(&shape.targets, path, classes))?;
    let findings = found.into_iter().filter_map(|mut row| {
        let count = row.get("count").map(|count| ("values".to_owned(), text(count)));
        Some(Finding {
            focus: row.remove("focus")?,
            value: row.remove("value"),
            details: count.into_iter().collect(),
            place: None,
        })
    });
    let source = property.map_or(&shape.iri, |property| property.iri.as_ref().unwrap_or(&shape.iri));
    let name = source.as_str().rsplit(['#', '/']).next().unwrap_or_default();
    let message = property.map_or(&shape.message, |property| &property.message);
    Ok(problem(Problem {
        name: name.to_owned(),
        message: message.clone(),
        way_out: shape.way_out.clone(),
        shape: Some(source.clone()),
        path: path.cloned(),
        component: constraint.component(),
        findings: findings.collect(),
    }))
}

/// The rows of a query that should have none. `?thing` is what is wrong; `?evidence`, `?evidenceLabel` and `?source` are
/// its sentence; other columns are told as they are, a label in the place of its thing.
pub fn check(store: &Store, check: &Saved) -> Result<Option<Problem>> {
    let found = rows(store, &check.sparql).map_err(|error| error.in_query_file(&check.file))?;
    if found.iter().any(|row| !row.contains_key("thing")) {
        let message = "a check names what is wrong in a column ?thing, and one of its rows has none".to_owned();
        return Err(Error::QueryFile { file: check.file.clone(), line: 1, column: 1, message });
    }
    Ok(problem(Problem {
        name: check.name.clone(),
        message: check.summary.clone(),
        way_out: check.description.clone(),
        shape: None,
        path: None,
        component: "SPARQL",
        findings: found.into_iter().filter_map(finding).collect(),
    }))
}

fn finding(mut row: Row) -> Option<Finding> {
    let focus = row.remove("thing")?;
    let cell = |name: &str| row.get(name).map_or_else(String::new, text);
    let place =
        row.contains_key("evidence").then(|| Place::new(&cell("evidence"), cell("evidenceLabel"), cell("source")));
    let told = |name: &&String| {
        !["thingLabel", "evidence", "evidenceLabel", "source"].contains(&name.as_str())
            && !row.contains_key(&format!("{name}Label"))
    };
    let details = row.keys().filter(told).map(|name| (name.trim_end_matches("Label").to_owned(), cell(name))).collect();
    Some(Finding { focus, value: None, details, place })
}

/// The problem with its findings sorted; nothing where there are none.
fn problem(mut problem: Problem) -> Option<Problem> {
    problem.findings.sort_by_cached_key(Finding::key);
    (!problem.findings.is_empty()).then_some(problem)
}

fn rows(store: &Store, sparql: &str) -> Result<Vec<Row>> {
    let Answer::Rows(rows) = store.query(sparql, &[])? else { return Ok(Vec::new()) };
    let names = rows.variables().to_vec();
    rows.map(|row| Ok(names.iter().cloned().zip(row?).filter_map(|(name, cell)| Some((name, cell?))).collect()))
        .collect()
}
