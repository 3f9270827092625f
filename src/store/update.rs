//! Updates by a user's own hand: any SPARQL 1.1 update, with the union graph kept true.

use oxigraph::model::{GraphNameRef, NamedNodeRef, QuadRef};
use oxigraph::store::{StorageError, Transaction};

use super::identity::Identity;
use super::query::{evaluator, mistake};
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
        let identity = Identity::of(&self.database).map_err(|cause| self.failure(&cause))?;
        update
            .on_transaction(&mut transaction)
            .execute()
            .map_err(|cause| Error::Evaluation { message: cause.to_string() })?;
        if Identity::within(&transaction).map_err(|cause| self.failure(&cause))? != identity {
            let message = "decisions on identity are made and taken back with `zhengtu review`, which also lets the \
                           queries see them";
            return Err(Error::Evaluation { message: message.to_owned() });
        }
        reconcile(&self.database, &identity, &mut transaction)
            .and_then(|()| transaction.commit())
            .map_err(|cause| self.failure(&cause))
    }
}

/// Makes the default graph the union of the named ones again. `before` still reads as before the transaction.
fn reconcile(
    before: &database::Store,
    identity: &Identity,
    transaction: &mut Transaction<'_>,
) -> Result<(), StorageError> {
    let (mut insert, mut remove) = (Vec::new(), Vec::new());
    for quad in transaction.iter() {
        let quad = quad?;
        let union = identity.in_union(quad.as_ref());
        let was_in_union = before.contains(&union)?;
        if quad.graph_name.is_default_graph() {
            if union == quad && identity.said_elsewhere(transaction, &quad)? {
                continue;
            }
            if union != quad {
                // Someone spoke of a thing that was decided to be another: the union speaks of that one.
                insert.push(union);
                remove.push(quad.clone());
            } else if was_in_union {
                remove.push(quad);
                continue;
            }
            insert.push(QuadRef { graph_name: GraphNameRef::NamedNode(EDITS), ..quad.as_ref() }.into_owned());
        } else if !transaction.contains(&union)? {
            if was_in_union {
                remove.push(quad);
            } else {
                insert.push(union);
            }
        }
    }
    remove.iter().for_each(|quad| transaction.remove(quad));
    insert.iter().for_each(|quad| transaction.insert(quad));
    Ok(())
}
