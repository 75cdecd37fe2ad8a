//! Tell which syllables a Latin spelling may stand for: `names/languages/_syllables.py`.
//!
//! Weights are never computed with here. Python hands over the weights that occur, in order; a least or a
//! greatest weight is then a least or greatest place, and what Python makes of a weight (rounding, likeness)
//! stands beside it. Only the ranking multiplies, as Python does, the same two numbers.

use crate::handed::SyllableRows;
use crate::memo::Memo;
use pyo3::exceptions::PyValueError;
use pyo3::PyResult;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Words remembered a table.
const REMEMBERED: usize = 1 << 14;
/// Syllables in a key, 16 bits each: no language has words of more.
const MOST_SYLLABLES: usize = 4;

/// Syllables in the order written, each a number from 1 in alphabetical order, the first in the highest bits:
/// keys are then in the order of Python's tuples of syllables.
type Key = u64;
/// The place of a weight among those that occur.
type Level = u16;
type Ways = FxHashMap<Key, Level>;
/// Where a spelling ends, and the syllables it may stand for.
type Step<'a> = (usize, &'a [(u16, Level)]);

/// One way to understand a spelling: canonical syllables joined by `-`, and the place of its weight.
#[derive(Clone, Debug)]
pub struct Reading {
    pub key: Box<str>,
    pub level: Level,
}

impl Reading {
    /// How many syllables are joined in the key, less one.
    pub fn joints(&self) -> usize {
        self.key.bytes().filter(|byte| *byte == b'-').count()
    }
}

/// The limits that the Python module names.
#[derive(Clone, Copy)]
pub struct Limits {
    pub most_readings: usize,
    pub longest_word: usize,
}

/// The syllables of one language and how each is spelled.
pub struct SyllableTable {
    table: FxHashMap<Box<str>, Vec<(u16, Level)>>,
    syllables: Vec<Box<str>>,
    most: usize,
    longest: usize,
    limits: Limits,
    rounded: Vec<f64>,
    likeness: Vec<f64>,
    raw: Vec<f64>,
    /// By number of syllables and level: what the ranking sorts by.
    ranks: Vec<Vec<f64>>,
    known: Memo<Arc<[Reading]>>,
}

impl SyllableTable {
    /// Take over a table of Python's.
    pub fn new(rows: SyllableRows, limits: Limits) -> PyResult<SyllableTable> {
        if rows.most > MOST_SYLLABLES {
            return Err(PyValueError::new_err(format!("a key holds {MOST_SYLLABLES} syllables")));
        }
        let mut syllables: Vec<Box<str>> = rows.rows.iter().map(|row| row.1.as_str().into()).collect();
        syllables.sort_unstable();
        syllables.dedup();
        let mut table: FxHashMap<Box<str>, Vec<(u16, Level)>> = FxHashMap::default();
        for (spelling, syllable, level) in &rows.rows {
            let at = syllables.binary_search(&syllable.as_str().into()).unwrap_or(0);
            table.entry(spelling.as_str().into()).or_default().push((at as u16 + 1, *level));
        }
        let ranks = rows.shares.iter().map(|share| rows.weights.iter().map(|w| -w * share).collect());
        Ok(SyllableTable {
            longest: table.keys().map(|spelling| spelling.len()).max().unwrap_or(0),
            ranks: ranks.collect(),
            table,
            syllables,
            most: rows.most,
            limits,
            rounded: rows.rounded,
            likeness: rows.likeness,
            raw: rows.weights,
            known: Memo::new(REMEMBERED),
        })
    }

    /// Every reading of a word, best first; the word may hold blanks.
    pub fn readings(&self, word: &str) -> Arc<[Reading]> {
        self.known.get(word, || self.read(word).into())
    }

    /// The weight of a reading, as Python rounds it.
    pub fn weight(&self, reading: &Reading) -> f64 {
        self.rounded[reading.level as usize]
    }

