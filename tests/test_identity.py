"""Identities: parties of several lists that are one bearer, linked for reasons that are told."""

from __future__ import annotations

import itertools
import pickle
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen import Identity, ListStore, Name, Party, Screener
from sanctions_screen.identity import Identities, links_between
from sanctions_screen.identity.parting import parted
from sanctions_screen.model import Country, Identifier, IdentityLink, PartialDate, PartyId
from sanctions_screen.sources.references import stated_references

DAY = date(2020, 1, 1)
KOREA = (Country(text="North Korea", code="KP"),)


def party(
    party_id: str, *names: str, kind: Any = "person", born: str = "", passport: str = "", **more: Any
) -> Party:
    numbers = (Identifier(type="passport", value=passport),) if passport else ()
    dates = (PartialDate.parse(born),) if born else ()
    told: dict[str, Any] = {"identifiers": numbers, "birth_dates": dates} | more
    return Party(party_id=party_id, kind=kind, names=tuple(Name(text=n) for n in names), **told)


UN = party("un-sc:KPi.036", "KIM SOK CHOL", born="1955-05-08", passport="472310082")
OFAC = party("us-ofac-sdn:17622", "KIM, Sok Chol", born="1955-05-08", passport="472310082")
UK = party(
    "gb-ofsi:13421", "KIM Sok Chol", remarks="(UK Sanctions List Ref):DPR0236. (UN Ref):KPi.036. Gender:Male"
)
SHORT_UK = party("gb-fcdo:DPR0236", "KIM Sok Chol", extra=(("OFSI Group ID", "13421"),))
AU = party("au-dfat:3206", "KIM SOK CHOL", remarks="KPi.036 Former ambassador; with the KOMID (KPe.001)")
EU = party("eu-fsf:110302", "Sok Chol Kim", extra=(("unitedNationId", "KPi.036"),))
CANADA = party("ca-sema:1", "Kim Sok Chol", born="1955-05-08")
NAMESAKE = party("ca-sema:2", "KIM Sok Chol", born="1970-02-19")


def firm(party_id: str, *names: str, **more: Any) -> Party:
    return party(party_id, *names, kind="organisation", **more)


# --- what publishers say ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "named"),
    [
        (UK, {"gb-fcdo:DPR0236", "un-sc:KPi.036"}),
        (SHORT_UK, {"gb-ofsi:13421"}),
        (AU, {"un-sc:KPi.036"}),
        (EU, {"un-sc:KPi.036"}),
        (party("gb-ofsi:1", "A", remarks="Former leader of the ADF (CDe.001)"), set()),
        (party("us-ofac-sdn:1", "A", remarks="Linked To: KOMID (KPe.001)"), set()),
        (party("gb-ofsi:2", "A", remarks="UN Ref QDi.241"), {"un-sc:QDi.241"}),
        (party("us-csl:9345", "A", extra=(("entity_number", "9345"),
               ("source", "Specially Designated Nationals (SDN) - Treasury Department"))),
               {"us-ofac-sdn:9345"}),
        (party("us-csl:1", "A", extra=(("entity_number", "7"),
               ("source", "Entity List (EL) - Bureau of Industry and Security"))), set()),
        (party("eu-fsf:1", "A", extra=(("unitedNationId", "see the annex"),)), set()),
    ],
)  # fmt: skip
def test_only_a_publishers_own_reference_for_the_same_party_counts(of: Party, named: set[str]) -> None:
    assert {stated.party_id for stated in stated_references(of)} == named


