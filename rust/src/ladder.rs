//! Compare a word's sounds with those of many others, one after the other.

use crate::lanes::{Cost, Lanes};
use crate::sound_costs::{SoundCosts, Table, ROOM};
use crate::weights::FULL;

/// Aligns some sounds with those of others in turn.
///
/// What others begin with alike is aligned once: they are best given in the order of their sounds.
pub struct Ladder<'a> {
    swapped: &'a [[u32; ROOM]; ROOM],
    gone: &'a [u32; ROOM],
    /// The sounds, and what it costs to leave each out.
    first: Box<[(u8, u32)]>,
    /// The other's sounds that were aligned, and the least cost in each row.
    second: Vec<u8>,
    least: Vec<u32>,
    /// A row for none of its sounds, and one for each; further ones are of words before.
    rows: Vec<u32>,
}

impl<'a> Ladder<'a> {
    /// A ladder for some sounds.
    pub fn of(table: &'a Table, first: &[u8]) -> Ladder<'a> {
        let gone = &table.alone;
        let first: Box<[(u8, u32)]> =
            first.iter().map(|sound| (*sound, gone[usize::from(*sound) % ROOM])).collect();
        let mut rows = vec![0];
        rows.extend(first.iter().scan(0, |sum, (_, cost)| {
            *sum += cost;
            Some(*sum)
        }));
        Ladder { swapped: &table.swapped, gone, first, second: Vec::new(), least: vec![0], rows }
    }

    /// The least cost of turning the sounds into another's; None where it is above `most`.
    pub fn cost(&mut self, second: &[u8], most: u32) -> Option<u32> {
        let width = self.first.len() + 1;
        let same = self.second.iter().zip(second).take_while(|(a, b)| a == b).count();
        self.second.truncate(same);
        self.least.truncate(same + 1);
        if self.least[same] > most {
            return None;
        }
        let needed = (second.len() + 1) * width;
        if self.rows.len() < needed {
            self.rows.resize(needed, 0);
        }
        for (at, other) in second.iter().enumerate().skip(same) {
            let least = self.step(at * width, *other);
            self.second.push(*other);
            self.least.push(least);
            if least > most {
                return None; // costs only grow from row to row
            }
        }
        Some(self.rows[needed - 1]).filter(|cost| *cost <= most)
    }

    /// Work out the row of one more sound, behind the one that begins here; return the least in it.
    fn step(&mut self, before: usize, other: u8) -> u32 {
        let width = self.first.len() + 1;
        let (above, row) = self.rows[before..before + 2 * width].split_at_mut(width);
        let other = usize::from(other) % ROOM;
        let (gone, swapped) = (self.gone[other], &self.swapped[other]);
        let mut diagonal = above[0];
        let mut left = diagonal + gone;
        let mut least = left;
        row[0] = left;
        for ((cell, above), (sound, alone)) in row[1..].iter_mut().zip(&above[1..]).zip(&self.first) {
            left = (diagonal + swapped[usize::from(*sound) % ROOM]).min(above + gone).min(left + alone);
            diagonal = *above;
            *cell = left;
            least = least.min(left);
        }
        least
    }
}

/// How much others may cost that are to be `least` alike to a word of some weight.
#[derive(Clone, Copy)]
pub struct Most {
    pub weight: i64,
    pub least: i64,
}

impl Most {
    /// The most that a word may cost which weighs no more than this.
    pub fn of(&self, weight: i64) -> u32 {
        (self.weight.max(weight) * (FULL - self.least) / FULL) as u32
    }
}

/// Tells how alike others sound to a word; they are no patterns without vowels.
pub struct Listener<'a> {
    costs: &'a SoundCosts,
    heard: &'a [u8],
    pub most: Most,
    ladder: Ladder<'a>,
    /// Others that may be alike, to be bounded at once.
    pub lanes: Lanes,
}

impl<'a> Listener<'a> {
    /// A listener for a word's sounds, that others are to be `least` alike to by the costs of a table.
    pub fn of(costs: &'a SoundCosts, table: &'a Table, heard: &'a [u8], least: i64) -> Listener<'a> {
        let weight = costs.weight(heard);
        let most = Most { weight, least };
        let (ladder, lanes) = (Ladder::of(table, heard), Lanes::of(table, heard, most.of(weight)));
        Listener { costs, heard, most, ladder, lanes }
    }

    /// How alike another word sounds, which costs so much; 0 where it is less than what is asked.
    pub fn similarity(&mut self, other: &[u8], cost: Cost) -> i64 {
        if self.heard == other {
            return FULL;
        }
        let weight = self.costs.weight(other);
        let total = self.most.weight.max(weight);
        if total == 0 {
            return 0;
        }
        let cost = match cost.is_all {
            true => Some(cost.least),
            false => self.ladder.cost(other, self.most.of(weight)),
        };
        let alike = cost.map_or(0, |cost| ((total - i64::from(cost)) * FULL).div_euclid(total));
        if alike >= self.most.least {
            alike
        } else {
            0
        }
    }
}