    /// The greatest weight that a spelling has as one syllable or known word; None when it is none.
    pub fn weight_of_one(&self, spelling: &str) -> Option<f64> {
        let level = self.table.get(spelling)?.iter().map(|(_, level)| *level).max()?;
        Some(self.raw[level as usize])
    }

    /// How alike two spellings are as syllables; 0 when they share none.
    pub fn agreement(&self, first: &str, second: &str) -> f64 {
        let (mine, theirs) = (self.readings(first), self.readings(second));
        let shared = mine.iter().filter_map(|reading| {
            let other = theirs.iter().find(|other| other.key == reading.key)?;
            Some(reading.level.min(other.level))
        });
        shared.max().map_or(0.0, |level| self.likeness[level as usize])
    }

    fn read(&self, word: &str) -> Vec<Reading> {
        let pieces: Vec<&str> = word.split(' ').filter(|piece| !piece.is_empty()).collect();
        if pieces.is_empty()
            || pieces.iter().map(|piece| piece.len()).sum::<usize>() > self.limits.longest_word
        {
            return Vec::new();
        }
        let mut whole: Vec<(Key, Level)> = vec![(0, Level::MAX)];
        for piece in pieces {
            let found = self.cut(piece);
            if found.is_empty() {
                return Vec::new();
            }
            whole = self.best(&self.joined(&whole, &found));
        }
        self.ranked(&whole)
    }

    /// Each way of what is before, read on in each way. Where two come to the same, the last one counts.
    fn joined(&self, before: &[(Key, Level)], found: &[(Key, Level)]) -> Ways {
        let mut joined = Ways::default();
        for (key, weight) in before {
            for (more, second) in found {
                let size = length(*key);
                if size + length(*more) <= self.most {
                    joined.insert(key | more >> (16 * size), *weight.min(second));
                }
            }
        }
        joined
    }

    /// A known word and its syllables one by one are two cuts with one key: the weightier counts.
    fn ranked(&self, whole: &[(Key, Level)]) -> Vec<Reading> {
        let mut found: Vec<Reading> = Vec::with_capacity(whole.len());
        for (key, level) in whole {
            let text = self.text(*key);
            match found.iter_mut().find(|reading| *reading.key == *text) {
                Some(reading) => reading.level = reading.level.max(*level),
                None => found.push(Reading { key: text.into(), level: *level }),
            }
        }
        found.sort_by_key(|reading| std::cmp::Reverse(reading.level));
        found
    }

    fn text(&self, key: Key) -> String {
        let numbers = (0..length(key)).map(|place| (key >> (48 - 16 * place)) as u16);
        let syllables: Vec<&str> = numbers.map(|number| &*self.syllables[number as usize - 1]).collect();
        syllables.join("-")
    }

    /// The syllable sequences that spell a piece exactly, with their weights.
    fn cut(&self, piece: &str) -> Vec<(Key, Level)> {
        let steps = self.steps(piece);
        if steps.is_empty() {
            return Vec::new();
        }
        let mut ways: Vec<Ways> = vec![Ways::default(); piece.len() + 1];
        ways[0].insert(0, Level::MAX);
        for (start, ends) in steps.iter().enumerate() {
            let before = self.kept(&ways[start]);
            for (end, syllables) in ends {
                for (key, weight) in &before {
                    extend(&mut ways[*end], *key, *weight, syllables);
                }
            }
        }
        self.best(&ways[piece.len()])
    }

    /// The ways that may be read on: the best where there are too many, and of those the ones not yet full.
    fn kept(&self, ways: &Ways) -> Vec<(Key, Level)> {
        let all = match ways.len() > self.limits.most_readings {
            true => self.best(ways),
            false => ways.iter().map(|(key, level)| (*key, *level)).collect(),
        };
        all.into_iter().filter(|(key, _)| length(*key) < self.most).collect()
    }

