//! One read-only file of flat arrays: how an image is laid out, written whole, and read without trust.
//!
//! A header (magic, version, key, length, checksum), a table of sections, the sections: little-endian numbers
//! and texts. A reader checks the header, the length, the checksum and each section's bounds. No number
//! in it is ever used unchecked: one that is out of range is a panic that the border makes an error of.

use crate::checksum;
use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

const MAGIC: &[u8; 8] = b"SSIMAGE\0";
/// To be raised whenever sections or their meaning change.
const VERSION: u32 = 9;
pub const KEY_LENGTH: usize = 32;
/// Magic, version, count of sections, length, checksum, key.
const HEADER: usize = 8 + 4 + 4 + 8 + 8 + KEY_LENGTH;
const CHECKSUM_AT: Range<usize> = 24..32;
const ALIGNED: usize = 8;

/// Sections put together to one file.
#[derive(Default)]
pub struct Writer {
    sections: Vec<Vec<u8>>,
}

impl Writer {
    /// Add a section of bytes.
    pub fn bytes(&mut self, bytes: Vec<u8>) {
        self.sections.push(bytes);
    }

    /// Add a section of numbers.
    pub fn u32s(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let numbers = numbers.into_iter();
        let mut bytes = Vec::with_capacity(4 * numbers.size_hint().0);
        numbers.for_each(|number| bytes.extend_from_slice(&number.to_le_bytes()));
        self.bytes(bytes);
    }

    /// Add a section of long numbers.
    pub fn u64s(&mut self, numbers: impl IntoIterator<Item = u64>) {
        self.bytes(numbers.into_iter().flat_map(u64::to_le_bytes).collect());
    }

    /// Add two sections: texts, and where each ends.
    pub fn texts<'a>(&mut self, texts: impl Iterator<Item = &'a [u8]>) {
        let (mut all, mut ends) = (Vec::new(), Vec::new());
        for text in texts {
            all.extend_from_slice(text);
            ends.push(all.len() as u32);
        }
        self.u32s(ends);
        self.bytes(all);
    }

    /// The whole file, under a key.
    pub fn finish(self, key: &[u8; KEY_LENGTH]) -> Vec<u8> {
        let table = HEADER + self.sections.len() * 16;
        let room = self.sections.iter().map(|section| section.len() + ALIGNED).sum::<usize>();
        let mut file = Vec::with_capacity(table + room);
        file.resize(table, 0);
        for (number, section) in self.sections.iter().enumerate() {
            file.resize(file.len().next_multiple_of(ALIGNED), 0);
            let entry = HEADER + number * 16;
            let start = file.len() as u64;
            file[entry..entry + 8].copy_from_slice(&start.to_le_bytes());
            file[entry + 8..entry + 16].copy_from_slice(&(section.len() as u64).to_le_bytes());
            file.extend_from_slice(section);
        }
        file[..8].copy_from_slice(MAGIC);
        file[8..12].copy_from_slice(&VERSION.to_le_bytes());
        file[12..16].copy_from_slice(&(self.sections.len() as u32).to_le_bytes());
        let length = file.len() as u64;
        file[16..24].copy_from_slice(&length.to_le_bytes());
        file[HEADER - KEY_LENGTH..HEADER].copy_from_slice(key);
        let sum = sum_of(&file);
        file[CHECKSUM_AT].copy_from_slice(&sum.to_le_bytes());
        file
    }
}

/// The key that a file says it is kept under; None where it is no such file.
pub fn key_of(path: &Path) -> Option<Vec<u8>> {
    let mut head = [0; HEADER];
    File::open(path).ok()?.read_exact(&mut head).ok()?;
    (head[..8] == *MAGIC).then(|| head[HEADER - KEY_LENGTH..].to_vec())
}

/// The checksum of a file: of all its bytes but the checksum's own.
fn sum_of(file: &[u8]) -> u64 {
    checksum::of_many(checksum::of(&file[..CHECKSUM_AT.start]), &file[CHECKSUM_AT.end..])
}

