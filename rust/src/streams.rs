//! Where the words stand that a reading of a query meets, and which of these places are looked at first.
//!
//! Why it is complete: parts that meet are different ones, so that of each part of the query one place counts at
//! most. Places are set aside which cannot be enough together: the most that one of each part adds, summed up,
//! is less than enough; or they are all of one part, which is not enough where nothing else meets. A reading that
//! stands in none of the others is not reached; of one that does, all its places are added up.

use crate::flat::U32s;
use crate::room::Waiting;
use std::ops::Range;

/// A word that a part of the query meets, and what meeting it adds.
pub struct Stream {
    /// Where its readings stand among those of all terms; or the single one that it is, and where the next would be.
    places: Range<u32>,
    is_single: bool,
    /// What it adds to each reading, whose number is set then.
    pub adds: Waiting,
}

impl Stream {
    /// A term, by where its readings stand.
    pub fn of_term(places: Range<u32>, adds: Waiting) -> Stream {
        Stream { places, is_single: false, adds }
    }

    /// What stands in one reading alone.
    pub fn of_reading(adds: Waiting) -> Stream {
        Stream { places: adds.reading..adds.reading + 1, is_single: true, adds }
    }

    /// Its readings; `of_terms` are those of all terms.
    pub fn readings<'a>(&self, of_terms: U32s<'a>) -> impl Iterator<Item = u32> + 'a {
        let Range { start, end } = self.places;
        let (single, term) = match self.is_single {
            true => (Some(start), 0..0),
            false => (None, start as usize..end as usize),
        };
        single.into_iter().chain(of_terms.range(term))
    }

    fn len(&self) -> usize {
        self.places.len()
    }

    /// The most that it tells, of both sides, in units.
    fn tells(&self) -> u32 {
        u32::from(self.adds.sums.mine) + u32::from(self.adds.sums.theirs)
    }

    /// Whether it may be enough where nothing else meets.
    fn is_alone(&self) -> bool {
        self.adds.alone || self.adds.acronym
    }
}

/// What streams tell is sorted into so many steps, up to what is enough.
const STEPS: usize = 32;
/// Of fewer places it is not worth the while to tell which are looked at first.
const FEW: usize = 256;

/// Some streams of one part: the most that one of them tells, and how many places all have.
#[derive(Clone, Copy, Default)]
struct Step {
    most: u32,
    places: usize,
}

/// The streams of one part of the query.
#[derive(Clone, Copy)]
struct Part {
    number: u16,
    /// Whether one of them may be enough where nothing else meets.
    is_alone: bool,
    /// By step; the last are those that are enough by themselves.
    steps: [Step; STEPS + 1],
}

impl Part {
    fn of(number: u16) -> Part {
        Part { number, is_alone: false, steps: [Step::default(); STEPS + 1] }
    }

    /// How many places all of its streams have.
    fn places(&self) -> usize {
        self.steps.iter().map(|step| step.places).sum()
    }

    /// The most that a stream of these steps tells.
    fn most(&self, steps: Range<usize>) -> u32 {
        self.steps[steps].iter().map(|step| step.most).max().unwrap_or(0)
    }
}

/// Which streams are set aside: those of the lower steps, and all of one part.
#[derive(Clone, Copy)]
pub struct Aside {
    below: usize,
    whole: Option<u16>,
    /// How many places that is.
    places: usize,
    /// How much is enough, which the steps lead up to.
    enough: u32,
}

impl Aside {
    /// What can be set aside of a query's streams, part by part, where so much is enough; None where it is not worth the
    /// while.
    pub fn of(streams: &[Stream], enough: u32) -> Option<Aside> {
        let all: usize = streams.iter().map(Stream::len).sum();
        if all < FEW {
            return None;
        }
        let mut parts: Vec<Part> = Vec::new();
        for some in streams.chunk_by(|one, next| one.adds.group == next.adds.group) {
            let mut part = Part::of(some[0].adds.group);
            for one in some {
                part.is_alone |= one.is_alone();
                let step = &mut part.steps[step_of(one, enough)];
                *step = Step { most: step.most.max(one.tells()), places: step.places + one.len() };
            }
            parts.push(part);
        }
        let largest = parts.iter().filter(|part| !part.is_alone).max_by_key(|part| part.places());
        let ways = [None, largest].map(|whole| Aside::with(&parts, whole, enough));
        ways.into_iter().max_by_key(|way| way.places).filter(|way| way.places * 2 > all)
    }

