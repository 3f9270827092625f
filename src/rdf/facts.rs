//! The source, its articles, the facts they state, and the sentences that the facts stand on.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, vocab::rdf};

use super::Base;
use super::date;
use super::offsets::Offsets;
use super::statements::Statements;
use super::vocabulary::{action, dcterms, nif, org, prov, schema, skos, zt};
use crate::decode::Metadata;
use crate::document::Document;
use crate::entity::{EntityId, Kind, Status};
use crate::layout::Article;
use crate::relate::{Cooperation, Credit, CreditRole, Evidence, Pursuit, Relation, Tenure};

/// The source and all it says, entities apart.
pub(super) fn source(document: &Document, base: &Base, out: &mut Statements) {
    let source = base.source(&document.source.name);
    out.add(&source, rdf::TYPE, zt::SOURCE);
    out.add_code(&source, zt::FILE_NAME, &document.source.name);
    out.add_code(&source, zt::SHA256, &document.source.sha256);
    metadata(&document.source.metadata, &source, base, out);
    for each in &document.articles {
        article(each, &source, document, base, out);
    }
    Facts::new(document, base, source, out).write();
}

/// What is known of a source beside its text.
fn metadata(known: &Metadata, source: &NamedNode, base: &Base, out: &mut Statements) {
    if let Some(title) = &known.title {
        out.add_text(source, schema::NAME, title);
    }
    for (property, value) in [(schema::URL, &known.url), (schema::PAGE_START, &known.page)] {
        if let Some(value) = value {
            out.add_code(source, property, value);
        }
    }
    published(source, known.outlet.as_deref(), known.date.as_deref(), base, out);
}

fn article(article: &Article, source: &NamedNode, document: &Document, base: &Base, out: &mut Statements) {
    let node = base.article(&document.source.name, article.number);
    out.add(&node, rdf::TYPE, zt::ARTICLE);
    out.add(&node, dcterms::IS_PART_OF, source.clone());
    if let Some(headline) = &article.headline {
        out.add_text(&node, schema::HEADLINE, headline.text());
    }
    published(&node, article.outlet.as_deref(), article.date.as_deref(), base, out);
}

/// Where and when a source or an article was published.
fn published(node: &NamedNode, outlet: Option<&str>, date: Option<&str>, base: &Base, out: &mut Statements) {
    if let Some(date) = date.and_then(date::literal) {
        out.add(node, schema::DATE_PUBLISHED, date);
    }
    if let Some(outlet) = outlet.filter(|outlet| !outlet.trim().is_empty()) {
        // A body like any other, so that one outlet is one node in all documents.
        let publisher = base.entity(&EntityId::body("-", outlet));
        out.add(node, schema::PUBLISHER, publisher.clone());
        out.add(&publisher, rdf::TYPE, zt::BODY);
        out.add_text(&publisher, skos::PREF_LABEL, outlet.trim());
    }
}

/// The writing of a document's relations.
struct Facts<'a> {
    document: &'a Document,
    base: &'a Base,
    source: NamedNode,
    offsets: Offsets,
    /// How many facts of a kind an article has so far: facts are numbered in the order of the relations.
    counts: BTreeMap<(usize, &'static str), usize>,
    out: &'a mut Statements,
}

impl<'a> Facts<'a> {
    fn new(document: &'a Document, base: &'a Base, source: NamedNode, out: &'a mut Statements) -> Self {
        let sentences = document.relations.iter().filter_map(Relation::evidence).map(|e| e.sentence);
        let offsets = Offsets::new(&document.source.text, sentences);
        Self { document, base, source, offsets, counts: BTreeMap::new(), out }
    }

    fn write(mut self) {
        for relation in &self.document.relations {
            match relation {
                Relation::Tenure(tenure) => self.tenure(tenure),
                Relation::Pursuit(pursuit) => self.pursuit(pursuit),
                Relation::Cooperation(cooperation) => self.cooperation(cooperation),
                Relation::Credit(credit) => self.credit(credit),
                Relation::Speaker { article, official } => self.link(*article, zt::SPEAKER, official),
                Relation::About { article, entity } => self.link(*article, schema::ABOUT, entity),
                Relation::Mention { article, entity } => self.link(*article, schema::MENTIONS, entity),
            }
        }
    }

