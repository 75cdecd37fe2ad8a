//! Compare two names by the readings that agree best: `matching/comparison.py`.

use crate::alignment::{Comparer, Met, Words};
use crate::languages::Spoken;
use crate::ledger::{score_of, Sums};
use crate::lexicon::{Lexicon, Word};
use crate::lines::NameLines;
use crate::pair::Pair;
use crate::part::Kind;
use crate::prepared::{PreparedName, PreparedPart, PreparedReading};
use crate::weights::KindWeights;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

/// How two names compare by the readings that agree best.
#[derive(Clone, Copy, Debug, Default)]
pub struct Compared {
    pub lines: NameLines,
    /// The sums of the lines, with the doubt of several romanisations.
    pub sums: Sums,
    pub score: f64,
}

/// Where the words of two names' readings are looked up.
pub trait NameWords {
    type Words<'a>: Words
    where
        Self: 'a;
    /// The words of a reading of mine and one of theirs, by number.
    fn words(&self, mine: usize, theirs: usize) -> Self::Words<'_>;
}

impl Comparer<'_> {
    /// How two names compare, by the weights of `weighed_as`; None when nothing speaks for them.
    ///
    /// Names equal once folded are one name, though accents may have it read in two ways.
    pub fn compared<N: NameWords>(
        &self,
        first: &PreparedName,
        second: &PreparedName,
        words: &N,
        weighed_as: Kind,
    ) -> Option<Compared> {
        let found = match first.folded == second.folded {
            false => self.of_two(first, second, words, weighed_as),
            true => {
                let one = if order_of_names(second, first) == Ordering::Less { second } else { first };
                self.of_two(one, one, &self.of_texts(one, one), weighed_as)
            }
        };
        found.map(|(found, _, _)| found)
    }

    /// The readings of two names, by number, that agree best, and what of them meets; None when nothing speaks
    /// for them. Of names that are equal once folded Python gives one twice.
    pub fn best_met(
        &self,
        first: &PreparedName,
        second: &PreparedName,
        weighed_as: Kind,
    ) -> Option<(usize, usize, Vec<Met>)> {
        let words = self.of_texts(first, second);
        let (_, i, j) = self.of_two(first, second, &words, weighed_as)?;
        let (mine, theirs) = (&first.readings[i], &second.readings[j]);
        let met = match mine.acronym || theirs.acronym {
            true => self.acronym_met(mine, theirs).into_iter().collect(),
            false => {
                let swapped = order(theirs, mine) == Ordering::Less;
                self.met(mine, theirs, &words.words(i, j), swapped)
            }
        };
        Some((i, j, met))
    }

    fn of_two<N: NameWords>(
        &self,
        first: &PreparedName,
        second: &PreparedName,
        words: &N,
        weighed_as: Kind,
    ) -> Option<(Compared, usize, usize)> {
        let kind = self.lexicon.weights.kind(weighed_as);
        let chance =
            if first.folded == second.folded { 0 } else { self.chance(first.choices, second.choices) };
        let mut best: Option<(Compared, usize, usize)> = None;
        for (i, mine) in first.readings.iter().enumerate() {
            for (j, theirs) in second.readings.iter().enumerate() {
                let Some((lines, sums)) = self.of_readings(mine, theirs, &words.words(i, j), kind, chance)
                else {
                    continue;
                };
                let found = Compared { lines, sums, score: score_of(sums, kind) };
                let better = best.as_ref().is_none_or(|(known, a, b)| {
                    let others = (&first.readings[*a], &second.readings[*b]);
                    known.score.total_cmp(&found.score).then_with(|| tie((mine, theirs), others))
                        == Ordering::Less
                });
                if better {
                    best = Some((found, i, j));
                }
            }
        }
        best
    }

    /// What two readings give to the ledger, and the sums with the doubt of several romanisations.
    pub fn of_readings<W: Words>(
        &self,
        mine: &PreparedReading,
        theirs: &PreparedReading,
        words: &W,
        kind: &KindWeights,
        chance: i64,
    ) -> Option<(NameLines, Sums)> {
        if !self.is_comparable(mine, theirs) {
            return None;
        }
        let swapped = order(theirs, mine) == Ordering::Less;
        let lines = self.name_lines(mine, theirs, words, kind, swapped)?;
        Some((lines, Sums { doubt: lines.sums.doubt + chance, ..lines.sums }))
    }

    /// Whether two readings may be compared: acronyms are of firms, and say nothing of each other.
    pub fn is_comparable(&self, mine: &PreparedReading, theirs: &PreparedReading) -> bool {
        let one = mine.acronym != theirs.acronym;
        !(mine.acronym || theirs.acronym) || (self.kind == Kind::Organisation && one)
    }

    /// The doubt that one of two different names was chosen from so many romanisations.
    pub fn chance(&self, first: u8, second: u8) -> i64 {
        let (chance, choices) = (&self.lexicon.weights.chance, i64::from(first.max(second)));
        match choices > 1 {
            true if choices < chance.many => chance.few_readings,
            true => chance.many_readings,
            false => 0,
        }
    }

    /// The words of two names, prepared for this comparison alone.
    pub fn of_texts<'a>(&'a self, first: &'a PreparedName, second: &'a PreparedName) -> Texts<'a> {
        self.of_book(&Rc::default(), first, second)
    }

    /// The same, of words that are compared with others as well.
    pub fn of_book<'a>(
        &'a self,
        book: &Rc<Book>,
        first: &'a PreparedName,
        second: &'a PreparedName,
    ) -> Texts<'a> {
        Texts { comparer: self, book: book.clone(), first, second }
    }
}

