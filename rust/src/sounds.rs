//! Read a Latin spelling as the sounds it stands for: `names/sounds/spelling.py`.
//!
//! Python's patterns look around themselves, so they are written out by hand; each function names its pattern.

use crate::handed::Named;
use crate::tables::Tables;
use pyo3::exceptions::PyValueError;
use pyo3::{PyErr, PyResult};
use std::cmp::Reverse;

/// Stands, in a consonant pattern, where a script without vowels may have any vowel or none.
pub const WILD_VOWEL: u8 = b'*';

/// Where in a word a rule holds.
#[derive(Clone, Copy)]
enum Place {
    Any,
    Start,
    End,
    BeforeVowel,
    BeforeOther,
}

/// What a spelling, but for its first letter, sounds like.
#[derive(Clone)]
struct Rule {
    rest: Box<[u8]>,
    place: Place,
    value: Box<[u8]>,
}

/// The rules, longest first, by the two letters they may fit at: few are tried at a place.
pub struct Sounds {
    rules: Vec<Vec<Rule>>,
    vowels: [bool; 256],
}

/// A place before each letter, the wild vowel, and the end of the word.
const NEXT: usize = 32;

impl Sounds {
    /// Take over the table of rules and the module's vowels.
    pub fn new(tables: &Tables, named: &Named) -> PyResult<Sounds> {
        let mut rules = vec![Vec::new(); NEXT * NEXT];
        for row in tables.rows("latin_sounds.tsv")? {
            let (letter, rule) = rule_of(row).ok_or_else(|| not_understood(row))?;
            for next in (0..NEXT).filter(|next| rule.rest.first().is_none_or(|first| code(*first) == *next)) {
                rules[code(letter) * NEXT + next].push(rule.clone());
            }
        }
        // The sort is stable, as Python's is: rules of one length stay in the table's order.
        rules.iter_mut().for_each(|some| some.sort_by_key(|rule| Reverse(rule.rest.len())));
        let mut vowels = [false; 256];
        for vowel in named.words("spelling._VOWELS")?.concat().bytes() {
            vowels[usize::from(vowel)] = true;
        }
        Ok(Sounds { rules, vowels })
    }

    /// The sounds of a word, one character each; of what is no small letter nor the wild vowel nothing.
    pub fn sounds(&self, word: &str) -> String {
        let mut letters = Vec::with_capacity(word.len());
        letters.extend(word.bytes().filter(|letter| letter.is_ascii_lowercase() || *letter == WILD_VOWEL));
        if has_doubled(&letters) {
            write_doubled_once(&mut letters);
        }
        if has_german_w(&letters) {
            letters.iter_mut().filter(|letter| **letter == b'w').for_each(|letter| *letter = b'v');
        }
        self.read(&letters)
    }

    fn read(&self, letters: &[u8]) -> String {
        let mut heard = Vec::with_capacity(letters.len() + 4);
        let mut at = 0;
        while at < letters.len() {
            let next = letters.get(at + 1).map_or(0, |next| code(*next));
            let tried = &self.rules[code(letters[at]) * NEXT + next];
            let rule = tried.iter().find(|rule| self.fits(rule, letters, at));
            let value = rule.map_or(&letters[at..=at], |rule| &rule.value);
            for sound in value {
                // Two rules may meet in the same sound; a doubled sound says nothing more than a single one.
                if heard.last() != Some(sound) {
                    heard.push(*sound);
                }
            }
            at += 1 + rule.map_or(0, |rule| rule.rest.len());
        }
        String::from_utf8(heard).expect("letters and the sounds of rules are ASCII")
    }

    /// `_PLACES`: whether a rule fits at a place, its spelling's first letter being there.
    fn fits(&self, rule: &Rule, letters: &[u8], at: usize) -> bool {
        let Some(behind) = letters[at + 1..].strip_prefix(&*rule.rest) else {
            return false;
        };
        let before_vowel = || behind.first().is_some_and(|letter| self.vowels[usize::from(*letter)]);
        match rule.place {
            Place::Any => true,
            Place::Start => at == 0,
            Place::End => at > 0 && behind.is_empty(),
            Place::BeforeVowel => before_vowel(),
            Place::BeforeOther => !before_vowel(),
        }
    }
}

/// A number for a letter: 1 to 26, another for the wild vowel; what is never in a word has the end's.
fn code(letter: u8) -> usize {
    match letter {
        b'a'..=b'z' => usize::from(letter - b'a') + 1,
        WILD_VOWEL => NEXT - 1,
        _ => 0,
    }
}

