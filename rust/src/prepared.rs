//! Make ready what every comparison needs of a name, once: `matching/prepared.py`.

use crate::languages::Spoken;
use crate::lexicon::Lexicon;
use crate::part::{Part, Role};
use crate::sounds::WILD_VOWEL;
use crate::weights::FULL;

/// A run of parts that may be written as one: where it starts, how many, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: u8,
    pub size: u8,
    /// Whether its text is an acronym, which only its equal meets.
    pub shortened: bool,
    pub text: Box<str>,
}

/// In the size of a run as it is kept: that its text is an acronym.
const SHORTENED: u8 = 0x80;

impl Span {
    /// The positions of its parts.
    pub fn places(&self) -> std::ops::Range<usize> {
        let start = usize::from(self.start);
        start..start + usize::from(self.size)
    }

    /// Its places as they are kept.
    pub fn kept(&self) -> [u8; 2] {
        [self.start, self.size | if self.shortened { SHORTENED } else { 0 }]
    }

    /// A run of which the places were kept.
    pub fn of_kept(places: &[u8], text: &str) -> Span {
        let (start, size) = (places[0], places[1] & !SHORTENED);
        Span { start, size, shortened: is_shortened(places), text: text.into() }
    }
}

/// Whether a run's text is an acronym, as its places were kept.
pub fn is_shortened(places: &[u8]) -> bool {
    places[1] & SHORTENED != 0
}

/// The positions of a run's parts, as its places were kept.
pub fn kept_places(places: &[u8]) -> std::ops::Range<usize> {
    let start = usize::from(places[0]);
    start..start + usize::from(places[1] & !SHORTENED)
}

/// A part as it is compared, with what it tells and what it costs left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedPart {
    pub text: Box<str>,
    pub role: Role,
    pub tells: i64,
    pub left_over: i64,
}

impl PreparedPart {
    /// Its place in the alphabet: text before role.
    pub fn place(&self) -> (&str, &'static str) {
        (&self.text, self.role.as_str())
    }

    /// Whether it is the beginning of a word that was cut off.
    pub fn is_begun(&self) -> bool {
        is_begun(self.role, &self.text)
    }
}

fn is_begun(role: Role, text: &str) -> bool {
    role == Role::Initial && text.len() > 1
}

/// A reading with what every comparison needs of it. Amounts are millionths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreparedReading {
    pub parts: Vec<PreparedPart>,
    pub spans: Vec<Span>,
    pub languages: Spoken,
    pub acronym: bool,
    /// Whether it was written so that its surname can only stand in front.
    pub surname_first: bool,
    pub all_tells: i64,
    pub all_left_over: i64,
}

/// A name and its readings, prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreparedName {
    /// A checksum of the folded name: other checksums are of other names.
    pub folded: u64,
    /// How many romanisations the name has; one in letters that leave vowels out has many.
    pub choices: u8,
    /// Of a party's name, the number of the recorded one that it is, or may be written for.
    pub recorded: u32,
    pub readings: Vec<PreparedReading>,
}

/// A reading as it is handed over: its parts, and the standard they were romanised by.
pub struct GivenReading<'a> {
    pub parts: &'a [Part],
    pub standard: Option<&'a str>,
    pub acronym: bool,
}

/// Why a name cannot be compared here; Python compares it then.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A part has other letters than small Latin ones and digits.
    Letters,
    /// It has more parts or readings than an index keeps.
    Size,
}

const MOST_PARTS: usize = 250;
/// A letter is two sounds at most, so that the sounds of words as long as this are all kept.
const LONGEST_PART: usize = crate::sound_costs::LONGEST / 2;

