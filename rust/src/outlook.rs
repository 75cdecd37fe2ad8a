//! Whether a customer's name may reach the threshold at all, by looking for no more of its words than that takes.
//!
//! Why it is complete: all that meets must be of one party; a part of a name meets one part, joined parts, or is
//! joined with others to meet one; so it speaks for half of what it tells and half of what it meets tells, at most.
//! A part that meets nothing of the party in any of these ways is left over. Of what is not looked for yet all that
//! its tags allow is taken for met, and what meets for telling as much as any of it does; of what
//! is looked for, that much as it is alike. Of the party's names at least that is left over which the least of them
//! has more than all that may be met of it.

use crate::bounds::{Bounds, Needed};
use crate::looked::{Found, Look, Looking};
use crate::part::{Kind, Role};
use crate::postings::told;
use crate::query::{Place, Use};
use crate::sieve::{Sifted, Standing, Whose};
use crate::weights::FULL;
use std::sync::Arc;

/// Parts, and joined ones, of a reading that are looked at; a longer one may always reach it.
const MOST: usize = 16;

/// A block of customers beside an index, and what is known of its words.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    pub look: Look<'a>,
    pub sifted: &'a Sifted,
}

/// What a thread works with and uses again.
#[derive(Default)]
pub struct Room {
    known: Vec<Known>,
    looking: Looking,
}

/// What is known of a part, or of joined ones, so far.
#[derive(Clone, Copy, Default)]
struct Known {
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
    /// What is known of it beside some parties alone.
    fn among(mut self, some: Whose) -> Known {
        self.theirs.whose &= some;
        self.to_look &= self.theirs.whose != 0;
        self
    }

    fn set(&mut self, found: Found) {
        (self.to_look, self.alike, self.theirs) = (false, found.alike, found.theirs);
    }
}

/// What of a party may be met, and what is left over of either side.
struct Met {
    tells: i64,
    left: (i64, i64),
}

