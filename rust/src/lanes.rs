//! Tell of many words at once what it costs at least to turn each into one word: their sounds side by side, a
//! word a lane, costs in units that fit a byte.
//!
//! Guarantee: no cost is overrated. Each cost of a sound is rounded down, and sums stay at the most that fits; where
//! all costs are whole units nothing is rounded, and a sum that fits is what it costs.

use crate::sound_costs::{Table, SOUNDS};

#[cfg(target_arch = "x86_64")]
mod wide;

/// Words that are aligned at once.
pub const LANES: usize = 32;
/// Words that there is room for before any is added.
const USUAL: usize = 1 << 10;
/// Sounds of the longest words that are told apart; longer ones cost nothing at least.
pub const MOST_SOUNDS: usize = 32;

pub type Lane = [u8; LANES];
/// What a sound costs beside each sound there is, in units.
type Costs = [u8; SOUNDS];

/// What it costs to turn a word into another: at least, or in all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    pub least: u32,
    pub is_all: bool,
}

/// A word's sounds, to be aligned with those of many others.
pub struct Lanes {
    /// How many millionths a unit is, and whether costs are whole units and the word's sounds are told.
    unit: u32,
    is_whole: bool,
    word: Own,
    rows: Vec<Lane>,
    others: Others,
    /// What each word that was added costs at least, in units.
    least: Vec<u8>,
}

/// Words that are aligned at once.
struct Others {
    /// Their sounds, and whatever stands behind them.
    sounds: [[u8; MOST_SOUNDS]; LANES],
    lengths: Lane,
    longest: usize,
    filled: usize,
}

/// The word that others are aligned with.
struct Own {
    /// By sound of it, what it costs to take each other for it, and to leave it out.
    swapped: Vec<(Costs, u8)>,
    /// What it costs to leave each sound of the others out.
    gone: Costs,
}

impl Default for Lanes {
    fn default() -> Lanes {
        Lanes {
            unit: 1,
            is_whole: false,
            word: Own { swapped: Vec::new(), gone: [0; SOUNDS] },
            rows: Vec::new(),
            others: Others { sounds: [[0; MOST_SOUNDS]; LANES], lengths: [0; LANES], longest: 0, filled: 0 },
            least: Vec::with_capacity(USUAL),
        }
    }
}

impl Lanes {
    /// Lanes beside a word's sounds, where what costs more than `most` is all the same.
    pub fn of(table: &Table, word: &[u8], most: u32) -> Lanes {
        let mut lanes = Lanes::default();
        lanes.start(table, word, most);
        lanes
    }

    /// Forget all, and begin beside another word's sounds.
    pub fn start(&mut self, table: &Table, word: &[u8], most: u32) {
        let times = most / table.unit / u32::from(u8::MAX) + 1;
        let told = word.len() <= MOST_SOUNDS;
        let units = table.in_units(times);
        self.word.gone = if told { units.alone } else { [0; SOUNDS] };
        self.word.swapped.clear();
        let own = word.iter().filter(|_| told).map(|sound| usize::from(*sound) % SOUNDS);
        self.word.swapped.extend(own.map(|own| (units.swapped[own], units.alone[own])));
        self.rows.resize(self.word.swapped.len() + 1, [0; LANES]);
        (self.unit, self.is_whole) = (table.unit * times, told && times == 1);
        (self.others.filled, self.others.longest) = (0, 0);
        self.least.clear();
    }

    /// Add a word by its sounds: so many of these from a place on.
    #[inline(always)]
    pub fn add(&mut self, all: &[u8], start: usize, count: usize) {
        let others = &mut self.others;
        let lane = others.filled % LANES;
        // Always as many, whatever stands behind them: how many there are of each word cannot be foreseen.
        match all.get(start..start + MOST_SOUNDS) {
            Some(some) => others.sounds[lane].copy_from_slice(some),
            None => {
                let some = &all[start..start + count.min(MOST_SOUNDS)];
                others.sounds[lane][..some.len()].copy_from_slice(some);
            }
        }
        // Of one that is too long to tell the length is never reached.
        others.lengths[lane] = count.min(MOST_SOUNDS + 1) as u8;
        others.longest = others.longest.max(count.min(MOST_SOUNDS));
        others.filled = lane + 1;
        if others.filled == LANES {
            self.align();
        }
    }

