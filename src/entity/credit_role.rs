//! What an author did for an article.

/// Reporters and correspondents are authors (`schema:author`); the role is kept.
///
/// Photographers, editors and the rest are no authors and never leave the room that reads credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreditRole {
    Reporter,
    Correspondent,
}
