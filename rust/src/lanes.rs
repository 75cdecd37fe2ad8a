//! Tell of many words at once what it costs at least to turn each into one word: their sounds side by side, a
//! word a lane, costs in units that fit a byte.
//!
//! Guarantee: no cost is overrated. Each cost of a sound is rounded down, and sums stay at the most that fits.

use crate::sound_costs::{Table, SOUNDS};

/// Words that are aligned at once.
pub const LANES: usize = 32;
/// Words that there is room for before any is added.
const USUAL: usize = 1 << 10;
/// Sounds of the longest words that are told apart; longer ones cost nothing at least.
pub const MOST_SOUNDS: usize = 32;

pub type Lane = [u8; LANES];
/// What a sound costs beside each sound there is, in units.
type Costs = [u8; SOUNDS];

/// A word's sounds, to be aligned with those of many others.
pub struct Lanes {
    /// How many millionths a unit is.
    unit: u32,
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
        self.unit = table.unit * times;
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
    pub fn least(&mut self) -> impl Iterator<Item = u32> + '_ {
        if self.others.filled > 0 {
            self.align();
        }
        let unit = self.unit;
        self.least.iter().map(move |units| u32::from(*units) * unit)
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

    /// Which words of some columns cost no more than so much at least, a bit each; words that there are none of too.
    pub fn near(&mut self, columns: &Columns, most: u32) -> u32 {
        let least = least(&self.word, columns, &mut self.rows);
        let most = u8::try_from(most / self.unit).unwrap_or(u8::MAX);
        (0..).zip(least).fold(0, |near, (lane, cost)| near | u32::from(cost <= most) << lane)
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

/// The same by instructions for 32 bytes at once.
#[cfg(target_arch = "x86_64")]
mod wide {
    use super::{start, Columns, Costs, Lane, Own, LANES, MOST_SOUNDS};
    use std::arch::x86_64::*;

    /// Sounds that one instruction finds the costs of; the tables are in as many pieces.
    const PIECE: usize = 16;
    const PIECES: usize = super::SOUNDS / PIECE;

    /// Bytes that are put another way round at once.
    const SQUARE: usize = 16;

    /// `plain_least`.
    #[target_feature(enable = "avx2")]
    pub unsafe fn least(word: &Own, columns: &Columns, rows: &mut [Lane]) -> Lane {
        let sum = _mm256_set1_epi8(start(word, rows) as i8);
        let (lengths, last) = (load(columns.lengths), rows.len() - 1);
        let mut least = _mm256_and_si256(sum, _mm256_cmpeq_epi8(lengths, _mm256_setzero_si256()));
        for (at, column) in (0..columns.longest).zip(1i8..) {
            step(word, load(columns.at(at)), rows);
            let ended = _mm256_cmpeq_epi8(lengths, _mm256_set1_epi8(column));
            least = _mm256_blendv_epi8(least, load(&rows[last]), ended);
        }
        let mut found = [0; LANES];
        store(&mut found, least);
        found
    }

    /// `plain_turn`: at least as many places.
    #[target_feature(enable = "avx2")]
    pub unsafe fn turn(
        others: &[[u8; MOST_SOUNDS]; LANES],
        longest: usize,
        sounds: &mut [Lane; MOST_SOUNDS],
    ) {
        const { assert!(MOST_SOUNDS % SQUARE == 0 && LANES % SQUARE == 0) };
        for (at, first) in (0..longest)
            .step_by(SQUARE)
            .flat_map(|at| (0..LANES).step_by(SQUARE).map(move |first| (at, first)))
        {
            let mut square = [_mm_setzero_si128(); SQUARE];
            for (row, sounds) in square.iter_mut().zip(&others[first..first + SQUARE]) {
                *row = _mm_loadu_si128(sounds[at..at + SQUARE].as_ptr().cast());
            }
            // Each round interleaves the first half with the second: after four, columns are rows.
            for _ in 0..SQUARE.trailing_zeros() {
                let before = square;
                for at in 0..SQUARE / 2 {
                    square[2 * at] = _mm_unpacklo_epi8(before[at], before[at + SQUARE / 2]);
                    square[2 * at + 1] = _mm_unpackhi_epi8(before[at], before[at + SQUARE / 2]);
                }
            }
            for (row, column) in sounds[at..at + SQUARE].iter_mut().zip(square) {
                _mm_storeu_si128(row[first..first + SQUARE].as_mut_ptr().cast(), column);
            }
        }
    }

    #[target_feature(enable = "avx2")]
    unsafe fn step(word: &Own, sounds: __m256i, rows: &mut [Lane]) {
        let places = places(sounds);
        let gone = costs(&word.gone, &places);
        let mut diagonal = load(&rows[0]);
        let mut left = _mm256_adds_epu8(diagonal, gone);
        store(&mut rows[0], left);
        for (row, (swapped, alone)) in rows[1..].iter_mut().zip(&word.swapped) {
            let above = load(row);
            let met = _mm256_adds_epu8(diagonal, costs(swapped, &places));
            let out = _mm256_adds_epu8(left, _mm256_set1_epi8(*alone as i8));
            left = _mm256_min_epu8(met, _mm256_min_epu8(_mm256_adds_epu8(above, gone), out));
            diagonal = above;
            store(row, left);
        }
    }

    /// Where the costs of each sound are in each piece of a table: with the highest bit where in another.
    #[target_feature(enable = "avx2")]
    unsafe fn places(sounds: __m256i) -> [__m256i; PIECES] {
        let beyond = _mm256_set1_epi8(0x70);
        let mut places = [sounds; PIECES];
        for (piece, place) in places.iter_mut().enumerate() {
            let in_piece = _mm256_xor_si256(sounds, _mm256_set1_epi8((piece * PIECE) as i8));
            *place = _mm256_adds_epu8(in_piece, beyond);
        }
        places
    }

    #[target_feature(enable = "avx2")]
    unsafe fn costs(table: &Costs, places: &[__m256i; PIECES]) -> __m256i {
        let of = |at: usize| {
            let piece = _mm_loadu_si128(table[at * PIECE..(at + 1) * PIECE].as_ptr().cast());
            _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(piece), places[at])
        };
        const { assert!(PIECES == 3) };
        _mm256_or_si256(of(0), _mm256_or_si256(of(1), of(2)))
    }

    #[target_feature(enable = "avx2")]
    unsafe fn load(lane: &Lane) -> __m256i {
        const { assert!(LANES == size_of::<__m256i>()) };
        _mm256_loadu_si256(lane.as_ptr().cast())
    }

    #[target_feature(enable = "avx2")]
    unsafe fn store(lane: &mut Lane, values: __m256i) {
        _mm256_storeu_si256(lane.as_mut_ptr().cast(), values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound_costs::SoundCosts;

    /// A number made of another as if by chance.
    fn mixed(number: usize) -> usize {
        number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
    }

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
            let near = lanes.near(&columns, most / 2);
            for (lane, least) in lanes.least().take(LANES).enumerate() {
                assert_eq!(near >> lane & 1 != 0, least <= most / 2);
            }
            for (least, other) in lanes.least().zip(&others) {
                let mut ladder = crate::ladder::Ladder::of(costs.beside(&own), &own);
                let cost = ladder.cost(other, u32::MAX / 4).expect("no cost is so high");
                assert!(least <= cost, "{own:?} {other:?}: {least} above {cost}");
            }
        }
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
