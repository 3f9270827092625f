//! A variable's value, put into a parsed query as a term.
//!
//! The evaluator can preset variables too, but only those that the outermost `SELECT` projects, and not inside
//! subqueries. So the value takes the variable's place in the algebra: that reaches everywhere, and the planner sees
//! a constant where a query written by hand would have one.

use oxigraph::model::{Literal, NamedNode, Term, Variable};
use spargebra::Query;
use spargebra::algebra::{AggregateExpression, Expression, GraphPattern, OrderExpression};
use spargebra::term::{GroundTerm, NamedNodePattern, TermPattern, TriplePattern};

use crate::error::{Error, Result};

/// Gives `?name` the value `term` everywhere in the query.
pub(super) fn bind(query: &mut Query, name: &str, term: &Term) -> Result<()> {
    let refuse = |why: &str| Error::Evaluation { message: format!("?{name} cannot have the value {term}: {why}") };
    let value = match term {
        Term::NamedNode(node) => Value::Node(node.clone()),
        Term::Literal(literal) => Value::Literal(literal.clone()),
        _ => return Err(refuse("only IRIs and literals can be values")),
    };
    let variable = Variable::new(name).map_err(|_| refuse("that is no name of a variable"))?;
    let binding = Binding { variable, value };
    match query {
        Query::Construct { template, pattern, .. } => {
            binding.pattern(pattern);
            binding.triples(template);
        }
        Query::Select { pattern, .. } | Query::Describe { pattern, .. } | Query::Ask { pattern, .. } => {
            binding.pattern(pattern);
        }
    }
    Ok(())
}

enum Value {
    Node(NamedNode),
    Literal(Literal),
}

struct Binding {
    variable: Variable,
    value: Value,
}

impl Binding {
    fn expression_value(&self) -> Expression {
        match &self.value {
            Value::Node(node) => node.clone().into(),
            Value::Literal(literal) => literal.clone().into(),
        }
    }

    fn is(&self, term: &GroundTerm) -> bool {
        match (term, &self.value) {
            (GroundTerm::NamedNode(a), Value::Node(b)) => a == b,
            (GroundTerm::Literal(a), Value::Literal(b)) => a == b,
            _ => false,
        }
    }

    fn pattern(&self, pattern: &mut GraphPattern) {
        match pattern {
            GraphPattern::Bgp { patterns } => {
                if !self.triples(patterns) {
                    *pattern = nothing();
                }
            }
            GraphPattern::Path { subject, object, .. } => {
                self.term(object);
                if !self.term(subject) {
                    *pattern = nothing();
                }
            }
            GraphPattern::Join { left, right }
            | GraphPattern::Union { left, right }
            | GraphPattern::Lateral { left, right } => {
                self.pattern(left);
                self.pattern(right);
            }
            GraphPattern::LeftJoin { left, right, expression } => {
                self.pattern(left);
                self.pattern(right);
                if let Some(expression) = expression {
                    self.expression(expression);
                }
            }
            GraphPattern::Minus { left, right } => {
                // MINUS removes by the variables that both sides bind, so both keep this one.
                self.keep(left);
                self.keep(right);
            }
            GraphPattern::Filter { expr, inner } => {
                self.expression(expr);
                self.pattern(inner);
            }
            GraphPattern::Graph { name, inner } | GraphPattern::Service { name, inner, .. } => {
                self.pattern(inner);
                if !self.name(name) {
                    *pattern = nothing();
                }
            }
            GraphPattern::Extend { .. } => self.extend(pattern),
            GraphPattern::Values { variables, bindings } => self.values(variables, bindings),
            _ => self.modifier(pattern),
        }
    }

    /// What stands around a group of patterns: order, grouping, columns.
    fn modifier(&self, pattern: &mut GraphPattern) {
        match pattern {
            GraphPattern::OrderBy { inner, expression } => {
                for OrderExpression::Asc(by) | OrderExpression::Desc(by) in expression {
                    self.expression(by);
                }
                self.pattern(inner);
            }
            GraphPattern::Project { inner, variables } | GraphPattern::Group { inner, variables, aggregates: _ }
                if variables.contains(&self.variable) =>
            {
                self.keep(inner);
                self.aggregates(pattern);
            }
            GraphPattern::Project { inner, .. } | GraphPattern::Group { inner, .. } => {
                self.pattern(inner);
                self.aggregates(pattern);
            }
            GraphPattern::Distinct { inner } | GraphPattern::Reduced { inner } | GraphPattern::Slice { inner, .. } => {
                self.pattern(inner);
            }
            // Handled by `pattern`, which alone calls this.
            _ => {}
        }
    }

