//! What a user's tables do to the lexicon; what is wrong with them is shown in `tests/cli/lexicon.rs`.

use super::*;
use crate::lexicon::{COMPILED, DivisionId, compile};

fn own(files: &[(&str, &str)]) -> Own {
    let files: Vec<(String, String)> = files.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
    let faults = |faults: Vec<Fault>| faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("\n");
    Own::read(&files, &Lexicon::load()).unwrap_or_else(|found| panic!("{}", faults(found)))
}

fn division(lexicon: &Lexicon, code: &str) -> DivisionId {
    lexicon.gazetteer().by_code(code).unwrap_or_else(|| panic!("{code} is not there"))
}

/// The codes of the places that a name may mean.
fn places(lexicon: &Lexicon, name: &str) -> Vec<&'static str> {
    let hit = lexicon.scan(name).all().iter().copied().find(|hit| hit.end() == name.len() && hit.start() == 0);
    hit.map_or(Vec::new(), |hit| {
        lexicon.senses(hit).map(|sense| lexicon.gazetteer().get(sense.division).code).collect()
    })
}

#[test]
fn nothing_given_changes_nothing() {
    assert!(compile::compiled(&own(&[]).tables()) == COMPILED);
    assert!(compile::compiled(&own(&[("ranks.tsv", "# none yet\n\n")]).tables()) == COMPILED);
}

#[test]
fn a_word_counts_as_the_user_says() {
    let own = own(&[("x/ranks.tsv", "主任 湾长\tparty\n"), ("x/surnames.tsv", "surname\tweight\n氶\t20\n王\t0\n")]);
    let lexicon = Lexicon::with(&own);
    assert_eq!(lexicon.word("主任", Class::Rank), Some("party"));
    assert_eq!(lexicon.word("湾长", Class::Rank), Some("party"));
    assert_eq!(lexicon.word("县长", Class::Rank), Some("head:county"), "others stay");
    assert_eq!(own.notes().len(), 1, "主任 is built in otherwise");
    assert_eq!((lexicon.names().surname("氶"), lexicon.names().surname("王")), (20.0, 0.0));
    assert!(lexicon.names().surname("李") > 0.0);
    // Meanings in other tables stay: 主任 is a word of another class too, or of none.
    let built_in = Lexicon::load();
    let classes = |lexicon: &Lexicon| {
        let hit = lexicon.scan("主任").all()[0];
        let mut classes: Vec<Class> = lexicon.terms(hit).iter().map(|term| term.class()).collect();
        classes.sort();
        classes
    };
    assert_eq!(classes(&lexicon), classes(&built_in));
}

#[test]
fn places_get_names_and_lose_them() {
    let lexicon = Lexicon::with(&own(&[(
        "colloquial.tsv",
        "code\tname\tkind\tnote\n\
         630121\t大通\tnot\n\
         630121\t桥头堡县\tshort\tmade up\n\
         630121\t老县\tcolloquial\n\
         630121\t旧大通县@1985\tformer\n\
         110101001\t东华门片\tshort\n",
    )]));
    let datong = lexicon.gazetteer().get(division(&lexicon, "630121"));
    assert_eq!(datong.short().collect::<Vec<_>>(), ["大通县", "桥头堡县"]);
    assert_eq!(datong.colloquial().collect::<Vec<_>>(), ["大通自治县", "老县"]);
    assert!(datong.former().any(|former| former == ("旧大通县", 1985)));
    assert!(!places(&lexicon, "大通").contains(&"630121"));
    assert_eq!(places(&lexicon, "桥头堡县"), ["630121"]);
    assert_eq!(places(&lexicon, "东华门片"), ["110101001"], "a township may have other names, too");
    assert_eq!(places(&lexicon, "东华门街道"), ["110101001"]);
}

#[test]
fn divisions_that_the_gazetteer_lacks() {
    let lexicon = Lexicon::with(&own(&[(
        "divisions.tsv",
        "320723901\t320723\ttownship\t望海新区\t望海新城\n\
         320799\t320700\tcounty\t望海县\t\t\t滨海县@1999\t2024\n\
         320799001\t320799\ttownship\t码头街道\n\
         110101\t110000\tcounty\t东城新区\n",
    )]));
    let gazetteer = lexicon.gazetteer();
    let get = |code: &str| gazetteer.get(division(&lexicon, code));
    assert_eq!((get("320723901").name, gazetteer.get(get("320723901").parent.unwrap()).name), ("望海新区", "灌云县"));
    assert_eq!(gazetteer.get(get("320799001").parent.unwrap()).name, "望海县", "under another of the user's");
    assert!(gazetteer.holds(division(&lexicon, "320000"), division(&lexicon, "320799001")));
    assert_eq!(places(&lexicon, "望海新城"), ["320723901"]);
    assert_eq!(get("110101").name, "东城新区", "a row of the user's replaces ours");
    assert_eq!(get("110101001").parent, Some(division(&lexicon, "110101")), "and keeps its children");
    let built_in = Lexicon::load();
    assert_eq!(gazetteer.divisions().count(), built_in.gazetteer().divisions().count() + 3);
}

#[test]
fn files_as_programs_save_them() {
    let lexicon = Lexicon::with(&own(&[("ranks.tsv", "\u{feff}words\tvalue\r\n 湾长 \t division \t\t\r\n\t\t\r\n")]));
    assert_eq!(lexicon.word("湾长", Class::Rank), Some("division"));
}

proptest::proptest! {
    #[test]
    fn no_table_whatever_it_holds_is_a_panic(
        file in 0..FILES.len(),
        rows in proptest::collection::vec(
            proptest::collection::vec("(\\PC{0,6}|320723|township|any|湾长|[0-9]{6}|@)", 0..11), 0..4),
    ) {
        thread_local!(static BUILT_IN: Lexicon = Lexicon::load());
        let text: String = rows.iter().map(|cells| format!("{}\n", cells.join("\t"))).collect();
        let given = [(FILES[file].name.to_owned(), text)];
        BUILT_IN.with(|built_in| match Own::read(&given, built_in) {
            Ok(own) => assert_eq!(own.size().0, 1),
            Err(faults) => assert!(faults.iter().all(|fault| fault.line > 0), "{faults:?}"),
        });
    }
}
