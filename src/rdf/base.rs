//! Where identifiers live, and how they are spelled.

use std::fmt::Write;

use oxigraph::model::NamedNode;

use crate::entity::EntityId;
use crate::error::{Error, Result};

/// The IRI that every identifier starts with. Ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("https://w3id.org/zhengtu/id/".to_owned())
    }
}

impl Base {
    /// A base of the user's own; a missing final `/` is added.
    pub fn new(iri: &str) -> Result<Self> {
        let iri = if iri.ends_with('/') { iri.to_owned() } else { format!("{iri}/") };
        let error = |why: &str| Error::Base { iri: iri.clone(), why: why.to_owned() };
        NamedNode::new(iri.as_str()).map_err(|cause| error(&cause.to_string()))?;
        if iri.contains(['#', '?']) {
            return Err(error("a base has neither `?` nor `#`"));
        }
        Ok(Self(iri))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An entity. Its path keeps its slashes; everything else that an IRI may not hold is percent-encoded.
    pub fn entity(&self, id: &EntityId) -> NamedNode {
        let mut iri = self.0.clone();
        for (i, segment) in id.as_str().split('/').enumerate() {
            if i > 0 {
                iri.push('/');
            }
            push_segment(&mut iri, segment);
        }
        NamedNode::new_unchecked(iri)
    }

    /// A source, which is the name of its graph too.
    pub fn source(&self, name: &str) -> NamedNode {
        let mut iri = format!("{}source/", self.0);
        push_segment(&mut iri, name);
        NamedNode::new_unchecked(iri)
    }

    /// An article of a source, by its number.
    pub fn article(&self, source: &str, number: usize) -> NamedNode {
        NamedNode::new_unchecked(format!("{}/article/{number}", self.source(source).as_str()))
    }

    /// The graph of the facts about divisions.
    pub fn gazetteer(&self) -> NamedNode {
        NamedNode::new_unchecked(format!("{}graph/gazetteer", self.0))
    }

    /// The graph of the decisions on identity.
    pub fn decisions(&self) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{DECISIONS}", self.0))
    }
}

const DECISIONS: &str = "graph/decisions";

/// Whether a graph is one of decisions on identity, whatever its base.
pub fn is_decisions(graph: &NamedNode) -> bool {
    graph.as_str().strip_suffix(DECISIONS).is_some_and(|base| base.ends_with('/'))
}

/// Appends one segment of a path, percent-encoded as RFC 3987 asks: Chinese stays Chinese.
///
/// A slash is encoded too, since names of files may hold one (a page inside an archive) and a segment is one name.
/// Segments of dots alone would be climbed by a reader that resolves IRIs, so their dots are encoded.
fn push_segment(iri: &mut String, segment: &str) {
    let dots = !segment.is_empty() && segment.chars().all(|c| c == '.');
    for c in segment.chars() {
        if stays(c) && !dots {
            iri.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                write!(iri, "%{byte:02X}").expect("a string takes all that is written to it");
            }
        }
    }
}

/// Whether a segment may hold `c`: `ipchar` of RFC 3987, without white space and without the directional marks that
/// section 4.1 forbids.
fn stays(c: char) -> bool {
    match c {
        'A'..='Z' | 'a'..='z' | '0'..='9' => true,
        '-' | '.' | '_' | '~' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=' | ':' | '@' => true,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => false,
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => !c.is_whitespace(),
        // The last two of each plane are no characters, the first part of plane 14 is tags and variants, and planes 15
        // and 16 are private use.
        '\u{10000}'..='\u{dfffd}' | '\u{e1000}'..='\u{efffd}' => (c as u32 & 0xffff) < 0xfffe,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(id: EntityId) -> String {
        Base::default().entity(&id).into_string().replace(Base::default().as_str(), "")
    }

    #[test]
    fn chinese_stays_readable() {
        assert_eq!(entity(EntityId::office("630105", "区长")), "office/630105/区长");
        assert_eq!(entity(EntityId::person("650102", "阿不都热依木·阿吉")), "person/650102/阿不都热依木·阿吉");
        assert_eq!(entity(EntityId::initiative("“1964+N”百日攻坚")), "initiative/“1964+N”百日攻坚");
    }

    #[test]
    fn what_an_iri_may_not_hold_is_encoded() {
        assert_eq!(entity(EntityId::initiative("a b<c>\"{}|\\^`%")), "initiative/a%20b%3Cc%3E%22%7B%7D%7C%5C%5E%60%25");
        assert_eq!(entity(EntityId::initiative("一\u{3000}二")), "initiative/一%E3%80%80二");
        assert_eq!(entity(EntityId::initiative("#1?")), "initiative/%231%3F");
        // A variant of a character, as rare names are typed.
        assert_eq!(entity(EntityId::person("-", "葛\u{e0100}")), "person/-/葛%F3%A0%84%80");
    }

    #[test]
    fn a_source_is_one_segment() {
        let base = Base::default();
        assert_eq!(base.source("a/b.txt").as_str(), "https://w3id.org/zhengtu/id/source/a%2Fb.txt");
        assert_eq!(base.source("..").as_str(), "https://w3id.org/zhengtu/id/source/%2E%2E");
        assert_eq!(base.article("第1版.txt", 3).as_str(), "https://w3id.org/zhengtu/id/source/第1版.txt/article/3");
    }

    #[test]
    fn a_base_is_an_absolute_iri() {
        assert_eq!(Base::new("https://example.org/g").unwrap().as_str(), "https://example.org/g/");
        for wrong in ["example", "", "https://example.org/a b", "https://example.org/#"] {
            assert!(Base::new(wrong).is_err(), "{wrong}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_name_gives_a_valid_iri(name in "\\PC*", scope in ".*") {
            let base = Base::default();
            proptest::prop_assert!(NamedNode::new(base.source(&name).as_str()).is_ok());
            proptest::prop_assert!(NamedNode::new(base.entity(&EntityId::person(&scope, &name)).as_str()).is_ok());
        }

        #[test]
        fn two_names_never_share_an_iri(a in ".{0,8}", b in ".{0,8}") {
            let base = Base::default();
            proptest::prop_assert_eq!(a == b, base.source(&a) == base.source(&b));
        }
    }
}
