//! How alike two words sound: the costs and the alignment of `names/sounds/likeness.py`.

use crate::weights::FULL;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use smallvec::SmallVec;
use std::borrow::Cow;

/// The costs of one table as Python hands them over: a row a sound, what it costs to be each other and, last,
/// nothing.
pub type HandedCosts = Vec<Vec<u32>>;
/// Room for the sounds there are, and for nothing.
pub const ROOM: usize = 64;
/// The most sounds that there may be.
pub const SOUNDS: usize = 48;
/// The most sounds of a word that are kept; names' parts are cut long before.
pub const LONGEST: usize = 512;

/// The sounds, consonants or marks of a word: of most words few enough to stand where they are kept.
pub type Marks = SmallVec<[u8; 16]>;

/// A sound's number; the sounds of a word as their numbers.
pub type Heard = Marks;

/// What it costs to take one sound for another, and to leave one out.
pub struct Table {
    pub swapped: Box<[[u32; ROOM]; ROOM]>,
    pub alone: [u32; ROOM],
    /// What all costs are multiples of; and the costs in units of one of these, of two, and so on.
    pub unit: u32,
    units: Vec<Units>,
}

/// Costs in some unit, rounded down, as far as a byte tells.
#[derive(Clone)]
pub struct Units {
    /// By the one word's sound, then the other's.
    pub swapped: [[u8; SOUNDS]; SOUNDS],
    pub alone: [u8; SOUNDS],
}

/// The most that is a unit for the longest words in lists; for longer ones the costs are worked out anew.
const TIMES: u32 = 8;

/// What sounds cost to swap and to leave out, beside a pattern without vowels and otherwise.
pub struct SoundCosts {
    numbers: [u8; 128],
    letters: Vec<u8>,
    weights: Vec<i64>,
    plain: Table,
    bare: Table,
    /// Of both the lesser: what is no dearer whichever of them counts.
    lesser: Table,
    wild: u8,
}

impl SoundCosts {
    /// Take over the sounds, what each weighs, and both tables of costs.
    pub fn new(
        letters: &str,
        weights: Vec<i64>,
        plain: &HandedCosts,
        bare: &HandedCosts,
    ) -> PyResult<SoundCosts> {
        let letters = letters.as_bytes().to_vec();
        let square = |table: &HandedCosts| {
            table.len() == letters.len() && table.iter().all(|row| row.len() == letters.len() + 1)
        };
        if letters.len() > SOUNDS || weights.len() != letters.len() || !square(plain) || !square(bare) {
            return Err(PyValueError::new_err("sound costs: the tables do not fit the sounds"));
        }
        let mut numbers = [u8::MAX; 128];
        for (number, letter) in letters.iter().enumerate() {
            numbers[usize::from(*letter) % 128] = number as u8;
        }
        let wild = numbers[usize::from(crate::sounds::WILD_VOWEL)];
        let rows =
            |(one, other): (&Vec<u32>, &Vec<u32>)| one.iter().zip(other).map(|(a, b)| *a.min(b)).collect();
        let lesser = table(&plain.iter().zip(bare).map(rows).collect());
        Ok(SoundCosts { numbers, letters, weights, plain: table(plain), bare: table(bare), lesser, wild })
    }

    /// The sounds of a word as numbers; what is no sound is passed over.
    pub fn heard(&self, sounds: &str) -> Heard {
        let numbers = sounds.bytes().map(|sound| self.numbers[usize::from(sound) % 128]);
        numbers.filter(|number| *number != u8::MAX).take(LONGEST).collect()
    }

    /// The letter that names a sound.
    pub fn letter(&self, sound: u8) -> u8 {
        self.letters[usize::from(sound)]
    }

    /// What the sounds of a word weigh together: the most that can differ.
    pub fn weight(&self, heard: &[u8]) -> i64 {
        heard.iter().map(|sound| self.weights[usize::from(*sound)]).sum()
    }

    /// The costs by which a word is compared with others that are no pattern without vowels.
    pub fn beside(&self, heard: &[u8]) -> &Table {
        if heard.contains(&self.wild) {
            &self.bare
        } else {
            &self.plain
        }
    }

    /// Costs that are no greater than those by which any two words are compared.
    pub fn least(&self) -> &Table {
        &self.lesser
    }

    /// The likeness of two words' sounds, 0 to FULL.
    pub fn similarity(&self, first: &[u8], second: &[u8]) -> i64 {
        if first == second {
            return FULL;
        }
        let total = self.weight(first).max(self.weight(second));
        if total == 0 {
            return 0;
        }
        let bare = first.contains(&self.wild) || second.contains(&self.wild);
        let cost = distance(first, second, if bare { &self.bare } else { &self.plain });
        ((total - cost) * FULL).div_euclid(total).max(0)
    }
}

fn table(handed: &HandedCosts) -> Table {
    let unit = handed.iter().flatten().fold(0, |unit, cost| divisor(unit, *cost)).max(1);
    let mut table = Table { swapped: Box::new([[0; ROOM]; ROOM]), alone: [0; ROOM], unit, units: Vec::new() };
    for (first, row) in handed.iter().enumerate() {
        table.alone[first] = row[handed.len()];
        table.swapped[first][..handed.len()].copy_from_slice(&row[..handed.len()]);
    }
    table.units = (1..=TIMES).map(|times| table.rounded(times)).collect();
    table
}

impl Table {
    /// The costs where so many of what all are multiples of are one unit, from 1 up.
    pub fn in_units(&self, times: u32) -> Cow<'_, Units> {
        let known = self.units.get(times as usize - 1);
        known.map_or_else(|| Cow::Owned(self.rounded(times)), Cow::Borrowed)
    }

    fn rounded(&self, times: u32) -> Units {
        let told = |cost: u32| u8::try_from(cost / self.unit / times).unwrap_or(u8::MAX);
        let swapped = |own: usize| std::array::from_fn(|other| told(self.swapped[other][own]));
        Units {
            swapped: std::array::from_fn(swapped),
            alone: std::array::from_fn(|sound| told(self.alone[sound])),
        }
    }
}

/// The greatest number that divides both.
fn divisor(first: u32, second: u32) -> u32 {
    match second {
        0 => first,
        _ => divisor(second, first % second),
    }
}

/// The least cost of turning one word's sounds into another's.
fn distance(first: &[u8], second: &[u8], costs: &Table) -> i64 {
    let mut short = [0u32; 33];
    let mut long = Vec::new();
    let row: &mut [u32] = match second.len() < short.len() {
        true => &mut short[..=second.len()],
        false => {
            long.resize(second.len() + 1, 0);
            &mut long
        }
    };
    for (at, other) in second.iter().enumerate() {
        row[at + 1] = row[at] + costs.alone[usize::from(*other)];
    }
    for sound in first {
        let (gone, swapped) = (costs.alone[usize::from(*sound)], &costs.swapped[usize::from(*sound)]);
        let mut diagonal = row[0];
        let mut left = diagonal + gone;
        row[0] = left;
        for (other, cell) in second.iter().zip(&mut row[1..]) {
            let other = usize::from(*other);
            let above = *cell;
            left = (diagonal + swapped[other]).min(above + gone).min(left + costs.alone[other]);
            diagonal = above;
            *cell = left;
        }
    }
    i64::from(row[second.len()])
}
