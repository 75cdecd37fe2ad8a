//! Say how alike two words of names are, and by which rule: `likeness/`.

use crate::edits::{levenshtein, slips, TYPED_APART};
use crate::known_names::{meet, same_original};
use crate::languages::Spoken;
use crate::lexicon::{Lexicon, Stem, Word, OUTLINE};
use crate::pair::{Likeness, Pair, Rule, DIFFERENT, LANGUAGES};
use crate::sound_costs::Heard;
use crate::weights::FULL;
use std::borrow::Cow;

/// Letters of sh, ch and zh.
const SOUND: usize = 2;

impl Lexicon {
    /// How alike two generations are: junior may be the second of his name, not senior, nor the third.
    pub fn generations(&self, first: &str, second: &str) -> Likeness {
        let rivals = &self.handed.rivals;
        let has = |some: &Vec<String>, text: &str| some.iter().any(|one| one == text);
        let contradict = rivals.iter().any(|some| has(some, first) && has(some, second));
        let named = rivals.first().is_some_and(|some| has(some, first) || has(some, second));
        match named && !contradict {
            true => Likeness { amount: self.weights.rules.floor, rule: Rule::Synonym },
            false => DIFFERENT,
        }
    }

    /// What two words are to each other; `languages` are those that their names may be in.
    ///
    /// `keyed`: whether they are known to share consonants (None: not yet asked).
    pub fn pair(&self, first: &Word, second: &Word, languages: Spoken, keyed: Option<bool>) -> Pair {
        if first.text == second.text {
            return Pair::SAME;
        }
        let mut found = self.of_words(first, second, keyed);
        for (place, one) in LANGUAGES.into_iter().enumerate() {
            if languages.has(one) {
                let agreement = self.languages.agreement(&first.text, &second.text, one);
                let most = self.weights.rules.sounded as u32; // only equal words are equal
                found.set_in_language(place, ((agreement * FULL as f64).round_ties_even() as u32).min(most));
            }
        }
        // Who is compared as Chinese here may be compared as spelled in pinyin in the end; who shares no syllables
        // in any spelling shares none in this.
        let may_share = match languages.has(Spoken::CHINESE) {
            true => found.is_alike_in(Spoken::CHINESE),
            false => languages.has(Spoken::PINYIN),
        };
        if may_share {
            let agreement = self.languages.agreement(&first.text, &second.text, Spoken::PINYIN);
            found.set_in_pinyin(agreement > 0.0);
        }
        found
    }

    fn of_words(&self, first: &Word, second: &Word, keyed: Option<bool>) -> Pair {
        let rules = &self.weights.rules;
        let same = same_original(&first.originals, &second.originals);
        let is_shorthand = is_one_the_others_shorthand(first, second);
        let found = |amount: i64, rule| Pair::of(amount, rule, is_shorthand);
        if same == Some(true) && rules.known > 0 {
            return found(rules.known, Rule::Romanisation);
        }
        if rules.nickname > 0 && meet(&first.nicknames, &second.nicknames) {
            return found(rules.nickname, Rule::Nickname);
        }
        if same_original(&first.families, &second.families) == Some(false)
            || self.known.is_of_a_woman(first, second)
            || self.known.is_of_a_woman(second, first)
        {
            return found(0, Rule::Spelling);
        }
        if same == Some(false) {
            let usual = first.is_usual && second.is_usual; // Hasan and Husain; Nikolah is Nikolay mistyped
            let slipped = Some(self.slipped(first, second)).filter(|alike| !usual && *alike >= rules.floor);
            return found(slipped.unwrap_or(0), Rule::Spelling);
        }
        let scanned = if read_as_one(first, second) { rules.scanned } else { 0 };
        let short = match (is_shorthand, first.is_told_by_consonants()) {
            (false, _) => 0,
            (true, true) => rules.shorthand,
            (true, false) => rules.shorthand_of_two,
        };
        let best =
            scanned.max(short).max(self.slipped(first, second)).max(self.spelled(first, second, keyed));
        match best < rules.floor && (self.is_cut(first, second) || self.is_cut(second, first)) {
            true => found(rules.cut, Rule::Cut),
            false => found(best, Rule::Spelling),
        }
    }

