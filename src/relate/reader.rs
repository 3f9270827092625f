//! One article's mentions -> its relations.

mod pursuits;
mod tenures;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::entity::{Entity, EntityId, Kind};
use crate::layout::{Article, Role};
use crate::lexicon::{DivisionId, Level, Lexicon};
use crate::link::{Discourse, Offices};
use crate::mention::{Holding, Mentioned};
use crate::text::Span;

use super::found::Found;
use super::people::People;
use super::{Credit, Evidence, Relation};

/// The relations of one article.
pub fn relations(
    article: &Article,
    mentions: &[Mentioned],
    lexicon: &Lexicon,
    discourse: &mut Discourse,
    source: &str,
) -> Found {
    let mut reader = Reader::new(article, lexicon, source);
    reader.reserve(mentions);
    for passage in reading_order(mentions) {
        reader.passage(passage, mentions, discourse);
    }
    reader.credits(mentions);
    reader.pursuits(mentions, discourse);
    reader.cooperations(mentions, discourse);
    reader.places(discourse);
    reader.found
}

/// Headline and byline first, wherever they are printed, because they say whom the text is about; the rest as it stands on
/// the page: what follows a line with a name between paragraphs is about that name.
fn reading_order(mentions: &[Mentioned]) -> Vec<usize> {
    let place = |i: &usize| match mentions[*i].role {
        Role::Headline | Role::Byline => (0, *i),
        Role::Credit => (usize::MAX, *i),
        _ => (1 + mentions[*i].passage.source(Span::new(0, 0)).start(), *i),
    };
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    order.sort_by_key(place);
    order
}

/// The places that a page names outside its articles.
pub fn places(lexicon: &Lexicon, discourse: &Discourse) -> Found {
    let article = Article::default();
    let mut reader = Reader::new(&article, lexicon, "");
    reader.places(discourse);
    reader.found
}

