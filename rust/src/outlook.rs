//! Whether a customer's name may reach the threshold at all, by looking for no more of its words than that takes.
//!
//! Why it is complete: all that meets must be of one party; a part of a name meets one part, joined parts, or is
//! joined with others to meet one; so it speaks for half of what it tells and half of what it meets tells, at most.
//! A part that meets nothing of the party in any of these ways is left over. Of what is not looked for yet all that
//! its tags allow is taken for met, and what meets for telling as much as any of it does; of what
//! is looked for, that much as it is alike.

use crate::customers::Customers;
use crate::languages::Spoken;
use crate::lexicon::Word;
use crate::part::{Kind, Role};
use crate::postings::told;
use crate::query::{Place, Use};
use crate::search::{How, Searcher};
use crate::sieve::{Sieve, Sifted, Standing, Whose};
use crate::weights::FULL;
use std::sync::OnceLock;

/// Parts, and joined ones, of a reading that are looked at; a longer one may always reach it.
const MOST: usize = 16;
/// Sets of languages that a reading may be in.
const LANGUAGES: usize = 16;

/// What a word was found to meet: whose names, how alike it is to anything of theirs, and what that tells so.
#[derive(Clone, Copy, Default)]
struct Found {
    whose: Whose,
    alike: i64,
    theirs: i64,
}

impl Found {
    fn add(&mut self, standing: Standing, alike: i64) {
        self.whose |= standing.whose;
        self.alike = self.alike.max(alike);
        self.theirs = self.theirs.max(told(standing.tells, alike));
    }
}

/// What was found for each word of a block: for parts, and for joined ones.
type FoundWords = Vec<[OnceLock<Box<Found>>; 2]>;

/// What is known of the words of a block: what was found for them, by the languages of the reading, and what their
/// comparisons need.
pub struct Looked {
    words: Vec<OnceLock<Box<Word>>>,
    found: [OnceLock<FoundWords>; LANGUAGES],
}

impl Looked {
    /// Nothing is known of so many words.
    pub fn none(words: usize) -> Looked {
        Looked { words: (0..words).map(|_| OnceLock::new()).collect(), found: Default::default() }
    }

    /// What was found for a word, looked for where it was not yet.
    fn found(&self, how: Use, word: usize, languages: Spoken, look: impl Fn() -> Found) -> Found {
        let Some(of_words) = self.found.get(usize::from(languages.bits())) else { return look() };
        let unknown = || self.words.iter().map(|_| Default::default()).collect();
        **of_words.get_or_init(unknown)[word][how as usize].get_or_init(|| Box::new(look()))
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
    /// How alike it is to what it may meet by what it is, at most.
    alike: i64,
    /// The joined ones that a part is in, a bit each.
    spans: u32,
    to_look: bool,
    /// The word, and the place of a span.
    word: usize,
}

impl Outlook<'_> {
    /// Whether a reading may reach the threshold among parties in one of these ways.
    pub fn may_reach(&self, reading: usize, hows: &[How], threshold: f64) -> bool {
        let (places, joined) = self.customers.places(reading);
        if self.customers.is_acronym(reading) {
            return places
                .into_iter()
                .any(|place| self.sifted.terms[self.customers.term(place)].by_word.whose != 0);
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
            let Standing { whose, tells: theirs } = self.sifted.words[word];
            *span = Known { whose, theirs, word, to_look: whose != 0, alike: FULL, ..Known::default() };
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
            let found = self.look(how, next.word, reading);
            next.to_look = false;
            (next.whose, next.alike, next.theirs) = (found.whose, found.alike, found.theirs);
        }
    }

