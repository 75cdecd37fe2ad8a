//! How many edits make one word of another: what `rapidfuzz.distance` counts in the reference.

/// Letters of the longest words that are counted on the stack.
const SHORT: usize = 48;

/// The distance of Levenshtein: letters changed, added and left out.
pub fn levenshtein(first: &[u8], second: &[u8]) -> usize {
    let (first, second) = without_ends(first, second);
    if first.is_empty() || second.is_empty() {
        return first.len().max(second.len());
    }
    let mut short = [0u16; SHORT + 1];
    let mut long = Vec::new();
    let row: &mut [u16] = match second.len() <= SHORT {
        true => &mut short[..=second.len()],
        false => {
            long.resize(second.len() + 1, 0);
            &mut long
        }
    };
    (0..).zip(row.iter_mut()).for_each(|(at, cell)| *cell = at);
    for letter in first {
        let mut diagonal = row[0];
        row[0] += 1;
        for (at, other) in second.iter().enumerate() {
            let swapped = diagonal + u16::from(letter != other);
            diagonal = row[at + 1];
            row[at + 1] = swapped.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[second.len()] as usize
}

/// What is left of two words without what they begin and end with alike.
fn without_ends<'a>(first: &'a [u8], second: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let head = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let (first, second) = (&first[head..], &second[head..]);
    let tail = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
    (&first[..first.len() - tail], &second[..second.len() - tail])
}

/// The same where two neighbours swapped are one edit more that is known (optimal string alignment), counted
/// up to `most`; None beyond.
pub fn slips(first: &[u8], second: &[u8], most: usize) -> Option<usize> {
    let (first, second) = without_ends(first, second);
    if first.len().abs_diff(second.len()) > most {
        return None;
    }
    if first.is_empty() || second.is_empty() {
        return Some(first.len().max(second.len()));
    }
    let found = match most {
        0 => return None,
        1 => one_slip(first, second),
        _ => aligned(first, second),
    };
    (found <= most).then_some(found)
}

/// 1 for words without common ends that one slip makes of each other, else 2.
fn one_slip(first: &[u8], second: &[u8]) -> usize {
    let swapped = first.len() == 2 && second.len() == 2 && first[0] == second[1] && first[1] == second[0];
    let changed = first.len() == 1 && second.len() == 1;
    if swapped || changed {
        1
    } else {
        2
    }
}

fn aligned(first: &[u8], second: &[u8]) -> usize {
    let width = second.len() + 1;
    let mut rows = [vec![0usize; width], (0..width).collect(), vec![0; width]];
    for i in 1..=first.len() {
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..width {
            let swapped = last[j - 1] + usize::from(first[i - 1] != second[j - 1]);
            row[j] = swapped.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        rows.rotate_left(1);
    }
    rows[1][second.len()]
}

/// The most letters that a word is longer or shorter than another that two slips make of it.
pub const TYPED_APART: usize = 2;

/// A word, ready to be told from others that slips do not make of it: `slips` a bit a letter (Hyyrö 2003).
pub struct Slipped {
    /// By letter, the places where it stands.
    places: [u64; 128],
    length: usize,
    letters: u64,
}

/// Which letters stand in a word, a bit for those that share it: a slip changes two of them at the most.
pub fn letters_in(word: &[u8]) -> u64 {
    word.iter().fold(0, |letters, letter| letters | 1 << (letter % 64))
}

impl Slipped {
    /// A word of small letters and digits.
    pub fn of(word: &[u8]) -> Slipped {
        let mut places = [0; 128];
        for (place, letter) in word.iter().enumerate().take(64) {
            places[usize::from(*letter) % 128] |= 1 << place;
        }
        Slipped { places, length: word.len(), letters: letters_in(word) }
    }

    /// Whether so many slips may make a word with some letters of this one.
    pub fn may_have(&self, letters: u64, most: usize) -> bool {
        (self.letters ^ letters).count_ones() as usize <= 2 * most
    }

    /// Whether so many slips may make a word of this one; true where it cannot be told.
    pub fn may_be(&self, other: &[u8], most: usize) -> bool {
        if self.length == 0 || self.length > 64 {
            return true;
        }
        let (mut above, mut below, mut diagonal, mut before) = (!0u64, 0u64, 0u64, 0u64);
        let (mut slips, last) = (self.length, 1u64 << (self.length - 1));
        for letter in other {
            let here = self.places[usize::from(*letter) % 128];
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & above).wrapping_add(above) ^ above) | here | below | swapped;
            let (more, fewer) = (below | !(diagonal | above), diagonal & above);
            slips += usize::from(more & last != 0);
            slips -= usize::from(fewer & last != 0);
            let (more, fewer) = (more << 1 | 1, fewer << 1);
            above = fewer | !(diagonal | more);
            below = more & diagonal;
            before = here;
        }
        slips <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_told_apart_that_slips_make() {
        let word = |number: usize| {
            let letters = (0..number % 7).map(|place| b"ab\x63"[number / 7 / 3usize.pow(place as u32) % 3]);
            letters.collect::<Vec<u8>>()
        };
        for (first, second) in (0..900).flat_map(|one| (0..900).map(move |other| (one * 5, other * 7))) {
            let (first, second) = (word(first), word(second));
            let ready = Slipped::of(&first);
            let may = ready.may_be(&second, 2) && ready.may_have(letters_in(&second), 2);
            assert!(may || slips(&first, &second, 2).is_none(), "{first:?} {second:?}");
        }
    }
}
