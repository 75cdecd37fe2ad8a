//! A word's sounds in one number, by which most words that do not sound alike are told apart at once.
//!
//! Sounds are of classes: those that are cheap to take for each other are of one. A sign counts how many sounds
//! of each class a word has. Where a word has more of a class than another, that many of its sounds are left out
//! or taken for a sound of another class, and cost at least what the cheapest of them do then. What all of one
//! word's cost so, or all of the other's, bounds what turning one into the other costs; not both together, since
//! one swap may serve two. That holds of firm consonants and of the other sounds apart, and of both together
//! where a swap between the two groups counts half in each. What a sign cannot hold (more than six of a class, a
//! word that weighs too much) makes the bound weaker, never wrong.

use crate::lexicon::{Lexicon, Word};
use crate::sound_costs::SoundCosts;
use crate::weights::FULL;

/// Classes counted; sounds of any further one cost nothing here.
const CLASSES: usize = 14;
const BITS: usize = 3;
const MOST: u64 = 7;
const WEIGHT_AT: u32 = 42;
const WEIGHT_UNIT: i64 = 50_000;
const HEAVIEST: u64 = 255;
const WEIGHT: u64 = HEAVIEST << WEIGHT_AT;
/// Patterns without vowels, and Arabic compounds, are compared in other ways too.
pub const WILD: u64 = 1 << 50;
pub const HALF: u64 = 1 << 58;
/// Spellings of known names.
pub const KNOWN: u64 = 1 << 51;
const TEXT_LENGTH_AT: u32 = 52;
const LONGEST_TEXT: u64 = 63;
/// Costs are counted in hundredths here, rounded down.
const COST_UNIT: i64 = 10_000;

/// The class of each sound, and whether it is a firm consonant.
pub struct SoundClasses(Vec<(u8, bool)>);

impl SoundClasses {
    /// Classes by a name for each sound, and whether it is a firm consonant.
    pub fn new<N: PartialEq>(names: &[(N, bool)]) -> SoundClasses {
        let mut known: Vec<&N> = Vec::new();
        let mut class = |name| {
            let found = known.iter().position(|one| *one == name);
            found.unwrap_or_else(|| {
                known.push(name);
                known.len() - 1
            }) as u8
        };
        SoundClasses(names.iter().map(|(name, firm)| (class(name), *firm)).collect())
    }

    fn counted(&self, sound: u8) -> Option<usize> {
        Some(usize::from(self.0[usize::from(sound)].0)).filter(|class| *class < CLASSES)
    }

    fn is_firm(&self, class: usize) -> bool {
        self.0.iter().any(|(one, firm)| usize::from(*one) == class && *firm)
    }

    fn counts(&self, heard: &[u8]) -> [u64; CLASSES] {
        let mut counts = [0; CLASSES];
        for class in heard.iter().filter_map(|sound| self.counted(*sound)) {
            counts[class] += 1;
        }
        counts
    }
}

/// The sign of a word.
pub fn of(lexicon: &Lexicon, word: &Word) -> u64 {
    let counts = lexicon.classes.counts(&word.heard);
    let counted = counts.iter().rev().fold(0, |all, count| all << BITS | (*count).min(MOST));
    let weight = lexicon.costs.weight(&word.heard);
    let weight = (weight.div_euclid(WEIGHT_UNIT) as u64 + 1).min(HEAVIEST) << WEIGHT_AT;
    let special = if word.is_wild { WILD } else { 0 } | if word.stem.is_some() { HALF } else { 0 };
    let known = if word.originals.is_empty() { 0 } else { KNOWN };
    counted | weight | special | known | (word.text.len() as u64).min(LONGEST_TEXT) << TEXT_LENGTH_AT
}

/// The sign of words of the same consonants: what any of them may have. Their other sounds are not in it.
pub fn of_all(signs: impl Iterator<Item = u64>) -> u64 {
    signs
        .reduce(|all, sign| {
            let weight = (all & WEIGHT).max(sign & WEIGHT);
            (all & !WEIGHT) | (sign & (WILD | HALF)) | weight
        })
        .unwrap_or(0)
}

/// How many letters longer or shorter a word is than one of so many, at least.
pub fn lengths_apart(sign: u64, length: usize) -> usize {
    match sign >> TEXT_LENGTH_AT & LONGEST_TEXT {
        LONGEST_TEXT => (LONGEST_TEXT as usize).saturating_sub(length),
        found => length.abs_diff(found as usize),
    }
}

