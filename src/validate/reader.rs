//! Turtle -> shapes.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::rdf::vocabulary::sh;
use crate::rdf::{NamedNode, RdfFormat, RdfParser, Term};
use crate::validate::constraint::{Constraint, NODE_KINDS, RANGES, is_known_datatype};
use crate::validate::shape::{Path, Property, Shape};

const FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
const REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
const NIL: &str = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>";
const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";

/// What a shape may say beside its constraints. `sh:flags` belongs to `sh:pattern`.
const OTHER: &[&str] = &["targetClass", "property", "path", "message", "name", "description", "flags"];

/// The statements of the file, by subject and then in the file's order.
struct Reader<'a> {
    file: &'a str,
    said: BTreeMap<String, Vec<(String, Term)>>,
}

/// The shapes that have targets. Those without are parts of others.
pub fn shapes(file: &str, turtle: &str) -> Result<Vec<Shape>> {
    let mut said: BTreeMap<String, Vec<(String, Term)>> = BTreeMap::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
        let quad = quad.map_err(|error| {
            // The parser counts lines and columns from 0.
            let (line, column) = error.location().map_or((0, 0), |range| (range.start.line, range.start.column));
            Error::ShapesFile { file: file.to_owned(), line: line + 1, column: column + 1, message: error.to_string() }
        })?;
        let entry = said.entry(quad.subject.to_string()).or_default();
        entry.push((quad.predicate.as_str().to_owned(), quad.object));
    }
    let reader = Reader { file, said };
    let targeted = |(_, said): &(&String, &Vec<(String, Term)>)| {
        said.iter().any(|(predicate, _)| *predicate == sh::TARGET_CLASS.as_str())
    };
    reader.said.iter().filter(targeted).map(|(subject, _)| reader.shape(subject)).collect()
}

