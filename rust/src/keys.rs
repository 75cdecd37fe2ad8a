//! The keys by which words that may be alike are found: each rule of `likeness/` has its own.
//!
//! Two words meet only by a rule, and each rule brings together only words that share one of its keys:
//! * known: the number of an original that both spell; nickname: of a group that both are in;
//! * scanned: the word as it may be read; shorthand: the word without its vowels;
//! * cut: the beginnings of a word, for one that may be such a beginning, and that one, for words that begin so;
//! * spelling: the consonants of either, of its stem, or all but one (`_spelling.keys` itself). Words of the same
//!   consonants are kept together, as a core, and a core by its consonants and by all but one of them; a word
//!   with a stem also by the stem's;
//! * syllables: the keys of the language;
//! * slips: the words are one slip apart. A letter changed, added or left out is in one half of the longer or
//!   the shorter word, so that the other half stands in both, at the same end; two neighbours swapped are in
//!   one half too, or are the two letters in the middle, and then the word asked for with these two swapped
//!   is the word sought. So words are kept by each half and their length, and asked for by the halves that
//!   words of their own length, and of one letter more or less, would have.
//!
//! A key is a checksum. Two keys that share one by chance cost a comparison and change nothing.

use crate::checksum;
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::pair::LANGUAGES;
use crate::sound_costs::Marks;

/// Among which words: single parts, or parts joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    Parts = 0,
    Joined = 1,
}

#[derive(Clone, Copy)]
enum Rule {
    Known,
    Nickname,
    Scanned,
    Shorthand,
    ShorthandOnly,
    Beginning,
    Cut,
    Core,
    Stem,
    Text,
    FrontHalf,
    BackHalf,
    Language,
}

/// A key of words of one sort.
fn key(among: Among, rule: Rule, more: usize, bytes: &[u8]) -> u64 {
    checksum::seeded(((among as u64) << 32 | (rule as u64) << 16) | more as u64, bytes)
}

/// The key of cores by consonants of theirs.
pub fn core_key(among: Among, consonants: &[u8]) -> u64 {
    key(among, Rule::Core, 0, consonants)
}

/// The key of words by the consonants of their stems.
pub fn stem_key(among: Among, consonants: &[u8]) -> u64 {
    key(among, Rule::Stem, 0, consonants)
}

/// The key of the word that is a text.
pub fn text_key(text: &[u8]) -> u64 {
    key(Among::Parts, Rule::Text, 0, text)
}

impl Lexicon {
    /// Add the keys that a word is kept by, but those of its consonants: by its text, and, among single and among
    /// joined words, as far as it meets others there, by its rules and by its syllables in these languages.
    pub fn add_word_keys(&self, word: &Word, languages: [Option<Spoken>; 2], keys: &mut Vec<u64>) {
        keys.push(text_key(word.text.as_bytes()));
        for (among, languages) in [Among::Parts, Among::Joined].into_iter().zip(languages) {
            let Some(languages) = languages else { continue };
            self.add_kept_keys(word, among, keys);
            keys.extend(self.language_keys(&word.text, among, languages));
        }
    }

    /// Add the keys that a word is kept by, but those of its syllables and of its consonants.
    fn add_kept_keys(&self, word: &Word, among: Among, keys: &mut Vec<u64>) {
        let text = word.text.as_bytes();
        keys.extend(self.sure_keys(word, among));
        keys.push(key(among, Rule::Shorthand, 0, &word.shorthand));
        if word.is_shorthand {
            keys.push(key(among, Rule::ShorthandOnly, 0, &word.shorthand));
        }
        if among == Among::Parts {
            keys.extend(self.beginnings(word).map(|beginning| key(among, Rule::Beginning, 0, beginning)));
            keys.extend(word.may_be_cut.then(|| key(among, Rule::Cut, 0, text)));
        }
        if text.len() as i64 + 1 >= self.weights.rules.typed_one {
            let (front, back) = text.split_at(text.len() / 2);
            keys.push(key(among, Rule::FrontHalf, text.len(), front));
            keys.push(key(among, Rule::BackHalf, text.len(), back));
        }
    }

