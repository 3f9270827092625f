//! The saved queries and their parameters: read a file, bind what was typed as RDF terms, ask the store.
//!
//! Values never become part of the query's text. `zhengtu query only-here --district '"} DELETE'` looks for a district
//! of that strange name and finds none.

mod catalog;
mod header;
mod lookup;
mod near;
mod parameter;
mod saved;
mod table;

pub use catalog::Catalog;
pub use lookup::{Sought, entity, label};
pub use parameter::{Parameter, Type, is_date};
pub use saved::Saved;
pub use table::{Align, Table, readable, unbroken};

use crate::error::Result;
use crate::rdf::{Base, Term};
use crate::store::{Answer, Store};

/// Runs a saved query with parameters as typed: names without dashes, values by label, alias, code or identifier.
pub fn answer(store: &Store, base: &Base, saved: &Saved, typed: &[(String, String)]) -> Result<Answer> {
    let values = parameter::bind(store, base, saved, typed)?;
    let values: Vec<(&str, Term)> = values.iter().map(|(name, term)| (name.as_str(), term.clone())).collect();
    store.query(&saved.sparql, &values).map_err(|error| error.in_query_file(&saved.file))
}
