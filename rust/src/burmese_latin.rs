//! Compare Latin spellings of Burmese names by their syllables: `names/languages/burmese.py`.

use crate::handed::Named;
use crate::syllables::SyllableTable;
use pyo3::PyResult;

/// Burmese names, which have no surnames.
pub struct Burmese {
    names: SyllableTable,
    own_spelling: f64,
    one: f64,
    two: f64,
}

impl Burmese {
    /// Take over the table and the module's numbers.
    pub fn new(names: SyllableTable, named: &Named) -> PyResult<Burmese> {
        Ok(Burmese {
            names,
            own_spelling: named.number("burmese_latin._OWN_SPELLING")?,
            one: named.number("burmese_latin._READS_WELL")?,
            two: named.number("burmese_latin._READS_WELL_AS_TWO")?,
        })
    }

    /// The keys of a word, sorted, each once.
    pub fn equivalents(&self, word: &str) -> Vec<Box<str>> {
        let mut keys: Vec<Box<str>> = self.names.readings(word).iter().map(|r| r.key.clone()).collect();
        keys.sort_unstable();
        keys
    }

    /// Whether a word is of Burmese syllables.
    pub fn is_read(&self, word: &str) -> bool {
        !self.names.readings(word).is_empty()
    }

    /// How far two spellings may be the same syllables.
    pub fn agreement(&self, first: &str, second: &str) -> f64 {
        let found = self.names.agreement(first, second);
        if found >= self.own_spelling {
            1.0 - (1.0 - found) / 4.0
        } else {
            found
        }
    }

    /// Whether every part reads well as one syllable or known word, or as two, and at least one as one.
    pub fn looks(&self, parts: &[&str]) -> bool {
        let mut best = 0;
        for part in parts {
            match self.plainness(part) {
                0 => return false,
                rank => best = best.max(rank),
            }
        }
        best == 2
    }

    /// 2 for one syllable or known word, 1 for two, 0 for neither.
    fn plainness(&self, part: &str) -> u8 {
        if self.names.weight_of_one(part).is_some_and(|weight| weight >= self.one) {
            return 2;
        }
        match self.names.readings(part).first() {
            Some(best) if self.names.weight(best) >= self.two && best.joints() == 1 => 1,
            _ => 0,
        }
    }
}
