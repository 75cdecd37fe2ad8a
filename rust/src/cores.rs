//! Words by their consonants, as an image keeps them: one after the other what is looked at together.
//!
//! A core is of words whose consonants are of the same classes. Words are numbered core by core, so that most
//! cores are one run of numbers. Bytes of a core: how many words; the most sounds that one has, with marks where
//! their numbers are one run, and where their sounds stand in columns; how many are Arabic compounds. Then by word
//! its number (of one run the first alone) and its sign.
//!
//! In rows there follow by word how many sounds it has, and its sounds, in as much room as the most take; then the
//! most sounds of what is left of a compound; by compound the most it is like others, how many sounds are left, and
//! these. In columns, of words that are no compounds: the sign of the heaviest; then of so many words at once as
//! are aligned at once, or as many as are left, rounded up: how many sounds each has, and the sounds, place by place.

use crate::lanes::{Columns, Lane, LANES, MOST_SOUNDS};
use crate::signs::{self, HALF, WILD};

/// What is left of an Arabic compound.
#[derive(Clone, Copy)]
pub struct Left {
    /// The most the compound is like a word that has none of its halves.
    pub most: u32,
    pub heard: Heard,
}

/// Sounds, by where the first is among all cores' bytes, how far it is from each to the next, and how many.
#[derive(Clone, Copy)]
pub struct Heard {
    pub start: usize,
    pub step: usize,
    pub count: usize,
}

impl Heard {
    /// The sounds, put together here where they stand apart.
    pub fn sounds<'b>(&self, all: &'b [u8], room: &'b mut [u8; MOST_SOUNDS]) -> &'b [u8] {
        if self.step == 1 {
            return &all[self.start..self.start + self.count];
        }
        let apart = all[self.start..].iter().step_by(self.step);
        room[..self.count].iter_mut().zip(apart).for_each(|(sound, found)| *sound = *found);
        &room[..self.count]
    }
}

/// The words of a core, by place in it.
pub struct Core<'a> {
    all: &'a [u8],
    numbers: usize,
    one_run: bool,
    signs: &'a [u8],
    /// Where what follows the signs begins.
    rest: usize,
    stride: usize,
    pub in_columns: bool,
    compounds: usize,
}

/// Bytes of what stands before the words' numbers.
const HEAD: usize = 6;
/// Beside the most sounds that a word has: that numbers are one run, and that sounds stand in columns.
const ONE_RUN: u16 = 1 << 15;
const IN_COLUMNS: u16 = 1 << 14;
const NUMBER: usize = 4;
const SIGN: usize = 4;
const LENGTH: usize = 2;
/// Bytes that columns are rounded up to.
const ROUNDED: usize = 8;
/// Words that columns are made of at the least: of fewer, rows take less room and no more time.
const FEWEST: usize = 12;

