//! Know the common names: which Latin spellings are of one original: `names/sounds/known_names.py`.

use crate::handed::Named;
use crate::lexicon::Word;
use crate::sounds::{Sounds, WILD_VOWEL};
use crate::tables::Tables;
use pyo3::exceptions::PyValueError;
use pyo3::PyResult;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::Arc;

/// Tables of known names: their first column is the original, their second its spellings.
const TABLES: [&str; 4] = [ARABIC, "somali_names.tsv", "hebrew_names.tsv", "slavic_names.tsv"];
const ARABIC: &str = "arabic_names.tsv";
const BORNE_BY_MANY: &str = "usual_names.txt";

/// The originals by their numbers, and which of them a spelling's sounds are of.
pub struct KnownNames {
    sounds: Arc<Sounds>,
    /// Key → numbers, least first.
    index: FxHashMap<String, Vec<u16>>,
    texts: Vec<String>,
    usual: FxHashSet<String>,
    /// Spelling as it is written, doubled consonants written once → numbers, least first.
    written: FxHashMap<String, Vec<u16>>,
    shortest: usize,
    between: String,
    /// Sounds that are taken for others, and those.
    taken_for: Vec<(u8, u8)>,
    /// What makes a family's name of a father's, the longest first.
    endings: Vec<String>,
    /// How a Slavic family name ends where a woman bears it.
    of_women: Vec<String>,
    /// What makes a woman's name of a man's that ends in a consonant.
    a_womans: Vec<String>,
    /// Names that end so and are men's.
    a_mans: FxHashSet<String>,
    /// Spelling → the names that many bear and that it may be of.
    borne_by_many: FxHashMap<String, Vec<u16>>,
}

impl KnownNames {
    /// Take over the tables of known names, with the rules of sounds.
    pub fn hearing(tables: &Tables, named: &Named, sounds: Arc<Sounds>) -> PyResult<KnownNames> {
        let mut known = KnownNames {
            sounds,
            index: FxHashMap::default(),
            texts: Vec::new(),
            usual: FxHashSet::default(),
            written: FxHashMap::default(),
            shortest: named.count("known_names._SHORTEST")?,
            between: named.words("known_names._BETWEEN")?.concat(),
            taken_for: pairs(named.words("known_names._U_FOR_O")?)?,
            endings: named.words("known_names._ENDINGS")?.to_vec(),
            of_women: named.words("known_names._OF_WOMEN")?.to_vec(),
            a_womans: named.words("known_names._A_WOMANS")?.to_vec(),
            a_mans: named.set("known_names._A_MANS")?,
            borne_by_many: FxHashMap::default(),
        };
        let mut numbers = FxHashMap::default();
        for name in TABLES {
            for row in tables.rows(name)? {
                let number = known.number(&row[0], &mut numbers)?;
                row[1].split_whitespace().for_each(|spelling| known.add(spelling, number, name == ARABIC));
            }
        }
        for row in tables.rows(BORNE_BY_MANY)? {
            let number = known.number(&row[0], &mut numbers)?;
            for spelling in row[0].split_whitespace() {
                known.borne_by_many.entry(spelling.to_owned()).or_default().push(number);
            }
        }
        Ok(known)
    }

    /// Whether a word is a known spelling.
    pub fn is_known(&self, word: &str) -> bool {
        !self.originals(word).is_empty()
    }

    /// Whether a word is written as a known name usually is, and does not only sound so.
    pub fn is_usual(&self, word: &str) -> bool {
        self.usual.contains(word)
    }

    /// Whether a word is a usual spelling of a name written in Arabic script.
    pub fn is_arabic(&self, word: &str) -> bool {
        self.originals(word).iter().any(|number| self.is_in_arabic(*number))
    }

    /// The numbers of the originals that a word usually spells, least first.
    pub fn originals(&self, word: &str) -> &[u16] {
        self.originals_of(word, &self.sounds.sounds(word))
    }

    /// The same of a word whose sounds are these.
    pub fn originals_of(&self, word: &str, sounds: &str) -> &[u16] {
        if word.chars().count() < self.shortest || word.as_bytes().contains(&WILD_VOWEL) {
            return &[];
        }
        if let Some(written) = self.written.get(&*single(word)) {
            return written; // no other that only sounds so
        }
        let found = self.index.get(&*self.key(sounds));
        match found {
            None if word.contains('j') && word.contains(['a', 'e', 'i', 'o', 'u']) => {
                self.index.get(&*self.key(&self.sounds.sounds(&word.replace('j', "y"))))
            } // Jahja
            _ => found,
        }
        .map_or(&[], Vec::as_slice)
    }

