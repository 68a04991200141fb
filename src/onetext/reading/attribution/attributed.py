"""All attributions of a parsed text: who is said to have said, thought or shown what, at which characters.

One pass over the verbs of each sentence, the surest rule first; then quotations that stand alone are joined to the
words quoted before them. Start at ``attributed``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.complements import by_clause, by_that
from onetext.reading.attribution.dialogue import turns
from onetext.reading.attribution.finder import Finder, finder_of
from onetext.reading.attribution.frames import Frame
from onetext.reading.attribution.marks import (
    alone,
    amid,
    announced,
    by_mark,
    inside,
    is_quoted,
    runs_on,
    same_marks,
    signed_below,
)
from onetext.reading.attribution.nominal import by_adjective, by_noun, by_wording, light_verb, participle
from onetext.reading.attribution.objects import (
    according,
    as_clause,
    by_link,
    by_object,
    by_passive,
    by_relative,
    over_object,
    small_clause,
)
from onetext.reading.attribution.predicates import frame_of, passive
from onetext.reading.attribution.quoting import by_quote
from onetext.reading.attribution.said import Said
from onetext.wording.spans import Span

_Rule = Callable[[Finder, int, Frame], Attribution | None]
_RULES: tuple[_Rule, ...] = (
    by_quote, as_clause, small_clause, by_clause, by_that, over_object, by_relative, by_object, by_link,
)  # fmt: skip
_ANY_VERB = Frame("say", frozenset("q"), frozenset())


def attributed(paragraphs: Iterable[list[Said]]) -> list[Attribution]:
    """Those of a whole text in its order; the sentences must be parsed. Nested ones are marked."""
    thread, rows = _Thread(), [*paragraphs]
    talk = turns(rows)
    for at, row in enumerate(rows):
        thread.paragraph(row)
        if at in talk:
            thread.turn(talk[at], row)
            continue
        for said in row:
            thread.sentence(said)
    return thread.found


class _Thread:
    """What goes on from sentence to sentence: an open quotation, a speaker announced by a colon."""

    def __init__(self) -> None:
        self.found: list[Attribution] = []
        self.open: Attribution | None = None
        self.announced: Attribution | None = None
        self.before: Said | None = None

    def paragraph(self, row: list[Said]) -> None:
        if self.open is not None and not (row and (runs_on(self.open, row[0]) or all(map(inside, row)))):
            self.open = None

    def turn(self, one: Attribution, row: list[Said]) -> None:
        """A paragraph of a conversation: all in it is inside what its speaker says."""
        self.found.append(one)
        for said in row:
            inner = find(said)
            for each in inner:
                each.nested = True
            self.found += inner
        self.open = self.announced = None
        self.before = row[-1]

    def sentence(self, said: Said) -> None:
        here = by_mark(said) or find(said) or signed_below(said, self.before)
        self.before = said
        if not here and self.open is not None and self._goes_on(said, self.open):
            return
        if not here and self.announced is not None:
            rest = alone(said)
            here = [self.announced] if rest is not None else []
            self.announced.content = [rest or self.announced.cue]
        self.announced = announced(said)
        self.found += here
        self.open = next((one for one in reversed(here) if not one.nested and is_quoted_in(one, said)), None)

    def _goes_on(self, said: Said, one: Attribution) -> bool:
        rest = alone(said)
        if rest is not None and not same_marks(said, rest, one):
            return False
        if rest is not None and rest.end > one.hull.end:
            one.content.append(rest)
        return rest is not None or amid(said)


def is_quoted_in(one: Attribution, said: Said) -> bool:
    """Is what it attributes quoted in this sentence."""
    return is_quoted(one) or any(quote.span.touches(one.hull) for quote in said.quotes)


def find(said: Said) -> list[Attribution]:
    """Those of one sentence; what stands inside the content of another is marked as nested."""
    finder = finder_of(said)
    for at, token in enumerate(finder.tokens[:-1]):
        if token.low == "according" and finder.tokens[at + 1].low == "to" and not said.quoted(at):
            _keep(finder, according(finder, at))
    for at, token in enumerate(finder.tokens):
        found = by_noun(finder, at) if token.is_noun else None
        if found is not None and not said.quoted(at):
            finder.found.append(found)
    for at in finder.verbs():
        if not said.quoted(at) and finder.tokens[at].low != "according":
            _keep(finder, _of_verb(finder, at))
    finder.found.sort(key=lambda one: one.verb)
    _mark_nested(finder.found)
    return finder.found


def _keep(finder: Finder, one: Attribution | None) -> None:
    if one is not None:
        finder.found.append(one)


def _of_verb(finder: Finder, at: int) -> Attribution | None:
    frame = frame_of(finder, at)
    light = by_wording(finder, at) or light_verb(finder, at) or by_adjective(finder, at) or participle(finder, at)
    if light is not None:
        return light
    if frame is None:
        return by_quote(finder, at, _ANY_VERB)
    if passive(finder, at):
        return by_passive(finder, at, frame)
    for rule in _RULES:
        found = rule(finder, at, frame)
        if found is not None:
            return found
    return None


def _mark_nested(found: list[Attribution]) -> None:
    for one in found:
        one.nested = any(_holds(other.content, one.cue) for other in found if other is not one)


def _holds(parts: list[Span], cue: Span) -> bool:
    return any(part.start <= cue.start < part.end for part in parts)
