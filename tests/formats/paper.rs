//! Pages set in columns as papers set them, and read back from the PDF: the same articles as from the text.

use zhengtu::decode::{self, Options};
use zhengtu::document::Document;
use zhengtu::layout::Passage;

use super::pdf::{self, Coding, Line};
use super::read;

/// A3 upright, in points; margins of 40.
const PAGE: (f64, f64) = (842.0, 1191.0);
const BODY: f64 = 10.0;

/// Three articles of a page, each its headline and its paragraphs.
const ARTICLES: [(&str, &[&str]); 3] = [
    (
        "城北区推进“一事一员”代办机制",
        &[
            "本报讯（记者 林禾）昨日，西宁市城北区区长江一帆到大堡子镇调研“一事一员”代办机制，要求把群众的小事办好办实，推动政务服务提质增效。",
            "江一帆说，代办员的补助由区里出，去年安排了一百二十万元，今年还要增加一些，让更多的群众在家门口就能把事情办好。",
            "城北区委副书记、区委政法委书记赵一凡一同调研，并就下一步工作提出要求。",
        ],
    ),
    (
        "大通县启动“清河护岸”行动",
        &[
            "本报讯（记者 何麦）连日来，大通县启动“清河护岸”行动，大通县县长马五一主持召开动员会，强调要坚持问题导向，压实河长责任，把河道整治工作做细做实。",
            "会上，县水务局局长李大川通报了去年的工作情况，各乡镇负责人作了表态发言，会议还对下一阶段的重点任务作了安排部署，要求各部门密切配合。",
        ],
    ),
    (
        "湟中区实施“巷口板凳”项目",
        &[
            "本报讯（记者 苏梅）湟中区近日实施“巷口板凳”项目，由社区工作者轮流值守，听取居民的意见建议。",
            "湟中区区长陆离说，这个项目要长期坚持下去，让每一条意见都有回音，让每一位居民都能感受到变化，让每一个社区都有活力。",
        ],
    ),
];

/// A box of the page: where, how wide, in how many columns, with how large a headline.
struct Frame {
    left: f64,
    top: f64,
    columns: usize,
    width: f64,
    head: f64,
}

const GUTTER: f64 = 18.0;

/// Sets an article into its box.
fn set(article: &(&str, &[&str]), frame: &Frame, out: &mut Vec<Line>) {
    let whole = frame.columns as f64 * (frame.width + GUTTER) - GUTTER;
    let heads = broken(article.0, (whole / frame.head) as usize, "");
    let count = heads.len();
    for (i, text) in heads.into_iter().enumerate() {
        let base = frame.top + frame.head * (1.0 + 1.2 * i as f64);
        out.push(Line { left: frame.left, base, size: frame.head, text });
    }
    let rows: Vec<String> =
        article.1.iter().flat_map(|para| broken(para, (frame.width / BODY) as usize, "　　")).collect();
    let each = rows.len().div_ceil(frame.columns);
    let top = frame.top + frame.head * (1.2 * count as f64 + 0.6);
    for (i, text) in rows.into_iter().enumerate() {
        let left = frame.left + (i / each) as f64 * (frame.width + GUTTER);
        out.push(Line { left, base: top + BODY + (i % each) as f64 * 15.0, size: BODY, text });
    }
}

