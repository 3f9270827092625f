//! Who is said to hold what: titles and the names beside them.

mod called;
mod career;
mod chain;
mod names;
mod of;
mod predicate;
mod section;
mod who;

use crate::entity::Status;
use crate::lexicon::{Class, Lexicon};
use crate::text::{Span, han};

use super::name::Page;
use super::post::{Post, RankKind};
use super::reading::Reading;
use chain::Chain;

pub use called::place_called;
pub use section::Section;
pub use who::Who;

/// A name is believed from this score on; a bare rank (局长尚进) asks for more.
const BELIEVED: f32 = 0.0;
const BELIEVED_BARE: f32 = 1.0;
/// In a list of names (甲、乙、丙) those after the first are expected.
const BELIEVED_LISTED: f32 = -0.5;

/// One person with the posts that one place in the text gives him.
#[derive(Debug, Clone, PartialEq)]
pub struct Holding {
    /// Indices into the passage's posts.
    pub posts: Vec<usize>,
    pub who: Who,
    /// What the predicate says of the status; a post's own qualifier goes before it.
    pub status: Option<Status>,
    /// Start and end, `YYYY` or `YYYY-MM`, from a row of a CV.
    pub period: (Option<String>, Option<String>),
    /// The rule that read it.
    pub rule: &'static str,
    /// 0 to 100.
    pub confidence: u8,
}

/// A title with nobody beside it: where it stands.
pub type Orphan = Span;

/// The holdings of one passage, and the titles that could not be given to anybody.
pub fn holdings(
    reading: &Reading,
    posts: &[Post],
    page: &dyn Page,
    section: &mut Section,
) -> (Vec<Holding>, Vec<Orphan>) {
    section.heading(reading);
    let topic = career::topic(reading);
    let mut reader = Reader { reading, posts, page, section, topic, holdings: Vec::new(), orphans: Vec::new() };
    if let Some(topic) = topic {
        reader.push(Who::Named(topic), Vec::new(), None, "cv.lead", 95);
    }
    let mut first = 0;
    while first < posts.len() {
        let chain = reader.chain(first);
        reader.give(chain);
        first = chain.past;
    }
    (reader.holdings, reader.orphans)
}

/// What the rules look at, and what they have found so far.
struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    posts: &'r [Post],
    page: &'r dyn Page,
    section: &'r Section,
    /// The person whom a CV or a notice begins with: 乔晓东，男，汉族，…
    topic: Option<Span>,
    holdings: Vec<Holding>,
    orphans: Vec<Orphan>,
}

impl<'r, 'a> Reader<'r, 'a> {
    /// Gives one chain of posts to its people: the first rule that reads anybody has the word. Forms with a word of
    /// their own go before those that rest on neighbourhood.
    fn give(&mut self, chain: Chain) {
        if self.several(chain) {
            return self.orphans.push(chain.span);
        }
        let read = self.bracketed(chain)
            || self.appointed(chain)
            || self.predicated(chain, true)
            || self.line(chain)
            || self.labelled(chain)
            || self.said(chain)
            || self.named_after(chain)
            || self.of(chain)
            || self.called(chain)
            || self.described_after(chain)
            || self.apposed(chain)
            || self.predicated(chain, false)
            || self.row(chain)
            || self.career(chain);
        if !read && self.of_chain(chain).iter().any(|post| post.kind != RankKind::NoOffice) {
            self.orphans.push(chain.span);
        }
    }

    /// 两区|区委书记东风吹、钱进: each holds the post of one of several places, and nothing here says of which.
    fn several(&self, chain: Chain) -> bool {
        let start = chain.span.start();
        let own = self.posts[chain.first].level.filter(|level| level.start() == start).map(|level| level.start());
        let level = self.reading.ending(start, Class::Level).filter(|hit| hit.span().len() <= 3).map(|hit| hit.start());
        own.into_iter().chain(level).any(|at| self.reading.before(at).is_some_and(han::counts))
    }

    fn lexicon(&self) -> &'a Lexicon {
        self.reading.lexicon
    }

    /// The posts of a chain.
    fn of_chain(&self, chain: Chain) -> &'r [Post] {
        &self.posts[chain.posts()]
    }

    fn push(&mut self, who: Who, posts: Vec<usize>, status: Option<Status>, rule: &'static str, confidence: u8) {
        self.holdings.push(Holding { posts, who, status, period: (None, None), rule, confidence });
    }

    /// Whether a function word of this part stands at `at`.
    fn grammar(&self, at: usize, part: &str) -> bool {
        let word = self.reading.starting(at, Class::Grammar);
        word.is_some_and(|hit| self.reading.value(hit, Class::Grammar) == part)
    }

    /// Whether a stretch overlaps the rank of a title.
    fn in_post(&self, span: Span) -> bool {
        self.posts.iter().any(|post| post.word.overlaps(span))
    }
}
