"""Cases to find: listed names as they are, changed by each perturbation, and by two or three at once.

Reach for :func:`draw_cases`. The same parties and seed give the same cases, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from ...model import Party, Subject
from ..catalogue import PERTURBATIONS
from ..controls import CONTROLS, Control
from ..perturbations import Perturbation, composed
from ..trial import screenable_names

__all__ = ["BASELINE", "Case", "ControlSubject", "draw_cases", "draw_controls"]

BASELINE = "as listed"
_TRIES_A_CASE = 40
"""How many names are tried for a case before a perturbation counts as exhausted."""


_IN_VAIN = 500
"""How often a control may give nothing new before it counts as exhausted."""


@dataclass(frozen=True)
class Case:
    """A subject that is a listed party, under a changed name."""

    subject: Subject
    party: Party
    as_listed: str
    perturbation: str
    """Its name; several are joined by `` + ``."""
    imitates: str
    depth: int
    """How many perturbations; 0 for a name as it is listed."""


@dataclass(frozen=True)
class ControlSubject:
    """A subject that is none of some parties."""

    subject: Subject
    not_these: frozenset[str]
    """Empty where it is none of all there are."""
    control: Control


def draw_cases(
    parties: Sequence[Party],
    count: int,
    random_seed: int = 0,
    perturbations: Sequence[Perturbation] = PERTURBATIONS,
) -> tuple[Case, ...]:
    """Return about *count* cases: a twentieth as listed, three fifths of one perturbation, the rest of more.

    Each perturbation has as many as any other, where so many names can be changed by it.
    """
    spellings = sorted(
        ((party, name.text) for party in parties for name in screenable_names(party)),
        key=lambda each: (each[0].party_id, each[1]),
    )
    if not spellings:
        return ()
    drawn = [*_as_listed(spellings, count // 20, Random(f"{random_seed} baseline"))]  # noqa: S311 -- test data
    each = (count * 3 // 5) // max(1, len(perturbations))
    for one in perturbations:
        drawn += _changed(spellings, [one], each, Random(f"{random_seed} {one.name}"))  # noqa: S311 -- as above
    for depth, share in ((2, 4), (3, 3)):
        left = (count - len(drawn)) * share // 7 if depth == 2 else count - len(drawn)
        source = Random(f"{random_seed} depth {depth}")  # noqa: S311 -- as above
        drawn += _of_depth(spellings, perturbations, depth, left, source)
    return tuple(drawn)


def _as_listed(spellings: Sequence[tuple[Party, str]], count: int, random: Random) -> Iterator[Case]:
    for party, text in random.sample(spellings, min(count, len(spellings))):
        yield Case(Subject(name=text, kind=party.kind), party, text, BASELINE, "the list's own spelling", 0)


def _changed(
    spellings: Sequence[tuple[Party, str]], several: Sequence[Perturbation], count: int, random: Random
) -> list[Case]:
    one = several[0] if len(several) == 1 else composed(*several)
    found: list[Case] = []
    seen: set[tuple[str, str]] = set()
    for _ in range(count * _TRIES_A_CASE):
        if len(found) >= count:
            break
        case = _case(*random.choice(spellings), one, random)
        if case is not None and (case.party.party_id, case.subject.name) not in seen:
            seen.add((case.party.party_id, case.subject.name))
            found.append(case)
    return found


def _case(party: Party, text: str, one: Perturbation, random: Random) -> Case | None:
    """Return the case of a name changed by *one*; None when it changes nothing there."""
    if party.kind not in one.kinds:
        return None
    dated = one.change_subject is not None and one.depth == 1
    born = next((each for each in party.birth_dates if each.is_exact), None) if dated else None
    subject = Subject(name=text, kind=party.kind, birth_date=born)
    changed = one.apply_to(subject, random)
    if changed == subject or not any(map(str.isalnum, changed.name)):
        return None
    return Case(changed, party, text, one.name, one.imitates, one.depth)


def _of_depth(
    spellings: Sequence[tuple[Party, str]],
    perturbations: Sequence[Perturbation],
    depth: int,
    count: int,
    random: Random,
) -> list[Case]:
    found: list[Case] = []
    for _ in range(count * _TRIES_A_CASE):
        if len(found) >= count:
            break
        several = random.sample(perturbations, min(depth, len(perturbations)))
        party, text = random.choice(spellings)
        if all(_applies(one, party, text, random) for one in several):
            case = _case(party, text, composed(*several), random)
            found += [case] if case is not None else []
    return found


def _applies(one: Perturbation, party: Party, text: str, random: Random) -> bool:
    subject = Subject(name=text, kind=party.kind)
    return party.kind in one.kinds and one.apply_to(subject, random.randrange(1 << 30)) != subject


def draw_controls(
    parties: Sequence[Party], count: int, random_seed: int = 0, controls: Sequence[Control] = CONTROLS
) -> tuple[ControlSubject, ...]:
    """Return about *count* subjects that are none of the parties they are close to, of each control alike."""
    ordered = sorted(parties, key=lambda party: party.party_id)
    found: list[ControlSubject] = []
    for control in controls:
        random = Random(f"{random_seed} {control.name}")  # noqa: S311 -- test data
        wanted, seen, in_vain = count // max(1, len(controls)), set[str](), 0
        while len(seen) < wanted and in_vain < _IN_VAIN:
            case = control.make(ordered, random)
            if case is None or (key := case.subject.canonical_json()) in seen:
                in_vain += 1
                continue
            seen.add(key)
            found.append(ControlSubject(case.subject, frozenset(case.not_these), control))
    return tuple(found)
