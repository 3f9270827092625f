//! Predicates that put people into posts or take them out: 任命…为, 免去…的…职务, 不再担任.

use crate::entity::Status;
use crate::lexicon::{Class, Hit};
use crate::text::Span;
use crate::text::han;

use super::super::reading::Reading;
use super::chain::Chain;
use super::{BELIEVED, Reader, Who};

/// A predicate in the text: what its row in `data/lexicon/appoint.tsv` says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Predicate<'a> {
    pub start: usize,
    pub status: Option<Status>,
    /// Where name and post stand: `name-post`, `name-wei`, `name-de`, `quit`.
    shape: &'a str,
}

impl<'a> Predicate<'a> {
    /// The predicate that a hit of the class is.
    pub fn new(reading: &Reading<'a>, hit: Hit) -> Self {
        let value = reading.value(hit, Class::Appoint);
        let (status, shape) = value.split_once(':').unwrap_or((value, ""));
        Self { start: hit.start(), status: Status::named(status), shape }
    }
}

impl<'a> Reader<'_, 'a> {
    /// The predicate that ends at `at`.
    pub(super) fn predicate_before(&self, at: usize) -> Option<Predicate<'a>> {
        self.reading.ending(at, Class::Appoint).map(|hit| Predicate::new(self.reading, hit))
    }

    /// 任命…为, 免去…的…职务, …辞去…职务: the forms in which the name stands before the post.
    pub(super) fn appointed(&mut self, chain: Chain) -> bool {
        let before = self.reading.text[..chain.span.start()].trim_end_matches(han::is_space);
        // …为|宁乡市出席|长沙市第十六届人民代表大会代表
        let before = self.without_sender(before);
        if let Some(names) = before.strip_suffix(self.lexicon().phrase("become"))
            && self.put_into(chain, names.len())
        {
            return true;
        }
        if let Some(names) = before.strip_suffix(han::owns)
            && self.taken_out(chain, names.len())
        {
            return true;
        }
        if self.taken_out_of(chain, before.len()) {
            return true;
        }
        let Some(predicate) = before.strip_suffix(self.lexicon().phrase("its")) else { return false };
        if !self.grammar(chain.span.end(), "office-tail") {
            return false;
        }
        let status = self.list_status(predicate.len()).unwrap_or(Status::Removed);
        self.push(Who::Subject, chain.posts().collect(), Some(status), "appoint.pronoun", 85);
        true
    }

    /// The text without the place at its end that delegates are sent from: 宁乡市出席.
    fn without_sender<'t>(&self, text: &'t str) -> &'t str {
        let word = self.reading.ending(text.len(), Class::Grammar);
        let attends = word.filter(|hit| self.reading.value(*hit, Class::Grammar) == "attending");
        let place = attends.and_then(|hit| self.reading.ending(hit.start(), Class::Place));
        place.map_or(text, |hit| &text[..hit.start()])
    }

    /// 任命甲、乙为…: the names end at `at`, before 为.
    fn put_into(&mut self, chain: Chain, at: usize) -> bool {
        // 提名为 and 当选为 are predicates of their own: the 为 of them opens no list of names.
        let behind = at + self.lexicon().phrase("become").len();
        if self.predicate_before(behind).is_some_and(|predicate| predicate.start < at) {
            return false;
        }
        // …，任命|其|为…: whom the sentence before spoke of.
        if let Some(before) = self.reading.text[..at].strip_suffix(self.lexicon().phrase("its"))
            && let Some(predicate) =
                self.predicate_before(before.len()).filter(|predicate| predicate.shape == "name-wei")
        {
            self.push(Who::Subject, chain.posts().collect(), predicate.status, "appoint.pronoun", 85);
            return true;
        }
        let people = self.people_before(at);
        let [first, ..] = people[..] else { return false };
        if self.ends_with_speech(at) {
            return false;
        }
        let nominee = self.grammar(chain.span.end(), "nominee");
        // 以局长徐强为组长: without a predicate nobody is put into anything.
        let listed = self.list_status(first.start());
        let Some(status) = nominee.then_some(Status::Nominated).or(listed) else { return false };
        self.all(people, chain, Some(status), "appoint.name-wei", 95);
        true
    }

    /// 免去甲、乙的…职务: the names end at `at`, before 的.
    fn taken_out(&mut self, chain: Chain, at: usize) -> bool {
        let removed = self.list_status(at) == Some(Status::Removed);
        let listed = self.section.removes && self.grammar(chain.span.end(), "office-tail");
        if !removed && !listed {
            return false;
        }
        let people = self.people_before(at);
        let [first, ..] = people[..] else { return false };
        // Under a heading alone only a row that begins with the names is believed.
        let row = self.reading.text[..first.start()].trim_matches(han::is_space).is_empty();
        if removed || row {
            self.all(people, chain, Some(Status::Removed), "appoint.name-de", 95);
        }
        removed || row
    }

    /// 免去左世国|县交通运输局局长职务: without 的. The names end at `at`, right behind the predicate.
    fn taken_out_of(&mut self, chain: Chain, at: usize) -> bool {
        if !self.grammar(chain.span.end(), "office-tail") {
            return false;
        }
        let people = self.people_before(at);
        let Some(first) = people.first() else { return false };
        let removed = self.predicate_before(first.start()).is_some_and(|predicate| predicate.shape == "name-de");
        if removed {
            self.all(people, chain, Some(Status::Removed), "appoint.name-post", 90);
        }
        removed
    }

    /// Gives the chain to each of the people.
    fn all(&mut self, people: Vec<Span>, chain: Chain, status: Option<Status>, rule: &'static str, confidence: u8) {
        for person in people {
            self.push(Who::Named(person), chain.posts().collect(), status, rule, confidence);
        }
    }

    /// Where the statement begins that `at` stands in.
    fn statement(&self, at: usize) -> usize {
        self.reading.marks().last(at, ends_statement).map_or(0, |mark| mark.end())
    }

    fn ends_with_speech(&self, at: usize) -> bool {
        self.reading.ending(at, Class::Follower).is_some_and(|hit| hit.span().len() > 3)
    }

    /// The status of the nearest predicate before `at` in the same sentence, else of the list's heading.
    pub(super) fn list_status(&self, at: usize) -> Option<Status> {
        let mut said = self.reading.hits_between(self.statement(at), at).iter().rev();
        let cue = said.find(|hit| hit.is(Class::Appoint) && hit.end() <= at && hit.span().len() > 3);
        cue.and_then(|&hit| Predicate::new(self.reading, hit).status).or(self.section.status)
    }

    /// 王刚任…, 王刚曾任…, 不再担任…: the predicate or qualifier stands before the chain, the name before it or nowhere.
    ///
    /// `named` asks for a name right before; without it the person named last is meant.
    pub(super) fn predicated(&mut self, chain: Chain, named: bool) -> bool {
        let (start, end) = (chain.span.start(), chain.span.end());
        let (cue, status, rule) = match self.predicate_before(start) {
            Some(cue) if cue.shape != "name-wei" && !self.in_name(cue.start, start) => {
                (cue.start, cue.status, "appoint.predicate")
            }
            _ if self.posts[chain.first].qualified => (start, None, "title.qualified"),
            _ if named => match self.copula(start) {
                Some(is) => (is, Some(Status::Current), "appoint.copula"),
                None => return false,
            },
            _ => return false,
        };
        // 齐家和|现|村党支部书记: one character between a name and a title belongs to the title behind it.
        let brief =
            cue == start && self.reading.starting(start, Class::Qualifier).is_some_and(|hit| hit.span().len() <= 3);
        // 程连元|与|时任…书记王宁: the name is behind the title.
        let beside = cue == start
            && self
                .reading
                .ending(start, Class::Cooperate)
                .is_some_and(|hit| hit.span().len() <= 3 && self.reading.value(hit, Class::Cooperate) == "with");
        let mut people = if brief || beside { Vec::new() } else { self.people_before(self.at_work(cue, start)) };
        if people.is_empty() {
            people.extend(self.accepted(start, cue));
        }
        if cue < start && self.predicate_before(start).is_some_and(|predicate| predicate.shape == "as-post") {
            people = self.past_comma(end).into_iter().collect();
        }
        if named == people.is_empty() {
            return false;
        }
        if people.is_empty() && self.topic.is_none() {
            people.extend(self.opening(cue));
        }
        // 任 and 为 are weak: they need a person, or a function word before them.
        let weak = status == Some(Status::Appointed) && start - cue <= 3 && cue < start;
        let past = (weak || status == Some(Status::Current)) && self.grammar(end, "while");
        // In a CV of his own nobody else can be meant.
        if people.is_empty() && self.topic.is_none() && weak {
            people.extend(self.moved(cue));
        }
        let alone = people.is_empty() && self.topic.is_none() && self.reading.ending(cue, Class::Grammar).is_none();
        if weak && !past && alone {
            return false;
        }
        let status = if past { Some(Status::Former) } else { status };
        let status = if self.grammar(end, "nominee") { Some(Status::Nominated) } else { status };
        if past && people.is_empty() && self.topic.is_none() {
            people.extend(self.meanwhile(end));
        }
        if people.is_empty() {
            let who = self.topic.map_or(Who::Subject, Who::Named);
            self.push(who, chain.posts().collect(), status, rule, 80);
        }
        self.all(people, chain, status, rule, 90);
        true
    }
}

