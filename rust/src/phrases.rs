//! Find the phrases of a table among the words of a name: `names/_phrases.py`.

use crate::tables::Tables;
use pyo3::PyResult;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// A phrase without its first word, and the form that stands for it.
struct Phrase {
    rest: Box<[Box<str>]>,
    standing: Box<str>,
}

/// The phrases of a table by their first word, those of most words first.
pub struct Phrases(FxHashMap<Box<str>, Vec<Phrase>>);

impl Phrases {
    /// Take over a table of word classes (`.tsv`), or a list whose phrases stand for themselves, as one word.
    pub fn new(tables: &Tables, name: &str) -> PyResult<Phrases> {
        let mut phrases = Phrases(FxHashMap::default());
        if name.ends_with(".tsv") {
            tables.word_classes(name)?.iter().for_each(|(phrase, standing)| phrases.add(phrase, standing));
        } else {
            tables.word_list(name)?.iter().for_each(|phrase| phrases.add(phrase, &phrase.replace(' ', "")));
        }
        // Phrases of one length differ, so that at most one of them is found: their order says nothing.
        phrases.0.values_mut().for_each(|some| some.sort_by_key(|phrase| Reverse(phrase.rest.len())));
        Ok(phrases)
    }

    /// The standing form of the longest phrase at a place, and where it ends.
    pub fn longest_phrase(&self, words: &[&str], start: usize) -> Option<(&str, usize)> {
        let behind = &words[start + 1..];
        let fits = |phrase: &&Phrase| {
            let size = phrase.rest.len();
            size <= behind.len() && phrase.rest.iter().zip(behind).all(|(mine, word)| **mine == **word)
        };
        let found = self.0.get(words[start])?.iter().find(fits)?;
        Some((&found.standing, start + 1 + found.rest.len()))
    }

    /// The standing form of a phrase of one word.
    pub fn standing(&self, word: &str) -> Option<&str> {
        Some(self.longest_phrase(&[word], 0)?.0)
    }

    /// All standing forms, some of them several times.
    pub fn all_standing(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(|phrase| &*phrase.standing)
    }

    fn add(&mut self, phrase: &str, standing: &str) {
        let mut words = phrase.split(' ').map(Box::from);
        if let Some(first) = words.next() {
            self.0
                .entry(first)
                .or_default()
                .push(Phrase { rest: words.collect(), standing: standing.into() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::tables;

    #[test]
    fn the_longest_phrase_at_a_place_is_found() {
        let tables =
            tables(&[("forms.tsv", &["joint_stock company,joint_stock_company,joint", "co joint_stock"])]);
        let phrases = Phrases::new(&tables, "forms.tsv").expect("the table is there");
        let words = ["the", "joint", "stock", "company"];
        assert_eq!(phrases.longest_phrase(&words, 1), Some(("joint stock", 4)));
        assert_eq!(phrases.longest_phrase(&words[..3], 1), Some(("joint stock", 3))); // the first row's
        assert_eq!(phrases.longest_phrase(&words[..2], 1), Some(("joint stock", 2)));
        assert_eq!(phrases.longest_phrase(&words, 0), None);
        assert_eq!(phrases.standing("jointstock"), Some("joint stock"));
        assert_eq!(phrases.standing("joint stock"), None); // no word has a blank
    }

    #[test]
    fn a_phrase_of_a_list_stands_for_itself_as_one_word() {
        let tables = tables(&[("prefixes.txt", &["m_v", "ship"])]);
        let phrases = Phrases::new(&tables, "prefixes.txt").expect("the list is there");
        assert_eq!(phrases.longest_phrase(&["m", "v", "star"], 0), Some(("mv", 2)));
    }
}
