//! Say which parts of one reading of a name meet which of another's: `matching/alignment.py`.

use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::pair::{Likeness, Pair, Rule, DIFFERENT, SAME};
use crate::part::{Kind, Role};
use crate::prepared::{PreparedReading, Span};
use crate::weights::FULL;

/// A run of parts of one side, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Places {
    start: u8,
    size: u8,
}

impl Places {
    fn one(place: usize) -> Places {
        Places { start: place as u8, size: 1 }
    }

    /// The positions.
    pub fn range(self) -> std::ops::Range<usize> {
        let start = usize::from(self.start);
        start..start + usize::from(self.size)
    }

    fn is_disjoint(self, taken: &[bool]) -> bool {
        !taken[self.range()].contains(&true)
    }

    /// Tuples of positions in order: of two with one start the shorter is the lesser.
    fn order(self) -> (u8, u8) {
        (self.start, self.size)
    }
}

/// Parts of either side that met, how alike they are, and what they tell.
#[derive(Clone, Copy, Debug)]
pub struct Met {
    pub first: Places,
    pub second: Places,
    pub alike: i64,
    pub tells: i64,
    pub rule: Rule,
    /// Whether parts of one side were joined, or shortened to an acronym.
    pub joined: bool,
    /// Whether an acronym met the words it stands for, beside other parts.
    pub shortened: bool,
}

impl Met {
    /// Two single parts that met.
    pub fn of_one(first: usize, second: usize, like: Likeness, tells: i64) -> Met {
        Met {
            first: Places::one(first),
            second: Places::one(second),
            alike: like.amount,
            tells,
            rule: like.rule,
            joined: false,
            shortened: false,
        }
    }

    /// A run of parts that one part met.
    pub fn of_span(span: &Span, one: usize, alike: i64, tells: i64) -> Met {
        let first = Places { start: span.start, size: span.size };
        let shortened = span.shortened;
        let rule = if shortened { Rule::Abbreviation } else { Rule::Joined };
        Met { first, second: Places::one(one), alike, tells, rule, joined: true, shortened }
    }

    /// By how much a meeting is preferred: what it tells, and twice how alike the parts are.
    pub fn gain(&self) -> i64 {
        self.tells * self.alike / FULL * self.alike / FULL
    }

    /// The same with the sides swapped.
    pub fn swapped(self) -> Met {
        Met { first: self.second, second: self.first, ..self }
    }
}

/// Where two readings' words are looked up: what each of mine is to each of theirs.
pub trait Words {
    /// A part of mine and one of theirs.
    fn parts(&self, mine: usize, theirs: usize) -> Pair;
    /// Joined parts of mine, by the number of their span, and a part of theirs.
    fn joined(&self, mine: usize, theirs: usize) -> Pair;
    /// A part of mine, and joined parts of theirs.
    fn joins(&self, mine: usize, theirs: usize) -> Pair;
}

/// The same words, mine and theirs exchanged.
struct Exchanged<'a, W: Words>(&'a W);

impl<W: Words> Words for Exchanged<'_, W> {
    fn parts(&self, mine: usize, theirs: usize) -> Pair {
        self.0.parts(theirs, mine)
    }

    fn joined(&self, mine: usize, theirs: usize) -> Pair {
        self.0.joins(theirs, mine)
    }

    fn joins(&self, mine: usize, theirs: usize) -> Pair {
        self.0.joined(theirs, mine)
    }
}

/// How two readings' parts are compared: the rules, and the kind whose names they are.
#[derive(Clone, Copy)]
pub struct Comparer<'a> {
    pub lexicon: &'a Lexicon,
    pub kind: Kind,
}