/// The sections of a file, in the order written; Err says in a few words what is wrong with it.
pub fn sections(
    file: &[u8],
    key: &[u8; KEY_LENGTH],
    count: usize,
) -> Result<Vec<Range<usize>>, &'static str> {
    if file.len() < HEADER || file[..8] != *MAGIC {
        return Err("it is no image");
    }
    if u32_at(file, 8) != VERSION || u32_at(file, 12) as usize != count {
        return Err("it was written by another version");
    }
    if u64_at(file, 16) != file.len() as u64 {
        return Err("it is not whole");
    }
    if u64_at(file, CHECKSUM_AT.start) != sum_of(file) {
        return Err("its checksum is wrong");
    }
    if file[HEADER - KEY_LENGTH..HEADER] != *key {
        return Err("it is of other lists, settings or weights");
    }
    (0..count).map(|number| section(file, HEADER + number * 16)).collect()
}

fn section(file: &[u8], entry: usize) -> Result<Range<usize>, &'static str> {
    const OUTSIDE: &str = "a section is outside the file";
    if file.len() < entry + 16 {
        return Err(OUTSIDE);
    }
    let start = usize::try_from(u64_at(file, entry)).map_err(|_| OUTSIDE)?;
    let length = usize::try_from(u64_at(file, entry + 8)).map_err(|_| OUTSIDE)?;
    let end = start.checked_add(length).ok_or(OUTSIDE)?;
    if end > file.len() {
        return Err(OUTSIDE);
    }
    Ok(start..end)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    U32s(&bytes[at..at + 4]).get(0)
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    U64s(&bytes[at..at + 8]).get(0)
}

/// A section of numbers.
#[derive(Clone, Copy)]
pub struct U32s<'a>(pub &'a [u8]);

impl<'a> U32s<'a> {
    pub fn len(self) -> usize {
        self.0.len() / 4
    }

    pub fn get(self, at: usize) -> u32 {
        let bytes = &self.0[at * 4..at * 4 + 4];
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }

    /// The numbers in a range of places.
    pub fn range(self, places: Range<usize>) -> impl ExactSizeIterator<Item = u32> + 'a {
        let bytes = &self.0[places.start * 4..places.end * 4];
        bytes.chunks_exact(4).map(|one| u32::from_le_bytes([one[0], one[1], one[2], one[3]]))
    }

    /// The range that begins here and ends where the next begins.
    pub fn span(self, at: usize) -> Range<usize> {
        self.get(at) as usize..self.get(at + 1) as usize
    }

    /// Within a range of rising numbers, the places of those from `least` on and below `most`.
    pub fn between(self, places: Range<usize>, least: u32, most: u32) -> Range<usize> {
        let start = self.first_from(places.clone(), least);
        start..self.first_from(start..places.end, most)
    }

    fn first_from(self, mut places: Range<usize>, least: u32) -> usize {
        while places.start < places.end {
            let middle = places.start + (places.end - places.start) / 2;
            match self.get(middle) < least {
                true => places.start = middle + 1,
                false => places.end = middle,
            }
        }
        places.start
    }
}

/// A section of long numbers.
#[derive(Clone, Copy)]
pub struct U64s<'a>(pub &'a [u8]);

impl U64s<'_> {
    /// The place of the first of rising numbers that is not below this one.
    pub fn first_from(self, least: u64) -> usize {
        let (mut start, mut end) = (0, self.len());
        while start < end {
            let middle = start + (end - start) / 2;
            match self.get(middle) < least {
                true => start = middle + 1,
                false => end = middle,
            }
        }
        start
    }

    pub fn get(self, at: usize) -> u64 {
        let b = &self.0[at * 8..at * 8 + 8];
        u64::from_le_bytes([b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]])
    }

    pub fn len(self) -> usize {
        self.0.len() / 8
    }
}

/// Two sections: texts, and where each ends.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    pub ends: U32s<'a>,
    pub all: &'a [u8],
}

impl<'a> Texts<'a> {
    pub fn len(self) -> usize {
        self.ends.len()
    }

    pub fn get(self, at: usize) -> &'a [u8] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1) as usize };
        &self.all[start..self.ends.get(at) as usize]
    }

    /// The text, where it is one.
    pub fn text(self, at: usize) -> &'a str {
        std::str::from_utf8(self.get(at)).unwrap_or_default()
    }
}
