//! Customers made ready to be kept: a block of them as `customers` reads it.

use crate::checksum;
use crate::customers::{AS_PERSON, COMMON, NO_KIND, ONE_WORD, UNREAD};
use crate::flat::{Writer, KEY_LENGTH};
use crate::image::{ACRONYM, SURNAME_FIRST, TAG};
use crate::keys::{core_key, stem_key, Among};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::part::Kind;
use crate::pieces::in_order;
use crate::prepared::{PreparedName, PreparedReading};
use crate::search::AskedName;
use crate::written::{Besides, Reader, Subject};
use rustc_hash::FxHashMap;

/// A customer as it is handed over: who, whether nothing but single words is known of it, and what its
/// identifiers are compared by.
pub type Given<'a> = (&'a Subject, bool, &'a [String]);

/// Customers made ready, as they are written.
#[derive(Default)]
struct Block {
    words: Vec<Box<str>>,
    numbers: FxHashMap<Box<str>, u32>,
    /// By word, for single and for joined ones: whether others than equals meet it, and in which languages.
    keyed: Vec<[Option<Spoken>; 2]>,
    terms: FxHashMap<(u32, u8), u32>,
    /// Word, role, what is told, what is left over.
    sorted: Vec<(u32, u8, u32, u32)>,
    parts_of_reading: Vec<u32>,
    parts: Vec<u32>,
    spans_of_reading: Vec<u32>,
    span_words: Vec<u32>,
    span_places: Vec<u8>,
    reading_flags: Vec<u8>,
    readings_of_name: Vec<u32>,
    folded: Vec<u64>,
    choices: Vec<u8>,
    names_of_customer: Vec<u32>,
    name_kinds: Vec<u8>,
    kinds: Vec<u8>,
    facts: Vec<u32>,
    marks: Vec<u8>,
    /// Checksums of what identifiers are compared by, and whose they are.
    identifiers: Vec<(u64, u32)>,
}

/// A block of customers as it is written, under a key; in the order given.
pub fn written(reader: &Reader, given: &[Given], threads: usize, key: &[u8; KEY_LENGTH]) -> Vec<u8> {
    let mut block = Block::default();
    let prepared = |(one, ..): &Given| Some(reader.asked(one, &Kind::ALL).ok()?.0);
    let ready = in_order(given, threads, prepared);
    for ((subject, one_word, identifiers), asked) in given.iter().zip(ready) {
        block.add_identifiers(identifiers);
        block.add(&subject.besides, asked, *one_word);
    }
    block.finish(&reader.lexicon, threads, key)
}

impl Block {
    fn add(&mut self, besides: &Besides, asked: Option<Vec<AskedName>>, one_word: bool) {
        let facts = u32::try_from(besides.facts_for).ok();
        let read = asked.is_some() && facts.is_some();
        let mark = |is: bool, mark: u8| if is { mark } else { 0 };
        self.names_of_customer.push(self.folded.len() as u32);
        self.kinds.push(besides.kind.map_or(NO_KIND, |kind| kind as u8));
        self.facts.push(facts.unwrap_or_default());
        self.marks.push(mark(besides.common, COMMON) | mark(one_word, ONE_WORD) | mark(!read, UNREAD));
        let mut different: Vec<(&PreparedName, u8)> = Vec::new();
        let asked = asked.filter(|_| read).unwrap_or_default();
        for one in &asked {
            let person = if one.how.weighed_as == Kind::Person { AS_PERSON } else { 0 };
            // Among persons everybody is weighed as one.
            let fits =
                |kinds: u8| kinds & AS_PERSON == person || kinds & !AS_PERSON == 1 << Kind::Person as u8;
            match different.iter_mut().find(|(name, kinds)| **name == *one.name && fits(*kinds)) {
                Some((_, kinds)) => *kinds = *kinds & !AS_PERSON | person | 1 << one.how.kind as u8,
                None => different.push((&one.name, person | 1 << one.how.kind as u8)),
            }
        }
        for (name, kinds) in different {
            self.add_name(name);
            self.name_kinds.push(kinds);
        }
    }

    fn add_identifiers(&mut self, identifiers: &[String]) {
        let customer = self.marks.len() as u32;
        self.identifiers.extend(identifiers.iter().map(|one| (checksum::of(one.as_bytes()), customer)));
    }

    fn add_name(&mut self, name: &PreparedName) {
        self.readings_of_name.push(self.reading_flags.len() as u32);
        self.folded.push(name.folded);
        self.choices.push(name.choices);
        name.readings.iter().for_each(|reading| self.add_reading(reading));
    }

