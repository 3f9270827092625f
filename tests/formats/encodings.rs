//! One page in every encoding and both scripts: the same facts.

use std::collections::BTreeSet;

use zhengtu::document::Document;
use zhengtu::rdf::{Base, Subject, Term, quads};

use super::read;

const PAGE: &str = "西宁市城北区区长江一帆说：“要把群众的小事办好。”\n\n\
                    城北区启动“巷口板凳”行动，区委书记马明参加活动并讲话。（记者 林禾）\n\n\
                    乾县县长关山与城北区签约，１月２５日起实施“双城牵手”项目。\n";

const TRADITIONAL: &str = "西寧市城北區區長江一帆說：「要把群眾的小事辦好。」\n\n\
                           城北區啟動「巷口板凳」行動，區委書記馬明參加活動並講話。（記者 林禾）\n\n\
                           乾縣縣長關山與城北區簽約，１月２５日起實施「雙城牽手」項目。\n";

/// The graph without what is of the text itself: its hash and the sentences as printed.
fn facts(document: &Document) -> BTreeSet<String> {
    let all = quads(document, &Base::default()).into_iter();
    let of_text = |predicate: &str| {
        predicate.ends_with("sha256") || predicate.ends_with("anchorOf") || predicate.ends_with("headline")
    };
    all.filter(|quad| !of_text(quad.predicate.as_str())).map(|quad| quad.to_string()).collect()
}

#[test]
fn every_encoding_gives_the_same_facts() {
    let plain = facts(&read("page.txt", PAGE.as_bytes()));
    assert!(plain.len() > 80, "{}", plain.len());
    let wide = |to: fn(u16) -> [u8; 2]| PAGE.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let gb = encoding_rs::GB18030.encode(PAGE).0.into_owned();
    for (what, bytes) in [("UTF-16LE", wide(u16::to_le_bytes)), ("UTF-16BE", wide(u16::to_be_bytes)), ("GB18030", gb)] {
        assert_eq!(facts(&read("page.txt", &bytes)), plain, "{what}");
    }
}

#[test]
fn traditional_characters_give_the_same_facts_and_keep_their_text() {
    let plain = facts(&read("page.txt", PAGE.as_bytes()));
    let big5 = encoding_rs::BIG5.encode(TRADITIONAL).0.into_owned();
    for bytes in [TRADITIONAL.as_bytes(), &big5] {
        let document = read("page.txt", bytes);
        assert_eq!(document.source.text, TRADITIONAL);
        assert_eq!(facts(&document), plain);
        let points: Vec<char> = TRADITIONAL.chars().collect();
        for quad in
            quads(&document, &Base::default()).iter().filter(|quad| quad.predicate.as_str().ends_with("anchorOf"))
        {
            let (Subject::NamedNode(node), Term::Literal(text)) = (&quad.subject, &quad.object) else {
                panic!("{quad}")
            };
            let (begin, end) = node.as_str().split_once("#char=").unwrap().1.split_once(',').unwrap();
            let printed: String = points[begin.parse().unwrap()..end.parse().unwrap()].iter().collect();
            assert_eq!(text.value(), printed);
        }
    }
}

#[test]
fn radicals_of_pdf_fonts_are_the_characters_they_look_like() {
    let odd = PAGE.replace('长', "⻓").replace('马', "⻢").replace("小", "⼩").replace("说", "説");
    assert_eq!(facts(&read("page.txt", odd.as_bytes())), facts(&read("page.txt", PAGE.as_bytes())));
}

#[test]
fn a_page_in_gbk_says_so_and_is_read() {
    let html = "<html><head><meta charset=\"gb2312\"></head><body><p>西宁市城北区区长江一帆主持会议，研究部署工作。</p></body></html>";
    let document = read("page.html", &encoding_rs::GBK.encode(html).0);
    assert_eq!(document.source.text, "西宁市城北区区长江一帆主持会议，研究部署工作。");
}
