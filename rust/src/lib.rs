//! The compiled engine: the modules of `sanctions_screen/names` for names in Latin letters, byte for byte.
//!
//! The Python is the definition and stays it; every module here answers to the Python module of its name.
//! Words and numbers come from Python when an engine is made: none is written here a second time.

mod arabic_latin;
mod burmese_latin;
mod classify;
mod comparable;
mod dotted;
mod finite;
mod firms;
#[cfg(test)]
mod fixtures;
mod handed;
mod known_names;
mod languages;
mod memo;
mod part;
mod phrases;
mod python;
mod scanned;
mod sounds;
mod syllables;
mod tables;
mod unicode_clean;
mod vietnamese_latin;

use pyo3::prelude::*;

#[pymodule]
fn _engine(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<python::PyNames>()?;
    module.add_class::<firms::PyWords>()
}
