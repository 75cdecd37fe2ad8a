"""Cases above and below the line: pairs for a person to judge, and what the judgements add up to.

Supervisors ask that a threshold be justified on both sides: that what is alerted is worth it, and that what
is not was looked at. Reach for :func:`line_strata` to draw the pairs, :func:`write_line_cases` to hand them
out and :func:`read_judgements` to take them back. A judgement is known by both sides' contents.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from ...errors import BatchError
from ...model import Party, Subject, sha256_hex
from .figures import AskedClean
from .intervals import interval, sample_size
from .records import LineCase, Side, Stratum

__all__ = ["judged_strata", "line_strata", "read_judgements", "write_line_cases"]

_WIDTH = 0.05
"""How wide the strata beside the threshold are, in score."""
_COLUMNS = (
    "case_id", "side", "score", "subject", "facts", "party_id", "listed", "listed_facts", "why", "verdict",
)  # fmt: skip
_VERDICTS = ("same", "different", "unsure")


def _spans(threshold: float, floor: float) -> list[tuple[Side, float, float]]:
    """Return the strata, from the highest scores to the lowest."""
    edges = [1.0, threshold + _WIDTH, threshold, threshold - _WIDTH, threshold - 2 * _WIDTH, floor]
    kept = sorted({round(min(1.0, max(floor, edge)), 6) for edge in edges}, reverse=True)
    return [("above" if low >= threshold else "below", low, high) for high, low in pairwise(kept)]


def line_strata(
    asked: Sequence[AskedClean],
    threshold: float,
    floor: float,
    party_of: Callable[[str], Party],
    why: Callable[[Subject, str], str],
    *,
    margin: float = 0.1,
    random_seed: int = 0,
) -> tuple[tuple[Stratum, ...], tuple[LineCase, ...]]:
    """Return the strata, and of each as many pairs as it takes to know its share to ± *margin*."""
    strata: list[Stratum] = []
    cases: list[LineCase] = []
    for side, low, high in _spans(threshold, floor):
        inside = [
            each
            for each in asked
            if each.party_id and low <= each.score and (each.score < high or high == 1.0)
        ]
        wanted = sample_size(len(inside), margin)
        source = Random(f"{random_seed} {side} {low}")  # noqa: S311 -- a fixed sample
        drawn = sorted(source.sample(range(len(inside)), wanted))
        strata.append(Stratum(side=side, low=low, high=high, size=len(inside), sampled=wanted))
        cases += [_line_case(inside[place], side, party_of, why) for place in drawn]
    return tuple(strata), tuple(sorted(cases, key=lambda case: (-case.score, case.case_id)))


def _line_case(
    asked: AskedClean, side: Side, party_of: Callable[[str], Party], why: Callable[[Subject, str], str]
) -> LineCase:
    subject, party_id = asked.clean.subject, asked.party_id
    assert party_id is not None
    party = party_of(party_id)
    return LineCase(
        case_id=sha256_hex(f"{subject.canonical_json()}\n{party.content_digest()}")[:16],
        side=side,
        score=asked.score,
        subject=subject.name,
        facts=_facts([subject.birth_date] if subject.birth_date else [], subject.countries),
        party_id=party_id,
        listed="; ".join(name.text for name in party.names[:5]),
        listed_facts=_facts(party.birth_dates, sorted(party.country_codes)),
        why=why(subject, party_id),
    )


def _facts(born: Iterable[object], countries: Iterable[str]) -> str:
    return ", ".join([*(f"born {each}" for each in born), *countries])


def write_line_cases(cases: Iterable[LineCase], path: str | Path) -> None:
    """Write the pairs as CSV, the column ``verdict`` to be filled with same, different or unsure."""
    with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS)
        writer.writeheader()
        for case in cases:
            row = case.model_dump(mode="json")
            writer.writerow({column: _harmless(str(row[column])) for column in _COLUMNS})


def _harmless(cell: str) -> str:
    """Return the cell so that a spreadsheet does not take it for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def read_judgements(path: str | Path) -> dict[str, str]:
    """Return the verdict of each case that was judged, by its id.

    Raises BatchError for a file that cannot be read, has no such columns, or holds another word.
    """
    found: dict[str, str] = {}
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"case_id", "verdict"} <= set(reader.fieldnames or ()):
                raise BatchError(f"{path}: judged cases need the columns 'case_id' and 'verdict'")
            for row in reader:
                verdict = (row["verdict"] or "").strip().lower()
                if verdict and verdict not in _VERDICTS:
                    raise BatchError(
                        f"{path}, line {reader.line_num}: verdict {verdict!r}; say {', '.join(_VERDICTS)}"
                    )
                if verdict:
                    found[(row["case_id"] or "").strip()] = verdict
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BatchError(f"{path}: the judged cases cannot be read: {error}") from error
    return found


def judged_strata(
    strata: Sequence[Stratum], cases: Sequence[LineCase], verdicts: Mapping[str, str]
) -> tuple[tuple[Stratum, ...], tuple[LineCase, ...]]:
    """Return strata and cases with the judgements in them; those of other cases are left out."""
    judged = tuple(
        case.model_copy(update={"verdict": verdicts[case.case_id]}) if case.case_id in verdicts else case
        for case in cases
    )
    return tuple(_with_verdicts(stratum, judged) for stratum in strata), judged


def _with_verdicts(stratum: Stratum, cases: Sequence[LineCase]) -> Stratum:
    verdicts = Counter(
        case.verdict
        for case in cases
        if case.verdict and stratum.low <= case.score and (case.score < stratum.high or stratum.high == 1.0)
    )
    told = verdicts["same"] + verdicts["different"]
    low, high = interval(verdicts["same"], told)
    return stratum.model_copy(
        update={
            "judged": told + verdicts["unsure"],
            "same": verdicts["same"],
            "unsure": verdicts["unsure"],
            "share_low": low,
            "share_high": high,
        }
    )
