//! Tell by their tags which words of customers may meet a word of an index; most meet none.
//!
//! Why it is complete: words meet only by a key that the one is kept by and the other asked for by (see `keys`),
//! or by their text; and it makes no difference which of the two is kept and which is asked for. So words that
//! stand with customers are tagged with the keys that they would be kept by, and those of the index are asked
//! for, single ones among single and among joined words, joined ones among single words. What meets by other
//! than words (initials, generations, names that are equal once folded) is told beside.

use crate::customers::Customers;
use crate::image::{Image, Section, INITIALS};
use crate::keeping::tag;
use crate::keys::{core_key, middle_swapped, stem_key, text_key, Among};
use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::part::{Kind, Role};
use rustc_hash::{FxHashMap, FxHashSet};

/// Bits of a tag by which most that are not kept are told.
const GLANCE: u32 = 22;

/// What an index's words are asked for by.
pub struct Sieve {
    glance: Vec<u64>,
    tags: FxHashSet<u32>,
    folded: FxHashSet<u64>,
    /// Whether there is a suffix, which others may meet.
    suffixes: bool,
    /// By letter, whether there is an initial, and a word that one may stand for.
    initials: [bool; INITIALS],
    words: [bool; INITIALS],
}

impl Sieve {
    /// The sieve of an index.
    pub fn of(lexicon: &Lexicon, image: &Image) -> Sieve {
        let mut sieve = Sieve {
            glance: vec![0; 1 << (GLANCE - 6)],
            tags: FxHashSet::default(),
            folded: FxHashSet::default(),
            suffixes: image.suffixes().next().is_some(),
            initials: [false; INITIALS],
            words: [false; INITIALS],
        };
        for letter in 0..INITIALS as u8 {
            let place = usize::from(letter);
            sieve.initials[place] = image.terms_beginning(letter, true).next().is_some();
            sieve.words[place] = image.terms_beginning(letter, false).next().is_some();
        }
        let sums = image.u64s(Section::FoldedSums);
        sieve.folded.extend((0..sums.len()).map(|at| sums.get(at)));
        let mut words: FxHashMap<Box<str>, [Option<Spoken>; 2]> = FxHashMap::default();
        for number in 0..image.readings() {
            let reading = image.reading(number);
            let mut add = |text: &str, among: Among, languages: Option<Spoken>| {
                let known = &mut words.entry(text.into()).or_default()[among as usize];
                *known = languages.map_or(*known, |more| Some(known.unwrap_or_default().or(more)));
            };
            for part in &reading.parts {
                let meets = crate::build::meets_others(part.role) && !reading.acronym;
                add(&part.text, Among::Parts, meets.then_some(reading.languages));
            }
            reading.spans.iter().for_each(|span| add(&span.text, Among::Joined, Some(reading.languages)));
        }
        for (text, meets) in words {
            sieve.add_word(lexicon, &text, meets);
        }
        sieve
    }

    /// Add the keys that a word is asked for by: one that only equals meet, by its text alone.
    fn add_word(&mut self, lexicon: &Lexicon, text: &str, [single, joined]: [Option<Spoken>; 2]) {
        let swapped = middle_swapped(text.as_bytes());
        let texts = [Some(text.as_bytes()), swapped.as_deref()];
        let mut keys: Vec<u64> = texts.into_iter().flatten().map(text_key).collect();
        let word = lexicon.word(text);
        let consonants = lexicon.consonant_keys(&word);
        let mut ask = |among: Among, languages: Spoken| {
            keys.extend(lexicon.asked_keys(&word, among));
            keys.extend(lexicon.language_keys(text, among, languages));
            keys.extend(lexicon.halves_asked(text.as_bytes(), among));
            for consonants in &consonants {
                keys.extend([core_key(among, consonants), stem_key(among, consonants)]);
            }
        };
        if let Some(languages) = single {
            ask(Among::Parts, languages);
            ask(Among::Joined, languages);
        }
        if let Some(languages) = joined {
            ask(Among::Parts, languages);
        }
        for tag in keys.into_iter().map(tag) {
            let place = tag >> (32 - GLANCE);
            self.glance[(place / 64) as usize] |= 1 << (place % 64);
            self.tags.insert(tag);
        }
    }

    fn has(&self, tag: u32) -> bool {
        let place = tag >> (32 - GLANCE);
        self.glance[(place / 64) as usize] >> (place % 64) & 1 != 0 && self.tags.contains(&tag)
    }

    /// Which words of a block of customers, and which of its terms, may meet something.
    pub fn sifted(&self, customers: &Customers) -> Sifted {
        let words: Vec<bool> =
            (0..customers.words().len()).map(|word| customers.tags(word).any(|tag| self.has(tag))).collect();
        let of_term = |term: usize| {
            let (word, role) = customers.word_and_role(term);
            let first = customers.words().get(word).first().map_or(0, |letter| usize::from(*letter));
            let by_letter = match role {
                Role::Initial => self.words[first % INITIALS],
                _ => self.initials[first % INITIALS],
            };
            let by_word = words[word] || self.suffixes && role == Role::Suffix;
            Term { by_word, by_letter }
        };
        Sifted { terms: (0..customers.terms()).map(of_term).collect(), words }
    }

    /// Whether a name with this checksum is, once folded, one of the index's.
    pub fn is_equal(&self, folded: u64) -> bool {
        self.folded.contains(&folded)
    }
}

/// Whether a word with a role may meet another by what it is, and by its first letter.
#[derive(Clone, Copy)]
pub struct Term {
    pub by_word: bool,
    by_letter: bool,
}

/// What of a block may meet something.
pub struct Sifted {
    pub words: Vec<bool>,
    pub terms: Vec<Term>,
}

impl Sifted {
    /// Whether a reading may meet something among parties of a kind.
    pub fn may_meet(&self, customers: &Customers, reading: usize, kind: Kind) -> bool {
        let (mut parts, mut spans) = customers.places(reading);
        let of_part = |place: usize| {
            let term = self.terms[customers.term(place)];
            term.by_word || kind == Kind::Person && term.by_letter
        };
        parts.any(of_part) || spans.any(|place| self.words[customers.span_word(place)])
    }
}
