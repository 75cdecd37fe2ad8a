"""Laws: a change that is made and taken back leaves the record as it was, and no value that it does not
speak of is touched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice

from sanctions_screen.history._remaking import remade
from sanctions_screen.model import Name, PartialDate, Party

TEXTS = ("ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON")
YEARS = ("1950", "1951", "1952", "1953", "1954")
PROGRAMMES = ("P1", "P2", "P3", "P4", "P5")
values = st.frozensets(st.integers(0, 4), max_size=4)


def party(names: frozenset[int], years: frozenset[int], programmes: frozenset[int], first: int) -> Party:
    """Return a record; its names stand in any order, the one it is listed by in front."""
    texts = [
        TEXTS[number] for number in sorted(names | {first}, key=lambda number: (number != first, number))
    ]
    return Party(
        party_id=f"{LIST}:1",
        kind="person",
        names=tuple(Name(text=text, role="strong" if n else "primary") for n, text in enumerate(texts)),
        birth_dates=tuple(PartialDate.parse(YEARS[number]) for number in sorted(years)),
        programmes=tuple(PROGRAMMES[number] for number in sorted(programmes)),
        remarks="As the list has it.",
    )


records = st.builds(party, values, values, values, st.integers(0, 4))


def _texts(record: Party) -> set[object]:
    return {name.text for name in record.names}


def _born(record: Party) -> set[object]:
    return set(record.birth_dates)


def held(record: Party) -> tuple[set[object], set[object]]:
    return _texts(record), _born(record)


@given(records, records, records)
def test_a_change_made_and_taken_back_leaves_the_record_as_it_was(
    seen: Party, old: Party, new: Party
) -> None:
    names, born = held(old)
    more = new.birth_dates, new.names
    record = seen.model_copy(
        update={
            "names": (
                *old.names,
                *(n for n in seen.names if n.text not in names | {m.text for m in more[1]}),
            ),
            "birth_dates": (*old.birth_dates, *(d for d in seen.birth_dates if d not in born | set(more[0]))),
        }
    )
    told = [notice("amended", day(1), 1, party=new, party_before=old)]
    made = remade(record, told, backwards=False)
    assert held(remade(made, told, backwards=True)) == held(record)


@given(records, records, records, st.booleans())
def test_only_what_the_change_speaks_of_is_touched(
    record: Party, old: Party, new: Party, backwards: bool
) -> None:
    told = [notice("amended", day(1), 1, party=new, party_before=old)]
    after = remade(record, told, backwards=backwards)
    for of in (_texts, _born):
        assert of(record) ^ of(after) <= of(old) ^ of(new)
    assert (after.remarks, after.programmes) == (record.remarks, record.programmes)
    assert sum(name.role == "primary" for name in after.names) >= 1
