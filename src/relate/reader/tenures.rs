//! Holdings -> tenures: who is meant, in which office, with which status, since when.

use crate::diagnostic::Code;
use crate::entity::{EntityId, Kind, Status};
use crate::layout::Role;
use crate::lexicon::DivisionId;
use crate::link::{Discourse, LinkedPost};
use crate::mention::{Holding, Mentioned, Post, Who};
use crate::text::{Span, dates};

use super::super::{Relation, Tenure};
use super::Reader;

/// Below this confidence of a name a reader is told that its end is a guess.
const SURE: u8 = 60;

impl<'a> Reader<'a> {
    /// The offices of all posts of a passage.
    pub(super) fn link(
        &mut self,
        passage: usize,
        mentions: &'a [Mentioned<'a>],
        discourse: &mut Discourse,
    ) -> Vec<Option<LinkedPost>> {
        let mentioned = &mentions[passage];
        let posts = &mentioned.posts;
        let holding = |i: usize| mentioned.holdings.iter().filter(move |holding| holding.posts.contains(&i));
        let chained = |i: usize| i > 0 && holding(i).any(|holding| holding.posts.contains(&(i - 1)));
        (0..posts.len())
            .map(|i| {
                let acting = holding(i).any(|holding| holding.status == Some(Status::Acting));
                let linked = self.offices.link(mentions, passage, &posts[i], chained(i), acting, discourse);
                if let Some(division) = linked.as_ref().filter(|post| !post.seat).and_then(|post| post.division) {
                    discourse.lead(division);
                }
                linked
            })
            .collect()
    }

    /// The tenures of one holding.
    pub(super) fn holding(
        &mut self,
        passage: usize,
        mentioned: &Mentioned,
        holding: &Holding,
        linked: &mut [Option<LinkedPost>],
    ) {
        let (person, name, home) = {
            let posts = || holding.posts.iter().filter_map(|&i| linked[i].as_ref());
            let home = posts().rfind(|post| !post.seat);
            let scope = home.or_else(|| posts().next_back()).and_then(|post| post.division);
            let Some((person, name)) = self.who(mentioned, holding, scope) else { return };
            (person, name, home.and_then(|post| post.division))
        };
        self.last = Some((person.clone(), name.clone()));
        if holding.posts.iter().all(|&i| linked[i].is_none()) {
            return;
        }
        self.enter(person.clone(), &name, Kind::Person);
        // Where somebody was does not tell for whom he speaks.
        let past = |&i: &usize| {
            let status = status(&mentioned.posts[i], None, holding.status);
            matches!(status, Status::Former | Status::Removed)
        };
        if let (Some(span), Some(division)) = (holding.who.span(), home)
            && !holding.posts.iter().all(past)
        {
            self.named.push((passage, span, division));
        }
        let mut carried: Option<Status> = None;
        for &i in &holding.posts {
            let Some(post) = &mut linked[i] else { continue };
            let own = &mentioned.posts[i];
            if own.qualified {
                carried = own.status;
            }
            let status = status(own, carried, holding.status);
            self.doubt(mentioned, holding, post, own.span);
            self.tenure(mentioned, holding, post, own.span, &person, status);
        }
        if mentioned.role == Role::Byline {
            self.speaker = self.speaker.clone().or(Some(person.clone()));
            self.found.relations.push(Relation::Speaker { article: self.article.number, official: person.clone() });
            self.found.relations.push(Relation::About { article: self.article.number, entity: person.clone() });
        }
        self.found.relations.push(Relation::Mention { article: self.article.number, entity: person });
    }

    /// Tells what of a tenure is a guess: the place of the office, the end of the name.
    fn doubt(&mut self, mentioned: &Mentioned, holding: &Holding, post: &LinkedPost, span: Span) {
        if post.division.is_none() && !post.seat {
            let message = "the place of this office cannot be told; name the outlet (--outlet)";
            self.diagnose(mentioned, span, Code::TitleWithoutPlace, message);
        }
        if holding.confidence < SURE {
            let message = "where the name after this title ends is not sure";
            self.diagnose(mentioned, span, Code::UncertainName, message);
        }
    }

    /// Whom the holding is about: one name is one person, scoped by the division of the office that tells where he works.
    fn who(
        &mut self,
        mentioned: &Mentioned,
        holding: &Holding,
        scope: Option<DivisionId>,
    ) -> Option<(EntityId, String)> {
        match &holding.who {
            Who::Named(_) => {
                let name = holding.who.name(&mentioned.reading)?;
                let person = self.people.person(&name, scope, self.lexicon.gazetteer(), self.source);
                Some((person, name.into_owned()))
            }
            Who::Subject => self.subject(mentioned, holding).or_else(|| self.last.clone()),
        }
    }

    /// The person of the article whom the passage names last before the post, with a title or without (魏海在发言时说…。他
    /// 此前任…).
    fn subject(&self, mentioned: &Mentioned, holding: &Holding) -> Option<(EntityId, String)> {
        let before = &mentioned.reading.text[..mentioned.posts[*holding.posts.first()?].span.start()];
        let known = self.people.all().filter(|(_, id)| self.found.entities.knows(id));
        let (_, id, name) = known.filter_map(|(name, id)| Some((before.rfind(name)?, id, name))).max()?;
        Some((id.clone(), name.to_owned()))
    }

    /// Notes one tenure with its office and body.
    fn tenure(
        &mut self,
        mentioned: &Mentioned,
        holding: &Holding,
        post: &mut LinkedPost,
        span: Span,
        person: &EntityId,
        status: Status,
    ) {
        for entity in post.described.take().into_iter().flatten() {
            self.found.entities.note(entity);
        }
        if let Some(division) = post.division {
            self.division(division);
        }
        let (start, end) = self.period(mentioned, holding, span, status);
        let whole = holding.who.span().map_or(span, |name| name.cover(span));
        self.found.relations.push(Relation::Tenure(Tenure {
            person: person.clone(),
            office: post.office.clone(),
            status,
            attested: self.article.date.clone(),
            start,
            end,
            evidence: self.evidence(mentioned, whole, holding.confidence, holding.rule),
        }));
    }

    /// When the tenure began and ended: by the row of a CV, else by the last date before an appointment or a removal in
    /// its own sentence.
    fn period(
        &self,
        mentioned: &Mentioned,
        holding: &Holding,
        span: Span,
        status: Status,
    ) -> (Option<String>, Option<String>) {
        if holding.period != (None, None) || !matches!(status, Status::Appointed | Status::Removed) {
            return holding.period.clone();
        }
        let text = mentioned.reading.text;
        let sentence = mentioned.reading.sentence(span.start());
        let before = &text[sentence.start()..span.start().max(sentence.start())];
        let date = dates(before, self.article.date.as_deref()).pop().map(|date| date.value);
        if status == Status::Appointed { (date, None) } else { (None, date) }
    }
}

/// The status of one post of a list: its own qualifier's, else that of the last qualifier in the list (`carried`), else
/// the predicate's. Acting in a post is no contradiction to being or having been put into it.
fn status(post: &Post, carried: Option<Status>, predicate: Option<Status>) -> Status {
    let here = matches!(carried, None | Some(Status::Current));
    match post.status {
        Some(Status::Acting) if here && matches!(predicate, None | Some(Status::Current | Status::Appointed)) => {
            Status::Acting
        }
        Some(status) if post.qualified => status,
        _ => carried.or(predicate).unwrap_or(Status::Current),
    }
}
