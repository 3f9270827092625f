//! A document of two articles that has every kind of fact in it.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use zhengtu::decode::{Metadata, Source};
use zhengtu::document::Document;
use zhengtu::entity::{Entity, EntityId, InitiativeKind, Kind, Status};
use zhengtu::layout::{Article, Passage};
use zhengtu::rdf::{Base, DivisionFacts, Level, Quad, divisions, quads};
use zhengtu::relate::{Cooperation, Credit, CreditRole, Evidence, Pursuit, Relation, Tenure};
use zhengtu::text::Span;

pub const TEXT: &str = "\
临平区：把“一窗办成”做到家门口
临平区委副书记、区长 周明远
　　本报讯（记者陈溪 通讯员李木）周明远说，临平区正在深化“一窗办成”
改革，并与余杭区共同实施“运河清波”专项行动。
何静任余杭区代区长
　　3月5日，余杭区人大常委会决定何静为余杭区代区长；免去赵一凡的余杭区区长职务。
";

pub fn span(needle: &str) -> Span {
    let start = TEXT.find(needle).expect("the fixture's own text");
    Span::new(start, start + needle.len())
}

fn passage(needle: &str) -> Passage {
    Passage::new(TEXT, [span(needle)])
}

fn evidence(article: usize, sentence: &str, confidence: u8, rule: &'static str) -> Evidence {
    Evidence { article, sentence: span(sentence), confidence, rule }
}

fn entity(id: &EntityId, label: &str, aliases: &[&str], kind: Kind) -> (EntityId, Entity) {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    (id.clone(), Entity { id: id.clone(), label: label.to_owned(), aliases, kind })
}

fn division(code: &str, label: &str) -> (EntityId, Entity) {
    entity(&EntityId::division(code), label, &[], Kind::Division { code: code.to_owned() })
}

fn body(code: &str, name: &str, label: &str) -> (EntityId, Entity) {
    let kind = Kind::Body { division: Some(EntityId::division(code)), public: true };
    entity(&EntityId::body(code, name), label, &[], kind)
}

fn office(code: &str, title: &str, body: &str, label: &str) -> (EntityId, Entity) {
    let kind = Kind::Office {
        title: title.to_owned(),
        body: Some(EntityId::body(code, body)),
        division: Some(EntityId::division(code)),
    };
    entity(&EntityId::office(code, title), label, &[], kind)
}

fn entities() -> BTreeMap<EntityId, Entity> {
    let initiative =
        |name: &str, alias: &str, kind| entity(&EntityId::initiative(name), name, &[alias], Kind::Initiative { kind });
    let person = |scope: &str, name: &str| entity(&EntityId::person(scope, name), name, &[], Kind::Person);
    BTreeMap::from([
        division("330113", "临平区"),
        division("330110", "余杭区"),
        body("330113", "区委", "中共杭州市临平区委员会"),
        body("330113", "人民政府", "杭州市临平区人民政府"),
        body("330110", "人民政府", "杭州市余杭区人民政府"),
        office("330113", "区委副书记", "区委", "杭州市临平区委副书记"),
        office("330113", "区长", "人民政府", "杭州市临平区区长"),
        office("330110", "区长", "人民政府", "杭州市余杭区区长"),
        person("330113", "周明远"),
        person("330110", "何静"),
        person("330110", "赵一凡"),
        person("page.txt", "陈溪"),
        person("page.txt", "李木"),
        initiative("一窗办成", "“一窗办成”改革", InitiativeKind::Mechanism),
        initiative("运河清波", "“运河清波”专项行动", InitiativeKind::Campaign),
    ])
}

fn tenure(scope: &str, person: &str, title: &str, status: Status, evidence: Evidence) -> Relation {
    Relation::Tenure(Tenure {
        person: EntityId::person(scope, person),
        office: EntityId::office(scope, title),
        status,
        attested: (evidence.article == 2).then(|| "2024-03-06".to_owned()),
        start: (status == Status::Acting).then(|| "2024-03".to_owned()),
        end: (status == Status::Removed).then(|| "2024".to_owned()),
        evidence,
    })
}

