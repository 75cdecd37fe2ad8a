//! What is told of a word at a glance, in one number: how long it is, what it weighs, how it is compared.

use crate::lexicon::{Lexicon, Word};

const LONGEST_TEXT: u32 = 63;
/// Patterns without vowels; words that have a half of an Arabic compound: both are compared in other ways too.
pub const WILD: u32 = 1 << 6;
pub const HALF: u32 = 1 << 7;
/// Words that begin or end as a half does, whether or not it is one.
pub const LIKE_HALF: u32 = 1 << 8;
/// Spellings of known names.
pub const KNOWN: u32 = 1 << 9;
/// Words of which a known name is left.
pub const STEM_KNOWN: u32 = 1 << 10;
/// Words that have, or may have, several halves.
pub const SEVERAL: u32 = 1 << 11;
const WEIGHT_AT: u32 = 12;
/// What a word, or what is left of it, weighs is kept in these, rounded up; what does not fit is the most.
const WEIGHT_UNIT: i64 = 1_000;
const HEAVIEST: u32 = u32::MAX >> WEIGHT_AT;

/// The sign of a word.
pub fn of(lexicon: &Lexicon, word: &Word) -> u32 {
    let mark = |is: bool, mark: u32| if is { mark } else { 0 };
    let stem = word.stem.as_ref();
    let weight =
        lexicon.costs.weight(&word.heard).max(stem.map_or(0, |stem| lexicon.costs.weight(&stem.heard)));
    let weight = u32::try_from(weight / WEIGHT_UNIT + 1).map_or(HEAVIEST, |weight| weight.min(HEAVIEST));
    (word.text.len() as u32).min(LONGEST_TEXT)
        | mark(word.is_wild, WILD)
        | mark(stem.is_some(), HALF)
        | mark(!lexicon.lacks_all_halves(&word.text), LIKE_HALF)
        | mark(!word.originals.is_empty(), KNOWN)
        | mark(stem.is_some_and(|stem| !stem.originals.is_empty()), STEM_KNOWN)
        | mark(lexicon.has_several_halves(&word.text), SEVERAL)
        | weight << WEIGHT_AT
}

/// What a word weighs at the most.
pub fn weight(sign: u32) -> i64 {
    match sign >> WEIGHT_AT {
        HEAVIEST => i64::from(u32::MAX), // all that there are sounds for
        weight => i64::from(weight) * WEIGHT_UNIT,
    }
}

/// How many letters longer or shorter a word is than one of so many, at least.
pub fn lengths_apart(sign: u32, length: usize) -> usize {
    match sign & LONGEST_TEXT {
        LONGEST_TEXT => (LONGEST_TEXT as usize).saturating_sub(length),
        found => length.abs_diff(found as usize),
    }
}
