//! What the headings of an article say of the lists under them.

use crate::entity::Status;
use crate::lexicon::Class;
use crate::text::han;

use super::super::reading::Reading;
use super::predicate::Predicate;

/// The longest heading, in characters: （三）决定免去的任职人员名单 has 14.
const HEADING: usize = 14;

/// What carries over from one passage of an article to the next.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// The status that the heading of a list gives to the rows under it.
    pub(super) status: Option<Status>,
    /// Whether a heading before said that posts are taken away.
    pub(super) removes: bool,
}

impl Section {
    /// Notes 三、决定任命 and the like: a short line that is a heading.
    pub(super) fn heading(&mut self, reading: &Reading) {
        let text = reading.text.trim_matches(han::is_space);
        if text.chars().nth(HEADING).is_some() || !(text.ends_with('：') || starts_numbered(text)) {
            return;
        }
        let cue = reading.hits().iter().rev().find(|&&hit| hit.is(Class::Appoint));
        self.status = cue.and_then(|&hit| Predicate::new(reading, hit).status);
        self.removes |= self.status == Some(Status::Removed);
    }
}

/// 一、… or （二）…
fn starts_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(han::opens_round).trim_start_matches(han::is_numeral);
    rest.len() < text.len() && rest.starts_with(['、', '.', '．', '）', ')'])
}
