"""What the tagger finds beside the rules: what they found stands, since they are surer; it adds what they missed."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.attribution.acts import TAGGED
from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.said import Said
from onetext.reading.tagging.features import Hint, Row, row_of
from onetext.reading.tagging.labels import pieces_of
from onetext.reading.tagging.tagger_file import opened
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span

_MOST_APART = 400
"""Characters between a cue and what belongs to it."""


def rows(paragraphs: Sequence[Sequence[Said]], found: Sequence[Attribution]) -> list[Row]:
    """What is seen of each paragraph; for training and for tagging the same."""
    hints: dict[int, list[Hint]] = {}
    for one in found:
        if not one.nested:
            own = hints.setdefault(one.said.sentence.paragraph, [])
            own.append(("C", one.cue))
            own += [("S", one.source)] if one.source else []
            own += [("T", part) for part in one.content]
    return [
        row_of([each.sentence for each in said], _quotes(said), hints.get(said[0].sentence.paragraph, []))
        for said in paragraphs
    ]


def _quotes(said: Sequence[Said]) -> list[Quote]:
    marks: list[Quote] = []
    for each in said:
        marks += [quote for quote in each.quotes if quote not in marks]
    return marks


def retold(model: bytes, paragraphs: Sequence[Sequence[Said]], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of the rules, and those of the tagger that touch none of them, in the order of the text."""
    tagger, told = opened(model), list(found)
    for said, row in zip(paragraphs, rows(paragraphs, found), strict=True):
        pieces = pieces_of(row.tokens, tagger.tag(row.seen))
        new = [_attribution(said, *each) for each in _joined(pieces)]
        told += [one for one in new if not any(_meet(one, other) for other in found)]
    return sorted(told, key=lambda one: (one.said.sentence.number, one.cue.start))


def _meet(one: Attribution, other: Attribution) -> bool:
    return one.cue.touches(other.cue) or (not other.nested and one.hull.touches(other.hull))


def _joined(pieces: Sequence[tuple[str, list[Span]]]) -> list[tuple[Span | None, Span, list[Span]]]:
    """Source, cue and content that belong together: to each cue what stands nearest."""
    left = {kind: [parts for each, parts in pieces if each == kind] for kind in "STC"}
    found = []
    for (cue,) in left["C"]:
        content, source = _nearest(cue, left["T"]), _nearest(cue, left["S"])
        if content is not None:
            left["T"].remove(content)
            found.append((source[0] if source else None, cue, content))
        if source is not None:
            left["S"].remove(source)
    return found


def _nearest(cue: Span, others: Sequence[list[Span]]) -> list[Span] | None:
    def apart(parts: list[Span]) -> int:
        return min(max(0, cue.start - part.end, part.start - cue.end) for part in parts)

    near = min(others, key=apart, default=None)
    return near if near is not None and apart(near) <= _MOST_APART else None


def _attribution(said: Sequence[Said], source: Span | None, cue: Span, content: list[Span]) -> Attribution:
    home = next((each for each in reversed(said) if each.sentence.span.start <= cue.start), said[0])
    tokens = home.sentence.tokens
    inside = [at for at, token in enumerate(tokens) if cue.start <= token.start < cue.end]
    verb = next((at for at in reversed(inside) if tokens[at].is_verb), inside[0] if inside else 0)
    return Attribution(home, "say", tokens[verb].lemma, verb, cue, source, content, TAGGED)