/// A paragraph in lines of `width` characters; closing marks hang over the edge, as they may not open a line.
fn broken(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = vec![indent.to_owned()];
    for c in text.chars() {
        let line = lines.last().unwrap();
        if line.chars().count() >= width && !matches!(c, '，' | '。' | '、' | '”' | '）') {
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push(c);
    }
    lines
}

/// Headline and paragraphs of each article, by headline.
fn articles(document: &Document) -> Vec<(String, Vec<String>)> {
    let bare = |passage: &Passage| passage.text().split_whitespace().collect::<String>();
    let mut found: Vec<(String, Vec<String>)> = document
        .articles
        .iter()
        .map(|article| {
            (article.headline.as_ref().map(bare).unwrap_or_default(), article.body.iter().map(bare).collect())
        })
        .collect();
    found.sort();
    found
}

fn plain() -> Vec<(String, Vec<String>)> {
    let article = |(head, paras): &(&str, &[&str])| format!("{head}\n\n{}\n\n", paras.join("\n"));
    articles(&read("page.txt", ARTICLES.iter().map(article).collect::<String>().as_bytes()))
}

fn furniture(out: &mut Vec<Line>) {
    let text = "海棠日报　2024年1月25日　星期四　第3版".to_owned();
    out.push(Line { left: 40.0, base: 40.0, size: 9.0, text });
}

/// Three ways to make up a page of three articles.
fn pages() -> Vec<(&'static str, Vec<Line>)> {
    let frame = |left, top, columns, width, head| Frame { left, top, columns, width, head };
    let make = |frames: [Frame; 3]| {
        let mut lines = Vec::new();
        furniture(&mut lines);
        ARTICLES.iter().zip(&frames).for_each(|(article, frame)| set(article, frame, &mut lines));
        lines
    };
    vec![
        (
            "one above the other, in columns",
            make([
                frame(40.0, 70.0, 3, 170.0, 26.0),
                frame(40.0, 270.0, 3, 170.0, 24.0),
                frame(40.0, 460.0, 3, 170.0, 24.0),
            ]),
        ),
        (
            "one above two side by side",
            make([
                frame(40.0, 70.0, 4, 170.0, 28.0),
                frame(40.0, 260.0, 2, 170.0, 22.0),
                frame(416.0, 260.0, 2, 170.0, 22.0),
            ]),
        ),
        (
            "a tall one beside two",
            make([
                frame(40.0, 70.0, 1, 170.0, 20.0),
                frame(228.0, 70.0, 3, 170.0, 24.0),
                frame(228.0, 300.0, 3, 170.0, 24.0),
            ]),
        ),
    ]
}

#[test]
fn a_page_in_columns_has_the_articles_of_its_text() {
    let wanted = plain();
    assert_eq!(wanted.iter().map(|(_, paras)| paras.len()).sum::<usize>(), 7, "{wanted:#?}");
    for (how, lines) in pages() {
        let document = read("page.pdf", &pdf::file(&[lines], PAGE.0, PAGE.1, Coding::Named));
        assert_eq!(articles(&document), wanted, "{how}:\n{}", document.source.text);
    }
}

#[test]
fn large_type_makes_a_headline_of_words_that_are_none() {
    let (head, paras) = ("一分钱不收，一趟路不跑，事情就这样办成了。", ARTICLES[0].1);
    let plain = read("page.txt", format!("{head}\n\n{}\n", paras.join("\n")).as_bytes());
    assert_ne!(articles(&plain)[0].0, head, "the words do not tell");
    let mut lines = Vec::new();
    set(&(head, paras), &Frame { left: 40.0, top: 70.0, columns: 3, width: 170.0, head: 24.0 }, &mut lines);
    let printed = read("page.pdf", &pdf::file(&[lines], PAGE.0, PAGE.1, Coding::Named));
    assert_eq!(articles(&printed)[0].0, head, "{}", printed.source.text);
}

#[test]
fn the_order_in_which_it_was_written_does_not_matter() {
    let bytes = |lines: Vec<Line>| pdf::file(&[lines], PAGE.0, PAGE.1, Coding::Mapped);
    let text = |bytes: &[u8]| read("page.pdf", bytes).source.text;
    for ((how, lines), (_, mut turned)) in pages().into_iter().zip(pages()) {
        turned.reverse();
        assert_eq!(text(&bytes(lines)), text(&bytes(turned)), "{how}");
    }
}

fn said(bytes: &[u8]) -> Vec<Result<String, String>> {
    let options = Options::default();
    let sources = decode::sources("page.pdf", bytes, &options);
    sources.map(|source| source.map(|source| source.name).map_err(|unread| unread.message)).collect()
}

#[test]
fn pages_of_a_paper_stand_for_themselves_and_leaves_do_not() {
    let page = |text: &str| vec![Line { left: 40.0, base: 60.0, size: BODY, text: text.to_owned() }];
    let two = [page("青云县县长何方主持召开会议，研究"), page("部署森林防火工作。")];
    let paper = said(&pdf::file(&two, PAGE.0, PAGE.1, Coding::Named));
    assert_eq!(paper, [Ok("page.pdf#1".to_owned()), Ok("page.pdf#2".to_owned())]);
    let leaves = read("page.pdf", &pdf::file(&two, 595.0, 842.0, Coding::Named));
    assert_eq!(leaves.source.text, "青云县县长何方主持召开会议，研究\n部署森林防火工作。");
}

#[test]
fn a_scanned_page_among_others_is_named() {
    let page = |text: &str| vec![Line { left: 40.0, base: 60.0, size: BODY, text: text.to_owned() }];
    let pages = [page("青云县县长何方主持召开会议。"), page(pdf::PICTURE), page("会议研究部署森林防火工作。")];
    for (width, height) in [PAGE, (595.0, 842.0)] {
        let bytes = pdf::file(&pages, width, height, Coding::Named);
        let options = Options::default();
        let said = decode::sources("page.pdf", &bytes, &options).flat_map(|source| source.unwrap().diagnostics);
        let said: Vec<String> = said.map(|it| format!("{}: {}", it.code.name(), it.message)).collect();
        let wanted =
            "scanned-page: page 2 of the file is a picture without text; recognise its text first (OCR) and read that";
        assert_eq!(said, [wanted]);
    }
    assert!(said(&pdf::file(&pages[1..2], 595.0, 842.0, Coding::Named))[0].as_ref().unwrap_err().contains("scan"));
}

#[test]
fn what_cannot_be_read_says_why() {
    let page = || vec![Line { left: 40.0, base: 60.0, size: BODY, text: "青云县县长".to_owned() }];
    let one = |bytes: &[u8]| said(bytes).remove(0).unwrap_err();
    assert!(one(&pdf::file(&[page()], 595.0, 842.0, Coding::Mute)).contains("do not say which characters"));
    assert!(one(&pdf::file(&[vec![]], 595.0, 842.0, Coding::Named)).contains("holds no text"));
    let whole = pdf::file(&[page()], 595.0, 842.0, Coding::Named);
    for cut in [20, whole.len() / 3, whole.len() / 2] {
        assert!(one(&whole[..cut]).contains("damaged"), "{cut}");
    }
}
