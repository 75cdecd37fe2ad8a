//! Find the words of an image that are alike to a word, without comparing them all.
//!
//! Guarantee: no word is left out whose likeness reaches what is asked, whatever languages two names share.
//! Words that share another key than consonants (see `keys`) are few and compared in full. Of those that
//! share consonants alone only the spelling can be alike, and it is only where the outlines are: most are
//! passed over by their signs.

use crate::edits::slips;
use crate::image::{Image, Section};
use crate::keys::{middle_swapped, Among};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::likeness::Pair;
use crate::signs::{self, Filter};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A word of the image, and all that it is to the word asked for.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub word: u32,
    pub pair: Pair,
}

/// What is asked for: words like this one.
pub struct Asked<'a> {
    pub text: &'a str,
    /// The languages that the name it is of may be in.
    pub languages: Spoken,
    pub among: Among,
    /// How alike they must be.
    pub least: i64,
    /// How many letters longer or shorter they may be; None for any number.
    pub apart: Option<usize>,
}

/// Which words were already looked at, by number; used again for every word.
#[derive(Default)]
pub struct Seen {
    marks: Vec<u32>,
    round: u32,
    words: FxHashMap<u32, Arc<Word>>,
}

/// Words of the image remembered.
const REMEMBERED: usize = 1 << 15;

impl Seen {
    /// Forget all.
    fn start(&mut self, words: usize) {
        if self.marks.len() != words || self.round == u32::MAX {
            (self.marks, self.round) = (vec![0; words], 0);
        }
        self.round += 1;
    }

    /// The word of a number, with all that its comparisons need.
    fn word(&mut self, finder: &Finder, number: u32) -> Arc<Word> {
        if self.words.len() >= REMEMBERED {
            self.words.clear();
        }
        let made = || Arc::new(finder.image.word(finder.lexicon, number as usize));
        self.words.entry(number).or_insert_with(made).clone()
    }

    /// Whether a word is seen for the first time.
    fn first(&mut self, word: u32) -> bool {
        std::mem::replace(&mut self.marks[word as usize], self.round) != self.round
    }
}

/// Finds words of an image.
#[derive(Clone, Copy)]
pub struct Finder<'a> {
    pub lexicon: &'a Lexicon,
    pub image: &'a Image,
}

impl Finder<'_> {
    /// The words alike to one, in the order of their numbers.
    pub fn alike(&self, asked: &Asked, seen: &mut Seen) -> Vec<Found> {
        let word = self.lexicon.word(asked.text);
        seen.start(self.image.words().len());
        let least = asked.least.max(self.lexicon.weights.rules.floor);
        let mut found = Vec::new();
        for number in self.sure(&word, asked) {
            if seen.first(number) && self.is_near(number, asked) {
                let other = seen.word(self, number);
                let pair = self.lexicon.pair(&word, &other, asked.languages, None);
                if pair.most(self.lexicon, asked.languages) >= least {
                    found.push(Found { word: number, pair });
                }
            }
        }
        self.by_consonants(&word, asked, least, seen, &mut found);
        found.sort_unstable_by_key(|one| one.word);
        found
    }

    fn is_near(&self, number: u32, asked: &Asked) -> bool {
        let length = self.image.words().get(number as usize).len();
        asked.apart.is_none_or(|most| length.abs_diff(asked.text.len()) <= most)
    }

    /// The words that share another key than consonants, and the word itself.
    fn sure(&self, word: &Word, asked: &Asked) -> Vec<u32> {
        let (texts, text) = (self.image.words(), word.text.as_bytes());
        let mut keys = self.lexicon.asked_keys(word, asked.among);
        keys.extend(self.lexicon.language_keys(&word.text, asked.among, asked.languages));
        let mut found: Vec<u32> = keys.into_iter().flat_map(|key| self.image.keyed(key)).collect();
        let halves = self.lexicon.halves_asked(text, asked.among);
        let kept = halves.into_iter().flat_map(|key| self.image.keyed(key));
        found.extend(kept.filter(|number| slips(text, texts.get(*number as usize), 1).is_some()));
        let same = self.image.find(text).into_iter();
        let swapped = middle_swapped(text).and_then(|swapped| self.image.find(&swapped));
        found.extend(same.chain(swapped).map(|number| number as u32));
        found
    }

    /// Add the words that share consonants and are spelled alike.
    fn by_consonants(&self, word: &Word, asked: &Asked, least: i64, seen: &mut Seen, found: &mut Vec<Found>) {
        let (filter, signs) = (Spelled::of(self, word, least), self.image.u64s(Section::Signs));
        for key in self.lexicon.spelling_keys(word, asked.among) {
            for number in self.image.keyed(key) {
                let sign = signs.get(number as usize);
                let apart = signs::lengths_apart(sign, word.text.len());
                if asked.apart.is_some_and(|most| apart > most) || !filter.may_be_alike(number, sign, apart) {
                    continue;
                }
                if seen.first(number) {
                    let amount = filter.alike(number, sign, apart, seen);
                    if amount >= least {
                        found.push(Found { word: number, pair: Pair::spelled(amount) });
                    }
                }
            }
        }
    }
}

