//! What Python hands over when an engine is made, beside the tables: words, numbers, letters, syllables.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A character → what it is cleaned to, and what it is folded to.
pub type LetterRows = Vec<(char, String, String)>;

/// The rows of one table of syllables; see `sanctions_screen.engine.handed.syllables`.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct SyllableRows {
    /// How many syllables a word may have.
    pub most: usize,
    /// The weights that occur, least first.
    pub weights: Vec<f64>,
    /// Each weight as a reading has it (rounded).
    pub rounded: Vec<f64>,
    /// How alike two spellings are whose best shared reading has the weight.
    pub likeness: Vec<f64>,
    /// What a reading of so many syllables counts for in the ranking.
    pub shares: Vec<f64>,
    /// Spelling, syllable, and the place of its weight in `weights`.
    pub rows: Vec<(String, String, u16)>,
}

/// Words and numbers that live in Python's modules: `module.NAME` → its value.
pub struct Named {
    pub words: FxHashMap<String, Vec<String>>,
    pub numbers: FxHashMap<String, f64>,
}

impl Named {
    /// The words of a set or of a mapping's keys.
    pub fn words(&self, name: &str) -> PyResult<&[String]> {
        self.words.get(name).map(Vec::as_slice).ok_or_else(|| missing(name))
    }

    /// The same, to be asked for one word.
    pub fn set(&self, name: &str) -> PyResult<FxHashSet<String>> {
        Ok(self.words(name)?.iter().cloned().collect())
    }

    /// A number.
    pub fn number(&self, name: &str) -> PyResult<f64> {
        self.numbers.get(name).copied().ok_or_else(|| missing(name))
    }

    /// A number that counts something.
    pub fn count(&self, name: &str) -> PyResult<usize> {
        Ok(self.number(name)? as usize)
    }
}

fn missing(name: &str) -> PyErr {
    PyKeyError::new_err(format!("{name} was not handed to the engine"))
}
