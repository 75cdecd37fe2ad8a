//! Tell what kind of part each word of a firm's or a ship's name is: `names/firms/_parts.py`.
//!
//! Names are words as folding leaves them: small Latin letters and digits, none of them empty.

mod acronyms;
mod by_sound;
mod name;
mod parts;
mod words;

use crate::handed::Named;
use crate::part::{Kind, Part};
use crate::phrases::Phrases;
use crate::sounds::Sounds;
use crate::tables::Tables;
use acronyms::Acronyms;
use name::Name;
use pyo3::PyResult;
use rustc_hash::FxHashSet;
use std::sync::Arc;
use words::{English, FirmWords};

/// The tables that firms' and ships' names are read with.
pub struct Firms {
    words: FirmWords,
    acronyms: Acronyms,
    legal_forms: Phrases,
    generic: Phrases,
    vessel_prefixes: Phrases,
    ordinals: Phrases,
    roman_numerals: Phrases,
    british_american: Phrases,
    cardinals: Phrases,
    ordinal_endings: FxHashSet<String>,
    small_words: FxHashSet<String>,
    number: FxHashSet<String>,
    numbered: FxHashSet<String>,
    of_several: FxHashSet<String>,
    sure_forms: FxHashSet<String>,
    longest_name: usize,
}

impl Firms {
    /// Take over the tables and the modules' words, with the rules of sounds.
    pub fn new(tables: &Tables, named: &Named, sounds: Arc<Sounds>) -> PyResult<Firms> {
        Ok(Firms {
            words: FirmWords::new(tables, named, sounds)?,
            acronyms: Acronyms::new(tables, named)?,
            legal_forms: Phrases::new(tables, "legal_forms.tsv")?,
            generic: Phrases::new(tables, "firm_generic_words.tsv")?,
            vessel_prefixes: Phrases::new(tables, "vessel_prefixes.txt")?,
            ordinals: Phrases::new(tables, "ordinals.tsv")?,
            roman_numerals: Phrases::new(tables, "roman_numerals.tsv")?,
            british_american: Phrases::new(tables, "british_american.tsv")?,
            cardinals: Phrases::new(tables, "cardinals.tsv")?,
            ordinal_endings: tables.word_list("ordinal_endings.txt")?,
            small_words: named.set("firm_parts.SMALL_WORDS")?,
            number: named.set("firm_parts._NUMBER")?,
            numbered: named.set("firm_parts._NUMBERED")?,
            of_several: named.set("firm_parts._OF_SEVERAL")?,
            sure_forms: named.set("firm_parts._SURE_FORMS")?,
            longest_name: named.count("firm_parts._LONGEST_NAME_OF_A_FORM")?,
        })
    }

    /// Whether a name ends in a legal form, or has one that is no word of people's names.
    pub fn has_legal_form(&self, words: &[&str]) -> bool {
        // Only at the end, and never a name that is wholly one.
        if words.len() < 2 {
            return false;
        }
        if words.iter().any(|word| self.sure_forms.contains(*word)) {
            return true;
        }
        let english = self.words.in_english(words);
        let name = Name::new(words, &english); // no abbreviations: Kim Ran and Nguyen Eu may be people
        let ends = |at: usize| name.phrase(at, &self.legal_forms).is_some_and(|(_, end)| end == name.len());
        (0..name.len()).any(|at| name.written_at(at) > 0 && ends(at))
    }

    /// The words of an organisation's name that are in no legal form.
    pub fn without_legal_forms(&self, words: &[&str]) -> Vec<String> {
        let english = self.words.in_english(words);
        let in_form = self.read(words, &english).places_in(&self.legal_forms);
        let kept = words.iter().zip(in_form).filter(|(_, in_form)| !in_form);
        kept.map(|(word, _)| (*word).to_owned()).collect()
    }

    /// The acronyms of a name: of its words without the legal form, and of them all.
    pub fn acronyms(&self, words: &[&str], named: &[&str]) -> Vec<String> {
        self.acronyms.acronyms(words, named)
    }

    /// Whether a word is the acronym of the others of a name.
    pub fn is_own_acronym(&self, word: &str, others: &[&str]) -> bool {
        self.acronyms.is_own(word, others)
    }

    /// The parts of the name of an organisation, a vessel or an aircraft.
    pub fn organisation_parts(&self, words: &[&str], kind: Kind) -> Vec<Part> {
        if kind == Kind::Organisation {
            let english = self.words.in_english(words);
            return self.parts_of(&self.read(words, &english), kind);
        }
        self.parts_of(&Name::new(words, &[]), kind)
    }

    /// A name's words in English, with the abbreviations that only a firm has.
    fn read<'a>(&'a self, words: &'a [&'a str], english: &'a [English]) -> Name<'a> {
        let name = Name::new(words, english);
        name.with_abbreviations(&self.words, &self.legal_forms)
    }
}
