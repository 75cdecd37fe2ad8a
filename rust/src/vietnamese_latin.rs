//! Tell whether words can be a whole Vietnamese name: `names/languages/vietnamese.py`.

use crate::finite;
use crate::handed::Named;
use crate::tables::Tables;
use pyo3::exceptions::PyValueError;
use pyo3::PyResult;
use rustc_hash::{FxHashMap, FxHashSet};

/// The surnames and syllables of Vietnamese.
pub struct Vietnamese {
    syllables: FxHashSet<String>,
    /// Surname → whether it is of this language alone.
    surnames: FxHashMap<String, bool>,
    fewest: usize,
    most: usize,
}

impl Vietnamese {
    /// Take over the surnames, and the pattern of syllables written out.
    pub fn new(tables: &Tables, named: &Named) -> PyResult<Vietnamese> {
        let pattern = &named.words("vietnamese_latin._SYLLABLE")?[0];
        let syllables = finite::words(pattern).map_err(|at| {
            PyValueError::new_err(format!("the pattern of syllables: {at:?} is not understood"))
        })?;
        let rows = tables.rows("vietnamese_surnames.tsv")?;
        Ok(Vietnamese {
            syllables: syllables.into_iter().collect(),
            surnames: rows.iter().map(|row| (row[0].clone(), row[1] == "own")).collect(),
            fewest: named.count("vietnamese_latin._FEWEST")?,
            most: named.count("vietnamese_latin._MOST")?,
        })
    }

    /// Whether folded words, in the order written, are a surname and the other names of a Vietnamese.
    pub fn looks(&self, words: &[&str]) -> bool {
        let fits = (self.fewest..=self.most).contains(&words.len());
        if !fits || !words.iter().all(|word| word.len() > 1 && self.syllables.contains(*word)) {
            return false;
        }
        let first = self.surnames.get(words[0]);
        if words.iter().any(|word| telling(word)) {
            return first.is_some() || self.surnames.contains_key(words[words.len() - 1]);
        }
        first == Some(&true) && words.len() > self.fewest
    }
}

/// Whether a syllable is spelled as none is in the languages with particles: Python's `_TELLING`.
fn telling(word: &str) -> bool {
    let begins = |heads: &[&str]| heads.iter().any(|head| word.starts_with(head));
    let inside = |some: &str| word.find(some).is_some_and(|at| at + some.len() < word.len());
    begins(&["ng", "nh"])
        || word.ends_with("nh")
        || (word.len() > 2 && begins(&["tr", "ph", "th", "kh", "gi", "qu"]))
        || ["uy", "uo", "ie"].iter().any(|some| inside(some))
}
