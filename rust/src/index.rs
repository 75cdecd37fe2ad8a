//! The index as Python sees it: parties in, an image; a batch of subjects in, arrays of hits out.

use crate::batch::{search, Answer, Pool};
use crate::build::{image, parties_of, Party};
use crate::checksum;
use crate::flat::{key_of, KEY_LENGTH};
use crate::image::{Image, Section};
use crate::looked::Remembered;
use crate::matching::{kind_named, subject, unfit, written, GivenSubject, GivenText, PyMatching};
use crate::part::Kind;
use crate::pieces::{in_order, processors};
use crate::prepared::{PreparedName, Unfit};
use crate::sieve::Sieve;
use crate::written::{Reader, Subject};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rustc_hash::FxHashSet;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::OnceLock;

/// A party as Python hands it over: its id, kind, names, of each the number of the recorded one that it is of,
/// and identifiers.
type GivenParty = (String, String, Vec<GivenText>, Vec<u32>, Vec<String>);
/// By hit: the subject's number, the party's, that of the party's name, the score.
type HitArrays = (Vec<u32>, Vec<u32>, Vec<u32>, Vec<f64>);
/// The hits; the numbers of subjects that have no name to compare; of those that the engine cannot read.
type Answers = (HitArrays, Vec<u32>, Vec<u32>);

/// An index of parties, by an image that never changes.
#[pyclass(name = "Index", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyIndex {
    pub reader: Reader,
    pub image: Image,
    pub pool: Pool,
    /// By which customers that are kept are told apart, once it is asked for.
    pub sieve: OnceLock<Sieve>,
    /// What was found for customers' words.
    pub looked: Remembered,
}

impl PyIndex {
    fn of(reader: Reader, image: Image) -> PyIndex {
        PyIndex {
            reader,
            image,
            pool: Pool::default(),
            sieve: OnceLock::new(),
            looked: Remembered::default(),
        }
    }
}

#[pymethods]
impl PyIndex {
    /// Make an image of parties.
    #[staticmethod]
    fn build(
        py: Python<'_>,
        matching: &PyMatching,
        parties: Vec<GivenParty>,
        key: [u8; KEY_LENGTH],
    ) -> PyResult<PyIndex> {
        let reader = matching.0.clone();
        py.detach(|| {
            let parties = ready(&reader, parties)?;
            made(reader, parties, &key)
        })
    }

    /// Open the image in a file; ValueError says in one line what is wrong with it.
    #[staticmethod]
    fn open(matching: &PyMatching, path: PathBuf, key: [u8; KEY_LENGTH]) -> PyResult<PyIndex> {
        let image = Image::open(&path, &key);
        let image = image.map_err(|wrong| PyValueError::new_err(format!("{}: {wrong}", path.display())))?;
        Ok(PyIndex::of(matching.0.clone(), image))
    }

    /// The key under which a file says it is kept; None where it is no image.
    #[staticmethod]
    fn key(path: PathBuf) -> Option<Vec<u8>> {
        key_of(&path)
    }

    /// Make the image of other parties from this one: without those removed, with those added.
    fn derive(
        &self,
        py: Python<'_>,
        added: Vec<GivenParty>,
        removed: Vec<String>,
        key: [u8; KEY_LENGTH],
    ) -> PyResult<PyIndex> {
        py.detach(|| {
            let added = ready(&self.reader, added)?;
            let gone: FxHashSet<String> =
                removed.into_iter().chain(added.iter().map(|one| one.id.clone())).collect();
            let mut parties = guarded(|| parties_of(&self.image))?;
            parties.retain(|party| !gone.contains(&party.id));
            parties.extend(added);
            made(self.reader.clone(), parties, &key)
        })
    }

    /// The image as it is written to a file.
    fn image(&self) -> &[u8] {
        self.image.bytes()
    }

    /// How many parties there are.
    fn __len__(&self) -> usize {
        self.image.section(Section::PartyKinds).len()
    }

    /// The id of a party.
    fn party_id(&self, party: usize) -> PyResult<&str> {
        guarded(|| self.image.party_ids().text(party))
    }

    /// The ids of all parties, by number.
    fn party_ids(&self) -> PyResult<Vec<&str>> {
        guarded(|| {
            (0..self.image.party_ids().len()).map(|party| self.image.party_ids().text(party)).collect()
        })
    }

