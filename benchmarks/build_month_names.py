"""Write what months and days of the week are called: sanctions_screen/names/data/month_names_unicode.tsv.

Run it from the project's root when Unicode's data change: ``pip install babel`` (which brings the Common
Locale Data Repository; nothing else here needs it), then ``python benchmarks/build_month_names.py``. A word
that two languages have for two months, be one of them not read here, is left out, and printed; so is one of
``month_names.tsv`` that another language has for another month, which is to be mended there by hand.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sanctions_screen.names.tables import read_table
from sanctions_screen.screening.date_words import BESIDE, words_of

TARGET = Path("sanctions_screen/names/data/month_names_unicode.tsv")
LANGUAGES = (
    "af", "am", "an", "ar", "as", "ast", "az", "az_Cyrl", "be", "bg", "bn", "br", "bs", "bs_Cyrl", "ca",
    "ceb", "ckb", "cs", "cy", "da", "de", "de_AT", "el", "en", "en_AU", "en_CA", "eo", "es", "es_MX",
    "es_PE", "et", "eu", "fa", "fa_AF", "fi", "fil", "fo", "fr", "fr_CA", "fur", "fy", "ga", "gd", "gl",
    "gsw", "gu", "ha", "haw", "he", "hi", "hr", "hu", "hy", "id", "ig", "is", "it", "jv", "ka", "kk", "kl",
    "km", "kn", "kok", "ks", "ku", "ky", "lb", "lo", "lt", "lv", "mi", "mk", "ml", "mn", "mr", "ms", "mt",
    "my", "ne", "nl", "nb", "nn", "oc", "om", "or", "os", "pa", "pa_Arab", "pl", "ps", "pt", "pt_PT", "qu",
    "rm", "ro", "ru", "rw", "sah", "sc", "sd", "sk", "sl", "sn", "so", "sq", "sr", "sr_Latn", "sr_Latn_ME",
    "su", "sv", "sw", "ta", "te", "tg", "th", "tk", "to", "tr", "tt", "ug", "uk", "ur", "uz", "uz_Cyrl",
    "uz_Arab", "wo", "xh", "yi", "yo", "zu",
)  # fmt: skip
"""Not those whose names are another calendar's too (Tigrinya, Sinhala), nor those that number months."""
_WIDTHS = ("wide", "abbreviated")
_SHORTEST = 4
"""Letters of a day's name: shorter ones are words that change what a date says (Polish do, until)."""


def main() -> None:
    babel: Any = importlib.import_module("babel")
    dates: Any = importlib.import_module("babel.dates")
    core: Any = importlib.import_module("babel.core")
    by_hand = {
        name: int(month)
        for month, names in read_table("month_names.tsv", 2)
        for name in (" ".join(words_of(one)) for one in names.split(","))
    }
    months: dict[str, set[int]] = defaultdict(set)
    for name, month in by_hand.items():
        months[name].add(month)
    weekdays: set[str] = set()
    for language in LANGUAGES:
        locale = babel.Locale.parse(language)
        for month, name in (*_named(locale), *_written(dates, locale)):
            if words := [word for word in words_of(name) if word not in BESIDE]:
                months[" ".join(words)].add(month)
        weekdays |= set(_weekdays(locale))
    for name, several in sorted(months.items()):
        if len(several) > 1:
            print("left out:", name, sorted(several), "MEND month_names.tsv" if name in by_hand else "")
    elsewhere = _elsewhere(babel)
    kept = {
        name: month
        for name, several in months.items()
        for month in several
        if name not in by_hand and elsewhere.get(name, several) | several == {month}
    }
    print("left out for other languages:", *sorted(months.keys() - by_hand.keys() - kept.keys()))
    rows = [
        f"{month}\t{', '.join(sorted(name for name, one in kept.items() if one == month))}\n"
        for month in range(1, 13)
    ]
    rows.append(f"weekday\t{', '.join(sorted(weekdays - months.keys() - {''}))}\n")
    head = f"""\
# Months and days of the week in many languages, as dates are written in them, in words of small letters.
# Columns: number of the month, or "weekday"; names, separated by commas.
# Source: Unicode Common Locale Data Repository {core.get_cldr_version()}, names of the Gregorian calendar and
# long forms of dates, \u00a9 Unicode, Inc., used under the Unicode License v3
# (https://www.unicode.org/license.txt), in the languages
# {" ".join(LANGUAGES)}.
# Made by benchmarks/build_month_names.py. Names that month_names.tsv has are not repeated; a word that two
# languages have for two months, and a day of the week called as a month is, are left out.
"""
    TARGET.write_text(head + "".join(rows), encoding="utf-8")
    print(f"{len(kept):,} names of months, {len(weekdays)} of days")


def _elsewhere(babel: Any) -> dict[str, set[int]]:
    """Return the months that a name is one of in any language there is."""
    found: dict[str, set[int]] = defaultdict(set)
    for language in importlib.import_module("babel.localedata").locale_identifiers():
        for month, name in _named(babel.Locale.parse(language)):
            found[" ".join(words_of(name))].add(month)
    return found


def _named(locale: Any) -> Iterator[tuple[int, str]]:
    for context in locale.months.values():
        for width in _WIDTHS:
            yield from context.get(width, {}).items()


def _written(dates: Any, locale: Any) -> Iterator[tuple[int, str]]:
    """Yield each month's name as it stands in a date: cases and what is written to it."""
    for month in range(1, 13):
        yield month, dates.format_date(date(1968, month, 16), "long", locale=locale)


def _weekdays(locale: Any) -> Iterator[str]:
    for context in locale.days.values():
        widths = _WIDTHS if locale.language == "en" else _WIDTHS[:1]
        for width in widths:
            names = (" ".join(words_of(name)) for name in context.get(width, {}).values())
            yield from (name for name in names if len(name) >= _SHORTEST or locale.language == "en")


if __name__ == "__main__":
    main()
