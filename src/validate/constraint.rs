//! The constraint components of SHACL that the shapes use, and each as a SPARQL query for what breaks it.
//!
//! Definitions: <https://www.w3.org/TR/shacl/#core-components>. Texts that stand in the queries come from the shapes, are
//! written as N-Triples writes terms and are never a user's input.

use std::collections::BTreeMap;

use crate::rdf::{Literal, NamedNode, Term};
use crate::validate::shape::Path;

/// What one component asks of the values of a property, or of a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    MinCount(u64),
    MaxCount(u64),
    HasValue(Term),
    LessThan(NamedNode),
    Class(NamedNode),
    Datatype(NamedNode),
    /// The local name of `sh:IRI`, `sh:Literal` ..., and what tests for it.
    NodeKind(&'static str, &'static str),
    MinLength(u64),
    MaxLength(u64),
    Pattern(String, String),
    LanguageIn(Vec<String>),
    /// Component, operator, bound.
    Range(&'static str, &'static str, Literal),
    In(Vec<Term>),
    Or(Vec<Vec<Constraint>>),
}

/// The subclasses of a class, itself included.
pub type Classes = BTreeMap<String, Vec<NamedNode>>;

/// The forms of a node and their tests, of the value `?value`.
pub const NODE_KINDS: &[(&str, &str)] = &[
    ("IRI", "isIRI(?value)"),
    ("Literal", "isLiteral(?value)"),
    ("BlankNode", "isBlank(?value)"),
    ("BlankNodeOrIRI", "!isLiteral(?value)"),
    ("BlankNodeOrLiteral", "!isIRI(?value)"),
    ("IRIOrLiteral", "!isBlank(?value)"),
];

/// Bounds, by the parameter's name: component and operator.
pub const RANGES: &[(&str, &str, &str)] = &[
    ("minInclusive", "MinInclusive", ">="),
    ("minExclusive", "MinExclusive", ">"),
    ("maxInclusive", "MaxInclusive", "<="),
    ("maxExclusive", "MaxExclusive", "<"),
];

