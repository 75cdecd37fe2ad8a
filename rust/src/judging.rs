//! How a subject compares with the names of one party, directly: `judge` of `matching/party.py`, scores alone.

use crate::alignment::Comparer;
use crate::comparison::{Book, Compared};
use crate::ledger::{score_of, Sums};
use crate::part::Kind;
use crate::prepared::PreparedName;
use crate::search::AskedName;
use crate::weights::FULL;
use crate::written::Reader;
use std::borrow::Cow;
use std::rc::Rc;

/// Below this two of a party's names are not one name and a fuller form of it.
const ONE_NAME: f64 = 0.5;

impl Reader {
    /// The score of a subject with those of a party's names that agree best; exact where
    /// nothing but names and kinds is compared, else the most that it may be.
    pub fn best(&self, asked: &[AskedName], names: &[PreparedName]) -> f64 {
        let (mut best, book) = (0.0_f64, Rc::default());
        for one in asked {
            for score in self.scores_of_name(one, names, &book) {
                best = best.max(score);
                if best >= 1.0 {
                    return best; // nothing agrees better than what is equal
                }
            }
        }
        best
    }

    fn scores_of_name<'a>(
        &'a self,
        asked: &'a AskedName,
        names: &'a [PreparedName],
        book: &Rc<Book>,
    ) -> impl Iterator<Item = f64> + 'a {
        let comparer = Comparer { lexicon: &self.lexicon, kind: asked.how.kind };
        let compared = move |name: &PreparedName| {
            let words = comparer.of_book(book, &asked.name, name);
            comparer.compared(&asked.name, name, &words, asked.how.weighed_as)
        };
        let all: Vec<Option<Compared>> = names.iter().map(compared).collect();
        (0..names.len()).map(move |place| {
            let Some(found) = &all[place] else { return 0.0 };
            let mut against = found.sums.against;
            if asked.how.kind == Kind::Person && found.lines.left == (true, false) {
                let recorded = names[place].recorded;
                let others = all.iter().enumerate().filter_map(|(other, found)| Some((other, (*found)?)));
                let others = others.filter(|(other, _)| names[*other].recorded != recorded);
                against += comparer.fuller(&names[place], others, |other| Cow::Borrowed(&names[other]));
            }
            let sums = asked.how.beside.added(&self.lexicon, Sums { against, ..found.sums });
            score_of(sums, self.lexicon.weights.kind(asked.how.weighed_as))
        })
    }
}

impl Comparer<'_> {
    /// What a party's fuller names say against a subject that the shorter one `short` fits: `_fuller_lines`.
    ///
    /// `others`: the party's names that are no form of the same recorded one, and how each compares with the
    /// subject's; `name` gives them.
    pub fn fuller<'n>(
        &self,
        short: &PreparedName,
        others: impl Iterator<Item = (usize, Compared)>,
        name: impl Fn(usize) -> Cow<'n, PreparedName>,
    ) -> i64 {
        let share = self.lexicon.weights.kind(Kind::Person).fuller_name;
        let mut worst = 0;
        for (other, found) in others {
            let amount = found.lines.lesser_left * share / FULL;
            let contradicts = found.lines.left == (true, true) && amount > worst;
            if contradicts && self.is_fuller(short, &name(other)) {
                worst = amount;
            }
        }
        worst
    }

    /// Whether the second name has all that the first has, and a word more.
    fn is_fuller(&self, short: &PreparedName, full: &PreparedName) -> bool {
        let words = self.of_texts(short, full);
        let found = self.compared(short, full, &words, self.kind);
        found.is_some_and(|found| found.score >= ONE_NAME && found.lines.left == (false, true))
    }
}
