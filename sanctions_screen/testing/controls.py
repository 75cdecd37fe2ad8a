"""Names that must not be taken for a listed party, as named values: what false alerts are measured on.

Reach for :data:`CONTROLS` beside the perturbations: a screener that answers "hit" to everything survives each
of those. A control makes a subject that is close to one or two parties and is neither; a hit on one of them
counts as false. How often it happens is a figure, not a law: people on no list do bear listed names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from ..model import PartialDate, Party, PartyKind, Subject
from .changes.parts import natural_parts

__all__ = ["CONTROLS", "Control", "ControlCase", "control_named"]


@dataclass(frozen=True)
class ControlCase:
    """A subject, and the parties of which none is who it is."""

    subject: Subject
    not_these: tuple[str, ...]
    """Empty where it is none of all there are."""


@dataclass(frozen=True)
class Control:
    """One way to be nobody who is listed.

    Attributes:
        name: A short name, unique among :data:`CONTROLS`.
        description: What the subject is, in plain words.
        imitates: Where such subjects come from.
        make: From parties and a source of randomness to a case; None when it does not fit the ones drawn.
    """

    name: str
    description: str
    imitates: str
    make: Callable[[Sequence[Party], Random], ControlCase | None]

    def __repr__(self) -> str:
        return f"<Control {self.name}>"


def _name_of(party: Party) -> str:
    return next((name.text for name in party.names if name.role == "primary"), party.names[0].text)


def _of_kind(parties: Sequence[Party], kind: PartyKind, random: Random) -> Party | None:
    """Return one of a few parties drawn that is of *kind*."""
    drawn = (random.choice(parties) for _ in range(50))
    return next((party for party in drawn if party.kind == kind and party.names), None)


def _tokens_swapped(parties: Sequence[Party], random: Random) -> ControlCase | None:
    first, second = (_of_kind(parties, "person", random) for _ in range(2))
    if first is None or second is None or first.party_id == second.party_id:
        return None
    one, other = natural_parts(_name_of(first)), natural_parts(_name_of(second))
    if len(one) < 2 or len(other) < 2 or one[-1] == other[-1]:
        return None
    words = [word for part in [*one[:-1], other[-1]] for word in part]
    return ControlCase(Subject(name=" ".join(words), kind="person"), (first.party_id, second.party_id))


_NUMBER = re.compile(r"(?<!\w)\d{1,4}(?!\w)")


def _another_number(parties: Sequence[Party], random: Random) -> ControlCase | None:
    numbered = [
        party
        for party in random.choices(parties, k=100)
        if party.kind in ("organisation", "vessel") and party.names and _NUMBER.search(_name_of(party))
    ]
    if not numbered:
        return None
    party = numbered[0]
    text = _NUMBER.sub(lambda found: str(int(found[0]) + random.randrange(1, 9)), _name_of(party), count=1)
    return ControlCase(Subject(name=text, kind=party.kind), (party.party_id,))


def _born_another_day(parties: Sequence[Party], random: Random) -> ControlCase | None:
    party = _of_kind(parties, "person", random)
    if party is None or not party.birth_dates:
        return None
    year = min(born.earliest.year for born in party.birth_dates) + random.choice((-1, 1)) * random.randrange(
        18, 40
    )
    born = PartialDate.of_day(date(min(year, 2008), random.randrange(1, 13), random.randrange(1, 29)))
    if any(abs(born.earliest.year - other.earliest.year) < 15 for other in party.birth_dates):
        return None
    subject = Subject(name=_name_of(party), kind="person", birth_date=born, countries=("NZ",))
    return ControlCase(subject, (party.party_id,))


def _one_part(parties: Sequence[Party], random: Random) -> ControlCase | None:
    party = _of_kind(parties, "person", random)
    parts = natural_parts(_name_of(party)) if party else []
    if party is None or len(parts) < 2:
        return None
    return ControlCase(Subject(name=" ".join(parts[-1]), kind="person"), ())


_GENERIC = (
    "Trading Company Limited",
    "General Trading LLC",
    "International Holding Group",
    "Import Export Co. Ltd.",
    "National Bank",
    "Shipping Lines",
    "Industrial Development Corporation",
    "Investment Company",
    "Oil and Gas",
    "Ministry of Defence",
    "Technology Center",
    "Construction and Engineering Company",
)


def _generic_words(parties: Sequence[Party], random: Random) -> ControlCase | None:
    if _of_kind(parties, "organisation", random) is None:
        return None
    return ControlCase(Subject(name=random.choice(_GENERIC), kind="organisation"), ())


CONTROLS: tuple[Control, ...] = (
    Control(
        "tokens-swapped",
        "one party's given names with another's family name",
        "people who share parts of names",
        _tokens_swapped,
    ),
    Control(
        "another-number",
        "a firm or ship with another number in its name",
        "sister firms, branches and ships",
        _another_number,
    ),
    Control(
        "born-another-day",
        "a listed name, born a generation apart in another country",
        "namesakes",
        _born_another_day,
    ),
    Control("one-part", "a listed party's family name alone", "half-filled forms", _one_part),
    Control(
        "generic-words",
        "words that many firms' names are made of, alone",
        "half-filled forms",
        _generic_words,
    ),
)
"""Every control."""


def control_named(name: str) -> Control:
    """Return the control of that name; KeyError listing the names there are."""
    for each in CONTROLS:
        if each.name == name:
            return each
    raise KeyError(f"no control {name!r}; there are: {', '.join(each.name for each in CONTROLS)}")
