"""A codebook put to what was read, and to a case that was coded with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from onetext.case.case import Case
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.source import Statement
from onetext.files.faults import Fault, nearest
from onetext.reading.coding.codebook import Codebook, Entry, OwnAct, OwnStance
from onetext.wording.stems import plain_words, stem

_SECTIONS = ("statements", "contacts", "disclosures", "deadlines", "questions", "demands", "agreements")


def with_codes(book: Codebook, data: dict[str, Any], text: str) -> dict[str, Any]:
    """A document in its printed form with the ``codes`` that its words call for.

    A topic is looked for in the words of each finding, an act at the cue of a statement, where the act read there is
    the one it refines. Findings that call for none stay as they are.
    """
    coded = {section: [_coded(book, each, text) for each in data.get(section, ())] for section in _SECTIONS}
    return {**data, **{section: found for section, found in coded.items() if section in data}}


def _coded(book: Codebook, finding: dict[str, Any], text: str) -> dict[str, Any]:
    codes = list(dict.fromkeys(_codes(book, finding, text)))
    return {**finding, "codes": codes} if codes else finding


def _codes(book: Codebook, finding: dict[str, Any], text: str) -> Iterator[str]:
    cue = finding.get("cue")
    if cue:
        words = _sequence(text[cue[0] : cue[1]])
        acts = [act for act in book.acts if act.is_ == finding.get("act")]
        yield from _called(book, acts, words)
    start, end = finding.get("content") or finding["span"]
    yield from _called(book, book.topics, _sequence(text[start:end]))


def _called(book: Codebook, entries: Iterable[Entry], words: Sequence[str]) -> Iterator[str]:
    for entry in entries:
        if any(_holds(words, _phrase(phrase)) for phrase in entry.words):
            yield book.code(entry)
            yield from entry.codes


@lru_cache(maxsize=4096)
def _phrase(text: str) -> tuple[str, ...]:
    return _sequence(text)


def _sequence(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in plain_words(text))


def _holds(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands in the words, one word after the other."""
    length = len(phrase)
    return bool(phrase) and any(tuple(words[at : at + length]) == phrase for at in range(len(words) - length + 1))


def code_faults(book: Codebook, case: Case) -> list[Fault]:
    """Codes of this book that it does not hold, and records whose act or stance is not the one their code refines."""
    entries = {book.code(entry): entry for entry in book.entries()}
    return [fault for record in case.everything() for fault in _faults(book, entries, record)]


def _faults(book: Codebook, entries: dict[str, Entry], record: Record) -> Iterator[Fault]:
    for code in record.codes:
        place = f"{record.section}: {record.id}"
        entry = entries.get(code)
        if entry is None:
            if code.startswith(f"{book.id}:"):
                yield Fault(place, f"'{code}' is no code of the codebook", nearest(code, entries))
        elif isinstance(entry, OwnAct) and isinstance(record, Statement) and record.act != entry.is_:
            yield _unlike(place, code, "act", entry.is_, record.act)
        elif isinstance(entry, OwnStance) and isinstance(record, Position) and record.stance != entry.is_:
            yield _unlike(place, code, "stance", entry.is_, record.stance)


def _unlike(place: str, code: str, field: str, means: str, has: str) -> Fault:
    problem = f"'{code}' means the {field} '{means}', and the {field} here is '{has}'"
    return Fault(place, problem, f"set the {field} to '{means}', or take the code away")
