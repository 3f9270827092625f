//! What is known of a source beside its text, and from where.

/// What is known of a source from outside its text, or from parts of its file that are no text. Never guessed.
///
/// Fields are set by whoever knows them; [`Metadata::or`] fills those that are open from the next best origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    pub outlet: Option<String>,
    /// `YYYY-MM-DD`, or shorter where less is known.
    pub date: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
    /// The page of the paper, as it is called: `3`, `A03`.
    pub page: Option<String>,
    /// Where each field was filled from, in the order in which that happened.
    pub origins: Vec<(Field, Origin)>,
}

/// The fields of [`Metadata`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Outlet,
    Date,
    Url,
    Title,
    Page,
}

/// Where a value comes from; what stands first is believed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Typed with the command.
    Option,
    /// A file beside the source that speaks of it.
    Sidecar,
    /// The source's own file: the head of a web page, a column of a table, the properties of a document.
    Inside,
    /// The name of the file.
    Name,
}

impl Field {
    pub const ALL: [Field; 5] = [Field::Outlet, Field::Date, Field::Url, Field::Title, Field::Page];

    /// The name used in reports and in sidecar files.
    pub fn name(self) -> &'static str {
        match self {
            Field::Outlet => "outlet",
            Field::Date => "date",
            Field::Url => "url",
            Field::Title => "title",
            Field::Page => "page",
        }
    }
}

impl Origin {
    /// As the report says it, behind "from".
    pub fn name(self) -> &'static str {
        match self {
            Origin::Option => "the command line",
            Origin::Sidecar => "the file beside it",
            Origin::Inside => "the file itself",
            Origin::Name => "the file's name",
        }
    }
}

impl Metadata {
    pub fn get(&self, field: Field) -> Option<&str> {
        match field {
            Field::Outlet => &self.outlet,
            Field::Date => &self.date,
            Field::Url => &self.url,
            Field::Title => &self.title,
            Field::Page => &self.page,
        }
        .as_deref()
    }

    pub(super) fn slot(&mut self, field: Field) -> &mut Option<String> {
        match field {
            Field::Outlet => &mut self.outlet,
            Field::Date => &mut self.date,
            Field::Url => &mut self.url,
            Field::Title => &mut self.title,
            Field::Page => &mut self.page,
        }
    }

    /// Fills what is still open with what `other` knows, and notes that it came from `origin`.
    ///
    /// What `other` was itself filled with keeps its own origin.
    pub fn or(mut self, other: &Metadata, origin: Origin) -> Self {
        for field in Field::ALL {
            let known = self.get(field).is_some();
            if let Some(value) = other.get(field).map(str::trim).filter(|value| !known && !value.is_empty()) {
                let from = other.origins.iter().find(|(of, _)| *of == field).map_or(origin, |(_, from)| *from);
                *self.slot(field) = Some(value.to_owned());
                self.origins.push((field, from));
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_knows_is_believed_and_named() {
        let typed = Metadata { outlet: Some("青云晚报".into()), ..Metadata::default() };
        let named = Metadata {
            outlet: Some("海棠日报".into()),
            date: Some("2024-01-25".into()),
            page: Some(" ".into()),
            ..Metadata::default()
        };
        let known = Metadata::default().or(&typed, Origin::Option).or(&named, Origin::Name);
        assert_eq!(known.outlet.as_deref(), Some("青云晚报"));
        assert_eq!(known.date.as_deref(), Some("2024-01-25"));
        assert_eq!(known.page, None, "white space is no value");
        assert_eq!(known.origins, [(Field::Outlet, Origin::Option), (Field::Date, Origin::Name)]);
        let again = Metadata::default().or(&known, Origin::Sidecar);
        assert_eq!(again.origins, known.origins, "what is known where it came from stays so");
    }
}
