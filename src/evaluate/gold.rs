//! One gold file: what a careful reader would put into the graph from one page.

use serde::{Deserialize, Deserializer, de::Error as _};

use crate::entity::Status;

/// The facts of one page. The form of the file is described in `data/samples/README.md`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Gold {
    /// The page's file name.
    pub(super) source: String,
    #[serde(default)]
    pub(super) divisions: Vec<String>,
    #[serde(default)]
    pub(super) officials: Vec<Official>,
    #[serde(default)]
    pub(super) reporters: Vec<String>,
    #[serde(default)]
    pub(super) initiatives: Vec<Initiative>,
    /// What a reader could count either way: neither missed nor wrong.
    #[serde(default)]
    pub(super) optional_initiatives: Vec<String>,
    /// Name and title, likewise.
    #[serde(default)]
    pub(super) optional_offices: Vec<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Official {
    pub(super) name: String,
    #[serde(default)]
    pub(super) offices: Vec<Office>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Office {
    pub(super) title: String,
    /// Nothing where the page cannot tell.
    #[serde(default)]
    pub(super) division: Option<String>,
    #[serde(default = "current", deserialize_with = "status")]
    pub(super) status: Status,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Initiative {
    pub(super) name: String,
    #[serde(default)]
    pub(super) divisions: Vec<String>,
}

fn current() -> Status {
    Status::Current
}

fn status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Status, D::Error> {
    let name = String::deserialize(deserializer)?;
    Status::ALL.into_iter().find(|status| status.name() == name).ok_or_else(|| {
        let known: Vec<&str> = Status::ALL.iter().map(|status| status.name()).collect();
        D::Error::custom(format!("`{name}` is no status; there are {}", known.join(", ")))
    })
}

/// Why a gold file cannot be read, and where in it. Lines and columns from 1, columns in bytes.
#[derive(Debug, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct GoldError {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl From<&serde_json::Error> for GoldError {
    fn from(cause: &serde_json::Error) -> Self {
        let place = format!(" at line {} column {}", cause.line(), cause.column());
        let message = cause.to_string().replace(&place, "");
        Self { line: cause.line(), column: cause.column(), message }
    }
}

impl Gold {
    /// Reads a gold file.
    pub fn parse(json: &str) -> Result<Self, GoldError> {
        serde_json::from_str(json).map_err(|cause| GoldError::from(&cause))
    }

    /// The page's file name: `a01.txt`.
    pub fn source(&self) -> &str {
        &self.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_a_file_is_wrong() {
        let error = Gold::parse("{\"source\": \"a.txt\",\n \"reporters\": [1]}").unwrap_err();
        assert_eq!((error.line, error.column), (2, 16));
        assert_eq!(error.to_string(), "2:16: invalid type: integer `1`, expected a string");
    }

    #[test]
    fn knows_the_statuses_and_what_is_left_out() {
        let gold = Gold::parse(
            r#"{"source": "a.txt", "form": "brief", "officials": [{"name": "方向", "offices": [{"title": "区长", "division": null}]}]}"#,
        )
        .unwrap();
        assert_eq!(gold.officials[0].offices[0].status, Status::Current);
        let wrong = r#"{"source": "a.txt", "officials": [{"name": "方向", "offices": [{"title": "区长", "status": "retired"}]}]}"#;
        assert!(
            Gold::parse(wrong).unwrap_err().message.starts_with("`retired` is no status; there are current, acting")
        );
    }
}