impl Comparer<'_> {
    /// Which parts of two readings meet; `mine` must be the lesser in the order that settles ties, or
    /// `swapped` says that it is not.
    pub fn met<W: Words>(
        &self,
        mine: &PreparedReading,
        theirs: &PreparedReading,
        words: &W,
        swapped: bool,
    ) -> Vec<Met> {
        if swapped {
            let met = self.align(theirs, mine, &Exchanged(words));
            return met.into_iter().map(Met::swapped).collect();
        }
        self.align(mine, theirs, words)
    }

    fn align<W: Words>(&self, first: &PreparedReading, second: &PreparedReading, words: &W) -> Vec<Met> {
        let meetings = self.meetings(first, second, words);
        if meetings.is_empty() {
            return meetings;
        }
        if first.languages.and(second.languages) == Spoken::NONE {
            return most_telling(meetings, first.parts.len(), second.parts.len());
        }
        let in_place = is_short(first, second) && !is_titled(first) && !is_titled(second);
        let mut best: Option<(i64, Vec<Met>)> = None;
        for (mine, theirs) in orders(first, second) {
            let found = in_order(&meetings, &mine, &theirs, in_place);
            let gain = found.iter().map(Met::gain).sum();
            if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                best = Some((gain, found));
            }
        }
        best.map(|(_, met)| met).unwrap_or_default()
    }

    /// Every way in which parts of the one may meet parts of the other, in the reference's order.
    fn meetings<W: Words>(&self, first: &PreparedReading, second: &PreparedReading, words: &W) -> Vec<Met> {
        let common = first.languages.common(second.languages);
        let mut found = Vec::new();
        for (i, a) in first.parts.iter().enumerate() {
            for (j, b) in second.parts.iter().enumerate() {
                let like =
                    self.part_likeness(a.role, b.role, (&a.text, &b.text), || words.parts(i, j), common);
                if like.amount > 0 {
                    let tells = match like.rule {
                        Rule::Initial | Rule::Cut => a.tells.min(b.tells),
                        _ => (a.tells + b.tells).div_euclid(2),
                    };
                    found.push(Met::of_one(i, j, like, tells));
                }
            }
        }
        self.joined(first, second, words, common, &mut found, false);
        self.shortened(first, second, &mut found, false);
        self.joined(second, first, &Exchanged(words), common, &mut found, true);
        self.shortened(second, first, &mut found, true);
        found
    }

    /// How alike two parts are, given what kind of part each is.
    pub fn part_likeness(
        &self,
        a: Role,
        b: Role,
        texts: (&str, &str),
        pair: impl FnOnce() -> Pair,
        common: Spoken,
    ) -> Likeness {
        if a == Role::Honorific || b == Role::Honorific {
            return DIFFERENT;
        }
        if a == Role::Initial || b == Role::Initial {
            return self.initial_likeness(a, b, texts);
        }
        if only_equal(a) || only_equal(b) {
            return match a == b {
                true if texts.0 == texts.1 => SAME,
                true if a == Role::Suffix => self.lexicon.generations(texts.0, texts.1),
                _ => DIFFERENT,
            };
        }
        if texts.0 == texts.1 {
            return SAME;
        }
        if a == Role::Generic && b == Role::Generic {
            return DIFFERENT; // both are known words: Electric, Electricity
        }
        let mut found = pair().likeness(self.lexicon, common);
        if found.rule == Rule::Cut && self.kind != Kind::Person {
            return DIFFERENT; // Techno is no Technopark
        }
        if self.kind == Kind::Organisation && found.rule == Rule::Spelling {
            let rules = &self.lexicon.weights.rules;
            let (a, b) = (texts.0.len(), texts.1.len());
            if (a.min(b) as i64) < rules.brand_letters && a.abs_diff(b) > 1 {
                return DIFFERENT;
            }
            let long = a.min(b) as i64 >= rules.long_brand_letters;
            // A brand is spelled one way.
            found.amount = found.amount.min(if long { rules.long_brand } else { rules.brand });
        }
        found
    }

    fn initial_likeness(&self, a: Role, b: Role, texts: (&str, &str)) -> Likeness {
        if texts.0 == texts.1 {
            return SAME;
        }
        let (whole, begin) = match b == Role::Initial {
            true => (a, texts.0.starts_with(texts.1)),
            false => (b, texts.1.starts_with(texts.0)),
        };
        // In firms' names a letter is a letter.
        match self.kind == Kind::Person && begin && matches!(whole, Role::Word | Role::Particle) {
            true => Likeness { amount: self.lexicon.weights.rules.initial, rule: Rule::Initial },
            false => DIFFERENT,
        }
    }

    /// The runs of parts of one reading, and the part of the other each may be.
    fn joined<W: Words>(
        &self,
        joined: &PreparedReading,
        single: &PreparedReading,
        words: &W,
        common: Spoken,
        found: &mut Vec<Met>,
        swapped: bool,
    ) {
        let rules = &self.lexicon.weights.rules;
        let only_one_of_syllables = joined.languages != Spoken::NONE && single.languages == Spoken::NONE;
        let (least, shortest) = match (only_one_of_syllables, self.kind) {
            (false, _) => (rules.joined_floor, 0),
            // People's syllables are many, and so are firms' acronyms.
            (true, Kind::Organisation) => (FULL, rules.joined_brand_letters),
            (true, _) => (rules.joined_syllables_floor, 0),
        };
        for (number, span) in joined.spans.iter().enumerate().filter(|(_, span)| !span.shortened) {
            for (j, one) in single.parts.iter().enumerate() {
                let long = one.text.len() as i64 >= shortest;
                if !long || !self.may_be_joined(one.role, one.text.len(), span.text.len()) {
                    continue;
                }
                let alike = match one.text == span.text {
                    true => FULL,
                    false => match words.joined(number, j).likeness(self.lexicon, common) {
                        Likeness { rule: Rule::Cut, .. } => 0,
                        found => found.amount,
                    },
                };
                if alike >= least && alike > 0 {
                    let told: i64 = joined.parts[span.places()].iter().map(|part| part.tells).sum();
                    let tells = (told + one.tells).div_euclid(2);
                    let met = Met::of_span(span, j, alike, tells);
                    found.push(if swapped { met.swapped() } else { met });
                }
            }
        }
    }

    fn may_be_joined(&self, role: Role, length: usize, joined: usize) -> bool {
        matches!(role, Role::Word | Role::Generic)
            && length.abs_diff(joined) <= self.lexicon.handed.join_lengths_apart
    }
}

