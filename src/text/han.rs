//! Character classes of Chinese text. The only file of `src/` that may name characters: they are classes, not words.

/// A Chinese character (the unified ideographs, extensions A and B, the compatibility block, 〇).
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ffff}' | '\u{f900}'..='\u{faff}' | '〇')
}

/// White space of any width, the ideographic space and the byte-order mark included.
#[inline]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Punctuation that ends a sentence.
#[inline]
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// What the names of peoples end in: 傣族.
pub fn ends_people(c: char) -> bool {
    c == '族'
}

/// Words of one character that count, or say that there are several: 两区, 各县.
#[inline]
pub fn counts(c: char) -> bool {
    is_numeral(c) || matches!(c, '两' | '双' | '各' | '几' | '数' | '俩')
}

/// Particles, with which no name begins.
#[inline]
pub fn is_particle(c: char) -> bool {
    in_no_name(c) || matches!(c, '之' | '得' | '地' | '等' | '所')
}

/// The literary particle between an owner and what he owns.
pub fn is_genitive(c: char) -> bool {
    c == '之'
}

/// Particles and the like that stand nowhere in a name.
#[inline]
pub fn in_no_name(c: char) -> bool {
    matches!(c, '的' | '了' | '着' | '们' | '吗' | '呢' | '吧' | '把' | '被' | '很' | '您' | '她' | '某' | '等')
}

/// Whether a character of three bytes that begins with this byte of UTF-8 is an ideograph (U+4000 to U+9FFF) whatever
/// follows: such characters are passed over without being decoded.
#[inline]
pub fn begins_ideograph(byte: u8) -> bool {
    matches!(byte, 0xe4..=0xe9)
}

/// Punctuation that ends a clause, sentence ends included.
#[inline]
pub fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | '；' | '：' | ',' | ';' | ':')
}

/// Closing marks that belong to the sentence they follow.
#[inline]
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '」' | '』' | '》' | '〉' | '】')
}

/// Opening marks.
#[inline]
pub fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '(' | '「' | '『' | '《' | '〈' | '【')
}

/// The dots inside transliterated names.
#[inline]
pub fn is_name_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '∙')
}

/// Marks that separate the names of a list: enumeration comma and commas.
#[inline]
pub fn separates_names(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';' | '&' | '＆')
}

/// Marks between a label and what it labels: colons and upright bars (the ideograph that looks like one, too).
#[inline]
pub fn labels(c: char) -> bool {
    matches!(c, '：' | ':' | '|' | '｜' | '丨' | '∣' | '︱' | '│')
}

/// Brackets that hold remarks, not quotations or titles.
#[inline]
pub fn is_bracket(c: char) -> bool {
    matches!(c, '（' | '）' | '(' | ')' | '【' | '】' | '[' | ']' | '〔' | '〕' | '［' | '］')
}

/// Slashes of any width.
#[inline]
pub fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '∕' | '\\')
}

/// Marks that are printed in front of the authors' names.
#[inline]
pub fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '□' | '■'
            | '◎'
            | '●'
            | '○'
            | '▲'
            | '△'
            | '◆'
            | '◇'
            | '★'
            | '☆'
            | '▢'
            | '▪'
            | '▫'
            | '◼'
            | '◻'
            | '▉'
            | '█'
            | '▌'
            | '◐'
            | '⊙'
            | '※'
            | '▶'
            | '►'
    )
}

/// Any punctuation or symbol that is neither a letter, a digit, a Han character nor white space.
#[inline]
pub fn is_punctuation(c: char) -> bool {
    !is_han(c) && !c.is_alphanumeric() && !is_space(c)
}

/// Digits of any script and the Chinese numerals.
#[inline]
pub fn is_numeral(c: char) -> bool {
    // No ideograph but 〇 is numeric, and the table is slow to look into.
    (!is_han(c) && c.is_numeric())
        || matches!(
            c,
            '零' | '〇'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '两'
        )
}

/// The mark between the items of a list.
#[inline]
pub fn enumerates(c: char) -> bool {
    c == '、'
}

/// The mark behind the items of a list that are clauses.
pub fn ends_item(c: char) -> bool {
    matches!(c, '；' | ';')
}

/// Full or half-width colon.
#[inline]
pub fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// Full or half-width comma.
#[inline]
pub fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}

/// Opening round bracket of either width.
#[inline]
pub fn opens_round(c: char) -> bool {
    matches!(c, '（' | '(' | '【' | '［')
}

/// Closing round bracket of either width.
#[inline]
pub fn closes_round(c: char) -> bool {
    matches!(c, '）' | ')' | '】' | '］')
}

