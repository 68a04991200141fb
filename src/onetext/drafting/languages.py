"""Language versions of a draft: the same numbers in each, and none that lags behind what it translates."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from onetext.case.plan import Clause, Draft

Lag = Literal["missing", "outdated"]


@dataclass(frozen=True)
class LanguageGap:
    """Clause ``number`` is not there in ``language``, or its text in another has changed since it was translated."""

    lag: Lag
    number: str
    language: str

    def as_data(self) -> dict[str, Any]:
        return {"kind": self.lag, "number": self.number, "language": self.language}


def language_gaps(draft: Draft, authentic: Collection[str] = ()) -> tuple[LanguageGap, ...]:
    """By number in the order of the draft; ``authentic`` are the languages that every clause must have.

    A language is asked for as well where another clause of the draft is in it. A clause without a language is in the
    plan's first authentic one; of a draft in one language nothing is said.
    """
    first = next(iter(authentic), "")
    versions: dict[str, dict[str, Clause]] = {}
    for clause in draft.clauses:
        versions.setdefault(clause.number, {})[clause.language or first] = clause
    asked = dict.fromkeys([*authentic, *(language for found in versions.values() for language in found)])
    return tuple(gap for number, found in versions.items() for gap in _gaps(number, found, [*asked]))


def is_outdated(clause: Clause, others: Collection[Clause]) -> bool:
    """Whether none of ``others``, its versions in other languages, has the text it was translated from any more."""
    return clause.translates is not None and clause.translates not in {digest(other.text or "") for other in others}


def digest(text: str) -> str:
    """What a translation keeps of the text it was made from: SHA-256 of its UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _gaps(number: str, found: dict[str, Clause], asked: Collection[str]) -> Iterator[LanguageGap]:
    for language in asked:
        clause = found.get(language)
        if clause is None:
            yield LanguageGap("missing", number, language)
        elif is_outdated(clause, [other for at, other in found.items() if at != language]):
            yield LanguageGap("outdated", number, language)
