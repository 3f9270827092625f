//! A source that could not be read.

/// Which source, why it could not be read, and the way out, in one sentence or two without the last full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {message}")]
pub struct Unread {
    pub name: String,
    pub message: String,
}

impl Unread {
    /// For the source `name`, what went wrong and what can be done about it.
    pub fn new(name: impl Into<String>, message: impl Into<String>) -> Self {
        Self { name: name.into(), message: message.into() }
    }
}