    /// The numbers of the names that many bear and that a word usually spells, or those of the Arabic name
    /// that a family's name is made of: Hasan of Hasanov.
    pub fn families(&self, word: &str) -> &[u16] {
        let usual = self.borne_by_many.get(word);
        if let Some(usual) = usual.or_else(|| self.borne_by_many.get(self.of_a_man(word)?)) {
            return usual;
        }
        let last = word.as_bytes().last(); // looked at before whole endings are
        let endings = self.endings.iter().filter(|ending| ending.as_bytes().last() == last);
        let stems = endings.filter_map(|ending| word.strip_suffix(ending.as_str()));
        let stem =
            stems.filter(|stem| stem.chars().count() >= self.shortest).find(|stem| self.is_usual(stem));
        let found = stem.map_or(&[][..], |stem| self.originals(stem));
        match found.iter().all(|number| self.is_in_arabic(*number)) {
            true => found,
            false => &[],
        }
    }

    /// Whether what stands behind a man's name that is known makes a woman's of it: Farhana, of Farhan.
    pub fn is_of_a_woman(&self, word: &Word, other: &Word) -> bool {
        let behind = word.text.strip_prefix(&*other.text);
        behind.is_some_and(|behind| self.a_womans.iter().any(|ending| ending == behind))
            && !other.originals.is_empty()
            && !self.a_mans.contains(&*word.text)
            && word.originals.is_empty()
            && !other.text.ends_with(['a', 'e', 'i', 'o', 'u'])
            && other.originals.iter().all(|number| self.is_in_arabic(*number))
    }

    /// `_of_a_man`: a woman's family name as a man bears it: Ivanov of Ivanova.
    fn of_a_man<'w>(&self, word: &'w str) -> Option<&'w str> {
        let hers = self.of_women.iter().any(|ending| word.ends_with(ending.as_str()));
        hers.then(|| &word[..word.len() - 1])
    }

    /// Whether two words are spellings of one known original; None when either is not known.
    pub fn same_original(&self, first: &str, second: &str) -> Option<bool> {
        let (mine, theirs) = (self.originals(first), self.originals(second));
        let both = !mine.is_empty() && !theirs.is_empty();
        both.then(|| mine.iter().any(|number| theirs.binary_search(number).is_ok()))
    }

    /// Whether an original is written in Arabic script.
    fn is_in_arabic(&self, number: u16) -> bool {
        matches!(self.text(number).chars().next(), Some('\u{600}'..='\u{6ff}'))
    }

    /// An original by its number.
    pub fn text(&self, number: u16) -> &str {
        &self.texts[usize::from(number)]
    }

    fn number(&mut self, text: &str, numbers: &mut FxHashMap<String, u16>) -> PyResult<u16> {
        if let Some(number) = numbers.get(text) {
            return Ok(*number);
        }
        let number = u16::try_from(self.texts.len())
            .map_err(|_| PyValueError::new_err("there are more known names than 65,536"))?;
        numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        Ok(number)
    }

    fn add(&mut self, spelling: &str, number: u16, arabic: bool) {
        let loosened = if arabic { loosened(spelling, &self.between) } else { None };
        for spelled in [Some(spelling), loosened.as_deref()].into_iter().flatten() {
            let key = self.key(&self.sounds.sounds(spelled)).into_owned();
            insert(self.index.entry(key).or_default(), number);
            insert(self.written.entry(single(spelled).into_owned()).or_default(), number);
            self.usual.insert(spelled.to_owned());
        }
    }

    fn key<'a>(&self, sounds: &'a str) -> Cow<'a, str> {
        let pair = |sound| self.taken_for.iter().find(|pair| pair.0 == sound);
        let taken = |sound| pair(sound).map_or(sound, |pair| pair.1);
        match sounds.bytes().any(|sound| pair(sound).is_some()) {
            true => sounds.bytes().map(|sound| char::from(taken(sound))).collect(),
            false => sounds.into(),
        }
    }
}

/// A spelling with its doubled consonants written once.
fn single(spelling: &str) -> Cow<'_, str> {
    if spelling.as_bytes().windows(2).all(|two| two[0] != two[1]) {
        return spelling.into(); // most have none
    }
    let mut letters: Vec<char> = spelling.chars().collect();
    letters.dedup_by(|next, last| next == last && !"aeiouy".contains(*next));
    letters.into_iter().collect()
}

/// Put a number among others, each once, least first.
fn insert(numbers: &mut Vec<u16>, number: u16) {
    if let Err(place) = numbers.binary_search(&number) {
        numbers.insert(place, number);
    }
}

