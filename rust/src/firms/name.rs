//! The words of a name, as written and in English: `_Name` of `names/firms/_parts.py`.

use super::words::{English, FirmWords};
use crate::phrases::Phrases;

/// A name's words to be compared, each with the number of the word as written that it comes from.
pub struct Name<'a> {
    written: &'a [&'a str],
    /// The words in English, where they are put into it.
    pub texts: Vec<&'a str>,
    /// Of each of them the number of the word as written; never less than the one before.
    from: Vec<usize>,
    /// Whether some word is another in English: where none is, a phrase as written is the same phrase.
    translated: bool,
}

impl<'a> Name<'a> {
    /// Take words with their English, which may be wanting for all.
    pub fn new(written: &'a [&'a str], english: &'a [English]) -> Name<'a> {
        let translated = english.iter().any(|english| !english.is_empty());
        let mut name = Name::empty(written, translated);
        for (at, word) in written.iter().enumerate() {
            match english.get(at).filter(|english| !english.is_empty()) {
                Some(english) => english.iter().for_each(|text| name.push(text, at)),
                None => name.push(word, at),
            }
        }
        name
    }

    fn empty(written: &'a [&'a str], translated: bool) -> Name<'a> {
        let size = written.len() + 4;
        Name { written, texts: Vec::with_capacity(size), from: Vec::with_capacity(size), translated }
    }

    fn push(&mut self, text: &'a str, from: usize) {
        self.texts.push(text);
        self.from.push(from);
    }

    /// How many words there are in English.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The number of the word as written that an English word comes from.
    pub fn written_at(&self, at: usize) -> usize {
        self.from[at]
    }

    /// The name with the abbreviations in English that are ones only where they stand in it.
    pub fn with_abbreviations(self, words: &'a FirmWords, legal_forms: &Phrases) -> Name<'a> {
        let short = |word: &str| !words.placed_abbreviation(word, true, true, true).is_empty();
        if !self.written.iter().any(|word| short(word)) {
            return self;
        }
        let in_form = self.places_in(legal_forms);
        let begins = in_form.iter().position(|in_form| !in_form);
        let first = begins.filter(|_| in_form.contains(&true));
        let last = Some(self.written.len() - 1).filter(|last| *last > 0);
        let mut name = Name::empty(self.written, true);
        for (text, from) in self.texts.iter().zip(self.from) {
            let (as_first, as_last) = (first == Some(from), last == Some(from));
            let behind = begins.is_some_and(|begins| from > begins);
            let meant = words.placed_abbreviation(self.written[from], as_first, behind, as_last);
            match meant.is_empty() {
                true => name.push(text, from),
                false => meant.split_whitespace().for_each(|text| name.push(text, from)),
            }
        }
        name
    }

    /// The longest phrase of a table at an English word, as written or in English, and its end.
    pub fn phrase<'t>(&self, at: usize, table: &'t Phrases) -> Option<(&'t str, usize)> {
        let found = table.longest_phrase(&self.texts, at);
        let written = self.from[at];
        if !self.translated || (at > 0 && self.from[at - 1] == written) {
            return found;
        }
        let Some((standing, end)) = table.longest_phrase(self.written, written) else {
            return found;
        };
        let end = at + self.from[at..].partition_point(|from| *from < end);
        found.filter(|(_, longer)| *longer > end).or(Some((standing, end)))
    }

    /// The one word that English words are of; empty where they are of several or a part of one.
    pub fn written_as_one(&self, start: usize, end: usize) -> &'a str {
        let from = self.from[start];
        let first = start == 0 || self.from[start - 1] != from;
        let last = self.from[end - 1] == from && self.from.get(end) != Some(&from);
        if first && last {
            self.written[from]
        } else {
            ""
        }
    }

    /// Of each word as written, whether it is in a phrase of a table.
    pub fn places_in(&self, table: &Phrases) -> Vec<bool> {
        let mut inside = vec![false; self.written.len()];
        let mut at = 0;
        while at < self.len() {
            match self.phrase(at, table) {
                Some((_, end)) => {
                    inside[self.from[at]..=self.from[end - 1]].fill(true);
                    at = end;
                }
                None => at += 1,
            }
        }
        inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::tables;

    fn forms() -> Phrases {
        let rows: &[&str] = &["jsc joint_stock_company,ao", "ltd limited_liability"];
        Phrases::new(&tables(&[("forms.tsv", rows)]), "forms.tsv").expect("the table is there")
    }

    fn english(words: &[&str]) -> Vec<English> {
        words.iter().map(|text| text.split_whitespace().map(Box::from).collect()).collect()
    }

    #[test]
    fn a_phrase_is_found_in_english_and_as_written_and_ends_with_whole_words() {
        let (forms, written) = (forms(), ["aktsionernoe", "kompania", "ao"]);
        let english = english(&["joint stock", "company", "dispute settlement"]);
        let name = Name::new(&written, &english);
        assert_eq!(name.texts, ["joint", "stock", "company", "dispute", "settlement"]);
        assert_eq!(name.phrase(0, &forms), Some(("jsc", 3)));
        assert_eq!(name.phrase(3, &forms), Some(("jsc", 5))); // ao, as written
        assert_eq!(name.phrase(4, &forms), None); // the middle of ao
        assert_eq!(name.places_in(&forms), [true, true, true]);
    }

    #[test]
    fn the_longer_of_two_phrases_is_taken_and_of_equals_the_one_as_written() {
        let rows: &[&str] = &["jsc kompania", "co company", "ltd company_limited"];
        let forms = Phrases::new(&tables(&[("forms.tsv", rows)]), "forms.tsv").expect("the table is there");
        let (written, english) = (["kompania", "limitada"], english(&["company", "limited"]));
        assert_eq!(Name::new(&written, &english).phrase(0, &forms), Some(("ltd", 2)));
        assert_eq!(Name::new(&written[..1], &english[..1]).phrase(0, &forms), Some(("jsc", 1)));
    }

    #[test]
    fn english_words_of_one_word_say_so_and_those_of_more_or_of_a_part_do_not() {
        let (written, english) = (["aktsionernoe", "zelkova"], english(&["joint stock", ""]));
        let name = Name::new(&written, &english);
        assert_eq!(name.written_as_one(0, 2), "aktsionernoe");
        assert_eq!(name.written_as_one(2, 3), "zelkova");
        assert_eq!(
            [(0, 1), (1, 2), (0, 3), (1, 3)].map(|(start, end)| name.written_as_one(start, end)),
            [""; 4]
        );
    }
}
