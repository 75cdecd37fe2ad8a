//! Whether a customer's name may reach the threshold at all, by looking for no more of its words than that takes.
//!
//! Why it is complete: all that meets must be of one party; a part of a name meets one part, joined parts, or is
//! joined with others to meet one; so it speaks for half of what it tells and half of what it meets tells, at most.
//! A part that meets nothing of the party in any of these ways is left over. Of what is not looked for yet all that
//! its tags allow is taken for met, and what meets for telling as much as anything of the index does.

use crate::customers::Customers;
use crate::image::{Image, Section};
use crate::languages::Spoken;
use crate::part::{Kind, Role};
use crate::query::{Both, Memory, Use};
use crate::search::{How, Searcher};
use crate::sieve::{whose_reading, whose_term, Sieve, Sifted, Whose, ANYBODY};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::OnceLock;

/// Parts, and joined ones, of a reading that are looked at; a longer one may always reach it.
const MOST: usize = 16;
/// Marks what was looked for, beside whose it is; and what joined parts of a party meet, which tell more.
const LOOKED: u64 = 1 << 63;
const BY_JOINED: u64 = 1 << 62;
/// Sets of languages that a reading may be in.
const LANGUAGES: usize = 16;

/// What was found for the words of a block, by the languages of the reading: for parts, and for joined ones.
pub struct Looked {
    words: usize,
    found: [OnceLock<Vec<[AtomicU64; 2]>>; LANGUAGES],
}

impl Looked {
    /// Nothing is known of so many words.
    pub fn none(words: usize) -> Looked {
        Looked { words, found: Default::default() }
    }

    fn at(&self, how: Use, word: usize, languages: Spoken) -> Option<&AtomicU64> {
        let of_words = self.found.get(usize::from(languages.bits()))?;
        let unknown = || (0..self.words).map(|_| Default::default()).collect();
        Some(&of_words.get_or_init(unknown)[word][how as usize])
    }
}

/// A block of customers beside an index, and what is known of its words.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    pub searcher: Searcher<'a>,
    pub customers: &'a Customers,
    pub sieve: &'a Sieve,
    pub sifted: &'a Sifted,
    pub looked: &'a Looked,
}

/// What is known of a part, or of joined ones, so far.
#[derive(Clone, Copy, Default)]
struct Known {
    tells: i64,
    left_over: i64,
    /// Whose names it may meet by what it is, and by its letter; and what that tells at most.
    whose: Whose,
    by_letter: Whose,
    acronym: Whose,
    theirs: i64,
    of_letter: i64,
    /// The joined ones that a part is in, a bit each.
    spans: u32,
    to_look: bool,
    /// The word, and the place of a span.
    word: usize,
}

