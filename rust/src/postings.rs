//! Where the words stand that are alike to a word: worked out once for each word asked for, by kind of party.

use crate::finder::{Finder, Found};
use crate::image::{Image, Section};
use crate::languages::Spoken;
use crate::part::{Kind, Role};
use crate::weights::FULL;
use std::ops::Range;

/// What bounds count in: so many millionths.
pub const UNIT: i64 = 1024;

/// Millionths in units, rounded up; what does not fit is the most that does.
pub fn units(amount: i64) -> u16 {
    u16::try_from((amount + UNIT - 1) / UNIT).unwrap_or(u16::MAX)
}

/// What a part that tells so much tells where it is so much alike, never rounded down.
pub fn told(tells: i64, alike: i64) -> i64 {
    (tells * alike + FULL - 1) / FULL
}

/// A word with a role, and the readings of one kind's names that it stands in.
#[derive(Clone, Copy)]
pub struct Posting {
    start: u32,
    end: u32,
    /// How alike it is to the word asked for, with marks: it is an acronym; it is the word asked for.
    alike: u32,
    /// What it tells so, and costs left over, in units.
    pub theirs: u16,
    pub theirs_met: u16,
}

/// Marks above the greatest likeness: many postings are remembered, and each byte counts.
const IS_ACRONYM: u32 = 1 << 30;
const IS_SAME: u32 = 1 << 31;

impl Posting {
    /// A term of the image that is so much alike; None where no name of the kind has it.
    pub fn of(image: &Image, kind: Kind, term: usize, alike: i64, same: bool) -> Option<Posting> {
        let places = of_kind(image, kind, image.u32s(Section::ReadingsOfTerm).span(term));
        (!places.is_empty()).then(|| Posting::at(image, term, alike, same, places))
    }

    /// Add, by kind, where a term of the image is that is so much alike.
    fn of_kinds(
        image: &Image,
        term: usize,
        alike: i64,
        same: bool,
        found: &mut [Vec<Posting>; Kind::ALL.len()],
    ) {
        let all = image.u32s(Section::ReadingsOfTerm).span(term);
        let mut left = Posting::at(image, term, alike, same, all.clone());
        for (kind, found) in Kind::ALL.into_iter().zip(found) {
            // Readings are in the order of kinds, and most terms are of one kind's names alone.
            let places = of_kind(image, kind, left.start as usize..all.end);
            if !places.is_empty() {
                (left.start, left.end) = (places.start as u32, places.end as u32);
                found.push(left);
                if places.end == all.end {
                    return;
                }
                left.start = places.end as u32;
            }
        }
    }

    /// A term at some of its places.
    fn at(image: &Image, term: usize, alike: i64, same: bool, places: Range<usize>) -> Posting {
        let tells = i64::from(image.u32s(Section::TermTells).get(term));
        let left_over = i64::from(image.u32s(Section::TermLeftOver).get(term));
        let mark = |is: bool, mark: u32| if is { mark } else { 0 };
        Posting {
            start: places.start as u32,
            end: places.end as u32,
            alike: alike as u32 | mark(image.is_acronym_term(term), IS_ACRONYM) | mark(same, IS_SAME),
            theirs: units(told(tells, alike)),
            theirs_met: units(left_over),
        }
    }

    /// How alike it is to the word asked for.
    pub fn alike(&self) -> i64 {
        i64::from(self.alike & !IS_ACRONYM & !IS_SAME)
    }

    /// Whether it is an acronym.
    pub fn is_acronym(&self) -> bool {
        self.alike & IS_ACRONYM != 0
    }

    /// Whether it is the word asked for.
    pub fn is_same(&self) -> bool {
        self.alike & IS_SAME != 0
    }

    /// The places of the readings it stands in, among those of all terms.
    pub fn places(&self) -> Range<u32> {
        self.start..self.end
    }
}

/// The words found for one that is asked for, by number, and where they stand.
#[derive(Default)]
pub struct Meets {
    pub words: Box<[Found]>,
    postings: Box<[Posting]>,
    /// Where those of each kind begin, and the last end.
    kinds: [u32; Kind::ALL.len() + 1],
}

impl Meets {
    /// Words that are met as single parts.
    pub fn of(finder: &Finder, words: Vec<Found>, languages: Spoken) -> Meets {
        Meets::of_terms(finder, words, languages, |_| true)
    }

    /// The word that an acronym is, where it is no particle, legal form or usual word.
    pub fn named(finder: &Finder, word: Found) -> Meets {
        Meets::of_terms(finder, vec![word], Spoken::NONE, |term| finder.image.role(term) == Role::Word)
    }

    fn of_terms(
        finder: &Finder,
        words: Vec<Found>,
        languages: Spoken,
        fits: impl Fn(usize) -> bool,
    ) -> Meets {
        let terms = finder.image.u32s(Section::TermsOfWord);
        let mut of_kinds: [Vec<Posting>; Kind::ALL.len()] = Default::default();
        for one in &words {
            let (alike, same) = (one.pair.most(finder.lexicon, languages), one.pair.is_same());
            for term in terms.span(one.word as usize).filter(|term| fits(*term)) {
                Posting::of_kinds(finder.image, term, alike, same, &mut of_kinds);
            }
        }
        let mut kinds = [0; Kind::ALL.len() + 1];
        for (place, some) in of_kinds.iter().enumerate() {
            kinds[place + 1] = kinds[place] + some.len() as u32;
        }
        let postings: Vec<Posting> = of_kinds.concat();
        Meets { words: words.into(), postings: postings.into(), kinds }
    }

    /// Words that are met as joined parts.
    pub fn joined(words: Vec<Found>) -> Meets {
        Meets { words: words.into(), ..Meets::default() }
    }

    /// Where the words stand in names of a kind.
    pub fn postings(&self, kind: Kind) -> &[Posting] {
        let place = kind as usize;
        &self.postings[self.kinds[place] as usize..self.kinds[place + 1] as usize]
    }
}

/// Of some places of a term's readings those that are of names of the kind.
fn of_kind(image: &Image, kind: Kind, all: Range<usize>) -> Range<usize> {
    let kind = image.u32s(Section::ReadingsOfKind).span(kind as usize);
    let readings = image.u32s(Section::TermReadings);
    // Most words are of one kind's names alone.
    if all.is_empty()
        || readings.get(all.start) as usize >= kind.end
        || (readings.get(all.end - 1) as usize) < kind.start
    {
        return 0..0;
    }
    if readings.get(all.start) as usize >= kind.start && (readings.get(all.end - 1) as usize) < kind.end {
        return all;
    }
    readings.between(all, kind.start as u32, kind.end as u32)
}