# --- links ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "certainty", "basis", "words"),
    [
        (UN, UK, "certain", "reference", "gb-ofsi names un-sc:KPi.036 (UN Ref:KPi.036)"),
        (AU, UK, "certain", "reference", "both name un-sc:KPi.036"),
        (UN, OFAC, "certain", "identifier", "both have passport 472310082"),
        (UN, CANADA, "inferred", "birth-date", "both born on 1955-05-08, and the names score 0.99"),
    ],
)  # fmt: skip
def test_a_link_says_what_it_rests_on_and_whether_it_is_certain(
    one: Party, other: Party, certainty: str, basis: str, words: str
) -> None:
    (link,) = links_between(one, other)
    assert (link.certainty, link.basis, link.evidence) == (certainty, basis, (words,))
    assert links_between(other, one) == (link,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (UN, NAMESAKE),
        (UN, CANADA.model_copy(update={"birth_dates": ()})),
        (UN, party("ca-sema:3", "Maria Fernandez", born="1955-05-08")),
        (UN, CANADA.model_copy(update={"kind": "organisation", "birth_dates": ()})),
        (UN.model_copy(update={"gender": "male"}), CANADA.model_copy(update={"gender": "female"})),
        (OFAC, party("un-sc:1", "Maria Fernandez", passport="472310082")),  # somebody's slip
        (OFAC, party("un-sc:1", "Kim Sok Chol", passport="472310082", born="1990")),  # reused
        (UN, party("un-sc:KPi.099", "KIM SOK CHOL", born="1955-05-08")),  # one list says they are two
        (firm("un-sc:1", "NDC"), firm("eu-fsf:1", "NDC")),  # acronyms are shared
        (firm("un-sc:1", "Union Bank"), firm("eu-fsf:1", "Union Bank")),
    ],
)  # fmt: skip
def test_what_contradicts_or_tells_too_little_links_nobody(one: Party, other: Party) -> None:
    assert links_between(one, other) == ()


def test_the_first_of_january_stands_for_a_year_and_needs_a_name_that_is_the_same() -> None:
    mohammed = party("un-sc:1", "Mohammed Ahmadi", born="1963-01-01")
    assert links_between(mohammed, party("eu-fsf:1", "Muhammad Ahmedi", born="1963-01-01")) == ()
    far = party("eu-fsf:1", "Muhammad Ahmedi", born="1963-03-05")
    (link,) = links_between(mohammed.model_copy(update={"birth_dates": far.birth_dates}), far)
    assert link.basis == "birth-date"


def test_firms_are_linked_by_a_name_and_a_country_or_a_long_name_alone() -> None:
    one = firm("un-sc:1", "Korea Kumsan Trading Corporation", nationalities=KOREA)
    (link,) = links_between(one, firm("eu-fsf:1", "KOREA KUMSAN TRADING CORPORATION", nationalities=KOREA))
    assert link.certainty == "inferred"
    assert link.evidence[0].startswith("both have the name KOREA KUMSAN TRADING CORPORATION (also written ")
    assert link.evidence[0].endswith(" and are of KP")
    (link,) = links_between(one, firm("us-ofac-sdn:1", "KOREA KUMSAN TRADING CORPORATION"))
    assert link.evidence[0].endswith("; us-ofac-sdn:1 tells no country")
    swiss = (Country(text="Switzerland", code="CH"),)
    assert links_between(one, firm("eu-fsf:1", "Korea Kumsan Trading Corporation", nationalities=swiss)) == ()


BURMA = (Country(text="Burma", code="MM"),)
DIRECTORATES = (
    firm("ca-sema:57", "Myanmar Directorate of Defence Industries"),
    firm("gb-ofsi:14165", "DIRECTORATE FOR DEFENCE INDUSTRIES", nationalities=BURMA),
    firm("us-ofac-sdn:33537", "DIRECTORATE OF DEFENSE INDUSTRIES", nationalities=BURMA),
)


def test_a_firm_s_name_ties_it_also_where_its_country_stands_in_the_one_and_not_in_the_other() -> None:
    store = ListStore.in_memory()
    for each in DIRECTORATES:
        store.add_snapshot(each.list_id, [each], published_on=DAY)
    for asked in DIRECTORATES:
        (identity,) = Screener(store).screen(asked.primary_name.text).identities
        assert {member.party_id for member in identity.members} == {each.party_id for each in DIRECTORATES}
    (link,) = links_between(DIRECTORATES[0], DIRECTORATES[1])
    assert (link.certainty, link.basis) == ("inferred", "name")
    names = "Myanmar Directorate of Defence Industries and DIRECTORATE FOR DEFENCE INDUSTRIES"
    assert link.evidence == (f"{names} are one name but for their country, MM",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DIRECTORATES[0], firm("us-ofac-sdn:2", "Directorate of Defense Industries")),  # of no country at all
        (DIRECTORATES[0], firm("us-ofac-sdn:2", "Directorate of Defense Industries", nationalities=KOREA)),
        (firm("ca-sema:2", "Iran Directorate of Defence Industries"), DIRECTORATES[1]),
        (firm("ca-sema:2", "Burma Bank"), firm("us-ofac-sdn:2", "The Bank", nationalities=BURMA)),
        (
            firm("ca-sema:2", "Maritime Administration of the Democratic People's Republic of Korea"),
            firm("us-ofac-sdn:2", "Maritime Administration", nationalities=(Country(text="KR", code="KR"),)),
        ),
    ],
)  # fmt: skip
def test_a_name_without_its_country_ties_no_firms_of_other_countries(one: Party, other: Party) -> None:
    assert links_between(one, other) == ()