    /// What each word that was added costs at least, in the order they were added in.
    pub fn least(&mut self) -> impl Iterator<Item = Cost> + '_ {
        if self.others.filled > 0 {
            self.align();
        }
        let lanes = &*self;
        self.least.iter().map(|units| lanes.cost(*units))
    }

    fn cost(&self, units: u8) -> Cost {
        // Words too long to tell cost nothing.
        Cost { least: u32::from(units) * self.unit, is_all: self.is_whole && units > 0 && units < u8::MAX }
    }

    fn align(&mut self) {
        let Others { sounds, lengths, longest, filled } = &self.others;
        let mut turned = [[0; LANES]; MOST_SOUNDS];
        turn(sounds, *longest, &mut turned);
        let columns = Columns { sounds: turned.as_flattened(), width: LANES, lengths, longest: *longest };
        let least = least(&self.word, &columns, &mut self.rows);
        self.least.extend(&least[..*filled]);
        (self.others.filled, self.others.longest) = (0, 0);
    }

    /// What words of some columns cost that cost no more than so much at least, each with its lane.
    pub fn near<'a>(
        &'a mut self,
        columns: &Columns,
        count: usize,
        most: u32,
    ) -> impl Iterator<Item = (usize, Cost)> + 'a {
        let least = least(&self.word, columns, &mut self.rows);
        let most = u8::try_from(most / self.unit).unwrap_or(u8::MAX);
        let near = (0..).zip(&least).fold(0u32, |near, (lane, cost)| near | u32::from(*cost <= most) << lane);
        let mut left = near & (u64::MAX >> (u64::BITS as usize - count)) as u32;
        let lanes = &*self;
        std::iter::from_fn(move || {
            let lane = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1); // without its lowest bit
            least.get(lane).map(|units| (lane, lanes.cost(*units)))
        })
    }
}

/// Sounds of some words side by side: those at one place in so many bytes, of which the first are the words'.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    pub sounds: &'a [u8],
    pub width: usize,
    /// How many sounds each word has, and the longest.
    pub lengths: &'a Lane,
    pub longest: usize,
}

impl Columns<'_> {
    /// The sounds at a place, and whatever stands behind them.
    #[inline(always)]
    fn at(&self, place: usize) -> &Lane {
        let start = place * self.width;
        self.sounds[start..start + LANES].try_into().unwrap_or(&[0; LANES])
    }
}

/// What it costs at least to turn each of some words into one.
fn least(word: &Own, columns: &Columns, rows: &mut [Lane]) -> Lane {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has just said that it knows these instructions.
        return unsafe { wide::least(word, columns, rows) };
    }
    plain_least(word, columns, rows)
}

fn plain_least(word: &Own, columns: &Columns, rows: &mut [Lane]) -> Lane {
    let sum = start(word, rows);
    let mut least = columns.lengths.map(|length| if length == 0 { sum } else { 0 });
    for at in 0..columns.longest {
        step(word, columns.at(at), rows);
        for ((least, found), length) in least.iter_mut().zip(&rows[rows.len() - 1]).zip(columns.lengths) {
            *least = if usize::from(*length) == at + 1 { *found } else { *least };
        }
    }
    least
}

/// Put the sounds of words side by side, up to so many.
fn turn(others: &[[u8; MOST_SOUNDS]; LANES], longest: usize, sounds: &mut [Lane; MOST_SOUNDS]) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has just said that it knows these instructions.
        return unsafe { wide::turn(others, longest, sounds) };
    }
    plain_turn(others, longest, sounds);
}

fn plain_turn(others: &[[u8; MOST_SOUNDS]; LANES], longest: usize, sounds: &mut [Lane; MOST_SOUNDS]) {
    for (at, column) in sounds.iter_mut().enumerate().take(longest) {
        *column = std::array::from_fn(|lane| others[lane][at]);
    }
}

/// Fill the rows for words of no sounds; return what they cost.
fn start(word: &Own, rows: &mut [Lane]) -> u8 {
    let mut sum = 0u8;
    rows[0] = [0; LANES];
    for (row, (_, alone)) in rows[1..].iter_mut().zip(&word.swapped) {
        sum = sum.saturating_add(*alone);
        *row = [sum; LANES];
    }
    sum
}

