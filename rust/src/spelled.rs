//! Compare words that share consonants, and no other key, with one; most no further than by a bound.
//!
//! What their sounds cost at least is told of many at once (see `lanes`); only those that may be alike are
//! compared.

use crate::cores::{self, Core, Left};
use crate::edits::{Slipped, TYPED_APART};
use crate::finder::{Asked, Finder, Found, Seen};
use crate::known_names::same_original;
use crate::ladder::Listener;
use crate::lanes::{Cost, MOST_SOUNDS};
use crate::lexicon::{Lexicon, Stem, Word};
use crate::pair::Pair;
use crate::signs;
use std::ops::Range;

/// Words that there is room for before any is added.
const USUAL: usize = 1 << 10;

/// Compares words that share consonants, and no other key, with one.
pub struct Spelled<'a> {
    finder: &'a Finder<'a>,
    word: &'a Word,
    least: i64,
    own: Heard<'a>,
    /// The same for patterns without vowels, where there are any among the words.
    patterns: Option<Heard<'a>>,
    /// Whether words left over of compounds are compared with the word itself: it is none, and none of their
    /// halves is in it.
    plain: bool,
    compound: Option<Compound<'a>>,
    /// Where a word of some length may be this one, mistyped in a way that its keys do not tell; how many letters
    /// longer or shorter it is then.
    slipped: Option<(Slipped, Range<usize>)>,
    /// The signs of words that are passed over: two known names are one name, which their keys tell, or do not
    /// meet.
    passed: u32,
    /// The signs of words of which only all that is known tells how alike they are; and of those among these
    /// of which it cannot be told before how alike they may be.
    otherwise: u32,
    untold: u32,
    /// Words that may be alike, and the ways in which they may.
    may_be: Vec<May>,
}

/// What is left of the word asked for, where it is an Arabic compound.
struct Compound<'a> {
    stem: &'a Stem,
    heard: Heard<'a>,
    patterns: Option<Heard<'a>>,
}

/// The ways in which a word may be alike: it sounds alike; what is left of it does; it sounds like what is left
/// of the word asked for; it may be mistyped by two slips; only all that is known of both words tells.
const SOUNDS: u8 = 1;
const LEFT: u8 = 2;
const OF_STEM: u8 = 4;
const TYPED: u8 = 8;
const OTHERWISE: u8 = 16;

/// What is not known of a word that may be alike in other ways than by sounds.
const UNTOLD: Cost = Cost { least: 0, is_all: false };

/// A word that may be alike, by its number, and by its core and its place there; and a way in which it may, with
/// what its sounds cost.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct May {
    number: u32,
    core: u32,
    place: u16,
    way: u8,
    cost: Cost,
}

/// A word of a core that is looked at, and what is left of it where it is a compound.
struct Glance<'a> {
    core: &'a Core<'a>,
    start: u32,
    place: usize,
    sign: u32,
    left: Option<Left>,
}

/// Words whose sounds are bounded at once, each with its sign and the way of being alike that it is bounded for.
struct Heard<'a> {
    listener: Listener<'a>,
    words: Vec<(May, u32)>,
}

impl<'a> Heard<'a> {
    fn of(finder: &'a Finder, heard: &'a [u8], least: i64) -> Heard<'a> {
        let costs = &finder.lexicon.costs;
        Heard {
            listener: Listener::of(costs, costs.beside(heard), heard, least),
            words: Vec::with_capacity(USUAL),
        }
    }

    /// The same beside patterns without vowels, to be bounded alone.
    fn of_patterns(finder: &'a Finder, heard: &'a [u8], least: i64) -> Heard<'a> {
        let costs = &finder.lexicon.costs;
        Heard { listener: Listener::of(costs, costs.least(), heard, least), words: Vec::new() }
    }

    /// Add a word, by sounds among these.
    #[inline(always)]
    fn add(&mut self, word: &Glance, way: u8, all: &[u8], heard: cores::Heard) {
        let lanes = &mut self.listener.lanes;
        match heard.step {
            1 => lanes.add(all, heard.start, heard.count),
            _ => lanes.add(heard.sounds(all, &mut [0; MOST_SOUNDS]), 0, heard.count),
        }
        self.words.push((word.may(way), word.sign));
    }

    /// Add those that may be alike.
    fn tell(&mut self, may_be: &mut Vec<May>) {
        let Heard { listener, words } = self;
        let (lanes, most) = (&mut listener.lanes, listener.most);
        let is_near = |cost: &Cost, sign: u32| cost.least <= most.of(signs::weight(sign));
        let near = lanes.least().zip(words.iter()).filter(|(cost, (_, sign))| is_near(cost, *sign));
        may_be.extend(near.map(|(cost, (may, _))| May { cost, ..*may }));
    }
}

