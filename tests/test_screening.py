"""From a subject and a day to a result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sanctions_screen import ListStore, Screener, ScreeningSettings, Subject, __version__, _code_digest
from sanctions_screen.errors import NoVersionError, SettingsError, UnknownListError, UnknownPartyError
from sanctions_screen.model import Identifier, Name, Notice, Party, PartyId, PartyKind
from sanctions_screen.report import basis_lines

OLD, NEW = date(2020, 1, 1), date(2021, 1, 1)


def party(
    reference: str, name: str, kind: PartyKind = "person", list_id: str = "own", **more: object
) -> Party:
    return Party.model_validate(
        {"party_id": PartyId(f"{list_id}:{reference}"), "kind": kind, "names": (Name(text=name),), **more}
    )


IVAN = party("1", "IVANOV, Ivan", programmes=("P",))
SHIP = party("2", "OCEAN ROSE", "vessel", identifiers=(Identifier(type="imo", value="9074729"),))
MARIA = party("3", "GARCIA LOPEZ, Maria")


@pytest.fixture
def store() -> Iterator[ListStore]:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [IVAN, SHIP], published_on=OLD)
        opened.add_snapshot("own", [SHIP, MARIA], published_on=NEW)
        opened.add_snapshot("other", [party("9", "IVANOV, Ivan", list_id="other")], published_on=NEW)
        yield opened


def test_a_bare_name_and_a_subject_of_that_name_get_the_same_answer(store: ListStore) -> None:
    screener = Screener(store)
    assert screener.screen("Ivan Ivanov") == screener.screen(Subject(name="Ivan Ivanov"))


def test_without_a_day_the_answer_is_for_the_newest_day_of_the_lists_never_for_today(
    store: ListStore,
) -> None:
    assert Screener(store).as_of == NEW
    assert Screener(store).screen("x").provenance.as_of == NEW


def test_a_party_that_left_the_list_is_a_hit_that_says_so(store: ListStore) -> None:
    before = Screener(store, lists=["own"], as_of=OLD).screen("Ivan Ivanov").hits[0]
    after = Screener(store, lists=["own"], as_of=NEW).screen("Ivan Ivanov").hits[0]
    assert (before.status, after.status) == ("listed", "delisted")
    assert [event.kind for event in after.history.events] == ["listed", "delisted"]
    assert after.party_seen_on == OLD
    assert after.party_digest == IVAN.content_digest()


def test_a_history_on_a_hit_knows_nothing_of_later_days(store: ListStore) -> None:
    hit = Screener(store, lists=["own"], as_of=OLD).screen("Ivan Ivanov").hits[0]
    assert [event.kind for event in hit.history.events] == ["listed"]


def test_a_party_listed_later_is_no_hit_before(store: ListStore) -> None:
    assert Screener(store, lists=["own"], as_of=OLD).screen("Maria Garcia Lopez").outcome == "clear"
    assert Screener(store, lists=["own"], as_of=NEW).screen("Maria Garcia Lopez").outcome == "hit"


def test_delisted_parties_can_be_left_out(store: ListStore) -> None:
    settings = ScreeningSettings(include_delisted=False)
    assert Screener(store, lists=["own"], settings=settings).screen("Ivan Ivanov").outcome == "clear"


def test_hits_come_best_first_and_equals_by_party_id(store: ListStore) -> None:
    hits = Screener(store).screen("Ivan Ivanov").hits
    assert [hit.party.party_id for hit in hits] == ["other:9", "own:1"]
    assert hits[0].score == hits[1].score


def test_hits_cut_off_are_counted(store: ListStore) -> None:
    result = Screener(store, settings=ScreeningSettings(max_hits=1)).screen("Ivan Ivanov")
    assert (len(result.hits), result.hits_left_out) == (1, 1)


@pytest.mark.parametrize("name", ["", "   ", "***", "12345", "‮‌"])
def test_a_name_without_letters_is_unscreenable_with_a_reason_and_never_clear(
    store: ListStore, name: str
) -> None:
    result = Screener(store).screen(Subject(name=name, kind="person"))
    assert result.outcome == "unscreenable"
    assert result.reason


def test_an_identifier_finds_its_party_whatever_the_name(store: ListStore) -> None:
    result = Screener(store).screen(
        Subject.model_validate({"name": "***", "kind": "vessel", "identifiers": ("imo:9074729",)})
    )
    assert [hit.party.party_id for hit in result.hits] == ["own:2"]
    assert (result.outcome, result.reason) == ("hit", None)


def test_many_are_answered_in_order_and_one_by_one(store: ListStore) -> None:
    screener = Screener(store)
    subjects: list[Subject | str] = [
        "Ivan Ivanov",
        Subject(name="Ocean Rose", kind="vessel", reference="C-2"),
        "***",
    ]
    answers = screener.screen_many(subjects)
    assert iter(answers) is answers
    assert list(answers) == [screener.screen(subject) for subject in subjects]


def test_a_result_names_everything_that_decided_it(store: ListStore) -> None:
    provenance = Screener(store).screen("x").provenance
    assert [(used.list_id, used.published_on) for used in provenance.lists] == [("other", NEW), ("own", NEW)]
    assert provenance.lists[1].digest == store.versions("own")[-1].digest
    assert provenance.settings_digest == ScreeningSettings().content_digest()
    assert '"threshold":0.8' in provenance.canonical_json(), "a default may change: it is written out"
    assert provenance.library_version == __version__


def test_a_screener_goes_on_when_its_store_is_closed() -> None:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [IVAN], published_on=OLD)
        screener = Screener(opened)
    assert screener.screen("Ivan Ivanov").hits[0].history.events


def test_an_explanation_is_given_below_the_threshold_too(store: ListStore) -> None:
    screener = Screener(store)
    explanation = screener.explain("Maria Smith", "own:3")
    assert explanation.score < screener.settings.threshold
    assert explanation.summary


def test_a_party_that_is_not_there_that_day_cannot_be_explained(store: ListStore) -> None:
    with pytest.raises(UnknownPartyError, match="own:3 is neither listed nor delisted on 2020-01-01"):
        Screener(store, lists=["own"], as_of=OLD).explain("x", "own:3")


def test_a_list_that_does_not_reach_back_is_an_error_that_says_how_to_leave_it_out(store: ListStore) -> None:
    with pytest.raises(NoVersionError, match=r"other.*to leave it out knowingly.*own"):
        Screener(store, as_of=OLD)


def test_no_list_at_all_is_an_error_and_never_a_clear_answer() -> None:
    with ListStore.in_memory() as empty, pytest.raises(SettingsError, match="no list to screen against"):
        Screener(empty)


def test_an_empty_choice_of_lists_is_an_error_too(store: ListStore) -> None:
    with pytest.raises(SettingsError, match="no list to screen against"):
        Screener(store, lists=[])


def test_a_list_named_twice_or_unknown_is_an_error(store: ListStore) -> None:
    with pytest.raises(SettingsError, match="more than once: own"):
        Screener(store, lists=["own", "own"])
    with pytest.raises(UnknownListError, match="nowhere"):
        Screener(store, lists=["nowhere"])


def test_whatever_moves_an_answer_about_the_past_shows_in_its_provenance() -> None:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [IVAN], published_on=NEW)
        before = Screener(opened).screen("Ivan Ivanov")
        opened.add_snapshot("own", [MARIA], published_on=OLD)  # an older file, imported late
        after = Screener(opened, as_of=NEW).screen("Ivan Ivanov")
    assert before.hits[0].history != after.hits[0].history
    assert before.provenance != after.provenance


def test_a_later_version_leaves_answers_about_the_past_alone_and_says_that_it_was_known(
    store: ListStore,
) -> None:
    before = Screener(store, as_of=NEW).screen("Ivan Ivanov")
    version = store.add_snapshot("own", [IVAN, SHIP], published_on=date(2022, 1, 1))
    after = Screener(store, as_of=NEW).screen("Ivan Ivanov")
    assert after.hits == before.hits
    of, was = (next(each for each in r.provenance.lists if each.list_id == "own") for r in (after, before))
    assert after.provenance.known_on == before.provenance.known_on + 1
    assert (of.head_chain, of.head_sequence) == (version.chain, version.sequence)
    as_it_was = {"head_chain": was.head_chain, "head_sequence": was.head_sequence}
    assert of.model_copy(update=as_it_was) == was
    assert Screener(store, as_of=NEW, known_on=before.provenance.known_on).screen("Ivan Ivanov") == before


def test_a_lone_notice_does_not_make_a_list_known_since_its_day() -> None:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [IVAN], published_on=NEW)
        opened.add_notices(
            "own", [Notice(list_id="own", kind="listed", on=OLD, party_id=IVAN.party_id, citation="a notice")]
        )
        with pytest.raises(NoVersionError, match="nothing is known of it before 2021-01-01"):
            Screener(opened, as_of=date(2020, 6, 1))


@pytest.mark.parametrize("kind", [None, "person"])
def test_a_person_is_no_hit_for_sharing_one_name_with_a_firm(kind: PartyKind | None) -> None:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [party("1", "SABINA", "organisation")], published_on=OLD)
        screener = Screener(opened)
    assert screener.screen(Subject(name="Sabina Rossetti", kind=kind)).outcome == "clear"
    assert screener.screen(Subject(name="Sabina", kind=None)).outcome == "hit"
    assert screener.screen(Subject(name="Sabina Ltd", kind=None)).outcome == "hit"


def test_a_firm_asked_without_its_legal_form_and_kind_is_still_found() -> None:
    with ListStore.in_memory() as opened:
        opened.add_snapshot("own", [party("1", "KARVONEN TRADING LLC", "organisation")], published_on=OLD)
        screener = Screener(opened)
    assert screener.screen("Karvonen Trading").outcome == "hit"
    assert screener.screen("Karvonen").outcome == "hit"


def test_a_list_that_begins_later_is_left_out_only_when_asked_for_and_then_named(store: ListStore) -> None:
    store.add_snapshot("later", [party("1", "LATER, Name", list_id="later")], published_on=date(2023, 1, 1))
    with pytest.raises(NoVersionError, match="set leave_out_later_lists"):
        Screener(store, as_of=NEW)
    settings = ScreeningSettings(leave_out_later_lists=True)
    provenance = Screener(store, as_of=NEW, settings=settings).provenance
    assert "later" in provenance.left_out
    assert "later" not in {basis.list_id for basis in provenance.lists}
    assert any("Left out: later" in line for line in basis_lines(provenance))


def test_a_day_before_every_list_is_an_error_whatever_the_settings(store: ListStore) -> None:
    with pytest.raises(NoVersionError):
        Screener(store, as_of=date(1900, 1, 1), settings=ScreeningSettings(leave_out_later_lists=True))


def test_provenance_names_the_code_by_a_digest_of_its_files(store: ListStore) -> None:
    told = Screener(store).provenance.code_digest
    assert len(told) == 64
    assert told == Screener(store).provenance.code_digest


def test_the_digest_of_the_code_is_the_same_whether_the_engine_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_code_digest, "_PACKAGE", tmp_path)
    (tmp_path / "module.py").write_text("rule = 1\n")
    without = _code_digest.code_digest.__wrapped__()
    (tmp_path / "_engine.abi3.so").write_bytes(b"machine code")
    assert _code_digest.code_digest.__wrapped__() == without
    (tmp_path / "module.py").write_text("rule = 2\n")
    assert _code_digest.code_digest.__wrapped__() != without
