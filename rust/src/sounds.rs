//! Read a Latin spelling as the sounds it stands for: `names/sounds/spelling.py`.

use crate::tables::Tables;
use pyo3::exceptions::PyValueError;
use pyo3::PyResult;
use rustc_hash::FxHashMap;

/// Stands, in a consonant pattern, where a script without vowels may have any vowel or none.
pub const WILD_VOWEL: u8 = b'*';

/// Where in a word a rule holds.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Any,
    Start,
    End,
    BeforeVowel,
    BeforeOther,
}

struct Rule {
    rest: Vec<u8>,
    place: Place,
    value: Vec<u8>,
}

/// The rules by the first letter of their spelling, longest first.
pub struct Sounds(FxHashMap<u8, Vec<Rule>>);

impl Sounds {
    /// Take over the table of rules.
    pub fn new(tables: &Tables) -> PyResult<Sounds> {
        let mut rules: FxHashMap<u8, Vec<Rule>> = FxHashMap::default();
        for row in tables.rows("romanise/latin_sounds.tsv")? {
            let (letter, rest) = row[0].as_bytes().split_first().ok_or_else(|| unread(&row[0]))?;
            let place = place_of(&row[1]).ok_or_else(|| unread(&row[1]))?;
            let rule = Rule { rest: rest.to_vec(), place, value: row[2].as_bytes().to_vec() };
            rules.entry(*letter).or_default().push(rule);
        }
        rules.values_mut().for_each(|some| some.sort_by_key(|rule| std::cmp::Reverse(rule.rest.len())));
        Ok(Sounds(rules))
    }

    /// The sounds of a word, one character each; of signs but the wild vowel nothing.
    pub fn sounds(&self, word: &str) -> String {
        let kept = word.bytes().filter(|letter| letter.is_ascii_lowercase() || *letter == WILD_VOWEL);
        let mut letters = without_half_doubled(&without_doubled(&kept.collect::<Vec<u8>>()));
        if has_german_w(&letters) {
            letters.iter_mut().filter(|letter| **letter == b'w').for_each(|letter| *letter = b'v');
        }
        let mut heard = self.read(&letters);
        heard.dedup();
        heard.into_iter().map(char::from).collect()
    }

    fn read(&self, letters: &[u8]) -> Vec<u8> {
        let mut heard = Vec::with_capacity(letters.len());
        let mut at = 0;
        while at < letters.len() {
            let rules = self.0.get(&letters[at]).map_or(&[][..], Vec::as_slice);
            match rules.iter().find(|rule| fits(rule, letters, at)) {
                Some(rule) => {
                    heard.extend_from_slice(&rule.value);
                    at += 1 + rule.rest.len();
                }
                None => {
                    heard.push(letters[at]);
                    at += 1;
                }
            }
        }
        heard
    }
}

fn place_of(name: &str) -> Option<Place> {
    match name {
        "any" => Some(Place::Any),
        "start" => Some(Place::Start),
        "end" => Some(Place::End),
        "V" => Some(Place::BeforeVowel),
        "C" => Some(Place::BeforeOther),
        _ => None,
    }
}

fn fits(rule: &Rule, letters: &[u8], at: usize) -> bool {
    let behind = &letters[at + 1..];
    if !behind.starts_with(&rule.rest) {
        return false;
    }
    let next = behind.get(rule.rest.len());
    match rule.place {
        Place::Any => true,
        Place::Start => at == 0,
        Place::End => at > 0 && next.is_none(),
        Place::BeforeVowel => next.is_some_and(|letter| is_vowel(*letter)),
        Place::BeforeOther => !next.is_some_and(|letter| is_vowel(*letter)),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// `_DOUBLED`: a digraph with h, or a consonant, written several times is written once.
fn without_doubled(letters: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let size = doubled(&letters[at..]);
        kept.extend_from_slice(&letters[at..at + size]);
        let unit = at..at + size;
        at += size;
        while may_double(&letters[unit.clone()]) && letters[at..].starts_with(&letters[unit.clone()]) {
            at += size;
        }
    }
    kept
}

/// The length of what stands first: 2 for a digraph that is written again behind itself, else 1.
fn doubled(letters: &[u8]) -> usize {
    let digraph = letters.len() >= 4 && may_double(&letters[..2]) && letters[..2] == letters[2..4];
    1 + usize::from(digraph)
}

fn may_double(unit: &[u8]) -> bool {
    match unit {
        [letter, b'h'] => b"skdtgcpz".contains(letter),
        [letter] => letter.is_ascii_lowercase() && !b"aeiou".contains(letter),
        _ => false,
    }
}

/// `_HALF_DOUBLED`: of a doubled digraph written with one h, the first letter goes.
fn without_half_doubled(letters: &[u8]) -> Vec<u8> {
    let halved = |at: usize| {
        b"skdtg".contains(&letters[at])
            && letters.get(at + 1) == Some(&letters[at])
            && letters.get(at + 2) == Some(&b'h')
    };
    (0..letters.len()).filter(|at| !halved(*at)).map(|at| letters[at]).collect()
}

/// `_GERMAN_W`: a word on -ow or -ew, or -owa, that has a w before it.
fn has_german_w(letters: &[u8]) -> bool {
    if letters.contains(&WILD_VOWEL) {
        return false;
    }
    let stem = letters.strip_suffix(b"a").unwrap_or(letters);
    [letters, stem].iter().any(|word| {
        (word.ends_with(b"ow") || word.ends_with(b"ew")) && word[..word.len() - 2].contains(&b'w')
    })
}

fn unread(what: &str) -> pyo3::PyErr {
    PyValueError::new_err(format!("latin_sounds.tsv: {what:?} is not understood"))
}
