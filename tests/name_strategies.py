"""What the tests of names draw: names as people write them, and text that nobody should have written."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from sanctions_screen.model import PartyKind
from sanctions_screen.testing import SHOULD_SURVIVE, organisation_names, person_names, vessel_names
from sanctions_screen.testing.strategies import Culture

# Letters, marks and controls that have misled some matcher: what folds to several letters, what is unseen,
# what looks like another letter, what only NFKC takes apart, lone surrogates, NUL, and a few of each script.
_TROUBLE = (
    "aeikmnoszAEIKMNOSZ  -.,'’()&*9Ⅻ½"
    "ßİıſﬁǅÅÅÆþœŁđớ̈̀҉"
    "\u200b\u200d\u00ad\u2060\ufeff\u202e\u202c\u2066\u2069\u3164\ufe0f\U000e0101\x00\x85\ud800\udfff"
    "МсеаоркВіЖщΑοΚτς"
    "김선金錫ー゛ｶﾞアမောင်းမّحمدﷺאלוםกาพक्षᏣ😀"
)

KINDS: st.SearchStrategy[PartyKind | None] = st.sampled_from(
    (None, "person", "organisation", "vessel", "aircraft")
)
_CULTURES: tuple[Culture, ...] = get_args(Culture)

NAMES = person_names() | organisation_names() | vessel_names()
"""Names as lists have them, of every culture, script and kind."""
LATIN_NAMES = (
    st.sampled_from(_CULTURES).flatmap(lambda culture: person_names(culture=culture, script="Latn"))
    | organisation_names()
    | vessel_names()
)
ANY_TEXT = st.text(st.characters(), max_size=25) | st.text(st.sampled_from(_TROUBLE), max_size=20) | NAMES
"""Any text at all (lone surrogates and NULs too), text made of trouble, and names."""

# Parts that meet each other in several ways at once, singly and joined: a choice among equals must not depend
# on which name comes first.
_TIED_PARTS = ("kim", "gim", "kimm", "li", "ri", "lee", "lili", "sok", "chol", "sokchol", "cholsok", "a", "k")
_TIED = st.lists(st.sampled_from(_TIED_PARTS), min_size=1, max_size=4).map(" ".join)


@st.composite
def related_names(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two names that may have to do with one another: there a comparison has choices to make."""
    names = draw(st.sampled_from((NAMES, _TIED)))
    first = draw(names)
    second = draw(st.just(first) | names)
    for change in draw(st.lists(st.sampled_from(SHOULD_SURVIVE), max_size=2)):
        second = change.apply(second, draw(st.integers(0, 2**16)))
    return first, second
