//! Russian, Ukrainian and Belarusian words in Latin letters, by how they sound: `names/firms/_by_sound.py`.
//!
//! The Cyrillic words are romanised and heard by Python, which hands their stems over: a spelling is only heard
//! here and looked for among them.

use crate::handed::Named;
use crate::sounds::Sounds;
use crate::tables::Tables;
use pyo3::exceptions::PyValueError;
use pyo3::PyResult;
use rustc_hash::FxHashMap;
use std::sync::Arc;

type Texts = FxHashMap<Box<str>, Box<str>>;

/// The stems that begin with one sound.
#[derive(Default)]
struct Stems {
    /// Stem → its English.
    meanings: Texts,
    /// A long stem with a sound left out → the stem.
    mistyped: Texts,
}

/// The stems by the sound their words begin with, and what a spelling is heard with.
pub struct BySound {
    sounds: Arc<Sounds>,
    /// Each sound's class.
    classes: [u8; 256],
    stems: FxHashMap<Box<str>, Stems>,
    shortest: usize,
    longest: usize,
    shortest_mistyped: usize,
    longest_ending: usize,
}

impl BySound {
    /// Take over the stems and the module's numbers, with the rules of sounds.
    pub fn new(tables: &Tables, named: &Named, sounds: Arc<Sounds>) -> PyResult<BySound> {
        let mut stems: FxHashMap<Box<str>, Stems> = FxHashMap::default();
        for row in tables.rows("firms/stems_by_sound")? {
            let found = stems.entry(row[0].as_str().into()).or_default();
            found.meanings.insert(row[1].as_str().into(), row[2].as_str().into());
        }
        for row in tables.rows("firms/stems_mistyped")? {
            let found = stems.entry(row[0].as_str().into()).or_default();
            found.mistyped.insert(row[1].as_str().into(), row[2].as_str().into());
        }
        Ok(BySound {
            sounds,
            classes: classes(named.words("by_sound._SOUND_CLASSES")?)?,
            stems,
            shortest: named.count("by_sound._SHORTEST_ROMANISED")?,
            longest: named.count("by_sound._LONGEST_ROMANISED")?,
            shortest_mistyped: named.count("by_sound._SHORTEST_MISTYPED")?,
            longest_ending: named.count("by_sound._LONGEST_ENDING")?,
        })
    }

    /// The English of a word in small Latin letters, any standard and any case; one slip in a long word.
    pub fn english(&self, word: &str) -> Option<&str> {
        if !(self.shortest..=self.longest).contains(&word.chars().count()) {
            return None;
        }
        let heard = self.heard(word);
        let stems = self.stems.get(heard.get(..1)?)?; // a slip in the first letter is rare
        let shortest = self.shortest.max(heard.len().saturating_sub(self.longest_ending));
        let ends = (shortest..=heard.len()).rev().filter(|end| is_ending(&heard.as_bytes()[*end..]));
        let ends: Vec<usize> = ends.collect();
        let whole = ends.iter().find_map(|end| stems.text(&heard[..*end]));
        let mistyped = || {
            let long = ends.iter().take_while(|end| **end + 1 >= self.shortest_mistyped);
            long.clone().find_map(|end| stems.with_one_slip(&heard[..*end]))
        };
        whole.or_else(mistyped)
    }

    /// A romanised word by its classes of sounds, which hardly differ between the standards.
    fn heard(&self, word: &str) -> String {
        let heard = self.sounds.sounds(&word.replace('w', "v")).replace("sQ", "C"); // obscestvo, with carons
        let mut classes: Vec<u8> = heard.bytes().map(|sound| self.classes[usize::from(sound)]).collect();
        classes.dedup();
        classes.into_iter().map(char::from).collect()
    }
}

impl Stems {
    /// The English of a stem.
    fn text(&self, stem: &str) -> Option<&str> {
        self.meanings.get(stem).map(|meaning| &**meaning)
    }