    /// The kinds of which there are parties.
    fn kinds(&self) -> PyResult<Vec<&'static str>> {
        guarded(|| self.image.kinds().into_iter().map(Kind::as_str).collect())
    }

    /// The parties that hold one of these identifiers, or that must always be judged.
    fn holders(&self, identifiers: Vec<String>) -> PyResult<Vec<u32>> {
        let sums = identifiers.iter().map(|one| checksum::of(one.as_bytes())).chain([ALWAYS]);
        guarded(|| {
            let mut found: Vec<u32> = sums.flat_map(|sum| self.image.holders(sum)).collect();
            found.sort_unstable();
            found.dedup();
            found
        })
    }

    /// The ids of those that do not hold all of their identifiers.
    fn lacking(&self, parties: Vec<(String, Vec<String>)>) -> PyResult<Vec<String>> {
        let holds = |id: &str, identifier: &str| {
            let mut holders = self.image.holders(checksum::of(identifier.as_bytes()));
            holders.any(|party| self.image.party_ids().text(party as usize) == id)
        };
        guarded(|| {
            let lacking = parties.into_iter().filter(|(id, some)| !some.iter().all(|one| holds(id, one)));
            lacking.map(|(id, _)| id).collect()
        })
    }

    /// The hits of each subject that reach the threshold: at least these, at the most these scores.
    fn search(
        &self,
        py: Python<'_>,
        subjects: &PySubjects,
        threshold: f64,
        threads: usize,
    ) -> PyResult<Answers> {
        let subjects = &subjects.0;
        py.detach(|| {
            guarded(|| answers(&search(&self.reader, &self.image, subjects, threshold, threads, &self.pool)))
        })
    }
}

/// A batch of subjects, to be searched for in any index of the same matching.
#[pyclass(name = "Subjects", module = "sanctions_screen.engine._engine", frozen)]
pub struct PySubjects(pub Vec<Subject>);

#[pymethods]
impl PySubjects {
    #[new]
    fn new(subjects: Vec<GivenSubject>) -> PyResult<PySubjects> {
        Ok(PySubjects(subjects.into_iter().map(subject).collect::<PyResult<_>>()?))
    }

    /// How many subjects there are.
    fn __len__(&self) -> usize {
        self.0.len()
    }
}

/// The identifier of a party that must always be judged.
pub const ALWAYS: u64 = 0;

fn answers(found: &[Answer]) -> Answers {
    let mut arrays: HitArrays = Default::default();
    let of =
        |is: fn(&Answer) -> bool| (0..).zip(found).filter(|(_, one)| is(one)).map(|(at, _)| at).collect();
    for (number, answer) in (0..).zip(found) {
        for hit in &answer.hits {
            arrays.0.push(number);
            arrays.1.push(hit.party);
            arrays.2.push(hit.name);
            arrays.3.push(hit.score);
        }
    }
    (arrays, of(|one| !one.screenable), of(|one| !one.read))
}

fn made(reader: Reader, parties: Vec<Party>, key: &[u8; KEY_LENGTH]) -> PyResult<PyIndex> {
    let bytes = image(&reader.lexicon, parties, key);
    let image = Image::held(bytes, key).map_err(PyValueError::new_err)?;
    Ok(PyIndex::of(reader, image))
}

/// Parties ready to be kept, by several threads.
fn ready(reader: &Reader, parties: Vec<GivenParty>) -> PyResult<Vec<Party>> {
    in_order(&parties, processors(), |one| party(reader, one)).into_iter().collect()
}

fn party(reader: &Reader, (id, kind, names, recorded, identifiers): &GivenParty) -> PyResult<Party> {
    let kind = kind_named(kind)?;
    if names.len() != recorded.len() {
        return Err(PyValueError::new_err(format!("{id}: a name without the number of the recorded one")));
    }
    let mut sums: Vec<u64> = identifiers.iter().map(|one| checksum::of(one.as_bytes())).collect();
    let mut found = Vec::with_capacity(names.len());
    for (name, recorded) in names.iter().zip(recorded) {
        found.push(match reader.prepared(&written(name.clone()), kind) {
            Ok(name) => PreparedName { recorded: *recorded, ..name },
            Err(Unfit::Size) => {
                sums.push(ALWAYS); // Python alone can compare it
                PreparedName::default()
            }
            Err(unread) => return Err(unfit(unread)),
        });
    }
    Ok(Party { id: id.clone(), kind, names: found, identifiers: sums })
}

/// What is read of an image; a number out of range in it is an error.
pub fn guarded<T>(read: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(read))
        .map_err(|_| PyValueError::new_err("the image holds numbers out of range"))
}
