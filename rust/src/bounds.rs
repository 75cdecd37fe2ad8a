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
use crate::postings::{told, units, Meets, Posting, UNIT};
use crate::prepared::PreparedReading;
use crate::query::QueryReading;
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

/// What is added up for a reading, in units of millionths, never rounded down.
#[derive(Clone, Copy, Default)]
struct Met {
    round: u16,
    /// The part of the query that was last counted, and what it counted for.
    group: u16,
    last: u16,
    mine: u16,
    theirs: u16,
    mine_met: u16,
    theirs_met: u16,
    acronym: bool,
    reached: bool,
}

/// At least the amount that units stand for.
fn amount(units: u16) -> i64 {
    if units == u16::MAX {
        i64::MAX / 4
    } else {
        i64::from(units) * UNIT
    }
}

/// Room for the sums of every reading, used again for every query.
#[derive(Default)]
pub struct Room {
    met: Vec<Met>,
    round: u16,
    /// The least of both sides' sums, in units, that is enough.
    enough: u32,
    /// The readings whose sums are enough, or that are acronyms.
    reached: Vec<u32>,
    /// What met and is not yet added up.
    waiting: Vec<Waiting>,
    needed: Vec<(Asks, Arc<Needed>)>,
}

/// A reading that a part of the query meets, by the part's number, and what this adds to its sums.
#[derive(Clone, Copy)]
struct Waiting {
    reading: u32,
    group: u16,
    acronym: bool,
    sums: Sums16,
}

/// Readings whose sums are fetched at once: one by one, most time would go by in waiting for each.
const AT_ONCE: usize = 64;

/// What decides how much must speak for a name: the kind it is weighed as, what is beside it, the threshold.
type Asks = (Kind, i64, i64, bool, u64);

/// What a name needs to reach a threshold.
struct Needed {
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
        let needed = room.needed(self);
        // Of an acronym less is told, whatever else met.
        let enough = if reading.acronym { 0 } else { 2 * needed.told - 1 };
        room.start(self.image.readings(), enough);
        self.add_parts(reading, found, room);
        self.add_spans(reading, found, room);
        room.add_waiting();
        let owners = self.image.u32s(Section::ReadingNames);
        for number in &room.reached {
            if self.may_reach(&needed, reading, *number as usize, &room.met[*number as usize]) {
                names.push(owners.get(*number as usize));
            }
        }
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
    fn sums(&self, told: i64, lesser: i64, greater: i64) -> Sums {
        let missing = self.weights.missing.min(self.weights.missing_syllables);
        let against = lesser * self.weights.conflict / FULL + (greater - lesser) * missing / FULL;
        Sums { speaks_for: told, against, doubt: lesser * self.weights.contradiction / FULL }
    }

    fn reaches(&self, sums: Sums) -> bool {
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
        let left = (mine_left, (left_over - amount(met.theirs_met)).max(0));
        let (lesser, greater) = (left.0.min(left.1), left.0.max(left.1));
        told >= needed.told
            && lesser <= needed.most_left(told).0
            && self.reaches(self.sums(told, lesser, greater))
    }

    fn add_parts(&self, reading: &PreparedReading, found: &QueryReading, room: &mut Room) {
        let rules = &self.lexicon.weights.rules;
        for (place, part) in reading.parts.iter().enumerate() {
            let (tells, left_over, acronym) = (part.tells, part.left_over, reading.acronym);
            let group = Group { number: place as u16 + 1, tells, left_over, acronym };
            self.add_words(group, &found.parts[place], room);
            self.add_joined(group, &found.joins[place], reading.languages, room);
            if self.kind == Kind::Person
                && !reading.acronym
                && matches!(part.role, Role::Word | Role::Particle | Role::Initial)
            {
                let letter = part.text.as_bytes()[0];
                for term in self.image.terms_beginning(letter, part.role != Role::Initial) {
                    if let Some(one) = Posting::of(self.image, self.kind, term, rules.initial, false) {
                        self.add_posting(group, &one, room);
                    }
                }
            }
        }
    }

    fn add_spans(&self, reading: &PreparedReading, found: &QueryReading, room: &mut Room) {
        for (place, span) in reading.spans.iter().enumerate() {
            let parts = &reading.parts[span.places()];
            let group = Group {
                number: (reading.parts.len() + place) as u16 + 1,
                tells: parts.iter().map(|part| part.tells).sum(),
                left_over: parts.iter().map(|part| part.left_over).sum(),
                acronym: false,
            };
            self.add_words(group, &found.spans[place], room);
        }
    }