def test_a_reference_that_births_and_names_contradict_is_a_slip_and_not_certain() -> None:
    ho = party("eu-fsf:112314", "Tong-Ho Kim", born="1969-08-18", extra=(("unitedNationId", "KPi.045"),))
    (link,) = links_between(ho, party("un-sc:KPi.045", "KIM KYONG OK", born="1937"))
    assert (link.certainty, link.basis) == ("inferred", "reference")
    assert link.evidence[0].endswith("though births and names differ")
    (link,) = links_between(ho, party("un-sc:KPi.045", "KIM TONG HO", born="1970"))
    assert link.certainty == "certain"


def test_a_ship_keeps_its_number_under_another_name() -> None:
    numbers = (Identifier(type="imo", value="IMO 9123456"),)
    one = party("un-sc:1", "CHON MA SAN", kind="vessel", identifiers=numbers)
    other = party("eu-fsf:1", "LIGHT", kind="vessel", identifiers=(Identifier(type="imo", value="9123456"),))
    assert [link.certainty for link in links_between(one, other)] == ["certain"]


# --- identities -------------------------------------------------------------------------------------------


def store_of(*parties: Party, path: Path | None = None) -> ListStore:
    store = ListStore.in_memory() if path is None else ListStore.open(path)
    for list_id in sorted({each.list_id for each in parties}):
        held = [each for each in parties if each.list_id == list_id]
        store.add_snapshot(list_id, held, published_on=DAY)
    return store


def identities(*parties: Party, name: str = "Kim Sok-chol") -> tuple[Identity, ...]:
    return Screener(store_of(*parties)).screen(name).identities


def test_one_person_on_seven_lists_is_one_identity() -> None:
    (found,) = identities(UN, OFAC, UK, SHORT_UK, AU, EU, CANADA)
    assert len(found.members) == 7
    assert [member.party_id for member in found.members if not member.certain] == ["ca-sema:1"]
    assert not found.certain


def test_a_namesake_stands_apart() -> None:
    (found,) = identities(UN, OFAC, NAMESAKE)
    assert set(found.party_ids) == {UN.party_id, OFAC.party_id}


def test_lists_that_are_not_screened_are_not_told_of() -> None:
    assert Screener(store_of(UN, OFAC), lists=["un-sc"]).screen("Kim Sok-chol").identities == ()


def test_a_member_that_is_no_hit_brings_its_history() -> None:
    renamed = OFAC.model_copy(update={"names": (Name(text="KIM Sok Chol"), Name(text="PAK Chol"))})
    other = party("eu-fsf:1", "PAK Chol", passport="472310082")
    (found,) = identities(renamed, other)
    assert [(member.party_id, member.history is None) for member in found.members] == [
        ("us-ofac-sdn:17622", True),
        ("eu-fsf:1", False),
    ]


def test_it_says_since_when_and_where_the_person_left() -> None:
    store = store_of(UN, OFAC)
    store.add_snapshot("us-ofac-sdn", [], published_on=DAY + timedelta(days=9))
    (found,) = Screener(store).screen("Kim Sok-chol").identities
    told = {member.party_id: (member.status, member.left is not None) for member in found.members}
    assert told == {UN.party_id: ("listed", False), OFAC.party_id: ("delisted", True)}


