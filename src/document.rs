//! The whole chain for one source.

mod printed;

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::decode::Source;
use crate::diagnostic::Diagnostic;
use crate::entity::{Entity, EntityId};
use crate::layout::{self, Article, Cue, Cues, Page, Passage, Place, Role};
use crate::lexicon::{Class, DivisionId, Form, Level, Lexicon, Own};
use crate::link::{Context, Discourse};
use crate::mention::{self, Mentioned, PageText, PlaceMention, Reading};
use crate::relate::{self, Found, Relation};
use crate::text::{Fold, Span};

/// Everything that one source says.
#[derive(Debug, Clone)]
pub struct Document {
    pub source: Source,
    pub articles: Vec<Article>,
    /// Every entity that a relation names, by identifier; divisions too.
    pub entities: BTreeMap<EntityId, Entity>,
    /// Sorted by article, without repetition.
    pub relations: Vec<Relation>,
    pub diagnostics: Vec<Diagnostic>,
}

/// The chain from sources to documents: the knowledge that the chain needs, loaded once.
pub struct Reader {
    lexicon: Lexicon,
    cues: Cues,
    fold: Fold,
}

impl Reader {
    /// With the built-in knowledge.
    pub fn load() -> Self {
        Self { lexicon: Lexicon::load(), cues: Cues::embedded(), fold: Fold::load() }
    }

    /// With the built-in knowledge and a user's.
    pub fn with(own: &Own) -> Self {
        let cue = |(class, word, value): (Class, &'static str, &str)| {
            let cue = match (class, value.split(' ').next()?) {
                (Class::Outlet, _) => Cue::Named,
                (Class::Rank, value) if value != "not" && value != "none" => Cue::Title,
                (Class::Credit, "outlet") => Cue::Outlet,
                (Class::Credit, "reporter" | "correspondent" | "supplier") => Cue::Role,
                (Class::Credit, "photographer") => Cue::Photo,
                (Class::Credit, "editor" | "intern") => Cue::Staff,
                _ => return None,
            };
            Some((cue, word))
        };
        Self { lexicon: Lexicon::with(own), cues: Cues::with(own.words().filter_map(cue)), fold: Fold::load() }
    }

    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Everything that `source` says. Never fails: what was not understood is among the diagnostics.
    ///
    /// A text in other forms of the characters (traditional ones, radicals of PDF fonts, wide digits) is read in a
    /// copy, so that the same things have the same names; what the document shows of it is the text as printed.
    pub fn read(&self, source: Source) -> Document {
        let Some(folded) = self.fold.fold(&source.text) else { return self.chain(source) };
        let copy = Source { text: folded.text.clone(), diagnostics: Vec::new(), ..source.clone() };
        let diagnostics = source.diagnostics.clone();
        let mut document = printed::printed(self.chain(copy), source, &folded);
        document.diagnostics.extend(diagnostics);
        document.diagnostics.sort();
        document
    }

    /// The chain itself.
    fn chain(&self, source: Source) -> Document {
        let page = layout::page(&source, &self.cues, &|text| self.places(text));
        let Page { articles, furniture, outlet, .. } = page;
        let text = PageText::new(&articles);
        let mut mentions: Vec<Vec<Mentioned>> =
            articles.iter().map(|article| mention::mentions(article, &self.lexicon, &text)).collect();
        mention::locate(&mut mentions, &text);
        let all: Vec<&PlaceMention> = mentions.iter().flatten().flat_map(|mentioned| &mentioned.places).collect();
        let context = Context::new(&self.lexicon, outlet.as_deref(), &all);
        let mut found = Found::default();
        for (article, mentions) in articles.iter().zip(&mentions) {
            found.add(self.article(article, mentions, &context, &source.name));
        }
        drop(mentions);
        found.add(self.furniture(&furniture, &context));
        relate::settle(&mut found, &source.name);
        let Found { entities, mut relations, mut diagnostics } = found;
        let mut said = FxHashSet::with_capacity_and_hasher(relations.len(), Default::default());
        let new: Vec<bool> = relations.iter().map(|relation| said.insert(relation)).collect();
        let mut new = new.into_iter();
        relations.retain(|_| new.next() == Some(true));
        diagnostics.extend_from_slice(&source.diagnostics);
        diagnostics.sort();
        Document { source, articles, entities: entities.sorted(), relations, diagnostics }
    }

    fn article(&self, article: &Article, mentions: &[Mentioned], context: &Context, source: &str) -> Found {
        let passages: Vec<(Role, &[PlaceMention])> = mentions.iter().map(|m| (m.role, m.places.as_slice())).collect();
        let titled =
            |passage: usize, span: Span| mentions[passage].posts.iter().any(|post| post.places.contains(&span));
        let mut discourse = Discourse::new(&self.lexicon, context, &passages, &titled);
        relate::relations(article, mentions, &self.lexicon, &mut discourse, source)
    }

    /// The places that the page names outside its articles: addresses, the paper's own home.
    fn furniture(&self, furniture: &[Passage], context: &Context) -> Found {
        let readings: Vec<Reading> =
            furniture.iter().map(|passage| Reading::new(passage.text(), &self.lexicon)).collect();
        let places: Vec<Vec<PlaceMention>> = readings.iter().map(|reading| mention::places(reading, &[])).collect();
        let passages: Vec<(Role, &[PlaceMention])> =
            places.iter().map(|places| (Role::Credit, places.as_slice())).collect();
        let discourse = Discourse::new(&self.lexicon, context, &passages, &|_, _| false);
        relate::places(&self.lexicon, &discourse)
    }

    /// The places named in a text, as keys for the layout: counties and prefectures by every name but the doubtful ones.
    fn places(&self, text: &str) -> Vec<Place> {
        let gazetteer = self.lexicon.gazetteer();
        let hits = self.lexicon.found(text).filter(|hit| hit.is(Class::Place) && hit.span().len() > 3);
        let mut divisions: Vec<DivisionId> = hits
            .flat_map(|hit| self.lexicon.senses(hit))
            .filter(|sense| {
                gazetteer.level(sense.division) != Level::Township && !matches!(sense.form, Form::Former(_))
            })
            .map(|sense| sense.division)
            .collect();
        divisions.sort_unstable();
        divisions.dedup();
        let mut keys: Vec<Place> = divisions.into_iter().map(|division| Place(gazetteer.code(division))).collect();
        keys.sort_unstable();
        keys
    }
}
