//! Whether a customer's name may reach the threshold at all, by looking for no more of its words than that takes.
//!
//! Why it is complete: all that meets must be of one party; a part of a name meets one part, joined parts, or is
//! joined with others to meet one; so it speaks for half of what it tells and half of what it meets tells, at most.
//! A part that meets nothing of the party in any of these ways is left over. Of what is not looked for yet all that
//! its tags allow is taken for met, and what meets for telling as much as any of it does; of what
//! is looked for, that much as it is alike. Of the party's names at least that is left over which the least of them
//! has more than all that may be met of it.

use crate::bounds::{Bounds, Needed};
use crate::customers::Customers;
use crate::languages::Spoken;
use crate::near::{keep_near, Other};
use crate::part::{Kind, Role};
use crate::postings::told;
use crate::query::{Place, Use};
use crate::search::Searcher;
use crate::sieve::{Listed, Sieve, Sifted, Standing, Whose};
use crate::weights::FULL;
use std::sync::{Arc, OnceLock};

/// Parts, and joined ones, of a reading that are looked at; a longer one may always reach it.
const MOST: usize = 16;
/// Sets of languages that a reading may be in.
const LANGUAGES: usize = 16;

/// What a word was found to meet: where that stands, what it tells so, and how alike it is at the most.
#[derive(Clone, Copy, Default)]
struct Found {
    theirs: Standing,
    alike: i64,
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
    fn before(&self, how: Use, word: usize, languages: Spoken) -> Option<Found> {
        let of_words = self.found.get(usize::from(languages.bits()))?.get()?;
        of_words[word][how as usize].get().map(|found| **found)
    }

