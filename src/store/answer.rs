//! What a query gives back, as it comes.

use std::io::Write;

use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QuerySolutionIter, QueryTripleIter};

use crate::error::{Error, Result};

/// The answer to a query.
pub enum Answer {
    Rows(Rows),
    Boolean(bool),
    Triples(Triples),
}

/// The SPARQL formats of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultFormat {
    Json,
    Xml,
    Csv,
    Tsv,
}

impl Answer {
    /// A page of a table: without the first `offset` rows, and at most `limit` of the others. All else is unchanged.
    pub fn page(self, offset: usize, limit: Option<usize>) -> Self {
        match self {
            Answer::Rows(rows) => Answer::Rows(Rows { skip: offset, left: limit, ..rows }),
            other => other,
        }
    }

    /// Writes a table or a yes or no as SPARQL defines it. Triples have their own formats, those of `export`.
    pub fn write(self, format: ResultFormat, out: impl Write) -> Result<()> {
        let serializer = QueryResultsSerializer::from_format(match format {
            ResultFormat::Json => QueryResultsFormat::Json,
            ResultFormat::Xml => QueryResultsFormat::Xml,
            ResultFormat::Csv => QueryResultsFormat::Csv,
            ResultFormat::Tsv => QueryResultsFormat::Tsv,
        });
        let failed = |cause| Error::Write { cause };
        match self {
            Answer::Boolean(yes) => serializer.serialize_boolean_to_writer(out, yes).map(drop).map_err(failed),
            Answer::Rows(rows) => {
                let variables: Vec<Variable> = rows.inner.variables().to_vec();
                let mut writer = serializer.serialize_solutions_to_writer(out, variables.clone()).map_err(failed)?;
                for row in rows {
                    let row = row?;
                    let cells = variables.iter().zip(&row);
                    let cells = cells.filter_map(|(name, cell)| Some((name.as_ref(), cell.as_ref()?.as_ref())));
                    writer.serialize(cells).map_err(failed)?;
                }
                writer.finish().map(drop).map_err(failed)
            }
            Answer::Triples(_) => {
                let message = "it gives triples, not a table; choose a format of `zhengtu export`".to_owned();
                Err(Error::Evaluation { message })
            }
        }
    }
}

/// The rows of a table, one at a time.
pub struct Rows {
    names: Vec<String>,
    inner: QuerySolutionIter<'static>,
    /// Rows to leave out before the next.
    skip: usize,
    /// Rows to give at most.
    left: Option<usize>,
}

impl Rows {
    /// The names of the columns.
    pub fn variables(&self) -> &[String] {
        &self.names
    }

    /// Whether rows are left behind the last of the page. Takes one of them, so ask when the page is read.
    pub fn more(&mut self) -> bool {
        self.left == Some(0) && self.inner.next().is_some()
    }
}

impl Rows {
    /// A table that was not asked of a store but computed: the names of its columns, and its rows of as many cells.
    pub fn new(names: &[&str], rows: Vec<Vec<Option<Term>>>) -> Self {
        let variables: Vec<Variable> = names.iter().map(|name| Variable::new_unchecked(*name)).collect();
        QuerySolutionIter::from_tuples(variables.into(), rows.into_iter().map(Ok)).into()
    }
}

impl From<QuerySolutionIter<'static>> for Rows {
    fn from(inner: QuerySolutionIter<'static>) -> Self {
        let names = inner.variables().iter().map(|v| v.as_str().to_owned()).collect();
        Self { names, inner, skip: 0, left: None }
    }
}

impl Iterator for Rows {
    /// A cell a column; none where the query left it empty.
    type Item = Result<Vec<Option<Term>>>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(left) = &mut self.left {
            *left = left.checked_sub(1)?;
        }
        let row = self.inner.nth(std::mem::take(&mut self.skip))?;
        Some(row.map(|row| row.values().to_vec()).map_err(|cause| Error::Evaluation { message: cause.to_string() }))
    }
}

/// The triples of a `CONSTRUCT` or `DESCRIBE`, one at a time.
pub struct Triples(QueryTripleIter<'static>);

impl From<QueryTripleIter<'static>> for Triples {
    fn from(inner: QueryTripleIter<'static>) -> Self {
        Self(inner)
    }
}

impl Iterator for Triples {
    type Item = Result<Triple>;

    fn next(&mut self) -> Option<Self::Item> {
        let triple = self.0.next()?;
        Some(triple.map_err(|cause| Error::Evaluation { message: cause.to_string() }))
    }
}
