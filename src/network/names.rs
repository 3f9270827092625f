//! Texts as numbers while a graph is gathered, so that a million ties fit in memory.

use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol};

/// A number for each text, in the order of first meeting.
#[derive(Default)]
pub(super) struct Names(StringInterner<StringBackend<SymbolU32>>);

/// A number for each text, in their order: numbers compare as their texts do, whatever the order in which the graph came.
#[derive(Default)]
pub(super) struct Texts {
    names: Names,
    /// The number of first meeting, by that of the order.
    met: Vec<u32>,
    /// The number of the order, by that of first meeting.
    place: Vec<u32>,
}

impl Names {
    pub(super) fn id(&mut self, text: &str) -> u32 {
        number(self.0.get_or_intern(text))
    }

    fn text(&self, id: u32) -> &str {
        SymbolU32::try_from_usize(id as usize).and_then(|symbol| self.0.resolve(symbol)).expect("a number given here")
    }

    pub(super) fn sorted(self) -> Texts {
        let mut met: Vec<u32> = (0..).take(self.0.len()).collect();
        met.sort_unstable_by_key(|id| self.text(*id));
        let mut place = vec![0; met.len()];
        for (new, old) in (0..).zip(&met) {
            place[*old as usize] = new;
        }
        Texts { names: self, met, place }
    }
}

impl Texts {
    /// How many there are: every number is below.
    pub(super) fn len(&self) -> usize {
        self.met.len()
    }

    pub(super) fn text(&self, id: u32) -> &str {
        self.names.text(self.met[id as usize])
    }

    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.names.0.get(text).map(|symbol| self.place[number(symbol) as usize])
    }

    /// The number that this order gives to that of first meeting.
    pub(super) fn place(&self, met: u32) -> u32 {
        self.place[met as usize]
    }
}

fn number(symbol: SymbolU32) -> u32 {
    u32::try_from(symbol.to_usize()).expect("its numbers have 32 bits")
}