    /// The most steps that can be set aside beside all of one part.
    fn with(parts: &[Part], whole: Option<&Part>, enough: u32) -> Aside {
        let number = whole.map(|part| part.number);
        let others = || parts.iter().filter(|part| Some(part.number) != number);
        // What a part tells is a half of both sides', rounded up.
        let rounded = parts.len() as u32;
        let most_of_whole = whole.map_or(0, |part| part.most(0..STEPS + 1));
        let is_less = |step: &usize| {
            let most: u32 = others().map(|part| part.most(0..step + 1)).sum();
            most + most_of_whole + rounded < enough
        };
        let below = (0..STEPS).take_while(is_less).count();
        let of_others = |part: &Part| part.steps[..below].iter().map(|step| step.places).sum::<usize>();
        let places = whole.map_or(0, Part::places) + others().map(of_others).sum::<usize>();
        Aside { below, whole: number, places, enough }
    }

    /// Whether a stream is set aside.
    pub fn has(&self, one: &Stream) -> bool {
        self.whole == Some(one.adds.group) || step_of(one, self.enough) < self.below
    }
}

/// The step of a stream.
fn step_of(one: &Stream, enough: u32) -> usize {
    match one.is_alone() || one.tells() >= enough {
        true => STEPS,
        false => one.tells() as usize * STEPS / enough as usize,
    }
}

/// Readings, a bit for each.
#[derive(Default)]
pub struct Marks(Vec<u64>);

impl Marks {
    /// None of so many is marked.
    pub fn start(&mut self, readings: usize) {
        self.0.clear();
        self.0.resize(readings.div_ceil(64), 0);
    }

    pub fn set(&mut self, reading: u32) {
        self.0[reading as usize / 64] |= 1 << (reading % 64);
    }

    pub fn has(&self, reading: u32) -> bool {
        self.0[reading as usize / 64] >> (reading % 64) & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::mixed;
    use crate::room::Sums16;

    fn stream(group: u16, tells: u16, alone: bool, acronym: bool, places: u32) -> Stream {
        let sums = Sums16 { mine: tells / 2, theirs: tells - tells / 2, mine_met: 0, theirs_met: 0 };
        Stream::of_term(0..places, Waiting { reading: 0, group, acronym, alone, sums })
    }

    #[test]
    fn what_is_set_aside_is_never_enough_by_itself() {
        let mut set_aside = 0;
        for round in 0..20_000 {
            let chance = |at: usize, most: usize| mixed(round * 131 + at) % most;
            let enough = chance(0, 3_000) as u32;
            let parts = 1 + chance(1, 5);
            let streams: Vec<Stream> = (0..parts * 4)
                .map(|at| {
                    let tells = chance(10 + at, 1_500) as u16;
                    let alone = u32::from(tells) >= enough && chance(40 + at, 2) == 0;
                    stream(
                        1 + (at / 4) as u16,
                        tells,
                        alone,
                        chance(70 + at, 40) == 0,
                        chance(100 + at, 200) as u32,
                    )
                })
                .collect();
            let Some(aside) = Aside::of(&streams, enough) else { continue };
            set_aside += 1;
            let some: Vec<&Stream> = streams.iter().filter(|one| aside.has(one)).collect();
            assert!(some.iter().all(|one| !one.adds.acronym && !one.adds.alone));
            let most =
                |group: u16| some.iter().filter(|one| one.adds.group == group).map(|one| one.tells()).max();
            let of_parts: Vec<u32> = (1..=parts as u16).filter_map(most).collect();
            assert!(of_parts.len() < 2 || of_parts.iter().sum::<u32>() < enough, "{of_parts:?} of {enough}");
            let places: usize = some.iter().map(|one| one.len()).sum();
            assert_eq!(places, aside.places);
        }
        assert!(set_aside > 1_000, "{set_aside}");
    }
}
