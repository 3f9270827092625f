//! Quads -> what nodes and edges are made of, as numbers in sorted tables.
//!
//! A graph is read part by part, a part being what one source says: of its facts is kept what they tie together, and
//! their sentences stay outside of memory until they are written.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fact::{Fact, Role, standing};
use super::names::{Names, Texts};
use super::part::{self, Part, TYPE};
use super::said::{Row, Said, number};
use super::spool::{Spool, Spooled};
use super::{EdgeKind, NodeKind};
use crate::error::{Error, Result};
use crate::rdf::vocabulary::{dcterms, nif, org, schema, skos, zt};
use crate::rdf::{NamedNodeRef, Quad, Subject, Term};

/// A text of the graph: an IRI or the value of a literal. Numbers compare as the texts do.
pub(super) type Id = u32;

/// What entities are tied to by what they are, and called besides their label.
const READ: &[NamedNodeRef<'static>] =
    &[org::POST_IN, zt::JURISDICTION, dcterms::IS_PART_OF, zt::DIVISION_CODE, skos::ALT_LABEL];

/// A graph while its parts come in, in any order.
struct Gathering {
    names: Names,
    said: HashSet<Row>,
    /// How often a subject is given a name.
    labels: HashMap<(u32, u32), u32>,
    kinds: HashMap<u32, NodeKind>,
    facts: Vec<Fact>,
    roles: Vec<Role>,
    /// The IRI of the first fact of each part, with where its facts stand.
    parts: Vec<(String, Range<usize>)>,
    spool: Spool,
}

/// A graph to be asked.
pub(super) struct Gathered {
    texts: Texts,
    said: Said,
    /// Subject, name, how often: sorted.
    labels: Vec<(Id, Id, u32)>,
    kinds: Vec<Option<NodeKind>>,
    /// In the order of IRIs.
    pub(super) facts: Vec<Fact>,
    roles: Vec<Role>,
    /// Where the facts of each part stand, in the order in which parts came.
    pub(super) parts: Vec<Range<usize>>,
    pub(super) spooled: Spooled,
}

impl Gathering {
    fn new() -> Self {
        Self {
            names: Names::default(),
            said: HashSet::new(),
            labels: HashMap::new(),
            kinds: HashMap::new(),
            facts: Vec::new(),
            roles: Vec::new(),
            parts: Vec::new(),
            spool: Spool::new(),
        }
    }

    fn take(&mut self, quad: &Quad, part: &mut part::Gathering) {
        let (Subject::NamedNode(subject), predicate) = (&quad.subject, quad.predicate.as_ref()) else { return };
        if predicate == skos::PREF_LABEL {
            let label = (self.names.id(subject.as_str()), self.names.term(&quad.object));
            *self.labels.entry(label).or_default() += 1;
            return;
        }
        if let Term::NamedNode(class) = &quad.object
            && predicate.as_str() == TYPE
            && let Some(kind) = NodeKind::of_class(class.as_ref())
        {
            let known = self.kinds.entry(self.names.id(subject.as_str())).or_insert(kind);
            *known = kind.min(*known);
        }
        // What a sentence or an article is part of is the part's to know.
        match number(READ, predicate).filter(|_| predicate != dcterms::IS_PART_OF) {
            Some(property) => {
                let row = (self.names.id(subject.as_str()), property, self.names.term(&quad.object));
                self.said.insert(row);
            }
            None => part.take(quad),
        }
    }

    /// Keeps what the facts of a part tie together.
    fn close(&mut self, part: &Part) -> std::io::Result<()> {
        let part_of = number(READ, dcterms::IS_PART_OF).expect("it is in the list");
        for (subject, above) in part.placed() {
            let said = (self.names.id(subject), part_of, self.names.id(above));
            self.said.insert(said);
        }
        let before = self.facts.len();
        for &(fact, kind) in &part.facts {
            let fact = self.fact(part, fact, kind)?;
            self.facts.push(fact);
        }
        let first = part.facts.first().map_or("", |(first, _)| part.text(*first));
        self.parts.push((first.to_owned(), before..self.facts.len()));
        Ok(())
    }

    fn fact(&mut self, part: &Part, fact: part::Local, kind: NodeKind) -> std::io::Result<Fact> {
        let [sentence, article, source] = part.under((fact, kind));
        let (stands, sentence) = match kind {
            NodeKind::Article => (Some(fact), part.said(Some(fact), schema::HEADLINE)),
            _ => (sentence, part.said(sentence, nif::ANCHOR_OF)),
        };
        let attested = part.said(Some(fact), zt::ATTESTED_ON);
        let date = if attested.is_empty() { part.said(article, schema::DATE_PUBLISHED) } else { attested };
        let before = self.roles.len();
        for (property, role) in EdgeKind::ROLES {
            for party in part.all(fact, property) {
                self.roles.push(Role { kind: role, party: self.names.id(part.text(party)) });
            }
        }
        let stands = stands.map_or("", |id| part.text(id));
        let texts = [part.text(fact), stands, sentence, part.said(source, zt::FILE_NAME)];
        Ok(Fact {
            kind,
            standing: standing(part, fact),
            date: self.names.id(date),
            start: self.names.id(part.said(Some(fact), zt::START)),
            confidence: self.names.id(part.said(Some(fact), zt::CONFIDENCE)),
            roles: before..self.roles.len(),
            texts: self.spool.put(texts)?,
        })
    }

    fn finish(self) -> std::io::Result<Gathered> {
        let texts = self.names.sorted();
        let place = |met: &Id| texts.place(*met);
        let said = Said::new(READ, self.said, |met| texts.place(met));
        let mut labels: Vec<(Id, Id, u32)> = self.labels.iter().map(|((s, o), n)| (place(s), place(o), *n)).collect();
        labels.sort_unstable();
        let mut kinds = vec![None; texts.len()];
        self.kinds.iter().for_each(|(id, kind)| kinds[place(id) as usize] = Some(*kind));
        let (mut facts, parts) = in_order(&self.facts, &self.parts);
        for fact in &mut facts {
            for text in [&mut fact.date, &mut fact.start, &mut fact.confidence] {
                *text = texts.place(*text);
            }
        }
        let mut roles = self.roles;
        roles.iter_mut().for_each(|role| role.party = texts.place(role.party));
        Ok(Gathered { texts, said, labels, kinds, facts, roles, parts, spooled: self.spool.finish()? })
    }
}

/// The facts in the order of their IRIs: those of one part begin alike.
fn in_order(facts: &[Fact], parts: &[(String, Range<usize>)]) -> (Vec<Fact>, Vec<Range<usize>>) {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|part| &parts[*part].0);
    let (mut sorted, mut places) = (Vec::with_capacity(facts.len()), vec![0..0; parts.len()]);
    for part in order {
        let before = sorted.len();
        sorted.extend_from_slice(&facts[parts[part].1.clone()]);
        places[part] = before..sorted.len();
    }
    (sorted, places)
}

