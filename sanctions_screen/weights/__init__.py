"""Every number of the matching model, read from one file of data.

Reach for :data:`WEIGHTS`. Guarantees: frozen; the digest is of the file's very bytes, so that equal digests
mean equal numbers; a number that is missing, misspelled or of the wrong sort is an error that names it.
"""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from ..model import PartyKind

__all__ = [
    "FULL",
    "Chance",
    "Facts",
    "Kind",
    "Kinds",
    "Role",
    "Roles",
    "Rules",
    "Weights",
    "Words",
    "weights",
]

FULL: Final = 1_000_000
"""What one rare word tells, and a likeness of 1: amounts are whole millionths, so that sums are equal in any
order."""

Amount = Annotated[int, Field(ge=0, strict=True)]
Points = tuple[tuple[Amount, Amount], ...]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(_Table):
    """What a part of one role tells, and what it costs when it meets nothing."""

    tells: Amount
    left_over: Amount
    left_over_share: Amount


class Roles(_Table):
    """The parts of names by their roles."""

    word: Role
    number: Role
    generic: Role
    initial: Role
    suffix: Role
    particle: Role
    legal_form: Role = Field(alias="legal-form")
    honorific: Role


class Words(_Table):
    """What a word tells by how common it is."""

    rarest_bits: Amount
    bits_a_sound: Amount
    least_tells: Amount
    place: Amount
    digit: Amount
    patronymic: Amount
    without_vowels: Amount


class Rules(_Table):
    """How alike two words are by the rule they met by, and how alike they must be to meet."""

    floor: Amount
    known: Amount
    nickname: Amount
    sounded: Amount
    shorthand: Amount
    slip: Amount
    slip_letters: Amount
    slip_in_short: Amount
    shorthand_of_two: Amount
    scanned: Amount
    initial: Amount
    cut: Amount
    acronym: Amount
    cut_letters: Amount
    brand: Amount
    brand_letters: Amount
    long_brand: Amount
    long_brand_letters: Amount
    joined_floor: Amount
    joined_syllables_floor: Amount
    joined_brand_letters: Amount
    across_syllables: Amount
    close: Amount
    typed_two: Amount
    typed_one: Amount
    swapped: Amount


class Facts(_Table):
    """What agreeing facts tell, and the doubt that contradicting ones raise."""

    birth_date_agrees: Amount
    birth_date_in_part: Amount
    birth_date_contradicts: Amount
    country_agrees: Amount
    country_contradicts: Amount
    contact_agrees: Amount
    gender_contradicts: Amount
    kind_contradicts: Amount
    identifier_contradicts: Amount
    identifier_settles: Amount
    years_near: Amount
    years_near_circa: Amount


class Common(_Table):
    """The doubt that a common name raises, by what speaks for the two being one; between points it is
    straight."""

    points: Points


class UsualWords(_Table):
    """How much of the doubt that only usual words met stands, by what they tell; between points it is
    straight."""

    points: Points


class CommonWord(_Table):
    """How much of the doubt that one word met stands where only usual words are left over, by what the word
    tells; between points it is straight."""

    points: Points


class Chance(_Table):
    """The doubt that stands because several may be meant."""

    few_readings: Amount
    many_readings: Amount
    many: Amount
    other_character: Amount
    not_compared: Amount
    words_not_compared: Amount
    acronym_of_3: Amount
    acronym_of_4: Amount
    acronym_longer: Amount
    acronym_tells: Amount
    common: Common
    usual_words: UsualWords
    common_word: CommonWord


class Kind(_Table):
    """What names of one kind of party are forgiven."""

    power: Amount
    unlike: Amount
    conflict: Amount
    conflict_syllables: Amount
    missing: Amount
    missing_syllables: Amount
    contradiction: Amount
    other_number: Amount
    only_generic: Amount
    both_named: Amount
    one_word: Amount
    one_brand: Amount
    other_trade: Amount
    all_generic: Amount
    fuller_name: Amount
    scale: Points


class Kinds(_Table):
    """The kinds of party; an aircraft is a ship here."""

    person: Kind
    organisation: Kind
    vessel: Kind


class Weights(_Table):
    """The whole file, and its digest."""

    dated: date
    roles: Roles
    words: Words
    rules: Rules
    facts: Facts
    chance: Chance
    kinds: Kinds
    digest: str

    def kind(self, kind: PartyKind) -> Kind:
        """Return the weights by which names of *kind* are compared; an aircraft's are a ship's."""
        found: Kind = getattr(self.kinds, "vessel" if kind == "aircraft" else kind)
        return found

    def role(self, role: str) -> Role:
        """Return what a part of a role tells and costs left over."""
        found: Role = getattr(self.roles, role.replace("-", "_"))
        return found


def shipped() -> bytes:
    """Return the bytes of the file of weights that this version of the library ships."""
    return (resources.files(__name__) / "weights.toml").read_bytes()


@cache
def weights() -> Weights:
    """Return the weights that this version of the library ships."""
    raw = shipped()
    return Weights.model_validate({**tomllib.loads(raw.decode()), "digest": hashlib.sha256(raw).hexdigest()})
