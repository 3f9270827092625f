//! All that is wrong with a store.

use crate::rdf::vocabulary::sh;
use crate::rdf::{BlankNode, GraphName, Literal, NamedNode, NamedNodeRef, Quad, Subject, Term};
use crate::validate::finding::{Finding, Problem};
use crate::validate::shape::Path;

const TYPE: NamedNodeRef<'static> = NamedNodeRef::new_unchecked("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

/// The result of a validation.
#[derive(Debug, Clone)]
pub struct Report {
    /// Shapes first, in the order of their IRIs, then queries by name.
    pub problems: Vec<Problem>,
    /// How many shapes were checked.
    pub shapes: usize,
    /// How many queries were asked.
    pub checks: usize,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn conforms(&self) -> bool {
        self.problems.is_empty()
    }

    /// How many things are wrong.
    pub fn len(&self) -> usize {
        self.problems.iter().map(|problem| problem.findings.len()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The report as SHACL has it, `sh:ValidationReport`. Its nodes are blank, the only ones that this program writes: a
    /// report is about a moment and nothing refers to it.
    pub fn quads(&self) -> Vec<Quad> {
        let mut out = Vec::new();
        let report = blank("report".to_owned());
        add(&mut out, &report, TYPE, sh::VALIDATION_REPORT);
        add(&mut out, &report, sh::CONFORMS, Literal::from(self.conforms()));
        let results =
            self.problems.iter().flat_map(|problem| problem.findings.iter().map(move |finding| (problem, finding)));
        for (number, (problem, finding)) in results.enumerate() {
            let result = blank(format!("result{}", number + 1));
            add(&mut out, &report, sh::RESULT, term(&result));
            write(&mut out, &result, problem, finding, number + 1);
        }
        out
    }
}

fn write(out: &mut Vec<Quad>, result: &Subject, problem: &Problem, finding: &Finding, number: usize) {
    add(out, result, TYPE, sh::VALIDATION_RESULT);
    add(out, result, sh::RESULT_SEVERITY, sh::VIOLATION);
    add(out, result, sh::FOCUS_NODE, finding.focus.clone());
    let component = format!("{}{}ConstraintComponent", sh::NAMESPACE, problem.component);
    add(out, result, sh::SOURCE_CONSTRAINT_COMPONENT, NamedNode::new_unchecked(component));
    add(out, result, sh::RESULT_MESSAGE, Literal::new_language_tagged_literal_unchecked(&problem.message, "en"));
    if let Some(shape) = &problem.shape {
        add(out, result, sh::SOURCE_SHAPE, shape.clone());
    }
    if let Some(value) = &finding.value {
        add(out, result, sh::VALUE, value.clone());
    }
    match &problem.path {
        Some(Path::Forward(property)) => add(out, result, sh::RESULT_PATH, property.clone()),
        Some(Path::Inverse(property)) => {
            let path = blank(format!("path{number}"));
            add(out, result, sh::RESULT_PATH, term(&path));
            add(out, &path, sh::INVERSE_PATH, property.clone());
        }
        None => {}
    }
}

fn blank(name: String) -> Subject {
    BlankNode::new_unchecked(name).into()
}

fn term(subject: &Subject) -> Term {
    subject.clone().into()
}

fn add(out: &mut Vec<Quad>, subject: &Subject, property: NamedNodeRef<'_>, object: impl Into<Term>) {
    out.push(Quad::new(subject.clone(), property, object, GraphName::DefaultGraph));
}
