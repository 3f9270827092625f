//! Article -> mentions: what looks like a title, a name, a place, an initiative, a credit, one file a kind.

mod credit;
mod holding;
#[doc(hidden)]
pub mod initiative;
#[doc(hidden)]
pub mod name;
mod page_text;
mod place;
mod post;
mod reading;

pub use credit::{CreditMention, credits};
pub use holding::{Holding, Section, Who};
pub use initiative::{InitiativeMention, Uncertain};
pub use name::Page;
pub use page_text::PageText;
pub use place::{PlaceMention, places};
pub use post::{BodyKind, Part, Post, RankKind, body, posts};
pub use reading::Reading;

use std::collections::BTreeMap;

use crate::layout::{Article, Passage, Role};
use crate::lexicon::Lexicon;
use crate::text::Span;

/// One passage with all that was seen in it. Spans are local to the passage.
pub struct Mentioned<'a> {
    pub role: Role,
    pub passage: &'a Passage,
    pub reading: Reading<'a>,
    pub posts: Vec<Post>,
    pub holdings: Vec<Holding>,
    /// Titles with nobody beside them.
    pub orphans: Vec<Span>,
    pub places: Vec<PlaceMention>,
    pub initiatives: Vec<InitiativeMention>,
    /// Reporters and correspondents.
    pub credits: Vec<CreditMention>,
    /// What looks like a credit and names nobody that can be read.
    pub unread: Vec<Span>,
    /// What may be an initiative.
    pub uncertain: Vec<Uncertain>,
}

/// Everything mentioned in one article, in reading order.
pub fn mentions<'a>(article: &'a Article, lexicon: &'a Lexicon, page: &PageText) -> Vec<Mentioned<'a>> {
    let mut section = Section::default();
    article
        .passages()
        .map(|(role, passage)| {
            let reading = Reading::new(passage.text(), lexicon);
            let mut posts = post::posts(&reading);
            let (holdings, orphans) = holding::holdings(&reading, &posts, page, &mut section);
            holding::place_called(&reading, &mut posts, &holdings);
            let (credits, unread) = credit::credits(&reading, role == Role::Credit, page);
            Mentioned {
                role,
                passage,
                reading,
                posts,
                holdings,
                orphans,
                places: Vec::new(),
                initiatives: Vec::new(),
                uncertain: Vec::new(),
                credits,
                unread,
            }
        })
        .collect()
}

/// Fills in places and initiatives, now that the names of people on the page are known and are neither.
///
/// `articles`: all of the page, in the order of its text.
pub fn locate(articles: &mut [Vec<Mentioned>], page: &PageText) {
    let named = named(articles, page);
    let mut named = named.iter().peekable();
    let mut start = 0;
    for mentioned in articles.iter_mut().flatten() {
        let Mentioned { holdings, posts, credits, .. } = &*mentioned;
        let mut blocked = Vec::with_capacity(2 * (holdings.len() + posts.len()) + credits.len());
        blocked.extend(holdings.iter().filter_map(|holding| holding.who.span()));
        let end = start + mentioned.reading.text.len();
        while let Some(name) = named.next_if(|name| name.start() < end) {
            blocked.push(Span::new(name.start() - start, name.end() - start));
        }
        start = page_text::behind(end);
        blocked.extend(mentioned.posts.iter().map(|post| post.rank));
        blocked.extend(mentioned.credits.iter().map(|credit| credit.span));
        mentioned.places = place::places(&mentioned.reading, &blocked);
        blocked.extend(mentioned.posts.iter().map(|post| post.span));
        let count = |text: &str| page.count(text);
        (mentioned.initiatives, mentioned.uncertain) = initiative::initiatives(&mentioned.reading, &blocked, &count);
        let places: Vec<Span> =
            mentioned.places.iter().filter(|place| place.kept_kind).map(|place| place.span).collect();
        mentioned.initiatives.iter_mut().for_each(|initiative| initiative.leave_place(mentioned.reading.text, &places));
    }
    recognise(articles);
}

/// Where the people of the page are named, holdings or not, in bytes of its text.
fn named(articles: &[Vec<Mentioned>], page: &PageText) -> Vec<Span> {
    let mut names = Vec::new();
    for mentioned in articles.iter().flatten() {
        names.extend(mentioned.holdings.iter().filter_map(|holding| holding.who.name(&mentioned.reading)));
    }
    names.sort_unstable();
    names.dedup();
    let mut spans: Vec<Span> = names.iter().flat_map(|name| page.spans(name)).collect();
    spans.sort_unstable();
    spans
}

/// Believes weak candidates (建设“四地”) where the same name stands elsewhere on the page with more evidence.
fn recognise(articles: &mut [Vec<Mentioned>]) {
    let mut known: BTreeMap<String, InitiativeMention> = BTreeMap::new();
    for initiative in articles.iter().flatten().flat_map(|mentioned| &mentioned.initiatives) {
        known.entry(initiative.core.clone()).or_insert_with(|| initiative.clone());
    }
    for mentioned in articles.iter_mut().flatten() {
        let weak = std::mem::take(&mut mentioned.uncertain);
        for weak in weak {
            match known.get(&weak.core) {
                Some(known) => mentioned.initiatives.push(known.again(&mentioned.reading, weak.span)),
                None => mentioned.uncertain.push(weak),
            }
        }
        mentioned.initiatives.sort_by_key(|initiative| initiative.span);
    }
}
