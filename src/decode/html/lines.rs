//! The text of a part of a web page, line by line as a browser shows it.

use dom_query::NodeRef;

use crate::text::han;

/// The lines that hold anything, without white space at their ends.
pub(super) fn lines(root: &NodeRef) -> Vec<String> {
    let mut page = Lines::default();
    // A stack of one's own: pages nest their elements as deep as they like.
    let mut open = vec![(*root, false)];
    while let Some((node, seen)) = open.pop() {
        if node.is_text() {
            page.text(&node.text());
            continue;
        }
        let name = node.node_name().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" | "noscript" | "template" | "head" => continue,
            "td" | "th" => page.gap = page.gap.max(Gap::Cell),
            name if is_inline(name) => {}
            _ => page.end(),
        }
        if !seen {
            open.push((node, true));
            open.extend(node.children_it(true).map(|child| (child, false)));
        }
    }
    page.end();
    page.lines
}

/// Elements that do not break the line. All that are not known break it: a wrong break costs less than two paragraphs
/// in one.
fn is_inline(name: &str) -> bool {
    const INLINE: [&str; 30] = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "wbr",
    ];
    INLINE.contains(&name)
}

/// White space that was met and not yet written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    /// Nothing but line breaks of the file: none between Chinese characters, where a browser's space would part a word.
    Break,
    Space,
    Cell,
}

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    line: String,
    gap: Gap,
}

impl Lines {
    fn text(&mut self, text: &str) {
        let mut broken = false;
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                broken |= matches!(c, '\n' | '\r');
                let gap = if broken { Gap::Break } else { Gap::Space };
                // The indent behind a line break belongs to it.
                self.gap = if broken && self.gap < Gap::Cell { Gap::Break } else { self.gap.max(gap) };
                continue;
            }
            broken = false;
            self.space(c);
            self.line.push(c);
        }
    }

    fn space(&mut self, next: char) {
        let last = self.line.chars().next_back();
        let Some(last) = last.filter(|c| !han::is_space(*c)) else {
            self.gap = Gap::None;
            return;
        };
        let wide = |c: char| !c.is_ascii();
        match std::mem::take(&mut self.gap) {
            Gap::None => {}
            Gap::Break if wide(last) && wide(next) => {}
            Gap::Break | Gap::Space => self.line.push(' '),
            Gap::Cell => self.line.push('\t'),
        }
    }

    fn end(&mut self) {
        let line = self.line.trim_matches(han::is_space);
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
        self.line.clear();
        self.gap = Gap::None;
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn read(html: &str) -> Vec<String> {
        lines(&dom_query::Document::from(html).root())
    }

    #[test]
    fn lines_break_where_a_browser_breaks_them() {
        let html = "<div>一<b>二</b>三<p>　　四\n      五</p>六<br>七 八</div><table><tr><td>甲<td>乙</table>";
        assert_eq!(read(html), ["一二三", "四五", "六", "七 八", "甲\t乙"]);
    }

    #[test]
    fn pages_may_nest_as_deep_as_they_like() {
        let html = format!("{}深{}", "<div>".repeat(3_000), "</div>".repeat(3_000));
        assert_eq!(read(&html), ["深"]);
    }
}
