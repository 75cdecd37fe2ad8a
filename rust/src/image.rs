//! An index as it stands in a file: words, where they stand, names, parties. Made by `build`, asked by `search`.

use crate::flat::{sections, Texts, U32s, U64s, KEY_LENGTH};
use crate::keys::text_key;
use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::part::{Kind, Role};
use crate::prepared::{PreparedName, PreparedPart, PreparedReading, Span};
use memmap2::Mmap;
use std::fs::File;
use std::ops::Range;
use std::path::Path;

/// Words and cores that there is room for, of one word's keys, before any is found.
const USUAL_KEPT: usize = 1 << 8;

/// The sections, in the order they are written in; those of texts have two numbers.
#[derive(Clone, Copy)]
pub enum Section {
    WordEnds,
    WordTexts,
    Cores,
    InitialStarts,
    InitialTerms,
    TermsOfWord,
    TermRoles,
    TermTells,
    TermLeftOver,
    SuffixTerms,
    ReadingsOfTerm,
    TermReadings,
    SpansOfWord,
    WordSpans,
    SpanReadings,
    SpanWords,
    SpanPlaces,
    PartsOfReading,
    Parts,
    SpansOfReading,
    ReadingFlags,
    ReadingSums,
    ReadingNames,
    ReadingsOfName,
    NameChoices,
    NameFolded,
    NameRecorded,
    NameParties,
    NamesOfParty,
    PartyKinds,
    PartyIdEnds,
    PartyIds,
    ReadingsOfKind,
    KeyDirectory,
    KeyTags,
    KeyValues,
    KeyWords,
    FoldedSums,
    FoldedNames,
    IdentifierSums,
    IdentifierParties,
    Count,
}

/// The bit of a reading's flags, and of a term's role, that says it is an acronym.
pub const ACRONYM: u8 = 0x80;
/// The mark of a reading whose surname can only stand in front.
pub const SURNAME_FIRST: u8 = 0x40;
/// Letters that texts begin with, by code.
pub const INITIALS: usize = 128;
/// Marks what is alone under its key; else the value is the place where the words begin, their count first.
pub const ALONE: u32 = 1 << 31;
/// Keys in a bucket of the directory, on the average, as a power of two.
pub const BUCKET: u32 = 2;
/// The lowest bits of a key's checksum that its tag keeps.
pub const TAG: u64 = 0xFFFF_FFFF;

enum Bytes {
    Held(Vec<u8>),
    Mapped(Mmap),
}

/// An image, opened and found whole.
pub struct Image {
    bytes: Bytes,
    sections: Vec<Range<usize>>,
}

impl Image {
    /// An image that was just made.
    pub fn held(bytes: Vec<u8>, key: &[u8; KEY_LENGTH]) -> Result<Image, String> {
        let sections = sections(&bytes, key, Section::Count as usize).map_err(str::to_owned)?;
        Image::checked(Image { bytes: Bytes::Held(bytes), sections })
    }

    /// The image in a file, mapped; Err says what is wrong with it.
    pub fn open(path: &Path, key: &[u8; KEY_LENGTH]) -> Result<Image, String> {
        let file = File::open(path).map_err(|error| error.to_string())?;
        refuse_others(&file)?;
        // SAFETY: the file is ours alone to write (checked just now) and is never written in place: an image
        // is written to another file that takes its name. Were it cut short all the same, the process would
        // be ended by the system; no other value is ever made of its bytes than numbers, each of which is valid.
        let map = unsafe { Mmap::map(&file) }.map_err(|error| error.to_string())?;
        let sections = sections(&map, key, Section::Count as usize).map_err(str::to_owned)?;
        Image::checked(Image { bytes: Bytes::Mapped(map), sections })
    }

