//! Put the words of firms' and institutions' names into English: `names/firms/_english.py`.

use super::by_sound::BySound;
use crate::handed::Named;
use crate::memo::Memo;
use crate::phrases::Phrases;
use crate::sounds::Sounds;
use crate::tables::{Row, Tables};
use pyo3::exceptions::PyKeyError;
use pyo3::PyResult;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Words remembered.
const REMEMBERED: usize = 1 << 16;

/// The English words that one word stands for; none where it is not known.
pub type English = Arc<[Box<str>]>;
/// Word → the English words that it stands for, a blank between.
type Meanings = FxHashMap<String, String>;

/// A stem's endings, by the number of their language, and its English.
struct Stem {
    endings: usize,
    meaning: String,
}

/// The tables that words are put into English with.
pub struct FirmWords {
    generic: Phrases,
    standing: FxHashSet<String>,
    whole: Meanings,
    stems: FxHashMap<String, Vec<Stem>>,
    endings: Vec<FxHashSet<String>>,
    anywhere: Meanings,
    first: Meanings,
    behind: Meanings,
    last: Meanings,
    by_sound: BySound,
    longest_ending: usize,
    shortest_stem: usize,
    known: Memo<English>,
}

impl FirmWords {
    /// Take over the tables and the module's numbers, with the rules of sounds.
    pub fn new(tables: &Tables, named: &Named, sounds: Arc<Sounds>) -> PyResult<FirmWords> {
        let generic = Phrases::new(tables, "firm_generic_words.tsv")?;
        let abbreviations = tables.rows("firm_abbreviations.tsv")?;
        let mut words = FirmWords {
            standing: standing(tables, &generic)?,
            generic,
            whole: Meanings::default(),
            stems: FxHashMap::default(),
            endings: Vec::new(),
            anywhere: placed_at("any", abbreviations),
            first: placed_at("named", abbreviations),
            behind: placed_at("behind", abbreviations),
            last: placed_at("last", abbreviations),
            by_sound: BySound::new(tables, named, sounds)?,
            longest_ending: named.count("firm_english._LONGEST_ENDING")?,
            shortest_stem: named.count("firm_english._SHORTEST_STEM")?,
            known: Memo::new(REMEMBERED),
        };
        words.add_stems(tables)?;
        Ok(words)
    }

    /// The English of each word of a name.
    pub fn in_english(&self, words: &[&str]) -> Vec<English> {
        words.iter().map(|word| self.english(word)).collect()
    }

    /// The English words that a word stands for anywhere in a name; none if it is unknown.
    pub fn english(&self, word: &str) -> English {
        self.known.get(word, || self.found(word).split_whitespace().map(Box::from).collect())
    }

    /// The English of an abbreviation that is one only as a name's first word, behind it, or as the last.
    pub fn placed_abbreviation(&self, word: &str, first: bool, behind: bool, last: bool) -> &str {
        let places = [(&self.first, first), (&self.behind, behind), (&self.last, last)];
        let meant = places.into_iter().filter(|(_, stands)| *stands).filter_map(|(table, _)| table.get(word));
        meant.map(String::as_str).find(|meaning| !meaning.is_empty()).unwrap_or_default()
    }

    fn found(&self, word: &str) -> &str {
        if self.standing.contains(word) {
            return "";
        }
        let found = self.looked_up(word);
        match found.trim().is_empty() {
            true => "",
            // A word of two languages: the table of whole words decides.
            false => self.generic.standing(word).unwrap_or(found),
        }
    }

    fn looked_up(&self, word: &str) -> &str {
        let short = self.anywhere.get(word).filter(|meaning| !meaning.is_empty());
        if let Some(meaning) = short.or_else(|| self.whole.get(word)) {
            return meaning;
        }
        self.by_stem(word).or_else(|| self.by_sound.english(word)).unwrap_or_default()
    }

    /// The English of the longest stem that stands before an ending of its language.
    fn by_stem(&self, word: &str) -> Option<&str> {
        let places = (self.shortest_stem..=word.len()).rev().take(self.longest_ending + 1);
        places.filter(|end| word.is_char_boundary(*end)).find_map(|end| {
            let (stem, ending) = word.split_at(end);
            let takes = |stem: &&Stem| self.endings[stem.endings].contains(ending);
            Some(self.stems.get(stem)?.iter().find(takes)?.meaning.as_str())
        })
    }

    fn add_stems(&mut self, tables: &Tables) -> PyResult<()> {
        let mut languages = FxHashMap::default();
        for row in tables.rows("firm_word_endings.tsv")? {
            languages.insert(row[0].as_str(), self.endings.len());
            let endings = row[1].split(',').map(|ending| ending.trim().to_owned());
            self.endings.push(endings.chain([String::new()]).collect());
        }
        for row in tables.rows("firm_word_stems.tsv")? {
            for word in row[2].split(',').map(str::trim) {
                let Some(stem) = word.strip_suffix('*') else {
                    self.whole.entry(word.to_owned()).or_insert_with(|| row[0].clone());
                    continue;
                };
                let unknown = || PyKeyError::new_err(format!("word_endings.tsv: no language {}", row[1]));
                let endings = *languages.get(row[1].as_str()).ok_or_else(unknown)?;
                let found = self.stems.entry(stem.to_owned()).or_default();
                found.push(Stem { endings, meaning: row[0].clone() });
            }
        }
        Ok(())
    }
}

/// `_standing`: the English words of the tables, which no stem of another language may change.
fn standing(tables: &Tables, generic: &Phrases) -> PyResult<FxHashSet<String>> {
    let legal_forms = Phrases::new(tables, "legal_forms.tsv")?;
    let stems = tables.rows("firm_word_stems.tsv")?.iter().map(|row| row[0].as_str());
    let short = tables.rows("firm_abbreviations.tsv")?.iter().map(|row| row[1].as_str());
    let phrases = generic.all_standing().chain(legal_forms.all_standing()).chain(stems).chain(short);
    Ok(phrases.flat_map(str::split_whitespace).map(str::to_owned).collect())
}

/// `_abbreviations`: those that stand at a place, with their English; the last of a spelling's is kept.
fn placed_at(place: &str, rows: &[Row]) -> Meanings {
    let rows = rows.iter().filter(|row| row[0] == place);
    let shorts =
        rows.flat_map(|row| row[2].split(',').map(|short| (short.trim().to_owned(), row[1].clone())));
    shorts.collect()
}
