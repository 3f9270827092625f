//! Which values a rule table may have: what the rooms that read them know.
//!
//! The kinds themselves stand on higher floors, which read a value they do not know as the most general one. For a
//! user that would be a silent mistake; the tests hold the lists here against every built-in row.

use crate::lexicon::term::Class;

const LEVELS: &[&str] =
    &["province", "prefecture", "league", "city", "county", "district", "banner", "town", "township", "sumu"];
const RANKS: &[&str] = &["any", "party", "leader", "division", "nation", "grade", "none", "not"];
const BODIES: &[&str] = &[
    "party",
    "government",
    "congress",
    "consultative",
    "supervision",
    "court",
    "tribunal",
    "procuratorate",
    "military",
    "mass",
    "grassroots",
    "department",
    "enterprise",
    "school",
    "hospital",
    "unit",
];
const INITIATIVES: &[&str] = &["mechanism", "campaign", "project", "platform", "strategy", "requirement"];
const STRENGTHS: &[&str] = &["strong", "verbal", "venue", "weak", "tail", "suffix"];
const ROLES: &[&str] = &["reporter", "correspondent", "supplier", "photographer", "editor", "intern", "source"];
const SIDES: &[&str] = &["before", "after", "either"];
const CREDITS: &[&str] = &["outlet", "dateline", "note", "other"];

/// What may stand in the column, where `value` may not; `None` where it may. The codes of outlets are checked apart.
pub(super) fn wrong(class: Class, value: &str) -> Option<String> {
    let among = |list: &[&str], value: &str| list.contains(&value);
    let (right, allowed) = match class {
        Class::Rank => (
            match value.split_once(':') {
                Some(("head", level)) => among(LEVELS, level),
                Some(("of" | "only", bodies)) => bodies.split('|').all(|body| !body.trim().is_empty()),
                _ => among(RANKS, value),
            },
            format!(
                "{}; head:LEVEL, where LEVEL is {}; of:A|B or only:A|B with the ends of bodies' names",
                either(RANKS),
                either(LEVELS)
            ),
        ),
        Class::Body => (
            value == "head" || {
                let kind = value.strip_prefix("nation:").unwrap_or(value);
                among(BODIES, kind.strip_suffix('+').unwrap_or(kind))
            },
            format!(
                "{}, with + behind it where any name may stand before the word, and nation: before it for a body of the \
                 whole state; or head",
                either(BODIES)
            ),
        ),
        Class::Stem => (value == "stem", "stem".to_owned()),
        Class::Initiative => (value == "not" || among(INITIATIVES, value), format!("{}; or not", either(INITIATIVES))),
        Class::Head => (
            value
                .split_once(':')
                .is_some_and(|(kind, strength)| among(INITIATIVES, kind) && among(STRENGTHS, strength)),
            format!("KIND:STRENGTH, where KIND is {} and STRENGTH is {}", either(INITIATIVES), either(STRENGTHS)),
        ),
        Class::Person => (among(&["person", "not"], value), "person or not".to_owned()),
        Class::Credit => (
            among(CREDITS, value)
                || value.split_once(' ').is_some_and(|(role, side)| among(ROLES, role) && among(SIDES, side)),
            format!("ROLE SIDE, where ROLE is {} and SIDE is {}; or {}", either(ROLES), either(SIDES), either(CREDITS)),
        ),
        _ => (true, String::new()),
    };
    (!right).then_some(allowed)
}

/// `a, b or c`.
fn either(list: &[&str]) -> String {
    match list {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => list.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::term;

    #[test]
    fn every_built_in_row_has_a_value_that_is_allowed() {
        let tables = term::built_in();
        let rows = tables.iter().flat_map(|(class, table)| table.rows().iter().map(move |row| (*class, row)));
        let wrong: Vec<String> = rows
            .filter(|(class, row)| wrong(*class, row.value()).is_some())
            .map(|(_, row)| format!("{:?} {}", row.place(), row.value()))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn what_is_wrong_is_told_with_what_is_allowed() {
        for (class, value) in [
            (Class::Rank, "head:vilage"),
            (Class::Rank, "of:"),
            (Class::Body, "shop"),
            (Class::Head, "campaign"),
            (Class::Initiative, "plan"),
            (Class::Credit, "reporter"),
        ] {
            assert!(wrong(class, value).is_some_and(|allowed| allowed.len() > 10), "{value}");
        }
        assert_eq!(wrong(Class::Person, "name").unwrap(), "person or not");
    }
}
