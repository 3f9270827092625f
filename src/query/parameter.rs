//! Parameters: variables of a query that the user fills, `?_name_type` where it must and `?__name_type` where it may.

use crate::error::{Error, Result};
use crate::query::header::{Header, HeaderError};
use crate::query::lookup::{self, Sought};
use crate::query::near::near;
use crate::query::saved::Saved;
use crate::rdf::{Base, Literal, NamedNode, Term};
use crate::store::Store;

/// What `zhengtu query` takes itself, for every query.
const RESERVED: [&str; 9] = ["store", "base", "format", "output", "limit", "offset", "queries", "help", "version"];

/// One parameter of one query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// What the user types after `--`.
    pub name: String,
    /// The variable in the query, without `?`.
    pub variable: String,
    pub kind: Type,
    /// Whether the query runs without it (`?__name_type`).
    pub optional: bool,
    pub default: Option<String>,
    /// The values it takes; empty where any will do.
    pub choices: Vec<String>,
}

/// The last part of a parameter's variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `iri`: an entity, by label, alias, code or identifier. What kind of entity, the parameter's name tells.
    Entity(Sought),
    /// `string`: text without a language.
    Text,
    /// `zh`: text in Chinese, as labels are.
    Chinese,
    /// `integer`
    Integer,
    /// `decimal`
    Decimal,
    /// `date`: `2024`, `2024-05` or `2024-05-17`, as text, since articles have partial dates.
    Date,
}

impl Type {
    fn read(kind: &str, name: &str) -> Option<Type> {
        Some(match kind {
            "iri" => Type::Entity(Sought::by_parameter(name)),
            "string" | "literal" => Type::Text,
            "zh" => Type::Chinese,
            "integer" => Type::Integer,
            "decimal" | "number" => Type::Decimal,
            "date" => Type::Date,
            _ => return None,
        })
    }

    /// What a value of this type looks like, for help and errors.
    pub fn hint(self) -> &'static str {
        match self {
            Type::Entity(Sought::Division) => "a division by name, short name, code or identifier",
            Type::Entity(Sought::Official) => "an official by name or identifier",
            Type::Entity(Sought::Reporter) => "a reporter by name or identifier",
            Type::Entity(Sought::Initiative) => "an initiative by any of its names, or identifier",
            Type::Entity(Sought::Office) => "an office by name or identifier",
            Type::Entity(Sought::Body) => "a body by name or identifier",
            Type::Entity(Sought::Anything) => "anything by name, code or identifier",
            Type::Text | Type::Chinese => "text",
            Type::Integer => "a whole number",
            Type::Decimal => "a number",
            Type::Date => "a date: 2024, 2024-05 or 2024-05-17",
        }
    }
}

/// The parameters that a query's text names, with what the header says of them.
pub fn parameters(text: &str, header: &Header) -> Result<Vec<Parameter>, HeaderError> {
    let mut found: Vec<Parameter> = Vec::new();
    for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with('#')) {
        for (column, variable) in variables(line) {
            let error = |message| HeaderError { line: i + 1, column, message };
            let parameter = read(variable).map_err(error)?;
            match found.iter().find(|known| known.name == parameter.name) {
                None => found.push(parameter),
                Some(known) if known.variable == variable => {}
                Some(known) => {
                    return Err(error(format!(
                        "`?{variable}` and `?{}` are one parameter with two forms",
                        known.variable
                    )));
                }
            }
        }
    }
    for (line, name, value) in &header.defaults {
        known(&mut found, name, *line)?.default = Some(value.clone());
    }
    for (line, name, values) in &header.enumerate {
        known(&mut found, name, *line)?.choices = values.clone();
    }
    Ok(found)
}

fn known<'a>(found: &'a mut [Parameter], name: &str, line: usize) -> Result<&'a mut Parameter, HeaderError> {
    let message = format!("the query has no parameter `{name}`");
    found.iter_mut().find(|p| p.name == name).ok_or(HeaderError { line, column: 1, message })
}