impl Reader<'_> {
    fn shape(&self, subject: &str) -> Result<Shape> {
        let iri =
            iri_of(subject).ok_or_else(|| self.error(subject, "a shape with a target needs a name of its own"))?;
        let node = |term: &Term| named(term).ok_or_else(|| self.error(subject, "sh:targetClass wants a class"));
        if self.value(subject, sh::PATH.as_str()).is_some() {
            return Err(self.error(subject, "a shape with a target is a node shape and has no sh:path"));
        }
        let properties: Vec<Property> = self
            .values(subject, sh::PROPERTY.as_str())
            .map(|term| self.property(&term.to_string()))
            .collect::<Result<_>>()?;
        Ok(Shape {
            iri,
            targets: self.values(subject, sh::TARGET_CLASS.as_str()).map(node).collect::<Result<_>>()?,
            message: self.message(subject),
            way_out: self.text(subject, COMMENT),
            constraints: self.constraints(subject)?,
            properties,
        })
    }

    fn property(&self, subject: &str) -> Result<Property> {
        if self.value(subject, sh::PROPERTY.as_str()).is_some() {
            return Err(
                self.error(subject, "sh:property below a property is not understood; give it a shape of its own")
            );
        }
        let wanted = "it needs one sh:path, a property or [ sh:inversePath a property ]";
        let mut paths = self.values(subject, sh::PATH.as_str());
        let path = match (paths.next(), paths.next()) {
            (Some(Term::NamedNode(property)), None) => Some(Path::Forward(property.clone())),
            (Some(blank), None) => match self.said.get(&blank.to_string()).map(Vec::as_slice) {
                Some([(predicate, Term::NamedNode(property))]) if *predicate == sh::INVERSE_PATH.as_str() => {
                    Some(Path::Inverse(property.clone()))
                }
                _ => None,
            },
            _ => None,
        };
        Ok(Property {
            iri: iri_of(subject),
            path: path.ok_or_else(|| self.error(subject, wanted))?,
            message: self.message(subject),
            constraints: self.constraints(subject)?,
        })
    }

    /// Everything that SHACL says of a shape and that is no description of it.
    fn constraints(&self, subject: &str) -> Result<Vec<Constraint>> {
        let mut found = Vec::new();
        for (predicate, object) in self.said.get(subject).into_iter().flatten() {
            match predicate.strip_prefix(sh::NAMESPACE) {
                Some(parameter) if !OTHER.contains(&parameter) => {
                    found.push(self.constraint(subject, parameter, object)?);
                }
                _ => {}
            }
        }
        Ok(found)
    }

    fn constraint(&self, subject: &str, parameter: &str, object: &Term) -> Result<Constraint> {
        let wrong = |what: &str| self.error(subject, &format!("sh:{parameter} wants {what}, not {object}"));
        let number = || literal(object).and_then(|l| l.parse().ok()).ok_or_else(|| wrong("a number"));
        let node = || named(object).ok_or_else(|| wrong("an IRI"));
        let text = || literal(object).map(str::to_owned).ok_or_else(|| wrong("a text"));
        if let Some((_, component, operator)) = RANGES.iter().find(|(known, ..)| *known == parameter) {
            let Term::Literal(bound) = object else { return Err(wrong("a literal")) };
            return Ok(Constraint::Range(component, operator, bound.clone()));
        }
        Ok(match parameter {
            "minCount" => Constraint::MinCount(number()?),
            "maxCount" => Constraint::MaxCount(number()?),
            "minLength" => Constraint::MinLength(number()?),
            "maxLength" => Constraint::MaxLength(number()?),
            "hasValue" => Constraint::HasValue(object.clone()),
            "lessThan" => Constraint::LessThan(node()?),
            "class" => Constraint::Class(node()?),
            "datatype" => {
                Constraint::Datatype(node().ok().filter(is_known_datatype).ok_or_else(|| wrong("a known datatype"))?)
            }
            "nodeKind" => {
                let kind = node()?.as_str().strip_prefix(sh::NAMESPACE).map(str::to_owned).unwrap_or_default();
                let known = NODE_KINDS.iter().find(|(known, _)| *known == kind);
                known.map(|(name, test)| Constraint::NodeKind(name, test)).ok_or_else(|| wrong("a kind of node"))?
            }
            "pattern" => Constraint::Pattern(text()?, self.text(subject, sh::FLAGS.as_str())),
            "languageIn" => {
                let languages =
                    self.list(subject, object)?.iter().map(|term| literal(term).map(str::to_owned)).collect();
                Constraint::LanguageIn(Option::ok_or_else(languages, || wrong("a list of texts"))?)
            }
            "in" => Constraint::In(self.list(subject, object)?),
            "or" => Constraint::Or(self.alternatives(subject, object)?),
            _ => {
                let message = "this part of SHACL is not understood, and leaving it out would let pass what it forbids";
                return Err(self.error(subject, &format!("sh:{parameter}: {message}")));
            }
        })
    }

    fn alternatives(&self, subject: &str, list: &Term) -> Result<Vec<Vec<Constraint>>> {
        let read = |term: &Term| {
            let all = self.constraints(&term.to_string())?;
            let plain = self.value(&term.to_string(), sh::PATH.as_str()).is_none()
                && self.value(&term.to_string(), sh::PROPERTY.as_str()).is_none();
            if plain && !all.is_empty() && all.iter().all(Constraint::is_of_values) {
                return Ok(all);
            }
            Err(self
                .error(subject, "sh:or is understood of constraints on one value only (class, datatype, pattern ...)"))
        };
        self.list(subject, list)?.iter().map(read).collect()
    }

    fn list(&self, subject: &str, head: &Term) -> Result<Vec<Term>> {
        let (mut items, mut rest) = (Vec::new(), head.clone());
        while rest.to_string() != NIL {
            let cell = rest.to_string();
            let (first, next) = (self.value(&cell, FIRST), self.value(&cell, REST));
            // A list that comes back to itself has more items than the file has subjects.
            let (Some(first), Some(next), true) = (first, next, items.len() <= self.said.len()) else {
                return Err(self.error(subject, &format!("{head} should be a list in ( )")));
            };
            items.push(first.clone());
            rest = next.clone();
        }
        Ok(items)
    }

    fn values<'a>(&'a self, subject: &str, predicate: &'a str) -> impl Iterator<Item = &'a Term> {
        let said = self.said.get(subject).into_iter().flatten();
        said.filter(move |(known, _)| known == predicate).map(|(_, object)| object)
    }

    fn value<'a>(&'a self, subject: &str, predicate: &'a str) -> Option<&'a Term> {
        self.values(subject, predicate).next()
    }

    /// A text in English, or in no language; empty where there is none.
    fn text(&self, subject: &str, predicate: &str) -> String {
        let readable = |term: &&Term| match term {
            Term::Literal(literal) => literal.language().is_none_or(|language| language.starts_with("en")),
            _ => false,
        };
        self.values(subject, predicate).find(readable).and_then(literal).unwrap_or_default().to_owned()
    }

    fn message(&self, subject: &str) -> String {
        match self.text(subject, sh::MESSAGE.as_str()) {
            message if message.is_empty() => format!("the shape {subject} does not hold"),
            message => message,
        }
    }

    fn error(&self, shape: &str, message: &str) -> Error {
        let (file, shape) = (self.file.to_owned(), shape.to_owned());
        Error::Shape { file, shape, message: message.to_owned() }
    }
}

fn iri_of(subject: &str) -> Option<NamedNode> {
    NamedNode::new(subject.strip_prefix('<')?.strip_suffix('>')?).ok()
}

fn named(term: &Term) -> Option<NamedNode> {
    match term {
        Term::NamedNode(node) => Some(node.clone()),
        _ => None,
    }
}

fn literal(term: &Term) -> Option<&str> {
    match term {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}
