//! Which names may reach a score, by sums alone: for a reading of a query, those of the image.
//!
//! Why it is complete: parts meet only where a word is found (see `finder`), or an initial and a word that
//! begins with it; a part is counted with the most it may be alike to whatever of the reading it may meet, and
//! every part of the reading with each that it may meet, so that what speaks for is never underrated; what is
//! left over is never overrated, since whatever may meet something counts as met; of doubt only what is sure is
//! counted; and the score grows with the first and falls with the others. Parts that meet are different ones, so
//! that a reading which a single part of the query meets is passed over unless that part may be enough by itself.

use crate::image::{Image, Section};
use crate::languages::Spoken;
use crate::ledger::{between, unrounded_score, Sums};
use crate::lexicon::Lexicon;
use crate::part::{Kind, Role};
use crate::postings::{told, units, Meets, Posting};
use crate::prepared::{is_shortened, kept_places, PreparedReading};
use crate::query::QueryReading;
use crate::room::{amount, Met, Room, Sums16, Waiting};
use crate::streams::Stream;
use crate::weights::{KindWeights, FULL};
use std::sync::Arc;

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

/// What decides how much must speak for a name: the kind it is weighed as, what is beside it, the threshold.
type Asks = (Kind, i64, i64, bool, u64);

/// What a name needs to reach a threshold.
pub struct Needed {
    /// The least that must speak for it whatever speaks against it.
    told: i64,
    /// By what is told, in levels: the most that may be left over of both sides; and of one, whatever of the
    /// other.
    left: Vec<(i64, i64)>,
}

/// What is told up to so much is of one level; beyond the last nothing is left out.
const LEVEL: i64 = 1 << 17;
const LEVELS: i64 = 64;

impl Needed {
    /// Whether a part of the query that adds so much may be enough where nothing else of it meets: one meets one.
    fn is_enough(&self, group: Group, sums: Sums16) -> bool {
        let told = (amount(sums.mine) + amount(sums.theirs) + 1) / 2;
        group.acronym || (told >= self.told && group.others <= self.most_left(told).1)
    }

    fn most_left(&self, told: i64) -> (i64, i64) {
        self.left.get((told / LEVEL) as usize).copied().unwrap_or((i64::MAX, i64::MAX))
    }
}

/// The least number below `most` of which something is true that is true of all greater ones.
fn least(most: i64, is: impl Fn(i64) -> bool) -> i64 {
    let (mut least, mut most) = (0, most);
    while least < most {
        let middle = (least + most) / 2;
        match is(middle) {
            true => most = middle,
            false => least = middle + 1,
        }
    }
    least
}

/// What names need to reach thresholds, worked out once for all that is asked alike.
#[derive(Default)]
pub struct Needs(Vec<(Asks, Arc<Needed>)>);

impl Needs {
    /// The least that must speak for a name, worked out once for all that is asked alike.
    pub fn of(&mut self, bounds: &Bounds) -> Arc<Needed> {
        let beside = &bounds.beside;
        let asks =
            (bounds.weighed_as, beside.facts_for, beside.doubt, beside.common, bounds.threshold.to_bits());
        if let Some((_, needed)) = self.0.iter().find(|(known, _)| *known == asks) {
            return needed.clone();
        }
        let needed = Arc::new(bounds.needed());
        if self.0.len() >= MOST_ASKED {
            self.0.clear();
        }
        self.0.push((asks, needed.clone()));
        needed
    }
}

/// Kinds, facts and thresholds asked for at once are few.
const MOST_ASKED: usize = 64;

/// One search for readings that a query's may reach a threshold with.
pub struct Bounds<'a> {
    pub lexicon: &'a Lexicon,
    pub image: &'a Image,
    pub kind: Kind,
    pub weighed_as: Kind,
    pub weights: &'a KindWeights,
    pub beside: Beside,
    pub threshold: f64,
}

/// A part of the query, or joined ones, that meets something: its number, what it tells and costs left over.
#[derive(Clone, Copy)]
struct Group {
    number: u16,
    tells: i64,
    left_over: i64,
    acronym: bool,
    /// Whether it is written as an acronym, which tells no more than what it meets does.
    shortened: bool,
    /// What is left over where nothing else meets.
    others: i64,
}

