//! The evidence that is weighed, one number for each kind of it.

macro_rules! features {
    ($($feature:ident $key:literal),* $(,)?) => {
        /// One kind of evidence for or against a reading of a string as a name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Feature {
            $($feature),*
        }

        /// The keys of the features in the tables of weights.
        pub const KEYS: &[&str] = &[$($key),*];
    };
}

features! {
    // That nobody is named.
    Nobody "nobody",
    NobodyWord "nobody.word",
    NobodyVerb "nobody.verb",
    NobodyFollower "nobody.follower",
    NobodyFunction "nobody.function",
    NobodyRank "nobody.rank",
    NobodyListed "nobody.listed",
    NobodyBare "nobody.bare",
    NobodyPlain "nobody.plain",
    NobodyLeader "nobody.leader",
    NobodyBrief "nobody.brief",
    // A surname of one character and a given name.
    Single2 "single.2",
    Single3 "single.3",
    Single4 "single.4",
    Surname "surname",
    // A surname of two.
    Compound3 "compound.3",
    Compound4 "compound.4",
    CompoundSurname "compound.surname",
    GivenOnly "given.only",
    GivenOnlyUnknown "given.only.unknown",
    GivenFirst "given.first",
    GivenFirstUnknown "given.first.unknown",
    GivenSecond "given.second",
    GivenSecondUnknown "given.second.unknown",
    GivenWord "given.word",
    GivenVerb "given.verb",
    // Syllables of a language of its own.
    Sound2 "sound.2",
    Sound3 "sound.3",
    Sound4 "sound.4",
    Sound5 "sound.5",
    Sound6 "sound.6",
    SoundWeight "sound.weight",
    SoundBare "sound.bare",
    SoundWhole "sound.whole",
    SoundOuter "sound.outer",
    SoundInner "sound.inner",
    // Anything else.
    Odd2 "odd.2",
    Odd3 "odd.3",
    Odd4 "odd.4",
    Odd5 "odd.5",
    OddGiven2 "odd.given.2",
    OddGiven3 "odd.given.3",
    // A word.
    Word2 "word.2",
    Word3 "word.3",
    WordSurname "word.surname",
    WordFrequency "word.frequency",
    WordVerb "word.verb",
    // The string, however it is read.
    FirstFunction "first.function",
    FirstRare "first.rare",
    LastFunction "last.function",
    LastFunctionGiven "last.function.given",
    LastVerb "last.verb",
    // The last character, where it may be a word of its own, and what begins behind it: 则|强调, 率|考察组, 和|，.
    LastConjunctionVerb "last.conjunction.verb",
    LastConjunctionNoun "last.conjunction.noun",
    LastConjunctionStop "last.conjunction.stop",
    LastConjunctionOther "last.conjunction.other",
    LastAdverbVerb "last.adverb.verb",
    LastAdverbNoun "last.adverb.noun",
    LastAdverbStop "last.adverb.stop",
    LastAdverbOther "last.adverb.other",
    LastPrepositionVerb "last.preposition.verb",
    LastPrepositionNoun "last.preposition.noun",
    LastPrepositionStop "last.preposition.stop",
    LastPrepositionOther "last.preposition.other",
    LastVerbVerb "last.verb.verb",
    LastVerbNoun "last.verb.noun",
    LastVerbStop "last.verb.stop",
    LastVerbOther "last.verb.other",
    Swallows "swallows",
    Joins "joins",
    Starts "starts",
    TailWord "tail.word",
    TailVerb "tail.verb",
    Numeral "numeral",
    // What lies across the edge and beyond it.
    AcrossWord "across.word",
    AcrossFunction "across.function",
    AcrossHit "across.hit",
    AcrossWordGiven "across.word.given",
    AcrossFunctionGiven "across.function.given",
    EdgeText "edge.text",
    EdgeClause "edge.clause",
    EdgeList "edge.list",
    EdgeClose "edge.close",
    EdgeOpen "edge.open",
    EdgeSpace "edge.space",
    EdgeOther "edge.other",
    EdgeFunction1 "edge.function.1",
    EdgeFunction2 "edge.function.2",
    EdgeFunction3 "edge.function.3",
    EdgeAppoint "edge.appoint",
    EdgePlace "edge.place",
    EdgeTitle "edge.title",
    EdgeWord "edge.word",
    EdgeVerb "edge.verb",
    EdgeCharVerb "edge.char.verb",
    EdgeCharAdverb "edge.char.adverb",
    EdgeCharPreposition "edge.char.preposition",
    EdgeCharConjunction "edge.char.conjunction",
    EdgeCharNumeral "edge.char.numeral",
    EdgeCharOther "edge.char.other",
    EdgeClosed2 "edge.closed.2",
    EdgeClosed3 "edge.closed.3",
    EdgeClosed4 "edge.closed.4",
    EdgeStump2 "edge.stump.2",
    EdgeStump3 "edge.stump.3",
    EdgeStump4 "edge.stump.4",
    EdgeNothing "edge.nothing",
    Saved "saved",
    Rest "rest",
    // The page.
    PageRepeats "page.repeats",
    PageRepeatsWord "page.repeats.word",
    PageLonger "page.longer",
    PageShorter "page.shorter",
}

/// What takes the evidence in. Each feature is set at most once.
pub(super) trait Evidence {
    fn set(&mut self, feature: Feature, value: f32);

    fn flag(&mut self, feature: Feature, is: bool) {
        if is {
            self.set(feature, 1.0);
        }
    }
}

/// A number for each feature, for learning the weights.
#[derive(Debug, Clone)]
pub struct Vector([f32; KEYS.len()]);

impl Vector {
    pub(super) fn new() -> Self {
        Self([0.0; KEYS.len()])
    }

    pub fn values(&self) -> &[f32] {
        &self.0
    }
}

impl Evidence for Vector {
    fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }
}

/// The sum of the evidence by its weights: what reading a page asks for, without a vector of mostly zeros.
#[derive(Clone, Copy)]
pub(super) struct Score<'w> {
    /// One for each of [`KEYS`].
    weights: &'w [f32],
    pub(super) sum: f32,
}

impl<'w> Score<'w> {
    pub(super) fn new(weights: &'w [f32]) -> Self {
        Self { weights, sum: 0.0 }
    }
}

impl Evidence for Score<'_> {
    #[inline]
    fn set(&mut self, feature: Feature, value: f32) {
        self.sum += self.weights[feature as usize] * value;
    }
}
