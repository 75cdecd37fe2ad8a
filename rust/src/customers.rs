//! Customers as they are kept between screenings: their names prepared, their words as numbers, in one block.
//!
//! Beside each word stand tags of the keys that an index would keep it by (see `keys`), by which `sieve` tells
//! whether it may meet a word of some party.

use crate::flat::{sections, Texts, U32s, U64s, KEY_LENGTH};
use crate::image::{refuse_others, ACRONYM, SURNAME_FIRST};
use crate::languages::Spoken;
use crate::part::{Kind, Role};
use crate::prepared::{kept_places, PreparedName, PreparedPart, PreparedReading, Span};
use crate::written::Besides;
use memmap2::{Mmap, MmapOptions};
use std::fs::File;
use std::ops::Range;
use std::path::Path;

/// The sections, in the order they are written in; those of texts have two numbers.
#[derive(Clone, Copy)]
pub enum Section {
    WordEnds,
    WordTexts,
    TagsOfWord,
    Tags,
    TermWords,
    TermRoles,
    TermTells,
    TermLeftOver,
    PartsOfReading,
    Parts,
    SpansOfReading,
    SpanWords,
    SpanPlaces,
    ReadingFlags,
    ReadingsOfName,
    NameFolded,
    NameChoices,
    NamesOfCustomer,
    NameKinds,
    Kinds,
    Facts,
    Marks,
    IdentifierSums,
    IdentifierCustomers,
    Count,
}

/// In the kinds among which a name is asked for: that it is weighed as a person's among all of them.
pub const AS_PERSON: u8 = 0x80;
/// The kind of a customer of whom none is known.
pub const NO_KIND: u8 = 0xFF;
/// Marks of customers: a common name is doubted; a single word; the engine could not read it.
pub const COMMON: u8 = 1;
pub const ONE_WORD: u8 = 2;
pub const UNREAD: u8 = 4;

/// A block, opened and found whole.
pub struct Customers {
    map: Mmap,
    sections: Vec<Range<usize>>,
}

impl Customers {
    /// The block that stands in a file at a place; Err says what is wrong with it.
    pub fn open(path: &Path, place: Range<u64>, key: &[u8; KEY_LENGTH]) -> Result<Customers, String> {
        let file = File::open(path).map_err(|error| error.to_string())?;
        refuse_others(&file)?;
        let whole = file.metadata().map_err(|error| error.to_string())?.len();
        if place.end > whole || place.start > place.end {
            return Err("it is not whole".to_owned());
        }
        let length = (place.end - place.start) as usize;
        // SAFETY: as for an image: the file is ours alone to write, is never written in place, and no other value is
        // ever made of its bytes than numbers, each of which is valid.
        let map = unsafe { MmapOptions::new().offset(place.start).len(length).map(&file) };
        let map = map.map_err(|error| error.to_string())?;
        let sections = sections(&map, key, Section::Count as usize).map_err(str::to_owned)?;
        Customers { map, sections }.checked()
    }

    /// The block, if its sections are as long as they say of each other.
    fn checked(self) -> Result<Customers, String> {
        let terms = self.section(Section::TermRoles).len();
        let readings = self.section(Section::ReadingFlags).len();
        let names = self.section(Section::NameChoices).len();
        let customers = self.len();
        let fits = [
            (Section::TagsOfWord, 4 * (self.words().len() + 1)),
            (Section::TermWords, 4 * terms),
            (Section::TermTells, 4 * terms),
            (Section::TermLeftOver, 4 * terms),
            (Section::PartsOfReading, 4 * (readings + 1)),
            (Section::SpansOfReading, 4 * (readings + 1)),
            (Section::SpanPlaces, self.section(Section::SpanWords).len() / 2),
            (Section::ReadingsOfName, 4 * (names + 1)),
            (Section::NameFolded, 8 * names),
            (Section::NameKinds, names),
            (Section::NamesOfCustomer, 4 * (customers + 1)),
            (Section::Kinds, customers),
            (Section::Facts, 4 * customers),
            (Section::IdentifierSums, 2 * self.section(Section::IdentifierCustomers).len()),
        ];
        match fits.iter().all(|(section, length)| self.section(*section).len() == *length) {
            true => Ok(self),
            false => Err("its sections do not fit each other".to_owned()),
        }
    }

    fn section(&self, section: Section) -> &[u8] {
        &self.map[self.sections[section as usize].clone()]
    }

