//! All that is known of words: what each word of a name is prepared with, once, before it meets others.

use crate::edits::letters_in;
use crate::known_names::KnownNames;
use crate::languages::Languages;
use crate::part::Part;
use crate::shortened::Shortening;
use crate::sound_costs::{HandedCosts, Heard, Marks, SoundCosts};
use crate::sounds::{Sounds, WILD_VOWEL};
use crate::weights::{HandedWeights, Weights, FULL};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::Arc;

/// Room for the longest outline: no word has more sounds.
pub const OUTLINE: usize = crate::sound_costs::LONGEST;
const VOWEL_MARK: u8 = b'a';

/// Letters as they stand for a class of sounds, by code; nothing for one that is left out.
type Classes = [Option<u8>; 128];

/// A half of an Arabic compound, and what a word is at most like another which lacks it.
pub struct Half {
    affix: String,
    in_front: bool,
    shortest: usize,
    pub missing: i64,
    pub article: bool,
}

impl Half {
    /// What is left of a word without the half; the word itself where it has none.
    pub fn stripped<'a>(&self, word: &'a str) -> &'a str {
        // Most words are told by a letter: it is looked at before whole affixes are.
        let (letter, own) = (word.as_bytes(), self.affix.as_bytes());
        let left = match self.in_front {
            true if letter.first() == own.first() => word.strip_prefix(&*self.affix),
            false if letter.last() == own.last() => word.strip_suffix(&*self.affix),
            _ => None,
        };
        left.unwrap_or(word)
    }

    /// Whether what is left is long enough to be a name.
    pub fn is_enough(&self, left: &str) -> bool {
        left.len() >= self.shortest
    }
}

/// What the reference's modules of words name, as Python hands it over.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct HandedWords {
    sounds: String,
    sound_weights: Vec<i64>,
    costs: HandedCosts,
    bare_costs: HandedCosts,
    pub known_same: i64,
    pub known_different: i64,
    /// Affix, whether it stands in front, the fewest letters left, the most likeness, whether an article.
    halves: Vec<(String, bool, usize, i64, bool)>,
    consonants: Vec<(char, String)>,
    outline: Vec<(char, String)>,
    weak: String,
    read_as: Vec<(String, String)>,
    read: String,
    nicknames: Vec<(String, Vec<u16>)>,
    pub word_bits: FxHashMap<String, i64>,
    /// The sounds of the words that many have in their names.
    counted: FxHashSet<String>,
    pub places: FxHashSet<String>,
    /// What a firm deals in, by the words that say it.
    pub trades: FxHashMap<String, String>,
    pub subjects: FxHashMap<String, String>,
    pub patronymics: Vec<String>,
    pub shortest_patronymic: usize,
    small_words: Vec<String>,
    never_joined: Vec<String>,
    /// Generations that contradict each other, of the two ways to write them.
    pub rivals: Vec<Vec<String>>,
    /// What makes one family's name of another's.
    pub family_endings: Vec<String>,
    pub outlines_alike: (usize, usize),
    pub outlines_without_vowels_alike: (usize, usize),
    pub join_lengths_apart: usize,
    pub longest_join: usize,
    pub shortening: Shortening,
}

/// The rules and tables by which words are prepared and compared.
pub struct Lexicon {
    pub sounds: Arc<Sounds>,
    pub known: Arc<KnownNames>,
    pub costs: SoundCosts,
    pub languages: Arc<Languages>,
    pub weights: Weights,
    pub halves: Vec<Half>,
    pub handed: HandedWords,
    consonants: Classes,
    outline: Classes,
    nicknames: FxHashMap<String, Vec<u16>>,
    /// Which letters stand in each that a scanner mistakes, and which are mistaken for others alone.
    mistaken: Vec<u64>,
    read: u64,
}

/// A word with all that its comparisons need.
pub struct Word {
    pub text: Box<str>,
    pub heard: Heard,
    pub weight: i64,
    pub core: Marks,
    pub outline: Marks,
    /// The word without halves of compounds, where it has any, and its sounds' classes.
    pub stem: Option<Stem>,
    pub originals: Box<[u16]>,
    /// The name that many bear and it spells, or the father's that a family's name is made of.
    pub families: Box<[u16]>,
    /// Whether it is written as a known name usually is, and does not only sound so.
    pub is_usual: bool,
    pub nicknames: Box<[u16]>,
    pub scanned: Option<Box<str>>,
    pub shorthand: Marks,
    pub is_shorthand: bool,
    /// Whether it may be the beginning of a longer word: `likeness/_cut.py`.
    pub may_be_cut: bool,
    pub is_wild: bool,
}

/// What is left of an Arabic compound.
pub struct Stem {
    pub text: Box<str>,
    /// The most that the word is like another which has none of its halves.
    pub most: i64,
    pub heard: Heard,
    pub core: Marks,
    pub outline: Marks,
    pub originals: Box<[u16]>,
}

