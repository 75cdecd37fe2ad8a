//! One part of a name, and what kind of part it is: `names/parts.py`.

use std::hash::{Hash, Hasher};

/// What a part of a name is; the words are those of Python's `NamePartRole`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Word,
    Initial,
    Number,
    Particle,
    Honorific,
    Suffix,
    LegalForm,
    Generic,
}

impl Role {
    /// The role as Python writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Word => "word",
            Role::Initial => "initial",
            Role::Number => "number",
            Role::Particle => "particle",
            Role::Honorific => "honorific",
            Role::Suffix => "suffix",
            Role::LegalForm => "legal-form",
            Role::Generic => "generic",
        }
    }
}

/// The kinds of party whose rules a name's parts may follow: Python's `PartyKind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Person,
    Organisation,
    Vessel,
    Aircraft,
}

impl Kind {
    /// The kind as Python writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Vessel => "vessel",
            Kind::Aircraft => "aircraft",
        }
    }

    /// The kind that Python writes so; None for another word.
    pub fn parse(text: &str) -> Option<Kind> {
        [Kind::Person, Kind::Organisation, Kind::Vessel, Kind::Aircraft]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// A part as it is compared and what kind of part it is; `written` takes no part in equality.
#[derive(Clone, Debug)]
pub struct Part {
    pub text: String,
    pub role: Role,
    /// The one word that a standing form was written as; empty where the text is what was written.
    pub written: String,
}

impl Part {
    /// A part that was written as it is compared.
    pub fn new(text: impl Into<String>, role: Role) -> Part {
        Part { text: text.into(), role, written: String::new() }
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.text == other.text && self.role == other.role
    }
}

impl Eq for Part {}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
        self.role.hash(state);
    }
}