    /// What was found for a word, looked for where it was not yet.
    fn found(&self, how: Use, word: usize, languages: Spoken, look: impl Fn() -> Found) -> Found {
        let Some(of_words) = self.found.get(usize::from(languages.bits())) else { return look() };
        let unknown = || (0..self.words).map(|_| Default::default()).collect();
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
pub struct Known {
    tells: i64,
    left_over: i64,
    /// What it may meet by what it is, and by its letter; and whose acronym it may be.
    theirs: Standing,
    by_letter: Standing,
    acronym: Whose,
    /// How alike it is to what it may meet by what it is, at most.
    alike: i64,
    /// The joined ones that a part is in, a bit each.
    spans: u32,
    to_look: bool,
    /// The word, and the place of a span.
    word: usize,
}

impl Known {
    fn set(&mut self, found: Found) {
        (self.to_look, self.alike, self.theirs) = (false, found.alike, found.theirs);
    }
}

impl<'a> Outlook<'a> {
    /// Whether a reading may reach the threshold in one of these searches.
    ///
    /// `room`: to work with.
    pub fn may_reach(
        &self,
        reading: usize,
        searches: &[(Bounds, Arc<Needed>)],
        room: &mut Vec<Known>,
    ) -> bool {
        let (places, joined) = self.customers.places(reading);
        if self.customers.is_acronym(reading) {
            return places
                .into_iter()
                .any(|place| self.sifted.terms[self.customers.term(place)].by_word.whose != 0);
        }
        if places.len() > MOST || joined.len() > 2 * MOST {
            return true;
        }
        room.clear();
        room.extend(places.clone().map(|place| self.part(place)));
        for (number, place) in joined.enumerate() {
            let word = self.customers.span_word(place);
            let theirs = self.sifted.words[word];
            room.push(Known { theirs, word, to_look: theirs.whose != 0, alike: FULL, ..Known::default() });
            self.customers.joined(place).for_each(|part| room[part].spans |= 1 << number);
        }
        let (parts, spans) = room.split_at_mut(places.len());
        let languages = self.customers.languages(reading);
        for (some, how) in [(&mut *parts, Use::Part), (&mut *spans, Use::Joined)] {
            for one in some.iter_mut().filter(|one| one.to_look) {
                self.looked.before(how, one.word, languages).into_iter().for_each(|found| one.set(found));
            }
        }
        loop {
            if !searches.iter().any(|(bounds, needed)| self.reaches(parts, spans, bounds, needed)) {
                return false;
            }
            // What may meet fewest is looked for first.
            let few = |known: &&mut Known| known.theirs.whose.count_ones();
            let part = parts.iter_mut().filter(|part| part.to_look).min_by_key(few);
            let (next, how) = match part {
                Some(part) => (part, Use::Part),
                None => match spans.iter_mut().filter(|span| span.to_look).min_by_key(few) {
                    Some(span) => (span, Use::Joined),
                    None => return true,
                },
            };
            let found = self.look(how, next.word, languages);
            next.set(found);
        }
    }

    /// Whether what stands at a place of a reading meets anything by what it is.
    pub fn meets(&self, reading: usize, place: Place) -> bool {
        let (parts, spans) = self.customers.places(reading);
        let languages = self.customers.languages(reading);
        match place {
            Place::Part(part) => {
                let part = self.part(parts.start + part);
                match part.to_look {
                    true => self.look(Use::Part, part.word, languages).theirs.whose != 0,
                    false => part.theirs.whose != 0,
                }
            }
            Place::Span(span) => {
                let word = self.customers.span_word(spans.start + span);
                self.sifted.words[word].whose != 0
                    && self.look(Use::Joined, word, languages).theirs.whose != 0
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
            theirs: sifted.by_word,
            by_letter: sifted.by_letter,
            acronym: sifted.acronym,
            alike: FULL,
            spans: 0,
            to_look: looked_for && sifted.by_word.whose != 0,
            word,
        }
    }

    /// Whether so much of one party may be met, and no more left over, that the threshold is reached.
    fn reaches(&self, parts: &[Known], spans: &[Known], bounds: &Bounds, needed: &Needed) -> bool {
        let letters = bounds.kind == Kind::Person;
        let mut sets = Sets::default();
        for part in parts {
            sets.add(part.theirs.whose);
            sets.add(if letters { part.by_letter.whose } else { 0 });
            sets.add(part.acronym);
        }
        spans.iter().for_each(|span| sets.add(span.theirs.whose));
        sets.one_of_each().any(|one| {
            let (mut tells, mut left, mut joined, mut theirs_met) = (0, 0, 0u32, 0);
            for (number, span) in spans.iter().enumerate() {
                if span.theirs.whose & one != 0 {
                    tells += span.theirs.tells;
                    theirs_met += span.theirs.left_over;
                    joined |= 1 << number;
                }
            }
            for part in parts {
                let of = |standing: Standing| match standing.whose & one != 0 {
                    true => (standing.tells, standing.left_over),
                    false => (0, 0),
                };
                let (word, word_met) = of(part.theirs);
                let (letter, letter_met) = if letters { of(part.by_letter) } else { (0, 0) };
                theirs_met += word_met.max(letter_met);
                match (part.theirs.whose & one != 0, part.spans & joined != 0) {
                    (true, true) => tells += part.tells + word.max(letter),
                    (true, false) => tells += (told(part.tells, part.alike) + word).max(2 * letter),
                    (false, true) => tells += part.tells + 2 * letter,
                    (false, false) if letter > 0 => tells += 2 * letter,
                    (false, false) => left += part.left_over,
                }
            }
            let mut tells = tells / 2 + parts.len() as i64;
            let mut theirs_left = (self.sieve.least_left(one) - theirs_met).max(0);
            if parts.iter().any(|part| part.acronym & one != 0) {
                tells = tells.max(self.searcher.lexicon.weights.chance.acronym_tells);
                theirs_left = 0;
            }
            bounds.may_reach_with(needed, tells, (left, theirs_left))
        })
    }

    /// What a word meets, as a part or as joined ones.
    fn look(&self, how: Use, word: usize, languages: Spoken) -> Found {
        self.looked.found(how, word, languages, || {
            let (lexicon, text) = (self.searcher.lexicon, self.customers.words().text(word));
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
            let met = self.sieve.meeting(self.customers, word);
            let mut others: Vec<Other> = met.filter_map(other).collect();
            let mut found = Found::default();
            if others.is_empty() {
                return found;
            }
            let mine = lexicon.word(text);
            keep_near(lexicon, &mine, &mut others);
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
        })
    }
}

/// Sets of parties that something is met of.
#[derive(Default)]
struct Sets {
    first: [Whose; FEW],
    count: usize,
    more: Vec<Whose>,
}

/// Sets that most readings have at the most.
const FEW: usize = 8;

impl Sets {
    fn add(&mut self, set: Whose) {
        match self.first.get_mut(self.count) {
            _ if set == 0 => {}
            Some(place) => (*place, self.count) = (set, self.count + 1),
            None => self.more.push(set),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Whose> {
        self.first[..self.count].iter().chain(&self.more)
    }

    /// One of each parties that are in the same of them: the same is met of these.
    fn one_of_each(self) -> impl Iterator<Item = Whose> {
        let mut left = self.all().fold(0, |all, set| all | set);
        std::iter::from_fn(move || {
            let one = left & left.wrapping_neg();
            let others = self.all().map(|set| if set & one == 0 { *set } else { !set });
            left &= others.fold(0, |all, others| all | others);
            (one != 0).then_some(one)
        })
    }
}
