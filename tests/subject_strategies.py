"""What the laws of searching draw: parties, and subjects that somebody may have meant by one of them."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from name_strategies import ANY_TEXT, KINDS

from sanctions_screen.model import Name, Party, Subject
from sanctions_screen.testing import PERTURBATIONS, parties, person_names, subjects

LISTS: Final = st.lists(parties(), min_size=1, max_size=8, unique_by=lambda party: party.party_id)

POOL: Final = st.lists(parties(list_id="own"), min_size=2, max_size=6, unique_by=lambda party: party.party_id)


@st.composite
def updated_lists(draw: st.DrawFn) -> tuple[list[Party], list[Party], list[Party]]:
    """Draw parties, and a list of some of them before and after an update."""
    pool = draw(POOL)
    before = draw(st.lists(st.sampled_from(pool), min_size=1, unique_by=lambda party: party.party_id))
    after = draw(st.lists(st.sampled_from(pool), min_size=1, unique_by=lambda party: party.party_id))
    if draw(st.booleans()):
        after[0] = after[0].model_copy(update={"names": draw(st.sampled_from(pool)).names})
    return pool, before, after


@st.composite
def respelled(draw: st.DrawFn, name: str) -> str:
    """Draw *name* as someone else may write it: misspelt, cut, joined, turned round, several at once."""
    for change in draw(st.lists(st.sampled_from(PERTURBATIONS), max_size=3)):
        name = change.apply(name, draw(st.integers(0, 2**16)))
    words = name.split()
    how = draw(st.sampled_from(("as it is", "joined", "initials", "cut", "half a word", "doubled")))
    if how == "joined":
        return "".join(words)
    if how == "initials":
        return " ".join([word[0] for word in words[:-1]] + words[-1:])
    if how == "cut":
        return " ".join(draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))) if words else name
    if how == "half a word":
        return name[: draw(st.integers(1, max(1, len(name))))]
    return f"{name} {name}" if how == "doubled" else name


@st.composite
def subjects_like(draw: st.DrawFn, listed: Party) -> Subject:
    """Draw a subject called somewhat like a listed party, or like nobody with its identifier."""
    name = draw(respelled(draw(st.sampled_from(listed.names)).text) | ANY_TEXT)
    more = draw(subjects())
    own = list(listed.identifiers)
    return Subject(
        name=name,
        kind=draw(KINDS),
        aliases=tuple(draw(st.lists(person_names(), max_size=1))),
        birth_date=draw(st.sampled_from((None, more.birth_date, *listed.birth_dates))),
        countries=draw(st.sampled_from(((), more.countries, tuple(sorted(listed.country_codes))))),
        identifiers=tuple(draw(st.lists(st.sampled_from([*own, *more.identifiers]), max_size=1)))
        if own or more.identifiers
        else (),
        gender=draw(st.sampled_from((None, "male", "F"))),
    )


@st.composite
def with_a_fuller_name(draw: st.DrawFn, listed: Party) -> tuple[Party, Subject]:
    """Draw a person with a name and a fuller form of it, and a subject who has another word there."""
    shorter = draw(st.sampled_from(listed.names)).text
    extra, other = draw(person_names(script="Latn")), draw(person_names(script="Latn"))
    names = (Name(text=shorter), Name(text=f"{shorter} {extra.split()[-1]}", role="strong"))
    person = listed.model_copy(update={"kind": "person", "names": names})
    return person, Subject(name=f"{shorter} {other.split()[-1]}", birth_date=draw(_one_of(person)))


def _one_of(party: Party) -> st.SearchStrategy[object]:
    return st.sampled_from((None, *party.birth_dates))