/// What is known while an article is read, passage by passage.
struct Reader<'a> {
    article: &'a Article,
    lexicon: &'a Lexicon,
    source: &'a str,
    found: Found,
    people: People,
    /// The person named last: whom 他 and a sentence without a subject are about.
    last: Option<(EntityId, String)>,
    /// The official of the byline.
    speaker: Option<EntityId>,
    /// Where people are named, with the division of their office.
    named: Vec<(usize, Span, DivisionId)>,
    /// The divisions noted so far.
    divisions: FxHashMap<DivisionId, EntityId>,
    offices: Offices<'a>,
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article, lexicon: &'a Lexicon, source: &'a str) -> Self {
        Self {
            article,
            lexicon,
            source,
            found: Found::default(),
            people: People::default(),
            last: None,
            speaker: None,
            named: Vec::new(),
            divisions: FxHashMap::default(),
            offices: Offices::new(lexicon),
        }
    }

    /// Makes room for about as much as the mentions will say: relations and entities are large, and moving them each
    /// time their list grows cost more than making many of them.
    fn reserve(&mut self, mentions: &[Mentioned]) {
        let (mut relations, mut entities) = (0, 0);
        for mentioned in mentions {
            let more = mentioned.credits.len() + mentioned.places.len();
            relations += more + mentioned.posts.len() + mentioned.holdings.len() + 2 * mentioned.initiatives.len();
            entities += more + 2 * mentioned.posts.len() + mentioned.holdings.len();
        }
        self.found.relations.reserve(relations);
        self.found.entities.reserve(entities / 2);
    }

    /// The people of one passage with their offices.
    fn passage(&mut self, passage: usize, mentions: &'a [Mentioned<'a>], discourse: &mut Discourse) {
        let mentioned = &mentions[passage];
        let mut linked = self.link(passage, mentions, discourse);
        let mut pending: Vec<&Holding> = mentioned.holdings.iter().collect();
        pending.sort_by_key(|holding| holding.posts.first().map_or(0, |&i| mentioned.posts[i].span.start()));
        for holding in pending {
            self.holding(passage, mentioned, holding, &mut linked);
        }
        for &orphan in &mentioned.orphans {
            self.orphan(mentioned, orphan);
        }
        for &span in discourse.ambiguous.iter().filter(|(at, _)| *at == passage).map(|(_, span)| span) {
            let message = "several divisions have this name; name the outlet (--outlet) or the division above it";
            self.diagnose(mentioned, span, Code::AmbiguousPlace, message);
        }
        for weak in &mentioned.uncertain {
            let message = "this may be an initiative; nothing here or elsewhere on the page says so";
            self.diagnose(mentioned, weak.span, Code::UncertainInitiative, message);
        }
    }

    /// A title with nobody beside it: 王区长 is the 王 of the article, if there is one.
    fn orphan(&mut self, mentioned: &Mentioned, orphan: Span) {
        let before = &mentioned.reading.text[..orphan.start()];
        // A name without an office (the lead of a CV) is nobody yet.
        let known = |id: &&EntityId| self.found.entities.knows(id);
        let people: Vec<EntityId> = self.people.addressed(before).filter(known).cloned().collect();
        match people.as_slice() {
            [person] => {
                let (article, entity) = (self.article.number, person.clone());
                self.found.relations.push(Relation::Mention { article, entity });
            }
            [] => self.diagnose(mentioned, orphan, Code::TitleWithoutName, "a title with no name beside it"),
            _ => {
                let message = "several people of the article have this surname";
                self.diagnose(mentioned, orphan, Code::UnresolvedAddress, message);
            }
        }
    }

    fn diagnose(&mut self, mentioned: &Mentioned, span: Span, code: Code, message: &str) {
        let span = mentioned.passage.source(span);
        self.found.diagnostics.push(Diagnostic { span, code, message: message.to_owned() });
    }

    /// The sentence around a span of a passage; of bylines and headlines the whole.
    fn evidence(&self, mentioned: &Mentioned, span: Span, confidence: u8, rule: &'static str) -> Evidence {
        let local = match mentioned.role {
            Role::Byline | Role::Headline => Span::new(0, mentioned.reading.text.len()),
            _ => mentioned.reading.sentences(span),
        };
        let (wide, narrow) = (mentioned.passage.source(local), mentioned.passage.source(span));
        let sentence = if wide.contains(narrow) { wide } else { narrow };
        Evidence { article: self.article.number, sentence, confidence, rule }
    }

    /// Notes a division.
    fn division(&mut self, division: DivisionId) -> EntityId {
        if let Some(id) = self.divisions.get(&division) {
            return id.clone();
        }
        let gazetteer = self.lexicon.gazetteer();
        let code = gazetteer.code(division);
        let id = EntityId::division(code);
        self.enter(id.clone(), gazetteer.name(division), Kind::Division { code: code.to_owned() });
        self.divisions.insert(division, id.clone());
        id
    }

    /// Notes an entity, unless it is known already.
    fn enter(&mut self, id: EntityId, label: &str, kind: Kind) {
        if !self.found.entities.knows(&id) {
            self.found.entities.note(Entity { id, label: label.to_owned(), aliases: Default::default(), kind });
        }
    }

    /// The people who made the article. Without an outlet they are scoped by the source: two papers' 小蕊 stay two.
    fn credits(&mut self, mentions: &[Mentioned]) {
        let scope = self.article.outlet.clone().unwrap_or_else(|| self.source.to_owned());
        for mentioned in mentions {
            for credit in &mentioned.credits {
                let person = EntityId::person(&scope, &credit.name);
                self.enter(person.clone(), &credit.name, Kind::Person);
                let credit = Credit { article: self.article.number, person, role: credit.role };
                self.found.relations.push(Relation::Credit(credit));
            }
            for &span in &mentioned.unread {
                self.diagnose(mentioned, span, Code::UnreadableCredit, "a credit in which no name could be read");
            }
        }
    }

    /// The places that the article names, and the one that it is about.
    fn places(&mut self, discourse: &Discourse) {
        let gazetteer = self.lexicon.gazetteer();
        let mut said = FxHashSet::default();
        for resolved in discourse.resolved() {
            for above in [resolved.division, gazetteer.county(resolved.division)] {
                if (gazetteer.level(above) < Level::Township || above == resolved.division) && said.insert(above) {
                    let entity = self.division(above);
                    self.found.relations.push(Relation::Mention { article: self.article.number, entity });
                }
            }
        }
        if let Some(anchor) = discourse.subject() {
            let entity = self.division(anchor);
            self.found.relations.push(Relation::About { article: self.article.number, entity });
        }
    }
}
