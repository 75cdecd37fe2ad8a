//! Words by their consonants, as an image keeps them: one after the other what is looked at together.
//!
//! A core is of words whose consonants are of the same classes. Words are numbered core by core, so that most
//! cores are one run of numbers. Bytes of a core: how many runs; of each the first number and how many there
//! are; of each word its sign, how many sounds it has, its sounds; where it is an Arabic compound, the most it is
//! like others, how many sounds what is left of it has, and these.

use crate::signs::HALF;

/// A word as it is told of at a glance; sounds by where they are among all cores' bytes, and how many.
#[derive(Clone, Copy)]
pub struct Glance {
    pub number: u32,
    pub sign: u32,
    /// Where the word's bytes begin.
    pub place: u32,
    pub heard: (usize, usize),
    pub left: Option<Left>,
}

/// What is left of an Arabic compound.
#[derive(Clone, Copy)]
pub struct Left {
    /// The most the compound is like a word that has none of its halves.
    pub most: u32,
    pub heard: (usize, usize),
}

/// The words of a core, in order.
pub struct Words<'a> {
    all: &'a [u8],
    runs: usize,
    run: usize,
    left: u16,
    number: u32,
    at: usize,
}

const RUN: usize = 6;

impl<'a> Words<'a> {
    /// The words of the core that begins at a place.
    pub fn of(all: &'a [u8], place: usize) -> Words<'a> {
        let runs = usize::from(short(all, place));
        let run = place + 2;
        Words { all, runs, run, left: 0, number: 0, at: run + runs * RUN }
    }
}

impl Iterator for Words<'_> {
    type Item = Glance;

    fn next(&mut self) -> Option<Glance> {
        while self.left == 0 {
            self.runs = self.runs.checked_sub(1)?;
            (self.number, self.left) = (long(self.all, self.run), short(self.all, self.run + 4));
            self.run += RUN;
        }
        let (glance, end) = read(self.all, self.number, self.at);
        (self.at, self.left, self.number) = (end, self.left - 1, self.number.wrapping_add(1));
        Some(glance)
    }
}

/// The word of a number whose bytes begin at a place.
pub fn glance(all: &[u8], number: u32, place: u32) -> Glance {
    read(all, number, place as usize).0
}

/// A word, and where its bytes end.
fn read(all: &[u8], number: u32, at: usize) -> (Glance, usize) {
    let sign = long(all, at);
    let heard = (at + 6, usize::from(short(all, at + 4)));
    let mut glance = Glance { number, sign, place: at as u32, heard, left: None };
    let mut end = heard.0 + heard.1;
    if sign & HALF != 0 {
        let heard = (end + 6, usize::from(short(all, end + 4)));
        glance.left = Some(Left { most: long(all, end), heard });
        end = heard.0 + heard.1;
    }
    (glance, end)
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

/// Add the bytes of a core of words, in the order of their numbers.
pub fn write(words: &[Given], all: &mut Vec<u8>) {
    let runs = words.chunk_by(|a, b| a.0 + 1 == b.0).flat_map(|run| run.chunks(usize::from(u16::MAX)));
    all.extend((runs.clone().count() as u16).to_le_bytes());
    for run in runs {
        all.extend(run[0].0.to_le_bytes());
        all.extend((run.len() as u16).to_le_bytes());
    }
    let mut text = |before: u32, text: &[u8]| {
        all.extend(before.to_le_bytes());
        all.extend((text.len() as u16).to_le_bytes());
        all.extend(text);
    };
    for (_, sign, heard, left) in words {
        text(*sign, heard);
        if let Some((most, heard)) = left {
            text(*most, heard);
        }
    }
}
