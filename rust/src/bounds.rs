//! Which names may reach a score, by sums alone: for a reading of a query, those of the image.
//!
//! Why it is complete: parts meet only where a word is found (see `finder`), or an initial and a word that
//! begins with it; a part is counted with the most it may be alike to whatever of the reading it may meet, and
//! every part of the reading with each that it may meet, so that what speaks for is never underrated; what is
//! left over is never overrated, since whatever may meet something counts as met; of doubt only what is sure is
//! counted; and the score grows with the first and falls with the others.

use crate::image::{Image, Section};
use crate::languages::Spoken;
use crate::ledger::{between, unrounded_score, Sums};
use crate::lexicon::Lexicon;
use crate::part::{Kind, Role};
use crate::prepared::PreparedReading;
use crate::query::{FoundWords, QueryReading};
use crate::weights::{KindWeights, FULL};
use std::ops::Range;

/// Scores are rounded to six places, upwards too.
const ROUNDED: f64 = 5e-7;

/// What is known of a subject beside its name, in millionths.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The most that facts may speak for it.
    pub facts_for: i64,
    /// The least doubt there is whatever the name.
    pub doubt: i64,
    /// Whether a common name is doubted: not where a birth date may tell who is meant.
    pub common: bool,
}

impl Beside {
    /// The sums of names with what is known beside them.
    pub fn added(&self, lexicon: &Lexicon, sums: Sums) -> Sums {
        let speaks_for = sums.speaks_for + self.facts_for;
        let common = if self.common { between(&lexicon.weights.chance.common, speaks_for) } else { 0 };
        Sums { speaks_for, doubt: sums.doubt + self.doubt + common, ..sums }
    }
}

/// What is added up for a reading.
///
/// Sums that do not fit stay at what does: names of so many parts are told nothing more by a greater one.
#[derive(Clone, Copy, Default)]
struct Met {
    round: u32,
    /// The part of the query that was last counted, and what it counted for.
    group: u32,
    last: u32,
    mine: u32,
    theirs: u32,
    mine_met: u32,
    theirs_met: u32,
}

/// Room for the sums of every reading, used again for every query.
#[derive(Default)]
pub struct Room {
    met: Vec<Met>,
    round: u32,
    touched: Vec<u32>,
}

/// One search for readings that a query's may reach a threshold with.
pub struct Bounds<'a> {
    pub lexicon: &'a Lexicon,
    pub image: &'a Image,
    pub kind: Kind,
    pub weights: &'a KindWeights,
    pub beside: Beside,
    pub threshold: f64,
}

/// A part of the query, or joined ones, that meets something: its number, what it tells and costs left over.
#[derive(Clone, Copy)]
struct Group {
    number: u32,
    tells: i64,
    left_over: i64,
    acronym: bool,
}

