//! What the words of customers meet in an index, looked for once: where that stands, and how alike it is at most.

use crate::customers::Customers;
use crate::lanes::Lanes;
use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::memo::Shared;
use crate::near::{keep_near, Other};
use crate::postings::told;
use crate::query::Use;
use crate::sieve::{Listed, MetWords, Sieve, Standing};
use std::sync::OnceLock;

/// Sets of languages that a reading may be in.
const LANGUAGES: usize = 16;

/// What a word was found to meet: where that stands, what it tells so, and how alike it is at the most.
#[derive(Clone, Copy, Default)]
pub struct Found {
    pub theirs: Standing,
    pub alike: i64,
}

impl Found {
    fn add(&mut self, standing: Standing, alike: i64) {
        self.theirs.add(Standing { tells: told(standing.tells, alike), ..standing });
        self.alike = self.alike.max(alike);
    }
}

/// What was found for each word of a block: for parts, and for joined ones.
type FoundWords = Vec<[OnceLock<Box<Found>>; 2]>;

/// What is known of the words of a block: what was found for them, by the languages of the reading.
pub struct Looked {
    words: usize,
    found: [OnceLock<FoundWords>; LANGUAGES],
}

impl Looked {
    /// Nothing is known of so many words.
    pub fn none(words: usize) -> Looked {
        Looked { words, found: Default::default() }
    }

    /// What was found for a word, where it was looked for before.
    pub fn before(&self, how: Use, word: usize, languages: Spoken) -> Option<Found> {
        let of_words = self.found.get(usize::from(languages.bits()))?.get()?;
        of_words[word][how as usize].get().map(|found| **found)
    }

    /// What was found for a word, looked for where it was not yet.
    fn found(&self, how: Use, word: usize, languages: Spoken, look: impl FnOnce() -> Found) -> Found {
        let Some(of_words) = self.found.get(usize::from(languages.bits())) else { return look() };
        let unknown = || (0..self.words).map(|_| Default::default()).collect();
        **of_words.get_or_init(unknown)[word][how as usize].get_or_init(|| Box::new(look()))
    }
}

/// What was found for words as parts, in whatever block: most stand in many. All threads remember it.
pub struct Remembered(Shared<Box<[u8]>, Found>);

/// Words that are remembered: some thirty megabytes.
const REMEMBERED: usize = 1 << 18;

impl Default for Remembered {
    fn default() -> Remembered {
        Remembered(Shared::new(REMEMBERED))
    }
}

impl Remembered {
    /// What was found for a word, looked for where it was not yet; `key` is room to work with.
    fn found(&self, key: &mut Vec<u8>, text: &str, languages: Spoken, look: impl FnOnce() -> Found) -> Found {
        key.clear();
        key.push(languages.bits());
        key.extend(text.as_bytes());
        self.0.get(key.as_slice()).unwrap_or_else(|| {
            let found = look();
            self.0.put(key.as_slice().into(), found);
            found
        })
    }
}

/// What a word is looked for with.
#[derive(Default)]
pub struct Looking {
    key: Vec<u8>,
    met: MetWords,
    lanes: Lanes,
}

/// Looks for the words of a block of customers in an index.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub lexicon: &'a Lexicon,
    pub customers: &'a Customers,
    pub sieve: &'a Sieve,
    pub looked: &'a Looked,
    pub remembered: &'a Remembered,
}

impl<'a> Look<'a> {
    /// What a word meets, as a part or as joined ones.
    pub fn at(&self, how: Use, word: usize, languages: Spoken, room: &mut Looking) -> Found {
        let text = self.customers.words().text(word);
        let Looking { key, met, lanes } = room;
        let mut anew = || self.anew((how, word), languages, met, lanes);
        self.looked.found(how, word, languages, || match how {
            Use::Part => self.remembered.found(key, text, languages, anew),
            Use::Joined => anew(), // most are of one name alone
        })
    }

    fn anew(
        &self,
        (how, word): (Use, usize),
        languages: Spoken,
        met: &mut MetWords,
        lanes: &mut Lanes,
    ) -> Found {
        let (lexicon, text) = (self.lexicon, self.customers.words().text(word));
        let rules = &lexicon.weights.rules;
        // By itself, and as joined parts that one part meets, or one that joined parts meet.
        let standings = |theirs: &Listed| {
            let about = text.len().abs_diff(theirs.word.text.len()) <= lexicon.handed.join_lengths_apart;
            let joined = |standing| if about { standing } else { Standing::default() };
            match how {
                Use::Part => (theirs.single, joined(theirs.joined)),
                Use::Joined => (Standing::default(), joined(theirs.single)),
            }
        };
        let other = |(listed, spoken): (&'a Listed, bool)| {
            let (single, joined) = standings(listed);
            let least = if single.whose != 0 { rules.floor } else { rules.joined_floor };
            (single.whose | joined.whose != 0).then_some(Other { listed, least, spoken, heard: !spoken })
        };
        let met = self.sieve.meeting(self.customers, word, met);
        let mut others: Vec<Other> = Vec::with_capacity(met.len());
        others.extend(met.filter_map(other));
        let mut found = Found::default();
        if others.is_empty() {
            return found;
        }
        let mine = lexicon.word(text);
        keep_near(lexicon, &mine, &mut others, lanes);
        for Other { listed, spoken, .. } in others {
            let languages = if spoken { languages } else { Spoken::NONE };
            // Some key they share: whether of their consonants is not told, and taken for true.
            let alike = lexicon.pair(&mine, &listed.word, languages, Some(true)).most(lexicon, languages);
            let (single, joined) = standings(listed);
            if alike >= rules.floor {
                found.add(single, alike);
            }
            if alike >= rules.joined_floor {
                found.add(joined, alike);
            }
        }
        found
    }
}
