//! A name that is asked for, with the words of the image that its own may meet.

use crate::finder::{Asked, Finder, Found, Ready, Seen, Sought};
use crate::keys::Among;
use crate::languages::Spoken;
use crate::memo::Shared;
use crate::pair::{Pair, LANGUAGES};
use crate::part::Role;
use crate::postings::Meets;
use crate::prepared::{PreparedName, PreparedReading};
use std::sync::Arc;

/// Words asked for that are remembered: parts; joined ones, most of which are of one name alone; and words of the image.
const REMEMBERED: usize = 1 << 15;
const JOINED: usize = 1 << 14;
const READY: usize = 1 << 15;

/// Words found.
pub type FoundWords = Arc<Meets>;

/// A word of a query.
#[derive(Clone, Copy)]
pub enum Use {
    /// A part, which meets parts and joined parts.
    Part,
    /// Joined parts, which meet a part.
    Joined,
}

/// The single and the joined words found for one.
pub type Both = (FoundWords, FoundWords);

/// What was found for words, by their own text and the languages of their name; all threads remember it.
pub struct Known {
    found: Shared<Box<[u8]>, Both>,
    joined: Shared<Box<[u8]>, Both>,
    ready: Arc<Ready>,
    nothing: FoundWords,
}

impl Default for Known {
    fn default() -> Known {
        let ready = Arc::new(Ready::new(READY));
        Known {
            found: Shared::new(REMEMBERED),
            joined: Shared::new(JOINED),
            ready,
            nothing: FoundWords::default(),
        }
    }
}

impl Known {
    fn of(&self, how: Use) -> &Shared<Box<[u8]>, Both> {
        match how {
            Use::Part => &self.found,
            Use::Joined => &self.joined,
        }
    }
}

/// What a thread finds words with.
pub struct Memory {
    known: Arc<Known>,
    seen: Seen,
    key: Vec<u8>,
}

impl Memory {
    /// A thread's part of what all remember.
    pub fn of(known: Arc<Known>) -> Memory {
        Memory { seen: Seen::new(known.ready.clone()), known, key: Vec::new() }
    }

    /// The words that one of a name in these languages may meet.
    pub fn get(&mut self, finder: &Finder, how: Use, text: &str, languages: Spoken) -> Both {
        if let Some(found) = self.known(how, text, languages) {
            return found;
        }
        // A language that a word is of no syllables of makes no difference.
        let read = |one: &Spoken| languages.has(*one) && finder.lexicon.languages.reads(text, *one);
        let read = LANGUAGES.into_iter().filter(read).fold(Spoken::NONE, Spoken::or);
        let found = self.known(how, text, read).unwrap_or_else(|| self.found(finder, how, text, read));
        for languages in [read, languages] {
            self.ask(how, text, languages);
            self.known.of(how).put(self.key.as_slice().into(), found.clone());
        }
        found
    }

    fn known(&mut self, how: Use, text: &str, languages: Spoken) -> Option<Both> {
        self.ask(how, text, languages);
        self.known.of(how).get(self.key.as_slice())
    }

    /// Make the key of what is asked.
    fn ask(&mut self, how: Use, text: &str, languages: Spoken) {
        self.key.clear();
        self.key.extend([how as u8, languages.bits()]);
        self.key.extend(text.as_bytes());
    }

    fn found(&mut self, finder: &Finder, how: Use, text: &str, languages: Spoken) -> Both {
        let (rules, sought) = (&finder.lexicon.weights.rules, Sought::of(finder.lexicon, text));
        let whole = Asked { languages, among: Among::Parts, least: 0, apart: None };
        let apart = Some(finder.lexicon.handed.join_lengths_apart);
        let joined = Asked { languages, among: Among::Parts, least: rules.joined_floor, apart };
        let mut alike = |asked: &Asked| finder.alike(&sought, asked, &mut self.seen);
        match how {
            Use::Joined => (Meets::of(finder, alike(&joined), languages).into(), self.known.nothing.clone()),
            Use::Part => {
                let joins = alike(&Asked { among: Among::Joined, ..joined });
                (Meets::of(finder, alike(&whole), languages).into(), Meets::joined(joins).into())
            }
        }
    }
}