impl Lexicon {
    /// A name's readings, ready to be compared.
    pub fn prepared<'a>(
        &self,
        folded: &str,
        readings: impl Iterator<Item = GivenReading<'a>>,
    ) -> Result<PreparedName, Unfit> {
        let mut guessed = false;
        let readings: Vec<PreparedReading> = readings
            .inspect(|one| guessed |= self.languages.has_guessed_vowels(one.standard))
            .map(|reading| self.reading(&reading))
            .collect::<Result<_, _>>()?;
        let found = readings.iter().filter(|reading| !reading.acronym).count() as i64;
        let choices = if guessed { found.max(self.weights.chance.many) } else { found };
        let choices = u8::try_from(choices).map_err(|_| Unfit::Size)?;
        Ok(PreparedName { folded: crate::checksum::of(folded.as_bytes()), choices, recorded: 0, readings })
    }

    fn reading(&self, given: &GivenReading) -> Result<PreparedReading, Unfit> {
        if given.parts.len() > MOST_PARTS {
            return Err(Unfit::Size);
        }
        let parts: Vec<PreparedPart> =
            given.parts.iter().map(|part| self.part(part)).collect::<Result<_, _>>()?;
        let words: Vec<&str> = given.parts.iter().filter(|part| is_spoken(part)).map(|p| &*p.text).collect();
        Ok(PreparedReading {
            spans: self.spans(given.parts)?,
            languages: self.languages.languages(&words, given.standard),
            acronym: given.acronym,
            surname_first: self.languages.is_surname_first(given.standard),
            all_tells: parts.iter().map(|part| part.tells).sum(),
            all_left_over: parts.iter().map(|part| part.left_over).sum(),
            parts,
        })
    }

    /// What a part tells about who is meant: `matching/prepared.py`.
    pub fn tells(&self, text: &str, role: Role) -> i64 {
        let (told, words) = (self.weights.role(role).tells, &self.weights.words);
        if role == Role::Generic && self.handed.places.contains(text) {
            return words.place;
        }
        if role == Role::Number && text.len() == 1 {
            return words.digit;
        }
        if role != Role::Word {
            return told;
        }
        let heard = self.sounds.sounds(text);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let length = (heard.chars().count() + digits) as i64;
        let known = self.handed.word_bits.get(&heard).copied().unwrap_or(words.rarest_bits);
        let bits = known.min(words.bits_a_sound * length);
        let told = words.least_tells.max((told * bits).div_euclid(words.rarest_bits));
        match text.as_bytes().contains(&WILD_VOWEL) {
            true => told * words.without_vowels / FULL,
            false => told,
        }
    }

    /// What a part costs when it meets nothing and the other name has all its parts.
    pub fn left_over(&self, text: &str, role: Role, tells: i64) -> i64 {
        let left = self.left_over_beside(role, tells);
        match self.is_patronymic(text, role) {
            true => left * self.weights.words.patronymic / FULL,
            false => left,
        }
    }

    /// What a part costs when it meets nothing, and something of the other name does not either.
    pub fn left_over_beside(&self, role: Role, tells: i64) -> i64 {
        let role = self.weights.role(role);
        role.left_over + tells * role.left_over_share / FULL
    }

    /// Whether a part is a word that ends as names made of a father's do.
    pub fn is_patronymic(&self, text: &str, role: Role) -> bool {
        role == Role::Word
            && text.len() >= self.handed.shortest_patronymic
            && self.handed.patronymics.iter().any(|ending| text.ends_with(ending.as_str()))
    }

    fn part(&self, part: &Part) -> Result<PreparedPart, Unfit> {
        check(&part.text)?;
        let tells = self.tells(&part.text, part.role);
        let left_over = match is_begun(part.role, &part.text) {
            true => self.left_over_beside(Role::Word, self.tells(&part.text, Role::Word)), // a word cut off
            false => self.left_over(&part.text, part.role, tells),
        };
        Ok(PreparedPart { text: part.text.as_str().into(), role: part.role, tells, left_over })
    }

    /// `joins` and `shortened`: every run of parts that may be written as one, or as an acronym.
    fn spans(&self, parts: &[Part]) -> Result<Vec<Span>, Unfit> {
        let mut found = Vec::new();
        for size in 2..=self.handed.longest_join {
            for (start, group) in parts.windows(size).enumerate() {
                if group.iter().all(|part| self.joins(part)) {
                    let text: String = group.iter().map(Part::joined_as).collect();
                    check(&text)?;
                    let (start, size) = (start as u8, size as u8);
                    found.push(Span { start, size, shortened: false, text: text.into() });
                }
            }
        }
        found.extend(self.handed.shortening.spans(parts));
        Ok(found)
    }
}

fn check(text: &str) -> Result<(), Unfit> {
    if text.is_empty() || !text.is_ascii() {
        return Err(Unfit::Letters);
    }
    match text.len() > LONGEST_PART {
        true => Err(Unfit::Size),
        false => Ok(()),
    }
}

/// Whether a part is one of the words that tell a name's language.
fn is_spoken(part: &Part) -> bool {
    matches!(part.role, Role::Word | Role::Particle | Role::Initial)
}
