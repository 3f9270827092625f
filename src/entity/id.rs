//! Identifiers that need no registry: the same thing has the same one in whatever document it is met.

use std::fmt;
use std::sync::Arc;

/// The path of an entity below the base IRI, readable and not yet percent-encoded:
/// `division/630105`, `body/630105/…`, `person/630105/…`, `initiative/…`.
///
/// A segment never holds `/`: the constructors replace it, so that a path has one reading. Shared, because every fact
/// names its ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(Arc<str>);

impl EntityId {
    /// A division by its code: six digits, nine for townships and streets.
    pub fn division(code: &str) -> Self {
        Self::joined(&["division", code], |path, segment| path.push_str(segment))
    }

    /// A body by the code of its division (or, where none is known, `-`) and its name without the place.
    pub fn body(scope: &str, name: &str) -> Self {
        Self::path(&["body", scope, name])
    }

    /// An office by the code of its division and its title.
    pub fn office(scope: &str, title: &str) -> Self {
        Self::path(&["office", scope, title])
    }

    /// A person by the scope that keeps namesakes apart (a division's code, an outlet, a source) and the name.
    pub fn person(scope: &str, name: &str) -> Self {
        Self::path(&["person", scope, name])
    }

    /// An initiative by its name without quotation marks and head noun.
    pub fn initiative(name: &str) -> Self {
        Self::path(&["initiative", name])
    }

    /// An initiative whose name means something within the division of `scope` only.
    pub fn scoped_initiative(scope: &str, name: &str) -> Self {
        Self::path(&["initiative", scope, name])
    }

    fn path(segments: &[&str]) -> Self {
        let plain = |segment: &&str| {
            let spaced = segment.starts_with(char::is_whitespace) || segment.ends_with(char::is_whitespace);
            !spaced && !segment.is_empty() && !segment.as_bytes().contains(&b'/')
        };
        if segments.iter().all(plain) {
            return Self::joined(segments, |path, segment| path.push_str(segment));
        }
        Self::joined(segments, |path, segment| match segment.trim() {
            plain if !plain.as_bytes().contains(&b'/') => path.push_str(plain),
            other => path.extend(other.chars().map(|c| if c == '/' { '／' } else { c })),
        })
    }

    #[inline]
    fn joined(segments: &[&str], push: impl Fn(&mut String, &str)) -> Self {
        let mut path = String::with_capacity(segments.iter().map(|segment| segment.len() + 1).sum());
        for segment in segments {
            if !path.is_empty() {
                path.push('/');
            }
            push(&mut path, segment);
        }
        Self(path.into())
    }

    /// The path, not percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
