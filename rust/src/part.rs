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
    /// All roles, in the order of their numbers.
    pub const ALL: [Role; Role::COUNT] = [
        Role::Word,
        Role::Initial,
        Role::Number,
        Role::Particle,
        Role::Honorific,
        Role::Suffix,
        Role::LegalForm,
        Role::Generic,
    ];
    pub const COUNT: usize = 8;

    /// The role that Python writes so; None for another word.
    pub fn parse(text: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == text)
    }

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
    /// All kinds, in the order of their numbers.
    pub const ALL: [Kind; 4] = [Kind::Person, Kind::Organisation, Kind::Vessel, Kind::Aircraft];

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
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
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

    /// What the part is when written as one with its neighbour.
    pub fn joined_as(&self) -> &str {
        match self.written.is_empty() {
            true => &self.text,
            false => &self.written,
        }
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