    /// For each place in a piece, the spellings there from which its end can be reached; empty when no cut
    /// reaches the end in as many syllables as a word may have.
    fn steps(&self, piece: &str) -> Vec<Vec<Step<'_>>> {
        if !piece.is_ascii() {
            return Vec::new(); // no spelling in the tables has other letters
        }
        if self.most > 1 {
            return self.several_steps(piece);
        }
        let Some(whole) = self.table.get(piece) else {
            return Vec::new();
        };
        let mut steps = vec![Vec::new(); piece.len()];
        steps[0].push((piece.len(), whole.as_slice()));
        steps
    }

    fn several_steps(&self, piece: &str) -> Vec<Vec<Step<'_>>> {
        const UNREACHED: usize = usize::MAX;
        let size = piece.len();
        let mut steps: Vec<Vec<Step<'_>>> = vec![Vec::new(); size];
        let mut fewest = vec![UNREACHED; size + 1];
        fewest[size] = 0;
        for start in (0..size).rev() {
            for end in start + 1..=size.min(start + self.longest) {
                if fewest[end] == UNREACHED {
                    continue;
                }
                if let Some(syllables) = self.table.get(&piece[start..end]) {
                    steps[start].push((end, syllables));
                    fewest[start] = fewest[start].min(fewest[end] + 1);
                }
            }
        }
        match fewest[0] <= self.most {
            true => steps,
            false => Vec::new(),
        }
    }

    /// The weightiest ways, fewer syllables before more, in an order of nothing but themselves.
    fn best(&self, ways: &Ways) -> Vec<(Key, Level)> {
        let mut ranked: Vec<(f64, Key, Level)> = ways
            .iter()
            .map(|(key, level)| (self.ranks[length(*key)][*level as usize], *key, *level))
            .collect();
        let order = |a: &(f64, Key, Level), b: &(f64, Key, Level)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        let most = self.limits.most_readings;
        if ranked.len() > most {
            ranked.select_nth_unstable_by(most, order);
            ranked.truncate(most);
        }
        ranked.sort_unstable_by(order);
        ranked.into_iter().map(|(_, key, level)| (key, level)).collect()
    }
}

/// How many syllables a key has.
fn length(key: Key) -> usize {
    MOST_SYLLABLES - key.trailing_zeros().min(64) as usize / 16
}

fn extend(reached: &mut Ways, key: Key, weight: Level, syllables: &[(u16, Level)]) {
    for (syllable, second) in syllables {
        let longer = key | u64::from(*syllable) << (48 - 16 * length(key));
        let least = weight.min(*second);
        let known = reached.entry(longer).or_insert(least);
        *known = least.max(*known);
    }
}

/// The surnames and the given names of one language: `korean_latin.py` and `chinese_latin.py`.
pub struct NamesOfSyllables {
    pub surname: SyllableTable,
    pub given: SyllableTable,
}

impl NamesOfSyllables {
    /// Whether the parts of a name, in the order written, read fully as a surname and a given name.
    pub fn looks(&self, parts: &[&str]) -> bool {
        if !(2..=3).contains(&parts.len()) {
            return false;
        }
        let last = parts.len() - 1;
        self.reads(parts[0], &parts[1..]) || self.reads(parts[last], &parts[..last])
    }

    fn reads(&self, surname: &str, rest: &[&str]) -> bool {
        if self.surname.readings(surname).is_empty() {
            return false;
        }
        let readings = match rest {
            [one] => self.given.readings(one),
            _ => self.given.readings(&rest.join(" ")),
        };
        readings.iter().any(|reading| reading.joints() <= 1)
    }

    /// The keys of a word as a surname or as a given name, sorted, each once.
    pub fn equivalents(&self, word: &str) -> Vec<Box<str>> {
        let (given, surname) = (self.given.readings(word), self.surname.readings(word));
        let mut keys: Vec<Box<str>> = given.iter().chain(surname.iter()).map(|r| r.key.clone()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether a word is a surname's or a given name's syllables.
    pub fn is_read(&self, word: &str) -> bool {
        !self.given.readings(word).is_empty() || !self.surname.readings(word).is_empty()
    }

    /// How far two spellings may be the same syllables.
    pub fn agreement(&self, first: &str, second: &str) -> f64 {
        self.given.agreement(first, second).max(self.surname.agreement(first, second))
    }
}