    /// The English of a stem that is one slip away.
    fn with_one_slip(&self, heard: &str) -> Option<&str> {
        let mut shorter: Vec<String> =
            (0..heard.len()).map(|at| format!("{}{}", &heard[..at], &heard[at + 1..])).collect();
        shorter.push(heard.to_owned());
        shorter.sort_unstable(); // as Python: where two stems are near, the answer is always the same one
        let stems = shorter.iter().filter_map(|shorter| self.mistyped.get(shorter.as_str()));
        let mut near = stems.filter(|stem| is_one_slip(stem.as_bytes(), heard.as_bytes()));
        near.next().and_then(|stem| self.text(stem))
    }
}

/// Each sound's class: sounds that are of another's are handed over as two sounds, itself and the other.
fn classes(pairs: &[String]) -> PyResult<[u8; 256]> {
    let mut classes: [u8; 256] = std::array::from_fn(|sound| sound as u8);
    for pair in pairs {
        let [sound, class] = *pair.as_bytes() else {
            return Err(PyValueError::new_err(format!("{pair:?} is not two sounds")));
        };
        classes[usize::from(sound)] = class;
    }
    Ok(classes)
}

/// `_ENDING`, `[aiu]*(?:[gvhm][aiu]*)?`, all of the sounds.
fn is_ending(heard: &[u8]) -> bool {
    let vowel = |sound: &u8| b"aiu".contains(sound);
    let firm = heard.iter().position(|sound| !vowel(sound));
    firm.is_none_or(|at| b"gvhm".contains(&heard[at]) && heard[at + 1..].iter().all(vowel))
}

/// Whether the optimal string alignment distance is 1: a letter more, less or another, or two changed over.
fn is_one_slip(first: &[u8], second: &[u8]) -> bool {
    let same = |(one, other): &(&u8, &u8)| one == other;
    let before = first.iter().zip(second).take_while(same).count();
    let (first, second) = (&first[before..], &second[before..]);
    let behind = first.iter().rev().zip(second.iter().rev()).take_while(same).count();
    match (&first[..first.len() - behind], &second[..second.len() - behind]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The distance by its definition.
    fn distance(first: &[u8], second: &[u8]) -> usize {
        let (([.., a], [.., b]), size) = ((first, second), (first.len(), second.len())) else {
            return first.len().max(second.len());
        };
        let (shorter, other) = (&first[..size.0 - 1], &second[..size.1 - 1]);
        let changed = distance(shorter, other) + usize::from(a != b);
        let best = changed.min(distance(shorter, second) + 1).min(distance(first, other) + 1);
        match (first, second) {
            ([head @ .., a, b], [tail @ .., c, d]) if a == d && b == c => best.min(distance(head, tail) + 1),
            _ => best,
        }
    }

    /// All words of two letters, up to a length.
    fn words(length: usize) -> Vec<Vec<u8>> {
        let sizes = 0..=length;
        let spelled = |size: usize| {
            (0..1 << size).map(move |bits| (0..size).map(|at| b'a' + (bits >> at & 1) as u8).collect())
        };
        sizes.flat_map(spelled).collect()
    }

    #[test]
    fn one_slip_is_a_distance_of_one() {
        let words = words(5);
        for first in &words {
            for second in &words {
                assert_eq!(is_one_slip(first, second), distance(first, second) == 1, "{first:?} {second:?}");
            }
        }
    }

    #[test]
    fn of_two_stems_one_slip_away_the_answer_is_the_one_whose_shared_spelling_comes_first() {
        let texts = |pairs: &[(&str, &str)]| -> Texts {
            pairs.iter().map(|(one, other)| ((*one).into(), (*other).into())).collect()
        };
        let stems = Stems {
            meanings: texts(&[("abce", "one"), ("abxd", "two")]),
            mistyped: texts(&[("abc", "abce"), ("abd", "abxd")]),
        };
        assert_eq!(stems.with_one_slip("abcd"), Some("one")); // abc comes before abd
        assert_eq!(stems.with_one_slip("abdd"), Some("two"));
        assert_eq!(stems.with_one_slip("abcxyz"), None);
    }

    #[test]
    fn an_ending_has_one_firm_sound_at_most() {
        for (ending, is) in
            [("", true), ("ai", true), ("aga", true), ("m", true), ("gag", false), ("t", false)]
        {
            assert_eq!(is_ending(ending.as_bytes()), is, "{ending}");
        }
    }
}
