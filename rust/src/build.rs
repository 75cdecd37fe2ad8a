//! Make an image of parties whose names are prepared.

use crate::cores;
use crate::flat::{Writer, KEY_LENGTH};
use crate::image::{Image, Section, ACRONYM, ALONE, BUCKET, INITIALS, SURNAME_FIRST, TAG};
use crate::keys::{core_key, stem_key, Among};
use crate::lexicon::{Lexicon, Word};
use crate::part::{Kind, Role};
use crate::pieces::{pieces, processors};
use crate::prepared::{PreparedName, PreparedPart, PreparedReading, Span};
use crate::signs;
use crate::sorting::{grouped, in_order_of_keys, starts};
use crate::vocabulary::Words;
use std::ops::Range;

/// A party, as far as an index holds it.
pub struct Party {
    pub id: String,
    pub kind: Kind,
    pub names: Vec<PreparedName>,
    /// Checksums of the identifiers that may settle that it is meant.
    pub identifiers: Vec<u64>,
}

/// The parties of an image, as they were when it was made.
pub fn parties_of(image: &Image) -> Vec<Party> {
    let names = image.u32s(Section::NamesOfParty);
    let (sums, holders) = (image.u64s(Section::IdentifierSums), image.u32s(Section::IdentifierParties));
    let mut parties: Vec<Party> = (0..image.section(Section::PartyKinds).len())
        .map(|party| Party {
            id: image.party_ids().text(party).to_owned(),
            kind: image.kind_of_party(party),
            names: names.span(party).map(|name| image.name(name)).collect(),
            identifiers: Vec::new(),
        })
        .collect();
    for at in 0..sums.len() {
        parties[holders.get(at) as usize].identifiers.push(sums.get(at));
    }
    parties
}

/// An image of parties, each once, in whatever order.
pub fn image(lexicon: &Lexicon, mut parties: Vec<Party>, key: &[u8; KEY_LENGTH]) -> Vec<u8> {
    parties.sort_by(|a, b| (a.kind as u8, &a.id).cmp(&(b.kind as u8, &b.id)));
    let words = Words::of(lexicon, &parties);
    let mut writer = Writer::default();
    let prepared = &words.prepared;
    let cores = Cores::of(&words, lexicon);
    writer.texts(prepared.iter().map(|word| word.text.as_bytes()));
    writer.bytes(cores.written);
    let terms = Terms::of(&parties, &words);
    terms.write_initials(&mut writer, prepared);
    terms.write(&mut writer, &parties, &words);
    write_spans(&mut writer, &parties, &words);
    write_readings(&mut writer, &parties, &terms);
    write_names(&mut writer, &parties);
    write_keys(&mut writer, lexicon, &words, cores.keys);
    write_sums(&mut writer, &parties);
    writer.finish(key)
}

pub fn readings(parties: &[Party]) -> impl Iterator<Item = &PreparedReading> {
    names(parties).flat_map(|name| &name.readings)
}

fn names(parties: &[Party]) -> impl Iterator<Item = &PreparedName> {
    parties.iter().flat_map(|party| &party.names)
}

/// The words that others may meet, by their consonants or by those of what is left of Arabic compounds.
#[derive(Default)]
struct Cores {
    /// Cores written, and the keys by which each is found, with the place where it begins.
    written: Vec<u8>,
    keys: Vec<(u64, u32)>,
}

impl Cores {
    fn of(words: &Words, lexicon: &Lexicon) -> Cores {
        let mut cores = Cores::default();
        let given = |number: u32| -> cores::Given {
            let word = &words.prepared[number as usize];
            let left = word.stem.as_ref().map(|stem| (stem.most as u32, &*stem.heard));
            (number, signs::of(lexicon, word), &word.heard, left)
        };
        for among in [Among::Parts, Among::Joined] {
            let keyed = &words.keyed[among as usize];
            let kept = (0..).zip(&words.prepared).filter(|(number, _)| keyed[*number as usize].is_some());
            let whole: Vec<(&[u8], u32)> = kept.clone().map(|(number, word)| (&*word.core, number)).collect();
            let stems = kept.filter_map(|(number, word)| Some((&*word.stem.as_ref()?.core, number)));
            cores.add(whole, given, |core, add| {
                lexicon.each_core_key(core, |consonants| add(core_key(among, consonants)));
            });
            cores.add(stems.collect(), given, |core, add| add(stem_key(among, core)));
        }
        cores::finish(&mut cores.written);
        cores
    }

    /// Add the cores of words, each found by these keys.
    fn add<'a>(
        &mut self,
        mut found: Vec<(&[u8], u32)>,
        given: impl Fn(u32) -> cores::Given<'a>,
        keys: impl Fn(&[u8], &mut dyn FnMut(u64)),
    ) {
        found.sort(); // of whole words these are two pieces, each in order already
        for core in found.chunk_by(|a, b| a.0 == b.0) {
            let words: Vec<cores::Given> = core.iter().map(|(_, number)| given(*number)).collect();
            let found = &mut self.keys;
            cores::write(&words, &mut self.written, |start| {
                keys(core[0].0, &mut |key| found.push((key, start)));
            });
        }
    }
}

