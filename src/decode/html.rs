//! Web pages: the article, and what the page says of it. Menus, recommendations and notices are left out.

mod about;
mod lines;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::Metadata;
use super::record::{credit, laid_out};
use crate::text::han;

/// What is no part of any article.
const NOISE: &str = include_str!("../../data/decode/noise.txt");

/// Whether the text is a web page: it opens with a tag, and has the tags of one.
pub(super) fn is_html(text: &str) -> bool {
    const HEAD: usize = 2048;
    let head = text.trim_start_matches('\u{feff}').trim_start();
    if !head.starts_with('<') {
        return false;
    }
    let head = head[..head.floor_char_boundary(HEAD)].to_ascii_lowercase();
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<article",
        "<table",
        "<br",
    ]
    .iter()
    .any(|tag| head.contains(tag))
}

/// The article's text (its title, its credit line, its paragraphs) and what the page says of it.
pub(super) fn read(html: &str) -> (String, Metadata) {
    let document = Document::from(html);
    if depth(&document) > DEEPEST {
        return (lines::lines(&document.root()).join("\n\n"), Metadata::default());
    }
    let said = about::stated(&document);
    quiet(&document);
    let said = about::printed(&document, said);
    document.select("title").remove();
    let body = article(document);
    // The lines that say when and where it was published stand in the metadata; who wrote it is text.
    let body: Vec<&str> = body.iter().map(String::as_str).filter(|line| !said.lines.contains(*line)).collect();
    let written = said.credit.or(said.author.as_deref().map(credit));
    let text = laid_out(said.metadata.title.as_deref(), written.as_deref(), &body.join("\n\n"));
    (text, said.metadata)
}

/// Removes what is noise by its tag or class; but never what holds most of the page, whatever it is called.
fn quiet(document: &Document) {
    let all = weight(&document.root());
    for selector in NOISE.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()) {
        for node in document.select(selector).nodes() {
            if weight(node) * 2 < all {
                node.remove_from_parent();
            }
        }
    }
}

/// How many Han characters an element holds.
fn weight(node: &NodeRef) -> usize {
    node.text().chars().filter(|c| han::is_han(*c)).count()
}

/// Pages nested deeper than this are no pages that somebody wrote; looking for parts of them takes time with the square of
/// the depth, so that of such a page everything is taken.
const DEEPEST: usize = 256;

/// Whether the tags of a page are opened and not closed so many times that even parsing would take minutes.
pub(super) fn is_bottomless(html: &str) -> bool {
    const MOST: i64 = 4000;
    /// Elements that have no end, or whose end may be left out.
    const OPEN: [&str; 22] = [
        "p", "br", "hr", "li", "td", "th", "tr", "dt", "dd", "img", "meta", "link", "input", "option", "col", "area",
        "base", "source", "wbr", "embed", "param", "tbody",
    ];
    let mut depth = 0i64;
    let mut deepest = 0;
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let name = |rest: &str| rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (step, rest) = rest.strip_prefix('/').map_or((1, rest), |rest| (-1, rest));
        let tag = &rest[..name(rest)];
        if !tag.is_empty() && !OPEN.iter().any(|open| tag.eq_ignore_ascii_case(open)) {
            depth = (depth + step).max(0);
            deepest = deepest.max(depth);
        }
    }
    deepest > MOST
}

/// How deep the elements of a page are nested.
fn depth(document: &Document) -> usize {
    let mut open = vec![(document.root(), 0)];
    let mut deepest = 0;
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}

/// The lines of the article, or of the whole page where none stands out.
fn article(document: Document) -> Vec<String> {
    let whole = lines::lines(&document.root());
    // Chinese says in a third of the characters what the thresholds of English ask for.
    let config = Config { char_threshold: 60, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let article = found.map(|found| lines::lines(&Document::from(&*found.content).root())).unwrap_or_default();
    let han = |lines: &[String]| lines.iter().flat_map(|line| line.chars()).filter(|c| han::is_han(*c)).count();
    if han(&article) == 0 { whole } else { article }
}
