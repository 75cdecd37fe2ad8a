//! Sounds, known names and firms' words as Python sees them: for laws and measurements, many at a time.

use super::Firms;
use crate::handed::Named;
use crate::known_names::KnownNames;
use crate::part::{Kind, Part};
use crate::phrases::Phrases;
use crate::sounds::Sounds;
use crate::tables::{Row, Tables};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Text, role and what was written.
type PartRow = (String, &'static str, String);

/// What the words of names are read with; made once a process, shared by threads.
#[pyclass(name = "Words", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyWords {
    tables: Tables,
    sounds: Arc<Sounds>,
    known: KnownNames,
    firms: Firms,
}

#[pymethods]
impl PyWords {
    #[new]
    #[pyo3(signature = (*, tables, words, numbers))]
    fn new(
        tables: FxHashMap<String, Vec<Row>>,
        words: FxHashMap<String, Vec<String>>,
        numbers: FxHashMap<String, f64>,
    ) -> PyResult<PyWords> {
        let (tables, named) = (Tables::new(tables), Named { words, numbers });
        let sounds = Arc::new(Sounds::new(&tables, &named)?);
        let known = KnownNames::hearing(&tables, &named, Arc::clone(&sounds))?;
        let firms = Firms::new(&tables, &named, Arc::clone(&sounds))?;
        Ok(PyWords { tables, sounds, known, firms })
    }

    /// The sounds of each word.
    fn sounds(&self, words: Vec<String>) -> Vec<String> {
        words.iter().map(|word| self.sounds.sounds(word)).collect()
    }

    /// How many sounds the words have in all, read so often: the work without its answers.
    fn count_sounds(&self, py: Python<'_>, words: Vec<String>, times: usize) -> usize {
        let once = || words.iter().map(|word| self.sounds.sounds(word).len()).sum::<usize>();
        py.detach(|| (0..times).map(|_| once()).sum())
    }

    /// The originals that each word usually spells.
    fn originals(&self, words: Vec<String>) -> Vec<Vec<String>> {
        let texts = |word: &String| -> Vec<String> {
            self.known.originals(word).iter().map(|number| self.known.text(*number).to_owned()).collect()
        };
        words.iter().map(texts).collect()
    }

    /// Of each word whether it is a known spelling.
    fn is_known(&self, words: Vec<String>) -> Vec<bool> {
        words.iter().map(|word| self.known.is_known(word)).collect()
    }

    /// Whether two words are spellings of one known original; None when either is not known.
    fn same_original(&self, first: &str, second: &str) -> Option<bool> {
        self.known.same_original(first, second)
    }

    /// The standing form of the longest phrase of a table at a place, and where it ends.
    fn longest_phrase(
        &self,
        words: Vec<String>,
        start: usize,
        table: &str,
    ) -> PyResult<Option<(String, usize)>> {
        if start >= words.len() {
            return Err(PyValueError::new_err(format!("no word {start} of {}", words.len())));
        }
        let phrases = Phrases::new(&self.tables, table)?;
        let found = phrases.longest_phrase(&borrowed(&words), start);
        Ok(found.map(|(standing, end)| (standing.to_owned(), end)))
    }

    /// The English words that each word stands for anywhere in a name.
    fn english(&self, words: Vec<String>) -> Vec<Vec<String>> {
        let texts = |word: &String| self.firms.words.english(word).iter().map(ToString::to_string).collect();
        words.iter().map(texts).collect()
    }

    /// The English of each word in small Latin letters that sounds like one of Russian, or of a neighbour.
    fn english_from_latin(&self, words: Vec<String>) -> Vec<Option<&str>> {
        words.iter().map(|word| self.firms.words.by_sound(word)).collect()
    }

    /// The English of an abbreviation that is one only as a name's first word, or as its last.
    fn placed_abbreviation(&self, word: &str, first: bool, last: bool) -> Vec<&str> {
        self.firms.words.placed_abbreviation(word, first, last).split_whitespace().collect()
    }

    /// Of each name whether it has a legal form.
    fn has_legal_form(&self, names: Vec<Vec<String>>) -> Vec<bool> {
        names.iter().map(|words| self.firms.has_legal_form(&borrowed(words))).collect()
    }

    /// Each name's words that are in no legal form.
    fn without_legal_forms(&self, names: Vec<Vec<String>>) -> Vec<Vec<String>> {
        names.iter().map(|words| self.firms.without_legal_forms(&borrowed(words))).collect()
    }

    /// The acronyms of each name: of its words without the legal form, and of them all.
    fn acronyms(&self, names: Vec<Vec<String>>) -> Vec<Vec<String>> {
        let acronyms = |words: &Vec<String>| {
            let named = self.firms.without_legal_forms(&borrowed(words));
            self.firms.acronyms(&borrowed(words), &borrowed(&named))
        };
        names.iter().map(acronyms).collect()
    }

    /// The parts of each name of a party of a kind that is no person.
    fn organisation_parts(&self, names: Vec<Vec<String>>, kind: &str) -> PyResult<Vec<Vec<PartRow>>> {
        let kind = no_person(kind)?;
        let row = |part: Part| (part.text, part.role.as_str(), part.written);
        let parts = |words: &Vec<String>| self.firms.organisation_parts(&borrowed(words), kind);
        Ok(names.iter().map(|words| parts(words).into_iter().map(row).collect()).collect())
    }

    /// How many parts the names have in all: the work without its answers.
    fn count_parts(&self, py: Python<'_>, names: Vec<Vec<String>>, kind: &str) -> PyResult<usize> {
        let kind = no_person(kind)?;
        let names: Vec<Vec<&str>> = names.iter().map(|words| borrowed(words)).collect();
        let parts = |words: &Vec<&str>| self.firms.organisation_parts(words, kind).len();
        Ok(py.detach(|| names.iter().map(parts).sum()))
    }
}

fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

fn no_person(kind: &str) -> PyResult<Kind> {
    let found = Kind::parse(kind).filter(|kind| *kind != Kind::Person);
    found.ok_or_else(|| PyValueError::new_err(format!("no kind of party with firms' rules: {kind}")))
}
