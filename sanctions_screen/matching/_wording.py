"""Put a ledger into plain words: each line, the sums, the formula, a summary.

Reach for :func:`explained`. Guarantees: every line has a text; nothing is worked out here that a score rests
on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..model import Explanation, LedgerLine, PartyKind
from ..model.record import unchecked
from ..names import fold
from ..weights import FULL, weights
from .ledger import Line, Sums, added_up, plain_score

__all__ = ["amount_text", "explained"]

# What each line says, of the subject's words {0} and the listed ones {1}; a birth date, say, has a text a
# side.
_TEXTS: Final[dict[str, str]] = {
    "same": "{0} is the same",
    "spelling": "{0} is spelled much like {1}",
    "romanisation": "{0} and {1} are spellings of one name",
    "nickname": "{0} and {1} are forms of one given name",
    "initial": "one of {0} and {1} may stand for the other",
    "cut": "one of {0} and {1} may be the other, cut off",
    "joined": "{0} and {1} are the same, written as one",
    "abbreviation": "{0} is the other name's acronym",
    "synonym": "{0} and {1} stand for the same",
    "unlike": "{0} and {1} are not quite alike",
    "missing": "{0}{1} has nothing on the other side",
    "other-number": "{0} and {1} are different numbers",
    "only-generic": "only words that say what a firm does are the same",
    "one-word": "of what names either only one word is the same; beside it stands {0}{1}",
    "one-brand": "of what names either only {0} and {1} met, which are two brands where they are not one",
    "other-trade": "whatever they share, {0} is something else than {1}",
    "ignored": "titles count nothing: {0} {1}",
    "readings": "a name in another script can be romanised in several ways",
    "characters": "{0} and {1} are written with other characters, though they may be read alike",
    "not-compared": "texts longer than any name, which differ, and of which only a part was compared",
    "acronym": "so few letters fit many names",
    "common": "many people bear such a name ({1})",
    "fuller-name": "the party's fuller name {1} has something else where the subject has {0}",
    "country-unknown": "{0} is no country known here",
    "gender-unknown": "gender {0} is not told apart",
    "kind": "the subject is called {0}, the party {1}",
    "identifier": "the identifier {0} is another than {1}",
    "identifier-settles": "the identifier {0} is the party's own, which settles the matter",
    "no-name-met": "no name met: {0} / {1} counts nothing by itself",
}
_TEXTS_BY_SIDE: Final[dict[tuple[str, str], str]] = {
    ("conflict", "against"): "{0} on one side, {1} on the other: left over on both",
    ("conflict", "doubt"): "which no agreement of the rest quite makes up for",
    ("order", "against"): "the words stand in another order: {0} / {1}",
    ("order", "doubt"): "which no agreement of the rest quite makes up for",
    ("birth-date", "for"): "birth date {0} agrees with {1}",
    ("birth-date", "none"): "birth date {0} is near {1}: it says nothing either way",
    ("birth-date", "doubt"): "birth date {0} contradicts {1}",
    ("contact", "for"): "{0} is the party's too, which settles nothing: such are shared",
    ("country", "for"): "country {0} agrees with {1}",
    ("country", "doubt"): "country {0} is not among {1}",
    ("gender", "none"): "gender {0} agrees, which tells little",
    ("gender", "doubt"): "gender {0} contradicts {1}",
}  # fmt: skip
_WITHIN: Final = "one of {0} and {1} is the other's acronym"
"""Of an acronym that stands for a part of the other name."""
_COUNTS_NOTHING: Final = " (counts nothing: the identifier settles)"
_QUOTED: Final = frozenset({
    "same", "spelling", "romanisation", "nickname", "initial", "cut", "joined", "abbreviation", "synonym",
    "unlike", "missing", "conflict", "order", "other-number", "ignored", "common", "fuller-name",
    "characters", "one-word", "one-brand", "other-trade",
})  # fmt: skip
_FACTS: Final = frozenset(
    {"birth-date", "contact", "country", "country-unknown", "gender", "gender-unknown", "kind"}
)
"""What a reviewer weighs for himself where the score does not."""
_SAME_SCORE: Final = 1.0
_MAY_BE_ONE: Final = 0.5


def amount_text(amount: int) -> str:
    """Return an amount of millionths as a number of rare words: 553_846 is 0.554."""
    return f"{amount / FULL:.3f}"


def _line_text(line: Line) -> str:
    template = _TEXTS_BY_SIDE.get((line.rule, line.side)) or _TEXTS.get(line.rule)
    if line.rule == "abbreviation" and line.mine != line.theirs:
        template = _WITHIN
    settled = ""
    if template is None:  # a fact that would count, were the matter not settled
        template, settled = (
            _TEXTS_BY_SIDE[line.rule, "for" if line.rule in ("country", "contact") else "doubt"],
            _COUNTS_NOTHING,
        )
    quote = line.rule in _QUOTED
    sides = (_list(line.mine, quote=quote), _list(line.theirs, quote=quote))
    return template.format(*sides).strip() + settled


def _list(words: Sequence[str], *, quote: bool) -> str:
    return ("“" + " ".join(words) + "”" if quote else ", ".join(words)) if words else ""


def _formula(sums: Sums, weighed_as: PartyKind, score: float) -> str:
    kind = weights().kind(weighed_as)
    if sums.speaks_for <= 0:
        return f"nothing speaks for the two being one: score {score:.2f}"
    plain = plain_score(sums, kind)
    return (
        f"1 / (1 + {amount_text(sums.against)} / {amount_text(sums.speaks_for)} ^ {kind.power / 4:g}"
        f" + {amount_text(sums.doubt)}) = {plain:.3f}, on the scale of {weighed_as}s {score:.2f}"
    )


def _words(text: str) -> list[str]:
    return sorted(fold(text).replace(",", " ").split())


def _summary(a: str, b: str, lines: Sequence[LedgerLine], score: float) -> str:
    if score == _SAME_SCORE:
        how = "is the same as" if _words(a) == _words(b) else "reads the same as"
    else:
        how = "resembles" if score >= _MAY_BE_ONE else "is unlike"
    text = f"{a!r} {how} {b!r}: score {score:.2f}."
    # The heaviest first: what a reviewer has to weigh.
    against = sorted(
        (line for line in lines if line.side in ("against", "doubt")), key=lambda line: -line.amount
    )
    said = list(dict.fromkeys(line.text for line in against if line.amount))
    for_facts = [line.text for line in lines if line.rule == "identifier-settles" or _agrees(line)]
    if for_facts:
        text += f" For it: {'; '.join(for_facts)}."
    if said:
        text += f" Against it: {'; '.join(said)}."
    neither = [line.text for line in lines if line.side == "none" and line.rule in _FACTS]
    if neither:
        text += f" Beside it: {'; '.join(neither)}."
    return text


def _agrees(line: LedgerLine) -> bool:
    return line.side == "for" and line.rule in ("birth-date", "country", "contact")


def explained(a: str, b: str, lines: Sequence[Line], weighed_as: PartyKind, score: float) -> Explanation:
    """Return the explanation of a *score* of the names *a* and *b*, as written, that *lines* make."""
    told = tuple([_told(line) for line in lines])
    sums = added_up(lines)
    return Explanation(
        subject=a, listed=b, weighed_as=weighed_as, lines=told,
        speaks_for=sums.speaks_for, against=sums.against, doubt=sums.doubt, score=score,
        formula=_formula(sums, weighed_as, score), summary=_summary(a, b, told, score),
    )  # fmt: skip


def _told(line: Line) -> LedgerLine:
    values = {
        "side": line.side, "rule": line.rule, "subject": line.mine, "listed": line.theirs,
        "amount": line.amount, "likeness": line.likeness, "text": _line_text(line),
    }  # fmt: skip
    return unchecked(LedgerLine, values)
