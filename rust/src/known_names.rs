//! Know the common names: which Latin spellings are of one original: `names/sounds/known_names.py`.

use crate::sounds::{Sounds, WILD_VOWEL};
use crate::tables::Tables;
use pyo3::PyResult;
use rustc_hash::FxHashMap;
use std::sync::Arc;

const TABLES: [&str; 3] =
    ["romanise/arabic_names.tsv", "romanise/hebrew_names.tsv", "romanise/slavic_names.tsv"];
const ARABIC: &str = TABLES[0];
/// Too short to tell anything by their sound: ben, ali, el.
const SHORTEST: usize = 3;

/// Sounds → the numbers of the originals that are spelled so, sorted.
pub struct KnownNames {
    sounds: Arc<Sounds>,
    originals: FxHashMap<String, Vec<u16>>,
    numbers: FxHashMap<String, u16>,
}

impl KnownNames {
    /// Take over the tables of known names.
    pub fn new(tables: &Tables) -> PyResult<KnownNames> {
        KnownNames::hearing(tables, Arc::new(Sounds::new(tables)?))
    }

    /// The same with rules of sounds already read.
    pub fn hearing(tables: &Tables, sounds: Arc<Sounds>) -> PyResult<KnownNames> {
        let mut known = KnownNames { sounds, originals: FxHashMap::default(), numbers: FxHashMap::default() };
        for name in TABLES {
            for row in tables.rows(name)? {
                let spellings = row[1].split_whitespace();
                spellings.for_each(|spelling| known.add(spelling, &row[0], name == ARABIC));
            }
        }
        Ok(known)
    }

    fn add(&mut self, spelling: &str, original: &str, arabic: bool) {
        let next = self.numbers.len() as u16;
        let number = *self.numbers.entry(original.to_owned()).or_insert(next);
        let loosened = if arabic { loosened(spelling) } else { None };
        for spelled in [Some(spelling.to_owned()), loosened].into_iter().flatten() {
            let found = self.originals.entry(self.key(&spelled)).or_default();
            if let Err(place) = found.binary_search(&number) {
                found.insert(place, number);
            }
        }
    }

    /// Whether a word is a known spelling.
    pub fn is_known(&self, word: &str) -> bool {
        !self.originals(word).is_empty()
    }

    /// The numbers of the originals that a word usually spells, sorted.
    pub fn originals(&self, word: &str) -> &[u16] {
        if word.chars().count() < SHORTEST || word.bytes().any(|letter| letter == WILD_VOWEL) {
            return &[];
        }
        let found = self.originals.get(&self.key(word));
        match found {
            None if word.contains('j') => self.originals.get(&self.key(&word.replace('j', "y"))),
            _ => found,
        }
        .map_or(&[], Vec::as_slice)
    }

    fn key(&self, word: &str) -> String {
        let heard = self.sounds.sounds(word);
        heard
            .chars()
            .map(|sound| match sound {
                'o' | 'O' => 'u',
                '3' => 'e',
                other => other,
            })
            .collect()
    }
}

/// A spelling that ends in two consonants, with a vowel between them: Adl, Adel.
fn loosened(spelling: &str) -> Option<String> {
    let letters: Vec<char> = spelling.chars().collect();
    let [.., first, last] = letters.as_slice() else { return None };
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | '\'');
    let digraph = *last == 'h' && matches!(first, 's' | 'k' | 'c' | 'g' | 't' | 'd' | 'p');
    if vowel(*first) || vowel(*last) || digraph || first == last {
        return None;
    }
    let head: String = letters[..letters.len() - 1].iter().collect();
    Some(format!("{head}e{last}"))
}
