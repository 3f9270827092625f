//! What a rank says of the body that it belongs to, as `data/lexicon/ranks.tsv` has it.

use crate::lexicon::halves;

/// The kind of a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankKind {
    /// Belongs to whatever body stands before it, or to the body of the post before it in the list.
    Any,
    /// A rank of a party committee or group.
    Party,
    /// The head of the government of a division of this level: 县长.
    Head(&'static str),
    /// Whoever leads a division, in no office that the word names: 市领导.
    Leader,
    /// An office of the division itself, beside its government and named without it: 灌云县湾长, 县湾长.
    Division,
    /// An office of the whole state: 国务委员.
    Nation,
    /// A grade (二级调研员), which is no post without a body.
    Grade,
    /// A description and no office (老板): read, so that the person beside it is given nobody else's post.
    NoOffice,
    /// Belongs to a body whose name ends in one of these, as the row has them; an elided body is the last such one.
    Of(&'static str),
    /// The same, but the body must be printed right before.
    Only(&'static str),
}

impl RankKind {
    /// The kind that a row's value names; `None` where the word only looks like a rank (领导班子).
    pub(super) fn of_row(value: &'static str) -> Option<Self> {
        Some(match halves(value, b':') {
            Some(("head", level)) => Self::Head(level),
            Some(("of", names)) => Self::Of(names),
            Some(("only", names)) => Self::Only(names),
            _ => match value {
                "not" => return None,
                "party" => Self::Party,
                "leader" => Self::Leader,
                "division" => Self::Division,
                "nation" => Self::Nation,
                "grade" => Self::Grade,
                "none" => Self::NoOffice,
                _ => Self::Any,
            },
        })
    }

    /// How the names of the bodies end that the rank belongs to; `None` where it may belong to any.
    pub fn names(self) -> Option<impl Iterator<Item = &'static str>> {
        match self {
            Self::Of(names) | Self::Only(names) => Some(names.split('|')),
            _ => None,
        }
    }

    /// How the names of the bodies end that an elided body can be one of.
    pub fn bodies(self) -> Option<impl Iterator<Item = &'static str>> {
        self.names().filter(|_| matches!(self, Self::Of(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::RankKind;

    #[test]
    fn values_of_every_form() {
        assert_eq!(RankKind::of_row("head:county"), Some(RankKind::Head("county")));
        let of = RankKind::of_row("of:局|队");
        assert_eq!(of, Some(RankKind::Of("局|队")));
        assert!(of.and_then(RankKind::bodies).is_some_and(|names| names.eq(["局", "队"])));
        assert_eq!(RankKind::of_row("any"), Some(RankKind::Any));
        assert_eq!(RankKind::of_row("not"), None);
    }
}