/// Tells which words may sound alike to one; of patterns without vowels it tells nothing.
pub struct Filter {
    /// For two classes at a time, by the other word's counts: what at least this word's firm consonants cost,
    /// the other's, this word's other sounds, and the other's, 16 bits each.
    costs: [[u64; 64]; CLASSES / 2],
    weight: i64,
    least: i64,
}

impl Filter {
    /// The filter of a word's sounds that others must be `least` alike to.
    pub fn of(lexicon: &Lexicon, heard: &[u8], least: i64) -> Filter {
        let (costs, classes) = (&lexicon.costs, &lexicon.classes);
        let counts = classes.counts(heard);
        let by_class: [[u64; 8]; CLASSES] = std::array::from_fn(|class| {
            let mine = own_costs(costs, classes, heard, class);
            let theirs = least_cost(costs, classes, heard, class);
            let firm = classes.is_firm(class);
            std::array::from_fn(|other| by_count(&mine, theirs, counts[class], other as u64, firm))
        });
        let pair = |both: usize, at: usize| by_class[2 * both][at & 7] + by_class[2 * both + 1][at >> BITS];
        Filter {
            costs: std::array::from_fn(|both| std::array::from_fn(|at| pair(both, at))),
            weight: costs.weight(heard),
            least,
        }
    }

    /// Whether a word may sound so much alike; true where it cannot be told.
    pub fn may_sound_alike(&self, sign: u64) -> bool {
        let all = self.counted(sign);
        self.allows(sign, greater(all) + greater(all >> 32))
    }

    /// Whether a word of such consonants may, by the sign of all of them.
    pub fn may_consonants_sound_alike(&self, sign: u64) -> bool {
        self.allows(sign, greater(self.counted(sign)))
    }

    fn counted(&self, sign: u64) -> u64 {
        let of_two = |both: usize| self.costs[both][(sign >> (2 * BITS * both) & 63) as usize];
        (0..CLASSES / 2).map(of_two).sum()
    }

    fn allows(&self, sign: u64, cost: u64) -> bool {
        let heavy = sign >> WEIGHT_AT & HEAVIEST;
        let total = self.weight.max(heavy as i64 * WEIGHT_UNIT);
        heavy == HEAVIEST || cost as i64 * COST_UNIT * FULL <= (FULL - self.least) * total
    }
}

/// The greater of two costs that are packed into 16 bits each.
fn greater(both: u64) -> u64 {
    (both >> 16 & 0xFFFF).max(both & 0xFFFF)
}

/// What the cheapest of a word's sounds of a class cost that meet nothing of their class: none, one, two …
fn own_costs(costs: &SoundCosts, classes: &SoundClasses, heard: &[u8], class: usize) -> Vec<i64> {
    let of_class = heard.iter().filter(|sound| classes.counted(**sound) == Some(class));
    let mut each: Vec<i64> =
        of_class.map(|sound| cheapest(costs, classes, *sound, 0..costs.sounds())).collect();
    each.sort_unstable();
    let mut sums = vec![0];
    for cost in each {
        sums.push(sums[sums.len() - 1] + cost);
    }
    sums
}

/// What any sound of a class costs at least that meets nothing of its class in a word.
fn least_cost(costs: &SoundCosts, classes: &SoundClasses, heard: &[u8], class: usize) -> i64 {
    let of_class = (0..costs.sounds()).filter(|sound| classes.counted(*sound) == Some(class));
    of_class.map(|sound| cheapest(costs, classes, sound, heard.iter().copied())).min().unwrap_or(0)
}

/// What it costs at least to leave a sound out, or take it for one of these of another class; half of what that
/// costs where only one of the two is a firm consonant.
fn cheapest(costs: &SoundCosts, classes: &SoundClasses, sound: u8, others: impl Iterator<Item = u8>) -> i64 {
    let (class, firm) = classes.0[usize::from(sound)];
    let apart =
        others.map(|other| (other, classes.0[usize::from(other)])).filter(|(_, (one, _))| *one != class);
    let cost =
        |(other, (_, other_firm))| costs.swapped(sound, other) / if firm == other_firm { 1 } else { 2 };
    let swapped = apart.map(cost).min();
    i64::from(swapped.unwrap_or(u32::MAX).min(costs.alone(sound)))
}

/// Both costs of a class, packed, where the other word has `other` of it.
fn by_count(mine: &[i64], theirs: i64, own: u64, other: u64, firm: bool) -> u64 {
    let more = if other == MOST { 0 } else { own.saturating_sub(other) };
    let fewer = other.saturating_sub(own) as i64;
    let units = |cost: i64| (cost / COST_UNIT).clamp(0, 2000) as u64;
    (units(mine[more as usize]) << 16 | units(theirs * fewer)) << if firm { 0 } else { 32 }
}