    /// The keys of the syllables in each of the languages.
    pub fn language_keys(&self, text: &str, among: Among, languages: Spoken) -> Vec<u64> {
        let mut keys = Vec::new();
        for (place, one) in LANGUAGES.into_iter().enumerate() {
            if languages.has(one) {
                let found = self.languages.equivalents(text, one);
                keys.extend(found.iter().map(|k| key(among, Rule::Language, place, k.as_bytes())));
            }
        }
        keys
    }

    /// The keys that a word is asked for by, but those of consonants, syllables and halves.
    pub fn asked_keys(&self, word: &Word, among: Among) -> Vec<u64> {
        let mut keys: Vec<u64> = self.sure_keys(word, among).collect();
        let rule = if word.is_shorthand { Rule::Shorthand } else { Rule::ShorthandOnly };
        keys.push(key(among, rule, 0, &word.shorthand));
        if among == Among::Parts {
            keys.extend(self.beginnings(word).map(|beginning| key(among, Rule::Cut, 0, beginning)));
            keys.extend(word.may_be_cut.then(|| key(among, Rule::Beginning, 0, word.text.as_bytes())));
        }
        keys
    }

    /// What a shorter field may have left of a word.
    fn beginnings<'a>(&self, word: &'a Word) -> impl Iterator<Item = &'a [u8]> {
        let least = self.weights.rules.cut_letters as usize;
        let end = if word.is_wild { 0 } else { word.text.len() };
        (least..end).map(|length| &word.text.as_bytes()[..length])
    }

    fn sure_keys<'a>(&self, word: &'a Word, among: Among) -> impl Iterator<Item = u64> + use<'a> {
        let known = word.originals.iter();
        let known = known.map(move |number| key(among, Rule::Known, usize::from(*number), b""));
        let nicknames = word.nicknames.iter();
        let nicknames = nicknames.map(move |number| key(among, Rule::Nickname, usize::from(*number), b""));
        let scanned = word.scanned.iter();
        let scanned = scanned.map(move |seen| key(among, Rule::Scanned, 0, seen.as_bytes()));
        known.chain(nicknames).chain(scanned)
    }

    /// The keys of the halves that words one slip from a text have.
    pub fn halves_asked(&self, text: &[u8], among: Among) -> Vec<u64> {
        let size = text.len();
        if (size as i64) + 1 < self.weights.rules.typed_one {
            return Vec::new();
        }
        let mut keys = Vec::new();
        for other in size.saturating_sub(1)..=size + 1 {
            let (front, back) = (other / 2, other - other / 2);
            if front <= size {
                keys.push(key(among, Rule::FrontHalf, other, &text[..front]));
            }
            if back <= size {
                keys.push(key(among, Rule::BackHalf, other, &text[size - back..]));
            }
        }
        keys
    }

    /// `_spelling.keys`: the consonants of a word, all but one, and those of an Arabic compound's stem.
    pub fn consonant_keys(&self, word: &Word) -> Vec<Box<[u8]>> {
        let mut found: Vec<Box<[u8]>> = Vec::with_capacity(word.core.len() + 2);
        self.each_consonant_key(word, |key| found.push(key.into()));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether two words share one of these.
    pub fn share_consonants(&self, first: &Word, second: &Word) -> bool {
        let mut share = false;
        self.each_consonant_key(second, |theirs| {
            if !share {
                self.each_consonant_key(first, |mine| share |= mine == theirs);
            }
        });
        share
    }

    fn each_consonant_key(&self, word: &Word, mut take: impl FnMut(&[u8])) {
        self.each_core_key(&word.core, &mut take);
        word.stem.iter().for_each(|stem| take(&stem.core));
    }

    /// The consonants of a word, and all but one, some more than once.
    pub fn each_core_key(&self, core: &[u8], mut take: impl FnMut(&[u8])) {
        take(core);
        let mut rest = Marks::from_slice(core.get(1..).unwrap_or_default());
        for (place, consonant) in core.iter().enumerate() {
            if core.len() > 2 || (core.len() == 2 && self.is_weak(*consonant)) {
                take(&rest);
            }
            // What was left out comes back, and the next is left out.
            if let Some(next) = rest.get_mut(place) {
                *next = *consonant;
            }
        }
    }
}

/// The word with the two letters in its middle swapped.
pub fn middle_swapped(text: &[u8]) -> Option<Vec<u8>> {
    let middle = text.len() / 2;
    (middle > 0).then(|| {
        let mut swapped = text.to_vec();
        swapped.swap(middle - 1, middle);
        swapped
    })
}
