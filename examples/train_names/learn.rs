//! A softmax over the readings of a string, several of which may be right.

use zhengtu::text::Span;

/// Each reading with whether it is right and its features.
pub type Readings = Vec<(Option<Span>, bool, Vec<(u8, f32)>)>;

/// One place where a name may stand.
pub struct Case {
    pub readings: Readings,
    pub form: String,
    /// For people.
    pub text: String,
}

const EPOCHS: usize = 25;
const RATE: f32 = 0.15;
/// Pulls every weight towards 0, per case.
const PENALTY: f32 = 2e-5;

fn dot(weights: &[f32], features: &[(u8, f32)]) -> f32 {
    features.iter().map(|&(i, value)| weights[usize::from(i)] * value).sum()
}

/// Whether the best reading is a right one.
pub fn right(weights: &[f32], case: &Case) -> bool {
    let best = case.readings.iter().map(|(_, is, features)| (dot(weights, features), *is));
    best.max_by(|a, b| a.0.total_cmp(&b.0)).is_some_and(|(_, is)| is)
}

/// Stochastic ascent of the likelihood with a rate for each weight (AdaGrad).
pub fn learn(cases: &[Case], features: usize) -> Vec<f32> {
    let mut weights = vec![0.0_f32; features];
    let mut squares = vec![1e-3_f32; features];
    let mut slope = vec![0.0_f32; features];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut seed = 7_u64;
    let mut sum = vec![0.0_f32; features];
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(i, (seed >> 33) as usize % (i + 1));
        }
        for &number in &order {
            let case = &cases[number];
            step(&weights, case, &mut slope);
            for i in 0..features {
                if slope[i] != 0.0 {
                    let gradient = slope[i] - PENALTY * weights[i];
                    squares[i] += gradient * gradient;
                    weights[i] += RATE * gradient / squares[i].sqrt();
                    slope[i] = 0.0;
                }
            }
        }
        if epoch >= EPOCHS / 2 {
            sum.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let epochs = (EPOCHS - EPOCHS / 2) as f32;
    sum.iter().map(|sum| sum / epochs).collect()
}

fn step(weights: &[f32], case: &Case, slope: &mut [f32]) {
    let scores: Vec<f32> = case.readings.iter().map(|(_, _, features)| dot(weights, features)).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let odds: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let all: f32 = odds.iter().sum();
    let good: f32 =
        odds.iter().zip(&case.readings).filter(|(_, reading)| reading.1).map(|(odds, _)| odds).sum::<f32>().max(1e-30);
    for (odds, (_, is, features)) in odds.iter().zip(&case.readings) {
        let pull = if *is { odds / good } else { 0.0 } - odds / all;
        for &(i, value) in features {
            slope[usize::from(i)] += pull * value;
        }
    }
}
