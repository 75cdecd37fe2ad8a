//! What two readings of names give to the ledger, added up: `matching/_lines.py`.

use crate::alignment::{Comparer, Met, Words};
use crate::languages::Spoken;
use crate::ledger::{between, Sums};
use crate::lexicon::Lexicon;
use crate::pair::{Likeness, Rule};
use crate::part::Role;
use crate::prepared::{PreparedPart, PreparedReading};
use crate::weights::{KindWeights, FULL};

/// The sums of two readings, and what a fuller name may be held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameLines {
    pub sums: Sums,
    /// Whether words that name a bearer met nothing, of either name.
    pub left: (bool, bool),
    /// What is left over on the side with less.
    pub lesser_left: i64,
}

/// Two readings, and which of their parts met.
struct Sides<'a> {
    mine: &'a PreparedReading,
    theirs: &'a PreparedReading,
    met: &'a [Met],
    taken: (Vec<bool>, Vec<bool>),
    kind: &'a KindWeights,
    lexicon: &'a Lexicon,
}

impl Comparer<'_> {
    /// The sums of two readings by the weights `kind`; None where nothing speaks for them first.
    pub fn name_lines<W: Words>(
        &self,
        mine: &PreparedReading,
        theirs: &PreparedReading,
        words: &W,
        kind: &KindWeights,
        swapped: bool,
    ) -> Option<NameLines> {
        if mine.acronym || theirs.acronym {
            return self.acronym_lines(mine, theirs, kind);
        }
        let mut met = self.met(mine, theirs, words, swapped);
        met.sort_unstable_by_key(|one| (one.first, one.second));
        let sides = Sides::of(mine, theirs, &met, kind, self.lexicon);
        let mut sums = sides.of_met()?;
        match mine.languages.and(theirs.languages) {
            Spoken::NONE => sides.add_left_over(&mut sums, kind.conflict, kind.missing),
            _ => sides.add_left_over(&mut sums, kind.conflict_syllables, kind.missing_syllables),
        }
        for role in [Role::Number, Role::Suffix] {
            if sides.rest(0, role) && sides.rest(1, role) {
                sums.doubt += kind.other_number;
            }
        }
        if kind.only_generic != 0 {
            sums.doubt += sides.generic_doubt();
        }
        sums.doubt += sides.one_word_doubt() + sides.trade_doubt();
        Some(sides.lines(sums))
    }

    /// The sums of an acronym and a name that has it as a part, if it has.
    fn acronym_lines(
        &self,
        mine: &PreparedReading,
        theirs: &PreparedReading,
        kind: &KindWeights,
    ) -> Option<NameLines> {
        let chance = &self.lexicon.weights.chance;
        let met = [self.acronym_met(mine, theirs)?];
        let sides = Sides::of(mine, theirs, &met, kind, self.lexicon);
        let doubt = match mine.parts[met[0].first.range().start].text.len() {
            3 => chance.acronym_of_3,
            4 => chance.acronym_of_4,
            _ => chance.acronym_longer,
        };
        let mut sums = Sums { speaks_for: chance.acronym_tells, against: 0, doubt };
        sides.add_left_over(&mut sums, kind.conflict, kind.missing);
        sums.doubt += sides.one_word_doubt();
        Some(sides.lines(sums))
    }

    /// How an acronym meets a name that has it as a word of its own, if it has.
    pub fn acronym_met(&self, mine: &PreparedReading, theirs: &PreparedReading) -> Option<Met> {
        let letters = &(if mine.acronym { mine } else { theirs }).parts[0].text;
        let place = |reading: &PreparedReading| {
            let alone = reading.parts.len() == 1; // Piraeus Port is no PORT
            let own = |part: &PreparedPart| part.text == *letters && (alone || part.role == Role::Word);
            reading.parts.iter().position(own)
        };
        let like = Likeness { amount: FULL, rule: Rule::Abbreviation };
        Some(Met::of_one(place(mine)?, place(theirs)?, like, self.lexicon.weights.chance.acronym_tells))
    }
}