impl Glance<'_> {
    fn may(&self, way: u8) -> May {
        let (number, place) = (self.core.number(self.place), self.place as u16);
        May { number, core: self.start, place, way, cost: UNTOLD }
    }
}

impl<'a> Spelled<'a> {
    /// What compares words with one that they are to be `least` alike to.
    pub fn of(finder: &'a Finder, word: &'a Word, least: i64) -> Spelled<'a> {
        let lexicon = finder.lexicon;
        let of_stem =
            |stem: &'a Stem| Compound { stem, heard: Heard::of(finder, &stem.heard, least), patterns: None };
        let may_slip = (0..=TYPED_APART).find(|apart| lexicon.may_be_typed(word.text.len(), *apart, least));
        let plain = word.stem.is_none() && lexicon.lacks_all_halves(&word.text);
        Spelled {
            finder,
            word,
            least,
            own: Heard::of(finder, &word.heard, least),
            patterns: None,
            plain,
            compound: word.stem.as_ref().map(of_stem),
            slipped: may_slip.map(|apart| (Slipped::of(word.text.as_bytes()), apart..TYPED_APART + 1)),
            passed: if word.originals.is_empty() { 0 } else { signs::KNOWN },
            otherwise: signs::WILD | settled_otherwise(word, plain),
            untold: untold(lexicon, word),
            may_be: Vec::new(),
        }
    }

    /// Add the words of cores that are spelled alike, and the Arabic compounds by what is left of them.
    pub fn add(
        mut self,
        cores: &[u32],
        compounds: &[u32],
        asked: &Asked,
        seen: &mut Seen,
        found: &mut Vec<Found>,
    ) {
        let image = self.finder.image;
        // All are fetched at once: one by one, most time would go by in waiting for each.
        std::hint::black_box(cores.iter().fold(0, |all, core| all ^ image.touched(*core)));
        let (all, apart) = (image.cores(), asked.apart.unwrap_or(usize::MAX));
        for (some, whole) in [(cores, true), (compounds, false)] {
            for start in some {
                self.consider_all(*start, whole, apart, all);
            }
        }
        let of_compound = self.compound.iter_mut();
        let of_compound = of_compound.flat_map(|one| [&mut one.heard].into_iter().chain(&mut one.patterns));
        for heard in [&mut self.own].into_iter().chain(&mut self.patterns).chain(of_compound) {
            heard.tell(&mut self.may_be);
        }
        self.may_be.sort_unstable();
        for some in std::mem::take(&mut self.may_be).chunk_by(|a, b| a.number == b.number) {
            let (word, ways) = (some[0].number, some.iter().fold(0, |ways, one| ways | one.way));
            if seen.first(word) {
                let amount = self.alike(some, ways, seen);
                if amount >= self.least && !self.is_of_another_family(word, seen) {
                    found.push(Found { word, pair: Pair::spelled(amount) });
                }
            }
        }
    }

    /// Take up the words of a core, as `consider` does.
    #[inline(always)]
    fn consider_all(&mut self, start: u32, whole: bool, most_apart: usize, all: &[u8]) {
        let (core, mut compounds) = (Core::of(all, start), 0);
        if core.in_columns && self.is_told_by_columns() {
            return self.consider_columns(&core, start, most_apart);
        }
        for (place, sign) in core.signs().enumerate() {
            let mut word = Glance { core: &core, start, place, sign, left: None };
            if sign & signs::HALF != 0 {
                word.left = Some(core.left(compounds));
                compounds += 1;
            }
            self.consider(&word, whole, most_apart, all);
        }
    }

    /// Whether words in columns, which are neither compounds nor patterns, are alike by how they sound or are typed.
    fn is_told_by_columns(&self) -> bool {
        self.compound.is_none() && self.untold != u32::MAX
    }

    /// The same of words in columns.
    fn consider_columns(&mut self, core: &Core, start: u32, most_apart: usize) {
        let length = self.word.text.len();
        let word = |place: usize, sign: u32| Glance { core, start, place, sign, left: None };
        let fits =
            |sign: u32, passed: u32| sign & passed == 0 && signs::lengths_apart(sign, length) <= most_apart;
        let most = self.own.listener.most.of(core.heaviest());
        for (first, count, columns) in core.columns() {
            for (lane, cost) in self.own.listener.lanes.near(&columns, count, most) {
                let sign = core.sign(first + lane);
                if fits(sign, self.passed) {
                    self.may_be.push(May { cost, ..word(first + lane, sign).may(SOUNDS) });
                }
            }
        }
        if self.slipped.is_some() {
            for (place, sign) in core.signs().enumerate().filter(|(_, sign)| fits(*sign, self.passed)) {
                let word = word(place, sign);
                if self.may_be_typed(&word, signs::lengths_apart(sign, length)) {
                    self.may_be.push(word.may(TYPED));
                }
            }
        }
    }

    /// Take up a word where it may be alike; `whole`: by its own consonants, which are those of the word asked for or
    /// of what is left of it.
    #[inline(always)]
    fn consider(&mut self, word: &Glance, whole: bool, most_apart: usize, all: &[u8]) {
        let apart = signs::lengths_apart(word.sign, self.word.text.len());
        if word.sign & self.passed != 0 || apart > most_apart {
            return;
        }
        if word.sign & self.otherwise != 0 {
            return self.consider_otherwise(word, apart, all);
        }
        if self.may_be_typed(word, apart) {
            self.may_be.push(word.may(TYPED));
        }
        self.own.add(word, SOUNDS, all, word.core.heard(word.place));
        if let (true, Some(left)) = (self.plain, word.left) {
            self.own.add(word, LEFT, all, left.heard);
        }
        if let (true, Some(compound)) = (whole, &mut self.compound) {
            compound.heard.add(word, OF_STEM, all, word.core.heard(word.place));
        }
    }

    /// The same where only all that is known tells how alike it is: by its own sounds or what is left of it, it
    /// must be like the word asked for or what is left of that, for these are what is compared.
    fn consider_otherwise(&mut self, word: &Glance, apart: usize, all: &[u8]) {
        if word.sign & self.untold != 0 || self.may_be_typed(word, apart) {
            self.may_be.push(word.may(OTHERWISE));
            return;
        }
        let (finder, least) = (self.finder, self.least);
        let pattern = word.sign & signs::WILD != 0;
        let own = match pattern {
            true => self.patterns.get_or_insert_with(|| Heard::of_patterns(finder, &self.word.heard, least)),
            false => &mut self.own,
        };
        let compound = self.compound.as_mut().map(|one| match pattern {
            true => one.patterns.get_or_insert_with(|| Heard::of_patterns(finder, &one.stem.heard, least)),
            false => &mut one.heard,
        });
        for heard in [own].into_iter().chain(compound) {
            heard.add(word, OTHERWISE, all, word.core.heard(word.place));
            if let Some(left) = word.left {
                heard.add(word, OTHERWISE, all, left.heard);
            }
        }
    }

    /// Whether a word may be this one, mistyped by two slips.
    #[inline]
    fn may_be_typed(&self, word: &Glance, apart: usize) -> bool {
        let Some((slipped, letters_apart)) = &self.slipped else { return false };
        let text = || self.finder.image.words().get(word.core.number(word.place) as usize);
        letters_apart.contains(&apart) && slipped.may_be(text(), 2)
    }

    /// Whether both words are names that many bear, or of two known fathers: these are two however alike.
    fn is_of_another_family(&self, number: u32, seen: &mut Seen) -> bool {
        let families = &self.word.families;
        !families.is_empty()
            && same_original(families, &seen.word(self.finder, number).families) == Some(false)
    }

    /// How alike a word is by its spelling, in each of these ways, which are told together in `ways`; 0 where less
    /// than what is asked.
    fn alike(&mut self, some: &[May], ways: u8, seen: &mut Seen) -> i64 {
        let (lexicon, image) = (self.finder.lexicon, self.finder.image);
        let (mut room, mut more_room) = ([0; MOST_SOUNDS], [0; MOST_SOUNDS]);
        let (core, place) = (Core::of(image.cores(), some[0].core), usize::from(some[0].place));
        let (number, sign) = (some[0].number, core.sign(place));
        let heard = core.heard(place).sounds(image.cores(), &mut room);
        let left = core.left_of(place);
        let left = left.map(|left| (i64::from(left.most), left.heard.sounds(image.cores(), &mut more_room)));
        let near = |this: &Spelled| this.is_outline_near(heard, left.map(|(_, left)| left));
        if ways & OTHERWISE != 0 || self.word.is_wild {
            return match self.word.is_wild || sign & signs::WILD != 0 || near(self) {
                true => lexicon.spelled(self.word, &seen.word(self.finder, number), Some(true)),
                false => 0,
            };
        }
        let mut best = 0;
        for May { way, cost, .. } in some {
            let alike = match (*way, &mut self.compound, left) {
                (SOUNDS, ..) => self.own.listener.similarity(heard, *cost),
                (TYPED, ..) => lexicon.typed(self.word.text.as_bytes(), image.words().get(number as usize)),
                (OF_STEM, Some(compound), _) => {
                    compound.stem.most.min(compound.heard.listener.similarity(heard, *cost))
                }
                (LEFT, _, Some((most, left))) => most.min(self.own.listener.similarity(left, *cost)),
                _ => 0,
            };
            best = best.max(alike);
        }
        match best >= self.least && near(self) {
            true => best.min(lexicon.weights.rules.sounded), // only equal words are equal
            false => 0,
        }
    }

    /// Whether outlines meet: of the words, or of what is left of them where either is a compound.
    fn is_outline_near(&self, heard: &[u8], left: Option<&[u8]>) -> bool {
        let lexicon = self.finder.lexicon;
        let stem = self.compound.as_ref().map(|compound| &*compound.stem.outline);
        let own = &self.word.outline;
        lexicon.is_outline_near(own, heard)
            || (stem.is_some() || left.is_some())
                && lexicon.is_outline_near(stem.unwrap_or(own), left.unwrap_or(heard))
    }
}

/// The signs of words of which more than sounds and letters settles how alike they are to a word: one of the two
/// is a compound and the other as well, or begins or ends as a half does, or what is left is known on both
/// sides.
fn settled_otherwise(word: &Word, plain: bool) -> u32 {
    match &word.stem {
        Some(stem) if stem.originals.is_empty() => signs::LIKE_HALF | signs::HALF,
        Some(_) => signs::LIKE_HALF | signs::HALF | signs::KNOWN,
        None if !plain => signs::HALF,
        None if !word.originals.is_empty() => signs::STEM_KNOWN,
        None => 0,
    }
}

/// The signs of words that may be like a word by more than their sounds, or by those of other shares of them: they
/// are known as it is, or one of the two has several halves.
fn untold(lexicon: &Lexicon, word: &Word) -> u32 {
    let known =
        !word.originals.is_empty() || word.stem.as_ref().is_some_and(|stem| !stem.originals.is_empty());
    let several = lexicon.has_several_halves(&word.text);
    let some = signs::SEVERAL | if known { signs::KNOWN | signs::STEM_KNOWN } else { 0 };
    if several {
        u32::MAX
    } else {
        some
    }
}
