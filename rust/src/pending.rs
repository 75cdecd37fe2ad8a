//! What the modules for known names, phrases and firms are to offer, until they are here.
//!
//! Python is asked whether a word is a known name, and each word remembered. Firms' names are not read at all:
//! the engine gives nothing back for them, and Python reads them. When `known_names`, `phrases` and `firms` have
//! their modules, `classify` uses those instead, and this one goes.

use crate::memo::Memo;
use crate::part::{Kind, Part};
use crate::tables::Tables;
use pyo3::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Words remembered.
const REMEMBERED: usize = 1 << 16;

/// Which words are known names, as Python says: `originals` of `names/romanise/known_names.py`.
pub struct KnownNames {
    ask: Py<PyAny>,
    known: Memo<bool>,
}

impl KnownNames {
    /// Ask a function of Python's, from a word to whether it is known.
    pub fn new(ask: Py<PyAny>) -> KnownNames {
        KnownNames { ask, known: Memo::new(REMEMBERED) }
    }

    /// Whether a word usually spells some original.
    pub fn is_known(&self, word: &str) -> bool {
        let ask = || Python::attach(|py| self.ask.call1(py, (word,))?.extract::<bool>(py));
        self.known.get(word, || ask().expect("the function is total over words"))
    }
}

/// The phrases of a list of words: `names/phrases.py`.
pub struct Phrases {
    phrases: FxHashSet<String>,
    /// By first word, how many words its phrases have, most first.
    lengths: FxHashMap<String, Vec<usize>>,
}

impl Phrases {
    /// Take over the list.
    pub fn new(tables: &Tables, name: &str) -> PyResult<Phrases> {
        let phrases = tables.word_list(name)?;
        let mut lengths: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for phrase in &phrases {
            let first = phrase.split(' ').next().unwrap_or_default();
            lengths.entry(first.to_owned()).or_default().push(phrase.split(' ').count());
        }
        for found in lengths.values_mut() {
            found.sort_unstable_by_key(|length| std::cmp::Reverse(*length));
            found.dedup();
        }
        Ok(Phrases { phrases, lengths })
    }

    /// The longest phrase at a place, written as one, and where it ends.
    pub fn longest_phrase(&self, words: &[&str], start: usize) -> Option<(String, usize)> {
        self.lengths.get(words[start])?.iter().find_map(|length| {
            let phrase = words.get(start..start + length)?;
            self.phrases.contains(&phrase.join(" ")).then(|| (phrase.concat(), start + length))
        })
    }
}

/// Firms' names, which the engine does not read yet.
pub struct Firms;

impl Firms {
    /// Whether the engine reads names of a kind; of a kind not told, it cannot tell whether a firm's it is.
    pub fn reads(kind: Option<Kind>) -> bool {
        kind == Some(Kind::Person)
    }

    /// Whether a name has a legal form.
    pub fn has_legal_form(&self, _words: &[&str]) -> bool {
        unreachable!("no name is read whose kind is not told")
    }

    /// The words of a name that are in no legal form.
    pub fn without_legal_forms(&self, _words: &[&str]) -> Vec<String> {
        unreachable!("no firm's name is read")
    }

    /// The acronyms of a name: of its words without the legal form, and of them all.
    pub fn acronyms(&self, _words: &[&str], _named: &[&str]) -> Vec<String> {
        unreachable!("no firm's name is read")
    }

    /// The parts of the name of an organisation, a vessel or an aircraft.
    pub fn organisation_parts(&self, _words: &[&str], _kind: Kind) -> Vec<Part> {
        unreachable!("no firm's name is read")
    }
}