    pub fn u32s(&self, section: Section) -> U32s<'_> {
        U32s(self.section(section))
    }

    /// How many customers there are.
    pub fn len(&self) -> usize {
        self.section(Section::Marks).len()
    }

    pub fn words(&self) -> Texts<'_> {
        Texts { ends: self.u32s(Section::WordEnds), all: self.section(Section::WordTexts) }
    }

    /// The tags of a word.
    pub fn tags(&self, word: usize) -> impl Iterator<Item = u32> + '_ {
        self.u32s(Section::Tags).range(self.u32s(Section::TagsOfWord).span(word))
    }

    /// The numbers of a customer's names.
    pub fn names(&self, customer: usize) -> Range<usize> {
        self.u32s(Section::NamesOfCustomer).span(customer)
    }

    /// Whether a name is asked for among parties of a kind.
    pub fn is_asked(&self, name: usize, kind: Kind) -> bool {
        self.section(Section::NameKinds)[name] & 1 << kind as u8 != 0
    }

    /// The kind by whose weights it is compared there.
    pub fn weighed_as(&self, name: usize, kind: Kind) -> Kind {
        match self.section(Section::NameKinds)[name] & AS_PERSON != 0 {
            true => Kind::Person,
            false => kind,
        }
    }

    /// What is known of a customer beside its names.
    pub fn besides(&self, customer: usize) -> Besides {
        let kind = self.section(Section::Kinds)[customer];
        Besides {
            kind: (kind != NO_KIND).then(|| Kind::ALL[usize::from(kind)]),
            facts_for: i64::from(self.u32s(Section::Facts).get(customer)),
            common: self.section(Section::Marks)[customer] & COMMON != 0,
        }
    }

    /// Whether nothing but single words is known of a customer.
    pub fn is_one_word(&self, customer: usize) -> bool {
        self.section(Section::Marks)[customer] & ONE_WORD != 0
    }

    /// Whether the engine could not read a customer: nothing is known of its names.
    pub fn is_unread(&self, customer: usize) -> bool {
        self.section(Section::Marks)[customer] & UNREAD != 0
    }

    /// The checksums of what identifiers are compared by, each with the customer who has it.
    pub fn identifiers(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        let sums = U64s(self.section(Section::IdentifierSums));
        let owners = self.u32s(Section::IdentifierCustomers);
        (0..sums.len()).map(move |at| (sums.get(at), owners.get(at)))
    }

    /// The checksum of a name as it is folded.
    pub fn folded(&self, name: usize) -> u64 {
        U64s(self.section(Section::NameFolded)).get(name)
    }

    /// The numbers of a name's readings.
    pub fn readings(&self, name: usize) -> Range<usize> {
        self.u32s(Section::ReadingsOfName).span(name)
    }

    /// The places of a reading's parts, and of its spans.
    pub fn places(&self, reading: usize) -> (Range<usize>, Range<usize>) {
        (self.u32s(Section::PartsOfReading).span(reading), self.u32s(Section::SpansOfReading).span(reading))
    }

    /// The term at the place of a part.
    pub fn term(&self, part: usize) -> usize {
        self.u32s(Section::Parts).get(part) as usize
    }

    /// How many terms there are.
    pub fn terms(&self) -> usize {
        self.section(Section::TermRoles).len()
    }

    /// The word and the role of a term.
    pub fn word_and_role(&self, term: usize) -> (usize, Role) {
        let role = Role::ALL[usize::from(self.section(Section::TermRoles)[term])];
        (self.u32s(Section::TermWords).get(term) as usize, role)
    }

    /// What a term tells, and costs left over.
    pub fn amounts(&self, term: usize) -> (i64, i64) {
        let (tells, left) = (self.u32s(Section::TermTells), self.u32s(Section::TermLeftOver));
        (i64::from(tells.get(term)), i64::from(left.get(term)))
    }

    /// The languages a reading may be in.
    pub fn languages(&self, reading: usize) -> Spoken {
        Spoken::of_bits(self.section(Section::ReadingFlags)[reading] & !(ACRONYM | SURNAME_FIRST))
    }

    /// Whether a reading is an acronym.
    pub fn is_acronym(&self, reading: usize) -> bool {
        self.section(Section::ReadingFlags)[reading] & ACRONYM != 0
    }

    /// The parts, by their places in its reading, that the span at a place joins.
    pub fn joined(&self, span: usize) -> Range<usize> {
        kept_places(self.span_places(span))
    }

    fn span_places(&self, span: usize) -> &[u8] {
        &self.section(Section::SpanPlaces)[2 * span..2 * span + 2]
    }

    /// The word at the place of a span.
    pub fn span_word(&self, span: usize) -> usize {
        self.u32s(Section::SpanWords).get(span) as usize
    }

    /// A name as it was prepared.
    pub fn name(&self, name: usize) -> PreparedName {
        PreparedName {
            folded: self.folded(name),
            choices: self.section(Section::NameChoices)[name],
            recorded: 0,
            readings: self.readings(name).map(|reading| self.reading(reading)).collect(),
        }
    }

    fn reading(&self, reading: usize) -> PreparedReading {
        let (texts, flags) = (self.words(), self.section(Section::ReadingFlags)[reading]);
        let (parts, spans) = self.places(reading);
        let part = |place: usize| {
            let term = self.term(place);
            let ((word, role), (tells, left_over)) = (self.word_and_role(term), self.amounts(term));
            PreparedPart { text: texts.text(word).into(), role, tells, left_over }
        };
        let span = |place: usize| Span::of_kept(self.span_places(place), texts.text(self.span_word(place)));
        let parts: Vec<PreparedPart> = parts.map(part).collect();
        PreparedReading {
            spans: spans.map(span).collect(),
            languages: self.languages(reading),
            acronym: self.is_acronym(reading),
            surname_first: flags & SURNAME_FIRST != 0,
            all_tells: parts.iter().map(|part| part.tells).sum(),
            all_left_over: parts.iter().map(|part| part.left_over).sum(),
            parts,
        }
    }
}
