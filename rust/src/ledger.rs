//! Make a score of what speaks for two being one, and against it: `matching/ledger.py`, the one formula.

use crate::weights::{KindWeights, Points, FULL};

/// Scores have six decimal places.
const PLACES: f64 = 1e6;
/// What is no farther from a number with so many places is nearer to it than to the next.
const SURELY_NEAREST: f64 = 0.499;

/// What the lines of each side come to, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub speaks_for: i64,
    pub against: i64,
    pub doubt: i64,
}

/// What speaks for, 1 for a rare word, to the power, which counts quarters: by multiplications and square
/// roots alone, which every machine rounds alike.
fn strength(speaks_for: f64, power: i64) -> f64 {
    let (whole, quarters) = (power.div_euclid(4), power.rem_euclid(4));
    let mut result = 1.0;
    for _ in 0..whole {
        result *= speaks_for;
    }
    let half = speaks_for.sqrt();
    if quarters & 2 != 0 {
        result *= half;
    }
    if quarters & 1 != 0 {
        result * half.sqrt()
    } else {
        result
    }
}

/// A plain score, from 0 to 1, on the scale that means the same for all kinds; increasing.
fn scaled(plain: f64, scale: &Points) -> f64 {
    let full = FULL as f64;
    for pair in scale.windows(2) {
        let ((low, from), (high, to)) = (pair[0], pair[1]);
        if plain * full <= high as f64 {
            return (from as f64 + (to - from) as f64 * (plain * full - low as f64) / (high - low) as f64)
                / full;
        }
    }
    1.0
}

/// What three sums come to before it is put on the kind's scale.
fn plain_score(sums: Sums, kind: &KindWeights) -> f64 {
    if sums.speaks_for <= 0 {
        return 0.0;
    }
    let full = FULL as f64;
    let weighed = (sums.against as f64 / full) / strength(sums.speaks_for as f64 / full, kind.power);
    1.0 / (1.0 + weighed + sums.doubt as f64 / full)
}

/// The score that three sums make, before it is rounded.
pub fn unrounded_score(sums: Sums, kind: &KindWeights) -> f64 {
    scaled(plain_score(sums, kind), &kind.scale)
}

/// The score that three sums make, rounded to six places as Python rounds: by the decimal digits.
pub fn score_of(sums: Sums, kind: &KindWeights) -> f64 {
    rounded(unrounded_score(sums, kind))
}

fn rounded(exact: f64) -> f64 {
    let nearest = (exact * PLACES).round();
    // The product is rounded too: in the middle between two only the digits tell.
    match (exact * PLACES - nearest).abs() < SURELY_NEAREST {
        true => nearest / PLACES,
        false => format!("{exact:.6}").parse().unwrap_or(exact),
    }
}

/// The value at a place on straight lines between points, in whole numbers; the last one's beyond it.
pub fn between(points: &Points, at: i64) -> i64 {
    for pair in points.windows(2) {
        let ((low, from), (high, to)) = (pair[0], pair[1]);
        if at <= high {
            return from + ((to - from) * (at - low)).div_euclid(high - low);
        }
    }
    points.last().map_or(0, |(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_rounded_as_by_its_decimal_digits() {
        let whole = (0..=1_000_000u32).step_by(97).map(f64::from);
        let between = [0.0, 0.25, 0.4989, 0.4991, 0.5, 0.500_000_1, 0.75];
        for exact in whole.flat_map(|number| between.map(|more| (number + more) / PLACES)) {
            let digits: f64 = format!("{exact:.6}").parse().expect("they are digits");
            assert_eq!(rounded(exact).to_bits(), digits.to_bits(), "{exact}");
        }
    }
}