/// The words that the parts of a reading may meet.
pub struct QueryReading {
    /// By part: the words of single parts.
    pub parts: Vec<FoundWords>,
    /// By part: the words that are joined parts.
    pub joins: Vec<FoundWords>,
    /// By span: the words of single parts.
    pub spans: Vec<FoundWords>,
}

/// A name that is asked for.
pub struct Query<'a> {
    pub name: &'a PreparedName,
    pub readings: Vec<QueryReading>,
}

impl<'a> Query<'a> {
    /// The name with the words of the image that its own may meet.
    pub fn of(name: &'a PreparedName, finder: &Finder, memory: &mut Memory) -> Query<'a> {
        Query::sifted(name, finder, memory, |_, _| true)
    }

    /// The same where it is known of some words that they meet nothing: `may` tells, by the number of the reading,
    /// of the others.
    pub fn sifted(
        name: &'a PreparedName,
        finder: &Finder,
        memory: &mut Memory,
        mut may: impl FnMut(usize, Place) -> bool,
    ) -> Query<'a> {
        let readings = name.readings.iter().enumerate();
        let of_reading = |(number, reading)| of_reading(reading, finder, memory, |place| may(number, place));
        Query { name, readings: readings.map(of_reading).collect() }
    }
}

/// A word of a reading: the part, or the span, of that number.
#[derive(Clone, Copy)]
pub enum Place {
    Part(usize),
    Span(usize),
}

fn of_reading(
    reading: &PreparedReading,
    finder: &Finder,
    memory: &mut Memory,
    mut may: impl FnMut(Place) -> bool,
) -> QueryReading {
    let nothing = memory.known.nothing.clone();
    let languages = reading.languages;
    let mut found = QueryReading { parts: Vec::new(), joins: Vec::new(), spans: Vec::new() };
    for (number, part) in reading.parts.iter().enumerate() {
        let (parts, joins) = match part.role {
            _ if !may(Place::Part(number)) => (nothing.clone(), nothing.clone()),
            _ if reading.acronym => (same(finder, &part.text), nothing.clone()),
            Role::Honorific => (nothing.clone(), nothing.clone()),
            Role::Word | Role::Particle | Role::Generic => {
                memory.get(finder, Use::Part, &part.text, languages)
            }
            Role::Suffix => (suffixes(finder, &part.text), nothing.clone()),
            Role::Initial | Role::Number | Role::LegalForm => (same(finder, &part.text), nothing.clone()),
        };
        found.parts.push(parts);
        found.joins.push(if part.role == Role::Particle { nothing.clone() } else { joins });
    }
    found.spans.extend(reading.spans.iter().enumerate().map(|(number, span)| {
        match may(Place::Span(number)) {
            true if span.shortened => match equal(finder, &span.text).next() {
                Some(word) => Meets::named(finder, word).into(),
                None => nothing.clone(),
            },
            true => memory.get(finder, Use::Joined, &span.text, languages).0,
            false => nothing.clone(),
        }
    }));
    found
}

/// A word that only its equal meets.
fn same(finder: &Finder, text: &str) -> FoundWords {
    Meets::of(finder, equal(finder, text).collect(), Spoken::NONE).into()
}

fn equal(finder: &Finder, text: &str) -> impl Iterator<Item = Found> {
    let word = finder.image.find(text.as_bytes());
    word.map(|word| Found { word, pair: Pair::SAME }).into_iter()
}

/// The suffixes that a suffix meets: its equal, and those that may name the same generation.
fn suffixes(finder: &Finder, text: &str) -> FoundWords {
    let (image, lexicon) = (finder.image, finder.lexicon);
    let alike = Pair::spelled(lexicon.weights.rules.floor);
    let mut found: Vec<Found> = image
        .suffixes()
        .map(|word| (word, image.words().text(word as usize)))
        .filter(|(_, other)| *other != text && lexicon.generations(text, other).amount > 0)
        .map(|(word, _)| Found { word, pair: alike })
        .chain(equal(finder, text))
        .collect();
    found.sort_unstable_by_key(|one| one.word);
    found.dedup_by_key(|one| one.word);
    Meets::of(finder, found, Spoken::NONE).into()
}

/// What a word found is to the one asked for; different where it is not among them.
pub fn pair_of(found: &Meets, word: u32) -> Pair {
    match found.words.binary_search_by_key(&word, |one| one.word) {
        Ok(place) => found.words[place].pair,
        Err(_) => Pair::DIFFERENT,
    }
}
