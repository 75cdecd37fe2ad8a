"""A single word is searched where the settings say so, and said not to be where they do not."""

from __future__ import annotations

from sanctions_screen import ListStore, Screener, ScreeningSettings, Subject

STORE = ListStore.embedded()


def test_one_word_finds_nobody_by_default_and_the_result_says_so() -> None:
    result = Screener(STORE, lists=["us-ofac-sdn"]).screen("Htay")
    assert result.outcome == "clear"
    assert [note.sort for note in result.notes] == ["one-word"]


def test_one_word_behind_titles_is_one_word() -> None:
    for name in ("Mr Htay", "Dr. Htay", "Col Htay"):
        assert [note.sort for note in Screener(STORE, lists=["us-ofac-sdn"]).screen(name).notes] == [
            "one-word"
        ]


def test_one_word_is_searched_at_a_threshold_of_its_own() -> None:
    settings = ScreeningSettings(one_word_threshold=0.5)
    screener = Screener(STORE, lists=["us-ofac-sdn"], settings=settings)
    word, whole, again = screener.screen_batch(["Htay", "Thein Htay", "Nemo Vopuki"])
    assert word.outcome == "hit"
    assert not word.notes
    assert min(hit.score for hit in word.hits) >= 0.5
    assert min(hit.score for hit in whole.hits) >= settings.threshold
    assert again.outcome == "clear"
    assert screener.screen(Subject(name="Htay")).hits == word.hits


def test_the_setting_is_in_the_digest_of_the_settings() -> None:
    assert ScreeningSettings().content_digest() != ScreeningSettings(one_word_threshold=0.6).content_digest()