impl Outlook<'_> {
    /// Whether a reading may reach the threshold among parties in one of these ways.
    pub fn may_reach(&self, reading: usize, hows: &[How], threshold: f64, memory: &mut Memory) -> bool {
        let (places, joined) = self.customers.places(reading);
        if self.customers.is_acronym(reading) {
            return places
                .into_iter()
                .any(|place| self.sifted.terms[self.customers.term(place)].by_word != 0);
        }
        if places.len() > MOST || joined.len() > 2 * MOST {
            return true;
        }
        let mut known = [Known::default(); 3 * MOST];
        let (parts, spans) = known.split_at_mut(places.len());
        for (part, place) in parts.iter_mut().zip(places) {
            *part = self.part(place);
        }
        for (number, (span, place)) in spans.iter_mut().zip(joined.clone()).enumerate() {
            let word = self.customers.span_word(place);
            let (whose, theirs) = (self.sifted.words[word], self.sieve.part_tells);
            *span = Known { whose, theirs, word, to_look: whose != 0, ..Known::default() };
            self.customers.joined(place).for_each(|part| parts[part].spans |= 1 << number);
        }
        let spans = &mut spans[..joined.len()];
        loop {
            if !hows.iter().any(|how| self.reaches(parts, spans, *how, threshold)) {
                return false;
            }
            // What may meet fewest is looked for first.
            let few = |known: &&mut Known| known.whose.count_ones();
            let part = parts.iter_mut().filter(|part| part.to_look).min_by_key(few);
            let (next, how) = match part {
                Some(part) => (part, Use::Part),
                None => match spans.iter_mut().filter(|span| span.to_look).min_by_key(few) {
                    Some(span) => (span, Use::Joined),
                    None => return true,
                },
            };
            let found = self.look(how, next.word, reading, memory);
            next.to_look = false;
            next.whose = found & ANYBODY;
            next.theirs = match found & BY_JOINED != 0 {
                true => self.sieve.joined_tells.max(self.sieve.part_tells),
                false => self.sieve.part_tells,
            };
        }
    }

    fn part(&self, place: usize) -> Known {
        let term = self.customers.term(place);
        let ((word, role), (tells, left_over)) =
            (self.customers.word_and_role(term), self.customers.amounts(term));
        let sifted = self.sifted.terms[term];
        let looked_for = matches!(role, Role::Word | Role::Particle | Role::Generic);
        Known {
            tells,
            left_over,
            whose: sifted.by_word,
            by_letter: sifted.by_letter,
            acronym: sifted.acronym,
            theirs: self.sieve.part_tells.max(self.sieve.joined_tells),
            of_letter: if role == Role::Initial { tells } else { self.sieve.initial_tells },
            spans: 0,
            to_look: looked_for && sifted.by_word != 0,
            word,
        }
    }

    /// Whether so much of one party may be met, and no more left over, that the threshold is reached.
    fn reaches(&self, parts: &[Known], spans: &[Known], how: How, threshold: f64) -> bool {
        let bounds = self.searcher.bounds(how, threshold);
        let all = parts.iter().chain(spans);
        let mut whose = all.fold(0, |all, one| all | one.whose | one.by_letter);
        let mut refused = [(0, 0); 8];
        let mut next = 0;
        while whose != 0 {
            let one = whose & whose.wrapping_neg();
            whose ^= one;
            let (mut told, mut left, mut joined) = (0, 0, 0u32);
            for (number, span) in spans.iter().enumerate() {
                if span.whose & one != 0 {
                    told += span.theirs;
                    joined |= 1 << number;
                }
            }
            for part in parts {
                let letter =
                    if how.kind == Kind::Person && part.by_letter & one != 0 { part.of_letter } else { 0 };
                match (part.whose & one != 0, part.spans & joined != 0) {
                    (true, _) => told += part.tells + part.theirs,
                    (false, true) => told += part.tells + 2 * letter,
                    (false, false) if letter > 0 => told += 2 * letter,
                    (false, false) => left += part.left_over,
                }
            }
            let mut told = told / 2 + parts.len() as i64;
            if parts.iter().any(|part| part.acronym & one != 0) {
                told = told.max(self.searcher.lexicon.weights.chance.acronym_tells);
            }
            let sums = (told, left);
            if refused.contains(&sums) {
                continue;
            }
            if bounds.reaches(bounds.sums(sums.0, 0, sums.1)) {
                return true;
            }
            refused[next % refused.len()] = sums;
            next += 1;
        }
        false
    }

    /// Whose names have what a word meets, with the marks of what is known.
    fn look(&self, how: Use, word: usize, reading: usize, memory: &mut Memory) -> u64 {
        let languages = self.customers.languages(reading);
        let known = self.looked.at(how, word, languages);
        let remembered = known.map_or(0, |known| known.load(Ordering::Relaxed));
        if remembered & LOOKED != 0 {
            return remembered;
        }
        let text = self.customers.words().text(word);
        let found =
            LOOKED | met(self.searcher.image, &memory.get(&self.searcher.finder(), how, text, languages));
        if let Some(known) = known {
            known.store(found, Ordering::Relaxed);
        }
        found
    }
}

/// Whose names have the words found, and whether joined ones are among them.
fn met(image: &Image, (single, joined): &Both) -> u64 {
    let (terms, spans) = (image.u32s(Section::TermsOfWord), image.u32s(Section::SpansOfWord));
    let of_terms = single.words.iter().flat_map(|one| terms.span(one.word as usize));
    let whose = of_terms.fold(0, |all, term| all | whose_term(image, term));
    let numbers = joined.words.iter().flat_map(|one| spans.span(one.word as usize));
    let owner = |span: u32| image.u32s(Section::SpanReadings).get(span as usize) as usize;
    let of_spans = image.u32s(Section::WordSpans);
    let readings = numbers.flat_map(|place| of_spans.range(place..place + 1)).map(owner);
    let by_joined = readings.fold(0, |all, reading| all | whose_reading(image, reading));
    whose | by_joined | if joined.words.is_empty() { 0 } else { BY_JOINED }
}
