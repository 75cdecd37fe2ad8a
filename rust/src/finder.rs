//! Find the words of an image that are alike to a word, without comparing them all.
//!
//! Guarantee: no word is left out whose likeness reaches what is asked, whatever languages two names share.
//! Words that share another key than consonants (see `keys`) are few and compared in full. Of those that
//! share consonants alone only the spelling can be alike: they are kept by their frames, and most are passed over
//! with all of their frame (see `ladder`).

use crate::cores::{Frame, Glance};
use crate::edits::{slips, Slipped};
use crate::image::Image;
use crate::keys::{core_key, middle_swapped, stem_key, Among};
use crate::ladder::Listener;
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Stem, Word};
use crate::likeness::Pair;
use crate::memo::Shared;
use crate::signs;
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
    fn word(&mut self, finder: &Finder, number: u32) -> Arc<Word> {
        self.ready.get(&number).unwrap_or_else(|| {
            let word = Arc::new(finder.image.word(finder.lexicon, number as usize));
            self.ready.put(number, word.clone());
            word
        })
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
    pub fn alike(&self, sought: &Sought, asked: &Asked, seen: &mut Seen) -> Vec<Found> {
        let word = &sought.word;
        seen.start(self.image.words().len());
        let least = asked.least.max(self.lexicon.weights.rules.floor);
        let mut found = Vec::new();
        for number in self.sure(word, asked) {
            if seen.first(number) && self.is_near(number, word, asked) {
                let other = seen.word(self, number);
                let pair = self.lexicon.pair(word, &other, asked.languages, None);
                if pair.most(self.lexicon, asked.languages) >= least {
                    found.push(Found { word: number, pair });
                }
            }
        }
        self.by_consonants(sought, asked, least, seen, &mut found);
        found.sort_unstable_by_key(|one| one.word);
        found
    }

    fn is_near(&self, number: u32, word: &Word, asked: &Asked) -> bool {
        let length = self.image.words().get(number as usize).len();
        asked.apart.is_none_or(|most| length.abs_diff(word.text.len()) <= most)
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
    fn by_consonants(
        &self,
        sought: &Sought,
        asked: &Asked,
        least: i64,
        seen: &mut Seen,
        found: &mut Vec<Found>,
    ) {
        let (mut cores, mut stems) = (Vec::new(), Vec::new());
        for consonants in &sought.consonants {
            cores.extend(self.image.keyed(core_key(asked.among, consonants)));
            stems.extend(self.image.keyed(stem_key(asked.among, consonants)));
        }
        cores.sort_unstable();
        cores.dedup();
        stems.sort_unstable();
        stems.dedup();
        let mut spelled = Spelled::of(self, &sought.word, least);
        // All are fetched at once: one by one, most time would go by in waiting for each.
        std::hint::black_box(cores.iter().fold(0, |all, core| all ^ self.image.touched(*core)));
        for frame in cores.into_iter().flat_map(|core| self.image.core(core)) {
            spelled.add_frame(frame, asked, seen, found);
        }
        for frame in stems.into_iter().flat_map(|core| self.image.core(core)) {
            spelled.add_compounds(frame, asked, seen, found);
        }
    }
}

/// Compares words that share consonants, and no other key, with one.
struct Spelled<'a> {
    finder: &'a Finder<'a>,
    word: &'a Word,
    least: i64,
    own: Listener<'a>,
    /// What words left over of compounds are compared with: the word itself, where it is none and none of
    /// their halves is in it.
    of_halves: Option<Listener<'a>>,
    compound: Option<Compound<'a>>,
    /// Where a word of some length may be this one, mistyped in a way that its keys do not tell.
    slipped: Option<Slipped>,
}

/// What is left of the word asked for, where it is an Arabic compound.
struct Compound<'a> {
    stem: &'a Stem,
    listener: Listener<'a>,
}

/// What words of a frame cost at least, beside the word and beside what is left of it; None where they are not
/// alike.
#[derive(Clone, Copy)]
struct Costs {
    own: Option<u32>,
    stem: Option<u32>,
}

