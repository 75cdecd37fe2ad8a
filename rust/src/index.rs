//! The index as Python sees it: parties in, an image; a batch of subjects in, arrays of hits out.

use crate::batch::{search, Pool, Subject};
use crate::bounds::Beside;
use crate::build::{image, parties_of, Party};
use crate::checksum;
use crate::flat::KEY_LENGTH;
use crate::image::{Image, Section};
use crate::lexicon::Lexicon;
use crate::matching::{given, kind_named, prepared, GivenName, PyMatching};
use crate::part::Kind;
use crate::prepared::PreparedName;
use crate::search::{AskedName, Hit};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rustc_hash::FxHashSet;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;

/// A party as Python hands it over: its id, kind, names, and identifiers.
type GivenParty = (String, String, Vec<GivenName>, Vec<String>);
/// A subject: for each kind of party the name's own, the kind it is weighed as, and the name; the most that
/// facts speak for it; whether a common name is doubted; its own kind.
type GivenSubject = (Vec<(String, String, GivenName)>, i64, bool, Option<String>);
/// By hit: the subject's number, the party's, that of the party's name, the score.
type HitArrays = (Vec<u32>, Vec<u32>, Vec<u32>, Vec<f64>);

/// An index of parties, by an image that never changes.
#[pyclass(name = "Index", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyIndex {
    lexicon: Arc<Lexicon>,
    image: Image,
    pool: Pool,
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
        let lexicon = matching.0.clone();
        let parties: Vec<Party> =
            parties.into_iter().map(|one| party(&lexicon, one)).collect::<PyResult<_>>()?;
        py.detach(|| made(lexicon, parties, &key))
    }

    /// Open the image in a file; ValueError says in one line what is wrong with it.
    #[staticmethod]
    fn open(matching: &PyMatching, path: PathBuf, key: [u8; KEY_LENGTH]) -> PyResult<PyIndex> {
        let image = Image::open(&path, &key);
        let image = image.map_err(|wrong| PyValueError::new_err(format!("{}: {wrong}", path.display())))?;
        Ok(PyIndex { lexicon: matching.0.clone(), image, pool: Pool::default() })
    }

    /// Make the image of other parties from this one: without those removed, with those added.
    fn derive(
        &self,
        py: Python<'_>,
        added: Vec<GivenParty>,
        removed: Vec<String>,
        key: [u8; KEY_LENGTH],
    ) -> PyResult<PyIndex> {
        let added: Vec<Party> =
            added.into_iter().map(|one| party(&self.lexicon, one)).collect::<PyResult<_>>()?;
        let gone: FxHashSet<String> =
            removed.into_iter().chain(added.iter().map(|one| one.id.clone())).collect();
        py.detach(|| {
            let mut parties = guarded(|| parties_of(&self.image))?;
            parties.retain(|party| !gone.contains(&party.id));
            parties.extend(added);
            made(self.lexicon.clone(), parties, &key)
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
        let kinds = self.image.section(Section::PartyKinds);
        guarded(|| {
            let held = |kind: &Kind| kinds.contains(&(*kind as u8));
            Kind::ALL.into_iter().filter(held).map(Kind::as_str).collect()
        })
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

    /// The hits of each subject that reach the threshold: at least these, at the most these scores.
    fn search(
        &self,
        py: Python<'_>,
        subjects: &PySubjects,
        threshold: f64,
        threads: usize,
    ) -> PyResult<HitArrays> {
        let subjects = &subjects.0;
        py.detach(|| {
            guarded(|| arrays(&search(&self.lexicon, &self.image, subjects, threshold, threads, &self.pool)))
        })
    }
}

/// A batch of subjects, ready to be searched for in any index of the same matching.
#[pyclass(name = "Subjects", module = "sanctions_screen.engine._engine", frozen)]
pub struct PySubjects(Vec<Subject>);

#[pymethods]
impl PySubjects {
    #[new]
    fn new(matching: &PyMatching, subjects: Vec<GivenSubject>) -> PyResult<PySubjects> {
        let ready = subjects.into_iter().map(|one| subject(&matching.0, one));
        Ok(PySubjects(ready.collect::<PyResult<_>>()?))
    }

    /// How many subjects there are.
    fn __len__(&self) -> usize {
        self.0.len()
    }
}

/// The identifier of a party that must always be judged.
const ALWAYS: u64 = 0;

fn subject(lexicon: &Lexicon, handed: GivenSubject) -> PyResult<Subject> {
    let (names, facts_for, common, own) = handed;
    let own = own.as_deref().map(kind_named).transpose()?;
    let asked = |(kind, weighed_as, name): (String, String, GivenName)| {
        let kind = kind_named(&kind)?;
        Ok(AskedName {
            kind,
            weighed_as: kind_named(&weighed_as)?,
            name: prepared(lexicon, name)?,
            beside: beside(lexicon, facts_for, common, own, kind),
        })
    };
    names.into_iter().map(asked).collect()
}

fn beside(lexicon: &Lexicon, facts_for: i64, common: bool, own: Option<Kind>, kind: Kind) -> Beside {
    let doubt = if own.is_some_and(|own| own != kind) { lexicon.weights.kind_contradicts } else { 0 };
    Beside { facts_for, doubt, common }
}

fn arrays(found: &[Vec<Hit>]) -> HitArrays {
    let mut arrays: HitArrays = Default::default();
    for (number, hits) in (0..).zip(found) {
        for hit in hits {
            arrays.0.push(number);
            arrays.1.push(hit.party);
            arrays.2.push(hit.name);
            arrays.3.push(hit.score);
        }
    }
    arrays
}

fn made(lexicon: Arc<Lexicon>, parties: Vec<Party>, key: &[u8; KEY_LENGTH]) -> PyResult<PyIndex> {
    let bytes = image(&lexicon, parties, key);
    let image = Image::held(bytes, key).map_err(PyValueError::new_err)?;
    Ok(PyIndex { lexicon, image, pool: Pool::default() })
}

fn party(lexicon: &Lexicon, handed: GivenParty) -> PyResult<Party> {
    let (id, kind, names, identifiers) = handed;
    let mut sums: Vec<u64> = identifiers.iter().map(|one| checksum::of(one.as_bytes())).collect();
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let (folded, readings) = given(name)?;
        found.push(lexicon.prepared(&folded, &readings).unwrap_or_else(|_| {
            sums.push(ALWAYS); // Python alone can compare it
            PreparedName::default()
        }));
    }
    Ok(Party { id, kind: kind_named(&kind)?, names: found, identifiers: sums })
}

/// What is read of an image; a number out of range in it is an error.
fn guarded<T>(read: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(read))
        .map_err(|_| PyValueError::new_err("the image holds numbers out of range"))
}
