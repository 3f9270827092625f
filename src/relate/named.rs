//! Where the officials of an article are named, with a title or without.

use std::cell::OnceCell;

use memchr::memmem;

use crate::lexicon::DivisionId;
use crate::mention::Mentioned;
use crate::text::Span;

/// The officials of one article by passage and position, each with the division of the office. A passage is looked
/// through when somebody asks for it: most initiatives say themselves who acts.
pub struct Named<'a> {
    mentions: &'a [Mentioned<'a>],
    /// Those named with a title.
    titled: &'a [(usize, Span, DivisionId)],
    /// By name.
    homes: Vec<(&'a str, DivisionId)>,
    passages: Vec<OnceCell<Vec<(Span, DivisionId)>>>,
}

impl<'a> Named<'a> {
    /// From where people are named with a title, and the divisions of their offices.
    pub fn new(mentions: &'a [Mentioned<'a>], titled: &'a [(usize, Span, DivisionId)]) -> Self {
        let name =
            |&(passage, span, division): &(usize, Span, DivisionId)| (mentions[passage].reading.slice(span), division);
        let mut homes: Vec<(&str, DivisionId)> = titled.iter().map(name).collect();
        homes.sort_unstable();
        homes.dedup_by_key(|home| home.0);
        Self { mentions, titled, homes, passages: vec![OnceCell::new(); mentions.len()] }
    }

    /// Those of one passage.
    pub fn of(&self, passage: usize) -> &[(Span, DivisionId)] {
        self.passages[passage].get_or_init(|| self.find(passage))
    }

    fn find(&self, passage: usize) -> Vec<(Span, DivisionId)> {
        let titled = self.titled.iter().filter(|(at, ..)| *at == passage);
        let mut named: Vec<(Span, DivisionId)> = titled.map(|&(_, span, division)| (span, division)).collect();
        let text = self.mentions[passage].reading.text.as_bytes();
        for &(name, division) in &self.homes {
            let found = memmem::find_iter(text, name);
            named.extend(found.map(|at| (Span::new(at, at + name.len()), division)));
        }
        named.sort_by_key(|&(span, _)| span);
        named.dedup_by_key(|(span, _)| *span);
        named
    }
}
