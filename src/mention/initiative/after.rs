//! What stands after a name, as features of the classifier.

use crate::lexicon::Class;
use crate::mention::reading::Reading;
use crate::text::han;

use super::{cue, head};

/// The evidence to the right of `at`, where the name ends. Of a name with its head noun, only cues tell anything.
pub fn after<'a>(reading: &Reading<'a>, at: usize, headed: bool) -> &'a str {
    if let Some((_, value)) = cue::starting(reading, at, "after:") {
        return value;
    }
    if headed {
        return "next:any";
    }
    match reading.after(at) {
        None => "next:mark",
        Some(c) if han::enumerates(c) => "next:list",
        Some(c) if han::quotes(c).is_some() => "next:quotation",
        Some(c) if han::is_punctuation(c) => "next:mark",
        Some(c) if han::owns(c) => "next:of",
        Some(_) if reading.starting(at, Class::Govern).is_some() => "next:verb",
        Some(_) if head::ends_phrase(reading, at) => "next:function",
        Some(_) => "next:word",
    }
}
