//! The words of the names that an image is made of: each once, in the order that they are kept in.

use crate::build::{meets_others, readings, Party};
use crate::keys::Among;
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Word};
use crate::pieces::{in_order, processors};
use rustc_hash::FxHashMap;

/// Every word, single ones first, those of the same consonants together; and how each is found.
pub struct Words {
    pub prepared: Vec<Word>,
    /// The numbers of the words of all parts, and of all joined ones, in the order of readings.
    pub of_parts: Vec<u32>,
    pub of_spans: Vec<u32>,
    /// For single and for joined words, whether others than equals meet them, and in which languages.
    pub keyed: [Vec<Option<Spoken>>; 2],
}

impl Words {
    /// The words of parties.
    pub fn of(lexicon: &Lexicon, parties: &[Party]) -> Words {
        // Each text is looked up once; from then on it is a number.
        let mut texts = Texts::default();
        let parts = readings(parties).flat_map(|reading| &reading.parts);
        let of_parts: Vec<u32> = parts.map(|part| texts.number(&part.text)).collect();
        let single = texts.all.len();
        let spans = readings(parties).flat_map(|reading| &reading.spans);
        let of_spans: Vec<u32> = spans.map(|span| texts.number(&span.text)).collect();
        // What is asked for most lies together, and what is compared one after the other.
        let (mut prepared, mut numbers) = (Vec::with_capacity(texts.all.len()), vec![0; texts.all.len()]);
        for (first, some) in [(0, &texts.all[..single]), (single, &texts.all[single..])] {
            for (number, word) in words_in_order(lexicon, some) {
                numbers[first + number as usize] = prepared.len() as u32;
                prepared.push(word);
            }
        }
        let numbered = |some: Vec<u32>| some.into_iter().map(|text| numbers[text as usize]).collect();
        let (of_parts, of_spans) = (numbered(of_parts), numbered(of_spans));
        let keyed = [vec![None; prepared.len()], vec![None; prepared.len()]];
        let mut words = Words { prepared, of_parts, of_spans, keyed };
        words.add_keyed(parties);
        words
    }

    fn add_keyed(&mut self, parties: &[Party]) {
        let (mut parts, mut spans) = (self.of_parts.iter(), self.of_spans.iter());
        let mut add = |among: Among, word: &u32, languages: Spoken| {
            let keyed = &mut self.keyed[among as usize][*word as usize];
            *keyed = Some(keyed.unwrap_or_default().or(languages));
        };
        for reading in readings(parties) {
            for (part, word) in reading.parts.iter().zip(&mut parts) {
                if meets_others(part.role) && !reading.acronym {
                    add(Among::Parts, word, reading.languages);
                }
            }
            for (span, word) in reading.spans.iter().zip(&mut spans) {
                if !span.shortened {
                    add(Among::Joined, word, reading.languages);
                }
            }
        }
    }
}

/// Different texts, in the order that they are met in.
#[derive(Default)]
struct Texts<'a> {
    all: Vec<&'a str>,
    numbers: FxHashMap<&'a str, u32>,
}

impl<'a> Texts<'a> {
    fn number(&mut self, text: &'a str) -> u32 {
        *self.numbers.entry(text).or_insert_with(|| {
            self.all.push(text);
            self.all.len() as u32 - 1
        })
    }
}

/// Some texts as words, in the order of consonants, sounds and letters, each with its place among the texts.
fn words_in_order(lexicon: &Lexicon, texts: &[&str]) -> Vec<(u32, Word)> {
    let words = in_order(texts, processors(), |text| lexicon.word(text));
    let place = |number: u32| {
        let word = &words[number as usize];
        (&word.core, &word.heard, &word.text)
    };
    let mut order: Vec<(Beginning, u32)> = words.iter().map(beginning).zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| place(a.1).cmp(&place(b.1))));
    let mut words: Vec<Option<Word>> = words.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, number)| Some((number, words[number as usize].take()?))).collect()
}

/// How a word's consonants begin, and, where these are all of them, how its sounds do: most words differ there, and
/// where they do they are in the order of these.
type Beginning = (u64, u64);

fn beginning(word: &Word) -> Beginning {
    let first =
        |some: &[u8]| u64::from_be_bytes(std::array::from_fn(|at| some.get(at).copied().unwrap_or(0)));
    let all = word.core.len() < size_of::<u64>();
    (first(&word.core), if all { first(&word.heard) } else { 0 })
}