impl Bounds<'_> {
    /// Add the names, of readings that may reach the threshold, to `names`.
    pub fn reaching(
        &self,
        reading: &PreparedReading,
        found: &QueryReading,
        room: &mut Room,
        names: &mut Vec<u32>,
    ) {
        room.start(self.image.readings());
        self.add_parts(reading, found, room);
        self.add_spans(reading, found, room);
        let owners = self.image.u32s(Section::ReadingNames);
        let needed = self.needed();
        for number in &room.touched {
            if self.may_reach(needed, reading, *number as usize, &room.met[*number as usize]) {
                names.push(owners.get(*number as usize));
            }
        }
    }

    /// The least that must speak for a name whatever speaks against it; more than can where nothing is enough.
    fn needed(&self) -> i64 {
        let reaches = |told: i64| self.reaches(Sums { speaks_for: told, ..Sums::default() });
        let (mut least, mut most) = (0, 1 << 32);
        while least < most {
            let middle = (least + most) / 2;
            match reaches(middle) {
                true => most = middle,
                false => least = middle + 1,
            }
        }
        least
    }

    fn reaches(&self, sums: Sums) -> bool {
        let sums = self.beside.added(self.lexicon, sums);
        unrounded_score(sums, self.weights) + ROUNDED >= self.threshold
    }

    fn may_reach(&self, needed: i64, reading: &PreparedReading, number: usize, met: &Met) -> bool {
        let (mine, theirs) = (i64::from(met.mine), i64::from(met.theirs));
        if !reading.acronym
            && mine.min(reading.all_tells) + theirs + 1 < 2 * needed
            && !self.image.is_acronym(number)
        {
            return false;
        }
        let tells = i64::from(self.image.u32s(Section::ReadingTells).get(number));
        let left_over = i64::from(self.image.u32s(Section::ReadingLeftOver).get(number));
        let told = match reading.acronym || self.image.is_acronym(number) {
            true => self.lexicon.weights.chance.acronym_tells,
            false => (mine.min(reading.all_tells) + theirs.min(tells) + 1) / 2,
        };
        let (mine_met, theirs_met) = (i64::from(met.mine_met), i64::from(met.theirs_met));
        let left = ((reading.all_left_over - mine_met).max(0), (left_over - theirs_met).max(0));
        let (lesser, greater) = (left.0.min(left.1), left.0.max(left.1));
        let missing = self.weights.missing.min(self.weights.missing_syllables);
        let against = lesser * self.weights.conflict / FULL + (greater - lesser) * missing / FULL;
        let doubt = lesser * self.weights.contradiction / FULL;
        self.reaches(Sums { speaks_for: told, against, doubt })
    }

    fn add_parts(&self, reading: &PreparedReading, found: &QueryReading, room: &mut Room) {
        let rules = &self.lexicon.weights.rules;
        for (place, part) in reading.parts.iter().enumerate() {
            let (tells, left_over, acronym) = (part.tells, part.left_over, reading.acronym);
            let group = Group { number: place as u32 + 1, tells, left_over, acronym };
            self.add_words(group, &found.parts[place], reading.languages, room);
            self.add_joined(group, &found.joins[place], reading.languages, room);
            if self.kind == Kind::Person
                && !reading.acronym
                && matches!(part.role, Role::Word | Role::Initial)
            {
                let wanted = if part.role == Role::Word { Role::Initial } else { Role::Word };
                for term in self.terms_beginning(part.text.as_bytes()[0], wanted) {
                    self.add_term(group, term, rules.initial, room);
                }
            }
        }
    }

    fn add_spans(&self, reading: &PreparedReading, found: &QueryReading, room: &mut Room) {
        for (place, span) in reading.spans.iter().enumerate() {
            let parts = &reading.parts[span.places()];
            let group = Group {
                number: (reading.parts.len() + place) as u32 + 1,
                tells: parts.iter().map(|part| part.tells).sum(),
                left_over: parts.iter().map(|part| part.left_over).sum(),
                acronym: false,
            };
            self.add_words(group, &found.spans[place], reading.languages, room);
        }
    }

    fn add_words(&self, group: Group, found: &FoundWords, languages: Spoken, room: &mut Room) {
        let terms = self.image.u32s(Section::TermsOfWord);
        for one in found.iter() {
            let alike = one.pair.most(self.lexicon, languages);
            for term in terms.span(one.word as usize) {
                // An acronym meets its equal, which is no acronym.
                let fits = match self.image.is_acronym_term(term) {
                    true => one.pair.is_same() && !group.acronym,
                    false => one.pair.is_same() || !group.acronym,
                };
                if fits {
                    self.add_term(group, term, alike, room);
                }
            }
        }
    }

    fn add_term(&self, group: Group, term: usize, alike: i64, room: &mut Room) {
        let tells = i64::from(self.image.u32s(Section::TermTells).get(term));
        let left_over = i64::from(self.image.u32s(Section::TermLeftOver).get(term));
        let readings = self.image.u32s(Section::TermReadings);
        let (mine, theirs) = (told(group.tells, alike), told(tells, alike));
        for reading in readings.range(self.of_kind(Section::ReadingsOfTerm, Section::TermReadings, term)) {
            room.add(reading, group, mine, theirs, left_over);
        }
    }

    fn add_joined(&self, group: Group, found: &FoundWords, languages: Spoken, room: &mut Room) {
        let (spans, owners) = (self.image.u32s(Section::WordSpans), self.image.u32s(Section::SpanReadings));
        let kinds = self.image.u32s(Section::ReadingsOfKind).span(self.kind as usize);
        for one in found.iter() {
            let alike = one.pair.most(self.lexicon, languages);
            for span in spans.range(self.image.u32s(Section::SpansOfWord).span(one.word as usize)) {
                let reading = owners.get(span as usize);
                if kinds.contains(&(reading as usize)) {
                    let (tells, left_over) = self.of_span(reading as usize, span as usize);
                    room.add(reading, group, told(group.tells, alike), told(tells, alike), left_over);
                }
            }
        }
    }

    /// What the parts of a span tell and cost left over.
    fn of_span(&self, reading: usize, span: usize) -> (i64, i64) {
        let places = &self.image.section(Section::SpanPlaces)[2 * span..2 * span + 2];
        let first = self.image.u32s(Section::PartsOfReading).get(reading) as usize + usize::from(places[0]);
        let parts = self.image.u32s(Section::Parts).range(first..first + usize::from(places[1]));
        let (tells, left) = (self.image.u32s(Section::TermTells), self.image.u32s(Section::TermLeftOver));
        let add = |(told, over): (i64, i64), term: u32| {
            (told + i64::from(tells.get(term as usize)), over + i64::from(left.get(term as usize)))
        };
        parts.fold((0, 0), add)
    }

    /// The places of a term's readings that are of names of the kind.
    fn of_kind(&self, starts: Section, numbers: Section, term: usize) -> Range<usize> {
        let kind = self.image.u32s(Section::ReadingsOfKind).span(self.kind as usize);
        let all = self.image.u32s(starts).span(term);
        self.image.u32s(numbers).between(all, kind.start as u32, kind.end as u32)
    }

    /// The terms of a role whose words begin with a letter; of initials that is the letter itself.
    fn terms_beginning(&self, letter: u8, role: Role) -> impl Iterator<Item = usize> + '_ {
        let (words, starts) = (self.image.beginning(letter), self.image.u32s(Section::TermsOfWord));
        let terms = starts.get(words.start) as usize..starts.get(words.end) as usize;
        terms.filter(move |term| self.image.role(*term) == role && !self.image.is_acronym_term(*term))
    }
}

/// What a part that tells so much tells where it is so much alike, never rounded down.
fn told(tells: i64, alike: i64) -> i64 {
    (tells * alike + FULL - 1) / FULL
}

impl Room {
    fn start(&mut self, readings: usize) {
        if self.met.len() != readings || self.round == u32::MAX {
            (self.met, self.round) = (vec![Met::default(); readings], 0);
        }
        self.round += 1;
        self.touched.clear();
    }

    /// Count a part of the query as met, once; and what it met, each time.
    fn add(&mut self, reading: u32, group: Group, mine: i64, theirs: i64, theirs_met: i64) {
        let met = &mut self.met[reading as usize];
        if met.round != self.round {
            *met = Met { round: self.round, ..Met::default() };
            self.touched.push(reading);
        }
        if met.group != group.number {
            (met.group, met.last) = (group.number, 0);
            met.mine_met = met.mine_met.saturating_add(group.left_over as u32);
        }
        met.mine = met.mine.saturating_add((mine as u32).saturating_sub(met.last));
        met.last = met.last.max(mine as u32);
        met.theirs = met.theirs.saturating_add(theirs as u32);
        met.theirs_met = met.theirs_met.saturating_add(theirs_met as u32);
    }
}
