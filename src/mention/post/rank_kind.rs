//! What a rank says of the body that it belongs to, as `data/lexicon/ranks.tsv` has it.

/// The kind of a rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankKind {
    /// Belongs to whatever body stands before it, or to the body of the post before it in the list.
    Any,
    /// A rank of a party committee or group.
    Party,
    /// The head of the government of a division of this level: 县长.
    Head(String),
    /// Whoever leads a division, in no office that the word names: 市领导.
    Leader,
    /// An office of the division itself, beside its government and named without it: 灌云县湾长, 县湾长.
    Division,
    /// A grade (二级调研员), which is no post without a body.
    Grade,
    /// A description and no office (老板): read, so that the person beside it is given nobody else's post.
    NoOffice,
    /// Belongs to a body whose name ends in one of these; an elided body is the last such one.
    Of(Vec<String>),
    /// The same, but the body must be printed right before.
    Only(Vec<String>),
}

impl RankKind {
    /// The kind that a row's value names; `None` where the word only looks like a rank (领导班子).
    pub(super) fn of_row(value: &str) -> Option<Self> {
        let bodies = |names: &str| names.split('|').map(str::to_owned).collect();
        Some(match value.split_once(':') {
            Some(("head", level)) => Self::Head(level.to_owned()),
            Some(("of", names)) => Self::Of(bodies(names)),
            Some(("only", names)) => Self::Only(bodies(names)),
            _ => match value {
                "not" => return None,
                "party" => Self::Party,
                "leader" => Self::Leader,
                "division" => Self::Division,
                "grade" => Self::Grade,
                "none" => Self::NoOffice,
                _ => Self::Any,
            },
        })
    }

    /// How the names of the bodies end that an elided body can be one of.
    pub fn bodies(&self) -> Option<&[String]> {
        match self {
            Self::Of(names) => Some(names),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RankKind;

    #[test]
    fn values_of_every_form() {
        assert_eq!(RankKind::of_row("head:county"), Some(RankKind::Head("county".to_owned())));
        assert_eq!(RankKind::of_row("of:局|队"), Some(RankKind::Of(vec!["局".to_owned(), "队".to_owned()])));
        assert_eq!(RankKind::of_row("any"), Some(RankKind::Any));
        assert_eq!(RankKind::of_row("not"), None);
    }
}
