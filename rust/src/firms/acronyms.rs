//! Which acronyms an organisation's name is likely to be shortened to: `names/firms/_acronyms.py`.

use crate::handed::Named;
use crate::tables::Tables;
use pyo3::PyResult;
use rustc_hash::FxHashSet;

/// The words that acronyms leave out, and how long they may be.
pub struct Acronyms {
    small_words: FxHashSet<String>,
    fewest: usize,
    most: usize,
}

impl Acronyms {
    /// Take over the list of small words and the module's numbers.
    pub fn new(tables: &Tables, named: &Named) -> PyResult<Acronyms> {
        let small = tables.word_list("acronym_small_words.txt")?;
        let first = |phrase: &String| phrase.split(' ').next().map(str::to_owned);
        Ok(Acronyms {
            small_words: small.iter().filter_map(first).collect(),
            fewest: named.count("acronyms.FEWEST_LETTERS")?,
            most: named.count("acronyms.MOST_LETTERS")?,
        })
    }

    /// The acronyms of a name: of its words without the legal form (`named`), and of them all.
    pub fn acronyms(&self, words: &[&str], named: &[&str]) -> Vec<String> {
        let mut found = vec![self.initials(named), self.initials(words)];
        found.dedup();
        found.retain(|text| {
            let length = text.chars().count();
            (self.fewest..=self.most).contains(&length) && text.chars().all(char::is_alphabetic)
        });
        found
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
        let numbers = [("acronyms.FEWEST_LETTERS", 3.0), ("acronyms.MOST_LETTERS", 4.0)];
        let tables = tables(&[("acronym_small_words.txt", &["of", "the"])]);
        let acronyms = Acronyms::new(&tables, &named(&[], &numbers)).expect("all is handed over");
        let words = ["bank", "of", "the", "great", "lakes", "ltd"];
        assert_eq!(acronyms.acronyms(&words, &words[..5]), ["bgl", "bgll"]);
        assert_eq!(acronyms.acronyms(&words[..5], &words[..5]), ["bgl"]);
        assert!(acronyms.acronyms(&["bank", "2", "lakes"], &words[..3]).is_empty());
    }
}