/// Whether two words are spellings of one known original; None when either is not known.
pub fn same_original(first: &[u16], second: &[u16]) -> Option<bool> {
    (!first.is_empty() && !second.is_empty()).then(|| meet(first, second))
}

/// Whether two words have a number in common.
pub fn meet(first: &[u16], second: &[u16]) -> bool {
    first.iter().any(|one| second.contains(one))
}

/// `_loosened`: a spelling that ends in two consonants, with a vowel between them: Adl, Adel.
fn loosened(spelling: &str, between: &str) -> Option<String> {
    let mut letters = spelling.chars();
    let (last, first) = (letters.next_back()?, letters.next_back()?);
    if !is_cluster(first, last) || first == last {
        return None;
    }
    let head = &spelling[..spelling.len() - last.len_utf8()];
    Some(format!("{head}{between}{last}"))
}

/// `_CLUSTER`, `[^aeiouy'](?<!s(?=h))(?<![kcgtdp](?=h))[^aeiouy']$`: two consonants that are no digraph.
fn is_cluster(first: char, last: char) -> bool {
    let consonant = |letter: char| !"aeiouy'".contains(letter);
    let digraph = last == 'h' && "skcgtdp".contains(first);
    consonant(first) && consonant(last) && !digraph
}

/// Words of two sounds each: what is taken for another, and the other.
fn pairs(words: &[String]) -> PyResult<Vec<(u8, u8)>> {
    let pair = |word: &String| match word.as_bytes() {
        [taken, other] => Ok((*taken, *other)),
        _ => Err(PyValueError::new_err(format!("{word:?} is not two sounds"))),
    };
    words.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{named, sounds, tables};

    fn known() -> KnownNames {
        let tables = tables(&[
            (ARABIC, &["Hasan hasan_hassan -", "Adl adl -", "Yahya yahya -", "كريم karim -"]),
            (TABLES[1], &["Hasana hasan -"]),
            (TABLES[2], &["Pyotr petr_adr -"]),
            (TABLES[3], &["Vasil vasil -"]),
            (BORNE_BY_MANY, &["meier_maier"]),
        ]);
        let words: &[(&str, &[&str])] = &[
            ("known_names._BETWEEN", &["e"]),
            ("known_names._U_FOR_O", &["ou", "3e"]),
            ("known_names._ENDINGS", &["ova", "ov"]),
            ("known_names._OF_WOMEN", &["ova", "eva"]),
            ("known_names._A_WOMANS", &["a", "ah"]),
            ("known_names._A_MANS", &["ibrahima"]),
        ];
        let named = named(words, &[("known_names._SHORTEST", 3.0)]);
        KnownNames::hearing(&tables, &named, Arc::new(sounds(&["e end 3 -"]))).expect("the tables are whole")
    }

    fn texts<'a>(known: &'a KnownNames, word: &str) -> Vec<&'a str> {
        known.originals(word).iter().map(|number| known.text(*number)).collect()
    }

    #[test]
    fn a_spelling_may_be_of_several_originals_and_is_heard_whatever_its_letters() {
        let known = known();
        assert_eq!(texts(&known, "hassan"), ["Hasan", "Hasana"]);
        assert_eq!(texts(&known, "jahja"), ["Yahya"]);
        assert!(texts(&known, "ha").is_empty() && texts(&known, "h*san").is_empty());
    }

    #[test]
    fn only_arabic_names_take_a_vowel_between_their_last_consonants() {
        let known = known();
        assert_eq!(texts(&known, "adel"), ["Adl"]);
        assert!(texts(&known, "ader").is_empty());
        assert!(known.is_usual("adel") && known.is_usual("petr") && !known.is_usual("petrr"));
        for (spelling, loose) in
            [("adl", Some("adel")), ("nash", None), ("ball", None), ("ali", None), ("a", None)]
        {
            assert_eq!(loosened(spelling, "e").as_deref(), loose, "{spelling}");
        }
    }

    #[test]
    fn a_familys_name_is_made_of_an_arabic_fathers() {
        let known = known();
        assert_eq!(known.families("karimova"), known.originals("karim"));
        assert_eq!(known.families("maier"), known.families("meier"));
        assert!(!known.families("meier").is_empty());
        assert!(["karim", "karimoff", "karimmov", "petrov", "ov"]
            .iter()
            .all(|word| known.families(word).is_empty()));
    }

    #[test]
    fn two_words_are_of_one_original_or_not_only_where_both_are_known() {
        let known = known();
        assert_eq!(known.same_original("hasan", "hassan"), Some(true));
        assert_eq!(known.same_original("hasan", "petr"), Some(false));
        assert_eq!(known.same_original("hasan", "zelkova"), None);
    }
}
