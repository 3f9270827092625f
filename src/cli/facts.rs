//! Facts as JSON: the form that `extract` writes, apart from the core types, so that either can change alone.

use serde::Serialize;

use crate::document::Document;
use crate::entity::{EntityId, Kind};
use crate::relate::{CreditRole, Evidence, Relation};

/// One fact of one article.
#[derive(Debug, Serialize)]
pub struct Fact<'a> {
    source: &'a str,
    article: usize,
    #[serde(flatten)]
    statement: Statement<'a>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    evidence: Option<Proof<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "fact", rename_all = "lowercase")]
enum Statement<'a> {
    Tenure {
        person: Thing<'a>,
        office: Thing<'a>,
        status: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        attested: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        end: Option<&'a str>,
    },
    Pursuit {
        actor: Thing<'a>,
        initiative: Thing<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        action: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        speaker: Option<Thing<'a>>,
    },
    Cooperation {
        parties: Vec<Thing<'a>>,
    },
    Credit {
        person: Thing<'a>,
        role: &'static str,
    },
    Speaker {
        official: Thing<'a>,
    },
    About {
        entity: Thing<'a>,
    },
    Mention {
        entity: Thing<'a>,
    },
}

/// An entity with the name a person knows it by.
#[derive(Debug, Serialize)]
struct Thing<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

/// The sentence, in code points of the source's text as in the graph.
#[derive(Debug, Serialize)]
struct Proof<'a> {
    sentence: &'a str,
    begin: usize,
    end: usize,
    confidence: f64,
    rule: &'a str,
}

/// A relation as its JSON line says it.
pub fn fact<'a>(document: &'a Document, relation: &'a Relation) -> Fact<'a> {
    let thing = |id: &'a EntityId| thing(document, id);
    let (article, statement, evidence) = match relation {
        Relation::Tenure(t) => (
            t.evidence.article,
            Statement::Tenure {
                person: thing(&t.person),
                office: thing(&t.office),
                status: t.status.name(),
                attested: t.attested.as_deref(),
                start: t.start.as_deref(),
                end: t.end.as_deref(),
            },
            Some(&t.evidence),
        ),
        Relation::Pursuit(p) => (
            p.evidence.article,
            Statement::Pursuit {
                actor: thing(&p.actor),
                initiative: thing(&p.initiative),
                action: p.action.as_deref(),
                speaker: p.speaker.as_ref().map(thing),
            },
            Some(&p.evidence),
        ),
        Relation::Cooperation(c) => (
            c.evidence.article,
            Statement::Cooperation { parties: c.parties.iter().map(thing).collect() },
            Some(&c.evidence),
        ),
        Relation::Credit(c) => {
            let role = match c.role {
                CreditRole::Reporter => "reporter",
                CreditRole::Correspondent => "correspondent",
            };
            (c.article, Statement::Credit { person: thing(&c.person), role }, None)
        }
        Relation::Speaker { article, official } => (*article, Statement::Speaker { official: thing(official) }, None),
        Relation::About { article, entity } => (*article, Statement::About { entity: thing(entity) }, None),
        Relation::Mention { article, entity } => (*article, Statement::Mention { entity: thing(entity) }, None),
    };
    let evidence = evidence.map(|evidence| proof(document, evidence));
    Fact { source: &document.source.name, article, statement, evidence }
}

fn thing<'a>(document: &'a Document, id: &'a EntityId) -> Thing<'a> {
    let entity = document.entities.get(id);
    let kind = entity.map(|entity| match entity.kind {
        Kind::Division { .. } => "division",
        Kind::Body { .. } => "body",
        Kind::Office { .. } => "office",
        Kind::Person => "person",
        Kind::Initiative { .. } => "initiative",
    });
    Thing { id: id.as_str(), name: entity.map(|entity| entity.label.as_str()), kind }
}

fn proof<'a>(document: &'a Document, evidence: &'a Evidence) -> Proof<'a> {
    let text = document.source.text.as_str();
    let begin = text[..evidence.sentence.start()].chars().count();
    let sentence = evidence.sentence.of(text);
    Proof {
        sentence,
        begin,
        end: begin + sentence.chars().count(),
        confidence: f64::from(evidence.confidence) / 100.0,
        rule: evidence.rule,
    }
}