impl Lexicon {
    /// Take over Python's tables and numbers.
    pub fn new(
        sounds: Arc<Sounds>,
        known: Arc<KnownNames>,
        languages: Arc<Languages>,
        weights: HandedWeights,
        handed: HandedWords,
    ) -> PyResult<Lexicon> {
        let (consonants, outline) = (classes(&handed.consonants)?, classes(&handed.outline)?);
        let costs =
            SoundCosts::new(&handed.sounds, handed.sound_weights.clone(), &handed.costs, &handed.bare_costs)?;
        let halves = handed.halves.iter().cloned().map(|(affix, in_front, shortest, missing, article)| {
            Half { affix, in_front, shortest, missing, article }
        });
        Ok(Lexicon {
            known,
            sounds,
            costs,
            languages,
            weights: Weights::new(weights)?,
            halves: halves.collect(),
            consonants,
            outline,
            nicknames: handed.nicknames.iter().cloned().collect(),
            mistaken: handed.read_as.iter().map(|(letters, _)| letters_in(letters.as_bytes())).collect(),
            read: letters_in(handed.read.as_bytes()),
            handed,
        })
    }

    /// A word with all that its comparisons need.
    pub fn word(&self, text: &str) -> Word {
        let sounds = self.sounds.sounds(text);
        let originals: Box<[u16]> = self.known.originals_of(text, &sounds).into();
        let (stem, most) = self.stem_and_most(text);
        let shorthand = shorthand(text);
        let heard = self.costs.heard(&sounds);
        let nicknames: Box<[u16]> = self.nicknames.get(text).map_or(&[][..], Vec::as_slice).into();
        let is_counted = self.handed.counted.contains(&sounds);
        let is_whole = is_counted || !originals.is_empty() || !nicknames.is_empty();
        Word {
            weight: self.costs.weight(&heard),
            outline: self.outline_of(&heard),
            heard,
            core: translated(&self.consonants, &sounds),
            stem: (stem != text).then(|| self.stem_of(stem, most)),
            scanned: self.scanned(text, is_whole),
            is_shorthand: originals.is_empty() && is_shorthand(text) && !(text.len() < ENOUGH && is_counted),
            may_be_cut: !is_whole
                && text.len() as i64 >= self.weights.rules.cut_letters
                && text.bytes().all(|letter| letter.is_ascii_alphabetic()),
            is_usual: self.known.is_usual(text),
            families: self.known.families(text).into(),
            nicknames,
            shorthand,
            is_wild: text.as_bytes().contains(&WILD_VOWEL),
            originals,
            text: text.into(),
        }
    }

    fn stem_of(&self, stem: &str, most: i64) -> Stem {
        let sounds = self.sounds.sounds(stem);
        let heard = self.costs.heard(&sounds);
        Stem {
            text: stem.into(),
            most,
            outline: self.outline_of(&heard),
            heard,
            core: translated(&self.consonants, &sounds),
            originals: self.known.originals_of(stem, &sounds).into(),
        }
    }

    /// A word without the halves of Arabic compounds it has.
    pub fn stem<'a>(&self, word: &'a str) -> &'a str {
        self.stem_and_most(word).0
    }

    /// The same, and the most that the word is like another which has none of its halves.
    fn stem_and_most<'a>(&self, mut word: &'a str) -> (&'a str, i64) {
        let mut most = FULL;
        for half in &self.halves {
            let left = half.stripped(word);
            if left.len() != word.len() && half.is_enough(left) {
                (word, most) = (left, most.min(half.missing));
            }
        }
        (word, most)
    }

    /// Whether a word neither begins nor ends as a half does, and is long enough to be compared with what is
    /// left of any.
    pub fn lacks_all_halves(&self, word: &str) -> bool {
        self.halves.iter().all(|half| half.is_enough(word) && half.stripped(word).len() == word.len())
    }

    /// Whether a word begins or ends as several halves do, or as another does once one is left out.
    pub fn has_several_halves(&self, word: &str) -> bool {
        let left = |word: &str| -> Vec<usize> {
            let stripped = self.halves.iter().map(|half| half.stripped(word));
            (0..).zip(stripped).filter(|(_, left)| left.len() != word.len()).map(|(half, _)| half).collect()
        };
        match left(word)[..] {
            [] => false,
            [half] => !left(self.halves[half].stripped(word)).is_empty(),
            _ => true,
        }
    }

    fn outline_of(&self, heard: &[u8]) -> Marks {
        let mut outline = [0; OUTLINE];
        let length = self.outline_into(heard, &mut outline);
        outline[..length].into()
    }

    /// Put a word's consonants by class, with a mark for the vowels between; return how many there are.
    ///
    /// Two marks of vowels are one; of three the last stays, as Python's replace has it.
    pub fn outline_into(&self, heard: &[u8], outline: &mut [u8; OUTLINE]) -> usize {
        let (mut length, mut open) = (0, false);
        for sound in heard {
            let Some(mark) = self.outline[usize::from(self.costs.letter(*sound))] else { continue };
            let vowel = mark == VOWEL_MARK;
            if vowel && open {
                open = false;
                continue;
            }
            open = vowel;
            outline[length] = mark;
            length += 1;
        }
        length
    }

    /// The word as it may be read by a scanner; None where nothing is mistaken, or where it is short and not
    /// just one of the two is a name.
    fn scanned(&self, text: &str, is_whole: bool) -> Option<Box<str>> {
        let mut seen = Cow::Borrowed(text);
        let mut has = letters_in(text.as_bytes());
        for ((letters, read), of_these) in self.handed.read_as.iter().zip(&self.mistaken) {
            if has & of_these == *of_these && holds(&seen, letters) {
                seen = seen.replace(letters.as_str(), read).into();
                has = letters_in(seen.as_bytes());
            }
        }
        let of_read = |letter: u8| self.handed.read.as_bytes().contains(&letter);
        let mistaken = seen != text || has & self.read != 0 && text.bytes().any(of_read);
        let (size, rules) = (seen.len() as i64, &self.weights.rules);
        let enough = || match seen == text {
            true => is_whole,
            false => !is_whole && self.is_whole(&seen),
        };
        let fits = mistaken && (size >= rules.typed_one || size >= rules.swapped && enough());
        fits.then(|| Box::from(&*seen))
    }

    /// Whether a word is a name as it stands: `likeness/_whole.py`.
    fn is_whole(&self, text: &str) -> bool {
        let known = !self.known.originals(text).is_empty() || self.nicknames.contains_key(text);
        known || self.handed.counted.contains(&self.sounds.sounds(text))
    }

    /// Whether a consonant left out of two makes a key.
    pub fn is_weak(&self, consonant: u8) -> bool {
        self.handed.weak.as_bytes().contains(&consonant)
    }

    /// Whether a part is ever written as one with its neighbours.
    pub fn joins(&self, part: &Part) -> bool {
        let never = self.handed.never_joined.iter().any(|role| role == part.role.as_str());
        !never && !self.handed.small_words.contains(&part.text)
    }
}