fn only_equal(role: Role) -> bool {
    matches!(role, Role::Number | Role::Suffix | Role::LegalForm)
}

/// Choose what meets what, in any order: equals first, then the most telling; each part once.
fn most_telling(mut meetings: Vec<Met>, first: usize, second: usize) -> Vec<Met> {
    let is_equal = |met: &Met| met.alike == FULL && !met.joined;
    meetings.sort_by_key(|met| (!is_equal(met), -met.gain(), met.first.order(), met.second.order()));
    let (mut mine, mut theirs) = (vec![false; first], vec![false; second]);
    meetings.retain(|met| {
        let free = met.first.is_disjoint(&mine) && met.second.is_disjoint(&theirs);
        if free {
            mine[met.first.range()].fill(true);
            theirs[met.second.range()].fill(true);
        }
        free
    });
    meetings
}

/// The orders in which so many parts of two names of syllables may stand beside each other: as written; with
/// the surname of either taken from the end to the front; or the second name wholly backwards.
fn orders(first: &PreparedReading, second: &PreparedReading) -> Vec<(Vec<usize>, Vec<usize>)> {
    const FEWEST_BACKWARDS: usize = 3;
    const MOST_TURNED: usize = 8;
    let (mine, theirs) = (first.parts.len(), second.parts.len());
    let written = |count: usize| (0..count).collect::<Vec<usize>>();
    let last_first = |count: usize| std::iter::once(count - 1).chain(0..count - 1).collect();
    let mut found = vec![(written(mine), written(theirs))];
    // A Burmese name has no surname, whatever comma stands in it: only one of as many parts is it in another order.
    let burmese = first.languages.and(second.languages) == Spoken::BURMESE;
    if mine.max(theirs) > MOST_TURNED || (burmese && words(first) != words(second)) {
        return found;
    }
    if theirs > 1 && (burmese || !second.surname_first) {
        found.push((written(mine), last_first(theirs)));
    }
    if mine > 1 && (burmese || !first.surname_first) {
        found.push((last_first(mine), written(theirs)));
    }
    if theirs >= FEWEST_BACKWARDS {
        found.push((written(mine), (0..theirs).rev().collect()));
    }
    found
}

