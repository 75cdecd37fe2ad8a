//! The comparison of names as Python sees it, word by word and name by name: for laws and explanations.

use crate::alignment::{Comparer, Met};
use crate::classify::Classifier;
use crate::comparable::{ComparableName, Names, Standard};
use crate::dotted::Dotted;
use crate::handed::{LetterRows, Named, SyllableRows};
use crate::known_names::KnownNames;
use crate::languages::{Languages, Spoken};
use crate::lexicon::{HandedWords, Lexicon};
use crate::part::{Kind, Part, Role};
use crate::prepared::{GivenReading, PreparedName, Unfit};
use crate::scanned::Scanned;
use crate::sounds::Sounds;
use crate::tables::{Row, Tables};
use crate::unicode_clean::Letters;
use crate::weights::HandedWeights;
use crate::written::{Besides, Reader, Spelled, Subject, Written};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Text, role and what was written, for each part.
pub type GivenPart = (String, String, String);
/// A name as Python hands it over: folded, and for each reading its standard, whether it is an acronym, and
/// its parts.
pub type GivenName = (String, Vec<(Option<String>, bool, Vec<GivenPart>)>);
/// What speaks for, against, and in doubt; the score; what of either name is left; the lesser left over.
type ComparedRow = (i64, i64, i64, f64, bool, bool, i64);
/// Where parts that met begin and end on either side, how alike they are, by which rule, and what they tell.
type MetRow = (usize, usize, usize, usize, i64, &'static str, i64);
/// The numbers of two readings, and what of them met.
type BestMet = (usize, usize, Vec<MetRow>);
/// Text, role, what it tells and costs left over, for each part; the languages; joined texts; whether acronym.
type ReadingRow = (Vec<(String, &'static str, i64, i64)>, Vec<&'static str>, Vec<String>, bool);

/// How Python spells a name that the engine cannot: folded, its readings as of people, and as of others.
pub type GivenSpelling = (String, Vec<(String, Standard)>, Vec<(String, Standard)>);
/// A name as written, and how it is spelled in Latin letters where the engine cannot tell.
pub type GivenText = (String, Option<GivenSpelling>);
/// A subject: its names, its own kind, the most that facts speak for it, and whether a common name is doubted.
pub type GivenSubject = (Vec<GivenText>, Option<String>, i64, bool);
/// Folded, the kind compared as, whether it is Latin, why it cannot be compared, and its readings.
type NameRow =
    (String, &'static str, bool, Option<String>, Vec<(Standard, Vec<(String, &'static str, String)>)>);

/// What names are read and compared with; made once a process, shared by threads.
#[pyclass(name = "Matching", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyMatching(pub Reader);

#[pymethods]
impl PyMatching {
    #[new]
    #[pyo3(signature = (*, tables, words, numbers, letters, syllables, weights, lexicon))]
    fn new(
        tables: FxHashMap<String, Vec<Row>>,
        words: FxHashMap<String, Vec<String>>,
        numbers: FxHashMap<String, f64>,
        letters: LetterRows,
        syllables: FxHashMap<String, SyllableRows>,
        weights: HandedWeights,
        lexicon: HandedWords,
    ) -> PyResult<PyMatching> {
        let (tables, named) = (Tables::new(tables), Named { words, numbers });
        let languages = Arc::new(Languages::new(&tables, &named, syllables)?);
        let sounds = Arc::new(Sounds::new(&tables, &named)?);
        let known = Arc::new(KnownNames::hearing(&tables, &named, sounds.clone())?);
        let classifier = Classifier::new(&tables, &named, languages.clone(), sounds.clone(), known.clone())?;
        let (scanned, dotted) = (Scanned::new(&named)?, Dotted::new(&tables, &named)?);
        let names = Names::new(classifier, Letters::new(letters), scanned, dotted, &named)?;
        let lexicon = Lexicon::new(sounds, known, languages, weights, lexicon)?;
        Ok(PyMatching(Reader { names: Arc::new(names), lexicon: Arc::new(lexicon) }))
    }

    /// For each text whether the engine reads it; the others Python spells in Latin letters.
    fn readable(&self, texts: Vec<Bound<'_, PyString>>) -> Vec<bool> {
        let names = &self.0.names;
        texts.iter().map(|text| text.to_str().is_ok_and(|text| names.readable(text))).collect()
    }

    /// Each text as a comparable name of a party of a kind.
    #[pyo3(signature = (texts, kind=None))]
    fn comparable(&self, texts: Vec<GivenText>, kind: Option<&str>) -> PyResult<Vec<NameRow>> {
        let kind = kind.map(kind_named).transpose()?;
        let one = |text| Ok(name_row(self.0.comparable(&written(text), kind).map_err(unfit)?));
        texts.into_iter().map(one).collect()
    }

    /// How alike two words are in millionths, and by which rule.
    #[pyo3(signature = (first, second, languages=vec![]))]
    fn likeness(&self, first: &str, second: &str, languages: Vec<String>) -> PyResult<(i64, &'static str)> {
        let common = spoken(&languages)?;
        let (first, second) = (self.0.lexicon.word(first), self.0.lexicon.word(second));
        let found = self.0.lexicon.pair(&first, &second, common, None).likeness(&self.0.lexicon, common);
        Ok((found.amount, found.rule.as_str()))
    }

