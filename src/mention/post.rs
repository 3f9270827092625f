//! Titles: a grammar over the data files, read leftwards from the rank.
//!
//! `[qualifier] [place …] [level] [body …] [modifier …] rank [（note）]`. Reading leftwards from the rank means that
//! only text beside a rank is looked at, and that a body with an open name (第四十二中学, 七里村采油厂) needs no list.

mod body_kind;
mod leftwards;
mod part;
mod rank;
mod rank_kind;

use crate::entity::Status;
use crate::lexicon::{Class, Hit};
use crate::text::Span;
use crate::text::han;

use super::reading::Reading;
use leftwards::Leftwards;

pub use body_kind::BodyKind;
pub use part::Part;
pub use rank_kind::RankKind;

/// One title as printed: one office of one body, its place and body perhaps elided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// From the qualifier or place to the end of the rank (and of a bracketed note).
    pub span: Span,
    /// The place names in front, outermost first.
    pub places: Vec<Span>,
    /// The level character of an elided place: 市 in 市财政局.
    pub level: Option<Span>,
    /// The parts of the body, in order.
    pub parts: Vec<Part>,
    /// Rank with its modifiers: 副书记.
    pub rank: Span,
    /// The rank's own word: 书记.
    pub word: Span,
    /// What body the rank belongs to.
    pub kind: RankKind,
    /// What modifier or qualifier says of the status.
    pub status: Option<Status>,
    /// Whether the rank's first character is its body's last one too: 教育局长.
    pub shares: bool,
    /// The last character of a department that is left out: 局 of 局党组书记.
    pub short: Option<Span>,
    /// Whether a qualifier stands in front: it begins a new person or a new stage of a career.
    pub qualified: bool,
}

impl Post {
    /// A post of which only the rank is known yet.
    fn new(rank: Span, word: Span, kind: RankKind) -> Self {
        Self {
            span: rank,
            places: Vec::new(),
            level: None,
            parts: Vec::new(),
            rank,
            word,
            kind,
            status: None,
            shares: false,
            short: None,
            qualified: false,
        }
    }

    /// Whether neither place nor body is printed.
    pub fn bare(&self) -> bool {
        self.unplaced() && self.parts.is_empty()
    }

    /// Whether no place is printed, not even by its level.
    pub fn unplaced(&self) -> bool {
        self.places.is_empty() && self.level.is_none()
    }

    /// Whether it is the head, or a deputy, of a government.
    pub fn is_head(&self) -> bool {
        matches!(self.kind, RankKind::Head(_))
    }

    /// Whether the rank needs no body to be printed: the head of a government, 领导, an office of the division itself.
    pub fn governs(&self) -> bool {
        self.is_head() || matches!(self.kind, RankKind::Leader | RankKind::Division | RankKind::Nation)
    }

    /// Whether it is a seat in a congress or a conference, as far as the body tells: 省人大代表, 政协委员.
    pub fn of_assembly(&self) -> bool {
        self.parts.first().is_some_and(|part| part.kind.is_assembly())
    }
}

/// Every title in a passage, by position; none inside another.
pub fn posts(reading: &Reading) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
    let mut past = 0;
    for hit in reading.hits_of(Class::Rank) {
        if hit.start() < past {
            continue;
        }
        let hit = rank::longest(reading, hit);
        if rank::overrun(reading, hit) {
            continue;
        }
        past = hit.end();
        if let Some(post) = post(reading, hit) {
            while posts.last().is_some_and(|before| before.span.end() > post.span.start()) {
                posts.pop();
            }
            posts.push(post);
        }
    }
    posts
}

/// The body whose name ends at `at`, as a title without a rank; for ranks that name no body (院长 after 县人民医院).
pub fn body(reading: &Reading, at: usize) -> Post {
    let nothing = Span::new(at, at);
    let mut post = Post::new(nothing, nothing, RankKind::Any);
    let start = Leftwards::new(reading, at, &mut post).read();
    post.span = Span::new(start, at);
    post
}

/// The title whose rank the hit is, unless the rank is none or lacks the body that it cannot be without.
fn post(reading: &Reading, hit: Hit) -> Option<Post> {
    let kind = RankKind::of_row(reading.value(hit, Class::Rank))?;
    let mut at = hit.start();
    let mut status = None;
    while let Some(modifier) = reading.ending(at, Class::Modifier) {
        status = status.or(Status::named(reading.value(modifier, Class::Modifier)));
        at = modifier.start();
    }
    let mut post = Post::new(Span::new(at, hit.end()), hit.span(), kind);
    post.status = status;
    let body = if at == hit.start() { rank::shared(reading, hit, kind) } else { None };
    post.shares = body.is_some();
    let mut start = Leftwards::new(reading, body.unwrap_or(at), &mut post).read();
    start = organisation(reading, start, &mut post);
    if let Some(qualifier) = reading.ending(start, Class::Qualifier) {
        let value = Status::named(reading.value(qualifier, Class::Qualifier));
        post.status = match (value, post.status) {
            (Some(Status::Current) | None, own) => own.or(Some(Status::Current)),
            (value, _) => value,
        };
        post.qualified = true;
        start = qualifier.start();
    }
    post.span = Span::new(start, note(reading, hit.end()));
    // 萍安钢铁|领导: whoever leads something else than a division.
    let nowhere =
        kind == RankKind::Leader && post.unplaced() && reading.before(post.span.start()).is_some_and(han::is_han);
    if rank::valid(reading, &post) && !nowhere {
        return Some(post);
    }
    // 农民合作社|理事长: no office, and what stands before and after belongs to its holder all the same.
    matches!(kind, RankKind::Of(_)).then(|| Post::new(post.rank, post.word, RankKind::NoOffice))
}

/// What stands before the place of a body and belongs to it: 中共|灌云县委, 共青团|连云港市委. Returns where the title starts.
fn organisation(reading: &Reading, start: usize, post: &mut Post) -> usize {
    let before = &reading.text[..start];
    let phrase = |key| Some(reading.lexicon.phrase(key)).filter(|phrase| !phrase.is_empty());
    let ends = |key| phrase(key).and_then(|phrase| before.strip_suffix(phrase)).map(str::len);
    // 民盟|赤峰市委会: the committee of a party other than the governing one.
    if let Some(first) = post.parts.first_mut().filter(|part| part.kind == BodyKind::Mass && part.name.is_none())
        && let Some(hit) = reading.ending(start, Class::Body).filter(|_| !post.places.is_empty())
        && BodyKind::of_row(reading.value(hit, Class::Body)).is_some_and(|(kind, _)| kind == BodyKind::Mass)
    {
        first.name = Some(Span::new(hit.start(), first.span.start()));
        return hit.start();
    }
    let Some(first) = post.parts.first_mut().filter(|part| part.kind == BodyKind::Party) else { return start };
    if let Some(at) = ends("league") {
        first.name = Some(Span::new(at, start));
        first.kind = BodyKind::Mass;
        return at;
    }
    ends("party").or(ends("party-full")).unwrap_or(start)
}

/// The end of a bracketed note （挂职） after the rank, or `at`.
fn note(reading: &Reading, at: usize) -> usize {
    if !reading.after(at).is_some_and(han::opens_round) {
        return at;
    }
    let inside = reading.right(at);
    let Some(length) = reading.text[inside..].find(han::closes_round) else { return at };
    let is_note = reading.starting(inside, Class::Note).is_some_and(|hit| hit.end() <= inside + length);
    if is_note { reading.right(inside + length) } else { at }
}
