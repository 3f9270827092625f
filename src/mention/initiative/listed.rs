//! Names that a table lists as wholes: believed wherever they stand, or never.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::Span;

use super::{InitiativeMention, PLAIN, before, kind_of, label};

/// The value of a name that is none.
const NOT: &str = "not";

/// Percent, since somebody said so: the name may still stand for something else here.
const CONFIDENCE: u8 = 95;

/// The rule of these names.
const RULE: &str = "listed";

/// Believes the candidates that are listed, drops those that are listed as none, and adds what no candidate covers.
/// `found`: what the evidence speaks for; `weak`: what it speaks against, with its score.
pub fn settle(
    reading: &Reading,
    blocked: &[Span],
    found: Vec<InitiativeMention>,
    weak: Vec<(InitiativeMention, f32)>,
) -> (Vec<InitiativeMention>, Vec<(InitiativeMention, f32)>) {
    let mut believed = Vec::new();
    let mut rest = Vec::new();
    let found = found.into_iter().map(|mention| (mention, None));
    for (mention, score) in found.chain(weak.into_iter().map(|(mention, score)| (mention, Some(score)))) {
        match (value(reading, &mention), score) {
            (Some(NOT), _) => {}
            (Some(kind), _) => {
                believed.push(InitiativeMention { kind: kind_of(kind), rule: RULE, confidence: CONFIDENCE, ..mention });
            }
            (None, None) => believed.push(mention),
            (None, Some(score)) => rest.push((mention, score)),
        }
    }
    for mention in standing(reading, blocked) {
        // A name between quotation marks is delimited by its writer; one without is a guess that gives way.
        believed.retain(|other| other.rule != PLAIN || !other.span.overlaps(mention.span));
        if !believed.iter().any(|other| other.span.overlaps(mention.span)) {
            rest.retain(|(other, _)| !other.span.overlaps(mention.span));
            believed.push(mention);
        }
    }
    believed.sort_by_key(|mention| mention.span);
    (believed, rest)
}

/// What the tables say of a candidate's name, with or without its head noun.
fn value<'a>(reading: &Reading<'a>, mention: &InitiativeMention) -> Option<&'a str> {
    let lexicon = reading.lexicon;
    lexicon.word(&mention.name, Class::Initiative).or_else(|| lexicon.word(&mention.core, Class::Initiative))
}

/// Every listed name in the passage that lies outside `blocked`; of overlapping ones the first and longest.
fn standing(reading: &Reading, blocked: &[Span]) -> Vec<InitiativeMention> {
    let mut found: Vec<InitiativeMention> = Vec::new();
    for &hit in reading.hits() {
        let Some(value) = reading.lexicon.value(hit, Class::Initiative).filter(|value| *value != NOT) else { continue };
        let span = hit.span();
        let taken = found.last().is_some_and(|before| before.span.overlaps(span));
        if taken || blocked.iter().any(|block| block.overlaps(span)) {
            continue;
        }
        let clause = reading.clause(span.start());
        found.push(InitiativeMention {
            span,
            name: label::name(reading.slice(span)),
            core: label::core(reading, span),
            kind: kind_of(value),
            action: before::before(reading, span.start(), clause).action.map(str::to_owned),
            clause,
            coordinated: false,
            rule: RULE,
            confidence: CONFIDENCE,
        });
    }
    found
}
