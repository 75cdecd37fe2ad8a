//! A word's outline in one number, by which most words that cannot be alike are told apart at once.
//!
//! It counts how often each mark stands in the outline. Turning one outline into another takes at least as
//! many edits as marks that one has more of, and as the other has; so a sum of differences bounds the
//! distance from below. What the number cannot hold (a mark more than seven times) makes the bound weaker,
//! never wrong.

use crate::lexicon::Word;

const MARKS: &[u8; 11] = b"abftskmnlr\0";
const MOST: u64 = 7;
const GUARDS: u64 = 0x888_8888_8888;
const LENGTH_AT: u32 = 48;
const LONGEST: u64 = 63;
/// Words whose outlines are compared otherwise: patterns without vowels, and Arabic compounds.
pub const SPECIAL: u64 = 1 << 54;
/// Spellings of known names.
pub const KNOWN: u64 = 1 << 55;
const TEXT_LENGTH_AT: u32 = 58;
const LONGEST_TEXT: u64 = 63;

/// The number of a word.
pub fn of(word: &Word) -> u64 {
    let mut counts = [0u64; MARKS.len()];
    for mark in &word.outline {
        let place = MARKS.iter().position(|known| known == mark).unwrap_or(MARKS.len() - 1);
        counts[place] += 1;
    }
    let counted = counts.iter().rev().fold(0, |all, count| all << 4 | (*count).min(MOST));
    let length = (word.outline.len() as u64).min(LONGEST) << LENGTH_AT;
    let special = if word.is_wild || word.stem.is_some() { SPECIAL } else { 0 };
    let known = if word.originals.is_empty() { 0 } else { KNOWN };
    counted | length | special | known | (word.text.len() as u64).min(LONGEST_TEXT) << TEXT_LENGTH_AT
}

/// The length of the word's text, or 63 for any longer one.
pub fn text_length(sign: u64) -> usize {
    (sign >> TEXT_LENGTH_AT) as usize
}

/// Whether the outlines of two words may be alike to `share` of `whole`; true where it cannot be told.
pub fn may_meet(first: u64, second: u64, (share, whole): (u64, u64)) -> bool {
    if (first | second) & SPECIAL != 0 {
        return true;
    }
    let (a, b) = (length(first), length(second));
    if a.max(b) == LONGEST {
        return true;
    }
    let edits = (differences(first, second) + a.abs_diff(b)).div_ceil(2);
    let longest = a.max(b);
    longest >= edits && (longest - edits) * whole >= share * longest
}

fn length(sign: u64) -> u64 {
    sign >> LENGTH_AT & LONGEST
}

/// The sum of the differences of all counts.
fn differences(first: u64, second: u64) -> u64 {
    // Each count with a guard bit above it, so that none borrows from its neighbour.
    let less = (first & !GUARDS & COUNTS | GUARDS) - (second & !GUARDS & COUNTS);
    let rising = less & GUARDS;
    // Where the guard stayed, the count is what is more; where it went, eight less what is missing.
    let ones = rising >> 3;
    let kept = ones * 7;
    let more = less & kept;
    let fewer = (GUARDS >> 3 ^ ones) * 8 - (less & !GUARDS & !kept & COUNTS);
    nibbles(more) + nibbles(fewer)
}

const COUNTS: u64 = 0xFFF_FFFF_FFFF;

fn nibbles(packed: u64) -> u64 {
    let pairs = (packed & 0x0F0F_0F0F_0F0F) + (packed >> 4 & 0x0F0F_0F0F_0F0F);
    (pairs.wrapping_mul(0x0101_0101_0101_0101) >> 40) & 0xFF
}

#[cfg(test)]
mod tests {
    use super::{differences, nibbles, MARKS};

    #[test]
    fn sums_of_differences_are_those_of_the_counts_one_by_one() {
        let mut state = 1u64;
        for _ in 0..100_000 {
            let mut draw = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let packed = (state >> 20) & 0x777_7777_7777;
                packed
            };
            let (a, b) = (draw(), draw());
            let count = |packed: u64, place: usize| packed >> (4 * place) & 7;
            let plain: u64 = (0..MARKS.len()).map(|place| count(a, place).abs_diff(count(b, place))).sum();
            assert_eq!(differences(a, b), plain, "{a:x} {b:x}");
            assert_eq!(nibbles(a), (0..MARKS.len()).map(|place| count(a, place)).sum::<u64>());
        }
    }
}
