//! The engine as Python sees it: a batch of names in, a list of plain tuples out.

use crate::classify::Classifier;
use crate::comparable::{ComparableName, Names, Standard};
use crate::dotted::Dotted;
use crate::handed::{LetterRows, Named, SyllableRows};
use crate::languages::{Languages, Spoken};
use crate::part::Kind;
use crate::scanned::Scanned;
use crate::tables::{Row, Tables};
use crate::unicode_clean::Letters;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use rustc_hash::FxHashMap;

/// Text, role and what was written, for each part.
type PartRow = (String, &'static str, String);
/// Folded, the kind compared as, whether it has Latin letters, why it cannot be compared, and its readings.
type NameRow = (String, &'static str, bool, Option<String>, Vec<(Standard, Vec<PartRow>)>);

/// What names are made comparable with; made once a process, shared by threads.
#[pyclass(name = "Names", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyNames(Names);

#[pymethods]
impl PyNames {
    #[new]
    #[pyo3(signature = (*, tables, words, numbers, letters, syllables))]
    fn new(
        tables: FxHashMap<String, Vec<Row>>,
        words: FxHashMap<String, Vec<String>>,
        numbers: FxHashMap<String, f64>,
        letters: LetterRows,
        syllables: FxHashMap<String, SyllableRows>,
    ) -> PyResult<PyNames> {
        let (tables, named) = (Tables::new(tables), Named { words, numbers });
        let languages = Languages::new(&tables, &named, syllables)?;
        let classifier = Classifier::new(&tables, &named, languages)?;
        let (scanned, dotted) = (Scanned::new(&named)?, Dotted::new(&tables, &named)?);
        Ok(PyNames(Names::new(classifier, Letters::new(letters), scanned, dotted, &named)?))
    }

    /// Each text as a comparable name; None where Python must read it.
    #[pyo3(signature = (texts, kind=None))]
    fn comparable(
        &self,
        py: Python<'_>,
        texts: Vec<Bound<'_, PyString>>,
        kind: Option<&str>,
    ) -> PyResult<Vec<Option<NameRow>>> {
        let (texts, kind) = (owned(&texts), kind_named(kind)?);
        let one = |text: &Option<String>| text.as_deref().and_then(|text| self.0.comparable(text, kind));
        let found: Vec<Option<ComparableName>> = py.detach(|| texts.iter().map(one).collect());
        Ok(found.into_iter().map(|name| name.map(row)).collect())
    }

    /// The comparable name of readings in folded Latin letters, each with its romanisation's standard.
    #[pyo3(signature = (folded, readings, kind=None))]
    fn read(
        &self,
        folded: String,
        readings: Vec<(String, Standard)>,
        kind: Option<&str>,
    ) -> PyResult<Option<NameRow>> {
        Ok(self.0.read(folded, &readings, kind_named(kind)?).map(row))
    }

    /// For each text whether it can be cleaned and folded here.
    fn readable(&self, texts: Vec<Bound<'_, PyString>>) -> Vec<bool> {
        let texts = owned(&texts);
        texts.iter().map(|text| text.as_deref().is_some_and(|text| self.0.readable(text))).collect()
    }

    /// How many parts the names of the texts have in all: the work of `comparable` without its answers.
    #[pyo3(signature = (texts, kind=None))]
    fn count_parts(
        &self,
        py: Python<'_>,
        texts: Vec<Bound<'_, PyString>>,
        kind: Option<&str>,
    ) -> PyResult<usize> {
        let (texts, kind) = (owned(&texts), kind_named(kind)?);
        let names = || texts.iter().flatten().filter_map(|text| self.0.comparable(text, kind));
        let parts =
            |name: ComparableName| name.readings.iter().map(|reading| reading.parts.len()).sum::<usize>();
        Ok(py.detach(|| names().map(parts).sum()))
    }

    /// The languages that words of a name may be read in.
    #[pyo3(signature = (words, standard=None))]
    fn languages(&self, words: Vec<String>, standard: Option<&str>) -> Vec<&'static str> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.0.classifier.languages.languages(&words, standard).names()
    }

    /// The languages that two names may both be in.
    fn common_languages(&self, first: Vec<String>, second: Vec<String>) -> PyResult<Vec<&'static str>> {
        Ok(spoken(&first)?.common(spoken(&second)?).names())
    }

    /// The keys of a word's syllables in a language.
    fn equivalents(&self, word: &str, language: &str) -> PyResult<Vec<String>> {
        let keys = self.0.classifier.languages.equivalents(word, language_named(language)?);
        Ok(keys.into_iter().map(String::from).collect())
    }

    /// How far two words may be the same syllables in a language.
    fn agreement(&self, first: &str, second: &str, language: &str) -> PyResult<f64> {
        Ok(self.0.classifier.languages.agreement(first, second, language_named(language)?))
    }
}

/// The texts that Rust can hold; None for one with half a character in it.
fn owned(texts: &[Bound<'_, PyString>]) -> Vec<Option<String>> {
    texts.iter().map(|text| text.to_str().ok().map(str::to_owned)).collect()
}

fn kind_named(kind: Option<&str>) -> PyResult<Option<Kind>> {
    let unknown = |kind: &str| PyValueError::new_err(format!("no kind of party: {kind}"));
    kind.map(|kind| Kind::parse(kind).ok_or_else(|| unknown(kind))).transpose()
}

fn language_named(language: &str) -> PyResult<Spoken> {
    Spoken::parse(language)
        .ok_or_else(|| PyValueError::new_err(format!("no language of syllables: {language}")))
}

fn spoken(languages: &[String]) -> PyResult<Spoken> {
    languages.iter().try_fold(Spoken::NONE, |all, one| Ok(all.or(language_named(one)?)))
}

fn row(name: ComparableName) -> NameRow {
    let readings = name.readings.into_iter().map(|reading| {
        let parts = reading.parts.into_iter().map(|part| (part.text, part.role.as_str(), part.written));
        (reading.standard, parts.collect())
    });
    (name.folded, name.compared_as.as_str(), name.latin, name.reason, readings.collect())
}
