"""How firms' legal forms are written otherwise."""

from __future__ import annotations

import re
from random import Random

__all__ = ["legal_form_otherwise", "legal_form_translated"]

_LEGAL_FORMS = (
    ("Ltd", "Ltd.", "Limited"),
    ("Co", "Co.", "Company"),
    ("Corp", "Corp.", "Corporation"),
    ("Inc", "Inc.", "Incorporated"),
    ("LLC", "L.L.C."),
    ("GmbH", "G.m.b.H."),
    ("SA", "S.A."),
    ("PLC", "P.L.C."),
)


def legal_form_otherwise(name: str, random: Random) -> str:
    """Ltd for Limited and the like."""
    by_form = {form.lower(): forms for forms in _LEGAL_FORMS for form in forms}
    words = [
        word
        for word in re.finditer(
            r"(?<!stock )(?<!liability )(?<![\w.])[\w.]+(?! liability)(?![\w.])", name, re.IGNORECASE
        )
        if word[0].lower() in by_form
    ]
    if not words:
        return name
    word = random.choice(words)
    others = [form for form in by_form[word[0].lower()] if form.lower() != word[0].lower()]
    return name[: word.start()] + random.choice(others) + name[word.end() :]


# Forms that stand for about the same in other countries' law, as translators put them.
_LIMITED = (
    "Ltd",
    "LLC",
    "GmbH",
    "S.A.R.L.",
    "OOO",
    "S.r.l.",
    "B.V.",
    "Sdn. Bhd.",
    "Lda.",
    "Ltd. Şti.",
    "d.o.o.",
)
_IN_FRONT = ("OOO", "LLC", "TOO", "TOV", "JSC", "PT")
"""Forms that stand before a firm's name."""
_BY_SHARES = ("PLC", "S.A.", "AG", "JSC", "OAO", "S.p.A.", "N.V.", "A.Ş.", "a.s.", "PJSC")
_TRANSLATED = (
    (
        re.compile(
            r"\b(?:limited liability company|limited|ltd|llc|gmbh|ooo|s\.?a\.?r\.?l)\b\.?", re.IGNORECASE
        ),
        _LIMITED,
    ),
    (
        re.compile(r"\b(?:joint[ -]stock company|plc|jsc|ojsc|pjsc|oao|ao|s\.a|ag)\b\.?", re.IGNORECASE),
        _BY_SHARES,
    ),
)


def legal_form_translated(name: str, random: Random) -> str:
    """The legal form of another country in the place of the firm's own: GmbH for Ltd."""
    for pattern, forms in _TRANSLATED:
        found = pattern.search(name)
        if found:
            same = found[0].strip(".").casefold()
            fitting = _IN_FRONT if found.start() == 0 else forms
            others = [form for form in fitting if form.strip(".").casefold() != same]
            return name[: found.start()] + random.choice(others) + name[found.end() :]
    return name
