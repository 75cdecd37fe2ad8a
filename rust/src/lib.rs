//! The compiled engine: the modules of `sanctions_screen/names` for names in Latin letters, byte for byte.
//!
//! The Python is the definition and stays it; every module here answers to the Python module of its name.
//! Words and numbers come from Python when an engine is made: none is written here a second time.

mod firms;
mod known_names;
mod part;
mod phrases;
mod sounds;
mod tables;

use pyo3::prelude::*;

#[pymodule]
fn _engine(_module: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
