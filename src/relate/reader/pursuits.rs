//! Initiatives -> pursuits and cooperations: what is done, by whom, and together with whom.

use crate::entity::EntityId;
use crate::lexicon::{Class, DivisionId};
use crate::link::Discourse;
use crate::mention::{InitiativeMention, Mentioned};

use super::super::cooperation::cooperations;
use super::super::initiative;
use super::super::named::Named;
use super::super::pursuit::Acting;
use super::super::{Cooperation, Pursuit, Relation};
use super::Reader;

impl Reader<'_> {
    /// The initiatives, each with those who act on it.
    pub(super) fn pursuits(&mut self, mentions: &[Mentioned], discourse: &Discourse) {
        if mentions.iter().all(|mentioned| mentioned.initiatives.is_empty()) {
            return;
        }
        let titled = std::mem::take(&mut self.named);
        let named = Named::new(mentions, &titled);
        let (main, partners) = discourse.main_counties();
        let cooperates = mentions.iter().enumerate().any(|(passage, mentioned)| {
            mentioned.reading.hits_of(Class::Cooperate).any(|hit| {
                let value = self.lexicon.value(hit, Class::Cooperate);
                let sentence = mentioned.reading.sentence(hit.start());
                let named = |partner: &DivisionId| discourse.county_in(passage, sentence, *partner);
                value.is_some_and(|value| value != "with") && partners.iter().all(named)
            })
        });
        let partners = if cooperates { partners } else { Vec::new() };
        let acting =
            Acting { gazetteer: self.lexicon.gazetteer(), discourse, people: &named, main, partners: &partners };
        for (passage, mentioned) in mentions.iter().enumerate() {
            for initiative in &mentioned.initiatives {
                let (actors, rule) = acting.actors(mentioned, passage, initiative);
                let id = self.initiative(initiative, actors.first().copied());
                for actor in actors {
                    let actor = self.division(actor);
                    self.found.relations.push(Relation::Pursuit(Pursuit {
                        actor,
                        initiative: id.clone(),
                        action: initiative.action.clone(),
                        speaker: self.speaker.clone(),
                        evidence: self.evidence(mentioned, initiative.span, initiative.confidence, rule),
                    }));
                }
            }
        }
    }

    /// The divisions that act together, sentence by sentence.
    pub(super) fn cooperations(&mut self, mentions: &[Mentioned], discourse: &Discourse) {
        for (passage, mentioned) in mentions.iter().enumerate() {
            for (sentence, parties) in cooperations(mentioned, passage, discourse, self.lexicon.gazetteer()) {
                let parties = parties.into_iter().map(|division| self.division(division)).collect();
                let evidence = self.evidence(mentioned, sentence, 70, "cooperation.joined");
                self.found.relations.push(Relation::Cooperation(Cooperation { parties, evidence }));
            }
        }
    }

    /// Notes an initiative under the name that it was met with first; what else it is called are aliases.
    fn initiative(&mut self, initiative: &InitiativeMention, actor: Option<DivisionId>) -> EntityId {
        let entity = initiative::entity(initiative, actor, self.lexicon.gazetteer());
        let id = entity.id.clone();
        if self.found.entities.knows(&id) {
            let names: Vec<String> = entity.aliases.iter().chain([&entity.label]).cloned().collect();
            let known = self.found.entities.note(entity);
            known.aliases.extend(names.into_iter().filter(|name| *name != known.label));
        } else {
            self.found.entities.note(entity);
        }
        self.found.relations.push(Relation::Mention { article: self.article.number, entity: id.clone() });
        id
    }
}
