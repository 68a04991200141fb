"""Names in texts that are not read as English: states and capitals in five languages, and the names somebody gave.

Ukrainian and Russian words are found in their cases, Arabic ones behind "and", "in", "to" and the article, French ones
behind an elided word. What a name does in its sentence is not asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onetext.reading.gazetteer import Gazetteer, Kind, cell, shipped, table
from onetext.reading.records import NamePlace
from onetext.wording.spans import Span
from onetext.wording.words import listed

LANGUAGES = ("uk", "ru", "fr", "es", "ar")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ.](?=[^\W\d_])[^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[ldnsjcmLDNSJCM]|[Qq]u)['’ʼ](?=\w)")
_MARKS = str.maketrans({"’": "'", "ʼ": "'"}) | dict.fromkeys(range(0x064B, 0x0653)) | {0x0640: None}
_VOWEL_END = re.compile(r"[аеєиіїоуюяыьйэё]{1,2}$")
_CASES = listed(
    "а я у ю і и ы е є ї о ь й ой ою ей ею єю ём ем єм ом ам ям ах ях ами ями ів ов ев їв ій ії ия ию ии ие ий ый ої "
    "ого ому им ым их ых ими ыми ая ое ые ую єї їй ией ією иею"
)
_AND, _AT = ("", "و", "ف"), ("", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The forms by the beginning of their first word."""

    forms: dict[str, list[_Form]]
    bending: bool
    arabic: bool

    def at(self, found: list[tuple[str, int, int]], place: int) -> _Form | None:
        """The longest form that starts at word ``place``."""
        near = self.forms.get(_start(found[place][0]), []) if not self.arabic else self._arabic(found[place][0])
        fits = [
            form
            for form in near
            if place + len(form.words) <= len(found)
            and all(self._same(form.words[n], found[place + n][0], n) for n in range(len(form.words)))
        ]
        return max(fits, key=lambda form: len(form.words), default=None)

    def _arabic(self, word: str) -> list[_Form]:
        return [form for bare in (word, *_bare(word)) for form in self.forms.get(_start(bare), [])]

    def _same(self, form: str, word: str, number: int) -> bool:
        if form == word:
            return True
        if self.arabic:
            return number == 0 and form in _bare(word)
        return self.bending and _is_case_of(form, word)


def names_elsewhere(text: str, language: str | None, names: Gazetteer) -> tuple[NamePlace, ...]:
    """The known names in ``text`` in order, without overlap. ``language`` may be one of which no names are known."""
    lookup = _table(names, language if language in LANGUAGES else None, language in {"uk", "ru"}, language == "ar")
    found = [_bare_word(match) for match in _WORD.finditer(text)]
    places, at = list[NamePlace](), 0
    while at < len(found):
        form = lookup.at(found, at)
        if form is None:
            at += 1
            continue
        last = at + len(form.words) - 1
        places.append(NamePlace(form.name, form.kind, Span(found[at][1], found[last][2])))
        at = last + 1
    return tuple(places)


def _bare_word(match: re.Match[str]) -> tuple[str, int, int]:
    elided = _ELIDED.match(match.group())
    start = match.start() + (elided.end() if elided else 0)
    return match.group()[start - match.start() :].translate(_MARKS), start, match.end()


def _start(word: str) -> str:
    return word[:3]


def _bare(word: str) -> list[str]:
    """An Arabic word without "and", "in", "to", "as" that are written onto it; "to" swallows half of the article."""
    found = []
    for beginning in (first + second for first in _AND for second in _AT):
        rest = word[len(beginning) :]
        if beginning and word.startswith(beginning) and len(rest) >= 3:
            found.append(rest)
            if beginning.endswith("ل") and rest.startswith("ل"):
                found.append(f"ا{rest}")
    return found


def _is_case_of(form: str, word: str) -> bool:
    """Is ``word`` a case of ``form``: the same stem, and one of the endings."""
    if form.isupper() or form[:1] != word[:1] or len(form) < 3:
        return False
    stem = _VOWEL_END.sub("", form)
    if len(stem) < 3 or not word.startswith(stem):
        return False
    rest = word[len(stem) :]
    return rest in _CASES or (not rest and stem == form)


@lru_cache(maxsize=32)
def _table(names: Gazetteer, language: str | None, bending: bool, arabic: bool) -> _Table:
    forms: dict[str, list[_Form]] = {}

    def put(form: str, kind: Kind, name: str) -> None:
        words = tuple(_bare_word(match)[0] for match in _WORD.finditer(form))
        if words:
            forms.setdefault(_start(words[0]), []).append(_Form(words, kind, name))

    for form, full in names.persons.items():
        put(form, "person", full)
    for key, entry in names.entries.items():
        if entry.kind != "adjective" and (language not in {"uk", "ru", "ar"} or shipped().entries.get(key) != entry):
            put(" ".join(key), entry.kind, entry.party)
    if language is not None:
        for form, kind, name in _foreign()[language]:
            put(form, kind, name)
    return _Table(forms, bending, arabic)


@cache
def _foreign() -> dict[str, list[tuple[str, Kind, str]]]:
    found: dict[str, list[tuple[str, Kind, str]]] = {language: [] for language in LANGUAGES}
    for line in table("elsewhere.txt"):
        name, *cells = (part.strip() for part in line.split("|"))
        for language, part in zip(LANGUAGES, cells, strict=True):
            states, _, capitals = part.partition("/")
            found[language] += [(form, "party", name) for form in cell(states)]
            found[language] += [(form, "capital", name) for form in cell(capitals)]
    return found