    /// The image, if its sections are as long as they say of each other.
    fn checked(self) -> Result<Image, String> {
        let (words, terms, spans) =
            (self.words().len(), self.len(Section::TermRoles), self.u32s(Section::SpanWords).len());
        let (readings, names) = (self.readings(), self.len(Section::NameChoices));
        let parties = self.len(Section::PartyKinds);
        let fits = [
            (Section::InitialStarts, 4 * (2 * INITIALS + 1)),
            (Section::TermsOfWord, 4 * (words + 1)),
            (Section::TermTells, 4 * terms),
            (Section::TermLeftOver, 4 * terms),
            (Section::ReadingsOfTerm, 4 * (terms + 1)),
            (Section::SpansOfWord, 4 * (words + 1)),
            (Section::SpanReadings, 4 * spans),
            (Section::SpanPlaces, 2 * spans),
            (Section::PartsOfReading, 4 * (readings + 1)),
            (Section::SpansOfReading, 4 * (readings + 1)),
            (Section::ReadingSums, 8 * readings),
            (Section::ReadingNames, 4 * readings),
            (Section::ReadingsOfName, 4 * (names + 1)),
            (Section::NameFolded, 8 * names),
            (Section::NameRecorded, 4 * names),
            (Section::NameParties, 4 * names),
            (Section::NamesOfParty, 4 * (parties + 1)),
            (Section::PartyIdEnds, 4 * parties),
            (Section::ReadingsOfKind, 4 * (Kind::ALL.len() + 1)),
            (Section::FoldedNames, self.len(Section::FoldedSums) / 2),
            (Section::IdentifierParties, self.len(Section::IdentifierSums) / 2),
        ];
        let directory = self.u32s(Section::KeyDirectory).len();
        let fitting = fits.iter().all(|(section, length)| self.len(*section) == *length);
        match fitting && directory > 1 && (directory - 1).is_power_of_two() {
            true => Ok(self),
            false => Err("its sections do not fit each other".to_owned()),
        }
    }

