//! What a line looks like, read by itself: a credit, a byline, furniture, or text.

use super::credit;
use super::cues::{Cue, Cues, Kinds};
use super::line::{End, Line};
use super::stamp;
use crate::text::han::{closes, is_bullet, is_colon, is_dash, is_han, is_name_dot, is_space, opens};

/// What a line looks like. The page around it may show that it is text after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Text that opens a report: a dateline, a bullet.
    Start,
    /// Text that opens a further report of the same article.
    Again,
    Byline,
    Credit,
    /// Names the page, the paper, the staff. `firm`: can hardly be anything else, and short lines beside it are like it.
    Furniture {
        firm: bool,
    },
    /// The head of a list of links to elsewhere.
    Related,
    /// A rule drawn with dashes or stars.
    Rule,
}

/// Lines no longer than this may be the name of a paper, a section, a list.
const SHORT: usize = 22;

/// Lines longer than this are paragraphs; they are looked at for how they begin and no further.
const LONG: usize = 160;

/// What each line looks like; short lines beside firm furniture are furniture too.
pub(super) fn kinds(page: &str, lines: &[Line], cues: &Cues) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = lines.iter().map(|line| kind(line, line.text(page), cues)).collect();
    // Nobody sets a byline or a credit in the type of headlines.
    for (kind, _) in kinds.iter_mut().zip(lines).filter(|(_, line)| line.large) {
        if matches!(kind, Kind::Byline | Kind::Credit) {
            *kind = Kind::Text;
        }
    }
    let firm = |kinds: &[Kind], i: usize| kinds.get(i) == Some(&Kind::Furniture { firm: true });
    for i in 0..lines.len() {
        let short = lines[i].width <= 12 && !lines[i].pauses && lines[i].end == End::Open;
        let above = i > 0 && !lines[i].blank && firm(&kinds, i - 1);
        let below = lines.get(i + 1).is_some_and(|next| !next.blank) && firm(&kinds, i + 1);
        if kinds[i] == Kind::Text && short && (above || below && lines[i].blank) {
            kinds[i] = Kind::Furniture { firm: true };
        }
    }
    kinds
}

fn kind(line: &Line, text: &str, cues: &Cues) -> Kind {
    if line.width >= 4 && text.chars().all(is_dash) {
        return Kind::Rule;
    }
    if starts_report(text, cues) {
        return Kind::Start;
    }
    if cues.opens(text, Cue::Again).is_some_and(|hit| text[hit.end..].starts_with(|c| is_space(c) || opens(c))) {
        return Kind::Again;
    }
    if line.width > LONG || line.stops {
        return if is_item(text) { Kind::Start } else { Kind::Text };
    }
    let found = Found::of(text, cues);
    // Most lines of a column hold nothing of what the closer looks below ask for.
    let short = line.width <= SHORT;
    if !found.any() && found.digits == 0 && !short && !opens(line.first) && !is_bullet(line.first) {
        return Kind::Text;
    }
    if credit::is_credit(text, &found, cues) {
        Kind::Credit
    } else if let Some(firm) = furniture(line, text, &found, cues) {
        Kind::Furniture { firm }
    } else if short && is_related(text, cues) {
        Kind::Related
    } else if is_byline(line, text, &found, cues) {
        Kind::Byline
    } else if is_item(text) {
        Kind::Start
    } else {
        Kind::Text
    }
}

/// The kinds of cue that a line holds, and how many digits.
pub(super) struct Found {
    kinds: u64,
    pub(super) staff: usize,
    pub(super) digits: usize,
}

impl Found {
    pub(super) fn of(text: &str, cues: &Cues) -> Self {
        let mut found = Found { kinds: 0, staff: 0, digits: text.bytes().filter(u8::is_ascii_digit).count() };
        const ASKED: Kinds =
            Kinds::of(&[Cue::Staff, Cue::Contact, Cue::Notice, Cue::Role, Cue::Photo, Cue::Source, Cue::Title]);
        for hit in cues.hits(text, ASKED) {
            found.kinds |= hit.kinds.bits();
            found.staff += usize::from(hit.kinds.has(Cue::Staff));
        }
        found
    }

    fn any(&self) -> bool {
        self.kinds != 0
    }

    pub(super) fn has(&self, kind: Cue) -> bool {
        self.kinds & Kinds::of(&[kind]).bits() != 0
    }
}