    /// Whether what stands at a place of a reading meets anything by what it is.
    pub fn meets(&self, reading: usize, place: Place) -> bool {
        let (parts, spans) = self.customers.places(reading);
        match place {
            Place::Part(part) => {
                let part = self.part(parts.start + part);
                match part.to_look {
                    true => self.look(Use::Part, part.word, reading).whose != 0,
                    false => part.whose != 0,
                }
            }
            Place::Span(span) => {
                let word = self.customers.span_word(spans.start + span);
                self.sifted.words[word].whose != 0 && self.look(Use::Joined, word, reading).whose != 0
            }
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
            whose: sifted.by_word.whose,
            by_letter: sifted.by_letter,
            acronym: sifted.acronym,
            theirs: sifted.by_word.tells,
            of_letter: if role == Role::Initial { tells } else { self.sieve.initial_tells },
            alike: FULL,
            spans: 0,
            to_look: looked_for && sifted.by_word.whose != 0,
            word,
        }
    }

    /// Whether so much of one party may be met, and no more left over, that the threshold is reached.
    fn reaches(&self, parts: &[Known], spans: &[Known], how: How, threshold: f64) -> bool {
        let bounds = self.searcher.bounds(how, threshold);
        let all = parts.iter().chain(spans).flat_map(|one| [one.whose, one.by_letter, one.acronym]);
        let mut whose = with_one_of_each(all);
        let mut refused = [(0, 0); 8];
        let mut next = 0;
        while whose != 0 {
            let one = whose & whose.wrapping_neg();
            whose ^= one;
            let (mut tells, mut left, mut joined) = (0, 0, 0u32);
            for (number, span) in spans.iter().enumerate() {
                if span.whose & one != 0 {
                    tells += span.theirs;
                    joined |= 1 << number;
                }
            }
            for part in parts {
                let letter =
                    if how.kind == Kind::Person && part.by_letter & one != 0 { part.of_letter } else { 0 };
                match (part.whose & one != 0, part.spans & joined != 0) {
                    (true, true) => tells += part.tells + part.theirs.max(letter),
                    (true, false) => tells += (told(part.tells, part.alike) + part.theirs).max(2 * letter),
                    (false, true) => tells += part.tells + 2 * letter,
                    (false, false) if letter > 0 => tells += 2 * letter,
                    (false, false) => left += part.left_over,
                }
            }
            let mut tells = tells / 2 + parts.len() as i64;
            if parts.iter().any(|part| part.acronym & one != 0) {
                tells = tells.max(self.searcher.lexicon.weights.chance.acronym_tells);
            }
            let sums = (tells, left);
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

    /// What a word meets, as a part or as joined ones.
    fn look(&self, how: Use, word: usize, reading: usize) -> Found {
        let languages = self.customers.languages(reading);
        self.looked.found(how, word, languages, || {
            let (lexicon, text) = (self.searcher.lexicon, self.customers.words().text(word));
            let mine = self.looked.words[word].get_or_init(|| Box::new(lexicon.word(text)));
            let rules = &lexicon.weights.rules;
            let mut found = Found::default();
            for (number, spoken) in self.sieve.meeting(self.customers, word) {
                let theirs = &self.sieve.listed[number as usize];
                let apart = text.len().abs_diff(theirs.word.text.len());
                // By itself, and as joined parts that one part meets, or one that joined parts meet.
                let (single, joined) = match how {
                    Use::Part => (theirs.single, theirs.joined),
                    Use::Joined => (Standing::default(), theirs.single),
                };
                let about = joined.whose != 0 && apart <= lexicon.handed.join_lengths_apart;
                if single.whose == 0 && !about {
                    continue;
                }
                let languages = if spoken { languages } else { Spoken::NONE };
                // Some key they share: whether of their consonants is not told, and taken for true.
                let alike = lexicon.pair(mine, &theirs.word, languages, Some(true)).most(lexicon, languages);
                if alike >= rules.floor {
                    found.add(single, alike);
                }
                if about && alike >= rules.joined_floor {
                    found.add(joined, alike);
                }
            }
            found
        })
    }
}

/// Parties in several of some sets, and of those in one set alone one each: what is met of them is the same.
fn with_one_of_each(sets: impl Iterator<Item = Whose> + Clone) -> Whose {
    let (_, several) = sets.clone().fold((0, 0), |(all, several), one| (all | one, several | all & one));
    let lowest = |set: Whose| set & set.wrapping_neg();
    sets.fold(several, |found, one| found | lowest(one & !several))
}
