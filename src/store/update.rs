//! Updates by a user's own hand: any SPARQL 1.1 update, with the union graph kept true.

use oxigraph::model::{GraphNameRef, NamedNodeRef, QuadRef};
use oxigraph::store::{StorageError, Transaction};

use super::query::{evaluator, mistake};
use super::write::{in_union, said_elsewhere};
use super::{Store, database};
use crate::error::{Error, Result};

/// The graph of what an update states without naming a graph.
const EDITS: NamedNodeRef<'static> = NamedNodeRef::new_unchecked("https://w3id.org/zhengtu/id/graph/edits");

impl Store {
    /// Runs an update, all of it or nothing.
    ///
    /// To an update the default graph is what it is to a query, the union of all graphs: a statement deleted from it
    /// is deleted from every graph that makes it, and one inserted into it goes to a graph of such edits. Afterwards
    /// the whole store is read once to see to that, which an act as rare as this may cost.
    pub fn update(&self, sparql: &str) -> Result<()> {
        let update = evaluator().parse_update(sparql).map_err(|cause| mistake(sparql, &cause))?;
        let mut transaction = self.database.start_transaction().map_err(|cause| self.failure(&cause))?;
        update
            .on_transaction(&mut transaction)
            .execute()
            .map_err(|cause| Error::Evaluation { message: cause.to_string() })?;
        reconcile(&self.database, &mut transaction)
            .and_then(|()| transaction.commit())
            .map_err(|cause| self.failure(&cause))
    }
}

/// Makes the default graph the union of the named ones again. `before` still reads as before the transaction.
fn reconcile(before: &database::Store, transaction: &mut Transaction<'_>) -> Result<(), StorageError> {
    let (mut insert, mut remove) = (Vec::new(), Vec::new());
    for quad in transaction.iter() {
        let quad = quad?;
        let was_in_union = before.contains(in_union(quad.as_ref()))?;
        if quad.graph_name.is_default_graph() {
            if said_elsewhere(transaction, &quad)? {
                continue;
            }
            if was_in_union {
                remove.push(quad);
            } else {
                insert.push(QuadRef { graph_name: GraphNameRef::NamedNode(EDITS), ..quad.as_ref() }.into_owned());
            }
        } else if !transaction.contains(in_union(quad.as_ref()))? {
            if was_in_union {
                remove.push(quad);
            } else {
                insert.push(in_union(quad.as_ref()).into_owned());
            }
        }
    }
    remove.iter().for_each(|quad| transaction.remove(quad));
    insert.iter().for_each(|quad| transaction.insert(quad));
    Ok(())
}