    fn aggregates(&self, pattern: &mut GraphPattern) {
        if let GraphPattern::Group { aggregates, .. } = pattern {
            for (_, aggregate) in aggregates {
                if let AggregateExpression::FunctionCall { expr, .. } = aggregate {
                    self.expression(expr);
                }
            }
        }
    }

    /// Binds inside, and says the value once more in each solution, for those above who read the variable.
    fn keep(&self, inner: &mut Box<GraphPattern>) {
        self.pattern(inner);
        let bound = std::mem::replace(inner.as_mut(), nothing());
        *inner.as_mut() = GraphPattern::Extend {
            inner: Box::new(bound),
            variable: self.variable.clone(),
            expression: self.expression_value(),
        };
    }

    /// `BIND(x AS ?name)` becomes the condition that x is the value.
    fn extend(&self, pattern: &mut GraphPattern) {
        let GraphPattern::Extend { inner, variable, expression } = pattern else { return };
        self.pattern(inner);
        self.expression(expression);
        if *variable == self.variable {
            let inner = std::mem::replace(inner.as_mut(), nothing());
            let same = Expression::SameTerm(Box::new(expression.clone()), Box::new(self.expression_value()));
            *pattern = GraphPattern::Filter { expr: same, inner: Box::new(inner) };
        }
    }

    /// Rows of `VALUES` with another value go, and so does the column.
    fn values(&self, variables: &mut Vec<Variable>, bindings: &mut Vec<Vec<Option<GroundTerm>>>) {
        let Some(column) = variables.iter().position(|variable| *variable == self.variable) else { return };
        variables.remove(column);
        bindings.retain(|row| row[column].as_ref().is_none_or(|term| self.is(term)));
        for row in bindings {
            row.remove(column);
        }
    }

    fn expression(&self, expression: &mut Expression) {
        match expression {
            Expression::NamedNode(_) | Expression::Literal(_) => {}
            Expression::Variable(variable) if *variable == self.variable => *expression = self.expression_value(),
            Expression::Bound(variable) if *variable == self.variable => *expression = Literal::from(true).into(),
            Expression::Variable(_) | Expression::Bound(_) => {}
            Expression::Exists(pattern) => self.pattern(pattern),
            Expression::UnaryPlus(a) | Expression::UnaryMinus(a) | Expression::Not(a) => self.expression(a),
            Expression::Or(a, b)
            | Expression::And(a, b)
            | Expression::Equal(a, b)
            | Expression::SameTerm(a, b)
            | Expression::Greater(a, b)
            | Expression::GreaterOrEqual(a, b)
            | Expression::Less(a, b)
            | Expression::LessOrEqual(a, b)
            | Expression::Add(a, b)
            | Expression::Subtract(a, b)
            | Expression::Multiply(a, b)
            | Expression::Divide(a, b) => {
                self.expression(a);
                self.expression(b);
            }
            Expression::If(a, b, c) => [a, b, c].into_iter().for_each(|each| self.expression(each)),
            Expression::In(a, list) => {
                self.expression(a);
                list.iter_mut().for_each(|each| self.expression(each));
            }
            Expression::Coalesce(list) | Expression::FunctionCall(_, list) => {
                list.iter_mut().for_each(|each| self.expression(each));
            }
        }
    }

    /// False where a triple could never be: a literal as subject or predicate.
    fn triples(&self, triples: &mut [TriplePattern]) -> bool {
        let mut possible = true;
        for triple in triples {
            possible &= self.triple(triple);
        }
        possible
    }

    fn triple(&self, triple: &mut TriplePattern) -> bool {
        let subject = self.term(&mut triple.subject) && !matches!(triple.subject, TermPattern::Literal(_));
        let predicate = self.name(&mut triple.predicate);
        let object = self.term(&mut triple.object);
        subject && predicate && object
    }

    fn term(&self, term: &mut TermPattern) -> bool {
        match term {
            TermPattern::Variable(variable) if *variable == self.variable => {
                *term = match &self.value {
                    Value::Node(node) => node.clone().into(),
                    Value::Literal(literal) => literal.clone().into(),
                };
                true
            }
            TermPattern::Triple(triple) => self.triple(triple),
            _ => true,
        }
    }

    fn name(&self, name: &mut NamedNodePattern) -> bool {
        match (&*name, &self.value) {
            (NamedNodePattern::Variable(variable), value) if *variable == self.variable => match value {
                Value::Node(node) => {
                    *name = node.clone().into();
                    true
                }
                Value::Literal(_) => false,
            },
            _ => true,
        }
    }
}

/// A pattern without solutions.
fn nothing() -> GraphPattern {
    GraphPattern::Values { variables: Vec::new(), bindings: Vec::new() }
}
