"""Write what countries are called in other languages: sanctions_screen/names/data/country_names.tsv.

Run it from the project's root when Unicode's data change: ``pip install babel`` (which brings the Common
Locale Data Repository; nothing else here needs it), then ``python benchmarks/build_country_names.py``. What
Unicode does not have is added from ``country_names_usual.tsv`` beside this script. A name that two countries
have, each in its language, is left out, and printed.
"""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sanctions_screen.names import countries
from sanctions_screen.names.tables import read_table

TARGET = Path("sanctions_screen/names/data/country_names.tsv")
USUAL = Path(__file__).with_name("country_names_usual.tsv")
LANGUAGES = (
    "de", "de_AT", "de_CH", "fr", "fr_CA", "it", "es", "es_MX", "pt", "pt_PT", "nl", "ga", "ca", "eu", "gl",
    "pl", "cs", "sk", "sl", "hr", "bs", "sr", "sr_Latn", "mk", "bg", "ru", "uk", "be", "lt", "lv", "et", "fi",
    "sv", "da", "nb", "is", "hu", "ro", "el", "sq", "tr", "az", "kk", "uz", "ka", "hy", "he", "ar", "fa",
    "ur",
    "id", "ms", "vi", "ja", "ko", "zh", "zh_Hant",
)  # fmt: skip
"""In alphabets, syllables and characters: of an Indic name the comparison of countries keeps no vowels."""
_BRACKETED = re.compile(r"(.+?)\s*[(（](.+)[)）]")
_FEWEST = 3
"""Letters of a name in brackets: a shorter one is a mark of which country is meant, not a name."""


def main() -> None:
    babel: Any = importlib.import_module("babel")
    core: Any = importlib.import_module("babel.core")
    codes = {code for code, _, _ in read_table("countries.tsv", 3)} - {"-"}
    kept: dict[str, list[str]] = defaultdict(list)
    taken = set(countries._table())
    # A name by itself comes before one in another's brackets: Virgin Islands (US).
    for part in (_whole, _in_brackets):
        claims: dict[str, dict[str, str]] = defaultdict(dict)  # key → code → the name as written
        for code, name in _names(babel, codes):
            for piece in part(name):
                claims[countries._key(piece)].setdefault(code, piece)
        for key in sorted(claims.keys() - taken - {""}):
            by_code = claims[key]
            if len(by_code) == 1:
                kept[next(iter(by_code))] += by_code.values()
            else:
                print("left out:", *(f"{name} ({code})" for code, name in by_code.items()))
        taken |= claims.keys()
    version = core.get_cldr_version()
    head = f"""\
# What countries are called in other languages than English: ISO 3166-1 alpha-2 code, names separated by "|".
# Source: Unicode Common Locale Data Repository {version}, names of territories, \u00a9 Unicode, Inc.,
# used under the Unicode License v3 (https://www.unicode.org/license.txt), in the languages
# {" ".join(LANGUAGES)};
# with official and older names in use, compiled by hand for this project. Made by
# benchmarks/build_country_names.py. Names that countries.tsv has are not repeated; a name that two
# countries have, each in its language, is left out.
"""
    rows = [f"{code}\t{'|'.join(sorted(names))}\n" for code, names in sorted(kept.items())]
    TARGET.write_text(head + "".join(rows), encoding="utf-8")
    print(f"{sum(map(len, kept.values())):,} names of {len(kept)} countries")


def _names(babel: Any, codes: set[str]) -> Iterator[tuple[str, str]]:
    rows = (line.split("\t") for line in USUAL.read_text("utf-8").splitlines() if not line.startswith("#"))
    for code, names in rows:
        yield from ((code, name) for name in names.split("|"))
    for language in LANGUAGES:
        territories = babel.Locale.parse(language).territories
        yield from ((code, territories[code]) for code in sorted(codes & territories.keys()))


def _whole(name: str) -> Iterator[str]:
    yield name


def _in_brackets(name: str) -> Iterator[str]:
    """Yield the two names of one that has another behind it in brackets: Myanmar (Birma)."""
    found = _BRACKETED.fullmatch(name)
    if found:
        yield from (part for part in found.groups() if len(part) >= _FEWEST)


if __name__ == "__main__":
    main()