/// Whether a word holds some letters: both are so short that looking at each place is soonest done.
fn holds(word: &str, letters: &str) -> bool {
    word.as_bytes().windows(letters.len().max(1)).any(|some| some == letters.as_bytes())
}

fn classes(rows: &[(char, String)]) -> PyResult<Classes> {
    let mut table: Classes = std::array::from_fn(|code| Some(code as u8));
    for (letter, class) in rows {
        let known = letter.is_ascii() && class.len() <= 1;
        if !known {
            return Err(PyValueError::new_err(format!("no class of one letter: {letter} {class}")));
        }
        table[*letter as usize] = class.bytes().next();
    }
    Ok(table)
}

fn translated(classes: &Classes, sounds: &str) -> Marks {
    sounds.bytes().filter_map(|sound| classes[usize::from(sound) % 128]).collect()
}

/// The word without its vowels and doubled letters, but for the first letter: `likeness/_shorthand.py`.
fn shorthand(text: &str) -> Marks {
    let Some((first, rest)) = text.as_bytes().split_first() else { return Marks::default() };
    let mut kept = Marks::new();
    kept.push(*first);
    for letter in rest.iter().filter(|letter| !is_vowel(**letter)) {
        if kept.len() == 1 || kept.last() != Some(letter) {
            kept.push(*letter);
        }
    }
    kept
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | WILD_VOWEL)
}

/// Consonants that tell a word; fewer are told for less.
const ENOUGH: usize = 3;

/// Whether a word has no vowel between its first letter and its last, and consonants enough.
fn is_shorthand(text: &str) -> bool {
    const FEW: usize = 2;
    let letters = text.as_bytes();
    let [first, inner @ ..] = letters else { return false };
    let (inner, last) = match inner {
        [inner @ .., last] => (inner, last),
        [] => (inner, first),
    };
    let short = letters.len() < ENOUGH;
    if inner.iter().any(|letter| is_vowel(*letter)) || (is_vowel(*last) && (is_vowel(*first) || short)) {
        return false;
    }
    let fewest = if b"hwy".contains(first) { ENOUGH } else { FEW };
    let inner = inner.iter().chain([last]).filter(|letter| letters.len() > 1 && !is_vowel(**letter));
    consonants([first].into_iter().chain(inner)) >= fewest
}

/// The consonants of a word without vowels that count.
fn consonants<'a>(mut shorthand: impl Iterator<Item = &'a u8>) -> usize {
    let first = shorthand.next().is_some_and(|letter| !is_vowel(*letter));
    usize::from(first) + shorthand.filter(|letter| !b"hwy".contains(letter)).count()
}

impl Word {
    /// Whether the other is this word cut off: `likeness/_cut.py`.
    pub fn begins(&self, other: &Word) -> bool {
        let whole = self.text.len() > other.text.len() && !self.is_wild;
        other.may_be_cut && whole && self.text.starts_with(&*other.text)
    }

    /// Whether what is left of the word without its vowels fits few others.
    pub fn is_told_by_consonants(&self) -> bool {
        consonants(self.shorthand.iter()) >= ENOUGH
    }
}