    fn add_reading(&mut self, reading: &PreparedReading) {
        let surname_first = if reading.surname_first { SURNAME_FIRST } else { 0 };
        let acronym = if reading.acronym { ACRONYM } else { 0 };
        self.reading_flags.push(reading.languages.bits() | surname_first | acronym);
        self.parts_of_reading.push(self.parts.len() as u32);
        self.spans_of_reading.push(self.span_words.len() as u32);
        for part in &reading.parts {
            let word = self.word(&part.text);
            if crate::build::meets_others(part.role) && !reading.acronym {
                self.keep(word, Among::Parts, reading.languages);
            }
            let (next, sorted) = (self.sorted.len() as u32, &mut self.sorted);
            let term = *self.terms.entry((word, part.role as u8)).or_insert_with(|| {
                sorted.push((word, part.role as u8, part.tells as u32, part.left_over as u32));
                next
            });
            self.parts.push(term);
        }
        for span in &reading.spans {
            let word = self.word(&span.text);
            if !span.shortened {
                self.keep(word, Among::Joined, reading.languages);
            }
            self.span_words.push(word);
            self.span_places.extend(span.kept());
        }
    }

    fn word(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.push(text.into());
        self.keyed.push([None, None]);
        self.numbers.insert(text.into(), number);
        number
    }

    fn keep(&mut self, word: u32, among: Among, languages: Spoken) {
        let keyed = &mut self.keyed[word as usize][among as usize];
        *keyed = Some(keyed.unwrap_or_default().or(languages));
    }

    fn finish(mut self, lexicon: &Lexicon, threads: usize, key: &[u8; KEY_LENGTH]) -> Vec<u8> {
        for (starts, end) in [
            (&mut self.names_of_customer, self.folded.len()),
            (&mut self.readings_of_name, self.reading_flags.len()),
            (&mut self.parts_of_reading, self.parts.len()),
            (&mut self.spans_of_reading, self.span_words.len()),
        ] {
            starts.push(end as u32);
        }
        let (mut starts, mut tags) = (vec![0], Vec::new());
        for of_word in self.tags(lexicon, threads) {
            tags.extend(of_word);
            starts.push(tags.len() as u32);
        }
        let mut writer = Writer::default();
        writer.texts(self.words.iter().map(|word| word.as_bytes()));
        writer.u32s(starts);
        writer.u32s(tags);
        writer.u32s(self.sorted.iter().map(|term| term.0));
        writer.bytes(self.sorted.iter().map(|term| term.1).collect());
        writer.u32s(self.sorted.iter().map(|term| term.2));
        writer.u32s(self.sorted.iter().map(|term| term.3));
        writer.u32s(self.parts_of_reading);
        writer.u32s(self.parts);
        writer.u32s(self.spans_of_reading);
        writer.u32s(self.span_words);
        writer.bytes(self.span_places);
        writer.bytes(self.reading_flags);
        writer.u32s(self.readings_of_name);
        writer.u64s(self.folded);
        writer.bytes(self.choices);
        writer.u32s(self.names_of_customer);
        writer.bytes(self.name_kinds);
        writer.bytes(self.kinds);
        writer.u32s(self.facts);
        writer.bytes(self.marks);
        writer.u64s(self.identifiers.iter().map(|one| one.0));
        writer.u32s(self.identifiers.iter().map(|one| one.1));
        writer.finish(key)
    }

    /// The tags of each word, in order.
    fn tags(&self, lexicon: &Lexicon, threads: usize) -> Vec<Vec<u32>> {
        let all: Vec<(&Box<str>, &[Option<Spoken>; 2])> = self.words.iter().zip(&self.keyed).collect();
        in_order(&all, threads, |(text, keyed)| tags(lexicon, text, keyed))
    }
}

/// The tag of a key.
pub fn tag(key: u64) -> u32 {
    (key & TAG) as u32
}

/// The tags of all keys that an index would keep a word by.
fn tags(lexicon: &Lexicon, text: &str, keyed: &[Option<Spoken>; 2]) -> Vec<u32> {
    let word: Word = lexicon.word(text);
    let mut keys = Vec::new();
    lexicon.add_word_keys(&word, *keyed, &mut keys);
    for among in [Among::Parts, Among::Joined].into_iter().filter(|among| keyed[*among as usize].is_some()) {
        lexicon.each_core_key(&word.core, |core| keys.push(core_key(among, core)));
        keys.extend(word.stem.iter().map(|stem| stem_key(among, &stem.core)));
    }
    let mut tags: Vec<u32> = keys.into_iter().map(tag).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}