/// A row's rule and the first letter of its spelling; None for one that is no rule.
fn rule_of(row: &[String]) -> Option<(u8, Rule)> {
    let [spelling, place, value, ..] = row else {
        return None;
    };
    let (letter, rest) = spelling.as_bytes().split_first()?;
    let value = value.is_ascii().then(|| value.as_bytes().into())?; // sounds are one byte each
    Some((*letter, Rule { rest: rest.into(), place: place_of(place)?, value }))
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

fn not_understood(row: &[String]) -> PyErr {
    PyValueError::new_err(format!("latin_sounds.tsv: the rule {row:?} is not understood"))
}

/// Whether a letter stands twice in a row, or with an h between: few words have any.
fn has_doubled(letters: &[u8]) -> bool {
    let beside = letters.windows(2).any(|pair| pair[0] == pair[1]);
    beside || letters.windows(3).any(|some| some[0] == some[2] && some[1] == b'h')
}

/// `_DOUBLED`, `([skdtgcpz]h)\1+|([b-df-hj-np-tv-z])\2+`: what is written several times is written once.
///
/// `_HALF_DOUBLED` finds nothing behind it, since no consonant is then beside itself: it needs no twin.
fn write_doubled_once(letters: &mut Vec<u8>) {
    let (mut at, mut end) = (0, 0);
    while at < letters.len() {
        let first = letters[at];
        let rest = &letters[at..];
        if let [_, b'h', third, b'h', ..] = *rest {
            if third == first && b"skdtgcpz".contains(&first) {
                at += 2 * rest.chunks_exact(2).take_while(|pair| **pair == [first, b'h']).count();
                (letters[end], letters[end + 1]) = (first, b'h');
                end += 2;
                continue;
            }
        }
        let doubles = first.is_ascii_lowercase() && !b"aeiou".contains(&first);
        at += if doubles { rest.iter().take_while(|letter| **letter == first).count() } else { 1 };
        letters[end] = first;
        end += 1;
    }
    letters.truncate(end);
}

/// `_GERMAN_W`, `[a-z]*w[a-z]*[oe]wa?`, all of the word: where it ends so, every w in it is a v.
fn has_german_w(letters: &[u8]) -> bool {
    let stem = letters.strip_suffix(b"a").unwrap_or(letters);
    match stem {
        [before @ .., b'o' | b'e', b'w'] => before.contains(&b'w') && !before.contains(&WILD_VOWEL),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{named, sounds, tables};

    fn once(word: &str) -> String {
        let mut letters = word.as_bytes().to_vec();
        write_doubled_once(&mut letters);
        String::from_utf8(letters).expect("letters are ASCII")
    }

    #[test]
    fn the_longest_rule_wins_and_among_equals_the_first() {
        let sounds = sounds(&["s any z -", "sch any S -", "sc any 1 -", "sc any 2 -"]);
        assert_eq!(["scha", "sca", "sa"].map(|word| sounds.sounds(word)), ["Sa", "1a", "za"]);
    }

    #[test]
    fn a_rule_holds_only_at_its_place() {
        let sounds = sounds(&["ye start 1 -", "va end 2 -", "o V w -", "o C u -"]);
        assert_eq!(["yeye", "yevava", "va"].map(|word| sounds.sounds(word)), ["1ye", "1va2", "va"]);
        assert_eq!(["oa", "ob", "bo", "o*"].map(|word| sounds.sounds(word)), ["wa", "ub", "bu", "u*"]);
    }

    #[test]
    fn two_rules_that_meet_in_one_sound_are_heard_once() {
        assert_eq!(sounds(&["x any ks -", "c any s -"]).sounds("xcas"), "ksas");
    }

    #[test]
    fn doubled_consonants_and_digraphs_are_written_once() {
        assert_eq!(
            ["shshsh", "shshh", "rassheed", "aabb", "bbb**"].map(once),
            ["sh", "shh", "rasheed", "aab", "b**"]
        );
        assert_eq!(["phph", "pph", "yyy", "ssshsh"].map(once), ["ph", "ph", "y", "shsh"]);
    }

    #[test]
    fn a_word_that_is_not_looked_through_has_nothing_doubled() {
        for number in 0..4_usize.pow(6) {
            let letter = |place: u32| char::from(b"shka"[number / 4_usize.pow(place) % 4]);
            let word: String = (0..6).map(letter).collect();
            assert!(has_doubled(word.as_bytes()) || once(&word) == word, "{word}");
        }
    }

    #[test]
    fn a_w_is_german_where_another_ends_the_word() {
        for (word, german) in
            [("lawrow", true), ("wiktorewa", true), ("ow", false), ("w*ow", false), ("wowaa", false)]
        {
            assert_eq!(has_german_w(word.as_bytes()), german, "{word}");
        }
    }

    #[test]
    fn a_table_with_a_place_nobody_knows_is_refused() {
        let tables = tables(&[("latin_sounds.tsv", &["a middle b -"])]);
        assert!(Sounds::new(&tables, &named(&[("spelling._VOWELS", &["a"])], &[])).is_err());
    }
}
