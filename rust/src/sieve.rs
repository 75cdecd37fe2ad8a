//! Tell by their tags which words of customers may meet a word of an index, and whose.
//!
//! Why it is complete: words meet only by a key that the one is kept by and the other asked for by (see `keys`),
//! or by their text; and it makes no difference which of the two is kept and which is asked for. So words that
//! stand with customers are tagged with the keys that they would be kept by, and those of the index are asked
//! for, single ones among single and among joined words, joined ones among single words. What meets by other
//! than words (initials, generations, names that are equal once folded) is told beside.

use crate::customers::Customers;
use crate::edits::letters_in;
use crate::image::{Image, Section, INITIALS};
use crate::keeping::tag;
use crate::keys::{core_key, middle_swapped, stem_key, text_key, Among};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::part::{Kind, Role};
use crate::pieces::pieces;
use crate::prepared::{PreparedPart, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// Bits of a tag by which most that are not kept are told.
const GLANCE: u32 = 22;

/// Parties, a bit for each, or for several that share it where they are many.
pub type Whose = u128;
const ANYBODY: Whose = Whose::MAX;

/// Whose a reading of the index is.
fn whose_reading(image: &Image, reading: usize) -> Whose {
    let name = image.u32s(Section::ReadingNames).get(reading) as usize;
    1 << (image.u32s(Section::NameParties).get(name) % Whose::BITS)
}

/// Whose names have a term.
fn whose_term(image: &Image, term: usize) -> Whose {
    let readings = image.u32s(Section::TermReadings).range(image.u32s(Section::ReadingsOfTerm).span(term));
    readings.fold(0, |all, reading| all | whose_reading(image, reading as usize))
}

/// Whose names have a word, as single parts or as joined ones, and what these tell, and cost left over, at the most.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    pub whose: Whose,
    pub tells: i64,
    pub left_over: i64,
}

impl Standing {
    pub fn add(&mut self, other: Standing) {
        *self = Standing {
            whose: self.whose | other.whose,
            tells: self.tells.max(other.tells),
            left_over: self.left_over.max(other.left_over),
        };
    }
}

/// A word of the index, and where it stands.
pub struct Listed {
    pub word: Word,
    pub letters: u64,
    pub single: Standing,
    pub joined: Standing,
}

/// The words of the index that a word may meet, each once, and whether by its syllables: room that is used again.
#[derive(Default)]
pub struct MetWords {
    found: Vec<(u32, bool)>,
    /// By word of the index, the round it was last found in, and its place among what was found then.
    marks: Vec<(u32, u32)>,
    round: u32,
}

impl MetWords {
    /// Forget all; there are so many words.
    fn start(&mut self, words: usize) {
        if self.marks.len() != words || self.round == u32::MAX {
            (self.marks, self.round) = (vec![(0, 0); words], 0);
        }
        self.round += 1;
        self.found.clear();
    }

    fn add(&mut self, word: u32, spoken: bool) {
        let (round, place) = &mut self.marks[word as usize];
        if *round == self.round {
            self.found[*place as usize].1 |= spoken;
            return;
        }
        (*round, *place) = (self.round, self.found.len() as u32);
        self.found.push((word, spoken));
    }
}

/// What meets by a tag.
#[derive(Default)]
struct Tagged {
    /// The lengths that words which meet by it have, a bit each; all for any length.
    lengths: u64,
    /// Whose names they meet, and what these tell at the most.
    standing: Standing,
    /// The index's words, by number, each with its lengths, and whether it is met by its syllables.
    words: Vec<(u32, u64, bool)>,
}

/// What an index's words are asked for by.
pub struct Sieve {
    glance: Vec<u64>,
    tags: FxHashMap<u32, Tagged>,
    pub listed: Vec<Listed>,
    folded: FxHashSet<u64>,
    /// Any part, and any initial, of a name: what it tells, and costs left over, at the most.
    part: Standing,
    initial: Standing,
    /// By whose it is, what all of a reading costs left over at the least.
    least_left: [i64; Whose::BITS as usize],
    /// Who is of each kind.
    of_kind: [Whose; Kind::ALL.len()],
    /// Whose acronym is a text, by its tag.
    acronyms: FxHashMap<u32, Whose>,
    /// Whether there is a suffix, which others may meet.
    suffixes: bool,
    /// By letter, whose names have an initial, and a word that one may stand for.
    initials: [Whose; INITIALS],
    words: [Whose; INITIALS],
}

