//! The languages whose names are made of syllables, and which of them a name may be in:
//! `languages` and `common_languages` of `matching/similarity.py`.

use crate::burmese_latin::Burmese;
use crate::handed::{Named, SyllableRows};
use crate::syllables::{Limits, NamesOfSyllables, SyllableTable};
use crate::tables::Tables;
use crate::vietnamese_latin::Vietnamese;
use pyo3::exceptions::PyKeyError;
use pyo3::PyResult;
use rustc_hash::{FxHashMap, FxHashSet};

/// A set of languages, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spoken(u8);

impl Spoken {
    pub const NONE: Spoken = Spoken(0);
    pub const BURMESE: Spoken = Spoken(1);
    pub const CHINESE: Spoken = Spoken(2);
    pub const KOREAN: Spoken = Spoken(4);
    /// Two names both of syllables, but of no common language.
    pub const APART: Spoken = Spoken(8);
    /// A Chinese name that is spelled in pinyin for certain.
    pub const PINYIN: Spoken = Spoken(16);
    /// A Chinese name that a romaniser spelled by another system.
    pub const NOT_PINYIN: Spoken = Spoken(32);
    const SYSTEMS: Spoken = Spoken(16 | 32);

    const NAMES: [(&'static str, Spoken); 6] = [
        ("apart", Spoken::APART),
        ("burmese", Spoken::BURMESE),
        ("chinese", Spoken::CHINESE),
        ("korean", Spoken::KOREAN),
        ("not-pinyin", Spoken::NOT_PINYIN),
        ("pinyin", Spoken::PINYIN),
    ];

    /// The set of one language that Python names so.
    pub fn parse(name: &str) -> Option<Spoken> {
        Spoken::NAMES.iter().find(|(known, _)| *known == name).map(|(_, spoken)| *spoken)
    }

    /// The languages as Python names them, in alphabetical order.
    pub fn names(self) -> Vec<&'static str> {
        Spoken::NAMES.iter().filter(|(_, one)| self.has(*one)).map(|(name, _)| *name).collect()
    }

    /// The set as a number.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// The set that a number stands for.
    pub fn of_bits(bits: u8) -> Spoken {
        Spoken(bits)
    }

    /// Whether a language is in the set.
    pub fn has(self, one: Spoken) -> bool {
        self.0 & one.0 != 0
    }

    /// The languages in either set.
    pub fn or(self, other: Spoken) -> Spoken {
        Spoken(self.0 | other.0)
    }

    /// The languages in both sets.
    pub fn and(self, other: Spoken) -> Spoken {
        Spoken(self.0 & other.0)
    }

    fn without(self, other: Spoken) -> Spoken {
        Spoken(self.0 & !other.0)
    }

    /// `common_languages`: what two names may both be in; none unless both are of syllables. Two names in
    /// pinyin are compared as such.
    pub fn common(self, other: Spoken) -> Spoken {
        let both = self.and(other);
        let one_system = both.has(Spoken::PINYIN) || self.or(other).and(Spoken::SYSTEMS) == Spoken::SYSTEMS;
        let both = both.without(if one_system { Spoken::CHINESE } else { Spoken::NONE });
        match (both.without(Spoken::NOT_PINYIN), self, other) {
            (Spoken::NONE, Spoken::NONE, _) | (Spoken::NONE, _, Spoken::NONE) => Spoken::NONE,
            (Spoken::NONE, _, _) => Spoken::APART,
            (both, _, _) => both,
        }
    }
}

/// The languages' names.
pub struct Languages {
    pub korean: NamesOfSyllables,
    pub chinese: NamesOfSyllables,
    pub burmese: Burmese,
    pub vietnamese: Vietnamese,
    /// By a romanisation's standard, the languages it has read a name as.
    read_as: FxHashMap<String, Spoken>,
    /// By a romanisation's standard, the languages whose own script it was written in.
    written_in: FxHashMap<String, Spoken>,
    korean_surnames: FxHashSet<String>,
    pinyin: Pinyin,
    surname_first: FxHashSet<String>,
    /// The standard of a name in letters that leave vowels out.
    vowels_guessed: String,
}

impl Languages {
    /// Take over the tables of syllables.
    pub fn new(
        tables: &Tables,
        named: &Named,
        mut syllables: FxHashMap<String, SyllableRows>,
    ) -> PyResult<Languages> {
        let limits = Limits {
            most_readings: named.count("syllables._MOST_READINGS")?,
            longest_word: named.count("syllables._LONGEST_WORD")?,
        };
        let mut table = |name: &str| match syllables.remove(name) {
            Some(rows) => SyllableTable::new(rows, limits),
            None => Err(PyKeyError::new_err(format!("{name} was not handed to the engine"))),
        };
        Ok(Languages {
            korean: NamesOfSyllables {
                surname: table("korean_latin.SURNAME")?,
                given: table("korean_latin.GIVEN")?,
            },
            chinese: NamesOfSyllables {
                surname: table("chinese_latin.SURNAME")?,
                given: table("chinese_latin.GIVEN")?,
            },
            burmese: Burmese::new(table("burmese_latin.NAMES")?, named)?,
            vietnamese: Vietnamese::new(tables, named)?,
            read_as: by_standard(named, "similarity._READ_AS")?,
            written_in: by_standard(named, "similarity._WRITTEN_IN")?,
            pinyin: Pinyin::new(named)?,
            korean_surnames: named.set("similarity._KOREAN_SURNAMES")?,
            surname_first: named.set("similarity._SURNAME_FIRST")?,
            vowels_guessed: named.words("comparable.VOWELS_GUESSED")?.concat(),
        })
    }