/// What settles ties between readings: their place in the alphabet, part by part, text before role.
pub fn order(first: &PreparedReading, second: &PreparedReading) -> Ordering {
    let (mine, theirs) = (first.parts.iter(), second.parts.iter());
    mine.map(PreparedPart::place).cmp(theirs.map(PreparedPart::place))
}

/// The order of names: reading by reading.
fn order_of_names(first: &PreparedName, second: &PreparedName) -> Ordering {
    let pairs = first.readings.iter().zip(&second.readings);
    let differing = pairs.map(|(a, b)| order(a, b)).find(|found| *found != Ordering::Equal);
    differing.unwrap_or_else(|| first.readings.len().cmp(&second.readings.len()))
}

/// Of two pairs of readings with one score: Less where the new pair comes first in the alphabet.
///
/// `compared` ranks by `(-score, least, greatest)`: the new pair is better when it is the lesser.
fn tie(new: (&PreparedReading, &PreparedReading), old: (&PreparedReading, &PreparedReading)) -> Ordering {
    let sorted = |(a, b): (_, _)| if order(b, a) == Ordering::Less { (b, a) } else { (a, b) };
    let (new, old) = (sorted(new), sorted(old));
    order(new.0, old.0).then_with(|| order(new.1, old.1))
}

/// Words that are compared directly, as nothing of them is in an index: each made ready once, each two of them
/// compared once.
#[derive(Default)]
pub struct Book {
    words: RefCell<Vec<Rc<Word>>>,
    numbers: RefCell<FxHashMap<Box<str>, u32>>,
    pairs: RefCell<FxHashMap<(u32, u32, u8), Pair>>,
}

impl Book {
    /// The number of a word.
    fn number(&self, lexicon: &Lexicon, text: &str) -> u32 {
        if let Some(number) = self.numbers.borrow().get(text) {
            return *number;
        }
        let mut words = self.words.borrow_mut();
        let number = words.len() as u32;
        words.push(Rc::new(lexicon.word(text)));
        self.numbers.borrow_mut().insert(text.into(), number);
        number
    }

    /// What two words are to each other.
    fn pair(&self, lexicon: &Lexicon, first: u32, second: u32, languages: Spoken) -> Pair {
        let word = |number: u32| self.words.borrow()[number as usize].clone();
        let compared = || lexicon.pair(&word(first), &word(second), languages, None);
        *self.pairs.borrow_mut().entry((first, second, languages.bits())).or_insert_with(compared)
    }
}

/// Two names whose words are compared directly.
pub struct Texts<'a> {
    comparer: &'a Comparer<'a>,
    book: Rc<Book>,
    first: &'a PreparedName,
    second: &'a PreparedName,
}

/// The words of one reading of each.
pub struct ReadingTexts<'a> {
    comparer: &'a Comparer<'a>,
    book: &'a Book,
    first: Vec<u32>,
    second: Vec<u32>,
    first_joined: Vec<u32>,
    second_joined: Vec<u32>,
    languages: Spoken,
}

impl NameWords for Texts<'_> {
    type Words<'b>
        = ReadingTexts<'b>
    where
        Self: 'b;

    fn words(&self, mine: usize, theirs: usize) -> ReadingTexts<'_> {
        let number = |text: &str| self.book.number(self.comparer.lexicon, text);
        let parts = |reading: &PreparedReading| reading.parts.iter().map(|p| number(&p.text)).collect();
        let spans = |reading: &PreparedReading| reading.spans.iter().map(|s| number(&s.text)).collect();
        let (mine, theirs) = (&self.first.readings[mine], &self.second.readings[theirs]);
        ReadingTexts {
            comparer: self.comparer,
            book: &self.book,
            first: parts(mine),
            second: parts(theirs),
            first_joined: spans(mine),
            second_joined: spans(theirs),
            languages: mine.languages.common(theirs.languages),
        }
    }
}

impl ReadingTexts<'_> {
    fn pair(&self, first: u32, second: u32) -> Pair {
        self.book.pair(self.comparer.lexicon, first, second, self.languages)
    }
}

impl Words for ReadingTexts<'_> {
    fn parts(&self, mine: usize, theirs: usize) -> Pair {
        self.pair(self.first[mine], self.second[theirs])
    }

    fn joined(&self, mine: usize, theirs: usize) -> Pair {
        self.pair(self.first_joined[mine], self.second[theirs])
    }

    fn joins(&self, mine: usize, theirs: usize) -> Pair {
        self.pair(self.first[mine], self.second_joined[theirs])
    }
}