impl Bounds<'_> {
    /// Add the image's readings that one of the query may reach the threshold with.
    pub fn reaching(
        &self,
        reading: &PreparedReading,
        found: &QueryReading,
        needed: &Needed,
        room: &mut Room,
        readings: &mut Vec<u32>,
    ) {
        // Of an acronym less is told, whatever else met.
        let enough = if reading.acronym { 0 } else { 2 * needed.told - 1 };
        room.start(self.image.readings(), enough);
        self.add_parts(reading, found, needed, room);
        self.add_spans(reading, found, needed, room);
        let may_reach = |(number, met): &(u32, &Met)| self.may_reach(needed, reading, *number as usize, met);
        readings.extend(room.reached(self.image).filter(may_reach).map(|(number, _)| number));
    }

    /// Whether a name may reach the threshold of which so much is told and so much left over of either side.
    pub fn may_reach_with(&self, needed: &Needed, told: i64, left: (i64, i64)) -> bool {
        let (lesser, greater) = (left.0.min(left.1), left.0.max(left.1));
        let most = needed.most_left(told);
        told >= needed.told
            && lesser <= most.0
            && greater <= most.1
            && self.reaches(self.sums(told, lesser, greater))
    }

    /// What must speak for a name, and how much of both may be left over, worked out once.
    fn needed(&self) -> Needed {
        let told = least(1 << 32, |told| self.reaches(Sums { speaks_for: told, ..Sums::default() }));
        let left = (0..LEVELS).map(|level| {
            let told = (level + 1) * LEVEL;
            let both = least(1 << 32, |left| !self.reaches(self.sums(told, left, left))) - 1;
            let one = least(1 << 32, |left| !self.reaches(self.sums(told, 0, left))) - 1;
            (both, one)
        });
        Needed { told, left: left.collect() }
    }

    /// The sums of a name of which so much is told and, of either side, so much left over at least.
    pub fn sums(&self, told: i64, lesser: i64, greater: i64) -> Sums {
        let missing = self.weights.missing.min(self.weights.missing_syllables);
        let against = lesser * self.weights.conflict / FULL + (greater - lesser) * missing / FULL;
        Sums { speaks_for: told, against, doubt: lesser * self.weights.contradiction / FULL }
    }

    /// Whether sums, with what is known beside the names, reach the threshold.
    pub fn reaches(&self, sums: Sums) -> bool {
        let sums = self.beside.added(self.lexicon, sums);
        unrounded_score(sums, self.weights) + ROUNDED >= self.threshold
    }

    fn may_reach(&self, needed: &Needed, reading: &PreparedReading, number: usize, met: &Met) -> bool {
        let (mine, theirs) = (amount(met.mine).min(reading.all_tells), amount(met.theirs));
        let acronym = reading.acronym || met.acronym;
        if !acronym && mine + theirs + 1 < 2 * needed.told {
            return false;
        }
        let mine_left = (reading.all_left_over - amount(met.mine_met)).max(0);
        let told_at_most = match acronym {
            true => self.lexicon.weights.chance.acronym_tells,
            false => (mine + theirs + 1) / 2,
        };
        if mine_left > needed.most_left(told_at_most).1 {
            return false;
        }
        let (tells, left_over) = self.image.sums_of_reading(number);
        let told = if acronym { told_at_most } else { (mine + theirs.min(tells) + 1) / 2 };
        self.may_reach_with(needed, told, (mine_left, (left_over - amount(met.theirs_met)).max(0)))
    }

    fn add_parts(&self, reading: &PreparedReading, found: &QueryReading, needed: &Needed, room: &mut Room) {
        let rules = &self.lexicon.weights.rules;
        let within = self.lexicon.handed.shortening.is_within(&reading.parts);
        for (place, part) in reading.parts.iter().enumerate() {
            let (tells, left_over, acronym) = (part.tells, part.left_over, reading.acronym);
            let others = reading.all_left_over - left_over;
            let number = place as u16 + 1;
            let group = Group { number, tells, left_over, acronym, shortened: false, others };
            self.add_words(group, &found.parts[place], needed, room);
            let shortened = within && part.role == Role::Word;
            self.add_joined(group, &found.joins[place], (reading.languages, shortened), needed, room);
            if self.kind == Kind::Person
                && !reading.acronym
                && matches!(part.role, Role::Word | Role::Particle | Role::Initial)
            {
                let letter = part.text.as_bytes()[0];
                for term in self.image.terms_beginning(letter, part.role != Role::Initial) {
                    if let Some(one) = Posting::of(self.image, self.kind, term, rules.initial, false) {
                        self.add_posting(group, &one, needed, room);
                    }
                }
            }
        }
    }

    fn add_spans(&self, reading: &PreparedReading, found: &QueryReading, needed: &Needed, room: &mut Room) {
        for (place, span) in reading.spans.iter().enumerate() {
            let parts = &reading.parts[span.places()];
            let left_over = parts.iter().map(|part| part.left_over).sum();
            let group = Group {
                number: (reading.parts.len() + place) as u16 + 1,
                tells: parts.iter().map(|part| part.tells).sum(),
                left_over,
                acronym: false,
                shortened: span.shortened,
                others: reading.all_left_over - left_over,
            };
            self.add_words(group, &found.spans[place], needed, room);
        }
    }

    fn add_words(&self, group: Group, found: &Meets, needed: &Needed, room: &mut Room) {
        for one in found.postings(self.kind) {
            // An acronym meets its equal, which is no acronym.
            let fits = match one.is_acronym() {
                true => one.is_same() && !group.acronym,
                false => one.is_same() || !group.acronym,
            };
            if fits {
                self.add_posting(group, one, needed, room);
            }
        }
    }

    fn add_posting(&self, group: Group, one: &Posting, needed: &Needed, room: &mut Room) {
        let mine = units(told(group.tells, one.alike()));
        let sums = Sums16 {
            mine: if group.shortened { mine.min(one.theirs) } else { mine },
            theirs: one.theirs,
            mine_met: units(group.left_over),
            theirs_met: one.theirs_met,
        };
        let acronym = one.is_acronym();
        let alone = acronym || needed.is_enough(group, sums);
        let group = group.number;
        let adds = Waiting { reading: 0, group, acronym, alone, sums };
        room.add(Stream::of_term(one.places(), adds));
    }

    /// Add what is joined, or, where it may be, shortened to what is found.
    fn add_joined(
        &self,
        group: Group,
        found: &Meets,
        (languages, shortened): (Spoken, bool),
        needed: &Needed,
        room: &mut Room,
    ) {
        let (spans, owners) = (self.image.u32s(Section::WordSpans), self.image.u32s(Section::SpanReadings));
        let kinds = self.image.u32s(Section::ReadingsOfKind).span(self.kind as usize);
        for one in &found.words {
            let alike = one.pair.most(self.lexicon, languages);
            for span in spans.range(self.image.u32s(Section::SpansOfWord).span(one.word as usize)) {
                let is_shortened = is_shortened(self.span_places(span as usize));
                if is_shortened && !(shortened && one.pair.is_same()) {
                    continue;
                }
                let reading = owners.get(span as usize);
                if kinds.contains(&(reading as usize)) {
                    let (tells, left_over) = self.of_span(reading as usize, span as usize);
                    let tells = if is_shortened { tells.min(group.tells) } else { tells };
                    let mine = if is_shortened { tells } else { group.tells };
                    let (mine, theirs) = (told(mine, alike), told(tells, alike));
                    let sums = Sums16::of(mine, theirs, group.left_over, left_over);
                    let alone = needed.is_enough(group, sums);
                    let adds = Waiting { reading, group: group.number, acronym: false, alone, sums };
                    room.add(Stream::of_reading(adds));
                }
            }
        }
    }

    fn span_places(&self, span: usize) -> &[u8] {
        &self.image.section(Section::SpanPlaces)[2 * span..2 * span + 2]
    }

    /// What the parts of a span tell and cost left over.
    fn of_span(&self, reading: usize, span: usize) -> (i64, i64) {
        let places = self.span_places(span);
        let (first, places) =
            (self.image.u32s(Section::PartsOfReading).get(reading) as usize, kept_places(places));
        let parts = self.image.u32s(Section::Parts).range(first + places.start..first + places.end);
        let (tells, left) = (self.image.u32s(Section::TermTells), self.image.u32s(Section::TermLeftOver));
        let add = |(told, over): (i64, i64), term: u32| {
            (told + i64::from(tells.get(term as usize)), over + i64::from(left.get(term as usize)))
        };
        parts.fold((0, 0), add)
    }
}