impl<'a> Spelled<'a> {
    fn of(finder: &'a Finder, word: &'a Word, least: i64) -> Spelled<'a> {
        let lexicon = finder.lexicon;
        let listener = |heard| Listener::of(&lexicon.costs, heard, least);
        let compound = word.stem.as_ref().map(|stem| Compound { stem, listener: listener(&stem.heard) });
        let plain = compound.is_none() && lexicon.lacks_all_halves(&word.text);
        let may_slip = lexicon.may_be_typed(word.text.len(), 2, least);
        Spelled {
            finder,
            word,
            least,
            own: listener(&word.heard),
            of_halves: plain.then(|| listener(&word.heard)),
            compound,
            slipped: may_slip.then(|| Slipped::of(word.text.as_bytes())),
        }
    }

    /// Add the words of a frame that are spelled alike.
    fn add_frame(&mut self, frame: Frame, asked: &Asked, seen: &mut Seen, found: &mut Vec<Found>) {
        let (consonants, weight) = (frame.consonants, signs::weight(frame.sign));
        let costs = Costs {
            own: self.own.frame(consonants, weight),
            stem: self.compound.as_mut().and_then(|compound| compound.listener.frame(consonants, weight)),
        };
        let none = costs.own.is_none() && costs.stem.is_none();
        if none && !self.may_any_be_typed(frame.sign) && !self.may_otherwise(frame.sign) {
            return;
        }
        frame.words.for_each(|word| self.add(&word, costs, asked, seen, found));
    }

    /// Add those of Arabic compounds that are spelled alike.
    fn add_compounds(&mut self, some: Frame, asked: &Asked, seen: &mut Seen, found: &mut Vec<Found>) {
        for word in some.words {
            let own = self.own.frame_of(word.heard, signs::weight(word.sign));
            self.add(&word, Costs { own, stem: None }, asked, seen, found);
        }
    }

    /// Whether a word of such a sign may be alike by more than its own sounds and letters.
    fn may_otherwise(&self, sign: u32) -> bool {
        let of_compound = match &self.compound {
            Some(compound) if !compound.stem.originals.is_empty() => signs::LIKE_HALF | signs::KNOWN,
            Some(_) => signs::LIKE_HALF,
            None => 0,
        };
        sign & (signs::WILD | signs::HALF | of_compound) != 0
    }

    /// Whether more than sounds and letters settles how alike a word is: it is a pattern without vowels; or one
    /// of the two is a compound and the other as well, or begins or ends as a half does, or what is left is known
    /// on both sides.
    fn is_settled_otherwise(&self, sign: u32) -> bool {
        let half = sign & signs::HALF != 0;
        let settled = match &self.compound {
            None if !half => false,
            None => {
                let known = !self.word.originals.is_empty() && sign & signs::STEM_KNOWN != 0;
                known || self.of_halves.is_none()
            }
            Some(_) if sign & signs::LIKE_HALF != 0 => true,
            Some(compound) => half || !compound.stem.originals.is_empty() && sign & signs::KNOWN != 0,
        };
        settled || sign & signs::WILD != 0
    }

    /// Add a word if it is spelled alike.
    fn add(&mut self, word: &Glance, frame: Costs, asked: &Asked, seen: &mut Seen, found: &mut Vec<Found>) {
        let apart = signs::lengths_apart(word.sign, self.word.text.len());
        // Two known names are one name, which their keys tell, or do not meet.
        let known = !self.word.originals.is_empty() && word.sign & signs::KNOWN != 0;
        if known || asked.apart.is_some_and(|most| apart > most) {
            return;
        }
        let ways = self.ways(word, apart, frame);
        if ways.any() && seen.first(word.number) {
            let amount = self.alike(word, &ways, seen);
            if amount >= self.least {
                found.push(Found { word: word.number, pair: Pair::spelled(amount) });
            }
        }
    }

    /// In which ways a word may be alike.
    fn ways(&mut self, word: &Glance, apart: usize, frame: Costs) -> Ways {
        let (heard, weight) = (word.heard, signs::weight(word.sign));
        let mut ways = Ways {
            sounds: frame.own.is_some_and(|cost| self.own.may_be_alike(heard, cost, weight)),
            left_over: false,
            typed: self.may_be_typed(word.number, apart),
            otherwise: self.is_settled_otherwise(word.sign),
        };
        if let (Some(compound), Some(cost)) = (&mut self.compound, frame.stem) {
            ways.left_over = compound.listener.may_be_alike(heard, cost, weight);
        }
        if let (Some(listener), Some(stem)) = (&mut self.of_halves, &word.stem) {
            let cost = listener.frame_of(stem.heard, weight);
            ways.left_over = cost.is_some_and(|cost| listener.may_be_alike(stem.heard, cost, weight));
        }
        ways
    }

    /// Whether words of which the longest is so long may be this one, mistyped by two slips.
    fn may_any_be_typed(&self, sign: u32) -> bool {
        let (own, rules) = (self.word.text.len(), &self.finder.lexicon.weights.rules);
        let longest = |longest: usize| longest + 2 >= own && longest.max(own) as i64 >= rules.typed_two;
        self.slipped.is_some() && signs::length(sign).is_none_or(longest)
    }

    /// Whether a word may be this one, mistyped by two slips.
    fn may_be_typed(&self, number: u32, apart: usize) -> bool {
        let Some(slipped) = &self.slipped else { return false };
        self.finder.lexicon.may_be_typed(self.word.text.len(), apart, self.least)
            && slipped.may_be(self.finder.image.words().get(number as usize), 2)
    }

    /// How alike a word is by its spelling; 0 where less than what is asked.
    fn alike(&mut self, word: &Glance, ways: &Ways, seen: &mut Seen) -> i64 {
        let (lexicon, image) = (self.finder.lexicon, self.finder.image);
        let Glance { number, heard, stem, .. } = *word;
        if ways.otherwise || self.word.is_wild {
            return lexicon.spelled(self.word, &seen.word(self.finder, number), Some(true));
        }
        let mut best = if ways.sounds { self.own.similarity(heard) } else { 0 };
        if ways.typed {
            best = best.max(lexicon.typed(self.word.text.as_bytes(), image.words().get(number as usize)));
        }
        if ways.left_over {
            if let Some(compound) = &mut self.compound {
                best = best.max(compound.stem.most.min(compound.listener.similarity(heard)));
            }
            if let (Some(stem), Some(listener)) = (&stem, &mut self.of_halves) {
                best = best.max(i64::from(stem.most).min(listener.similarity(stem.heard)));
            }
        }
        if best < self.least {
            return 0;
        }
        let own = self.compound.as_ref().map(|compound| &*compound.stem.outline);
        let near = lexicon.is_outline_near(&self.word.outline, heard)
            || own.is_some_and(|own| lexicon.is_outline_near(own, heard))
            || stem.is_some_and(|stem| lexicon.is_outline_near(&self.word.outline, stem.heard));
        if near {
            best
        } else {
            0
        }
    }
}

/// The ways in which a word may be alike to the one asked for.
struct Ways {
    /// It sounds alike.
    sounds: bool,
    /// What is left of it or of the other, an Arabic compound, does.
    left_over: bool,
    /// It may be mistyped by two slips.
    typed: bool,
    /// Only all that is known of both words tells.
    otherwise: bool,
}

impl Ways {
    fn any(&self) -> bool {
        self.sounds || self.left_over || self.typed || self.otherwise
    }
}
