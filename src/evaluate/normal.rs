//! When two names are the same name: what printing habits add is taken away on both sides.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::lexicon::Table;

const TABLE: &str = include_str!("../../data/evaluate/normal.tsv");

/// How often a head noun may be stripped: 行动计划, 改革试点项目 carry several.
const HEADS: usize = 3;

/// A shorter name of an initiative is the same if it makes up so much of the longer, in fifths.
const SHARE: (usize, usize) = (3, 5);

/// The rules of `data/evaluate/normal.tsv`.
#[derive(Debug, Default)]
pub(super) struct Normal {
    drop: BTreeSet<char>,
    heads: Vec<&'static str>,
    removed: Vec<&'static str>,
    replaced: Vec<(&'static str, &'static str)>,
    acting: Vec<(&'static str, &'static str, &'static str)>,
    levels: Vec<&'static str>,
    level_stays: Vec<&'static str>,
    committees: Vec<&'static str>,
    departments: Vec<&'static str>,
    governments: Vec<&'static str>,
    vices: Vec<&'static str>,
    heads_of_government: Vec<&'static str>,
    bare: Vec<&'static str>,
}

impl Normal {
    pub(super) fn built_in() -> Self {
        let mut normal = Normal::default();
        for row in Table::parse("data/evaluate/normal.tsv", TABLE).rows() {
            let words: Vec<&'static str> = row.words().collect();
            match (row.value(), words.as_slice()) {
                ("drop", words) => normal.drop.extend(words.iter().flat_map(|word| word.chars())),
                ("head", words) => normal.heads.extend(words),
                ("remove", words) => normal.removed.extend(words),
                ("replace", [from, to]) => normal.replaced.push((from, to)),
                ("acting", [long, short, end]) => normal.acting.push((long, short, end)),
                ("level", words) => normal.levels.extend(words),
                ("level-stays", words) => normal.level_stays.extend(words),
                ("committee", words) => normal.committees.extend(words),
                ("department", words) => normal.departments.extend(words),
                ("government", words) => normal.governments.extend(words),
                ("vice", words) => normal.vices.extend(words),
                ("head-of-government", words) => normal.heads_of_government.extend(words),
                ("bare-title", words) => normal.bare.extend(words),
                (value, _) => debug_assert!(false, "no rule of normal.tsv is called {value}"),
            }
        }
        normal
    }

    /// A name without width variants, white space, quotation marks and other punctuation.
    pub(super) fn name(&self, name: &str) -> String {
        name.nfkc().filter(|&c| self.keeps(c)).collect()
    }

    /// Whether a character, width variants folded, is part of a name.
    pub(super) fn keeps(&self, c: char) -> bool {
        !(c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c) || self.drop.contains(&c))
    }

    /// The name of an initiative without its head nouns, as long as two characters are left.
    pub(super) fn initiative(&self, name: &str) -> String {
        let mut name = self.name(name);
        for _ in 0..HEADS {
            let longest = self.heads.iter().filter(|head| name.ends_with(**head)).max_by_key(|head| head.len());
            let Some(rest) = longest.map(|head| name.len() - head.len()) else { break };
            if name[..rest].chars().count() < 2 {
                break;
            }
            name.truncate(rest);
        }
        name
    }

    /// Whether two names are of one initiative: equal, or one inside the other and not much shorter.
    pub(super) fn same_initiative(&self, a: &str, b: &str) -> bool {
        let (a, b) = (self.initiative(a), self.initiative(b));
        if a == b {
            return true;
        }
        let (a_length, b_length) = (a.chars().count(), b.chars().count());
        let (short, long, less, more) =
            if b_length < a_length { (b, a, b_length, a_length) } else { (a, b, a_length, b_length) };
        less >= 2 && long.contains(&short) && less * SHARE.1 >= more * SHARE.0
    }

