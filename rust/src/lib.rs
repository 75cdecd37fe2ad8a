//! The compiled engine: the modules of `sanctions_screen/names` for names in Latin letters, byte for byte.
//!
//! The Python is the definition and stays it; every module here answers to the Python module of its name.
//! Words and numbers come from Python when an engine is made: none is written here a second time.

mod alignment;
mod allocator;
mod arabic_latin;
mod batch;
mod bounds;
mod build;
mod burmese_latin;
mod checksum;
mod classify;
mod comparable;
mod comparison;
mod cores;
mod customers;
mod dotted;
mod edits;
mod finder;
mod finite;
mod firms;
#[cfg(test)]
mod fixtures;
mod flat;
mod handed;
mod image;
mod index;
mod judging;
mod keeping;
mod keys;
mod known_names;
mod ladder;
mod lanes;
mod languages;
mod ledger;
mod lexicon;
mod likeness;
mod lines;
mod looked;
mod matching;
mod meeting;
mod memo;
mod near;
mod outlook;
mod pair;
mod part;
mod phrases;
mod pieces;
mod postings;
mod prepared;
mod query;
mod room;
mod scanned;
mod search;
mod shortened;
mod sides;
mod sieve;
mod signs;
mod sorting;
mod sound_costs;
mod sounds;
mod spelled;
mod streams;
mod syllables;
mod tables;
mod unicode_clean;
mod vietnamese_latin;
mod vocabulary;
mod weights;
mod written;

use pyo3::prelude::*;

#[pymodule]
fn _engine(module: &Bound<'_, PyModule>) -> PyResult<()> {
    allocator::set_up();
    module.add_class::<matching::PyMatching>()?;
    module.add_class::<matching::PyName>()?;
    module.add_class::<index::PyIndex>()?;
    module.add_class::<index::PySubjects>()?;
    module.add_class::<meeting::PyCustomers>()?;
    module.add_class::<sides::PyListedSide>()?;
    module.add_class::<sides::PyAskedSide>()?;
    module.add_function(wrap_pyfunction!(sides::recorded, module)?)?;
    module.add_function(wrap_pyfunction!(sides::party_number, module)?)
}