/// An item of a column of briefs.
fn is_item(text: &str) -> bool {
    text.starts_with(is_bullet) && text.len() > 24
}

/// Whether the text opens with a dateline: who sends it, from where, on which day, and the word that closes it.
pub(super) fn starts_report(text: &str, cues: &Cues) -> bool {
    const REACH: usize = 72;
    const REPORT: Kinds = Kinds::of(&[Cue::Report]);
    let sent = cues.opens(text, Cue::Dateline);
    let from = sent.map_or(0, |hit| hit.end);
    let head = &text[..text.floor_char_boundary(REACH)];
    let mut close = None;
    for (at, c) in head.char_indices() {
        if cues.begins(c, REPORT) {
            close = cues.opens(&head[at..], Cue::Report).map(|hit| (at.max(from), at + hit.end));
        }
        // Nothing but a place and a day stands between: what can be neither ends the look.
        if close.is_some() || at >= from && !(is_han(c) || c.is_ascii_digit() || is_space(c)) {
            break;
        }
    }
    let Some((start, end)) = close else { return false };
    let between = &head[from..start];
    let dated = cues.ends(between.trim_end_matches(is_space), Cue::Day).is_some();
    let behind = text[end..].chars().next();
    let closed = behind.is_none_or(|c| is_space(c) || opens(c) || c == '：' || dated);
    closed && (dated || sent.is_some() && between.trim_matches(is_space).is_empty())
}

fn is_related(text: &str, cues: &Cues) -> bool {
    let bare = text.trim_matches(|c: char| opens(c) || closes(c) || is_colon(c) || is_bullet(c));
    cues.is(bare, Cue::Related)
}

/// Whether the line belongs to the page and not to an article; and if so, firmly.
fn furniture(line: &Line, text: &str, found: &Found, cues: &Cues) -> Option<bool> {
    if line.end == End::Stop {
        return None;
    }
    let sheet = |hit: super::cues::Hit| text[hit.end..].trim_start_matches(|c: char| c.is_ascii_digit());
    let size = |hit: &super::cues::Hit| text[hit.end..].starts_with(|c: char| c.is_ascii_digit());
    if cues.opens(text, Cue::Today).filter(size).is_some_and(|hit| cues.opens(sheet(hit), Cue::Sheet).is_some()) {
        return Some(true);
    }
    if found.has(Cue::Notice) || found.has(Cue::Staff) && names_staff(text, found, cues) {
        return Some(true);
    }
    let address = || found.digits >= 6 || text.contains('@') || text.contains("www.") || text.contains("http");
    if found.has(Cue::Contact) && (address() || contact_label(text, cues)) {
        return Some(true);
    }
    running_head(line, text, cues)
}

/// Staff words with names behind them.
fn names_staff(text: &str, found: &Found, cues: &Cues) -> bool {
    let inner = text.trim_matches(|c: char| opens(c) || closes(c) || is_bullet(c));
    let Some(hit) = cues.opens(inner, Cue::Staff) else {
        return found.staff >= 2 && !text.contains(['，', ',']);
    };
    let rest = &inner[hit.end..];
    let parted = rest.starts_with(|c| is_space(c) || is_colon(c) || matches!(c, '/' | '｜' | '|' | '／'));
    let short = rest.chars().filter(|c| !is_space(*c)).count() <= if parted && found.staff == 1 { 8 } else { 4 };
    !rest.contains(['，', ','])
        && (parted && (short || found.staff >= 2 || found.has(Cue::Contact))
            || short && !rest.is_empty() && hit.end >= 12)
}

fn contact_label(text: &str, cues: &Cues) -> bool {
    cues.hits(text, Kinds::of(&[Cue::Contact])).any(|hit| text[hit.end..].starts_with(is_colon))
}

/// Date, weekday, page number, paper, section: a line of nothing else heads a page.
fn running_head(line: &Line, text: &str, cues: &Cues) -> Option<bool> {
    if line.pauses && !text.contains(is_colon) || line.width > 90 {
        return None;
    }
    let (mut firm, mut section, mut number, mut other, mut count) = (false, false, false, 0, 0);
    for token in text.split(is_space).filter(|token| !token.is_empty()) {
        count += 1;
        match head_token(token, cues) {
            Token::Firm => firm = true,
            Token::Neutral => {}
            Token::Number => number = true,
            Token::Section => section = true,
            Token::Other if token.chars().count() <= 10 => other += 1,
            Token::Other => return None,
        }
    }
    if number && section || firm && other <= 2 {
        return Some(true);
    }
    (count == 1 && (number || section)).then_some(false)
}