    /// `likeness/_cut.py`: the other is a word cut off, of which no other family's name is made.
    fn is_cut(&self, word: &Word, other: &Word) -> bool {
        let ends =
            |behind: &[u8]| self.handed.family_endings.iter().any(|ending| ending.as_bytes() == behind);
        let (word_text, at) = (word.text.as_bytes(), other.text.len());
        word.begins(other) && !ends(&word_text[at..]) && !ends(&word_text[at.saturating_sub(SOUND)..])
    }

    /// `likeness/_slips.py`: one slip of the pen.
    fn slipped(&self, first: &Word, second: &Word) -> i64 {
        let (a, b) = (first.text.as_bytes(), second.text.as_bytes());
        let (longest, rules) = (a.len().max(b.len()) as i64, &self.weights.rules);
        if longest < rules.swapped || slips(a, b, 1) != Some(1) {
            return 0;
        }
        let sorted = |word: &[u8]| {
            let mut letters = word.to_vec();
            letters.sort_unstable();
            letters
        };
        if a.len() == b.len() && sorted(a) == sorted(b) {
            return FULL - self.takes(a, b) / longest / 2; // two neighbours swapped: no letter is another
        }
        match longest >= rules.typed_one {
            true => FULL - self.takes(a, b) / longest,
            false if a.len() == b.len() && a[0] == b[0] => rules.slip_in_short,
            false => 0,
        }
    }

    /// What a slip takes of two words: less where they are long and begin alike, as most mistyped do.
    fn takes(&self, first: &[u8], second: &[u8]) -> i64 {
        let rules = &self.weights.rules;
        let long = first.len().min(second.len()) as i64 >= rules.slip_letters;
        match long && first.first() == second.first() {
            true => rules.slip,
            false => FULL,
        }
    }

    /// Whether a word's outline is near enough to that of some sounds, which are no pattern without vowels.
    pub fn is_outline_near(&self, outline: &[u8], heard: &[u8]) -> bool {
        let mut other = [0; OUTLINE];
        let length = self.outline_into(heard, &mut other);
        reaches(outline, &other[..length], self.handed.outlines_alike)
    }

    /// Whether a word of so many letters may be another, mistyped in a way that its keys do not tell (by two
    /// slips), and be `least` alike to it.
    pub fn may_be_typed(&self, letters: usize, apart: usize, least: i64) -> bool {
        let longest = (letters + apart) as i64;
        longest >= self.weights.rules.typed_two
            && apart <= TYPED_APART
            && FULL - 2 * self.weights.rules.slip / longest >= least
    }

    /// How alike two words are where one is the other mistyped.
    pub fn typed(&self, first: &[u8], second: &[u8]) -> i64 {
        let longest = first.len().max(second.len()) as i64;
        let allowed = match longest {
            _ if longest >= self.weights.rules.typed_two => 2,
            _ if longest >= self.weights.rules.typed_one => 1,
            _ => return 0,
        };
        match slips(first, second, allowed) {
            Some(edits) => FULL - edits as i64 * self.takes(first, second) / longest,
            None => 0,
        }
    }

    /// `likeness/_spelling.py`: they sound nearly alike, or were mistyped, and share firm consonants.
    pub fn spelled(&self, first: &Word, second: &Word, keyed: Option<bool>) -> i64 {
        if !self.outlines_meet(first, second)
            || !keyed.unwrap_or_else(|| self.share_consonants(first, second))
        {
            return 0;
        }
        let best =
            self.typed(first.text.as_bytes(), second.text.as_bytes()).max(self.romanised(first, second));
        best.min(self.weights.rules.sounded)
    }

    fn outlines_meet(&self, first: &Word, second: &Word) -> bool {
        let wild = first.is_wild || second.is_wild;
        if self.near(&first.outline, &second.outline, wild) {
            return true;
        }
        if first.stem.is_none() && second.stem.is_none() {
            return false;
        }
        self.near(first.stem_outline(), second.stem_outline(), wild)
    }

    fn near(&self, first: &[u8], second: &[u8], wild: bool) -> bool {
        if wild {
            let bare =
                |outline: &[u8]| outline.iter().copied().filter(|mark| *mark != b'a').collect::<Vec<u8>>();
            return reaches(&bare(first), &bare(second), self.handed.outlines_without_vowels_alike);
        }
        reaches(first, second, self.handed.outlines_alike)
    }