/// The variables of a line that start with `_`, with their columns from 1, in characters.
fn variables(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.match_indices(['?', '$']).filter_map(|(at, _)| {
        let rest = &line[at + 1..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let variable = &rest[..end];
        variable.starts_with('_').then(|| (line[..at].chars().count() + 1, variable))
    })
}

fn read(variable: &str) -> Result<Parameter, String> {
    let (optional, rest) = match variable.strip_prefix("__") {
        Some(rest) => (true, rest),
        None => (false, &variable[1..]),
    };
    let shape = || format!("`?{variable}`: a parameter is `?_name_type` or, where it may be missing, `?__name_type`");
    let (name, kind) = rest.rsplit_once('_').filter(|(name, _)| !name.is_empty()).ok_or_else(shape)?;
    let typed = name.replace('_', "-");
    if RESERVED.contains(&typed.as_str()) {
        return Err(format!("`?{variable}`: every query has an option `--{typed}` already; choose another name"));
    }
    let kind = Type::read(kind, name)
        .ok_or_else(|| format!("`?{variable}`: no type `{kind}`: iri, string, zh, integer, decimal or date"))?;
    Ok(Parameter { name: typed, variable: variable.to_owned(), kind, optional, default: None, choices: Vec::new() })
}

/// Variables and the terms they stand for.
pub fn bind(store: &Store, base: &Base, saved: &Saved, typed: &[(String, String)]) -> Result<Vec<(String, Term)>> {
    for (name, _) in typed {
        if !saved.parameters.iter().any(|p| p.name == *name) {
            return Err(unknown(saved, name));
        }
    }
    let mut bound = Vec::new();
    for parameter in &saved.parameters {
        let given = typed.iter().rev().find(|(name, _)| *name == parameter.name).map(|(_, value)| value.as_str());
        match given.or(parameter.default.as_deref()) {
            Some(value) => bound.push((parameter.variable.clone(), term(store, base, parameter, value)?)),
            None if parameter.optional => {}
            None => {
                return Err(Error::MissingParameter {
                    query: saved.name.clone(),
                    name: parameter.name.clone(),
                    hint: parameter.kind.hint().to_owned(),
                });
            }
        }
    }
    Ok(bound)
}

fn unknown(saved: &Saved, name: &str) -> Error {
    let names: Vec<&str> = saved.parameters.iter().map(|p| p.name.as_str()).collect();
    let known = match names.as_slice() {
        [] => "none".to_owned(),
        names => format!("--{}", names.join(", --")),
    };
    Error::UnknownParameter { query: saved.name.clone(), name: name.to_owned(), near: near(name, names), known }
}

fn term(store: &Store, base: &Base, parameter: &Parameter, value: &str) -> Result<Term> {
    let value = value.trim();
    let bad = |expected: String| Error::BadValue { name: parameter.name.clone(), value: value.to_owned(), expected };
    if !parameter.choices.is_empty() && !parameter.choices.iter().any(|choice| choice == value) {
        return Err(bad(format!("one of {}", parameter.choices.join(", "))));
    }
    let hint = || bad(parameter.kind.hint().to_owned());
    Ok(match parameter.kind {
        Type::Entity(sought) => lookup::entity(store, base, sought, value)?.into(),
        Type::Text => Literal::new_simple_literal(value).into(),
        Type::Chinese => chinese(value).into(),
        Type::Integer => Literal::from(value.parse::<i64>().map_err(|_| hint())?).into(),
        Type::Decimal => {
            let plain = value.parse::<f64>().is_ok() && value.chars().all(|c| c.is_ascii_digit() || "+-.".contains(c));
            let decimal = NamedNode::new_unchecked("http://www.w3.org/2001/XMLSchema#decimal");
            plain.then(|| Literal::new_typed_literal(value, decimal)).ok_or_else(hint)?.into()
        }
        Type::Date => is_date(value).then(|| Literal::new_simple_literal(value)).ok_or_else(hint)?.into(),
    })
}

/// Text tagged as the labels of the graph are.
pub fn chinese(value: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(value, "zh")
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn is_date(value: &str) -> bool {
    let lengths: Vec<usize> = value.split('-').map(str::len).collect();
    matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2]) && value.chars().all(|c| c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::header::header;

    fn of(text: &str) -> Result<Vec<Parameter>, HeaderError> {
        parameters(text, &header(text)?)
    }

    #[test]
    fn the_variable_says_name_type_and_need() {
        let found =
            of("#+ defaults:\n#+   - min-count: 2\nSELECT * { ?d ?p ?_district_iri FILTER(?n > ?_min_count_integer) \
                        FILTER(!BOUND(?__date_date) || ?_district_iri = ?d) }")
            .unwrap();
        let brief: Vec<_> = found.iter().map(|p| (p.name.as_str(), p.optional, p.default.as_deref())).collect();
        assert_eq!(brief, [("district", false, None), ("min-count", false, Some("2")), ("date", true, None)]);
        assert_eq!(found[0].kind, Type::Entity(Sought::Division));
    }

    #[test]
    fn mistakes_have_a_place() {
        let error = of("SELECT *\nWHERE { ?s ?p ?_what_thing }").unwrap_err();
        assert_eq!((error.line, error.column), (2, 15));
        assert!(error.message.contains("no type `thing`"), "{}", error.message);
        let error = of("#+ defaults:\n#+   - nobody: 1\nSELECT * { ?s ?p ?o }").unwrap_err();
        assert_eq!((error.line, error.message.as_str()), (2, "the query has no parameter `nobody`"));
    }

    #[test]
    fn dates_may_be_partial() {
        for good in ["2024", "2024-05", "2024-05-17"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["24", "2024-5", "2024-05-17T", "may"] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