/// Whether a part of a role meets others than its equals.
pub fn meets_others(role: Role) -> bool {
    matches!(role, Role::Word | Role::Particle | Role::Generic)
}

/// A word and its role, as a number, with the mark of an acronym.
type Term = (u32, u8);

/// A bit for each role, with the mark of an acronym or without, in the order of their numbers.
fn role_bit(role: u8) -> u32 {
    1 << (role & !ACRONYM) << if role & ACRONYM == 0 { 0 } else { Role::ALL.len() }
}

/// Every word with a role, in order; where each stands.
struct Terms {
    sorted: Vec<Term>,
    /// The number of each part's, in the order of readings.
    of_parts: Vec<u32>,
}

impl Terms {
    fn of(parties: &[Party], words: &Words) -> Terms {
        let acronym = |reading: &PreparedReading| if reading.acronym { ACRONYM } else { 0 };
        let role = |reading, part: &PreparedPart| part.role as u8 | acronym(reading);
        let roles = || {
            readings(parties).flat_map(|reading| reading.parts.iter().map(move |part| role(reading, part)))
        };
        // By word, a bit for each role that it has somewhere: as many as are below one's own come before it.
        let mut roles_of = vec![0u32; words.prepared.len()];
        for (word, role) in words.of_parts.iter().zip(roles()) {
            roles_of[*word as usize] |= role_bit(role);
        }
        let starts = ends(roles_of.iter().map(|roles| roles.count_ones() as usize));
        let number = |(word, role): (&u32, u8)| {
            starts[*word as usize] + (roles_of[*word as usize] & (role_bit(role) - 1)).count_ones()
        };
        let each: Vec<u8> =
            [0, ACRONYM].iter().flat_map(|mark| Role::ALL.map(|role| role as u8 | mark)).collect();
        let mut sorted = Vec::with_capacity(starts[roles_of.len()] as usize);
        for (word, roles) in (0..).zip(&roles_of) {
            let had = each.iter().filter(|role| roles & role_bit(**role) != 0);
            sorted.extend(had.map(|role| (word, *role)));
        }
        Terms { of_parts: words.of_parts.iter().zip(roles()).map(number).collect(), sorted }
    }

    fn write_initials(&self, writer: &mut Writer, prepared: &[Word]) {
        let of_letter =
            |role: u8| [Role::Word, Role::Particle, Role::Initial].iter().any(|one| *one as u8 == role);
        let letter = |word: u32| u32::from(prepared[word as usize].text.as_bytes()[0]) % INITIALS as u32;
        let place = |word: u32, role: u8| 2 * letter(word) + u32::from(role != Role::Initial as u8);
        let some = (0..).zip(&self.sorted).filter(|(_, (_, role))| of_letter(*role));
        let mut found: Vec<(u32, u32)> =
            some.map(|(term, (word, role))| (place(*word, *role), term)).collect();
        found.sort_unstable();
        writer.u32s(starts(found.iter().map(|(place, _)| *place), 2 * INITIALS));
        writer.u32s(found.into_iter().map(|(_, term)| term));
    }

    fn write(&self, writer: &mut Writer, parties: &[Party], words: &Words) {
        let mut numbers = self.of_parts.iter().copied();
        let mut told = vec![(0, 0); self.sorted.len()];
        let mut of_terms = Vec::with_capacity(self.of_parts.len());
        for (number, reading) in (0..).zip(readings(parties)) {
            for (part, term) in reading.parts.iter().zip(&mut numbers) {
                told[term as usize] = (part.tells as u32, part.left_over as u32);
                of_terms.push((term, number));
            }
        }
        writer.u32s(starts(self.sorted.iter().map(|(word, _)| *word), words.prepared.len()));
        writer.bytes(self.sorted.iter().map(|(_, role)| *role).collect());
        writer.u32s(told.iter().map(|(tells, _)| *tells));
        writer.u32s(told.iter().map(|(_, left)| *left));
        let is_suffix = |role: u8| role == Role::Suffix as u8;
        let suffixes = (0..).zip(&self.sorted).filter(|(_, (_, role))| is_suffix(*role));
        writer.u32s(suffixes.map(|(term, _)| term));
        let (starts, readings) = grouped(&of_terms, self.sorted.len());
        writer.u32s(starts);
        writer.u32s(readings);
    }
}

/// Where each begins of things of which there are so many.
fn ends(counts: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut found = vec![0];
    let mut total = 0;
    for count in counts {
        total += count as u32;
        found.push(total);
    }
    found
}

