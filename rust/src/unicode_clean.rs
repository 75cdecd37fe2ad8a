//! Cleaning and folding, for texts of characters whose cleaning and folding depend on no other character:
//! `names/writing`.
//!
//! Python hands over what each such character is cleaned and folded to. They are ASCII, Latin letters in one
//! piece, and what stands for an ASCII sign (dashes, apostrophes); how they are told, and why a text of them is
//! cleaned character by character, is said in `sanctions_screen.engine.handed`. Any other text is Python's.

use crate::handed::LetterRows;
use rustc_hash::FxHashMap;

/// What characters are cleaned and folded to.
pub struct Letters {
    ascii: Vec<Option<(String, String)>>,
    others: FxHashMap<char, (String, String)>,
}

impl Letters {
    /// Take over Python's characters.
    pub fn new(rows: LetterRows) -> Letters {
        let mut letters = Letters { ascii: vec![None; 128], others: FxHashMap::default() };
        for (letter, cleaned, folded) in rows {
            match letter.is_ascii() {
                true => letters.ascii[letter as usize] = Some((cleaned, folded)),
                false => drop(letters.others.insert(letter, (cleaned, folded))),
            }
        }
        letters
    }

    fn get(&self, letter: char) -> Option<&(String, String)> {
        match letter.is_ascii() {
            true => self.ascii[letter as usize].as_ref(),
            false => self.others.get(&letter),
        }
    }

    /// The text cleaned; None where it has a character that others have a say in.
    pub fn clean(&self, text: &str) -> Option<String> {
        self.each(text, |entry| &entry.0)
    }

    /// A cleaned text folded, in ASCII; None as for `clean`.
    pub fn fold(&self, text: &str) -> Option<String> {
        self.each(text, |entry| &entry.1)
    }

    fn each(&self, text: &str, of: impl Fn(&(String, String)) -> &str) -> Option<String> {
        let mut found = String::with_capacity(text.len());
        let mut gap = false;
        for letter in text.chars() {
            if letter == ' ' || (letter.is_ascii_control() && letter != '\x1b') {
                gap = true;
                continue;
            }
            let turned = of(self.get(letter)?);
            if turned == " " {
                gap = true;
                continue;
            }
            if gap && !found.is_empty() && !turned.is_empty() {
                found.push(' ');
            }
            gap &= turned.is_empty();
            found.push_str(turned);
        }
        Some(found)
    }
}