/// Work out the rows of one more sound of each of the others.
fn step(word: &Own, sounds: &Lane, rows: &mut [Lane]) {
    let cost =
        |costs: &Costs| -> Lane { sounds.map(|sound| costs.get(usize::from(sound)).map_or(0, |cost| *cost)) };
    let gone = cost(&word.gone);
    let mut diagonal = rows[0];
    let mut left: Lane = std::array::from_fn(|lane| diagonal[lane].saturating_add(gone[lane]));
    rows[0] = left;
    for (row, (swapped, alone)) in rows[1..].iter_mut().zip(&word.swapped) {
        let (above, swapped) = (*row, cost(swapped));
        for lane in 0..LANES {
            let met = diagonal[lane].saturating_add(swapped[lane]);
            let out = above[lane].saturating_add(gone[lane]).min(left[lane].saturating_add(*alone));
            left[lane] = met.min(out);
        }
        diagonal = above;
        *row = left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::mixed;
    use crate::sound_costs::SoundCosts;

    #[test]
    fn no_cost_is_overrated() {
        let sounds = "abcdefghijklmnopqrstuvwxyz";
        let count = sounds.len();
        let cost = |first: usize, other: usize| match first == other {
            true => 0,
            false => (mixed(first.min(other) * count + first.max(other)) % 40) as u32 * 50_000,
        };
        let alone = |sound: usize| 300_000 + (mixed(sound) % 10) as u32 * 70_000;
        let row = |first| (0..count).map(|other| cost(first, other)).chain([alone(first)]).collect();
        let table: Vec<Vec<u32>> = (0..count).map(row).collect();
        let costs = SoundCosts::new(sounds, vec![1_000_000; count], &table, &table).expect("the tables fit");
        let word = |seed: usize| -> Vec<u8> {
            (0..mixed(seed) % 44).map(|at| (mixed(seed * 50 + at) % count) as u8).collect()
        };
        let mut all = 0;
        for round in 0..200 {
            let (own, most) = (word(round), (mixed(round) % 9_000_000) as u32);
            let mut lanes = Lanes::of(costs.beside(&own), &own, most);
            let others: Vec<Vec<u8>> = (0..70).map(|at| word(round * 71 + at)).collect();
            others.iter().for_each(|other| lanes.add(other, 0, other.len()));
            let turned: Vec<u8> = (0..MOST_SOUNDS * LANES)
                .map(|at| others[at % LANES].get(at / LANES).copied().unwrap_or(0))
                .collect();
            let lengths = std::array::from_fn(|lane| others[lane].len().min(MOST_SOUNDS + 1) as u8);
            let columns = Columns { sounds: &turned, width: LANES, lengths: &lengths, longest: MOST_SOUNDS };
            let near: Vec<(usize, Cost)> = lanes.near(&columns, LANES - 1, most / 2).collect();
            let told = lanes.least().take(LANES - 1).enumerate();
            assert!(near == told.filter(|(_, cost)| cost.least <= most / 2).collect::<Vec<_>>());
            for (told, other) in lanes.least().zip(&others) {
                let mut ladder = crate::ladder::Ladder::of(costs.beside(&own), &own);
                let cost = ladder.cost(other, u32::MAX / 4).expect("no cost is so high");
                assert!(told.least <= cost, "{own:?} {other:?}: {} above {cost}", told.least);
                assert!(
                    !told.is_all || told.least == cost,
                    "{own:?} {other:?}: {} is not {cost}",
                    told.least
                );
                all += usize::from(told.is_all);
            }
        }
        assert!(all > 50, "{all}");
    }

    #[test]
    fn every_way_to_align_gives_the_same() {
        let costs = |seed: usize| std::array::from_fn(|at| (mixed(seed * SOUNDS + at) % 300).min(255) as u8);
        let swapped = |count: usize| (0..count).map(|at| (costs(count + at), mixed(at) as u8 % 90)).collect();
        for round in 0..200 {
            let word = Own { swapped: swapped(round % 12), gone: costs(round).map(|cost| cost / 3) };
            let sound = |lane: usize, at: usize| (mixed(round * 7_777 + lane * 77 + at) % SOUNDS) as u8;
            let lengths: Lane = std::array::from_fn(|lane| mixed(round * 99 + lane) as u8 % 34);
            let longest = lengths.iter().map(|length| usize::from(*length).min(MOST_SOUNDS)).max();
            let longest = longest.unwrap_or(0);
            let others: [[u8; MOST_SOUNDS]; LANES] =
                std::array::from_fn(|lane| std::array::from_fn(|at| sound(lane, at)));
            let (mut turned, mut plain) = ([[0; LANES]; MOST_SOUNDS], [[0; LANES]; MOST_SOUNDS]);
            turn(&others, longest, &mut turned);
            plain_turn(&others, longest, &mut plain);
            assert_eq!(turned[..longest], plain[..longest]);
            let columns = Columns { sounds: turned.as_flattened(), width: LANES, lengths: &lengths, longest };
            let mut rows = vec![[0; LANES]; word.swapped.len() + 1];
            let found = least(&word, &columns, &mut rows.clone());
            assert_eq!(found, plain_least(&word, &columns, &mut rows));
        }
    }
}