fn write_spans(writer: &mut Writer, parties: &[Party], words: &Words) {
    let (texts, mut owners, mut places) = (&words.of_spans, Vec::new(), Vec::new());
    for (number, reading) in (0..).zip(readings(parties)) {
        owners.extend(std::iter::repeat_n(number, reading.spans.len()));
        places.extend(reading.spans.iter().flat_map(Span::kept));
    }
    let of_words: Vec<(u32, u32)> = texts.iter().copied().zip(0..).collect();
    let (starts, spans) = grouped(&of_words, words.prepared.len());
    writer.u32s(starts);
    writer.u32s(spans);
    writer.u32s(owners);
    writer.u32s(texts.iter().copied());
    writer.bytes(places);
}

fn write_readings(writer: &mut Writer, parties: &[Party], terms: &Terms) {
    writer.u32s(ends(readings(parties).map(|reading| reading.parts.len())));
    writer.u32s(terms.of_parts.iter().copied());
    writer.u32s(ends(readings(parties).map(|reading| reading.spans.len())));
    let flags = |reading: &PreparedReading| {
        let surname_first = if reading.surname_first { SURNAME_FIRST } else { 0 };
        reading.languages.bits() | surname_first | if reading.acronym { ACRONYM } else { 0 }
    };
    writer.bytes(readings(parties).map(flags).collect());
    let sums = |reading: &PreparedReading| [reading.all_tells as u32, reading.all_left_over as u32];
    writer.u32s(readings(parties).flat_map(sums));
    let owners =
        (0..).zip(names(parties)).flat_map(|(name, one)| std::iter::repeat_n(name, one.readings.len()));
    writer.u32s(owners);
}

fn write_names(writer: &mut Writer, parties: &[Party]) {
    writer.u32s(ends(names(parties).map(|name| name.readings.len())));
    writer.bytes(names(parties).map(|name| name.choices).collect());
    writer.u64s(names(parties).map(|name| name.folded));
    writer.u32s(names(parties).map(|name| name.recorded));
    let owners = (0..).zip(parties).flat_map(|(party, one)| std::iter::repeat_n(party, one.names.len()));
    writer.u32s(owners);
    writer.u32s(ends(parties.iter().map(|party| party.names.len())));
    writer.bytes(parties.iter().map(|party| party.kind as u8).collect());
    writer.texts(parties.iter().map(|party| party.id.as_bytes()));
    let count = |party: &Party| party.names.iter().map(|name| name.readings.len()).sum::<usize>();
    let of_kind = |kind: Kind| parties.iter().filter(|party| party.kind == kind).map(count).sum();
    writer.u32s(ends(Kind::ALL.into_iter().map(of_kind)));
}

/// Keys that most words have no more of.
const USUAL_KEYS: usize = 16;

/// Write what is found by each key: the numbers of words, and where cores begin.
fn write_keys(writer: &mut Writer, lexicon: &Lexicon, words: &Words, cores: Vec<(u64, u32)>) {
    let of_some = |numbers: Range<usize>| {
        let (mut found, mut keys) = (Vec::with_capacity(numbers.len() * USUAL_KEYS), Vec::new());
        for number in numbers {
            let languages = [0, 1].map(|among| words.keyed[among][number]);
            lexicon.add_word_keys(&words.prepared[number], languages, &mut keys);
            found.extend(keys.drain(..).map(|key| (key, number as u32)));
        }
        found
    };
    let mut found = cores;
    pieces(words.prepared.len(), processors(), of_some).into_iter().for_each(|some| found.extend(some));
    let mut found = in_order_of_keys(found);
    found.dedup();
    let mut distinct: Vec<u64> = found.iter().map(|(key, _)| *key).collect();
    distinct.dedup();
    let bits = (distinct.len() >> BUCKET).next_power_of_two().trailing_zeros().max(1);
    let buckets = distinct.iter().map(|key| (key >> (64 - bits)) as u32);
    writer.u32s(starts(buckets, 1 << bits));
    writer.u32s(distinct.iter().map(|key| (key & TAG) as u32));
    let mut words: Vec<u32> = Vec::new();
    let values = found.chunk_by(|a, b| a.0 == b.0).map(|some| match some {
        [(_, alone)] => alone | ALONE,
        _ => {
            let start = words.len() as u32;
            words.push(some.len() as u32);
            words.extend(some.iter().map(|(_, word)| word));
            start
        }
    });
    writer.u32s(values.collect::<Vec<u32>>());
    writer.u32s(words);
}

fn write_sums(writer: &mut Writer, parties: &[Party]) {
    write_numbered(writer, names(parties).map(|name| name.folded).zip(0..));
    let held =
        (0..).zip(parties).flat_map(|(party, one)| one.identifiers.iter().map(move |sum| (*sum, party)));
    write_numbered(writer, held);
}

/// Checksums in order, and the number that stands beside each.
fn write_numbered(writer: &mut Writer, numbered: impl Iterator<Item = (u64, u32)>) {
    let mut found: Vec<(u64, u32)> = numbered.collect();
    found.sort_unstable();
    found.dedup();
    writer.u64s(found.iter().map(|(sum, _)| *sum));
    writer.u32s(found.into_iter().map(|(_, number)| number));
}
