"""The sheet on which a third person settles what two coders coded differently: one row each, as a spreadsheet opens it.

The only column to fill in is ``decision``: ``a``, ``b``, ``both`` or ``neither``. What agrees stands as decided.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Literal, get_args

from onetext.case.case import Case
from onetext.case.source import Source
from onetext.files.faults import Fault, Faults, nearest, refuse
from onetext.reading.coding.comparison import Comparison, Pair
from onetext.reading.coding.units import Unit

Decision = Literal["a", "b", "both", "neither"]
_COLUMNS = ("row", "kind", "source", "start", "end", "words", "a", "b", "differing", "a_values", "b_values", "decision")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_WORDS = 300
"""Characters of a span that the sheet shows."""


def sheet_of(found: Comparison, case: Case) -> str:
    """The rows as CSV (UTF-8, comma); the same bytes for the same work. ``case`` is one that holds the sources."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for number, pair in enumerate(found.pairs, 1):
        writer.writerow([_cell(value) for value in (number, *_row(pair, case))])
    return text.getvalue()


def _row(pair: Pair, case: Case) -> tuple[object, ...]:
    unit = pair.unit
    source = case.get(Source, unit.source)
    words = ((source.text if source else None) or "")[unit.start : unit.end]
    return (
        unit.kind,
        unit.source,
        unit.start,
        unit.end,
        words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…",
        pair.a.record.id if pair.a else "",
        pair.b.record.id if pair.b else "",
        "; ".join(pair.differing),
        _values(pair.a),
        _values(pair.b),
        "a" if pair.agreed else "",
    )


def _values(unit: Unit | None) -> str:
    return " | ".join(f"{name}: {value}" for name, value in unit.values.items() if value) if unit else ""


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def decisions_in(text: str, found: Comparison, name: str = "sheet") -> list[tuple[Pair, Decision | None]]:
    """What was decided of each pair; None where nothing was.

    Raises ``Faults`` where a row is not of this comparison, stands twice, or says another word.
    """
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    if not rows or not {"row", "decision", "a", "b"} <= rows[0].keys():
        raise refuse(name, "is no sheet of this kind", "write one with --sheet, and fill in its column 'decision'")
    decided: dict[int, Decision | None] = {}
    faults: list[Fault] = []
    for line, row in enumerate(rows, 2):
        try:
            number, word = _decision(row, found, decided, f"{name}: line {line}")
            decided[number] = word
        except Faults as error:
            faults += error.faults
    if faults:
        raise Faults(faults)
    return [(pair, decided.get(number)) for number, pair in enumerate(found.pairs, 1)]


def _decision(
    row: dict[str, str], found: Comparison, decided: Iterable[int], place: str
) -> tuple[int, Decision | None]:
    number = (row["row"] or "").strip()
    if not (number.isdecimal() and len(number) < 10 and 1 <= int(number) <= len(found.pairs)):
        raise refuse(place, "has no row number of this comparison", "leave the column 'row' as it was written")
    pair = found.pairs[int(number) - 1]
    ids = (pair.a.record.id if pair.a else "", pair.b.record.id if pair.b else "")
    if tuple((row[side] or "").removeprefix("'") for side in "ab") != ids:
        raise refuse(place, "is of another comparison", "write the sheet again from these two cases")
    if int(number) in decided:
        raise refuse(place, f"row {number} stands twice", "leave one of the two")
    word = (row["decision"] or "").strip().lower()
    if word and word not in get_args(Decision):
        raise refuse(place, f"'{word}' is no decision", nearest(word, get_args(Decision)))
    if (word in ("a", "both") and pair.a is None) or (word in ("b", "both") and pair.b is None):
        raise refuse(place, f"'{word}' names a coder who has nothing here", "write the other's letter, or neither")
    return int(number), word or None  # type: ignore[return-value]  # it is one of the words