    fn add_words(&self, group: Group, found: &Meets, room: &mut Room) {
        for one in found.postings(self.kind) {
            // An acronym meets its equal, which is no acronym.
            let fits = match one.acronym {
                true => one.same && !group.acronym,
                false => one.same || !group.acronym,
            };
            if fits {
                self.add_posting(group, one, room);
            }
        }
    }

    fn add_posting(&self, group: Group, one: &Posting, room: &mut Room) {
        let sums = Sums16 {
            mine: units(told(group.tells, i64::from(one.alike))),
            theirs: one.theirs,
            mine_met: units(group.left_over),
            theirs_met: one.theirs_met,
        };
        for reading in one.readings(self.image) {
            room.add(reading, group.number, sums, one.acronym);
        }
    }

    fn add_joined(&self, group: Group, found: &Meets, languages: Spoken, room: &mut Room) {
        let (spans, owners) = (self.image.u32s(Section::WordSpans), self.image.u32s(Section::SpanReadings));
        let kinds = self.image.u32s(Section::ReadingsOfKind).span(self.kind as usize);
        for one in &found.words {
            let alike = one.pair.most(self.lexicon, languages);
            for span in spans.range(self.image.u32s(Section::SpansOfWord).span(one.word as usize)) {
                let reading = owners.get(span as usize);
                if kinds.contains(&(reading as usize)) {
                    let (tells, left_over) = self.of_span(reading as usize, span as usize);
                    let (mine, theirs) = (told(group.tells, alike), told(tells, alike));
                    room.add(
                        reading,
                        group.number,
                        Sums16::of(mine, theirs, group.left_over, left_over),
                        false,
                    );
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
}

/// What meeting adds to a reading's sums, in units.
#[derive(Clone, Copy)]
struct Sums16 {
    mine: u16,
    theirs: u16,
    mine_met: u16,
    theirs_met: u16,
}

impl Sums16 {
    fn of(mine: i64, theirs: i64, mine_met: i64, theirs_met: i64) -> Sums16 {
        Sums16 {
            mine: units(mine),
            theirs: units(theirs),
            mine_met: units(mine_met),
            theirs_met: units(theirs_met),
        }
    }
}

impl Room {
    fn start(&mut self, readings: usize, enough: i64) {
        if self.met.len() != readings || self.round == u16::MAX {
            (self.met, self.round) = (vec![Met::default(); readings], 0);
        }
        self.round += 1;
        self.enough = u32::try_from(enough.max(0) / UNIT).unwrap_or(u32::MAX);
        self.reached.clear();
        self.waiting.clear();
    }

    /// The least that must speak for a name, worked out once for all that is asked alike.
    fn needed(&mut self, bounds: &Bounds) -> Arc<Needed> {
        let beside = &bounds.beside;
        let asks =
            (bounds.weighed_as, beside.facts_for, beside.doubt, beside.common, bounds.threshold.to_bits());
        if let Some((_, needed)) = self.needed.iter().find(|(known, _)| *known == asks) {
            return needed.clone();
        }
        let needed = Arc::new(bounds.needed());
        if self.needed.len() >= MOST_ASKED {
            self.needed.clear();
        }
        self.needed.push((asks, needed.clone()));
        needed
    }

    /// Count a part of the query as met, once; and what it met, each time.
    fn add(&mut self, reading: u32, group: u16, sums: Sums16, acronym: bool) {
        self.waiting.push(Waiting { reading, group, acronym, sums });
        if self.waiting.len() == AT_ONCE {
            self.add_waiting();
        }
    }

    /// Add up what waits, in order.
    fn add_waiting(&mut self) {
        let met = self.waiting.iter().map(|one| self.met[one.reading as usize].round);
        std::hint::black_box(met.fold(0, |all, one| all ^ one));
        for place in 0..self.waiting.len() {
            self.add_one(self.waiting[place]);
        }
        self.waiting.clear();
    }

    fn add_one(&mut self, Waiting { reading, group, acronym, sums }: Waiting) {
        let met = &mut self.met[reading as usize];
        if met.round != self.round {
            *met = Met { round: self.round, acronym, ..Met::default() };
        }
        if met.group != group {
            (met.group, met.last) = (group, 0);
            met.mine_met = met.mine_met.saturating_add(sums.mine_met);
        }
        met.mine = met.mine.saturating_add(sums.mine.saturating_sub(met.last));
        met.last = met.last.max(sums.mine);
        met.theirs = met.theirs.saturating_add(sums.theirs);
        met.theirs_met = met.theirs_met.saturating_add(sums.theirs_met);
        if !met.reached && (acronym || u32::from(met.mine) + u32::from(met.theirs) >= self.enough) {
            met.reached = true;
            self.reached.push(reading);
        }
    }
}