    /// A title without what habit adds: the party's name, the level of an elided place, the committee before its own
    /// department, the government before its own head.
    pub(super) fn title(&self, title: &str) -> String {
        let mut title = self.name(title);
        for word in &self.removed {
            title = title.replace(word, "");
        }
        for (from, to) in &self.replaced {
            title = title.replace(from, to);
        }
        for (long, short, end) in &self.acting {
            if title.strip_prefix(long).is_some_and(|rest| rest.ends_with(end)) {
                title.replace_range(..long.len(), short);
            }
        }
        let title = self.without_level(&title);
        self.without_government(self.without_committee(title)).to_owned()
    }

    fn without_level<'a>(&self, title: &'a str) -> &'a str {
        match prefix(title, &self.levels) {
            Some(rest) if prefix(rest, &self.level_stays).is_none() => rest,
            _ => title,
        }
    }

    fn without_committee<'a>(&self, title: &'a str) -> &'a str {
        let rest = prefix(title, &self.levels).and_then(|rest| prefix(rest, &self.committees));
        rest.filter(|rest| prefix(rest, &self.departments).is_some()).unwrap_or(title)
    }

    fn without_government<'a>(&self, title: &'a str) -> &'a str {
        let Some(rest) = prefix(title, &self.governments) else { return title };
        let head = prefix(rest, &self.vices).unwrap_or(rest);
        let end = prefix(head, &self.levels).and_then(|end| prefix(end, &self.heads_of_government));
        if end == Some("") { rest } else { title }
    }

    /// Whether a title of gold is one of the titles found. Both are normalised already.
    pub(super) fn same_title<'a>(&self, gold: &str, mut found: impl Iterator<Item = &'a String>) -> bool {
        let bare = self.bare.contains(&gold);
        found.any(|title| title == gold || (bare && title.ends_with(gold)))
    }
}

fn prefix<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_table_is_there() {
        let normal = Normal::built_in();
        assert!(normal.drop.contains(&'“') && normal.drop.contains(&'-'));
        for rule in
            [&normal.heads, &normal.removed, &normal.levels, &normal.level_stays, &normal.departments, &normal.bare]
        {
            assert!(!rule.is_empty());
        }
        assert_eq!((normal.acting.len(), normal.replaced.len()), (1, 1));
    }

    #[test]
    fn names_lose_width_and_marks() {
        let normal = Normal::built_in();
        let name = |text| normal.name(text);
        assert_eq!(name("马　忠 良"), "马忠良");
        assert_eq!(name("艾尼瓦尔·吐尔逊"), "艾尼瓦尔吐尔逊");
        assert_eq!(name("“１＋５＋Ｘ”议事机制"), "1+5+X议事机制");
    }

    #[test]
    fn titles_lose_what_habit_adds() {
        let normal = Normal::built_in();
        for (printed, want) in [
            ("市财政局局长", "财政局局长"),
            ("县委书记", "县委书记"),
            ("区长", "区长"),
            ("县政协主席", "政协主席"),
            ("中共县委组织部副部长", "组织部副部长"),
            ("县委政法委副书记", "政法委副书记"),
            ("县委常委", "县委常委"),
            ("人民政府副县长", "副县长"),
            ("县人民政府县长", "县长"),
            ("政府秘书长", "政府秘书长"),
            ("代理县长", "代县长"),
            ("州党委副书记", "党委副书记"),
            ("市领导", "领导"),
        ] {
            assert_eq!(normal.title(printed), want, "{printed}");
        }
    }

    #[test]
    fn bare_titles_match_the_full_ones_only() {
        let normal = Normal::built_in();
        let found = ["县委书记".to_owned()];
        assert!(normal.same_title("书记", found.iter()));
        assert!(!normal.same_title("副书记", found.iter()));
        assert!(!normal.same_title("镇党委书记", found.iter()));
    }

    #[test]
    fn initiatives_meet_with_and_without_their_heads() {
        let normal = Normal::built_in();
        assert_eq!(normal.initiative("“百日清零”攻坚行动"), "百日清零");
        assert_eq!(normal.initiative("行动"), "行动");
        assert!(normal.same_initiative("“有诉必应马上办”", "有诉必应马上办机制"));
        assert!(normal.same_initiative("板凳会商机制", "板凳会商"));
        assert!(!normal.same_initiative("四地", "四地一区建设示范县创建"));
        assert!(!normal.same_initiative("花灯夜话", "广场夜话"));
    }
}
