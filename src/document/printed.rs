//! From the reading copy of a text back to the text as printed.

use crate::decode::Source;
use crate::document::Document;
use crate::layout::{Article, Passage};
use crate::relate::Relation;
use crate::text::{Folded, Span};

/// The document of a reading copy, with every span and every passage in the text of `source`, as printed.
///
/// Names, labels and identifiers stay as they were read: the same thing has the same name in both scripts.
pub(super) fn printed(mut document: Document, source: Source, folded: &Folded) -> Document {
    let text = source.text.as_str();
    document.articles.iter_mut().for_each(|article| reprint(article, text, folded));
    for relation in &mut document.relations {
        let evidence = match relation {
            Relation::Tenure(tenure) => &mut tenure.evidence,
            Relation::Pursuit(pursuit) => &mut pursuit.evidence,
            Relation::Cooperation(cooperation) => &mut cooperation.evidence,
            Relation::Credit(_) | Relation::Speaker { .. } | Relation::About { .. } | Relation::Mention { .. } => {
                continue;
            }
        };
        evidence.sentence = folded.printed(evidence.sentence);
    }
    document.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.span = folded.printed(diagnostic.span));
    document.source = source;
    document
}

fn reprint(article: &mut Article, text: &str, folded: &Folded) {
    let again = |passage: &mut Passage| {
        let slices: Vec<Span> = passage.slices().map(|slice| folded.printed(slice)).collect();
        *passage = Passage::new(text, slices);
    };
    let Article { headline, subtitles, bylines, body, credits, .. } = article;
    headline.iter_mut().chain(subtitles).chain(bylines).chain(body).chain(credits).for_each(again);
}
