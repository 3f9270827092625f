//! Texts as numbers while a graph is gathered, so that a million ties fit in memory.

use std::collections::HashMap;
use std::sync::Arc;

/// A number for each text, in the order of first meeting.
#[derive(Default)]
pub(super) struct Names {
    known: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

impl Names {
    pub(super) fn id(&mut self, text: &str) -> u32 {
        if let Some(id) = self.known.get(text) {
            return *id;
        }
        let id = u32::try_from(self.texts.len()).expect("four thousand million texts do not fit in memory");
        let shared: Arc<str> = text.into();
        self.texts.push(Arc::clone(&shared));
        self.known.insert(shared, id);
        id
    }

    /// The texts in order, and for each number so far the one that this order gives it.
    ///
    /// From here on numbers compare as their texts do, whatever the order in which the graph came.
    pub(super) fn sorted(self) -> (Vec<Arc<str>>, Vec<u32>) {
        let mut order: Vec<u32> = (0..).take(self.texts.len()).collect();
        order.sort_unstable_by(|a, b| self.texts[*a as usize].cmp(&self.texts[*b as usize]));
        let mut place = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            place[*old as usize] = new;
        }
        (order.iter().map(|old| Arc::clone(&self.texts[*old as usize])).collect(), place)
    }
}
