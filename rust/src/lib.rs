//! The compiled engine: the modules of `sanctions_screen/names` for names in Latin letters, byte for byte.
//!
//! The Python is the definition and stays it; every module here answers to the Python module of its name.
//! Words and numbers come from Python when an engine is made: none is written here a second time.

mod alignment;
mod batch;
mod bounds;
mod build;
mod burmese_latin;
mod checksum;
mod comparison;
mod edits;
mod finder;
mod finite;
mod flat;
mod handed;
mod image;
mod index;
mod keys;
mod known_names;
mod languages;
mod ledger;
mod lexicon;
mod likeness;
mod lines;
mod matching;
mod memo;
mod part;
mod prepared;
mod query;
mod search;
mod signs;
mod sound_costs;
mod sounds;
mod syllables;
mod tables;
mod vietnamese_latin;
mod weights;

use pyo3::prelude::*;

#[pymodule]
fn _engine(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<matching::PyMatching>()?;
    module.add_class::<index::PyIndex>()?;
    module.add_class::<index::PySubjects>()
}
