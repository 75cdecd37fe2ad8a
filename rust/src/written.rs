//! Names as written, on either side: a subject's, for each kind of party; a party's, as an index keeps them.

use crate::bounds::Beside;
use crate::comparable::{ComparableName, Names, Standard};
use crate::lexicon::Lexicon;
use crate::part::{Kind, Role};
use crate::prepared::{GivenReading, PreparedName, Unfit};
use crate::search::{AskedName, How};
use std::sync::Arc;

/// A name as written, and how Python spells it in Latin letters where the engine cannot.
pub struct Written {
    pub text: String,
    pub spelled: Option<Spelled>,
}

/// A name folded in its own script, and its readings in folded Latin letters.
pub struct Spelled {
    pub folded: String,
    /// Of a person, or of nobody knows whom.
    pub of_people: Vec<(String, Standard)>,
    /// Of firms and ships, in whose names digits stay digits.
    pub of_others: Vec<(String, Standard)>,
}

/// What names are read and prepared with.
#[derive(Clone)]
pub struct Reader {
    pub names: Arc<Names>,
    pub lexicon: Arc<Lexicon>,
}

/// Who is asked about: names, kind, and what is known beside them.
pub struct Subject {
    pub names: Vec<Written>,
    pub besides: Besides,
}

/// What is known of a subject beside its names.
#[derive(Clone, Copy)]
pub struct Besides {
    pub kind: Option<Kind>,
    /// The most, in millionths, that facts may speak for it.
    pub facts_for: i64,
    /// Whether a common name is doubted.
    pub common: bool,
}

impl Besides {
    /// The same beside a party of a kind.
    pub fn beside(&self, lexicon: &Lexicon, kind: Kind) -> Beside {
        let contradicts = self.kind.is_some_and(|own| own != kind);
        let doubt = if contradicts { lexicon.weights.kind_contradicts } else { 0 };
        Beside { facts_for: self.facts_for, doubt, common: self.common }
    }
}

impl Reader {
    /// A name as one of a kind; an error where Python must spell it first.
    pub fn comparable(&self, written: &Written, kind: Option<Kind>) -> Result<ComparableName, Unfit> {
        let found = match &written.spelled {
            None => self.names.comparable(&written.text, kind),
            Some(spelled) => {
                let people = matches!(kind, None | Some(Kind::Person));
                let readings = if people { &spelled.of_people } else { &spelled.of_others };
                self.names.read(spelled.folded.clone(), readings, kind)
            }
        };
        found.ok_or(Unfit::Letters)
    }

    /// A name of a party, ready to be compared.
    pub fn prepared(&self, written: &Written, kind: Kind) -> Result<PreparedName, Unfit> {
        self.ready(&self.comparable(written, Some(kind))?)
    }

    fn ready(&self, name: &ComparableName) -> Result<PreparedName, Unfit> {
        let acronym = |standard: &Standard| self.names.is_acronym(standard);
        let readings = name.readings.iter().map(|one| GivenReading {
            acronym: acronym(&one.standard),
            parts: &one.parts,
            standard: one.standard.as_deref(),
        });
        self.lexicon.prepared(&name.folded, readings)
    }

    /// A subject's names among parties of these kinds (`asked` of `matching/sides.py`), and whether it has a
    /// name with something to compare.
    pub fn asked(&self, subject: &Subject, kinds: &[Kind]) -> Result<(Vec<AskedName>, bool), Unfit> {
        let mut asked: Vec<AskedName> = Vec::with_capacity(kinds.len() * subject.names.len());
        let mut screenable = false;
        for written in &subject.names {
            let mut read = Read { reader: self, written, known: Vec::new() };
            screenable |= read.as_of(subject.besides.kind)?.reason.is_none();
            let person = read.may_be_person(subject.besides.kind)?;
            let mut ready: Vec<(usize, Arc<PreparedName>)> = Vec::with_capacity(kinds.len());
            for kind in kinds {
                let place = read.place(Some(*kind))?;
                let of = |place: usize| &read.known[place].1;
                // Most names are read alike as one of any kind.
                let known = ready.iter().find(|(other, _)| of(*other).is_read_as(of(place)));
                let name = match known {
                    Some((_, name)) => name.clone(),
                    None => Arc::new(self.ready(of(place))?),
                };
                ready.push((place, name.clone()));
                let how = How {
                    kind: *kind,
                    weighed_as: if person { Kind::Person } else { *kind },
                    beside: subject.besides.beside(&self.lexicon, *kind),
                };
                asked.push(AskedName { name, how });
            }
        }
        Ok((asked, screenable))
    }
}

/// A name as one of several kinds, each read once.
struct Read<'a> {
    reader: &'a Reader,
    written: &'a Written,
    known: Vec<(Option<Kind>, ComparableName)>,
}

impl Read<'_> {
    /// The name as one of a kind.
    fn as_of(&mut self, kind: Option<Kind>) -> Result<&ComparableName, Unfit> {
        let place = self.place(kind)?;
        Ok(&self.known[place].1)
    }

    /// The place, among those known, of the name as one of a kind.
    fn place(&mut self, kind: Option<Kind>) -> Result<usize, Unfit> {
        // What looks to be a person's is read as a person's.
        let same = |(known, name): &(Option<Kind>, ComparableName)| {
            *known == kind
                || known.is_none() && kind == Some(Kind::Person) && name.compared_as == Kind::Person
        };
        if let Some(place) = self.known.iter().position(same) {
            return Ok(place);
        }
        self.known.push((kind, self.reader.comparable(self.written, kind)?));
        Ok(self.known.len() - 1)
    }

    /// `_may_be_person`: true where nothing in a name is what only a firm's has.
    fn may_be_person(&mut self, kind: Option<Kind>) -> Result<bool, Unfit> {
        if let Some(kind) = kind {
            return Ok(kind == Kind::Person);
        }
        if self.as_of(None)?.compared_as != Kind::Person {
            return Ok(false);
        }
        let of_firm = |role: Role| matches!(role, Role::Generic | Role::LegalForm | Role::Number);
        let as_firm = self.as_of(Some(Kind::Organisation))?;
        let mut parts = as_firm.readings.iter().flat_map(|reading| &reading.parts);
        Ok(!parts.any(|part| of_firm(part.role)))
    }
}