enum Token {
    /// A date, a page of the paper, a paper.
    Firm,
    /// A weekday, a time.
    Neutral,
    /// May be a page number.
    Number,
    Section,
    Other,
}

fn head_token(token: &str, cues: &Cues) -> Token {
    let issued = cues.opens(token, Cue::Issued).map_or(token, |hit| token[hit.end..].trim_start_matches(is_colon));
    if let Some((date, rest)) = stamp::date(issued, cues) {
        let weekday = cues.opens(rest, Cue::Weekday).is_some();
        return if (rest.is_empty() || weekday) && date.len() >= 7 { Token::Firm } else { Token::Other };
    }
    if cues.is(token, Cue::Weekday) || token.bytes().all(|b| b.is_ascii_digit() || b == b':') && token.contains(':') {
        return Token::Neutral;
    }
    if cues.is(token, Cue::Section) {
        return Token::Section;
    }
    let digits = token.trim_start_matches(|c: char| c.is_ascii_uppercase());
    if !digits.is_empty() && digits.len() <= 3 && token.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let firm = digits.len() < token.len() || digits.starts_with('0') && digits.len() == 2;
        return if firm { Token::Firm } else { Token::Number };
    }
    let sheet = cues.ends(token, Cue::Sheet).map(|hit| &token[..hit.start]);
    let counted = |number: &str| {
        let number = cues.opens(number, Cue::Ordinal).map(|hit| &number[hit.end..]);
        number.is_some_and(|number| !number.is_empty() && number.chars().count() <= 3)
    };
    if sheet.is_some_and(|number| counted(number) || number.len() <= 3 && number.parse::<u8>().is_ok()) {
        return Token::Firm;
    }
    if stamp::is_outlet(token, cues, false) { Token::Firm } else { Token::Other }
}

/// Titles, then a name: the line that presents the speaker.
fn is_byline(line: &Line, text: &str, found: &Found, cues: &Cues) -> bool {
    if !found.has(Cue::Title) || matches!(line.end, End::Stop | End::Pause) || text.contains(is_colon) {
        return false;
    }
    let Some(name) = name_at_end(text, cues) else { return false };
    let titles = &text[..name];
    let post = titles.trim_end_matches(|c: char| is_space(c));
    let post = post.strip_suffix('）').and_then(|p| p.rfind('（').map(|at| &p[..at])).unwrap_or(post);
    let Some(title) = cues.ends(post, Cue::Title) else { return false };
    let unit = cues.finds(&post[..title.end], Cue::Unit).is_some();
    let parted = titles.ends_with(is_space);
    // Of several persons each has a name behind the title; one has all the titles to himself.
    let single =
        post.split('、').rev().skip(1).all(|part| cues.ends(part.trim_end_matches('）'), Cue::Title).is_some());
    unit && title.start >= 6 && single && (parted || text.contains('、'))
}

/// Where the name begins that ends the line: after the last white space, or, if it is spelled with white space
/// between its characters, before them; without white space after the last title.
fn name_at_end(text: &str, cues: &Cues) -> Option<usize> {
    let mut start = text.len();
    let mut letters = 0;
    for token in text.split(is_space).rev().filter(|token| !token.is_empty()) {
        let at = token.as_ptr() as usize - text.as_ptr() as usize;
        let count = token.chars().count();
        let name = token.chars().all(|c| is_han(c) || is_name_dot(c));
        if !name || count > 1 && letters > 0 || letters + count > 16 {
            break;
        }
        (start, letters) = (at, letters + count);
        if count > 1 {
            break;
        }
    }
    if start > 0 && letters >= 2 {
        let name = &text[start..];
        let dotted = name.contains(is_name_dot);
        let titled = cues.ends(name, Cue::Title).is_some() || cues.ends(name, Cue::Attend).is_some();
        let long =
            letters > 4 && !dotted && !(letters <= 7 && text.contains('、') && cues.finds(name, Cue::Launch).is_none());
        return (!titled && !long).then_some(start);
    }
    let title = cues.hits(text, Kinds::of(&[Cue::Title])).last()?;
    let name = &text[title.end..];
    let plain = name.chars().all(is_han) && (2..=3).contains(&name.chars().count());
    plain.then_some(title.end)
}
