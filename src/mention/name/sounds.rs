//! A run of characters as pieces of transliterated names (雪克来提: 雪克, 来提): as many characters as possible in known ones.

use super::kind::log;
use super::scene::{LONGEST, Scene};

/// The longest piece, in characters.
pub(super) const PIECE: usize = 4;

/// The best way to read the characters up to a position.
#[derive(Clone, Copy, Default)]
pub(super) struct Sound {
    score: f32,
    /// Characters in known pieces.
    pub(super) covered: usize,
    /// Of the logarithms of the weights of the pieces.
    pub(super) sum: f32,
    pub(super) pieces: usize,
}

/// The best ways for each position of a scene. Found once, since every end of a name asks for them.
#[derive(Default)]
pub(super) struct Sounds {
    best: [Sound; LONGEST + 1],
    /// The weights of the pieces by where they begin and how long they are.
    weights: [[f32; PIECE]; LONGEST],
}

impl Sounds {
    pub(super) fn new(scene: &Scene) -> Self {
        let names = scene.reading.lexicon.names();
        let mut this = Self::default();
        for to in 1..=scene.longest() {
            let mut here = Sound { score: f32::MIN, ..Sound::default() };
            for from in to.saturating_sub(PIECE)..to {
                let weight = names.piece(scene.slice(from, to));
                this.weights[from][to - from - 1] = weight;
                let before = this.best[from];
                let (covered, sum, pieces) = match (weight > 0.0, to - from) {
                    (true, size) => (before.covered + size, before.sum + log(weight), before.pieces + 1),
                    (false, 1) => (before.covered, before.sum, before.pieces),
                    _ => continue,
                };
                let score = covered as f32 + sum - 0.3 * pieces as f32;
                if score > here.score {
                    here = Sound { score, covered, sum, pieces };
                }
            }
            this.best[to] = here;
        }
        this
    }

    /// Whether half of the first `length` characters at least lie in known pieces.
    pub(super) fn likely(&self, length: usize) -> bool {
        let best = self.best[length];
        best.covered * 2 >= length && best.pieces > 0
    }

    /// The best way to read the first `length` characters.
    pub(super) fn best(&self, length: usize) -> Sound {
        self.best[length]
    }

    /// The weight of the piece between two positions; 0 for none.
    pub(super) fn piece(&self, from: usize, to: usize) -> f32 {
        self.weights[from][to - from - 1]
    }
}
