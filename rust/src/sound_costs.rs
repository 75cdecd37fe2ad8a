//! How alike two words sound: the costs and the alignment of `names/sounds/likeness.py`.

use crate::weights::FULL;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The costs of one table as Python hands them over: a row a sound, what it costs to be each other and, last,
/// nothing.
pub type HandedCosts = Vec<Vec<u32>>;
/// Room for the sounds there are, and for nothing.
const ROOM: usize = 64;
/// The most sounds of a word that are kept; names' parts are cut long before.
pub const LONGEST: usize = 512;

/// A sound's number; the sounds of a word as their numbers.
pub type Heard = Box<[u8]>;

struct Table {
    swapped: Box<[[u32; ROOM]; ROOM]>,
    alone: [u32; ROOM],
}

/// What sounds cost to swap and to leave out, beside a pattern without vowels and otherwise.
pub struct SoundCosts {
    numbers: [u8; 128],
    letters: Vec<u8>,
    weights: Vec<i64>,
    plain: Table,
    bare: Table,
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
        if letters.len() >= ROOM || weights.len() != letters.len() || !square(plain) || !square(bare) {
            return Err(PyValueError::new_err("sound costs: the tables do not fit the sounds"));
        }
        let mut numbers = [u8::MAX; 128];
        for (number, letter) in letters.iter().enumerate() {
            numbers[usize::from(*letter) % 128] = number as u8;
        }
        let wild = numbers[usize::from(crate::sounds::WILD_VOWEL)];
        Ok(SoundCosts { numbers, letters, weights, plain: table(plain), bare: table(bare), wild })
    }

    /// The sounds of a word as numbers; what is no sound is passed over.
    pub fn heard(&self, sounds: &str) -> Heard {
        let numbers = sounds.bytes().map(|sound| self.numbers[usize::from(sound) % 128]);
        numbers.filter(|number| *number != u8::MAX).take(LONGEST).collect()
    }

    /// How many sounds there are.
    pub fn sounds(&self) -> u8 {
        self.letters.len() as u8
    }

    /// What it costs to take one sound for another, where neither word is a pattern without vowels.
    pub fn swapped(&self, sound: u8, other: u8) -> u32 {
        self.plain.swapped[usize::from(sound)][usize::from(other)]
    }

    /// What it costs to leave a sound out, where neither word is a pattern without vowels.
    pub fn alone(&self, sound: u8) -> u32 {
        self.plain.alone[usize::from(sound)]
    }

    /// The letter that names a sound.
    pub fn letter(&self, sound: u8) -> u8 {
        self.letters[usize::from(sound)]
    }

    /// What the sounds of a word weigh together: the most that can differ.
    pub fn weight(&self, heard: &[u8]) -> i64 {
        heard.iter().map(|sound| self.weights[usize::from(*sound)]).sum()
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

/// Compares a word's sounds with those of others in turn, none a pattern without vowels.
///
/// What others begin with alike is aligned once: they are best given in the order of their sounds.
pub struct Ladder<'a> {
    costs: &'a SoundCosts,
    first: &'a [u8],
    weight: i64,
    alone: Vec<u32>,
    /// The other's sounds that were aligned, and the least cost in each row.
    second: Vec<u8>,
    least: Vec<u32>,
    /// A row for each of its sounds, and one for none.
    rows: Vec<u32>,
}

impl<'a> Ladder<'a> {
    /// A ladder for a word's sounds.
    pub fn of(costs: &'a SoundCosts, first: &'a [u8]) -> Ladder<'a> {
        let alone: Vec<u32> = first.iter().map(|sound| costs.alone(*sound)).collect();
        let mut rows = vec![0];
        rows.extend(alone.iter().scan(0, |sum, cost| {
            *sum += cost;
            Some(*sum)
        }));
        let weight = costs.weight(first);
        Ladder { costs, first, weight, alone, second: Vec::new(), least: vec![0], rows }
    }

    /// How alike another word sounds; 0 where it is less than `least`.
    pub fn similarity_from(&mut self, second: &[u8], least: i64) -> i64 {
        if self.first == second {
            return FULL;
        }
        let total = self.weight.max(self.costs.weight(second));
        if total == 0 {
            return 0;
        }
        let most = (total * (FULL - least) / FULL) as u32;
        let alike = match self.distance(second, most) {
            Some(cost) => ((total - i64::from(cost)) * FULL).div_euclid(total),
            None => 0,
        };
        if alike >= least {
            alike
        } else {
            0
        }
    }

    /// The least cost of turning the sounds into another's; None where it is above `most`.
    fn distance(&mut self, second: &[u8], most: u32) -> Option<u32> {
        let width = self.first.len() + 1;
        let same = self.second.iter().zip(second).take_while(|(a, b)| a == b).count();
        self.second.truncate(same);
        self.least.truncate(same + 1);
        self.rows.truncate((same + 1) * width);
        if self.least[same] > most {
            return None;
        }
        for other in &second[same..] {
            let least = self.step(*other);
            self.second.push(*other);
            self.least.push(least);
            if least > most {
                return None; // costs only grow from row to row
            }
        }
        self.rows.last().copied()
    }

    /// Add the row of one more sound; return the least in it.
    fn step(&mut self, other: u8) -> u32 {
        let width = self.first.len() + 1;
        let before = self.rows.len() - width;
        self.rows.resize(self.rows.len() + width, 0);
        let (above, row) = self.rows[before..].split_at_mut(width);
        let table = &self.costs.plain;
        let (gone, swapped) = (table.alone[usize::from(other)], &table.swapped[usize::from(other)]);
        let mut left = above[0] + gone;
        let mut least = left;
        row[0] = left;
        let cells = row[1..].iter_mut().zip(above.windows(2)).zip(self.first.iter().zip(&self.alone));
        for ((cell, above), (sound, alone)) in cells {
            left = (above[0] + swapped[usize::from(*sound) % ROOM]).min(above[1] + gone).min(left + alone);
            *cell = left;
            least = least.min(left);
        }
        least
    }
}

fn table(handed: &HandedCosts) -> Table {
    let mut table = Table { swapped: Box::new([[0; ROOM]; ROOM]), alone: [0; ROOM] };
    for (first, row) in handed.iter().enumerate() {
        table.alone[first] = row[handed.len()];
        table.swapped[first][..handed.len()].copy_from_slice(&row[..handed.len()]);
    }
    table
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