impl Sieve {
    /// The sieve of an index.
    pub fn of(lexicon: &Lexicon, image: &Image) -> Sieve {
        let mut sieve = Sieve {
            glance: vec![0; 1 << (GLANCE - 6)],
            tags: FxHashMap::default(),
            listed: Vec::new(),
            folded: FxHashSet::default(),
            part: Standing { whose: ANYBODY, ..Standing::default() },
            initial: Standing::default(),
            least_left: [i64::MAX; Whose::BITS as usize],
            of_kind: [0; Kind::ALL.len()],
            acronyms: FxHashMap::default(),
            suffixes: image.suffixes().next().is_some(),
            initials: [0; INITIALS],
            words: [0; INITIALS],
        };
        for letter in 0..INITIALS as u8 {
            let whose = |initials: bool| {
                let terms = image.terms_beginning(letter, initials);
                terms.fold(0, |all, term| all | whose_term(image, term))
            };
            let place = usize::from(letter);
            (sieve.initials[place], sieve.words[place]) = (whose(true), whose(false));
        }
        for kind in Kind::ALL {
            let readings = image.u32s(Section::ReadingsOfKind).span(kind as usize);
            sieve.of_kind[kind as usize] =
                readings.fold(0, |all, reading| all | whose_reading(image, reading));
        }
        let sums = image.u64s(Section::FoldedSums);
        sieve.folded.extend((0..sums.len()).map(|at| sums.get(at)));
        let mut words: FxHashMap<Box<str>, [(Option<Spoken>, Standing); 2]> = FxHashMap::default();
        for number in 0..image.readings() {
            let reading = image.reading(number);
            let whose = whose_reading(image, number);
            let least = &mut sieve.least_left[whose.trailing_zeros() as usize];
            *least = (*least).min(reading.all_left_over);
            let of_part =
                |part: &PreparedPart| Standing { whose, tells: part.tells, left_over: part.left_over };
            let of_span = |span: &Span| {
                let parts = reading.parts[span.places()].iter().map(of_part);
                parts.fold(Standing { whose, ..Standing::default() }, |all, part| Standing {
                    tells: all.tells + part.tells,
                    left_over: all.left_over + part.left_over,
                    ..all
                })
            };
            for part in reading.parts.iter().filter(|_| reading.acronym) {
                *sieve.acronyms.entry(tag(text_key(part.text.as_bytes()))).or_default() |= whose;
            }
            let mut add = |text: &str, among: Among, languages: Option<Spoken>, standing: Standing| {
                let (known, all) = &mut words.entry(text.into()).or_default()[among as usize];
                *known = languages.map_or(*known, |more| Some(known.unwrap_or_default().or(more)));
                all.add(standing);
            };
            for part in &reading.parts {
                sieve.part.add(of_part(part));
                if part.role == Role::Initial {
                    sieve.initial.add(of_part(part));
                }
                let meets = crate::build::meets_others(part.role) && !reading.acronym;
                add(&part.text, Among::Parts, meets.then_some(reading.languages), of_part(part));
            }
            for span in &reading.spans {
                let languages = (!span.shortened).then_some(reading.languages);
                add(&span.text, Among::Joined, languages, of_span(span));
            }
        }
        for (text, standing) in words {
            sieve.add_word(lexicon, &text, standing);
        }
        sieve
    }

    /// Add the keys that a word is asked for by: one that only equals meet, by its text alone.
    fn add_word(
        &mut self,
        lexicon: &Lexicon,
        text: &str,
        [(single, as_single), (joined, as_joined)]: [(Option<Spoken>, Standing); 2],
    ) {
        let swapped = middle_swapped(text.as_bytes());
        let texts = [Some(text.as_bytes()), swapped.as_deref()];
        let mut keys: Vec<(u64, u64, bool)> =
            texts.into_iter().flatten().map(|text| (text_key(text), u64::MAX, false)).collect();
        let word = lexicon.word(text);
        let consonants = lexicon.consonant_keys(&word);
        let mut ask = |among: Among, languages: Spoken| {
            let spoken = lexicon.language_keys(text, among, languages);
            let mut of_rules = lexicon.asked_keys(&word, among);
            of_rules.extend(lexicon.halves_asked(text.as_bytes(), among));
            for consonants in &consonants {
                of_rules.extend([core_key(among, consonants), stem_key(among, consonants)]);
            }
            // What is joined is about as long as what it meets.
            let lengths = match among {
                Among::Parts => u64::MAX,
                Among::Joined => about(text.len(), lexicon.handed.join_lengths_apart),
            };
            keys.extend(of_rules.into_iter().map(|key| (key, lengths, false)));
            keys.extend(spoken.into_iter().map(|key| (key, lengths, true)));
        };
        if let Some(languages) = single {
            ask(Among::Parts, languages);
            ask(Among::Joined, languages);
        }
        if let Some(languages) = joined {
            ask(Among::Parts, languages);
        }
        let number = self.listed.len() as u32;
        for (key, lengths, spoken) in keys {
            let tag = tag(key);
            let place = tag >> (32 - GLANCE);
            self.glance[(place / 64) as usize] |= 1 << (place % 64);
            let tagged = self.tags.entry(tag).or_default();
            tagged.lengths |= lengths;
            for standing in [as_single, as_joined] {
                tagged.standing.add(standing);
            }
            tagged.words.push((number, lengths, spoken));
        }
        let letters = letters_in(text.as_bytes());
        self.listed.push(Listed { word, letters, single: as_single, joined: as_joined });
    }

