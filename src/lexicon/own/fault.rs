//! What is wrong with a user's table, or worth knowing of it.

use std::fmt;

/// One thing about one row: where, what, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file as the user named it.
    pub file: String,
    /// From 1; 0 where it is about the file.
    pub line: usize,
    /// The column's number from 1 and its name, where it is about one column.
    pub column: Option<(usize, &'static str)>,
    /// A sentence without its full stop.
    pub message: String,
    /// What is allowed or what to do, a sentence; may be empty.
    pub help: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if let Some((number, name)) = self.column {
            write!(f, ", column {number} ({name})")?;
        }
        write!(f, ": {}.", self.message)?;
        if !self.help.is_empty() {
            write!(f, " {}", self.help)?;
        }
        Ok(())
    }
}
