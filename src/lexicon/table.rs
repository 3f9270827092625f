//! The one reader of the tables under `data/`: tab-separated, `#` comments.

/// A table of rule rows: `words  value  takes  leaves`.
#[derive(Debug, Clone, Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Reads a table. Lines that are empty or start with `#` are skipped; missing columns are empty.
    pub fn parse(file: &'static str, text: &'static str) -> Self {
        let rows = lines(text)
            .map(|(line, text)| {
                let mut columns = text.split('\t');
                let mut next = || columns.next().unwrap_or("").trim();
                Row { file, line, words: next(), value: next(), takes: next(), leaves: next() }
            })
            .collect();
        Self { rows }
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}

/// The lines of a table that hold something, with their numbers from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// A table of two columns: key and text.
pub(super) fn pairs(text: &'static str) -> Vec<(&'static str, &'static str)> {
    lines(text).filter_map(|(_, line)| line.split_once('\t')).collect()
}

/// The two halves of a value at its first `mark`. Values are a few bytes long: setting up a search in one takes longer
/// than looking at each byte.
#[inline]
pub fn halves(value: &str, mark: u8) -> Option<(&str, &str)> {
    let at = value.bytes().position(|byte| byte == mark)?;
    Some((&value[..at], &value[at + 1..]))
}

/// One rule: words that mean the same thing here, and an example each way.
#[derive(Debug, Clone)]
pub struct Row {
    file: &'static str,
    line: usize,
    words: &'static str,
    value: &'static str,
    takes: &'static str,
    leaves: &'static str,
}

impl Row {
    /// Where the rule stands: file and line.
    pub fn place(&self) -> (&'static str, usize) {
        (self.file, self.line)
    }

    /// The words, separated by single spaces in the file.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ').filter(|word| !word.is_empty())
    }

    pub fn value(&self) -> &'static str {
        self.value
    }

    /// A text that the rule takes; `-` where a row of the same file stands for it.
    pub fn takes(&self) -> &'static str {
        self.takes
    }

    /// A text that it leaves alone.
    pub fn leaves(&self) -> &'static str {
        self.leaves
    }
}
