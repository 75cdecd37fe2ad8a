//! The names of two parties beside one another: `NamesScores` of `engine/pairs.py`, each side made ready once.

use crate::image::Section;
use crate::index::{guarded, PyIndex};
use crate::matching::{kind_named, subject, written, GivenSubject, GivenText, PyMatching};
use crate::part::Kind;
use crate::prepared::{PreparedName, Unfit};
use crate::search::{AskedName, How};
use crate::written::Besides;
use pyo3::prelude::*;

/// The names of a party as they are listed.
#[pyclass(name = "ListedSide", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyListedSide {
    kind: Kind,
    /// None where only Python can compare them.
    names: Option<Vec<PreparedName>>,
}

#[pymethods]
impl PyListedSide {
    #[new]
    fn new(
        py: Python<'_>,
        matching: &PyMatching,
        kind: &str,
        names: Vec<(GivenText, u32)>,
    ) -> PyResult<PyListedSide> {
        let (reader, kind) = (&matching.0, kind_named(kind)?);
        let ready = |(name, recorded)| -> Result<PreparedName, Unfit> {
            Ok(PreparedName { recorded, ..reader.prepared(&written(name), kind)? })
        };
        let names = py.detach(|| names.into_iter().map(ready).collect::<Result<Vec<_>, Unfit>>().ok());
        Ok(PyListedSide { kind, names })
    }

    /// The names of a party of an index that stand at some places.
    #[staticmethod]
    fn indexed(index: &PyIndex, party: usize, places: Vec<usize>) -> PyResult<PyListedSide> {
        guarded(|| {
            let kind = index.image.kind_of_party(party);
            PyListedSide { kind, names: kept(index, party, &places) }
        })
    }
}

/// Names of a party as an index has them; None where one of them has nothing that it could compare.
fn kept(index: &PyIndex, party: usize, places: &[usize]) -> Option<Vec<PreparedName>> {
    let names = index.image.u32s(Section::NamesOfParty).span(party);
    let name =
        |place: &usize| Some(index.image.name(names.start + place)).filter(|name| !name.readings.is_empty());
    places.iter().map(name).collect()
}

/// The names of a party as those of a subject, among parties of one kind.
#[pyclass(name = "AskedSide", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyAskedSide {
    kind: Kind,
    /// None where only Python can compare them.
    names: Option<Vec<AskedName>>,
}

#[pymethods]
impl PyAskedSide {
    #[new]
    fn new(py: Python<'_>, matching: &PyMatching, kind: &str, asked: GivenSubject) -> PyResult<PyAskedSide> {
        let (reader, kind, subject) = (&matching.0, kind_named(kind)?, subject(asked)?);
        let names = py.detach(|| reader.asked(&subject, &[kind]).ok().map(|(names, _)| names));
        Ok(PyAskedSide { kind, names })
    }

    /// The names of a party of an index that stand at some places.
    #[staticmethod]
    fn indexed(
        matching: &PyMatching,
        index: &PyIndex,
        party: usize,
        places: Vec<usize>,
    ) -> PyResult<PyAskedSide> {
        guarded(|| {
            let kind = index.image.kind_of_party(party);
            let beside = Besides { kind: Some(kind), facts_for: 0, common: true };
            let how = How { kind, weighed_as: kind, beside: beside.beside(&matching.0.lexicon, kind) };
            let names = kept(index, party, &places);
            let names =
                names.map(|held| held.into_iter().map(|name| AskedName { name: name.into(), how }).collect());
            PyAskedSide { kind, names }
        })
    }

    /// The score beside a party of that kind; None where only Python can compare the two.
    fn score(&self, py: Python<'_>, matching: &PyMatching, party: &PyListedSide) -> Option<f64> {
        debug_assert!(self.kind == party.kind);
        let (mine, theirs) = (self.names.as_ref()?, party.names.as_ref()?);
        Some(py.detach(|| matching.0.best(mine, theirs)))
    }
}

/// Of each of a party's names, by place, the number of the recorded one that it is of.
#[pyfunction]
pub fn recorded(index: &PyIndex, party: usize) -> PyResult<Vec<u32>> {
    let image = &index.image;
    guarded(|| {
        image.u32s(Section::NameRecorded).range(image.u32s(Section::NamesOfParty).span(party)).collect()
    })
}

/// The number of a party of a kind in an index, where it has such.
#[pyfunction]
pub fn party_number(index: &PyIndex, kind: &str, id: &str) -> PyResult<Option<usize>> {
    let (image, wanted) = (&index.image, (kind_named(kind)? as u8, id));
    guarded(|| {
        let (kinds, ids) = (image.section(Section::PartyKinds), image.party_ids());
        let of = |party: usize| (kinds[party], ids.text(party));
        let (mut from, mut to) = (0, kinds.len()); // parties stand in the order of their kinds, then of their ids
        while from < to {
            let middle = (from + to) / 2;
            match of(middle) < wanted {
                true => from = middle + 1,
                false => to = middle,
            }
        }
        (from < kinds.len() && of(from) == wanted).then_some(from)
    })
}
