//! Find the parties of an image that a subject may be, with the score of their names that agree best.
//!
//! Guarantee: a party is found exactly when its score reaches the threshold, where nothing but names and kinds
//! is compared; with facts beside them the score is the most it may be, so that no party is left out.

use crate::alignment::{Comparer, Words};
use crate::bounds::{Beside, Bounds, Needed, Needs};
use crate::comparison::{Compared, NameWords};
use crate::finder::Finder;
use crate::image::{Image, Section};
use crate::ledger::{score_of, Sums};
use crate::lexicon::Lexicon;
use crate::outlook;
use crate::pair::Pair;
use crate::part::Kind;
use crate::prepared::PreparedName;
use crate::query::{pair_of, Known, Memory, Query, QueryReading};
use crate::room::Room;
use std::borrow::Cow;
use std::sync::Arc;

/// A name that is asked for among the parties of one kind; one that is read alike for several kinds is the same.
#[derive(Clone)]
pub struct AskedName {
    pub name: Arc<PreparedName>,
    pub how: How,
}

/// How a name is compared with the parties of one kind.
#[derive(Clone, Copy)]
pub struct How {
    pub kind: Kind,
    pub weighed_as: Kind,
    pub beside: Beside,
}

/// A party's name found: the party's number, that of the name among its own, and the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub party: u32,
    pub name: u32,
    pub score: f64,
}

/// A reading of the query's name and one of the image's that the score may be reached by, and whose it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Meeting {
    name: u32,
    mine: usize,
    theirs: u32,
}

/// What a thread works with and uses again.
pub struct Scratch {
    memory: Memory,
    needs: Needs,
    room: Room,
    readings: Vec<u32>,
    meetings: Vec<Meeting>,
    /// What `outlook` works with.
    pub outlook: outlook::Room,
}

impl Scratch {
    /// What a thread begins with that remembers with others.
    pub fn of(known: Arc<Known>) -> Scratch {
        Scratch {
            memory: Memory::of(known),
            needs: Needs::default(),
            room: Room::default(),
            readings: Vec::new(),
            meetings: Vec::new(),
            outlook: outlook::Room::default(),
        }
    }

    /// What words are found with, and what `outlook` works with.
    pub fn memory_and_outlook(&mut self) -> (&mut Memory, &mut outlook::Room) {
        (&mut self.memory, &mut self.outlook)
    }

    /// What a search asks of names, worked out once.
    pub fn needed(&mut self, bounds: &Bounds) -> Arc<Needed> {
        self.needs.of(bounds)
    }
}

/// Searches an image.
#[derive(Clone, Copy)]
pub struct Searcher<'a> {
    pub lexicon: &'a Lexicon,
    pub image: &'a Image,
}

/// One name asked for, and what it is compared by.
struct Search<'a> {
    searcher: Searcher<'a>,
    comparer: Comparer<'a>,
    query: &'a Query<'a>,
    how: How,
    bounds: Bounds<'a>,
}

impl<'a> Searcher<'a> {
    /// The names, by party, that one of a subject's names reaches the threshold with; each once, by number.
    pub fn hits(&self, asked: &'a [AskedName], threshold: f64, scratch: &mut Scratch) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        // Most names are read alike for all kinds: what their words may meet is looked up once.
        let mut queries: Vec<Query> = Vec::new();
        for one in asked {
            let known = queries.iter().position(|query| std::ptr::eq(query.name, &*one.name));
            let query = known.unwrap_or_else(|| {
                queries.push(Query::of(&one.name, &self.finder(), &mut scratch.memory));
                queries.len() - 1
            });
            hits.extend(self.of_query(&queries[query], one.how, threshold, scratch));
        }
        let place = |hit: &Hit| (hit.party, hit.name);
        hits.sort_by(|a, b| place(a).cmp(&place(b)).then(b.score.total_cmp(&a.score)));
        hits.dedup_by_key(|hit| place(hit));
        hits
    }

    /// What tells which names may reach the threshold.
    pub fn bounds(&self, how: How, threshold: f64) -> Bounds<'a> {
        let How { kind, weighed_as, beside } = how;
        let weights = self.lexicon.weights.kind(weighed_as);
        Bounds { lexicon: self.lexicon, image: self.image, kind, weighed_as, weights, beside, threshold }
    }

    /// What finds words for its queries.
    pub fn finder(&self) -> Finder<'a> {
        Finder { lexicon: self.lexicon, image: self.image }
    }

    /// The names, by party, that a query's name reaches the threshold with.
    pub fn of_query(&self, query: &Query, how: How, threshold: f64, scratch: &mut Scratch) -> Vec<Hit> {
        let (kind, bounds) = (how.kind, self.bounds(how, threshold));
        let needed = scratch.needed(&bounds);
        let Scratch { room, readings, meetings, .. } = scratch;
        let owners = self.image.u32s(Section::ReadingNames);
        meetings.clear();
        for (mine, (reading, found)) in query.name.readings.iter().zip(&query.readings).enumerate() {
            readings.clear();
            bounds.reaching(reading, found, &needed, room, readings);
            let meeting =
                |theirs: &u32| Meeting { name: owners.get(*theirs as usize), mine, theirs: *theirs };
            meetings.extend(readings.iter().map(meeting));
        }
        meetings.sort_unstable();
        let comparer = Comparer { lexicon: self.lexicon, kind };
        let search = Search { searcher: *self, comparer, query, how, bounds };
        let of_name = meetings.chunk_by(|a, b| a.name == b.name);
        let reaching = of_name.filter(|some| some.iter().any(|one| search.may_reach(one)));
        let mut names: Vec<u32> = reaching.map(|some| some[0].name).collect();
        names.extend(self.equals(query.name, kind));
        names.sort_unstable();
        names.dedup();
        search.hits(&names, threshold)
    }

    /// The names of a kind that are equal once folded, which are one in whatever way they are read.
    fn equals(&self, name: &PreparedName, kind: Kind) -> impl Iterator<Item = u32> + 'a {
        let (image, owners) = (self.image, self.image.u32s(Section::NameParties));
        let of_kind = move |name: &u32| image.kind_of_party(owners.get(*name as usize) as usize) == kind;
        image.equals(name.folded).filter(of_kind)
    }
}

