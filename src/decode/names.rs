//! How files call the title, the date and the rest of an article: data, with its one reader.

use super::Field;

const TABLE: &str = include_str!("../../data/decode/names.tsv");

/// What a part of a file can be to an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What the record is called in its file.
    Id,
    /// The names of those who wrote it.
    Author,
    Text,
    Known(Field),
}

impl Part {
    const ALL: [(&'static str, Part); 8] = [
        ("id", Part::Id),
        ("title", Part::Known(Field::Title)),
        ("date", Part::Known(Field::Date)),
        ("outlet", Part::Known(Field::Outlet)),
        ("author", Part::Author),
        ("text", Part::Text),
        ("url", Part::Known(Field::Url)),
        ("page", Part::Known(Field::Page)),
    ];

    /// The part of this name, as `--columns` takes it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, part)| *part)
    }

    /// The names that [`Part::named`] knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(name, _)| *name)
    }
}

/// Where a name is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Column,
    Meta,
    Cue,
    Site,
    Label,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Place::Column => "column",
            Place::Meta => "meta",
            Place::Cue => "cue",
            Place::Site => "site",
            Place::Label => "label",
        }
    }
}

/// The names of one place, in the order of the table: what stands first is believed first.
pub(super) fn names(place: Place) -> impl Iterator<Item = (Part, &'static str)> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(move |row| {
        let mut cells = row.split('\t');
        let here = cells.next()? == place.name();
        let part = Part::named(cells.next()?)?;
        Some((part, cells.next()?)).filter(|_| here)
    })
}

/// What a column, a key or a `<meta>` of this name holds.
pub(super) fn part(place: Place, name: &str) -> Option<Part> {
    let name = name.trim().trim_start_matches('\u{feff}').to_lowercase();
    names(place).find(|(_, known)| *known == name).map(|(part, _)| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_read() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).count();
        let places = [Place::Column, Place::Meta, Place::Cue, Place::Site, Place::Label];
        assert_eq!(places.into_iter().map(|place| names(place).count()).sum::<usize>(), rows);
    }

    #[test]
    fn names_are_compared_without_case_and_space() {
        assert_eq!(part(Place::Column, " 正文 "), Some(Part::Text));
        assert_eq!(part(Place::Column, "\u{feff}Title"), Some(Part::Known(Field::Title)));
        assert_eq!(part(Place::Meta, "PubDate"), Some(Part::Known(Field::Date)));
        assert_eq!(part(Place::Column, "年龄"), None);
    }
}