/// What tells a well-formed literal `?value` of a datatype. A literal that is none of its datatype breaks `sh:datatype`.
///
/// Dates are cast, since months have lengths; years and months the store cannot cast, and numbers and truth values have
/// forms that an expression says exactly (XML Schema 1.1, part 2).
const FORMS: &[(&str, &str)] = &[
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "true"),
    ("http://www.w3.org/2001/XMLSchema#string", "true"),
    ("http://www.w3.org/2001/XMLSchema#boolean", r#"REGEX(STR(?value), "^(true|false|1|0)$")"#),
    ("http://www.w3.org/2001/XMLSchema#integer", r#"REGEX(STR(?value), "^[+-]?[0-9]+$")"#),
    ("http://www.w3.org/2001/XMLSchema#decimal", r#"REGEX(STR(?value), "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$")"#),
    ("http://www.w3.org/2001/XMLSchema#date", "isLiteral(xsd:date(STR(?value)))"),
    (
        "http://www.w3.org/2001/XMLSchema#gYearMonth",
        r#"REGEX(STR(?value), "^-?[0-9]{4,}-(0[1-9]|1[0-2])(Z|[+-][0-9]{2}:[0-9]{2})?$")"#,
    ),
    ("http://www.w3.org/2001/XMLSchema#gYear", r#"REGEX(STR(?value), "^-?[0-9]{4,}(Z|[+-][0-9]{2}:[0-9]{2})?$")"#),
];

/// Whether `sh:datatype` of it can be checked.
pub fn is_known_datatype(datatype: &NamedNode) -> bool {
    FORMS.iter().any(|(known, _)| *known == datatype.as_str())
}

impl Constraint {
    /// The component's name without `ConstraintComponent`.
    pub fn component(&self) -> &'static str {
        match self {
            Constraint::MinCount(_) => "MinCount",
            Constraint::MaxCount(_) => "MaxCount",
            Constraint::HasValue(_) => "HasValue",
            Constraint::LessThan(_) => "LessThan",
            Constraint::Class(_) => "Class",
            Constraint::Datatype(_) => "Datatype",
            Constraint::NodeKind(..) => "NodeKind",
            Constraint::MinLength(_) => "MinLength",
            Constraint::MaxLength(_) => "MaxLength",
            Constraint::Pattern(..) => "Pattern",
            Constraint::LanguageIn(_) => "LanguageIn",
            Constraint::Range(component, ..) => component,
            Constraint::In(_) => "In",
            Constraint::Or(_) => "Or",
        }
    }

    /// A query for the nodes `?focus` among the members of `targets` that break this, with the `?value` that does or the
    /// `?count` of the values. Without a path the value is the node itself.
    pub fn query(&self, targets: &[NamedNode], path: Option<&Path>, classes: &Classes) -> String {
        let targets = members(targets, classes);
        let path = path.map(Path::sparql);
        let values = match &path {
            Some(path) => format!("{targets} ?focus {path} ?value ."),
            None => format!("{targets} BIND(?focus AS ?value)"),
        };
        let path = path.unwrap_or_default();
        let counted = |pattern: &str, test: String| {
            format!(
                "SELECT ?focus (COUNT(DISTINCT ?value) AS ?count) WHERE {{ {pattern} }} GROUP BY ?focus \
                 HAVING(COUNT(DISTINCT ?value) {test})"
            )
        };
        match self {
            // A member without any is what is asked most, and is found without counting.
            Constraint::MinCount(1) => {
                format!(
                    "SELECT DISTINCT ?focus (0 AS ?count) WHERE {{ {targets} FILTER NOT EXISTS {{ ?focus {path} ?any }} }}"
                )
            }
            Constraint::MinCount(n) => {
                counted(&format!("{targets} OPTIONAL {{ ?focus {path} ?value }}"), format!("< {n}"))
            }
            Constraint::MaxCount(n) => counted(&values, format!("> {n}")),
            Constraint::HasValue(value) => {
                format!("SELECT DISTINCT ?focus WHERE {{ {targets} FILTER NOT EXISTS {{ ?focus {path} {value} }} }}")
            }
            Constraint::LessThan(other) => format!(
                "SELECT DISTINCT ?focus ?value WHERE {{ {values} ?focus {other} ?bound \
                 FILTER(!COALESCE(?value < ?bound, false)) }}"
            ),
            each => format!(
                "SELECT DISTINCT ?focus ?value WHERE {{ {values} FILTER(!COALESCE({}, false)) }}",
                each.holds(classes)
            ),
        }
    }

    /// An expression that is true where `?value` is as it should be; false or an error where it is not.
    fn holds(&self, classes: &Classes) -> String {
        match self {
            Constraint::Class(class) => {
                any(subclasses(class, classes).iter().map(|class| format!("EXISTS {{ ?value a {class} }}")))
            }
            Constraint::Datatype(datatype) => {
                let form = FORMS.iter().find(|(known, _)| *known == datatype.as_str()).map_or("true", |(_, form)| form);
                format!("(datatype(?value) = {datatype} && {form})")
            }
            Constraint::NodeKind(_, test) => (*test).to_owned(),
            Constraint::MinLength(n) => format!("(!isBlank(?value) && STRLEN(STR(?value)) >= {n})"),
            Constraint::MaxLength(n) => format!("(!isBlank(?value) && STRLEN(STR(?value)) <= {n})"),
            Constraint::Pattern(pattern, flags) => {
                let text = |text: &str| Literal::new_simple_literal(text).to_string();
                format!("(!isBlank(?value) && REGEX(STR(?value), {}, {}))", text(pattern), text(flags))
            }
            Constraint::LanguageIn(languages) => any(languages
                .iter()
                .map(|language| format!("langMatches(lang(?value), {})", Literal::new_simple_literal(language)))),
            Constraint::Range(_, operator, bound) => format!("(?value {operator} {bound})"),
            Constraint::In(terms) => any(terms.iter().map(|term| format!("sameTerm(?value, {term})"))),
            Constraint::Or(alternatives) => any(alternatives.iter().map(|all| {
                let all: Vec<String> =
                    all.iter().map(|one| format!("COALESCE({}, false)", one.holds(classes))).collect();
                format!("({})", all.join(" && "))
            })),
            // These speak of the values together; the reader lets none of them stand inside `sh:or`.
            Constraint::MinCount(_) | Constraint::MaxCount(_) | Constraint::HasValue(_) | Constraint::LessThan(_) => {
                "true".to_owned()
            }
        }
    }

    /// Whether it asks something of each value alone.
    pub fn is_of_values(&self) -> bool {
        !matches!(
            self,
            Constraint::MinCount(_) | Constraint::MaxCount(_) | Constraint::HasValue(_) | Constraint::LessThan(_)
        )
    }
}

/// One of these; false where there are none.
fn any(tests: impl Iterator<Item = String>) -> String {
    let tests: Vec<String> = tests.collect();
    if tests.is_empty() { "false".to_owned() } else { format!("({})", tests.join(" || ")) }
}

fn subclasses<'a>(class: &'a NamedNode, classes: &'a Classes) -> &'a [NamedNode] {
    classes.get(class.as_str()).map_or(std::slice::from_ref(class), Vec::as_slice)
}

/// The members of classes and of their subclasses, as `?focus`.
fn members(targets: &[NamedNode], classes: &Classes) -> String {
    let mut all: Vec<String> =
        targets.iter().flat_map(|target| subclasses(target, classes)).map(ToString::to_string).collect();
    all.sort();
    all.dedup();
    match all.as_slice() {
        [one] => format!("?focus a {one} ."),
        many => format!("VALUES ?class {{ {} }} ?focus a ?class .", many.join(" ")),
    }
}