impl Reader<'_, '_> {
    /// 担任枝江市委书记期间，|王松华|…: the name that the main clause begins with, behind the word at `end`.
    fn meanwhile(&self, end: usize) -> Option<Span> {
        let word = self.reading.starting(end, Class::Grammar)?;
        self.past_comma(word.end())
    }

    /// 陆明达|是|灌云县湖塘镇党委书记: where the word begins. It is no row of the table, because names end in it and words do.
    fn copula(&self, post: usize) -> Option<usize> {
        self.reading.text[..post].strip_suffix(self.lexicon().phrase("is")).map(str::len)
    }

    /// 作为灌云县县长，|陆明达|…: the name behind the comma at `end`.
    fn past_comma(&self, end: usize) -> Option<Span> {
        let comma = self.reading.skip_space(end);
        let clause = self.reading.text[comma..].strip_prefix(han::is_comma)?;
        let found = self.name_at(self.reading.text.len() - clause.len(), SURE)?;
        // 马道|街 is a street.
        self.reading.starting(found.span.end(), Class::Street).is_none().then_some(found.span)
    }

    /// 钱学义被免去…职务，|任…: whom the predicate before spoke of, in the same sentence and right before.
    fn moved(&self, cue: usize) -> Option<Span> {
        let last = self.holdings.last().filter(|holding| holding.rule.starts_with("appoint."))?;
        let post = self.posts[*last.posts.last()?].span;
        let name = last.who.span()?;
        let tail = self.reading.starting(post.end(), Class::Grammar).map_or(post.end(), |hit| hit.end());
        let near = self.reading.text.get(tail..cue)?.chars().all(|c| han::is_comma(c) || han::is_space(c));
        (near && name.start() >= self.reading.sentence(cue).start()).then_some(name)
    }

