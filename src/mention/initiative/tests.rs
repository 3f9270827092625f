//! Cases that show what is an initiative, where its name ends, and by what it is the same.

use proptest::prelude::*;

use super::*;
use crate::lexicon::{Lexicon, Own};

fn found(text: &str) -> Vec<InitiativeMention> {
    thread_local!(static LEXICON: Lexicon = Lexicon::load());
    LEXICON.with(|lexicon| initiatives(&Reading::new(text, lexicon), &[], &|_| 0).0)
}

fn names(text: &str) -> String {
    found(text).into_iter().map(|mention| mention.name).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_name_ends_with_its_head_noun() {
    assert_eq!(names("县里推行“檐下议事”协商机制，件件有回音。"), "檐下议事协商机制");
    assert_eq!(names("“檐下议事”微信群里说得热闹。"), "檐下议事微信群");
    assert_eq!(names("建起“翠谷”山地果蔬生产示范基地三处。"), "翠谷山地果蔬生产示范基地");
    assert_eq!(names("“檐下”行动启动以来服务平台商户三百家。"), "檐下行动");
    assert_eq!(names("“檐下”工程师老李守在工地。"), "");
}

#[test]
fn figures_of_speech_are_left_alone() {
    for text in [
        "打通服务群众的“最后一公里”。",
        "干部要当好企业的“跑腿员”。",
        "把“路线书”变成“竣工图”。",
        "拿出“蚂蚁啃骨头”的劲头。",
    ] {
        assert_eq!(names(text), "", "{text}");
    }
}

#[test]
fn speech_is_no_name() {
    assert_eq!(names("“路修好了，日子就好了。”他说。"), "");
    assert_eq!(names("有人问“行不行”，他笑了。"), "");
}

#[test]
fn names_stand_without_quotation_marks_too() {
    assert_eq!(names("今年将启动稻田白鹭守护行动，招募志愿者百名。"), "稻田白鹭守护行动");
    assert_eq!(names("全面推行巷长制，一巷一人。"), "巷长制");
    assert_eq!(names("深化苏黔协作，携手种茶。"), "苏黔协作");
    assert_eq!(names("组织开展志愿服务活动，建立健全长效机制。"), "");
}

#[test]
fn one_head_serves_a_list() {
    assert_eq!(names("打响“茶山听雨”“竹海问月”品牌。"), "茶山听雨; 竹海问月品牌");
    let list = found("推出“茶山听雨”计划、“竹海问月”工程。");
    assert_eq!(list.iter().map(|mention| mention.coordinated).collect::<Vec<_>>(), [false, true]);
    assert!(list.iter().all(|mention| mention.action.as_deref() == Some("launch")));
}

#[test]
fn variants_meet_in_one_core() {
    let core = |text| found(text).pop().map(|mention| mention.core);
    assert_eq!(core("推行“接单就办”机制。"), core("“接单就办”平台上线了。"));
    assert_eq!(core("实施“清水、净土、绿岸”三大工程。"), core("实施“清水净土绿岸”工程。"));
    assert_eq!(core("实施“青苗护航行动”。"), core("实施“青苗护航”行动。"));
}

#[test]
fn a_bare_number_takes_the_noun_before_it() {
    assert_eq!(names("乡村建设“246”工程全面铺开。"), "乡村建设246工程");
    assert_eq!(names("实施“246”工程。"), "246工程");
}

#[test]
fn the_clause_and_the_verb_are_given() {
    let text = "区里有难处，但持续深化“巷口议事”机制，效果很好。";
    let mention = found(text).remove(0);
    assert_eq!(mention.clause.of(text), "但持续深化“巷口议事”机制，");
    assert_eq!(mention.action.as_deref(), Some("deepen"));
    assert_eq!(mention.kind, InitiativeKind::Mechanism);
    assert_eq!(mention.span.of(text), "“巷口议事”机制");
}

#[test]
fn people_and_titles_are_no_initiatives() {
    thread_local!(static LEXICON: Lexicon = Lexicon::load());
    let text = "“访农家”服务队队长李明来了。";
    let title = Span::new(0, text.find('李').unwrap());
    LEXICON.with(|lexicon| assert_eq!(initiatives(&Reading::new(text, lexicon), &[title], &|_| 0).0, []));
}

/// The sentences that the weights were learnt from still come out: a floor, so that no table drifts away from them.
#[test]
fn most_sentences_of_the_cases_are_read_right() {
    let cases = concat!(
        include_str!("../../../data/cases/initiatives.tsv"),
        "\n",
        include_str!("../../../data/cases/initiatives-train.tsv")
    );
    let plain = |name: &str| name.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect::<String>();
    let (mut right, mut all) = (0, 0);
    for line in cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, wanted) = line.split_once('\t').unwrap_or((line, ""));
        let wanted: Vec<String> = wanted.split(';').map(plain).filter(|name| !name.is_empty()).collect();
        let got: Vec<String> = found(text).iter().map(|mention| plain(&mention.name)).collect();
        all += 1;
        right += usize::from(got == wanted);
    }
    assert!(right * 100 >= all * 90, "{right} of {all}");
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "[“”‘’「」\"的了和、，。一三年行动机制工程推行启动县a+· ]{0,60}") {
        for mention in found(&text) {
            prop_assert!(!mention.name.is_empty());
            prop_assert!(mention.clause.of(&text).len() <= text.len());
            prop_assert!(mention.span.of(&text).contains(mention.core.chars().next().unwrap_or('“')) || mention.core.is_empty());
        }
    }
}