    /// The languages that a name's words, in the order written, may be read in; `standard` is that of their
    /// romanisation.
    pub fn languages(&self, words: &[&str], standard: Option<&str>) -> Spoken {
        if let Some(written) = standard.and_then(|standard| self.written_in.get(standard)) {
            return *written;
        }
        let found = self.looks(words);
        let Some(read) = standard.and_then(|standard| self.read_as.get(standard)) else {
            return found;
        };
        // By which system a romaniser spelled Chinese it tells; of two systems no name is.
        match found.and(*read) {
            both if both.has(Spoken::CHINESE) => both.or(read.and(Spoken::SYSTEMS)),
            both => both.without(Spoken::SYSTEMS),
        }
    }

    /// Whether a name romanised by a standard has its surname in front, as it is written in Korea and China.
    pub fn is_surname_first(&self, standard: Option<&str>) -> bool {
        standard.is_some_and(|standard| self.surname_first.contains(standard))
    }

    /// Whether a name romanised by a standard is in syllables of another script, word by word.
    pub fn is_of_syllables(&self, standard: Option<&str>) -> bool {
        standard.is_some_and(|by| self.read_as.contains_key(by) || self.written_in.contains_key(by))
    }

    /// Whether a reading by a standard is of a name in letters that leave vowels out.
    pub fn has_guessed_vowels(&self, standard: Option<&str>) -> bool {
        standard == Some(&*self.vowels_guessed)
    }

    fn looks(&self, words: &[&str]) -> Spoken {
        let mut found = Spoken::NONE;
        if self.korean.looks(words) {
            found = found.or(Spoken::KOREAN);
            let ends = [words[0], words[words.len() - 1]];
            if ends.iter().any(|word| self.korean_surnames.contains(*word)) {
                return found;
            }
        }
        if self.chinese.looks(words) {
            found = found.or(Spoken::CHINESE);
            if self.pinyin.is_of(&self.chinese, words) {
                found = found.or(Spoken::PINYIN);
            }
        }
        if words.len() > 1 && self.burmese.looks(words) {
            found = found.or(Spoken::BURMESE);
        }
        found
    }

    /// The keys of a word's syllables in one language.
    pub fn equivalents(&self, word: &str, one: Spoken) -> Vec<Box<str>> {
        match one {
            Spoken::BURMESE => self.burmese.equivalents(word),
            Spoken::CHINESE => self.chinese.equivalents(word),
            Spoken::KOREAN => self.korean.equivalents(word),
            _ => Vec::new(),
        }
    }

    /// Whether a word is of syllables of one language: else it agrees in it with none.
    pub fn reads(&self, word: &str, one: Spoken) -> bool {
        match one {
            Spoken::BURMESE => self.burmese.is_read(word),
            Spoken::CHINESE => self.chinese.is_read(word),
            Spoken::KOREAN => self.korean.is_read(word),
            _ => false,
        }
    }

    /// How far two words may be the same syllables in one language.
    pub fn agreement(&self, first: &str, second: &str, one: Spoken) -> f64 {
        match one {
            Spoken::BURMESE => self.burmese.agreement(first, second),
            Spoken::CHINESE => self.chinese.agreement(first, second),
            Spoken::PINYIN => self.pinyin.agreement(&self.chinese, first, second),
            Spoken::KOREAN => self.korean.agreement(first, second),
            _ => 0.0,
        }
    }
}

/// Which Chinese names are spelled in pinyin alone: `is_pinyin` and `pinyin_agreement` of `chinese.py`.
struct Pinyin {
    /// Letters of pinyin alone, each with the letter behind which others have them, or none.
    letters: Vec<(String, String)>,
    /// What a reading in it weighs.
    weight: f64,
}

impl Pinyin {
    fn new(named: &Named) -> PyResult<Pinyin> {
        let row = |row: &String| {
            let (letters, behind) = row.split_once(' ').unwrap_or((row, ""));
            (letters.to_owned(), behind.to_owned())
        };
        Ok(Pinyin {
            letters: named.words("chinese_latin._IN_PINYIN_ALONE")?.iter().map(row).collect(),
            weight: named.number("chinese_latin._PINYIN")?,
        })
    }

    fn is_of(&self, chinese: &NamesOfSyllables, words: &[&str]) -> bool {
        words.iter().any(|word| self.has_letters(word))
            && words.iter().all(|word| !self.readings(chinese, word).is_empty())
    }

    fn has_letters(&self, word: &str) -> bool {
        self.letters.iter().any(|(letters, behind)| {
            word.match_indices(letters.as_str())
                .any(|(at, _)| behind.is_empty() || !word[..at].ends_with(behind.as_str()))
        })
    }

    fn agreement(&self, chinese: &NamesOfSyllables, first: &str, second: &str) -> f64 {
        let theirs = self.readings(chinese, second);
        match self.readings(chinese, first).iter().any(|key| theirs.contains(key)) {
            true => 1.0,
            false => 0.0,
        }
    }

    fn readings(&self, chinese: &NamesOfSyllables, word: &str) -> Vec<Box<str>> {
        let mut found = Vec::new();
        for table in [&chinese.given, &chinese.surname] {
            let readings = table.readings(word);
            found.extend(
                readings.iter().filter(|one| table.weight(one) == self.weight).map(|one| one.key.clone()),
            );
        }
        found
    }
}

/// `_READ_AS`, `_WRITTEN_IN`: words of a standard and, behind a blank each, its languages.
fn by_standard(named: &Named, table: &str) -> PyResult<FxHashMap<String, Spoken>> {
    let mut found = FxHashMap::default();
    for row in named.words(table)? {
        let mut words = row.split(' ');
        let standard = words.next().unwrap_or_default().to_owned();
        let spoken = words.filter_map(Spoken::parse).fold(Spoken::NONE, Spoken::or);
        found.insert(standard, spoken);
    }
    Ok(found)
}