/// Dashes, long and short.
pub fn is_dash(c: char) -> bool {
    matches!(c, '—' | '―' | '–' | '-' | '－' | '─' | '━' | '=' | '＝' | '_' | '*' | '＊' | '~' | '～')
}

/// Columns that a character takes on paper: two, or one for the narrow ones.
pub fn columns(c: char) -> usize {
    let narrow = (c as u32) < 0x1100 && !matches!(c, '·' | '×' | '°' | '±') || matches!(c, '\u{feff}' | '\u{200b}');
    if narrow { 1 } else { 2 }
}

/// The mark that closes a quotation opened by `c`, if `c` opens one.
#[inline]
pub fn quotes(c: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '‘' => Some('’'),
        '「' => Some('」'),
        '『' => Some('』'),
        _ => None,
    }
}

/// Characters that stand between the items of a list.
#[inline]
pub fn conjoins(c: char) -> bool {
    enumerates(c) || matches!(c, '和' | '与' | '及')
}

/// Marks between two people who share a title. Fewer than [`conjoins`]: 与 and 及 rather open the next clause there.
#[inline]
pub fn joins_names(c: char) -> bool {
    enumerates(c) || c == '和'
}

/// Signs that stand for "and more" in shorthand: 1+5+X.
#[inline]
pub fn adds(c: char) -> bool {
    matches!(c, '+' | '＋' | '×' | '﹢')
}

/// The particle between an owner or a relative clause and its noun.
#[inline]
pub fn owns(c: char) -> bool {
    c == '的'
}

/// What opens an ordinal: 第 of 第十七届.
pub fn opens_ordinal(c: char) -> bool {
    c == '第'
}

/// What closes the ordinal of a term of office or a congress: 届 of 第十七届.
#[inline]
pub fn ends_term(c: char) -> bool {
    c == '届'
}

/// The character that a statement of birth ends in: 1961年出生, 1961年生.
pub fn ends_birth(c: char) -> bool {
    c == '生'
}

/// What a year is followed by in words.
pub fn ends_year(c: char) -> bool {
    c == '年'
}

/// What a month is followed by in words.
/// How many years from the article's own a year lies that begins with this character: 去年, 今年, 前年, 明年.
#[inline]
pub fn relative_year(c: char) -> Option<i16> {
    match c {
        '前' => Some(-2),
        '去' => Some(-1),
        '今' | '本' | '当' => Some(0),
        '明' => Some(1),
        _ => None,
    }
}

/// Whether a year that it follows is a span of time and no date: 今年|以来.
pub fn since(c: char) -> bool {
    c == '以'
}

pub fn ends_month(c: char) -> bool {
    c == '月'
}

/// What stands between year and month: 1996.03, 1996年3月.
pub fn parts_date(c: char) -> bool {
    matches!(c, '.' | '．' | '/') || ends_year(c)
}

/// What stands between two dates of a period: 1996.03—2001.05, 1996年3月至2001年5月. Not all dashes: a rule (＝, ＿) is none.
#[inline]
pub fn spans_dates(c: char) -> bool {
    matches!(c, '—' | '-' | '–' | '－' | '~' | '～' | '至')
}

/// The character that short names of committees end in: 县委.
pub fn ends_committee(c: char) -> bool {
    c == '委'
}

/// The characters that names of seats in a body end in: 常委, 委员, 代表.
pub fn ends_seat(c: char) -> bool {
    matches!(c, '委' | '员' | '表')
}

/// The character that full names of courts and procuratorates end in: 人民法院.
pub fn ends_court(c: char) -> bool {
    c == '院'
}

/// The character that names of streets as bodies end in: 街道.
pub fn ends_street(c: char) -> bool {
    c == '道'
}

/// The characters that names of a department's sections end in: 预算处, 刑侦大队.
pub fn ends_section(c: char) -> bool {
    matches!(c, '处' | '科' | '股' | '队')
}

/// The character that the office of a department ends in: 办公室, 研究室.
pub fn ends_office(c: char) -> bool {
    c == '室'
}

/// The characters that short names of papers, agencies and stations end in: 广西台.
pub fn ends_outlet(c: char) -> bool {
    matches!(c, '台' | '报' | '社' | '网' | '刊')
}

/// The character that the word for a commune ends in: 公社.
pub fn ends_commune(c: char) -> bool {
    c == '社'
}

/// The character that names of a street's office end in: 办事处.
pub fn ends_street_office(c: char) -> bool {
    c == '处'
}

/// The mark of a year (0), a month (1) or a day (2) after its number.
#[inline]
pub fn date_unit(c: char) -> Option<usize> {
    match c {
        '年' => Some(0),
        '月' => Some(1),
        '日' | '号' => Some(2),
        _ => None,
    }
}
