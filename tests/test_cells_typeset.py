"""What programs that set text, and exports that lost a sign, write for letters is read as letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._typeset import plain_of_typesetting


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"J\"org M\"uhlb\v{e}ck", "Jörg Mühlběck"),
        (r"J{\"o}rg Str{\aa}hl{\o}v", "Jörg Stråhløv"),
        (r"Micha{\l} {\.Z}ur\'nik", "Michał Żurńik"),
        (r"\c{S}ule Ya\u{g}mur{\i}n", "Şule Yağmurın"),
        (r"Ji\v r\'{\i} Dvo\v{r}\'ak", "Jiří Dvořák"),
        (r"\AA{}ke \O sterl\"of", "Åke Østerlöf"),
        (r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0\fs20 J\u246?rg Velmont\par}", "Jörg Velmont"),
        (r"\u1044?\u1080?\u1085? \u1045?\u1088?\u1084?\u1086?\u1083?", "Дин Ермол"),
        ("J<U+00F6>rg M<U+00FC>hlbeck", "Jörg Mühlbeck"),
        ("Miu0142osz u017burek", "Miłosz Żurek"),
        ("Mi#322;osz #379;urek", "Miłosz Żurek"),
        ("Mi&#322osz &#379urek", "Miłosz Żurek"),
        (r"b'J\xc3\xb6rg Velmont'", "Jörg Velmont"),
    ],
)
def test_letters_as_programs_write_them_are_letters(written: str, name: str) -> None:
    assert name in read_cell(written, "person").names


@pytest.mark.parametrize(
    "text",
    [
        "Menu2000 u4711",
        r"ACME\Berg",
        r"C:\clients\Anna Berg.pdf",
        "Flat #123; Anna Berg",
        "Usha u1234",
        r"Sean O\'Neill",
        r"Gino D\'Amico",
        r"{\"name\": \"Anna Berg\"}",
        r"N\A",
    ],
)
def test_what_only_resembles_such_writing_stays(text: str) -> None:
    assert plain_of_typesetting(text) == text
    assert all(one.isascii() for one in read_cell(text, "person").names)


@given(st.text(alphabet="\\{}?'\"^~=.uvcHkdbrliojaAOELS0123456789 \né", max_size=40))
def test_any_text_is_read_and_one_without_a_backslash_stays(text: str) -> None:
    read = plain_of_typesetting(text)
    assert "\\" in text or read == text
