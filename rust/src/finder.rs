//! Find the words of an image that are alike to a word, without comparing them all.
//!
//! Guarantee: no word is left out whose likeness reaches what is asked, whatever languages two names share.
//! Words that share another key than consonants (see `keys`) are few and compared in full. Of those that
//! share consonants alone only the spelling can be alike: most are passed over by what their sounds cost at least
//! (see `spelled`).

use crate::edits::slips;
use crate::image::Image;
use crate::keys::{core_key, middle_swapped, stem_key, text_key, Among};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::memo::Shared;
use crate::pair::Pair;
use crate::spelled::Spelled;
use std::sync::Arc;

/// A word of the image, and all that it is to the word asked for.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub word: u32,
    pub pair: Pair,
}

/// A word that others are sought for, and the keys of its consonants.
pub struct Sought {
    word: Word,
    consonants: Vec<Box<[u8]>>,
}

impl Sought {
    /// A word made ready.
    pub fn of(lexicon: &Lexicon, text: &str) -> Sought {
        let word = lexicon.word(text);
        Sought { consonants: lexicon.consonant_keys(&word), word }
    }
}

/// What is asked for of a word: others like it.
pub struct Asked {
    /// The languages that the name it is of may be in.
    pub languages: Spoken,
    pub among: Among,
    /// How alike they must be.
    pub least: i64,
    /// How many letters longer or shorter they may be; None for any number.
    pub apart: Option<usize>,
}

/// Words of the image by number, made ready; remembered by all threads.
pub type Ready = Shared<u32, Arc<Word>>;

/// Which words were already looked at, by number; used again for every word.
pub struct Seen {
    marks: Vec<u32>,
    round: u32,
    ready: Arc<Ready>,
}

impl Seen {
    /// Nothing is seen yet.
    pub fn new(ready: Arc<Ready>) -> Seen {
        Seen { marks: Vec::new(), round: 0, ready }
    }

    /// Forget all.
    fn start(&mut self, words: usize) {
        if self.marks.len() != words || self.round == u32::MAX {
            (self.marks, self.round) = (vec![0; words], 0);
        }
        self.round += 1;
    }

    /// The word of a number, with all that its comparisons need.
    pub fn word(&mut self, finder: &Finder, number: u32) -> Arc<Word> {
        self.ready.get(&number).unwrap_or_else(|| {
            let word = Arc::new(finder.image.word(finder.lexicon, number as usize));
            self.ready.put(number, word.clone());
            word
        })
    }

    /// Whether a word is seen for the first time.
    pub fn first(&mut self, word: u32) -> bool {
        std::mem::replace(&mut self.marks[word as usize], self.round) != self.round
    }
}

/// What an image keeps under the keys of a word.
#[derive(Default)]
struct Kept {
    /// Words that share another key than consonants, and the word itself.
    sure: Vec<u32>,
    /// Where cores begin that share consonants with it, and those of what is left of compounds.
    cores: Vec<u32>,
    stems: Vec<u32>,
}

/// Finds words of an image.
#[derive(Clone, Copy)]
pub struct Finder<'a> {
    pub lexicon: &'a Lexicon,
    pub image: &'a Image,
}

impl Finder<'_> {
    /// The words alike to one, in the order of their numbers.
    pub fn alike(&self, sought: &Sought, asked: &Asked, seen: &mut Seen) -> Vec<Found> {
        let word = &sought.word;
        seen.start(self.image.words().len());
        let least = asked.least.max(self.lexicon.weights.rules.floor);
        let mut found = Vec::new();
        let kept = self.kept(sought, asked);
        for number in kept.sure {
            if seen.first(number) && self.is_near(number, word, asked) {
                let other = seen.word(self, number);
                let pair = self.lexicon.pair(word, &other, asked.languages, None);
                if pair.most(self.lexicon, asked.languages) >= least {
                    found.push(Found { word: number, pair });
                }
            }
        }
        Spelled::of(self, word, least).add(&kept.cores, &kept.stems, asked, seen, &mut found);
        found.sort_unstable_by_key(|one| one.word);
        found
    }

    fn is_near(&self, number: u32, word: &Word, asked: &Asked) -> bool {
        let length = self.image.words().get(number as usize).len();
        asked.apart.is_none_or(|most| length.abs_diff(word.text.len()) <= most)
    }

    /// What is kept under the keys of a word.
    fn kept(&self, sought: &Sought, asked: &Asked) -> Kept {
        let (texts, text) = (self.image.words(), sought.word.text.as_bytes());
        let swapped = middle_swapped(text);
        let mut keys = self.lexicon.asked_keys(&sought.word, asked.among);
        keys.extend(self.lexicon.language_keys(&sought.word.text, asked.among, asked.languages));
        let halves = keys.len();
        keys.extend(self.lexicon.halves_asked(text, asked.among));
        let same = keys.len();
        keys.extend([text_key(text)].into_iter().chain(swapped.as_deref().map(text_key)));
        let cores = keys.len();
        keys.extend(sought.consonants.iter().map(|consonants| core_key(asked.among, consonants)));
        let stems = keys.len();
        keys.extend(sought.consonants.iter().map(|consonants| stem_key(asked.among, consonants)));
        let found = self.image.keyed_all(&keys);
        let mut kept = Kept { cores: Vec::with_capacity(found.len()), ..Kept::default() };
        for (place, number) in found {
            let other = || texts.get(number as usize);
            match place {
                _ if place >= stems => kept.stems.push(number),
                _ if place >= cores => kept.cores.push(number),
                _ if place > same => {
                    kept.sure.extend(Some(number).filter(|_| Some(other()) == swapped.as_deref()))
                }
                _ if place == same => kept.sure.extend(Some(number).filter(|_| other() == text)),
                _ if place >= halves => {
                    kept.sure.extend(Some(number).filter(|_| slips(text, other(), 1).is_some()))
                }
                _ => kept.sure.push(number),
            }
        }
        for some in [&mut kept.cores, &mut kept.stems] {
            some.sort_unstable();
            some.dedup();
        }
        kept
    }
}