    /// A name that is ready to be compared.
    fn prepared(&self, name: GivenName) -> PyResult<PyName> {
        Ok(PyName(prepared(&self.0.lexicon, name)?))
    }

    /// The readings of two names of one kind, weighed as another, that agree best, and what of them meets.
    fn met(
        &self,
        first: &PyName,
        second: &PyName,
        kind: &str,
        weighed_as: &str,
    ) -> PyResult<Option<BestMet>> {
        let comparer = Comparer { lexicon: &self.0.lexicon, kind: kind_named(kind)? };
        let found = comparer.best_met(&first.0, &second.0, kind_named(weighed_as)?);
        let row = |met: Met| -> MetRow {
            let (first, second) = (met.first.range(), met.second.range());
            (first.start, first.end, second.start, second.end, met.alike, met.rule.as_str(), met.tells)
        };
        Ok(found.map(|(mine, theirs, met)| (mine, theirs, met.into_iter().map(row).collect())))
    }

    /// How two names of one kind compare, weighed as another; None where nothing speaks for them.
    fn compared(
        &self,
        first: GivenName,
        second: GivenName,
        kind: &str,
        weighed_as: &str,
    ) -> PyResult<Option<ComparedRow>> {
        let (first, second) = (prepared(&self.0.lexicon, first)?, prepared(&self.0.lexicon, second)?);
        let comparer = Comparer { lexicon: &self.0.lexicon, kind: kind_named(kind)? };
        let words = comparer.of_texts(&first, &second);
        let found = comparer.compared(&first, &second, &words, kind_named(weighed_as)?);
        Ok(found.map(|one| {
            let (sums, lines) = (one.sums, one.lines);
            (
                sums.speaks_for,
                sums.against,
                sums.doubt,
                one.score,
                lines.left.0,
                lines.left.1,
                lines.lesser_left,
            )
        }))
    }
}

/// A name ready to be compared with others.
#[pyclass(name = "ReadName", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyName(PreparedName);

#[pymethods]
impl PyName {
    /// Its readings.
    fn readings(&self) -> Vec<ReadingRow> {
        let rows = |reading: &crate::prepared::PreparedReading| -> ReadingRow {
            let parts = reading.parts.iter();
            (
                parts.map(|p| (p.text.to_string(), p.role.as_str(), p.tells, p.left_over)).collect(),
                reading.languages.names(),
                reading.spans.iter().map(|span| span.text.to_string()).collect(),
                reading.acronym,
            )
        };
        self.0.readings.iter().map(rows).collect()
    }
}

/// A subject handed over.
pub fn subject((names, kind, facts_for, common): GivenSubject) -> PyResult<Subject> {
    let kind = kind.as_deref().map(kind_named).transpose()?;
    let besides = Besides { kind, facts_for, common };
    Ok(Subject { names: names.into_iter().map(written).collect(), besides })
}

/// A name handed over, prepared.
fn prepared(lexicon: &Lexicon, (folded, readings): GivenName) -> PyResult<PreparedName> {
    let mut given = Vec::with_capacity(readings.len());
    for (standard, acronym, parts) in readings {
        given.push((standard, acronym, parts.into_iter().map(part).collect::<PyResult<Vec<Part>>>()?));
    }
    let readings = given.iter().map(|(standard, acronym, parts)| GivenReading {
        parts,
        standard: standard.as_deref(),
        acronym: *acronym,
    });
    lexicon.prepared(&folded, readings).map_err(unfit)
}

/// A name as written, handed over.
pub fn written((text, spelled): GivenText) -> Written {
    let spelled = spelled.map(|(folded, of_people, of_others)| Spelled { folded, of_people, of_others });
    Written { text, spelled }
}

fn name_row(name: ComparableName) -> NameRow {
    let readings = name.readings.into_iter().map(|reading| {
        let parts = reading.parts.into_iter().map(|part| (part.text, part.role.as_str(), part.written));
        (reading.standard, parts.collect())
    });
    (name.folded, name.compared_as.as_str(), name.latin, name.reason, readings.collect())
}

fn part((text, role, written): GivenPart) -> PyResult<Part> {
    let role = Role::parse(&role);
    let role =
        role.ok_or_else(|| PyValueError::new_err("a part has a role that the engine does not know"))?;
    Ok(Part { text, role, written })
}

pub fn unfit(reason: Unfit) -> PyErr {
    PyValueError::new_err(match reason {
        Unfit::Letters => "a part of a name is not of small Latin letters and digits",
        Unfit::Size => "a name has more parts or readings than the engine compares",
    })
}

/// The kind that Python names so.
pub fn kind_named(kind: &str) -> PyResult<Kind> {
    Kind::parse(kind).ok_or_else(|| PyValueError::new_err(format!("no kind of party: {kind}")))
}

fn spoken(languages: &[String]) -> PyResult<Spoken> {
    let one = |name: &String| match name.as_str() {
        "none-in-common" => Ok(Spoken::APART),
        other => Spoken::parse(other)
            .ok_or_else(|| PyValueError::new_err(format!("no language of syllables: {other}"))),
    };
    languages.iter().try_fold(Spoken::NONE, |all, name| Ok(all.or(one(name)?)))
}