/// What is found where a user's table lists names, as `name = core (kind)`.
fn listed(text: &str) -> String {
    thread_local!(static LEXICON: Lexicon = {
        let rows = "碧水渔湾\tcampaign\n乡愁味道 清河护岸行动\tnot\n渔火\tproject\n".to_owned();
        let own = Own::read(&[("initiatives.tsv".to_owned(), rows)], &Lexicon::load());
        Lexicon::with(&own.unwrap_or_else(|faults| panic!("{faults:?}")))
    });
    let found = LEXICON.with(|lexicon| initiatives(&Reading::new(text, lexicon), &[], &|_| 0).0);
    let line = |mention: InitiativeMention| format!("{} = {} ({})", mention.name, mention.core, mention.kind.name());
    found.into_iter().map(line).collect::<Vec<_>>().join("; ")
}

#[test]
fn listed_names_are_one_initiative_however_they_stand() {
    assert_eq!(listed("镇里有碧水渔湾。"), "碧水渔湾 = 碧水渔湾 (campaign)");
    assert_eq!(listed("“碧水渔湾”挂在嘴边。"), "碧水渔湾 = 碧水渔湾 (campaign)");
    assert_eq!(listed("推行“碧水渔湾”机制。"), "碧水渔湾机制 = 碧水渔湾 (campaign)");
    assert_eq!(listed("镇里把碧水渔湾专项行动办得红火。"), "碧水渔湾专项行动 = 碧水渔湾 (campaign)");
    assert_eq!(listed("渔火亮了，碧水渔湾成了。"), "渔火 = 渔火 (project); 碧水渔湾 = 碧水渔湾 (campaign)");
}

#[test]
fn a_name_in_quotation_marks_that_holds_a_listed_one_is_its_own() {
    assert_eq!(listed("推行“碧水渔湾再出发”机制。"), "碧水渔湾再出发机制 = 碧水渔湾再出发 (mechanism)");
}

#[test]
fn what_is_listed_as_none_is_none() {
    assert_eq!(names("推行“乡愁味道”机制。"), "乡愁味道机制");
    assert_eq!(listed("推行“乡愁味道”机制。"), "");
    assert_eq!(listed("开展清河护岸行动。"), "");
    assert_eq!(listed("推行“檐下议事”机制。"), "檐下议事机制 = 檐下议事 (mechanism)", "others stay");
}
