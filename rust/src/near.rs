//! Tell of some words at once which may be alike to a word, before any is compared in full.
//!
//! Guarantee: none is passed over that `Lexicon::pair` finds as alike as is asked. Words may be alike in several ways;
//! where no other way is open (see `Lexicon::may_be_alike_unheard`), they are no more alike than their sounds
//! are, and what these cost at least is told of many at once (see `lanes`).

use crate::edits::Slipped;
use crate::ladder::Most;
use crate::lanes::{Cost, Lanes};
use crate::lexicon::{Lexicon, Word};
use crate::likeness::{is_one_the_others_shorthand, read_as_one};
use crate::sieve::Listed;

/// A word that another may be alike to, and how alike it is to be.
pub struct Other<'a> {
    pub listed: &'a Listed,
    pub least: i64,
    /// Whether it may be alike by its syllables.
    pub spoken: bool,
    /// Whether it is alike by how it sounds or not at all.
    pub heard: bool,
}

/// Leave of some words those that may be as alike to one as is asked; `lanes` are used again.
pub fn keep_near(lexicon: &Lexicon, word: &Word, some: &mut Vec<Other>, lanes: &mut Lanes) {
    let Some(least) = some.iter().map(|other| other.least).min() else { return };
    let most = |least: i64| Most { weight: word.weight, least };
    let table = lexicon.costs.beside(&word.heard);
    lanes.start(table, &word.heard, most(least).of(word.weight));
    let slipped = Slipped::of(word.text.as_bytes());
    for other in &mut *some {
        let theirs = &other.listed.word;
        other.heard =
            other.heard && !lexicon.may_be_alike_unheard(word, theirs, &slipped, other.listed.letters);
        if other.heard {
            lanes.add(&theirs.heard, 0, theirs.heard.len());
        }
    }
    let mut costs = lanes.least();
    some.retain(|other| {
        let near = |cost: Cost| cost.least <= most(other.least).of(other.listed.word.weight);
        !other.heard || costs.next().is_none_or(near)
    });
}

impl Lexicon {
    /// Whether two different words may be alike by more than how all of their sounds are, whatever consonants and
    /// syllables they share; `slipped` is the first, `letters` are the second's.
    fn may_be_alike_unheard(&self, first: &Word, second: &Word, slipped: &Slipped, letters: u64) -> bool {
        let both = |one: fn(&Word) -> bool| one(first) && one(second);
        let either = |one: fn(&Word) -> bool| one(first) || one(second);
        let (longest, shortest) = match first.text.len() < second.text.len() {
            true => (second.text.len(), first.text.len()),
            false => (first.text.len(), second.text.len()),
        };
        let most = if longest as i64 >= self.weights.rules.typed_two { 2 } else { 1 };
        both(|word| !word.originals.is_empty())
            || both(|word| !word.nicknames.is_empty())
            || read_as_one(first, second)
            || either(|word| word.is_wild || word.stem.is_some())
            || is_one_the_others_shorthand(first, second)
            || first.begins(second)
            || second.begins(first)
            || longest - shortest <= most
                && slipped.may_have(letters, most)
                && slipped.may_be(second.text.as_bytes(), most)
    }
}
