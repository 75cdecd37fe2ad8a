//! Compare a word's sounds with those of many others, and most of them no further than their consonants.
//!
//! Aligning two words aligns their consonants with each other and their vowels with each other; where it takes
//! a consonant for a vowel, each of the two is alone in its group and bears half of the cost. So what the
//! consonants alone cost, and the vowels alone, add up to no more than the whole does: words that share a frame
//! of consonants are passed over together where that costs too much, and others where the vowels do as well.

use crate::sound_costs::{SoundCosts, Table, ROOM};
use crate::weights::FULL;

/// Aligns some sounds with those of others in turn.
///
/// What others begin with alike is aligned once: they are best given in the order of their sounds.
struct Ladder<'a> {
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
    fn of(table: &'a Table, gone: &'a [u32; ROOM], first: &[u8]) -> Ladder<'a> {
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
    fn cost(&mut self, second: &[u8], most: u32) -> Option<u32> {
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

/// Tells how alike others sound to a word; they are no patterns without vowels.
pub struct Listener<'a> {
    costs: &'a SoundCosts,
    heard: &'a [u8],
    weight: i64,
    least: i64,
    whole: Ladder<'a>,
    frame: Ladder<'a>,
    vowels: Ladder<'a>,
    others: Vec<u8>,
}

impl<'a> Listener<'a> {
    /// A listener for a word's sounds, that others are to be `least` alike to.
    pub fn of(costs: &'a SoundCosts, heard: &'a [u8], least: i64) -> Listener<'a> {
        let table = costs.beside(heard);
        let (vowels, frame): (Vec<u8>, Vec<u8>) = heard.iter().partition(|sound| costs.is_vowel(**sound));
        Listener {
            costs,
            heard,
            weight: costs.weight(heard),
            least,
            whole: Ladder::of(table, &table.alone, heard),
            frame: Ladder::of(table, &table.apart, &frame),
            vowels: Ladder::of(table, &table.apart, &vowels),
            others: Vec::new(),
        }
    }

    /// The most that a word may cost which weighs no more than this.
    fn most(&self, weight: i64) -> u32 {
        (self.weight.max(weight) * (FULL - self.least) / FULL) as u32
    }

    /// What words cost at least whose consonants are these, of which none weighs more than that; None where no
    /// such word is alike.
    pub fn frame(&mut self, consonants: &[u8], weight: i64) -> Option<u32> {
        let most = self.most(weight);
        self.frame.cost(consonants, most)
    }

    /// The same of a word, by all its sounds.
    pub fn frame_of(&mut self, other: &[u8], weight: i64) -> Option<u32> {
        self.others.clear();
        self.others.extend(other.iter().filter(|sound| !self.costs.is_vowel(**sound)));
        let most = self.most(weight);
        self.frame.cost(&self.others, most)
    }

    /// Whether a word may be alike whose frame costs so much, and which weighs no more than that.
    pub fn may_be_alike(&mut self, other: &[u8], frame: u32, weight: i64) -> bool {
        let most = self.most(weight);
        if frame > most {
            return false;
        }
        self.others.clear();
        self.others.extend(other.iter().filter(|sound| self.costs.is_vowel(**sound)));
        self.vowels.cost(&self.others, most - frame).is_some()
    }

    /// How alike another word sounds; 0 where it is less than what is asked.
    pub fn similarity(&mut self, other: &[u8]) -> i64 {
        if self.heard == other {
            return FULL;
        }
        let weight = self.costs.weight(other);
        let total = self.weight.max(weight);
        if total == 0 {
            return 0;
        }
        let most = self.most(weight);
        let cost = self.whole.cost(other, most);
        let alike = cost.map_or(0, |cost| ((total - i64::from(cost)) * FULL).div_euclid(total));
        if alike >= self.least {
            alike
        } else {
            0
        }
    }
}