    /// 冯保田|今年78岁，是原…局长: the name that the sentence begins with, before a word that tells of him.
    fn opening(&self, cue: usize) -> Option<Span> {
        let start = self.reading.sentence(cue).start();
        let found = self.name_at(self.reading.skip_space(start), SURE)?;
        let end = found.span.end();
        let told = self.reading.starting(end, Class::Follower).is_some_and(|hit| hit.span().len() > 3);
        let passive = self.reading.starting(end, Class::Appoint).is_some_and(|hit| hit.span().len() > 3);
        (end < cue && (told || passive)).then_some(found.span)
    }

    /// 马德彪|在|担任…期间: where the name ends before a predicate of two characters that has a preposition.
    fn at_work(&self, cue: usize, post: usize) -> usize {
        let preposition = self.reading.ending(cue, Class::Grammar).filter(|hit| hit.span().len() <= 3);
        let locative = preposition.filter(|hit| self.reading.value(*hit, Class::Grammar) == "locative");
        locative.filter(|_| post - cue > 3).map_or(cue, |hit| hit.start())
    }

    /// 接受|冯涛|因工作调动辞去…职务的请求: whose request it is, where words stand between name and predicate.
    fn accepted(&self, post: usize, cue: usize) -> Option<Span> {
        let quits = self.predicate_before(post).is_some_and(|predicate| predicate.shape == "quit");
        if !quits {
            return None;
        }
        let clause = self.reading.marks().last(cue, han::ends_clause).map_or(0, |mark| mark.end());
        let accepts = |hit: &&Hit| hit.end() < cue && self.reading.value(**hit, Class::Grammar) == "accept";
        let accept = self.reading.hits_between(clause, cue).iter().rev().find(accepts)?;
        self.name_at(accept.end(), BELIEVED).map(|found| found.span)
    }

    /// …，延吉县委副书记、革委会副主任，汪清县委书记: further posts of a career that 历任 or the like opened in the same
    /// sentence.
    pub(super) fn career(&mut self, chain: Chain) -> bool {
        let start = chain.span.start();
        let opens = |hit: &&Hit| {
            let word = if hit.is(Class::Qualifier) { Class::Qualifier } else { Class::Appoint };
            let status = || self.reading.value(**hit, word).split(':').next().and_then(Status::named);
            hit.is(word) && hit.end() <= start && hit.span().len() > 3 && status() == Some(Status::Former)
        };
        let open = self.reading.hits_between(self.statement(start), start).iter().rev().find(opens);
        let Some(&open) = open else { return false };
        let between = &self.reading.text[open.end()..start];
        let told = |hit: &Hit| hit.end() <= start && hit.is(Class::Follower) && hit.span().len() > 3;
        let spoken = self.reading.hits_between(open.end(), start).iter().any(told);
        let listed = between.trim_end_matches(han::is_space).ends_with(|c| han::is_comma(c) || han::enumerates(c));
        if spoken || !listed {
            return false;
        }
        let who = self.topic.map_or(Who::Subject, Who::Named);
        self.push(who, chain.posts().collect(), Some(Status::Former), "career.list", 75);
        true
    }
}

/// What a string must be worth to be a name where nothing announces one.
const SURE: f32 = 1.5;

/// Full-width marks that end a sentence or a clause as long as one. The narrow ones stand in addresses and numbers too.
fn ends_statement(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；')
}
