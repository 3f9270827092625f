//! Which role word speaks of which names.

use crate::text::Span;

use super::cue::{Part, Side};
use super::item::{Item, What};

/// Words that stand together, without a role word or another break among them, and what is said of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chunk {
    pub(super) words: Vec<Word>,
    pub(super) claim: Option<Claim>,
    /// What stands right before and right after.
    pub(super) starts: bool,
    pub(super) ends: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    pub(super) span: Span,
    /// A comma stands before it: it never belongs to the same name as the word before.
    pub(super) comma: bool,
}

/// A role, and how strongly it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Claim {
    pub(super) part: Part,
    pub(super) force: Force,
}

/// Later ones yield to earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Force {
    /// By a word that always stands before names.
    Title,
    /// By a word behind them.
    Behind,
    /// By a word that may stand on either side.
    Ahead,
}

enum Node {
    Chunk(usize),
    Cue(Part, Side),
    Slash,
    Label,
    Break,
}

/// The chunks of `items` in their order, each with its role.
pub(super) fn chunks(items: &[Item]) -> Vec<Chunk> {
    let (nodes, mut chunks) = group(items);
    for i in 0..nodes.len() {
        match nodes[i] {
            Node::Cue(part, side) => claim(&nodes, &mut chunks, i, part, side),
            // Names joined by a slash share what is said of the first.
            Node::Slash => {
                if let (Some(Node::Chunk(a)), Some(Node::Chunk(b))) =
                    (i.checked_sub(1).map(|j| &nodes[j]), nodes.get(i + 1))
                {
                    chunks[*b].claim = chunks[*a].claim;
                }
            }
            _ => {}
        }
    }
    share_titles(&nodes, &mut chunks);
    chunks
}

/// `reporters A/text B/picture`: the title in front holds for both, though each has a role behind it.
fn share_titles(nodes: &[Node], chunks: &mut [Chunk]) {
    for window in nodes.windows(5) {
        if let [Node::Chunk(a), Node::Slash, Node::Cue(..), Node::Chunk(b), Node::Slash] = window {
            let title = chunks[*a].claim.filter(|claim| claim.force == Force::Title);
            chunks[*b].claim = title.or(chunks[*b].claim);
        }
    }
}

fn group(items: &[Item]) -> (Vec<Node>, Vec<Chunk>) {
    let mut nodes = Vec::new();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut comma = false;
    for (i, item) in items.iter().enumerate() {
        match item.what {
            What::Word => {
                let word = Word { span: item.span, comma };
                match nodes.last() {
                    Some(Node::Chunk(c)) => chunks[*c].words.push(word),
                    _ => {
                        nodes.push(Node::Chunk(chunks.len()));
                        chunks.push(Chunk { words: vec![word], claim: None, starts: i == 0, ends: false });
                    }
                }
                if let Some(last) = chunks.last_mut() {
                    last.ends = i + 1 == items.len();
                }
            }
            What::Comma if matches!(nodes.last(), Some(Node::Chunk(_))) => {}
            What::Cue(part, side) => nodes.push(Node::Cue(part, side)),
            What::Slash => nodes.push(Node::Slash),
            What::Label => nodes.push(Node::Label),
            What::Note | What::Stop | What::Comma => nodes.push(Node::Break),
        }
        comma = item.what == What::Comma;
    }
    (nodes, chunks)
}

/// Gives the names before or after the role word at `i` their role.
fn claim(nodes: &[Node], chunks: &mut [Chunk], i: usize, part: Part, side: Side) {
    let back = |n: usize| i.checked_sub(n).map(|j| &nodes[j]);
    let next = |n: usize| nodes.get(i + n);
    let slashed = match (back(1), back(2)) {
        (Some(Node::Slash), Some(&Node::Chunk(c))) => Some(c),
        _ => None,
    };
    let before = match back(1) {
        Some(&Node::Chunk(c)) => Some(c),
        _ => None,
    };
    let (marked, after) = match (next(1), next(2)) {
        (Some(Node::Slash | Node::Label), Some(&Node::Chunk(c))) => (true, Some(c)),
        (Some(&Node::Chunk(c)), _) => (false, Some(c)),
        _ => (false, None),
    };
    // A word of either side between two lists: `文 A 图 B` reads on as it began; `记者 A 摄影 B` names another person.
    let on = before.is_some_and(|c| chunks[c].claim.is_some())
        && after.is_some()
        && !matches!(next(2), Some(Node::Cue(_, Side::After)));
    let (chunk, force) = match side {
        _ if slashed.is_some() => (slashed, Force::Behind),
        Side::Before => (after, Force::Title),
        Side::After if !marked => (before.or(after), Force::Behind),
        _ if marked || before.is_none() || on => (after, Force::Ahead),
        _ => (before, Force::Behind),
    };
    if let Some(chunk) = chunk {
        let new = Claim { part, force };
        let claim = &mut chunks[chunk].claim;
        *claim = Some(claim.map_or(new, |old| stronger(old, new)));
    }
}

fn stronger(old: Claim, new: Claim) -> Claim {
    let writes = old.part == Part::Photographer && new.part.is_author();
    if writes || new.force < old.force { new } else { old }
}
