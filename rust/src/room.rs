//! Sums of what met, by reading: what a search adds up most often.

use crate::image::{Image, Section};
use crate::postings::{units, UNIT};
use crate::streams::{Aside, Marks, Stream};

/// What is added up for a reading, in units of millionths, never rounded down.
#[derive(Clone, Copy, Default)]
pub struct Met {
    round: u16,
    /// The part of the query that was last counted, and what it counted for.
    group: u16,
    last: u16,
    pub mine: u16,
    pub theirs: u16,
    pub mine_met: u16,
    pub theirs_met: u16,
    pub acronym: bool,
    state: State,
}

/// How far a reading's sums are.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    /// One part of the query met, which is not enough alone.
    #[default]
    One,
    /// Several met, or one that may be enough alone.
    Several,
    /// The sums are enough.
    Reached,
}

/// At least the amount that units stand for.
pub fn amount(units: u16) -> i64 {
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
    /// What the query met, and the readings that may be reached by it.
    streams: Vec<Stream>,
    marks: Marks,
    /// What is not yet added up of it.
    waiting: Vec<Waiting>,
}

/// A reading that a part of the query meets, by the part's number, and what this adds to its sums.
#[derive(Clone, Copy)]
pub struct Waiting {
    pub reading: u32,
    pub group: u16,
    pub acronym: bool,
    /// Whether this may be enough where nothing else meets.
    pub alone: bool,
    pub sums: Sums16,
}

/// Readings whose sums are fetched at once: one by one, most time would go by in waiting for each.
const AT_ONCE: usize = 64;

/// What meeting adds to a reading's sums, in units.
#[derive(Clone, Copy)]
pub struct Sums16 {
    pub mine: u16,
    pub theirs: u16,
    pub mine_met: u16,
    pub theirs_met: u16,
}

impl Sums16 {
    /// Amounts in units.
    pub fn of(mine: i64, theirs: i64, mine_met: i64, theirs_met: i64) -> Sums16 {
        Sums16 {
            mine: units(mine),
            theirs: units(theirs),
            mine_met: units(mine_met),
            theirs_met: units(theirs_met),
        }
    }
}

impl Room {
    /// Forget all; of `readings` readings those are reached of which both sides' sums come to `enough`.
    pub fn start(&mut self, readings: usize, enough: i64) {
        if self.met.len() != readings || self.round == u16::MAX {
            (self.met, self.round) = (vec![Met::default(); readings], 0);
        }
        self.round += 1;
        self.enough = u32::try_from(enough.max(0) / UNIT).unwrap_or(u32::MAX);
        self.reached.clear();
        self.streams.clear();
        self.waiting.clear();
    }

    /// Count a part of the query as met, once; and what it met, each time.
    pub fn add(&mut self, one: Stream) {
        self.streams.push(one);
    }

    /// The readings that were reached, with their sums.
    pub fn reached(&mut self, image: &Image) -> impl Iterator<Item = (u32, &Met)> {
        let of_terms = image.u32s(Section::TermReadings);
        let streams = std::mem::take(&mut self.streams);
        let aside = Aside::of(&streams, self.enough);
        if let Some(aside) = &aside {
            self.marks.start(self.met.len());
            let looked_at = streams.iter().filter(|one| !aside.has(one));
            looked_at.flat_map(|one| one.readings(of_terms)).for_each(|reading| self.marks.set(reading));
        }
        for one in &streams {
            for reading in one.readings(of_terms) {
                if aside.is_none() || self.marks.has(reading) {
                    self.add_reading(Waiting { reading, ..one.adds });
                }
            }
        }
        self.streams = streams; // their room is used again
        self.add_waiting();
        self.reached.iter().map(|reading| (*reading, &self.met[*reading as usize]))
    }

    fn add_reading(&mut self, one: Waiting) {
        self.waiting.push(one);
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

    fn add_one(&mut self, Waiting { reading, group, acronym, alone, sums }: Waiting) {
        let met = &mut self.met[reading as usize];
        if met.round != self.round {
            *met = Met { round: self.round, acronym, ..Met::default() };
        }
        let mut several = false;
        if met.group != group {
            several = met.group != 0;
            (met.group, met.last) = (group, 0);
            met.mine_met = met.mine_met.saturating_add(sums.mine_met);
        }
        if alone || several {
            met.state = met.state.max(State::Several);
        }
        met.mine = met.mine.saturating_add(sums.mine.saturating_sub(met.last));
        met.last = met.last.max(sums.mine);
        met.theirs = met.theirs.saturating_add(sums.theirs);
        met.theirs_met = met.theirs_met.saturating_add(sums.theirs_met);
        let is_enough = acronym || u32::from(met.mine) + u32::from(met.theirs) >= self.enough;
        if met.state == State::Several && is_enough {
            met.state = State::Reached;
            self.reached.push(reading);
        }
    }
}