impl<'a> Outlook<'a> {
    /// Whether a reading may reach the threshold in one of these searches.
    ///
    /// `room`: to work with.
    pub fn may_reach(&self, reading: usize, searches: &[(Bounds, Arc<Needed>)], room: &mut Room) -> bool {
        let Room { known, looking } = room;
        let some = searches.iter().fold(0, |all, (bounds, _)| all | self.look.sieve.of_kind(bounds.kind));
        let (places, joined) = self.look.customers.places(reading);
        if self.look.customers.is_acronym(reading) {
            return places
                .into_iter()
                .any(|place| self.sifted.terms[self.look.customers.term(place)].by_word.whose != 0);
        }
        if places.len() > MOST || joined.len() > 2 * MOST {
            return true;
        }
        known.clear();
        known.extend(places.clone().map(|place| self.part(place).among(some)));
        for (number, place) in joined.enumerate() {
            let word = self.look.customers.span_word(place);
            let theirs = self.sifted.words[word];
            let span = Known { theirs, word, to_look: true, alike: FULL, ..Known::default() };
            known.push(span.among(some));
            self.look.customers.joined(place).for_each(|part| known[part].spans |= 1 << number);
        }
        let (parts, spans) = known.split_at_mut(places.len());
        let languages = self.look.customers.languages(reading);
        for (some, how) in [(&mut *parts, Use::Part), (&mut *spans, Use::Joined)] {
            for one in some.iter_mut().filter(|one| one.to_look) {
                self.look
                    .looked
                    .before(how, one.word, languages)
                    .into_iter()
                    .for_each(|found| one.set(found));
            }
        }
        loop {
            if !self.reaches(parts, spans, searches) {
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
            let found = self.look.at(how, next.word, languages, looking);
            next.set(found);
        }
    }

    /// Whether what stands at a place of a reading meets anything by what it is.
    pub fn meets(&self, reading: usize, place: Place, room: &mut Room) -> bool {
        let looking = &mut room.looking;
        let (parts, spans) = self.look.customers.places(reading);
        let languages = self.look.customers.languages(reading);
        match place {
            Place::Part(part) => {
                let part = self.part(parts.start + part);
                match part.to_look {
                    true => self.look.at(Use::Part, part.word, languages, looking).theirs.whose != 0,
                    false => part.theirs.whose != 0,
                }
            }
            Place::Span(span) => {
                let word = self.look.customers.span_word(spans.start + span);
                self.sifted.words[word].whose != 0
                    && self.look.at(Use::Joined, word, languages, looking).theirs.whose != 0
            }
        }
    }

    fn part(&self, place: usize) -> Known {
        let term = self.look.customers.term(place);
        let ((word, role), (tells, left_over)) =
            (self.look.customers.word_and_role(term), self.look.customers.amounts(term));
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

    /// Whether so much of one party may be met, and no more left over, that one of the thresholds is reached.
    fn reaches(&self, parts: &[Known], spans: &[Known], searches: &[(Bounds, Arc<Needed>)]) -> bool {
        searches.iter().any(|(bounds, needed)| {
            let (some, letters) = (self.look.sieve.of_kind(bounds.kind), bounds.kind == Kind::Person);
            let may = |Met { tells, left }| bounds.may_reach_with(needed, tells, left);
            may(self.met_at_most(parts, spans, some, letters))
                && self.met(parts, spans, some, letters).any(may)
        })
    }

    /// What all of some parties together may meet: no less than any of them, and no more left over. Soon told.
    fn met_at_most(&self, parts: &[Known], spans: &[Known], some: Whose, letters: bool) -> Met {
        let (mut tells, mut left, mut joined) = (0, 0, 0u32);
        for (number, span) in spans.iter().enumerate() {
            if span.theirs.whose & some != 0 {
                tells += span.theirs.tells;
                joined |= 1 << number;
            }
        }
        for part in parts {
            let of = |standing: Standing| if standing.whose & some != 0 { standing.tells } else { 0 };
            let (word, letter) = (of(part.theirs), if letters { of(part.by_letter) } else { 0 });
            tells += match (part.theirs.whose & some != 0, part.spans & joined != 0) {
                (_, true) => part.tells + word.max(2 * letter),
                (true, false) => (told(part.tells, part.alike) + word).max(2 * letter),
                (false, false) => 2 * letter,
            };
            let is_left = part.theirs.whose & some == 0 && part.spans & joined == 0 && letter == 0;
            left += if is_left { part.left_over } else { 0 };
        }
        let mut tells = tells / 2 + parts.len() as i64;
        if parts.iter().any(|part| part.acronym & some != 0) {
            tells = tells.max(self.look.lexicon.weights.chance.acronym_tells);
        }
        Met { tells, left: (left, 0) }
    }

    /// What of each of some parties may be met at most, and be left over at least; of those that are met alike, of any.
    fn met<'b>(
        &'b self,
        parts: &'b [Known],
        spans: &'b [Known],
        some: Whose,
        letters: bool,
    ) -> impl Iterator<Item = Met> + use<'a, 'b> {
        let mut sets = Sets::default();
        for part in parts {
            sets.add(part.theirs.whose);
            sets.add(if letters { part.by_letter.whose } else { 0 });
            sets.add(part.acronym);
        }
        spans.iter().for_each(|span| sets.add(span.theirs.whose));
        sets.alike(some).map(move |group| {
            let one = group & group.wrapping_neg();
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
            let mut theirs_left = (self.look.sieve.least_left(group) - theirs_met).max(0);
            if parts.iter().any(|part| part.acronym & one != 0) {
                tells = tells.max(self.look.lexicon.weights.chance.acronym_tells);
                theirs_left = 0;
            }
            Met { tells, left: (left, theirs_left) }
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

    /// Some parties, those together that are in the same of them: the same is met of these.
    fn alike(self, some: Whose) -> impl Iterator<Item = Whose> {
        let mut left = self.all().fold(0, |all, set| all | set) & some;
        std::iter::from_fn(move || {
            let one = left & left.wrapping_neg();
            let others = self.all().map(|set| if set & one == 0 { *set } else { !set });
            let others = others.fold(0, |all, others| all | others);
            let group = left & !others;
            left &= others;
            (one != 0).then_some(group)
        })
    }
}
