//! Words by their consonants, as an image keeps them: one after the other what is looked at together.
//!
//! A core is of words whose consonants are of the same classes; in it a frame is of words whose consonants sound
//! the same. Bytes of a core: how many frames; of each how many consonants and words, the sign of all, how long
//! the words are; its consonants; of each word its number, its sign, its sounds; where it is an Arabic
//! compound, the most it is like others, and the sounds of what is left of it.

use crate::signs::{self, HALF};

/// The frames of a core.
pub struct Frames<'a> {
    left: u16,
    bytes: Bytes<'a>,
}

/// Words whose consonants sound the same.
pub struct Frame<'a> {
    pub consonants: &'a [u8],
    /// What is told of any of the words.
    pub sign: u32,
    pub words: FrameWords<'a>,
}

/// The words of a frame, in the order of their sounds.
pub struct FrameWords<'a> {
    left: u16,
    bytes: Bytes<'a>,
}

/// A word as it is told of at a glance.
#[derive(Clone, Copy)]
pub struct Glance<'a> {
    pub number: u32,
    pub sign: u32,
    pub heard: &'a [u8],
    pub stem: Option<StemGlance<'a>>,
}

/// What is left of an Arabic compound: its sounds, and the most the compound is like a word that has none of
/// its halves.
#[derive(Clone, Copy)]
pub struct StemGlance<'a> {
    pub most: u32,
    pub heard: &'a [u8],
}

impl<'a> Frames<'a> {
    /// The frames of the core that these bytes begin with.
    pub fn of(bytes: &'a [u8]) -> Frames<'a> {
        let mut bytes = Bytes(bytes);
        Frames { left: bytes.short(), bytes }
    }
}

impl<'a> Iterator for Frames<'a> {
    type Item = Frame<'a>;

    fn next(&mut self) -> Option<Frame<'a>> {
        self.left = self.left.checked_sub(1)?;
        let (consonants, words) = (self.bytes.short(), self.bytes.short());
        let (sign, length) = (self.bytes.long(), self.bytes.long());
        let consonants = self.bytes.some(usize::from(consonants));
        let words = FrameWords { left: words, bytes: Bytes(self.bytes.some(length as usize)) };
        Some(Frame { consonants, sign, words })
    }
}

impl<'a> Iterator for FrameWords<'a> {
    type Item = Glance<'a>;

    fn next(&mut self) -> Option<Glance<'a>> {
        self.left = self.left.checked_sub(1)?;
        let (number, sign) = (self.bytes.long(), self.bytes.long());
        let heard = self.bytes.text();
        let stem =
            (sign & HALF != 0).then(|| StemGlance { most: self.bytes.long(), heard: self.bytes.text() });
        Some(Glance { number, sign, heard, stem })
    }
}

/// Bytes that are read from their beginning.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn some(&mut self, count: usize) -> &'a [u8] {
        let (some, rest) = self.0.split_at(count);
        self.0 = rest;
        some
    }

    fn short(&mut self) -> u16 {
        let bytes = self.some(2);
        u16::from_le_bytes([bytes[0], bytes[1]])
    }

    /// Bytes that their count stands before.
    fn text(&mut self) -> &'a [u8] {
        let count = self.short();
        self.some(usize::from(count))
    }

    fn long(&mut self) -> u32 {
        let bytes = self.some(4);
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }
}

/// Adds the bytes of a core, the words of which are given by frame.
pub fn write(core: &[(Vec<u8>, Vec<Glance>)], all: &mut Vec<u8>) {
    all.extend((core.len() as u16).to_le_bytes());
    for (consonants, words) in core {
        let mut bytes = Vec::new();
        words.iter().for_each(|word| write_word(word, &mut bytes));
        all.extend((consonants.len() as u16).to_le_bytes());
        all.extend((words.len() as u16).to_le_bytes());
        all.extend(signs::of_all(words.iter().map(|word| word.sign)).to_le_bytes());
        all.extend((bytes.len() as u32).to_le_bytes());
        all.extend(consonants);
        all.extend(bytes);
    }
}

fn write_word(word: &Glance, all: &mut Vec<u8>) {
    let mut text = |text: &[u8], before: &[u32]| {
        before.iter().for_each(|number| all.extend(number.to_le_bytes()));
        all.extend((text.len() as u16).to_le_bytes());
        all.extend(text);
    };
    text(word.heard, &[word.number, word.sign]);
    if let Some(stem) = &word.stem {
        text(stem.heard, &[stem.most]);
    }
}

/// Most words of a frame: further ones are another of the same consonants.
pub const MOST_WORDS: usize = u16::MAX as usize;