    /// All its bytes.
    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Held(bytes) => bytes,
            Bytes::Mapped(map) => map,
        }
    }

    pub fn section(&self, section: Section) -> &[u8] {
        &self.bytes()[self.sections[section as usize].clone()]
    }

    fn len(&self, section: Section) -> usize {
        self.sections[section as usize].len()
    }

    pub fn u32s(&self, section: Section) -> U32s<'_> {
        U32s(self.section(section))
    }

    pub fn u64s(&self, section: Section) -> U64s<'_> {
        U64s(self.section(section))
    }

    pub fn words(&self) -> Texts<'_> {
        Texts { ends: self.u32s(Section::WordEnds), all: self.section(Section::WordTexts) }
    }

    /// The number of a word by its text.
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        self.keyed(text_key(text)).find(|number| self.words().get(*number as usize) == text)
    }

    /// The bytes of all cores.
    pub fn cores(&self) -> &[u8] {
        self.section(Section::Cores)
    }

    /// The first byte of a core: to have it at hand before it is read.
    pub fn touched(&self, place: u32) -> u8 {
        self.cores()[place as usize]
    }

    /// The terms, initials or words, whose texts begin with a letter.
    pub fn terms_beginning(&self, letter: u8, initials: bool) -> impl Iterator<Item = usize> + '_ {
        let place = 2 * (usize::from(letter) % INITIALS) + usize::from(!initials);
        let places = self.u32s(Section::InitialStarts).span(place);
        self.u32s(Section::InitialTerms).range(places).map(|term| term as usize)
    }

    pub fn party_ids(&self) -> Texts<'_> {
        Texts { ends: self.u32s(Section::PartyIdEnds), all: self.section(Section::PartyIds) }
    }

    /// How many readings there are.
    pub fn readings(&self) -> usize {
        self.len(Section::ReadingFlags)
    }

    /// The kinds of which there are parties.
    pub fn kinds(&self) -> Vec<Kind> {
        let kinds = self.section(Section::PartyKinds);
        Kind::ALL.into_iter().filter(|kind| kinds.contains(&(*kind as u8))).collect()
    }

    /// The kind of a party.
    pub fn kind_of_party(&self, party: usize) -> Kind {
        Kind::ALL[usize::from(self.section(Section::PartyKinds)[party])]
    }

    /// The words kept under a key.
    pub fn keyed(&self, key: u64) -> impl Iterator<Item = u32> + '_ {
        let values = self.u32s(Section::KeyValues);
        self.places(self.bucket(key), key).flat_map(move |place| self.of_value(values.get(place)))
    }

    /// What is kept under each of some keys, by the place of the key.
    ///
    /// Each step is taken for all of them: one by one, most time would go by in waiting for memory.
    pub fn keyed_all(&self, keys: &[u64]) -> Vec<(usize, u32)> {
        let (values, words) = (self.u32s(Section::KeyValues), self.u32s(Section::KeyWords));
        let tags = self.u32s(Section::KeyTags);
        let buckets: Vec<Range<usize>> = keys.iter().map(|key| self.bucket(*key)).collect();
        let touched = |all: u32, bucket: &Range<usize>| all ^ tags.get(bucket.start.min(tags.len() - 1));
        if tags.len() > 0 {
            std::hint::black_box(buckets.iter().fold(0, touched));
        }
        let mut places: Vec<(usize, usize)> = Vec::with_capacity(keys.len());
        for (at, (bucket, key)) in buckets.into_iter().zip(keys).enumerate() {
            places.extend(self.places(bucket, *key).map(|place| (at, place)));
        }
        let found: Vec<(usize, u32)> = places.iter().map(|(at, place)| (*at, values.get(*place))).collect();
        let starts = found.iter().filter(|(_, value)| value & ALONE == 0);
        std::hint::black_box(starts.fold(0, |all, (_, value)| all ^ words.get(*value as usize)));
        let mut all = Vec::with_capacity(USUAL_KEPT);
        for (at, value) in found {
            all.extend(self.of_value(value).map(|one| (at, one)));
        }
        all
    }

    /// Where the keys are that begin as this one does.
    fn bucket(&self, key: u64) -> Range<usize> {
        let directory = self.u32s(Section::KeyDirectory);
        let bits = (directory.len() - 1).trailing_zeros();
        directory.span(key.checked_shr(64 - bits).unwrap_or(0) as usize)
    }

    /// Where a key that is in this bucket may be.
    fn places(&self, bucket: Range<usize>, key: u64) -> impl Iterator<Item = usize> + '_ {
        let (tag, tags) = ((key & TAG) as u32, self.u32s(Section::KeyTags).range(bucket.clone()));
        bucket.zip(tags).filter(move |(_, known)| *known == tag).map(|(place, _)| place)
    }

    /// What a key's value stands for.
    fn of_value(&self, value: u32) -> impl Iterator<Item = u32> + '_ {
        let words = self.u32s(Section::KeyWords);
        let alone = (value & ALONE != 0).then_some(value & !ALONE);
        let start = value as usize;
        let several = if alone.is_some() { 0..0 } else { start + 1..start + 1 + words.get(start) as usize };
        alone.into_iter().chain(words.range(several))
    }

    pub fn role(&self, term: usize) -> Role {
        Role::ALL[usize::from(self.section(Section::TermRoles)[term] & !ACRONYM)]
    }

    /// Whether a term is an acronym, which only its equal meets.
    pub fn is_acronym_term(&self, term: usize) -> bool {
        self.section(Section::TermRoles)[term] & ACRONYM != 0
    }

    /// The names that are equal once folded, by their checksum.
    pub fn equals(&self, folded: u64) -> impl Iterator<Item = u32> + '_ {
        self.numbered(Section::FoldedSums, Section::FoldedNames, folded)
    }

    /// The parties that hold an identifier, by its checksum.
    pub fn holders(&self, identifier: u64) -> impl Iterator<Item = u32> + '_ {
        self.numbered(Section::IdentifierSums, Section::IdentifierParties, identifier)
    }

    /// The numbers that stand beside a checksum among checksums in order.
    fn numbered(&self, sums: Section, numbers: Section, sum: u64) -> impl Iterator<Item = u32> + '_ {
        let (sums, numbers) = (self.u64s(sums), self.u32s(numbers));
        (sums.first_from(sum)..sums.len())
            .take_while(move |at| sums.get(*at) == sum)
            .map(move |at| numbers.get(at))
    }

    /// The words that stand as a suffix, in order.
    pub fn suffixes(&self) -> impl Iterator<Item = u32> + '_ {
        let terms = self.u32s(Section::SuffixTerms);
        terms.range(0..terms.len()).map(|term| self.word_of(term as usize) as u32)
    }

    /// The word of a term: terms are in the order of words.
    pub fn word_of(&self, term: usize) -> usize {
        let starts = self.u32s(Section::TermsOfWord);
        starts.between(0..starts.len(), 0, term as u32 + 1).end - 1
    }

    pub fn languages(&self, reading: usize) -> Spoken {
        Spoken::of_bits(self.section(Section::ReadingFlags)[reading] & !(ACRONYM | SURNAME_FIRST))
    }

    /// What all parts of a reading tell and cost left over.
    pub fn sums_of_reading(&self, reading: usize) -> (i64, i64) {
        let sums = self.u32s(Section::ReadingSums);
        (i64::from(sums.get(2 * reading)), i64::from(sums.get(2 * reading + 1)))
    }

    pub fn is_acronym(&self, reading: usize) -> bool {
        self.section(Section::ReadingFlags)[reading] & ACRONYM != 0
    }

    /// A reading as it was prepared.
    pub fn reading(&self, reading: usize) -> PreparedReading {
        let texts = self.words();
        let (tells, left) = (self.u32s(Section::TermTells), self.u32s(Section::TermLeftOver));
        let parts = self.u32s(Section::Parts).range(self.u32s(Section::PartsOfReading).span(reading));
        let part = |term: u32| PreparedPart {
            text: texts.text(self.word_of(term as usize)).into(),
            role: self.role(term as usize),
            tells: i64::from(tells.get(term as usize)),
            left_over: i64::from(left.get(term as usize)),
        };
        PreparedReading {
            parts: parts.map(part).collect(),
            spans: self.u32s(Section::SpansOfReading).span(reading).map(|span| self.span(span)).collect(),
            languages: self.languages(reading),
            acronym: self.is_acronym(reading),
            surname_first: self.section(Section::ReadingFlags)[reading] & SURNAME_FIRST != 0,
            all_tells: self.sums_of_reading(reading).0,
            all_left_over: self.sums_of_reading(reading).1,
        }
    }

    fn span(&self, span: usize) -> Span {
        let places = &self.section(Section::SpanPlaces)[2 * span..2 * span + 2];
        let word = self.u32s(Section::SpanWords).get(span) as usize;
        Span::of_kept(places, self.words().text(word))
    }

    /// A name as it was prepared.
    pub fn name(&self, name: usize) -> PreparedName {
        let readings = self.u32s(Section::ReadingsOfName).span(name);
        PreparedName {
            folded: self.u64s(Section::NameFolded).get(name),
            choices: self.choices(name),
            recorded: self.u32s(Section::NameRecorded).get(name),
            readings: readings.map(|reading| self.reading(reading)).collect(),
        }
    }

    /// How many romanisations a name was chosen from.
    pub fn choices(&self, name: usize) -> u8 {
        self.section(Section::NameChoices)[name]
    }

    /// The words of a reading's parts, by number.
    pub fn words_of_parts(&self, reading: usize) -> Vec<u32> {
        let terms = self.u32s(Section::Parts).range(self.u32s(Section::PartsOfReading).span(reading));
        terms.map(|term| self.word_of(term as usize) as u32).collect()
    }

    /// The words of a reading's spans, by number.
    pub fn words_of_spans(&self, reading: usize) -> Vec<u32> {
        self.u32s(Section::SpanWords).range(self.u32s(Section::SpansOfReading).span(reading)).collect()
    }

    /// The word of a number, with all that its comparisons need.
    pub fn word(&self, lexicon: &Lexicon, word: usize) -> crate::lexicon::Word {
        lexicon.word(self.words().text(word))
    }
}

/// Refuse a file that another user may have written.
#[cfg(unix)]
pub fn refuse_others(file: &File) -> Result<(), String> {
    use std::os::unix::fs::MetadataExt;
    let found = file.metadata().map_err(|error| error.to_string())?;
    let own = std::fs::metadata("/proc/self").map(|me| me.uid()).ok();
    if own.is_some_and(|own| own != found.uid()) {
        return Err("it belongs to another user".to_owned());
    }
    if found.mode() & 0o022 != 0 {
        return Err("others may write to it".to_owned());
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn refuse_others(_file: &File) -> Result<(), String> {
    Ok(())
}