fn pursuit(code: &str, initiative: &str, action: &str, evidence: Evidence) -> Relation {
    Relation::Pursuit(Pursuit {
        actor: EntityId::division(code),
        initiative: EntityId::initiative(initiative),
        action: Some(action.to_owned()),
        speaker: Some(EntityId::person("330113", "周明远")),
        evidence,
    })
}

fn relations() -> Vec<Relation> {
    let byline = "临平区委副书记、区长 周明远";
    let said = "周明远说，临平区正在深化“一窗办成”\n改革，并与余杭区共同实施“运河清波”专项行动。";
    let decided = "3月5日，余杭区人大常委会决定何静为余杭区代区长；免去赵一凡的余杭区区长职务。";
    let speaker = EntityId::person("330113", "周明远");
    let credit = |name, role| Relation::Credit(Credit { article: 1, person: EntityId::person("page.txt", name), role });
    vec![
        tenure("330113", "周明远", "区委副书记", Status::Current, evidence(1, byline, 99, "title.rank-list")),
        tenure("330113", "周明远", "区长", Status::Current, evidence(1, byline, 99, "title.rank-list")),
        tenure("330110", "何静", "区长", Status::Acting, evidence(2, decided, 95, "appointment.decides")),
        tenure("330110", "赵一凡", "区长", Status::Removed, evidence(2, decided, 90, "appointment.removes")),
        pursuit("330113", "一窗办成", "deepen", evidence(1, said, 90, "initiative.quoted-with-head")),
        pursuit("330113", "运河清波", "implement", evidence(1, said, 80, "initiative.quoted-with-head")),
        pursuit("330110", "运河清波", "implement", evidence(1, said, 80, "initiative.quoted-with-head")),
        Relation::Cooperation(Cooperation {
            parties: vec![EntityId::division("330110"), EntityId::division("330113")],
            evidence: evidence(1, said, 100, "cooperation.together"),
        }),
        credit("陈溪", CreditRole::Reporter),
        credit("李木", CreditRole::Correspondent),
        Relation::Speaker { article: 1, official: speaker.clone() },
        Relation::About { article: 1, entity: EntityId::division("330113") },
        Relation::About { article: 1, entity: speaker },
        Relation::About { article: 2, entity: EntityId::division("330110") },
        Relation::Mention { article: 1, entity: EntityId::division("330110") },
        Relation::Mention { article: 1, entity: EntityId::initiative("一窗办成") },
    ]
}

/// The document under another name, as if the same page had come twice.
pub fn named(name: &str) -> Document {
    let first = Article {
        number: 1,
        headline: Some(passage("临平区：把“一窗办成”做到家门口")),
        bylines: vec![passage("临平区委副书记、区长 周明远")],
        ..Article::default()
    };
    let second = Article {
        number: 2,
        headline: Some(passage("何静任余杭区代区长")),
        outlet: Some("运河日报".to_owned()),
        date: Some("2024-03-06".to_owned()),
        ..Article::default()
    };
    Document {
        source: Source {
            name: name.to_owned(),
            text: TEXT.to_owned(),
            sha256: format!("{:x}", Sha256::digest(TEXT)),
            metadata: Metadata::default(),
            large: Vec::new(),
            diagnostics: Vec::new(),
        },
        articles: vec![first, second],
        entities: entities(),
        relations: relations(),
        diagnostics: Vec::new(),
    }
}

pub fn document() -> Document {
    named("page.txt")
}

/// The facts of the divisions that the document mentions, and of those above them.
pub fn gazetteer() -> Vec<Quad> {
    let facts = |code: &str, level, parent: Option<&str>, name: &str, alias: &str| DivisionFacts {
        code: code.to_owned(),
        level,
        parent: parent.map(str::to_owned),
        name: name.to_owned(),
        aliases: [alias.to_owned()].into(),
    };
    let facts = [
        facts("330000", Level::Province, None, "浙江省", "浙江"),
        facts("330100", Level::Prefecture, Some("330000"), "杭州市", "杭州"),
        facts("330110", Level::County, Some("330100"), "余杭区", "余杭"),
        facts("330113", Level::County, Some("330100"), "临平区", "临平"),
    ];
    divisions(facts, &Base::default())
}

/// The whole graph: the document's and the gazetteer's.
pub fn graph() -> Vec<Quad> {
    let mut graph = quads(&document(), &Base::default());
    graph.extend(gazetteer());
    graph
}
