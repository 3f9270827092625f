//! The `#+` lines of a saved query, as grlc writes them: the small part of YAML that a header needs.
//!
//! `key: text`, `key: >` with the text on the lines below, `key:` with a list below, and in a list either `- word`,
//! `- name: value`, or `- name:` with a list of its own. Anything else is an error with its line, never a guess.

/// What the header says, each value with the line it stands on (from 1).
#[derive(Debug, Default)]
pub struct Header {
    pub summary: String,
    pub description: String,
    pub tags: Vec<String>,
    pub defaults: Vec<(usize, String, String)>,
    pub enumerate: Vec<(usize, String, Vec<String>)>,
}

/// A line of the header that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct HeaderError {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

/// One line without its `#+`.
struct Line<'a> {
    number: usize,
    /// Characters in front of the text, the `#+` included.
    indent: usize,
    text: &'a str,
}

impl Line<'_> {
    fn error(&self, message: impl Into<String>) -> HeaderError {
        HeaderError { line: self.number, column: self.indent + 1, message: message.into() }
    }
}

/// Reads the header of a query's text. Lines that do not start with `#+` are no part of it.
pub fn header(text: &str) -> Result<Header, HeaderError> {
    let lines: Vec<Line> = text.lines().enumerate().filter_map(|(i, line)| header_line(i + 1, line)).collect();
    let mut header = Header::default();
    let mut rest = lines.as_slice();
    while let Some((line, below)) = rest.split_first() {
        let nested = below.iter().take_while(|next| next.indent > line.indent).count();
        let (nested, after) = below.split_at(nested);
        entry(&mut header, line, nested)?;
        rest = after;
    }
    Ok(header)
}

fn header_line(number: usize, line: &str) -> Option<Line<'_>> {
    let text = line.strip_prefix("#+")?;
    let trimmed = text.trim_start();
    (!trimmed.is_empty()).then(|| Line { number, indent: 2 + text.len() - trimmed.len(), text: trimmed.trim_end() })
}

fn entry(header: &mut Header, line: &Line, nested: &[Line]) -> Result<(), HeaderError> {
    let (key, value) = pair(line.text).ok_or_else(|| line.error("expected `key: value`"))?;
    match key {
        "summary" => header.summary = prose(value, nested),
        "description" => header.description = prose(value, nested),
        "tags" => header.tags = words(nested)?,
        "defaults" => header.defaults = defaults(nested)?,
        "enumerate" => header.enumerate = enumerate(nested)?,
        // Other keys of grlc (method, endpoint, pagination) speak to a server; they are allowed and ignored.
        "method" | "endpoint" | "endpoint_in_url" | "pagination" | "mime" | "transform" => {}
        other => {
            return Err(line.error(format!("unknown key `{other}`: summary, description, tags, defaults or enumerate")));
        }
    }
    Ok(())
}

/// `key: value` or `key:`.
fn pair(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    Some((key.trim(), unquoted(value.trim())))
}

fn unquoted(text: &str) -> &str {
    let inner = |mark| text.strip_prefix(mark).and_then(|t: &str| t.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(text)
}

/// A value on its line, or folded from the lines below.
fn prose(value: &str, nested: &[Line]) -> String {
    let first = if matches!(value, ">" | "|" | ">-" | "|-") { "" } else { value };
    let mut text = first.to_owned();
    for line in nested {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(line.text);
    }
    text
}

fn item<'a>(line: &Line<'a>) -> Result<&'a str, HeaderError> {
    line.text.strip_prefix("- ").map(str::trim).ok_or_else(|| line.error("expected a list item, `- ...`"))
}

fn words(nested: &[Line]) -> Result<Vec<String>, HeaderError> {
    nested.iter().map(|line| Ok(unquoted(item(line)?).to_owned())).collect()
}

fn defaults(nested: &[Line]) -> Result<Vec<(usize, String, String)>, HeaderError> {
    nested
        .iter()
        .map(|line| {
            let (name, value) = pair(item(line)?).ok_or_else(|| line.error("expected `- parameter: value`"))?;
            Ok((line.number, name.to_owned(), value.to_owned()))
        })
        .collect()
}

fn enumerate(nested: &[Line]) -> Result<Vec<(usize, String, Vec<String>)>, HeaderError> {
    let mut lists: Vec<(usize, String, Vec<String>)> = Vec::new();
    for line in nested {
        let text = item(line)?;
        match (text.strip_suffix(':'), lists.last_mut()) {
            (Some(name), _) => lists.push((line.number, name.trim().to_owned(), Vec::new())),
            (None, Some((_, _, values))) => values.push(unquoted(text).to_owned()),
            (None, None) => return Err(line.error("expected `- parameter:` before its values")),
        }
    }
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use super::{HeaderError, header};

    #[test]
    fn reads_what_grlc_writes() {
        let text = "#+ summary: Who holds what\n#+ description: >\n#+   First line\n#+   and second.\n#+ tags:\n#+   - a\n\
                    #+   - b\n#+ defaults:\n#+   - minimum: 2\n#+ enumerate:\n#+   - status:\n#+     - current\n\
                    #+     - former\nSELECT * WHERE { ?s ?p ?o }\n";
        let header = header(text).unwrap();
        assert_eq!(header.summary, "Who holds what");
        assert_eq!(header.description, "First line and second.");
        assert_eq!(header.tags, ["a", "b"]);
        assert_eq!(header.defaults, [(9, "minimum".to_owned(), "2".to_owned())]);
        assert_eq!(header.enumerate[0].1, "status");
        assert_eq!(header.enumerate[0].2, ["current", "former"]);
    }

    #[test]
    fn says_where_it_cannot_read() {
        let error = header("#+ summary: x\n#+ tags:\n#+   oops\n").unwrap_err();
        assert_eq!(error, HeaderError { line: 3, column: 6, message: "expected a list item, `- ...`".to_owned() });
        let error = header("#+ sumary: x\n").unwrap_err();
        assert_eq!((error.line, error.column), (1, 4));
    }
}
