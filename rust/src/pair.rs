//! What two words of names are to each other: how alike, by which rule, in which language.

use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::weights::FULL;

/// The rule two words met by, as far as it changes a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Same,
    Spelling,
    Romanisation,
    Nickname,
    Initial,
    Cut,
    Joined,
    Synonym,
    Abbreviation,
}

impl Rule {
    /// All rules, in the order of their numbers.
    const ALL: [Rule; 8] = [
        Rule::Same,
        Rule::Spelling,
        Rule::Romanisation,
        Rule::Nickname,
        Rule::Initial,
        Rule::Cut,
        Rule::Joined,
        Rule::Synonym,
    ];

    /// The rule as Python writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Rule::Same => "same",
            Rule::Spelling => "spelling",
            Rule::Romanisation => "romanisation",
            Rule::Nickname => "nickname",
            Rule::Initial => "initial",
            Rule::Cut => "cut",
            Rule::Joined => "joined",
            Rule::Synonym => "synonym",
            Rule::Abbreviation => "abbreviation",
        }
    }
}

/// How alike two words are, in millionths, and the rule that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    pub amount: i64,
    pub rule: Rule,
}

/// Two words that do not meet; by which rule means nothing.
pub const DIFFERENT: Likeness = Likeness { amount: 0, rule: Rule::Spelling };
pub const SAME: Likeness = Likeness { amount: FULL, rule: Rule::Same };

/// The languages of syllables that words are compared in, by their place in [`Pair::syllables`].
pub const LANGUAGES: [Spoken; 3] = [Spoken::BURMESE, Spoken::CHINESE, Spoken::KOREAN];

/// All that two words are to each other, whatever the languages of their names; packed, since many are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// How alike they are by letters, by which rule, and whether one is the other without its vowels.
    letters: u32,
    /// How alike they are in each of the languages of syllables.
    syllables: [u32; 2],
}

/// Bits of an amount, which is no more than `FULL`.
const AMOUNT: u32 = 20;
const AMOUNTS: u32 = (1 << AMOUNT) - 1;
const SHORTHAND: u32 = 1 << 31;
/// Behind the amounts in three languages: whether the words are the same syllables in pinyin.
const PINYIN: u32 = 1 << 31;

impl Pair {
    /// Two equal words.
    pub const SAME: Pair = Pair::of(FULL, Rule::Same, false);
    /// Two words of which nothing is alike.
    pub const DIFFERENT: Pair = Pair::of(0, Rule::Spelling, false);

    pub const fn of(amount: i64, rule: Rule, is_shorthand: bool) -> Pair {
        let shorthand = if is_shorthand { SHORTHAND } else { 0 };
        Pair { letters: amount as u32 | (rule as u32) << AMOUNT | shorthand, syllables: [0; 2] }
    }

    fn rule(&self) -> Rule {
        Rule::ALL[((self.letters & !SHORTHAND) >> AMOUNT) as usize]
    }

    fn by_letters(&self) -> Likeness {
        Likeness { amount: i64::from(self.letters & AMOUNTS), rule: self.rule() }
    }

    fn is_shorthand(&self) -> bool {
        self.letters & SHORTHAND != 0
    }

    /// How alike they are in the language at a place.
    fn in_language(&self, place: usize) -> u32 {
        let all = u64::from(self.syllables[1]) << 32 | u64::from(self.syllables[0]);
        (all >> (AMOUNT as usize * place)) as u32 & AMOUNTS
    }

    /// Whether they are alike at all in one of the languages of syllables.
    pub fn is_alike_in(&self, one: Spoken) -> bool {
        LANGUAGES.iter().position(|known| *known == one).is_some_and(|place| self.in_language(place) > 0)
    }

    /// Take up how alike they are in the language at a place, which is said once.
    pub fn set_in_language(&mut self, place: usize, amount: u32) {
        let added = u64::from(amount & AMOUNTS) << (AMOUNT as usize * place);
        self.syllables[0] |= added as u32;
        self.syllables[1] |= (added >> 32) as u32;
    }

    /// Take up whether they are the same syllables in pinyin, which is said once.
    pub fn set_in_pinyin(&mut self, same: bool) {
        self.syllables[1] |= if same { PINYIN } else { 0 };
    }

    /// Whether the words are equal.
    pub fn is_same(&self) -> bool {
        self.rule() == Rule::Same
    }

    /// Two words that are alike by spelling alone.
    pub fn spelled(amount: i64) -> Pair {
        Pair::of(amount, Rule::Spelling, false)
    }

    /// How alike two words are of names that may both be in `common` languages of syllables.
    pub fn likeness(&self, lexicon: &Lexicon, common: Spoken) -> Likeness {
        let rules = &lexicon.weights.rules;
        let letters = self.by_letters();
        let found = match common {
            _ if letters.rule == Rule::Same => return letters,
            Spoken::NONE => letters,
            _ => self.of_syllables(lexicon, letters, common),
        };
        match found.amount >= rules.floor {
            true => found,
            false => DIFFERENT,
        }
    }

    fn of_syllables(&self, lexicon: &Lexicon, letters: Likeness, common: Spoken) -> Likeness {
        let rules = &lexicon.weights.rules;
        let spoken = LANGUAGES.iter().enumerate().filter(|(_, one)| common.has(**one));
        let best = i64::from(spoken.map(|(place, _)| self.in_language(place)).max().unwrap_or(0));
        let in_pinyin = common.has(Spoken::PINYIN) && self.syllables[1] & PINYIN != 0;
        let best = if in_pinyin { best.max(rules.sounded) } else { best };
        // Syllables are short and full of y and w: that they share these is no sign of vowels left out, nor is one
        // that begins another a sign of anything.
        let apart = self.is_shorthand() || letters.rule == Rule::Cut;
        let across = match !apart && letters.amount >= rules.close {
            true => letters.amount * rules.across_syllables / FULL,
            false => 0,
        };
        match across > best {
            true => Likeness { amount: across, rule: letters.rule },
            false => Likeness { amount: best, rule: Rule::Romanisation },
        }
    }

    /// The most alike the two words are, whichever of a name's languages are shared.
    pub fn most(&self, lexicon: &Lexicon, languages: Spoken) -> i64 {
        let plain = self.likeness(lexicon, Spoken::NONE).amount;
        match languages {
            Spoken::NONE => plain,
            _ => plain.max(self.likeness(lexicon, languages).amount),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_what_was_said() {
        for (number, rule) in (0..).zip(Rule::ALL) {
            let amounts = [0, 1, 700_000 + number, FULL];
            for (amount, shorthand) in amounts.into_iter().flat_map(|one| [(one, false), (one, true)]) {
                let mut pair = Pair::of(amount, rule, shorthand);
                let spoken = [995_000, amount as u32, 3];
                spoken.iter().enumerate().for_each(|(place, one)| pair.set_in_language(place, *one));
                assert_eq!(pair.by_letters(), Likeness { amount, rule });
                assert_eq!(pair.is_shorthand(), shorthand);
                assert_eq!([0, 1, 2].map(|place| pair.in_language(place)), spoken);
            }
        }
    }
}