    fn tenure(&mut self, tenure: &Tenure) {
        let node = self.fact("tenure", zt::TENURE, &tenure.evidence);
        let (person, office) = (self.base.entity(&tenure.person), self.base.entity(&tenure.office));
        self.out.add(&node, org::MEMBER, person.clone());
        self.out.add(&node, zt::OFFICE_OF, office.clone());
        if let Some(Kind::Office { body: Some(body), .. }) =
            self.document.entities.get(&tenure.office).map(|office| &office.kind)
        {
            self.out.add(&node, org::ORGANIZATION, self.base.entity(body));
        }
        self.out.add(&node, zt::STATUS, status(tenure.status));
        let dates = [(zt::ATTESTED_ON, &tenure.attested), (zt::START, &tenure.start), (zt::END, &tenure.end)];
        for (property, date) in dates {
            if let Some(date) = date.as_deref().and_then(date::literal) {
                self.out.add(&node, property, date);
            }
        }
        if matches!(tenure.status, Status::Current | Status::Acting) {
            self.out.add(&person, org::HOLDS, office);
        }
    }

    fn pursuit(&mut self, pursuit: &Pursuit) {
        let node = self.fact("pursuit", zt::PURSUIT, &pursuit.evidence);
        let (actor, initiative) = (self.base.entity(&pursuit.actor), self.base.entity(&pursuit.initiative));
        self.out.add(&node, zt::ACTOR, actor.clone());
        self.out.add(&node, zt::INITIATIVE_OF, initiative.clone());
        // A cue of a data file that the ontology does not know leaves the fact without its manner, not out.
        if let Some(action) = pursuit.action.as_deref().and_then(action) {
            self.out.add(&node, zt::ACTION, action);
        }
        if let Some(speaker) = &pursuit.speaker {
            self.out.add(&node, zt::SPEAKER, self.base.entity(speaker));
        }
        self.out.add(&actor, zt::PURSUES, initiative);
    }

    fn cooperation(&mut self, cooperation: &Cooperation) {
        let node = self.fact("cooperation", zt::COOPERATION, &cooperation.evidence);
        for party in &cooperation.parties {
            self.out.add(&node, zt::ACTOR, self.base.entity(party));
        }
    }

    /// Correspondents are authors as reporters are. What sets them apart is said in one more triple and only of
    /// them, `schema:contributor`: a node for each credit with a role on it would cost four a name, and everyone who
    /// asks for the authors would have to walk through it.
    fn credit(&mut self, credit: &Credit) {
        self.link(credit.article, schema::AUTHOR, &credit.person);
        if credit.role == CreditRole::Correspondent {
            self.link(credit.article, schema::CONTRIBUTOR, &credit.person);
        }
    }

    fn link(&mut self, article: usize, property: NamedNodeRef<'_>, entity: &EntityId) {
        // Article 0 is the page outside its articles: the source itself names the place.
        let subject = match article {
            0 => self.source.clone(),
            number => self.base.article(&self.document.source.name, number),
        };
        self.out.add(&subject, property, self.base.entity(entity));
    }

    /// A new node for a fact, with its class, the rule that read it, how sure we are and the sentence.
    fn fact(&mut self, kind: &'static str, class: NamedNodeRef<'_>, evidence: &Evidence) -> NamedNode {
        let number = self.counts.entry((evidence.article, kind)).or_default();
        *number += 1;
        let article = self.base.article(&self.document.source.name, evidence.article);
        let node = NamedNode::new_unchecked(format!("{}/{kind}/{number}", article.as_str()));
        let sentence = self.sentence(&article, evidence);
        self.out.add(&node, rdf::TYPE, class);
        self.out.add_percent(&node, zt::CONFIDENCE, evidence.confidence);
        self.out.add_code(&node, zt::RULE, evidence.rule);
        self.out.add(&node, prov::WAS_DERIVED_FROM, sentence);
        node
    }

    /// The sentence, named by its code points in the source (RFC 5147), with the text as the source has it.
    fn sentence(&mut self, article: &NamedNode, evidence: &Evidence) -> NamedNode {
        let (begin, end) = self.offsets.points(evidence.sentence);
        let node = NamedNode::new_unchecked(format!("{}#char={begin},{end}", self.source.as_str()));
        self.out.add(&node, rdf::TYPE, zt::SENTENCE);
        self.out.add(&node, dcterms::IS_PART_OF, article.clone());
        self.out.add(&node, nif::REFERENCE_CONTEXT, self.source.clone());
        self.out.add_integer(&node, nif::BEGIN_INDEX, begin);
        self.out.add_integer(&node, nif::END_INDEX, end);
        self.out.add_code(&node, nif::ANCHOR_OF, evidence.sentence.of(&self.document.source.text));
        node
    }
}

pub(super) fn status(status: Status) -> NamedNodeRef<'static> {
    match status {
        Status::Current => zt::CURRENT,
        Status::Acting => zt::ACTING,
        Status::Former => zt::FORMER,
        Status::Appointed => zt::APPOINTED,
        Status::Removed => zt::REMOVED,
        Status::Nominated => zt::NOMINATED,
    }
}