impl<'a> Core<'a> {
    /// The core that begins at a place.
    pub fn of(all: &'a [u8], place: u32) -> Core<'a> {
        let place = place as usize;
        let (words, stride) = (usize::from(short(all, place)), short(all, place + 2));
        let (one_run, in_columns) = (stride & ONE_RUN != 0, stride & IN_COLUMNS != 0);
        let numbers = place + HEAD;
        let signs = numbers + if one_run { NUMBER } else { NUMBER * words };
        let rest = signs + SIGN * words;
        Core {
            all,
            numbers,
            one_run,
            signs: &all[signs..rest],
            rest,
            stride: usize::from(stride & !ONE_RUN & !IN_COLUMNS),
            in_columns,
            compounds: usize::from(short(all, place + 4)),
        }
    }

    fn len(&self) -> usize {
        self.signs.len() / SIGN
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
        if self.in_columns {
            let (block, lane) = (self.block(word / LANES), word % LANES);
            let count = usize::from(self.all[block + lane]);
            let step = width(self.len() - word / LANES * LANES);
            return Heard { start: block + step + lane, step, count };
        }
        let (lengths, heard) = (self.rest, self.rest + LENGTH * self.len());
        let count = usize::from(short(self.all, lengths + LENGTH * word));
        Heard { start: heard + self.stride * word, step: 1, count }
    }

    /// Where a block of columns begins: those before it are as wide as can be.
    fn block(&self, block: usize) -> usize {
        self.rest + SIGN + block * LANES * (1 + self.stride)
    }

    /// The most that a word weighs of those in columns.
    pub fn heaviest(&self) -> i64 {
        signs::weight(long(self.all, self.rest))
    }

    /// The columns, each with the place of its first word, and how many it is of.
    pub fn columns(&self) -> impl Iterator<Item = (usize, usize, Columns<'a>)> + '_ {
        (0..self.len()).step_by(LANES).map(|first| {
            let (start, left) = (self.block(first / LANES), self.len() - first);
            let (width, all) = (width(left), self.all);
            let lengths: &Lane = all[start..start + LANES].try_into().unwrap_or(&[0; LANES]);
            let count = left.min(LANES);
            let longest = lengths[..count].iter().max().map_or(0, |most| usize::from(*most));
            (first, count, Columns { sounds: &all[start + width..], width, lengths, longest })
        })
    }

    /// What is left of a compound, by how many compounds are before it.
    pub fn left(&self, compound: usize) -> Left {
        let compounds = self.rest + (LENGTH + self.stride) * self.len();
        let (stride, told) = (usize::from(short(self.all, compounds)), compounds + 2);
        let (at, start) = (told + 6 * compound, told + 6 * self.compounds + stride * compound);
        let count = usize::from(short(self.all, at + 4));
        Left { most: long(self.all, at), heard: Heard { start, step: 1, count } }
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
const MOST: usize = u16::MAX as usize;

/// Add the bytes of a core of words, in the order of their numbers: of several where it takes several; `start` is
/// told where each begins.
pub fn write(words: &[Given], all: &mut Vec<u8>, mut start: impl FnMut(u32)) {
    let fits = |word: &&Given| word.1 & (HALF | WILD) == 0 && word.2.len() <= MOST_SOUNDS;
    let (plain, others): (Vec<Given>, Vec<Given>) = words.iter().partition(fits);
    let in_columns = plain.len() >= FEWEST;
    let some = if in_columns { vec![(plain, true), (others, false)] } else { vec![(words.to_vec(), false)] };
    for (words, in_columns) in some {
        for some in words.chunks(MOST) {
            start(all.len() as u32);
            write_one(some, in_columns, all);
        }
    }
}

/// Add the room that is read behind the last core.
pub fn finish(all: &mut Vec<u8>) {
    all.resize(all.len() + LANES, 0);
}

/// How wide columns are of so many words or more.
fn width(words: usize) -> usize {
    words.min(LANES).next_multiple_of(ROUNDED)
}

fn write_one(words: &[Given], in_columns: bool, all: &mut Vec<u8>) {
    let left: Vec<(u32, &[u8])> = words.iter().filter_map(|word| word.3).collect();
    let stride = words.iter().map(|word| word.2.len()).max().unwrap_or(0);
    let one_run = words.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0);
    let mark = |is: bool, mark: u16| if is { mark } else { 0 };
    let marks = mark(one_run, ONE_RUN) | mark(in_columns, IN_COLUMNS);
    for number in [words.len() as u16, stride as u16 | marks, left.len() as u16] {
        all.extend(number.to_le_bytes());
    }
    let numbered = if one_run { &words[..1.min(words.len())] } else { words };
    numbered.iter().for_each(|word| all.extend(word.0.to_le_bytes()));
    words.iter().for_each(|word| all.extend(word.1.to_le_bytes()));
    if in_columns {
        let heaviest = words.iter().map(|word| word.1).max_by_key(|sign| signs::weight(*sign));
        all.extend(heaviest.unwrap_or(0).to_le_bytes());
        for some in words.chunks(LANES) {
            let width = width(some.len());
            let mut column = |value: &dyn Fn(&Given) -> u8| {
                all.extend(some.iter().map(value));
                all.resize(all.len() + width - some.len(), 0);
            };
            column(&|word| word.2.len() as u8);
            (0..stride).for_each(|at| column(&|word| word.2.get(at).copied().unwrap_or(0)));
        }
        return;
    }
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

    /// A word as it is read: its number, its sign, its sounds, and what is left of a compound.
    type Word = (u32, u32, Vec<u8>, Option<(u32, Vec<u8>)>);

    /// What is read of a core as it was written, whatever it was written as.
    fn read(all: &[u8], start: u32) -> Vec<Word> {
        let core = Core::of(all, start);
        let told = |heard: Heard| heard.sounds(all, &mut [0; MOST_SOUNDS]).to_vec();
        let signs = core.signs().enumerate();
        let word = |(word, sign): (usize, u32)| {
            let left = core.left_of(word).map(|left| (left.most, told(left.heard)));
            (core.number(word), sign, told(core.heard(word)), left)
        };
        signs.map(word).collect()
    }

    #[test]
    fn words_are_read_as_they_were_written_in_rows_and_in_columns() {
        for count in [1, 5, FEWEST, 40, 100] {
            let heard: Vec<Vec<u8>> =
                (0..count).map(|word| (0..word % 40).map(|at| at as u8).collect()).collect();
            let half = |word: usize| word % 5 == 1;
            let left = |word: usize| half(word).then(|| (word as u32 * 1_000, &heard[word][..word % 40 / 2]));
            for apart in [1, 2] {
                let sign =
                    |word: usize| ((word as u32 * 77) & !HALF & !WILD) | if half(word) { HALF } else { 0 };
                let given: Vec<Given> = (0..count)
                    .map(|word| (word as u32 * apart + 5, sign(word), &*heard[word], left(word)))
                    .collect();
                let (mut all, mut starts) = (vec![1, 2, 3], Vec::new());
                write(&given, &mut all, |start| starts.push(start));
                finish(&mut all);
                let mut found: Vec<_> = starts.iter().flat_map(|start| read(&all, *start)).collect();
                found.sort();
                let owned = |(number, sign, heard, left): &Given| {
                    (*number, *sign, heard.to_vec(), left.map(|(most, heard)| (most, heard.to_vec())))
                };
                assert_eq!(found, given.iter().map(owned).collect::<Vec<_>>());
            }
        }
    }
}
