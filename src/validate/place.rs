//! Where a node comes from: its sentence, else the sources that speak of it.

use crate::error::Result;
use crate::rdf::Term;
use crate::store::{Answer, Store};

/// A sentence or a source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The file's name, or that of the graph where no file was read into it.
    pub source: String,
    /// First and last character and a comma, as in the identifier of the sentence; empty for a whole source.
    pub offsets: String,
    /// As printed; empty for a whole source.
    pub sentence: String,
}

/// The sentences that a fact stands on, or the sentence itself.
const SENTENCES: &str = "\
SELECT DISTINCT ?sentence ?text ?file WHERE {
  { ?focus prov:wasDerivedFrom ?sentence } UNION { ?focus a zt:Sentence . BIND(?focus AS ?sentence) }
  OPTIONAL { ?sentence nif:anchorOf ?text }
  OPTIONAL { ?sentence nif:referenceContext/zt:fileName ?file }
} ORDER BY ?sentence ?file ?text";

/// The graphs that say anything of the node.
const GRAPHS: &str = "\
SELECT DISTINCT ?graph ?file WHERE {
  { GRAPH ?graph { ?focus ?p ?o } } UNION { GRAPH ?graph { ?s ?q ?focus } }
  OPTIONAL { ?graph zt:fileName ?file }
} ORDER BY ?graph ?file";

/// The places of a node, sentences first choice. A literal or blank node has none.
pub fn places(store: &Store, focus: &Term) -> Result<Vec<Place>> {
    if !matches!(focus, Term::NamedNode(_)) {
        return Ok(Vec::new());
    }
    let sentences = rows(store, SENTENCES, focus)?;
    if !sentences.is_empty() {
        return Ok(sentences.into_iter().map(|[sentence, text, file]| Place::new(&sentence, text, file)).collect());
    }
    let graphs = rows(store, GRAPHS, focus)?;
    let place =
        |[graph, file]: [String; 2]| Place { source: if file.is_empty() { graph } else { file }, ..Place::default() };
    Ok(graphs.into_iter().map(place).collect())
}

impl Place {
    /// The place of a sentence by its identifier, text and file.
    pub(super) fn new(sentence: &str, text: String, file: String) -> Place {
        let offsets = sentence.rsplit_once("#char=").map_or("", |(_, offsets)| offsets);
        let source = if file.is_empty() { sentence.to_owned() } else { file };
        Place { source, offsets: offsets.to_owned(), sentence: text }
    }
}

/// The rows of a query as texts, an empty one for an empty cell.
fn rows<const N: usize>(store: &Store, sparql: &str, focus: &Term) -> Result<Vec<[String; N]>> {
    let Answer::Rows(rows) = store.query(sparql, &[("focus", focus.clone())])? else { return Ok(Vec::new()) };
    rows.map(|row| {
        let row = row?;
        Ok(std::array::from_fn(|i| row.get(i).and_then(Option::as_ref).map_or_else(String::new, text)))
    })
    .collect()
}

/// A term as people read it.
pub(super) fn text(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
