//! The kinds of bodies that `data/lexicon/bodies.tsv` tells apart.

/// What the values of bodies of the whole state begin with.
const NATION: &str = "nation:";

/// What sort of body a part of a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// Party committees, groups, cells and their departments.
    Party,
    /// People's governments and their offices.
    Government,
    /// People's congresses.
    Congress,
    /// The consultative conference.
    Consultative,
    /// Supervisory commissions.
    Supervision,
    /// Courts.
    Court,
    /// A branch of a court with a name of its own.
    Tribunal,
    /// Procuratorates.
    Procuratorate,
    /// Armed forces and fire brigades.
    Military,
    /// Mass organisations.
    Mass,
    /// Streets, villages and the like.
    Grassroots,
    /// A department of a government.
    Department,
    /// Enterprises and banks.
    Enterprise,
    /// Schools.
    School,
    /// Hospitals.
    Hospital,
    /// Other public institutions.
    Unit,
}

impl BodyKind {
    /// The kind that a row's value names, and whether the body is open (`+`): any name may stand before it.
    ///
    /// `None` for a department's last word (`head`), which is a body only together with what stands before it.
    pub(super) fn of_row(value: &str) -> Option<(Self, bool)> {
        let value = value.strip_prefix(NATION).unwrap_or(value);
        let (name, open) = value.strip_suffix('+').map_or((value, false), |name| (name, true));
        let kind = match name {
            "party" => Self::Party,
            "government" => Self::Government,
            "congress" => Self::Congress,
            "consultative" => Self::Consultative,
            "supervision" => Self::Supervision,
            "court" => Self::Court,
            "tribunal" => Self::Tribunal,
            "procuratorate" => Self::Procuratorate,
            "military" => Self::Military,
            "mass" => Self::Mass,
            "grassroots" => Self::Grassroots,
            "department" => Self::Department,
            "enterprise" => Self::Enterprise,
            "school" => Self::School,
            "hospital" => Self::Hospital,
            "unit" => Self::Unit,
            _ => return None,
        };
        Some((kind, open))
    }

    /// Whether a row's value names a body of the whole state (教育部), which lies in no division.
    pub fn is_national(value: &str) -> bool {
        value.starts_with(NATION)
    }

    /// Bodies whose members are delegates: their seats tell nothing of where a person works.
    pub fn is_assembly(self) -> bool {
        matches!(self, Self::Congress | Self::Consultative)
    }

    /// Bodies that are named after a place too small for the gazetteer.
    pub fn is_local(self) -> bool {
        matches!(self, Self::Grassroots | Self::Tribunal)
    }

    /// Bodies that exist once in a division: no stem of a department stands before them.
    pub(super) fn is_single(self) -> bool {
        self.is_assembly() || matches!(self, Self::Party | Self::Court | Self::Procuratorate | Self::Grassroots)
    }

    /// Bodies of state and party, whose offices are public whoever holds them.
    pub fn is_public(self) -> bool {
        self.is_assembly()
            || matches!(self, Self::Party | Self::Government | Self::Supervision | Self::Court | Self::Procuratorate)
    }
}

#[cfg(test)]
mod tests {
    use super::BodyKind;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_row_names_a_kind() {
        let lexicon = Lexicon::load();
        let rows = lexicon.rows().iter().filter(|row| row.place().0.ends_with("/bodies.tsv"));
        let unknown: Vec<&str> =
            rows.map(|row| row.value()).filter(|value| *value != "head" && BodyKind::of_row(value).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(BodyKind::of_row("school+"), Some((BodyKind::School, true)));
    }
}