impl<'a> Sides<'a> {
    fn of(
        mine: &'a PreparedReading,
        theirs: &'a PreparedReading,
        met: &'a [Met],
        kind: &'a KindWeights,
        lexicon: &'a Lexicon,
    ) -> Sides<'a> {
        let mut taken = (vec![false; mine.parts.len()], vec![false; theirs.parts.len()]);
        for one in met {
            taken.0[one.first.range()].fill(true);
            taken.1[one.second.range()].fill(true);
        }
        Sides { mine, theirs, met, taken, kind, lexicon }
    }

    /// What met speaks for the two, and what of it is unlike; None unless the first line speaks for them.
    fn of_met(&self) -> Option<Sums> {
        let mut sums = Sums::default();
        for met in self.met {
            let told = met.tells * met.alike / FULL;
            let unlike = met.tells * (FULL - met.alike) / FULL * self.kind.unlike / FULL;
            if sums.speaks_for == 0 && told == 0 && unlike != 0 {
                return None;
            }
            sums.speaks_for += told;
            sums.against += unlike;
        }
        (sums.speaks_for != 0).then_some(sums)
    }

    fn side(&self, side: usize) -> (&PreparedReading, &[bool]) {
        match side {
            0 => (self.mine, &self.taken.0),
            _ => (self.theirs, &self.taken.1),
        }
    }

    /// The parts that met nothing on one side.
    fn unmet(&self, side: usize) -> impl Iterator<Item = &PreparedPart> {
        let (reading, taken) = self.side(side);
        reading.parts.iter().zip(taken).filter(|(_, taken)| !**taken).map(|(part, _)| part)
    }

    /// What is left over on one side, by what each part costs.
    fn left_by(&self, side: usize, cost: impl Fn(&PreparedPart) -> i64) -> i64 {
        self.unmet(side).map(cost).sum()
    }

    /// What is left over on either side.
    fn left(&self) -> (i64, i64) {
        let left = (self.left_by(0, |part| part.left_over), self.left_by(1, |part| part.left_over));
        if left.0 == 0 || left.1 == 0 {
            return left;
        }
        // A father's name is left out at will, but not another told instead.
        let beside = |part: &PreparedPart| match self.lexicon.is_patronymic(&part.text, part.role) {
            true => self.lexicon.left_over_beside(part.role, part.tells),
            false => part.left_over,
        };
        (self.left_by(0, beside), self.left_by(1, beside))
    }

    /// Whether a part of a role met nothing on one side.
    fn rest(&self, side: usize, role: Role) -> bool {
        self.unmet(side).any(|part| part.role == role)
    }

    /// Whether a part that names a bearer met nothing on one side, one cut off among them.
    fn naming(&self, side: usize) -> bool {
        self.unmet(side).any(|part| part.role == Role::Word || part.is_begun())
    }

    fn add_left_over(&self, sums: &mut Sums, conflict: i64, missing: i64) {
        let left = self.left();
        let (lesser, greater) = (left.0.min(left.1), left.0.max(left.1));
        sums.against += lesser * conflict / FULL + (greater - lesser) * missing / FULL;
        sums.doubt += lesser * self.kind.contradiction / FULL;
    }

    /// The doubt that no word that names a bearer met another, though something else is left over, or
    /// two letters of the one stand for words of the other.
    fn generic_doubt(&self) -> i64 {
        let says_little = |role: Role| matches!(role, Role::Particle | Role::Honorific | Role::LegalForm);
        let left = |side: usize| self.unmet(side).any(|part| !says_little(part.role));
        let any = |reading: &PreparedReading| names(reading, 0..reading.parts.len());
        let short = self.met.iter().any(|met| met.shortened && self.is_of_two_letters(met));
        match !self.met.iter().any(|met| self.is_named(met)) && (short || left(0) || left(1)) {
            false => 0,
            true if self.rest(0, Role::Word) && self.rest(1, Role::Word) => self.kind.both_named,
            true if any(self.mine) || any(self.theirs) => self.kind.only_generic,
            true => self.kind.all_generic * self.share_by_usual_words() / FULL,
        }
    }

    /// How much of that doubt stands: less, the more usual words are the same; all of it where a place or a
    /// number is left over.
    fn share_by_usual_words(&self) -> i64 {
        let elsewhere = |part: &PreparedPart| match part.role {
            Role::Number => true,
            Role::Generic => self.lexicon.handed.places.contains(&*part.text),
            _ => false,
        };
        if self.met.iter().any(|met| met.shortened) || (0..2).any(|side| self.unmet(side).any(elsewhere)) {
            return FULL;
        }
        let told = self.met.iter().map(|met| met.tells * met.alike / FULL).sum();
        between(&self.lexicon.weights.chance.usual_words, told)
    }

    /// Whether an acronym of fewer letters than one that may be a name met what it stands for.
    fn is_of_two_letters(&self, met: &Met) -> bool {
        let letters = |reading: &PreparedReading, place: usize| reading.parts[place].text.len();
        let (first, second) = (met.first.range(), met.second.range());
        let alone = match first.len() {
            1 => letters(self.mine, first.start),
            _ => letters(self.theirs, second.start),
        };
        alone < self.lexicon.handed.shortening.names
    }

    /// Whether words that name a bearer met; an acronym of some of them names none by itself.
    fn is_named(&self, met: &Met) -> bool {
        !met.shortened && names(self.mine, met.first.range()) && names(self.theirs, met.second.range())
    }

    /// The doubt that of what names a bearer only one word met, and it only sounds alike or another is left
    /// over; a share of it where the word is a common one and usual words are left over.
    fn one_word_doubt(&self) -> i64 {
        let mut named = self.met.iter().filter(|met| self.is_named(met));
        let (Some(met), None) = (named.next(), named.next()) else { return 0 };
        let left = |role: Role| self.rest(0, role) || self.rest(1, role);
        let share = if left(Role::Word) {
            FULL
        } else if left(Role::Generic) {
            between(&self.lexicon.weights.chance.common_word, met.tells)
        } else {
            0
        };
        let word = self.kind.one_word * share / FULL;
        word + if met.alike < self.lexicon.weights.rules.brand { self.kind.one_brand } else { 0 }
    }

    /// The doubt that each of two does something else, though they share a name or usual words.
    fn trade_doubt(&self) -> i64 {
        if self.kind.other_trade == 0 || !self.rest(0, Role::Generic) || !self.rest(1, Role::Generic) {
            return 0;
        }
        let named = self.met.iter().any(|met| self.is_named(met));
        let branches = if named { &self.lexicon.handed.trades } else { &self.lexicon.handed.subjects };
        let of = |side: usize| {
            let words = self.unmet(side).filter(|part| part.role == Role::Generic);
            words.filter_map(|part| branches.get(&*part.text)).collect::<Vec<&String>>()
        };
        let (mine, theirs) = (of(0), of(1));
        if mine.is_empty() || theirs.is_empty() || mine.iter().any(|one| theirs.contains(one)) {
            return 0;
        }
        let share = if named { FULL } else { self.share_by_usual_words() };
        self.kind.other_trade * share / FULL
    }

    fn lines(&self, sums: Sums) -> NameLines {
        let left = self.left();
        NameLines { sums, left: (self.naming(0), self.naming(1)), lesser_left: left.0.min(left.1) }
    }
}

/// Whether a word that names a bearer stands in one of these places.
fn names(reading: &PreparedReading, mut places: std::ops::Range<usize>) -> bool {
    places.any(|place| reading.parts[place].role == Role::Word)
}