    /// `romanised_similarity`: how alike two words are as spellings of one original.
    fn romanised(&self, first: &Word, second: &Word) -> i64 {
        let known = same_original(&first.originals, &second.originals);
        let whole = self.settled(self.costs.similarity(&first.heard, &second.heard), known);
        if first.stem.is_none() && second.stem.is_none() {
            return whole;
        }
        match (&first.stem, &second.stem) {
            (Some(stem), None) if self.lacks_all_halves(&second.text) => {
                return whole.max(self.halved(stem, second));
            }
            (None, Some(stem)) if self.lacks_all_halves(&first.text) => {
                return whole.max(self.halved(stem, first));
            }
            _ => {}
        }
        let (a, b, most) = self.cores(&first.text, &second.text);
        if a.len() == first.text.len() && b.len() == second.text.len() {
            return whole;
        }
        let core = self.plain_similarity((first, a), (second, b));
        match most {
            FULL => core,
            _ => whole.max(most.min(core)),
        }
    }

    /// How alike an Arabic compound is to a word that has none of its halves, by what is left of it.
    fn halved(&self, stem: &Stem, other: &Word) -> i64 {
        let known = same_original(&stem.originals, &other.originals);
        stem.most.min(self.settled(self.costs.similarity(&stem.heard, &other.heard), known))
    }

    /// How alike two words are by what is left of each.
    fn plain_similarity(&self, first: (&Word, &str), second: (&Word, &str)) -> i64 {
        let (mine, theirs) = (self.left_of(first), self.left_of(second));
        self.settled(self.costs.similarity(&mine.0, &theirs.0), same_original(mine.1, theirs.1))
    }

    /// The sounds of what is left of a word, and what it is known as: most often of all of it, or of its stem.
    fn left_of<'a>(&'a self, (word, left): (&'a Word, &str)) -> (Cow<'a, Heard>, &'a [u16]) {
        match &word.stem {
            _ if left.len() == word.text.len() => (Cow::Borrowed(&word.heard), &word.originals),
            Some(stem) if *left == *stem.text => (Cow::Borrowed(&stem.heard), &stem.originals),
            _ => {
                let sounds = self.sounds.sounds(left);
                (Cow::Owned(self.costs.heard(&sounds)), self.known.originals_of(left, &sounds))
            }
        }
    }

    fn settled(&self, alike: i64, known: Option<bool>) -> i64 {
        match known {
            None => alike,
            Some(true) => alike.max(self.handed.known_same),
            Some(false) => alike.min(self.handed.known_different),
        }
    }

    /// The words without the half of an Arabic compound they share, and the most their likeness may be.
    fn cores<'a>(&self, mut first: &'a str, mut second: &'a str) -> (&'a str, &'a str, i64) {
        let mut most = FULL;
        for half in &self.halves {
            let (a, b) = (half.stripped(first), half.stripped(second));
            if !half.is_enough(a) || !half.is_enough(b) {
                continue;
            }
            let lacking = u8::from(a.len() == first.len()) + u8::from(b.len() == second.len());
            if lacking == 1 || (lacking == 0 && !half.article) {
                if lacking == 1 {
                    most = most.min(half.missing);
                }
                (first, second) = (a, b);
            }
        }
        (first, second, most)
    }
}

impl Word {
    fn stem_outline(&self) -> &[u8] {
        self.stem.as_ref().map_or(&self.outline, |stem| &stem.outline)
    }
}

pub fn read_as_one(first: &Word, second: &Word) -> bool {
    matches!((&first.scanned, &second.scanned), (Some(a), Some(b)) if a == b)
}

pub fn is_one_the_others_shorthand(first: &Word, second: &Word) -> bool {
    (first.is_shorthand || second.is_shorthand) && first.shorthand == second.shorthand
}

/// Whether `(longest - edits) / longest` is at least `share / whole`.
fn reaches(first: &[u8], second: &[u8], (share, whole): (usize, usize)) -> bool {
    let longest = first.len().max(second.len());
    let shortest = first.len().min(second.len());
    // Each letter more is an edit: most pairs need no alignment.
    if shortest * whole < share * longest {
        return false;
    }
    (longest - levenshtein(first, second)) * whole >= share * longest
}