def test_a_link_that_only_a_later_record_has_is_none_of_an_earlier_day() -> None:
    store = store_of(UN, OFAC.model_copy(update={"identifiers": (), "birth_dates": ()}))
    later = DAY + timedelta(days=9)
    store.add_snapshot("us-ofac-sdn", [OFAC], published_on=later)
    assert Screener(store, as_of=DAY).screen("Kim Sok-chol").identities == ()
    assert len(Screener(store, as_of=later).screen("Kim Sok-chol").identities) == 1


def test_a_number_that_two_parties_of_a_list_have_is_no_certain_link() -> None:
    twin = OFAC.model_copy(update={"party_id": PartyId("us-ofac-sdn:2"), "birth_dates": ()})
    (found,) = identities(UN, OFAC, twin)
    assert set(found.party_ids) == {UN.party_id, OFAC.party_id}  # whose birth day agrees too, is one of two
    assert all(link.certainty == "inferred" for link in found.links)
    assert any("which us-ofac-sdn:2 has too" in link.evidence[0] for link in found.links)


def test_two_of_one_list_are_not_made_one_by_inference() -> None:
    twin = party("un-sc:KPi.045", "Kim Sok Chol", born="1955-05-08")
    (found,) = identities(UN, twin, CANADA)
    assert len({member.party_id.partition(":")[0] for member in found.members}) == len(found.members) == 2


def test_it_is_answered_after_the_store_is_closed_and_in_another_process(tmp_path: Path) -> None:
    for path in (None, tmp_path / "lists.db"):
        with store_of(UN, OFAC, path=path) as store:
            screener = Screener(store)
            lookup = pickle.loads(pickle.dumps(store.key_lookup(("un-sc", "us-ofac-sdn"))))
        assert len(screener.screen("Kim Sok-chol").identities) == 1
        assert lookup.parties([":born 1955-05-08"]) == {UN.party_id, OFAC.party_id}


def test_identities_can_be_left_out() -> None:
    assert Screener(store_of(UN, OFAC), identities=False).screen("Kim Sok-chol").identities == ()


EVERYBODY = [
    UN,
    OFAC,
    UK,
    SHORT_UK,
    AU,
    EU,
    CANADA,
    NAMESAKE,
    party("un-sc:KPi.045", "Kim Sok Chol", born="1955-05-08"),
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(EVERYBODY), min_size=1, unique_by=lambda each: each.party_id))
def test_whoever_is_asked_about_the_identity_is_the_same(parties: list[Party]) -> None:
    store = store_of(*parties)
    states = {info.list_id: store.state(info.list_id) for info in store.lists()}
    bearers = Identities(states, store.key_lookup(tuple(states)))
    parts = {
        each.party_id: {m for i in bearers.of([each.party_id]) for m in i.party_ids} or {each.party_id}
        for each in parties
    }
    for one, other in itertools.combinations(parts, 2):
        assert (parts[one] == parts[other]) == (other in parts[one])
        assert parts[one] == parts[other] or not parts[one] & parts[other]


IDS = [PartyId(f"{list_id}:{number}") for list_id in "abc" for number in range(3)]
LINKS = st.lists(
    st.builds(
        lambda pair, certain, score: IdentityLink(
            one=min(pair), other=max(pair), certainty="certain" if certain else "inferred", basis="identifier"
            if certain else "birth-date", evidence=("x",), score=None if certain else score,
        ),
        st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1]),
        st.booleans(),
        st.sampled_from([0.9, 0.95, 1.0]),
    )
)  # fmt: skip


@given(LINKS, st.randoms())
def test_certain_links_hold_and_inferred_ones_never_make_two_of_one_list_one(
    links: list[IdentityLink], random: Any
) -> None:
    part = parted(IDS, links)
    certain = parted(IDS, [link for link in links if link.certainty == "certain"])
    for party_id in IDS:
        assert certain[party_id] <= part[party_id]
        lists = [each.partition(":")[0] for each in part[party_id]]
        if len(set(lists)) < len(lists):  # then certain links alone made two of a list one
            assert any(
                len({e.partition(":")[0] for e in certain[m]}) < len(certain[m]) for m in part[party_id]
            )
    shuffled = list(links)
    random.shuffle(shuffled)
    assert parted(IDS, shuffled) == part