/// Compares words that share consonants, and no other key, with one.
struct Spelled<'a> {
    finder: &'a Finder<'a>,
    word: &'a Word,
    least: i64,
    whole: Filter,
    /// The filter of what is left of the word, where it has a half of an Arabic compound, and whether that is
    /// a known name.
    stem: Option<(Filter, bool)>,
}

impl<'a> Spelled<'a> {
    fn of(finder: &'a Finder, word: &'a Word, least: i64) -> Spelled<'a> {
        let lexicon = finder.lexicon;
        let stem = word.stem.is_some().then(|| lexicon.word(lexicon.stem(&word.text)));
        let stem = stem.map(|stem| (Filter::of(lexicon, &stem, least), !stem.originals.is_empty()));
        Spelled { finder, word, least, whole: Filter::of(lexicon, word, least), stem }
    }

    /// Whether a word may be alike; true where it cannot be told.
    fn may_be_alike(&self, number: u32, sign: u64, apart: usize) -> bool {
        // Two known names are one name, which their keys tell, or do not meet.
        if !self.word.originals.is_empty() && sign & signs::KNOWN != 0 {
            return false;
        }
        self.word.is_wild
            || sign & signs::WILD != 0
            || self.whole.may_sound_alike(sign)
            || self.finder.lexicon.may_be_typed(self.word.text.len(), apart)
            || (self.stem.is_some() || sign & signs::HALF != 0) && self.may_stems_be_alike(number, sign)
    }

    /// Whether what is left of two words, one of which is an Arabic compound, may be alike.
    fn may_stems_be_alike(&self, number: u32, sign: u64) -> bool {
        let other = self.finder.image.half_sign(number).unwrap_or(sign);
        let known = self.stem.as_ref().map_or(!self.word.originals.is_empty(), |(_, known)| *known);
        let filter = self.stem.as_ref().map_or(&self.whole, |(stem, _)| stem);
        (known && other & signs::KNOWN != 0) || filter.may_sound_alike(other)
    }

    /// How alike a word is by its spelling; 0 where less than what is asked.
    fn alike(&self, number: u32, sign: u64, apart: usize, seen: &mut Seen) -> i64 {
        let (lexicon, image) = (self.finder.lexicon, self.finder.image);
        let special = sign & (signs::WILD | signs::HALF) != 0;
        if special || self.word.is_wild || self.word.stem.is_some() {
            return lexicon.spelled(self.word, &seen.word(self.finder, number), Some(true));
        }
        let mistyped = lexicon.may_be_typed(self.word.text.len(), apart);
        let text = mistyped.then(|| image.words().get(number as usize));
        lexicon.spelled_plainly(self.word, text, image.heard().get(number as usize), self.least)
    }
}
