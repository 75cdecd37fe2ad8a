//! Words by their consonants, as an image keeps them: one after the other what is looked at together.
//!
//! A core is of words whose consonants are of the same classes. Words are numbered core by core, so that most
//! cores are one run of numbers. Bytes of a core: how many words; the most sounds that one has, with a mark where
//! their numbers are one run; how many are Arabic compounds. Then by word its number (of one run the first alone),
//! its sign, how many sounds it has, its sounds, in as much room as the most take. Of compounds then: the most
//! sounds of what is left of one; by compound the most it is like others, how many sounds are left, and these.

use crate::signs::HALF;

/// What is left of an Arabic compound.
#[derive(Clone, Copy)]
pub struct Left {
    /// The most the compound is like a word that has none of its halves.
    pub most: u32,
    pub heard: Heard,
}

/// Sounds, by where they are among all cores' bytes, and how many.
pub type Heard = (usize, usize);

/// The words of a core, by place in it.
pub struct Core<'a> {
    all: &'a [u8],
    numbers: usize,
    one_run: bool,
    signs: &'a [u8],
    lengths: &'a [u8],
    heard: usize,
    stride: usize,
    compounds: usize,
    count: usize,
}

/// Bytes of what stands before the words' numbers.
const HEAD: usize = 6;
/// Beside the most sounds that a word has: that numbers are one run.
const ONE_RUN: u16 = 1 << 15;
const NUMBER: usize = 4;
const SIGN: usize = 4;
const LENGTH: usize = 2;

impl<'a> Core<'a> {
    /// The core that begins at a place.
    pub fn of(all: &'a [u8], place: u32) -> Core<'a> {
        let place = place as usize;
        let (words, stride) = (usize::from(short(all, place)), short(all, place + 2));
        let (one_run, stride) = (stride & ONE_RUN != 0, usize::from(stride & !ONE_RUN));
        let numbers = place + HEAD;
        let signs = numbers + if one_run { NUMBER } else { NUMBER * words };
        let lengths = signs + SIGN * words;
        let heard = lengths + LENGTH * words;
        Core {
            all,
            numbers,
            one_run,
            signs: &all[signs..lengths],
            lengths: &all[lengths..heard],
            heard,
            stride,
            compounds: heard + stride * words,
            count: usize::from(short(all, place + 4)),
        }
    }

    /// The signs of its words, in order.
    pub fn signs(&self) -> impl Iterator<Item = u32> + 'a {
        self.signs.chunks_exact(SIGN).map(|one| long(one, 0))
    }

    /// The sign of a word.
    pub fn sign(&self, word: usize) -> u32 {
        long(self.signs, SIGN * word)
    }

    /// The number of a word.
    pub fn number(&self, word: usize) -> u32 {
        match self.one_run {
            true => long(self.all, self.numbers).wrapping_add(word as u32),
            false => long(self.all, self.numbers + NUMBER * word),
        }
    }

    /// The sounds of a word.
    pub fn heard(&self, word: usize) -> Heard {
        (self.heard + self.stride * word, usize::from(short(self.lengths, LENGTH * word)))
    }

    /// What is left of a compound, by how many compounds are before it.
    pub fn left(&self, compound: usize) -> Left {
        let stride = usize::from(short(self.all, self.compounds));
        let told = self.compounds + 2;
        let (at, heard) = (told + 6 * compound, told + 6 * self.count + stride * compound);
        Left { most: long(self.all, at), heard: (heard, usize::from(short(self.all, at + 4))) }
    }

    /// What is left of a word, where it is a compound.
    pub fn left_of(&self, word: usize) -> Option<Left> {
        let is_compound = |sign: &u32| sign & HALF != 0;
        let before = || self.signs().take(word).filter(is_compound).count();
        is_compound(&self.sign(word)).then(|| self.left(before()))
    }
}

fn short(all: &[u8], at: usize) -> u16 {
    let bytes = &all[at..at + 2];
    u16::from_le_bytes([bytes[0], bytes[1]])
}

fn long(all: &[u8], at: usize) -> u32 {
    let bytes = &all[at..at + 4];
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// A word as a core is written of it: its number, its sign, its sounds; of a compound the most it is like others,
/// and the sounds of what is left of it.
pub type Given<'a> = (u32, u32, &'a [u8], Option<(u32, &'a [u8])>);

/// Words that a core has at the most; of more, more cores are made.
pub const MOST: usize = u16::MAX as usize;

/// Add the bytes of a core of words, in the order of their numbers.
pub fn write(words: &[Given], all: &mut Vec<u8>) {
    let left: Vec<(u32, &[u8])> = words.iter().filter_map(|word| word.3).collect();
    let stride = words.iter().map(|word| word.2.len()).max().unwrap_or(0);
    let one_run = words.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0);
    let mark = if one_run { ONE_RUN } else { 0 };
    for number in [words.len() as u16, stride as u16 | mark, left.len() as u16] {
        all.extend(number.to_le_bytes());
    }
    let numbered = if one_run { &words[..1.min(words.len())] } else { words };
    numbered.iter().for_each(|word| all.extend(word.0.to_le_bytes()));
    words.iter().for_each(|word| all.extend(word.1.to_le_bytes()));
    words.iter().for_each(|word| all.extend((word.2.len() as u16).to_le_bytes()));
    words.iter().for_each(|word| pad(word.2, stride, all));
    if left.is_empty() {
        return;
    }
    let stride = left.iter().map(|(_, heard)| heard.len()).max().unwrap_or(0);
    all.extend((stride as u16).to_le_bytes());
    for (most, heard) in &left {
        all.extend(most.to_le_bytes());
        all.extend((heard.len() as u16).to_le_bytes());
    }
    left.iter().for_each(|(_, heard)| pad(heard, stride, all));
}

fn pad(heard: &[u8], stride: usize, all: &mut Vec<u8>) {
    all.extend(heard);
    all.resize(all.len() + stride - heard.len(), 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_core_is_read_as_it_was_written() {
        let heard: Vec<Vec<u8>> = (0..7).map(|length| (0..length * 9).collect()).collect();
        let left = |word: usize| (word % 3 == 1).then(|| (word as u32 * 1_000, &heard[word][..word]));
        for apart in [1, 2] {
            let sign = |word: usize| word as u32 * 77 & !HALF | if word % 3 == 1 { HALF } else { 0 };
            let given: Vec<Given> = (0..heard.len())
                .map(|word| (word as u32 * apart + 5, sign(word), &*heard[word], left(word)))
                .collect();
            let mut all = vec![1, 2, 3];
            write(&given, &mut all);
            let core = Core::of(&all, 3);
            assert_eq!(core.signs().collect::<Vec<_>>(), (0..heard.len()).map(sign).collect::<Vec<_>>());
            for (word, (number, _, sounds, left)) in given.iter().enumerate() {
                let told = |(start, length): super::Heard| &all[start..start + length];
                assert_eq!((core.number(word), told(core.heard(word))), (*number, *sounds));
                let found = core.left_of(word).map(|left| (left.most, told(left.heard)));
                assert_eq!(found, *left);
            }
        }
    }
}
