//! The tables of words, as Python read them: `names/tables.py`.
//!
//! The rows come from Python when an engine is made, so that each word and number is written in one place.
//! A table that was not handed over is an error that names it, never an empty table.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A row of a table: its columns.
pub type Row = Vec<String>;

/// Phrase (its words, a blank between) → the one form that stands for it.
pub type WordClasses = FxHashMap<String, String>;

/// The tables handed over: file name (below `names/data`) → rows.
pub struct Tables {
    rows: FxHashMap<String, Vec<Row>>,
}

impl Tables {
    /// Take over the rows of Python's tables.
    pub fn new(rows: FxHashMap<String, Vec<Row>>) -> Tables {
        Tables { rows }
    }

    /// The rows of a table, as `read_table` gives them; of a list of words (`.txt`) one phrase a row.
    pub fn rows(&self, name: &str) -> PyResult<&[Row]> {
        match self.rows.get(name) {
            Some(rows) => Ok(rows),
            None => Err(PyKeyError::new_err(format!("the table {name} was not handed to the engine"))),
        }
    }

    /// `word_classes`: the phrases of a table with their standing forms, the first of a phrase's kept.
    pub fn word_classes(&self, name: &str) -> PyResult<WordClasses> {
        let mut found = WordClasses::default();
        for row in self.rows(name)? {
            let standing = &row[0];
            let joined = standing.replace(' ', "");
            for spelling in [standing.as_str(), &joined].into_iter().chain(row[1].split(',')) {
                let phrase = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
                if !phrase.is_empty() {
                    found.entry(phrase).or_insert_with(|| standing.clone());
                }
            }
        }
        Ok(found)
    }

    /// `word_list`: the words and phrases of a list, a blank between a phrase's words.
    pub fn word_list(&self, name: &str) -> PyResult<FxHashSet<String>> {
        Ok(self.rows(name)?.iter().map(|row| row[0].clone()).collect())
    }
}
