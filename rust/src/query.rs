//! A name that is asked for, with the words of the image that its own may meet.

use crate::finder::{Asked, Finder, Found, Seen};
use crate::keys::Among;
use crate::languages::Spoken;
use crate::likeness::Pair;
use crate::part::Role;
use crate::prepared::{PreparedName, PreparedReading};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Words remembered by each thread: forgotten all at once when full.
const REMEMBERED: usize = 1 << 18;

/// Words found, by number.
pub type FoundWords = Arc<[Found]>;

/// How a word of a query meets words of the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Use {
    /// A part meets parts.
    Part,
    /// A part meets joined parts.
    PartJoins,
    /// Joined parts meet a part.
    Joined,
}

/// What was found for words, by their own text and the languages of their name.
#[derive(Default)]
pub struct Memory {
    known: FxHashMap<(Use, u8), FxHashMap<Box<str>, FoundWords>>,
    count: usize,
    seen: Seen,
}

impl Memory {
    fn get(&mut self, finder: &Finder, how: Use, text: &str, languages: Spoken) -> FoundWords {
        let key = (how, languages.bits());
        if let Some(found) = self.known.get(&key).and_then(|known| known.get(text)) {
            return found.clone();
        }
        if self.count >= REMEMBERED {
            (self.known, self.count) = (FxHashMap::default(), 0);
        }
        let found: FoundWords = finder.alike(&asked(finder, how, text, languages), &mut self.seen).into();
        self.known.entry(key).or_default().insert(text.into(), found.clone());
        self.count += 1;
        found
    }
}

fn asked<'a>(finder: &Finder, how: Use, text: &'a str, languages: Spoken) -> Asked<'a> {
    let rules = &finder.lexicon.weights.rules;
    let apart = Some(finder.lexicon.handed.join_lengths_apart);
    match how {
        Use::Part => Asked { text, languages, among: Among::Parts, least: 0, apart: None },
        Use::PartJoins => Asked { text, languages, among: Among::Joined, least: rules.joined_floor, apart },
        Use::Joined => Asked { text, languages, among: Among::Parts, least: rules.joined_floor, apart },
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
pub struct Query {
    pub name: PreparedName,
    pub readings: Vec<QueryReading>,
}

impl Query {
    /// The name with the words of the image that its own may meet.
    pub fn of(name: PreparedName, finder: &Finder, memory: &mut Memory) -> Query {
        let readings = name.readings.iter().map(|reading| of_reading(reading, finder, memory)).collect();
        Query { name, readings }
    }
}

fn of_reading(reading: &PreparedReading, finder: &Finder, memory: &mut Memory) -> QueryReading {
    let none: FoundWords = Arc::from([]);
    let languages = reading.languages;
    let mut found = QueryReading { parts: Vec::new(), joins: Vec::new(), spans: Vec::new() };
    for part in &reading.parts {
        found.parts.push(match part.role {
            _ if reading.acronym => same(finder, &part.text),
            Role::Honorific => none.clone(),
            Role::Word | Role::Particle | Role::Generic => {
                memory.get(finder, Use::Part, &part.text, languages)
            }
            Role::Suffix => suffixes(finder, &part.text),
            Role::Initial | Role::Number | Role::LegalForm => same(finder, &part.text),
        });
        found.joins.push(match part.role {
            _ if reading.acronym => none.clone(),
            Role::Word | Role::Generic => memory.get(finder, Use::PartJoins, &part.text, languages),
            _ => none.clone(),
        });
    }
    let spans = reading.spans.iter();
    found.spans.extend(spans.map(|span| memory.get(finder, Use::Joined, &span.text, languages)));
    found
}

/// A word that only its equal meets.
fn same(finder: &Finder, text: &str) -> FoundWords {
    let word = finder.image.find(text.as_bytes());
    word.map(|word| Found { word, pair: Pair::SAME }).into_iter().collect()
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
        .chain(same(finder, text).iter().copied())
        .collect();
    found.sort_unstable_by_key(|one| one.word);
    found.dedup_by_key(|one| one.word);
    found.into()
}

/// What a word found is to the one asked for; different where it is not among them.
pub fn pair_of(found: &[Found], word: u32) -> Pair {
    match found.binary_search_by_key(&word, |one| one.word) {
        Ok(place) => found[place].pair,
        Err(_) => Pair::DIFFERENT,
    }
}