impl Search<'_> {
    /// Whether two readings may reach the threshold, compared by themselves.
    ///
    /// Of two names the readings count that agree best: where these reach it, so they do here; and most names
    /// have many readings of which one or two may.
    fn may_reach(&self, meeting: &Meeting) -> bool {
        let (image, theirs) = (self.searcher.image, meeting.theirs as usize);
        let mine = &self.query.name.readings[meeting.mine];
        let (parts, spans) = (image.words_of_parts(theirs), image.words_of_spans(theirs));
        let words = Readings { mine: &self.query.readings[meeting.mine], parts: &parts, spans: &spans };
        let chance = self.comparer.chance(self.query.name.choices, image.choices(meeting.name as usize));
        let weights = self.bounds.weights;
        let found = self.comparer.of_readings(mine, &image.reading(theirs), &words, weights, chance);
        found.is_some_and(|(_, sums)| self.bounds.reaches(sums))
    }

    /// Those of these names that reach the threshold.
    fn hits(&self, names: &[u32], threshold: f64) -> Vec<Hit> {
        let owners = self.searcher.image.u32s(Section::NameParties);
        let firsts = self.searcher.image.u32s(Section::NamesOfParty);
        let mut hits: Vec<Hit> = Vec::new();
        for name in names {
            let Some((found, mut score)) = self.score(*name, 0) else { continue };
            if score < threshold {
                continue;
            }
            let party = owners.get(*name as usize);
            if self.how.kind == Kind::Person && found.lines.left.0 && !found.lines.left.1 {
                let fuller = self.fuller(*name, party as usize);
                score = self.score(*name, fuller).map_or(0.0, |(_, score)| score);
            }
            if score >= threshold {
                hits.push(Hit { party, name: name - firsts.get(party as usize), score });
            }
        }
        hits
    }

    /// How a name of the image compares, and the score with what else is known.
    fn score(&self, name: u32, fuller: i64) -> Option<(Compared, f64)> {
        let found = self.compared(name)?;
        let sums = Sums { against: found.sums.against + fuller, ..found.sums };
        let sums = self.how.beside.added(self.searcher.lexicon, sums);
        Some((found, score_of(sums, self.searcher.lexicon.weights.kind(self.how.weighed_as))))
    }

    fn compared(&self, name: u32) -> Option<Compared> {
        let theirs = Theirs::of(self.searcher.image, name as usize);
        let words = Names { query: self.query, theirs: &theirs };
        self.comparer.compared(self.query.name, &theirs.name, &words, self.how.weighed_as)
    }

    /// What a party's fuller names say against a subject that a shorter one of them fits.
    fn fuller(&self, name: u32, party: usize) -> i64 {
        let image = self.searcher.image;
        let recorded = image.u32s(Section::NameRecorded);
        // What one recorded name may be written for says nothing against itself.
        let mine = recorded.get(name as usize);
        let span = image.u32s(Section::NamesOfParty).span(party);
        let others = span.filter(|other| recorded.get(*other) != mine);
        let others = others.filter_map(|other| Some((other, self.compared(other as u32)?)));
        self.comparer.fuller(&image.name(name as usize), others, |other| Cow::Owned(image.name(other)))
    }
}

/// A name of the image, and the numbers of its words.
struct Theirs {
    name: PreparedName,
    /// By reading, then by part.
    parts: Vec<Vec<u32>>,
    /// By reading, then by span.
    spans: Vec<Vec<u32>>,
}

impl Theirs {
    fn of(image: &Image, name: usize) -> Theirs {
        let readings = image.u32s(Section::ReadingsOfName).span(name);
        Theirs {
            name: image.name(name),
            parts: readings.clone().map(|reading| image.words_of_parts(reading)).collect(),
            spans: readings.map(|reading| image.words_of_spans(reading)).collect(),
        }
    }
}

/// The words of a query's name and of one of the image's.
struct Names<'a> {
    query: &'a Query<'a>,
    theirs: &'a Theirs,
}

/// The words of two of their readings.
struct Readings<'a> {
    mine: &'a QueryReading,
    parts: &'a [u32],
    spans: &'a [u32],
}

impl NameWords for Names<'_> {
    type Words<'b>
        = Readings<'b>
    where
        Self: 'b;

    fn words(&self, mine: usize, theirs: usize) -> Readings<'_> {
        Readings {
            mine: &self.query.readings[mine],
            parts: &self.theirs.parts[theirs],
            spans: &self.theirs.spans[theirs],
        }
    }
}

impl Words for Readings<'_> {
    fn parts(&self, mine: usize, theirs: usize) -> Pair {
        pair_of(&self.mine.parts[mine], self.parts[theirs])
    }

    fn joined(&self, mine: usize, theirs: usize) -> Pair {
        pair_of(&self.mine.spans[mine], self.parts[theirs])
    }

    fn joins(&self, mine: usize, theirs: usize) -> Pair {
        pair_of(&self.mine.joins[mine], self.spans[theirs])
    }
}
