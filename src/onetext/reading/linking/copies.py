"""Copies of whole articles: which source of the case holds the same text, how much of it, and what is new here.

Runs of five words (shingles, Broder 1997) are compared exactly; a sample of them leads to the sources worth comparing.
Two reports that quote the same three sentences share some; a copy shares most of the shorter text. So below half of the
shorter nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _
from typing import Any, Literal
from zlib import crc32

from onetext.case.case import Case
from onetext.case.dates import first_day
from onetext.case.once import once_a_case
from onetext.case.source import Source
from onetext.reading.linking.link import rounded
from onetext.reading.linking.origin import Origin
from onetext.wording.sentences import lines, sentences
from onetext.wording.spans import Span
from onetext.wording.stems import plain_words

RUN = 5
_SAMPLE = 8
"""One run in so many is filed, chosen by its own value, so that both texts choose the same."""
_FEW = 60
"""A text of fewer runs is filed whole."""
_COMMON = 40
"""A run that more sources hold is boilerplate of an outlet."""
OFFERED = 0.5
_SAME, _WHOLE = 0.95, 0.85
_KNOWN_SENTENCE = 0.6
_MOST = 5

CopyKind = Literal["same", "copy", "part", "longer", "shares"]
"""Word for word; nearly so; this is a part of that; this holds that and more; the two share most of the shorter."""


@dataclass(frozen=True, slots=True)
class Copy:
    """``score`` is the share of the shorter text that the other holds; ``new`` the sentences that are only here."""

    source: str
    outlet: str | None
    on: str | None
    kind: CopyKind
    score: float
    reason: str
    new: tuple[Span, ...]

    def as_data(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "outlet": self.outlet,
            "on": self.on,
            "kind": self.kind,
            "score": self.score,
            "reason": self.reason,
            "new": [list(span) for span in self.new],
        }


@lru_cache(maxsize=1 << 11)
def runs(text: str) -> frozenset[int]:
    """The runs of five words of a text, each as a number that is the same on every machine."""
    words = plain_words(text)
    size = min(RUN, len(words))
    return frozenset(
        crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1 if size else 0)
    )


def _sampled(found: frozenset[int]) -> frozenset[int]:
    return found if len(found) < _FEW else frozenset(run for run in found if run % _SAMPLE == 0)


@once_a_case
def _filed(case: Case) -> Mapping[int, tuple[str, ...]]:
    filed = defaultdict[int, list[str]](list)
    for source in case.all(Source):
        if source.text:
            for run in _sampled(runs(source.text)):
                filed[run].append(source.id)
    return {run: tuple(dict.fromkeys(ids)) for run, ids in filed.items()}


def copies(case: Case, origin: Origin) -> tuple[Copy, ...]:
    """The sources of the case that this article copies or is copied by, most alike first; never itself."""
    own = runs(origin.text)
    if not own:
        return ()
    filed = _filed(case)
    near: dict[str, int] = defaultdict(int)
    for run in own:
        ids = filed.get(run, ())
        for id in ids if len(ids) <= _COMMON else ():
            near[id] += 1
    sources = {source.id: source for source in case.all(Source) if source.id in near and source.id != origin.id}
    found = [copy for source in sources.values() if (copy := _compared(origin, own, source))]
    return tuple(sorted(found, key=lambda copy: (-copy.score, copy.on or "", copy.source))[:_MOST])


def _compared(origin: Origin, own: frozenset[int], source: Source) -> Copy | None:
    theirs = runs(source.text or "")
    shared = len(own & theirs)
    here, there = shared / len(own), shared / len(theirs)
    score = max(here, there)
    if score < OFFERED or (min(len(own), len(theirs)) < RUN and score < 1):
        return None
    kind = _kind(here, there)
    new = _new(origin.text, theirs) if kind != "same" or here < 1 else ()
    return Copy(
        source.id,
        source.outlet,
        source.on,
        kind,
        rounded(score),
        _reason(kind, here, there, origin, source, len(new)),
        new,
    )


def _kind(here: float, there: float) -> CopyKind:
    if min(here, there) >= _SAME:
        return "same"
    if min(here, there) >= _WHOLE:
        return "copy"
    if max(here, there) < _WHOLE:
        return "shares"
    return "part" if here > there else "longer"


def _reason(kind: CopyKind, here: float, there: float, origin: Origin, source: Source, new: int) -> str:
    words = {
        "same": _("word for word the same text"),
        "copy": _("nearly the same text"),
        "part": _("{share} of this text stands there, where more stands"),
        "longer": _("{share} of that text stands here, with more"),
        "shares": _("{share} of the shorter text stands in both"),
    }[kind].format(share=f"{round(100 * max(here, there))} %")
    return ", ".join(
        filter(None, (words, _relayed(origin, source), _("{n} sentences are new").format(n=new) if new else ""))
    )


def _relayed(origin: Origin, source: Source) -> str:
    """Which of the two came later and so seems to relay the other, where their days say so."""
    if not origin.outlet or not source.outlet or origin.outlet == source.outlet:
        return ""
    if not origin.on or not source.on or first_day(origin.on) == first_day(source.on):
        return _("from {one} and {other}").format(one=origin.outlet, other=source.outlet)
    later, earlier = (origin.outlet, source.outlet) if origin.on > source.on else (source.outlet, origin.outlet)
    return _("{later} relays what {earlier} had").format(later=later, earlier=earlier)


def _new(text: str, theirs: frozenset[int]) -> tuple[Span, ...]:
    """The sentences of a text most of whose runs the other does not hold."""
    found = []
    for line in lines(text):
        for span in sentences(text, *line):
            own = runs(span.of(text))
            if own and len(plain_words(span.of(text))) >= RUN and len(own & theirs) < _KNOWN_SENTENCE * len(own):
                found.append(span)
    return tuple(found)
