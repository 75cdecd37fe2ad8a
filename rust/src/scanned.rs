//! Digits that look like letters, read as these letters: `names/writing/scanned_letters.py`.

use crate::handed::Named;
use pyo3::PyResult;

/// The letters that digits stand for.
pub struct Scanned {
    letters: [Option<char>; 10],
    /// Of a word of any digits, and of one of those mistaken most.
    fewest: [usize; 2],
    mistaken: Vec<char>,
    vowels: Vec<char>,
}

impl Scanned {
    /// Take over the module's letters: words of a digit and its letter.
    pub fn new(named: &Named) -> PyResult<Scanned> {
        let mut letters = [None; 10];
        for pair in named.words("scanned_letters._LETTERS")? {
            let mut of = pair.chars();
            if let Some(digit) = of.next().and_then(|digit| digit.to_digit(10)) {
                letters[digit as usize] = of.next();
            }
        }
        let vowels = named.words("scanned_letters._VOWELS")?.concat().chars().collect();
        let mistaken = named.words("scanned_letters._MISTAKEN")?.concat().chars().collect();
        let fewest = [
            named.count("scanned_letters._FEWEST_LETTERS")?,
            named.count("scanned_letters._FEWEST_OF_MISTAKEN")?,
        ];
        Ok(Scanned { letters, fewest, mistaken, vowels })
    }

    /// The text with the digits that stand for letters as these letters.
    pub fn letters_restored(&self, text: &str) -> String {
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return text.to_owned();
        }
        let mut restored = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(from.len());
            restored.push_str(before);
            self.push_word(&from[..end], &mut restored);
            rest = &from[end..];
        }
        restored.push_str(rest);
        restored
    }

    fn push_word(&self, word: &str, restored: &mut String) {
        let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
        let mistaken = word.chars().all(|one| one.is_ascii_alphabetic() || self.mistaken.contains(&one));
        let few = letters < self.fewest[usize::from(mistaken)] || 2 * letters <= word.len();
        if few || letters == word.len() || !mixed(word.as_bytes()) || ordinal(word) {
            restored.push_str(word);
            return;
        }
        for (at, letter) in word.char_indices() {
            restored.push(if letter.is_ascii_digit() { self.letter_for(word, at) } else { letter });
        }
    }

    fn letter_for(&self, word: &str, at: usize) -> char {
        let digit = word.as_bytes()[at] - b'0';
        self.letters[digit as usize].unwrap_or_else(|| self.one(&word[..at], &word[at + 1..]))
    }

    /// The letter that a 1 stands for: an l beside a vowel, an i among consonants.
    fn one(&self, before: &str, behind: &str) -> char {
        let mut beside = before.chars().last().into_iter().chain(behind.chars().next());
        if beside.any(|letter| self.vowels.contains(&letter)) {
            'l'
        } else {
            'i'
        }
    }
}

/// `(?:[A-Za-z]*[0-57-8](?![0-9]))+[A-Za-z]*`: digits one by one, and none of them 6 or 9.
fn mixed(word: &[u8]) -> bool {
    let beside = word.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_digit());
    !beside && !word.contains(&b'6') && !word.contains(&b'9')
}

/// `[0-9]+(?:st|nd|rd|th)`, in capitals too.
fn ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < word.len() && ["st", "nd", "rd", "th"].iter().any(|one| ending.eq_ignore_ascii_case(one))
}
