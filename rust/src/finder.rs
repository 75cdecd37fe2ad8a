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
use crate::signs;

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
}

impl Seen {
    /// Forget all.
    fn start(&mut self, words: usize) {
        if self.marks.len() != words || self.round == u32::MAX {
            (self.marks, self.round) = (vec![0; words], 0);
        }
        self.round += 1;
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
                let other = self.image.word(self.lexicon, number as usize);
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
        let same = texts.find(text).into_iter();
        let swapped = middle_swapped(text).and_then(|swapped| texts.find(&swapped));
        found.extend(same.chain(swapped).map(|number| number as u32));
        found
    }

    /// Add the words that share consonants and are spelled alike.
    fn by_consonants(&self, word: &Word, asked: &Asked, least: i64, seen: &mut Seen, found: &mut Vec<Found>) {
        let sign = signs::of(word);
        let (share, whole) = self.lexicon.handed.outlines_alike;
        let share = (share as u64, whole as u64);
        let all_signs = self.image.u64s(Section::Signs);
        for key in self.lexicon.spelling_keys(word, asked.among) {
            for number in self.image.keyed(key) {
                if !seen.first(number) {
                    continue;
                }
                let other = all_signs.get(number as usize);
                // Two known names are one name, which their keys tell, or do not meet.
                let apart = sign & other & signs::KNOWN != 0;
                if apart || !signs::may_meet(sign, other, share) || !self.is_near(number, asked) {
                    continue;
                }
                let amount = self.spelled(word, sign, number, other);
                if amount >= least {
                    found.push(Found { word: number, pair: Pair::spelled(amount) });
                }
            }
        }
    }

    fn spelled(&self, word: &Word, sign: u64, number: u32, other: u64) -> i64 {
        if (sign | other) & signs::SPECIAL != 0 {
            return self.lexicon.spelled(word, &self.image.word(self.lexicon, number as usize), Some(true));
        }
        let number = number as usize;
        self.lexicon.spelled_plainly(word, self.image.words().get(number), self.image.heard().get(number))
    }
}
