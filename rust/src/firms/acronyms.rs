//! Which acronyms an organisation's name is likely to be shortened to: `names/firms/_acronyms.py`.

use crate::handed::Named;
use crate::tables::Tables;
use pyo3::PyResult;
use rustc_hash::FxHashSet;

/// The words that acronyms leave out, and how long they may be.
pub struct Acronyms {
    small_words: FxHashSet<String>,
    short_for_company: FxHashSet<String>,
    fewest: usize,
    with_company: usize,
    most: usize,
    longest_mark: usize,
}

impl Acronyms {
    /// Take over the list of small words and the module's numbers.
    pub fn new(tables: &Tables, named: &Named) -> PyResult<Acronyms> {
        let small = tables.word_list("acronym_small_words.txt")?;
        let first = |phrase: &String| phrase.split(' ').next().map(str::to_owned);
        Ok(Acronyms {
            small_words: small.iter().filter_map(first).collect(),
            short_for_company: named.set("acronyms._SHORT_FOR_COMPANY")?,
            longest_mark: named.count("acronyms._LONGEST_MARK")?,
            fewest: named.count("acronyms.FEWEST_LETTERS")?,
            with_company: named.count("acronyms.FEWEST_WITH_COMPANY")?,
            most: named.count("acronyms.MOST_LETTERS")?,
        })
    }

    /// The acronyms of a name: of its words without the legal form (`named`), and with it if it is a word.
    pub fn acronyms(&self, words: &[&str], named: &[&str]) -> Vec<String> {
        let counts = |word: &str| {
            named.contains(&word)
                || word.chars().count() > self.longest_mark
                || self.short_for_company.contains(word)
        };
        let wordy: Vec<&str> = words.iter().copied().filter(|word| counts(word)).collect();
        let fewest = if wordy.last() != named.last() { self.with_company } else { self.fewest };
        let mut found = vec![(self.initials(named), self.fewest), (self.initials(&wordy), fewest)];
        found.dedup_by(|second, first| second.0 == first.0);
        found.retain(|(text, fewest)| {
            let length = text.chars().count();
            (*fewest..=self.most).contains(&length) && text.chars().all(char::is_alphabetic)
        });
        found.into_iter().map(|(text, _)| text).collect()
    }

    /// Whether a word is the acronym of the others of a name, which are enough for one.
    pub fn is_own(&self, word: &str, others: &[&str]) -> bool {
        others.len() >= self.fewest && word.chars().all(char::is_alphabetic) && self.initials(others) == word
    }

    fn initials(&self, words: &[&str]) -> String {
        let named = words.iter().filter(|word| !self.small_words.contains(**word));
        named.filter_map(|word| word.chars().next()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{named, tables};

    #[test]
    fn an_acronym_is_of_letters_neither_few_nor_many_and_small_words_give_none() {
        let numbers = [
            ("acronyms.FEWEST_LETTERS", 3.0),
            ("acronyms.FEWEST_WITH_COMPANY", 4.0),
            ("acronyms.MOST_LETTERS", 4.0),
            ("acronyms._LONGEST_MARK", 3.0),
        ];
        let tables = tables(&[("acronym_small_words.txt", &["of", "the"])]);
        let acronyms = Acronyms::new(&tables, &named(&[("acronyms._SHORT_FOR_COMPANY", &["co"])], &numbers))
            .expect("all is handed over");
        let words = ["bank", "of", "the", "great", "lakes", "ltd"];
        assert_eq!(acronyms.acronyms(&words, &words[..5]), ["bgl"]);
        let words = ["bank", "of", "the", "great", "lakes", "company"];
        assert_eq!(acronyms.acronyms(&words, &words[..5]), ["bgl", "bglc"]);
        assert_eq!(acronyms.acronyms(&words[..5], &words[..5]), ["bgl"]);
        let words = ["great", "lakes", "company"];
        assert!(acronyms.acronyms(&words, &words[..2]).is_empty()); // glc: the company's letter tells nothing
        assert!(acronyms.is_own("glc", &words) && !acronyms.is_own("gl", &words[..2]));
        let words = ["bank", "2", "lakes"];
        assert!(acronyms.acronyms(&words, &words).is_empty());
    }
}