/// Whether two names have as many parts, and few.
fn is_short(first: &PreparedReading, second: &PreparedReading) -> bool {
    const IN_PLACE: usize = 3;
    first.parts.len() == second.parts.len() && first.parts.len() <= IN_PLACE
}

/// How many parts are words: neither titles nor a letter, which may be one (Kyaw Swar U).
fn words(reading: &PreparedReading) -> usize {
    reading.parts.iter().filter(|part| matches!(part.role, Role::Word | Role::Particle)).count()
}

/// Whether a title is among the parts, which may stand anywhere and moves the others.
fn is_titled(reading: &PreparedReading) -> bool {
    reading.parts.iter().any(|part| part.role == Role::Honorific)
}

/// Choose what meets what in order, given the orders of both sides. A surname taken from the end meets a
/// surname, or nothing; of two short names of as many parts one syllable is no other's (`in_place`).
fn in_order(meetings: &[Met], mine: &[usize], theirs: &[usize], in_place: bool) -> Vec<Met> {
    let taken_from_end = mine[0] != 0 || theirs[0] != 0;
    let fits: Vec<(usize, usize, &Met)> = meetings
        .iter()
        .filter_map(|met| Some((ending(met.first, mine)?, ending(met.second, theirs)?, met)))
        .filter(|(_, _, met)| !taken_from_end || is_first(met.first, mine) == is_first(met.second, theirs))
        .collect();
    let fits: Vec<(usize, usize, &Met)> =
        fits.into_iter().filter(|(i, j, met)| !in_place || met.joined || i == j).collect();
    let width = theirs.len() + 1;
    // The best meetings of the first i parts with the first j, and what they gain.
    let mut best: Vec<(i64, Vec<Met>)> = vec![(0, Vec::new()); (mine.len() + 1) * width];
    for i in 0..=mine.len() {
        for j in 0..width {
            let mut most: Option<(i64, Vec<Met>)> = None;
            let mut offer = |gain: i64, before: &[Met], met: Option<&Met>| {
                if most.as_ref().is_none_or(|(known, _)| gain > *known) {
                    most = Some((gain, before.iter().chain(met).copied().collect()));
                }
            };
            if i > 0 {
                let (gain, before) = &best[(i - 1) * width + j];
                offer(*gain, before, None);
            }
            if j > 0 {
                let (gain, before) = &best[i * width + j - 1];
                offer(*gain, before, None);
            }
            for (_, _, met) in fits.iter().filter(|(a, b, _)| (*a, *b) == (i, j)) {
                let (from_i, from_j) = (i - met.first.range().len(), j - met.second.range().len());
                let (gain, before) = &best[from_i * width + from_j];
                offer(gain + met.gain(), before, Some(*met));
            }
            best[i * width + j] = most.unwrap_or_default();
        }
    }
    best.pop().map(|(_, met)| met).unwrap_or_default()
}

/// Where in an order the parts end that stand beside each other in it; None when they do not.
fn ending(places: Places, order: &[usize]) -> Option<usize> {
    let at = order.iter().position(|place| *place == usize::from(places.start))?;
    let size = usize::from(places.size);
    let beside = order.get(at..at + size)?.iter().copied().eq(places.range());
    beside.then_some(at + size)
}

fn is_first(places: Places, order: &[usize]) -> bool {
    places.size == 1 && usize::from(places.start) == order[0]
}