    /// What meets words with this tag and of this length, whose bit is told.
    fn tagged(&self, tag: u32, length: u64) -> Option<&Tagged> {
        let place = tag >> (32 - GLANCE);
        let glance = self.glance[(place / 64) as usize] >> (place % 64) & 1;
        let found = if glance == 0 { None } else { self.tags.get(&tag) };
        found.filter(|found| found.lengths & length != 0)
    }

    /// The index's words that a word of a block of customers may meet, each once; and whether by its syllables.
    pub fn meeting<'a, 'b>(
        &'a self,
        customers: &Customers,
        word: usize,
        met: &'b mut MetWords,
    ) -> impl ExactSizeIterator<Item = (&'a Listed, bool)> + use<'a, 'b> {
        let own = about(customers.words().get(word).len(), 0);
        met.start(self.listed.len());
        for tagged in customers.tags(word).filter_map(|tag| self.tagged(tag, own)) {
            for (number, lengths, spoken) in &tagged.words {
                if lengths & own != 0 {
                    met.add(*number, *spoken);
                }
            }
        }
        met.found.iter().map(|(number, spoken)| (&self.listed[*number as usize], *spoken))
    }

    /// What the words of a block of customers, and its terms, may meet.
    pub fn sifted(&self, customers: &Customers, threads: usize) -> Sifted {
        let of_word = |word: usize| {
            let length = about(customers.words().get(word).len(), 0);
            let tagged = customers.tags(word).filter_map(|tag| self.tagged(tag, length));
            let mut all = Standing::default();
            tagged.for_each(|tagged| all.add(tagged.standing));
            all
        };
        let words =
            pieces(customers.words().len(), threads, |some| some.map(of_word).collect::<Vec<_>>()).concat();
        let of_term = |term: usize| {
            let (word, role) = customers.word_and_role(term);
            let first = customers.words().get(word).first().map_or(0, |letter| usize::from(*letter));
            let by_letter = match role {
                Role::Initial => {
                    let (tells, whose) = (customers.amounts(term).0, self.words[first % INITIALS]);
                    Standing { whose, tells, ..self.part }
                }
                _ => Standing { whose: self.initials[first % INITIALS], ..self.initial },
            };
            let by_word = match self.suffixes && role == Role::Suffix {
                true => self.part,
                false => words[word],
            };
            let acronym = match self.acronyms.is_empty() {
                true => 0,
                false => {
                    let of_tag = |tag| self.acronyms.get(&tag).copied().unwrap_or(0);
                    customers.tags(word).fold(0, |all, tag| all | of_tag(tag))
                }
            };
            Term { by_word, by_letter, acronym }
        };
        let terms = pieces(customers.terms(), threads, |some| some.map(of_term).collect::<Vec<_>>()).concat();
        Sifted { terms, words }
    }

    /// Who is of a kind.
    pub fn of_kind(&self, kind: Kind) -> Whose {
        self.of_kind[kind as usize]
    }

    /// What all of a reading of any of some parties costs left over at the least.
    pub fn least_left(&self, mut some: Whose) -> i64 {
        let mut least = i64::MAX;
        while some != 0 {
            least = least.min(self.least_left[(some.trailing_zeros() % Whose::BITS) as usize]);
            some &= some - 1; // without its lowest bit
        }
        least
    }

    /// Whether a name with this checksum is, once folded, one of the index's.
    pub fn is_equal(&self, folded: u64) -> bool {
        self.folded.contains(&folded)
    }
}

/// The lengths that are at most so far from one, a bit each; all that are too long for one share the last.
fn about(length: usize, apart: usize) -> u64 {
    let bit = |length: usize| 1 << length.min(63);
    (length.saturating_sub(apart)..=length + apart).map(bit).fold(0, |all, one: u64| all | one)
}

/// What a word with a role may meet by what it is, and by its first letter.
#[derive(Clone, Copy)]
pub struct Term {
    pub by_word: Standing,
    pub by_letter: Standing,
    /// Whose acronym it may be.
    pub acronym: Whose,
}

/// What of a block may meet something.
pub struct Sifted {
    pub words: Vec<Standing>,
    pub terms: Vec<Term>,
}

impl Sifted {
    /// Whether a reading may meet something of some parties, with initials or without.
    pub fn may_meet(&self, customers: &Customers, reading: usize, some: Whose, letters: bool) -> bool {
        let (mut parts, mut spans) = customers.places(reading);
        let of_part = |place: usize| {
            let term = self.terms[customers.term(place)];
            term.by_word.whose & some != 0 || letters && term.by_letter.whose & some != 0
        };
        parts.any(of_part) || spans.any(|place| self.words[customers.span_word(place)].whose & some != 0)
    }
}
