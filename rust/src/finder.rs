//! Find the words of an image that are alike to a word, without comparing them all.
//!
//! Guarantee: no word is left out whose likeness reaches what is asked, whatever languages two names share.
//! Words that share another key than consonants (see `keys`) are few and compared in full. Of those that
//! share consonants alone only the spelling can be alike, and it is only where the outlines are: most are
//! passed over by their signs.

use crate::edits::slips;
use crate::image::{Half, Image, Section};
use crate::keys::{core_key, middle_swapped, stem_key, Among};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Stem, Word};
use crate::likeness::Pair;
use crate::signs::{self, Filter};
use crate::sound_costs::Ladder;
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
        found.extend(same.chain(swapped));
        found
    }

    /// Add the words that share consonants and are spelled alike.
    fn by_consonants(&self, word: &Word, asked: &Asked, least: i64, seen: &mut Seen, found: &mut Vec<Found>) {
        let (mut cores, mut stems) = (Vec::new(), Vec::new());
        for consonants in self.lexicon.consonant_keys(word) {
            cores.extend(self.image.keyed(core_key(asked.among, &consonants)));
            stems.extend(self.image.keyed(stem_key(asked.among, &consonants)));
        }
        cores.sort_unstable();
        cores.dedup();
        let (mut spelled, signs) = (Spelled::of(self, word, least), self.image.u64s(Section::CoreSigns));
        for core in cores {
            if spelled.may_core_be_alike(signs.get(core as usize)) {
                self.image.core(core).for_each(|number| spelled.add(number, asked, seen, found));
            }
        }
        stems.into_iter().for_each(|number| spelled.add(number, asked, seen, found));
    }
}

/// Compares words that share consonants, and no other key, with one.
struct Spelled<'a> {
    finder: &'a Finder<'a>,
    word: &'a Word,
    least: i64,
    filter: Filter,
    ladder: Ladder<'a>,
    /// What words left over of compounds are compared with: the word itself, where it is none and none of
    /// their halves is in it.
    of_halves: Option<Ladder<'a>>,
    compound: Option<Compound<'a>>,
}

/// What is left of the word asked for, where it is an Arabic compound.
struct Compound<'a> {
    stem: &'a Stem,
    filter: Filter,
    ladder: Ladder<'a>,
}

impl<'a> Spelled<'a> {
    fn of(finder: &'a Finder, word: &'a Word, least: i64) -> Spelled<'a> {
        let lexicon = finder.lexicon;
        let ladder = |heard| Ladder::of(&lexicon.costs, heard);
        let compound = word.stem.as_ref().map(|stem| Compound {
            stem,
            filter: Filter::of(lexicon, &stem.heard, least),
            ladder: ladder(&stem.heard),
        });
        let plain = compound.is_none() && lexicon.lacks_all_halves(&word.text);
        Spelled {
            finder,
            word,
            least,
            filter: Filter::of(lexicon, &word.heard, least),
            ladder: ladder(&word.heard),
            of_halves: plain.then(|| ladder(&word.heard)),
            compound,
        }
    }

    /// Whether a word of such consonants may be alike; true where it cannot be told.
    fn may_core_be_alike(&self, sign: u64) -> bool {
        self.filter.may_consonants_sound_alike(sign)
            || sign & (signs::WILD | signs::HALF) != 0
            || self.word.is_wild
            || self.compound.is_some()
            || self.finder.lexicon.may_be_typed(self.word.text.len(), 2, self.least)
    }

    /// Add a word if it is spelled alike.
    fn add(&mut self, number: u32, asked: &Asked, seen: &mut Seen, found: &mut Vec<Found>) {
        let sign = self.finder.image.u64s(Section::Signs).get(number as usize);
        let apart = signs::lengths_apart(sign, self.word.text.len());
        if asked.apart.is_some_and(|most| apart > most) || !self.may_be_alike(number, sign, apart) {
            return;
        }
        if seen.first(number) {
            let amount = self.alike(number, sign, apart, seen);
            if amount >= self.least {
                found.push(Found { word: number, pair: Pair::spelled(amount) });
            }
        }
    }

    /// Whether a word may be alike; true where it cannot be told.
    fn may_be_alike(&self, number: u32, sign: u64, apart: usize) -> bool {
        // Two known names are one name, which their keys tell, or do not meet.
        if !self.word.originals.is_empty() && sign & signs::KNOWN != 0 {
            return false;
        }
        self.filter.may_sound_alike(sign)
            || self.word.is_wild
            || sign & signs::WILD != 0
            || self.finder.lexicon.may_be_typed(self.word.text.len(), apart, self.least)
            || (self.compound.is_some() || sign & signs::HALF != 0) && self.may_stems_be_alike(number, sign)
    }

    /// Whether what is left of two words, one of which is an Arabic compound, may be alike.
    fn may_stems_be_alike(&self, number: u32, sign: u64) -> bool {
        let other = match sign & signs::HALF {
            0 => sign,
            _ => self.finder.image.half(number).map_or(sign, |half| half.sign),
        };
        let (known, filter) = match &self.compound {
            Some(compound) => (!compound.stem.originals.is_empty(), &compound.filter),
            None => (!self.word.originals.is_empty(), &self.filter),
        };
        (known && other & signs::KNOWN != 0) || filter.may_sound_alike(other)
    }

    /// How alike a word is by its spelling; 0 where less than what is asked.
    fn alike(&mut self, number: u32, sign: u64, apart: usize, seen: &mut Seen) -> i64 {
        let (lexicon, image) = (self.finder.lexicon, self.finder.image);
        let half = if sign & signs::HALF == 0 { None } else { image.half(number) };
        if sign & signs::WILD != 0 || self.word.is_wild || self.are_stems_settled(number, sign, half) {
            return lexicon.spelled(self.word, &seen.word(self.finder, number), Some(true));
        }
        let heard = image.heard().get(number as usize);
        let mut best = self.ladder.similarity_from(heard, self.least);
        if lexicon.may_be_typed(self.word.text.len(), apart, self.least) {
            best = best.max(lexicon.typed(self.word.text.as_bytes(), image.words().get(number as usize)));
        }
        if let Some(compound) = &mut self.compound {
            best = best.max(compound.stem.most.min(compound.ladder.similarity_from(heard, self.least)));
        }
        if let (Some(half), Some(ladder)) = (half, &mut self.of_halves) {
            best = best.max(half.most.min(ladder.similarity_from(half.heard, self.least)));
        }
        if best < self.least {
            return 0;
        }
        let stem = self.compound.as_ref().map(|compound| &*compound.stem.outline);
        let near = lexicon.is_outline_near(&self.word.outline, heard)
            || stem.is_some_and(|stem| lexicon.is_outline_near(stem, heard))
            || half.is_some_and(|half| lexicon.is_outline_near(&self.word.outline, half.heard));
        if near {
            best
        } else {
            0
        }
    }

    /// Whether more than sounds settles how alike two words are of which one is a compound: both are, what is
    /// left is known on both sides, or the other begins or ends as a half does.
    fn are_stems_settled(&self, number: u32, sign: u64, half: Option<Half>) -> bool {
        match (&self.compound, half) {
            (None, None) => false,
            (Some(_), Some(_)) => true,
            (None, Some(half)) => {
                let known = !self.word.originals.is_empty() && half.sign & signs::KNOWN != 0;
                known || self.of_halves.is_none()
            }
            (Some(compound), None) => {
                let known = !compound.stem.originals.is_empty() && sign & signs::KNOWN != 0;
                let text = self.finder.image.words().text(number as usize);
                known || !self.finder.lexicon.lacks_all_halves(text)
            }
        }
    }
}
