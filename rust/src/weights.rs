//! Every number of the matching model, as Python read them: `weights/__init__.py`.

use crate::part::{Kind, Role};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rustc_hash::FxHashMap;

/// What one rare word tells, and a likeness of 1: amounts are whole millionths.
pub const FULL: i64 = 1_000_000;

/// Places and values, between which it is straight.
pub type Points = Vec<(i64, i64)>;
type Numbers = FxHashMap<String, i64>;

/// What a part of one role tells, and what it costs when it meets nothing.
#[derive(Clone, Copy, FromPyObject)]
#[pyo3(from_item_all)]
pub struct RoleWeights {
    pub tells: i64,
    pub left_over: i64,
    pub left_over_share: i64,
}

/// What a word tells by how common it is.
#[derive(Clone, Copy, FromPyObject)]
#[pyo3(from_item_all)]
pub struct WordWeights {
    pub rarest_bits: i64,
    pub bits_a_sound: i64,
    pub least_tells: i64,
    pub place: i64,
    pub digit: i64,
    pub patronymic: i64,
    pub without_vowels: i64,
}

/// How alike two words are by the rule they met by, and how alike they must be to meet.
#[derive(Clone, Copy, FromPyObject)]
#[pyo3(from_item_all)]
pub struct RuleWeights {
    pub floor: i64,
    pub known: i64,
    pub nickname: i64,
    pub sounded: i64,
    pub shorthand: i64,
    pub slip: i64,
    pub slip_letters: i64,
    pub slip_in_short: i64,
    pub shorthand_of_two: i64,
    pub scanned: i64,
    pub initial: i64,
    pub cut: i64,
    pub acronym: i64,
    pub cut_letters: i64,
    pub brand: i64,
    pub brand_letters: i64,
    pub long_brand: i64,
    pub long_brand_letters: i64,
    pub joined_floor: i64,
    pub joined_syllables_floor: i64,
    pub joined_brand_letters: i64,
    pub across_syllables: i64,
    pub close: i64,
    pub typed_two: i64,
    pub typed_one: i64,
    pub swapped: i64,
}

/// The doubt that stands because several may be meant.
#[derive(Clone, FromPyObject)]
#[pyo3(from_item_all)]
pub struct ChanceWeights {
    pub few_readings: i64,
    pub many_readings: i64,
    pub many: i64,
    pub acronym_of_3: i64,
    pub acronym_of_4: i64,
    pub acronym_longer: i64,
    pub acronym_tells: i64,
    pub common: Points,
    pub usual_words: Points,
    pub common_word: Points,
}

/// What names of one kind of party are forgiven.
#[derive(Clone, FromPyObject)]
#[pyo3(from_item_all)]
pub struct KindWeights {
    pub power: i64,
    pub unlike: i64,
    pub conflict: i64,
    pub conflict_syllables: i64,
    pub missing: i64,
    pub missing_syllables: i64,
    pub contradiction: i64,
    pub other_number: i64,
    pub only_generic: i64,
    pub both_named: i64,
    pub one_word: i64,
    pub one_brand: i64,
    pub other_trade: i64,
    pub all_generic: i64,
    pub fuller_name: i64,
    pub scale: Points,
}

/// The whole file.
#[derive(Clone)]
pub struct Weights {
    roles: [RoleWeights; Role::COUNT],
    pub words: WordWeights,
    pub rules: RuleWeights,
    pub chance: ChanceWeights,
    kinds: [KindWeights; 3],
    pub kind_contradicts: i64,
}

/// The same as Python hands it over: nested dictionaries.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct HandedWeights {
    roles: FxHashMap<String, RoleWeights>,
    words: WordWeights,
    rules: RuleWeights,
    chance: ChanceWeights,
    kinds: FxHashMap<String, KindWeights>,
    facts: Numbers,
}

impl Weights {
    /// Take over Python's weights; one that is missing is an error that names it.
    pub fn new(mut handed: HandedWeights) -> PyResult<Weights> {
        let mut roles = Vec::new();
        for role in Role::ALL {
            let found = handed.roles.get(role.as_str()).copied();
            roles.push(found.ok_or_else(|| missing(role.as_str()))?);
        }
        let mut kinds = Vec::new();
        for kind in ["person", "organisation", "vessel"] {
            kinds.push(handed.kinds.remove(kind).ok_or_else(|| missing(kind))?);
        }
        let contradicts = handed.facts.get("kind_contradicts").copied();
        let found = Weights {
            roles: roles.try_into().map_err(|_| missing("roles"))?,
            words: handed.words,
            rules: handed.rules,
            chance: handed.chance,
            kinds: kinds.try_into().map_err(|_| missing("kinds"))?,
            kind_contradicts: contradicts.ok_or_else(|| missing("facts.kind_contradicts"))?,
        };
        match found.is_bounded() {
            true => Ok(found),
            false => Err(PyValueError::new_err("weights: the engine's bounds do not hold for these numbers")),
        }
    }

    /// Whether the numbers are such as the index's bounds rest on.
    fn is_bounded(&self) -> bool {
        let rules = &self.rules;
        let falling = self.chance.common.windows(2).all(|pair| pair[0].1 >= pair[1].1);
        let forgiving = self.kinds.iter().all(|kind| {
            kind.conflict >= kind.missing.max(kind.missing_syllables)
                && kind.conflict_syllables >= kind.conflict
                && kind.scale.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1)
        });
        let floors = rules.close >= rules.floor && rules.joined_floor <= rules.joined_syllables_floor;
        floors && falling && forgiving
    }

    pub fn role(&self, role: Role) -> &RoleWeights {
        &self.roles[role as usize]
    }

    /// The weights by which names of a kind are compared; an aircraft's are a ship's.
    pub fn kind(&self, kind: Kind) -> &KindWeights {
        match kind {
            Kind::Person => &self.kinds[0],
            Kind::Organisation => &self.kinds[1],
            Kind::Vessel | Kind::Aircraft => &self.kinds[2],
        }
    }
}

fn missing(name: &str) -> PyErr {
    PyValueError::new_err(format!("weights: {name} was not handed to the engine"))
}