impl Gathered {
    /// A graph of parts: each has all that is said of its facts and of what they stand on.
    pub(super) fn of<Q>(parts: impl IntoIterator<Item = Q>) -> Result<Self>
    where
        Q: IntoIterator<Item = Result<Quad>>,
    {
        let mut gathering = Gathering::new();
        for quads in parts {
            let mut part = part::Gathering::default();
            for quad in quads {
                gathering.take(&quad?, &mut part);
            }
            gathering.close(&part.finish()).map_err(Error::no_room)?;
        }
        gathering.finish().map_err(Error::no_room)
    }

    /// How many texts there are: every [`Id`] is below.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn text(&self, id: Id) -> &str {
        self.texts.text(id)
    }

    pub(super) fn find(&self, text: &str) -> Option<Id> {
        self.texts.find(text)
    }

    /// What an entity is; nothing for what is none.
    pub(super) fn kind(&self, id: Id) -> Option<NodeKind> {
        self.kinds[id as usize]
    }

    /// Every entity, in the order of IRIs.
    pub(super) fn entities(&self) -> impl Iterator<Item = Id> {
        (0..).zip(&self.kinds).filter_map(|(id, kind)| kind.map(|_| id))
    }

    /// The name that most sources give it; of names that are equally frequent the first in order.
    pub(super) fn label(&self, id: Id) -> Option<Id> {
        let from = self.labels.partition_point(|(subject, ..)| *subject < id);
        let names = self.labels[from..].iter().take_while(|(subject, ..)| *subject == id);
        names.max_by_key(|(_, name, times)| (*times, std::cmp::Reverse(*name))).map(|(_, name, _)| *name)
    }

    /// The values of a property of an entity, in order.
    pub(super) fn all(&self, subject: Id, property: NamedNodeRef<'static>) -> impl Iterator<Item = Id> {
        self.said.all(subject, property)
    }

    pub(super) fn one(&self, subject: Id, property: NamedNodeRef<'static>) -> Option<Id> {
        self.all(subject, property).next()
    }

    /// All that take part in a fact, in the order of roles.
    pub(super) fn roles(&self, fact: &Fact) -> &[Role] {
        &self.roles[fact.roles.clone()]
    }

    /// The entities that make a fact what it is.
    pub(super) fn parties(&self, fact: &Fact) -> Vec<Id> {
        self.roles(fact).iter().filter(|role| fact.makes(role.kind)).map(|role| role.party).collect()
    }

    /// The division that an entity is of: itself, that of its jurisdiction, that of its body.
    pub(super) fn division(&self, id: Id) -> Option<Id> {
        let of = |id: Id| self.one(id, zt::JURISDICTION);
        match self.kind(id)? {
            NodeKind::Division => Some(id),
            _ => of(id).or_else(|| self.one(id, org::POST_IN).and_then(of)),
        }
    }
}
