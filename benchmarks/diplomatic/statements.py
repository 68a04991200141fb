"""Statements that were read against those of the gold: content, speaker, act, outlet in between."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.diplomatic.gold import Span, Speech, Text, located
from benchmarks.diplomatic.names import akin, fits
from benchmarks.diplomatic.tally import Found, Tally, overlap, paired, people_of, tally

PIECE = 0.5
"""What the right speaker weighs against a perfect overlap of content when statements are paired."""


def _spoken(item: Text, speech: Speech) -> list[Span]:
    return located(item.text, speech.content or speech.cue)


def _speaks(item: Text, speech: Speech, found: Found) -> bool:
    """Whether the speaker is right: the name where there is one, else words of the description or the party itself."""
    speaker = found["speaker"]
    if speech.speaker is not None:
        return bool(speaker["name"]) and fits((speech.speaker,), speaker["name"], people_of(item))
    if speech.anonymous and speaker["name"] and not akin(speech.description, speaker["name"]):
        return False
    known = [name for name in (speaker["name"], speaker["description"]) if name]
    party = () if speech.anonymous else tuple(name for name in speech.party if name)
    return any(akin(speech.description, name) or (party and fits(party, name)) for name in known)


def statements(item: Text, document: Found) -> dict[str, Tally]:
    golds, founds = item.gold.statements, document["statements"]

    def value(gold: Speech, found: Found) -> float:
        shared = overlap(_spoken(item, gold), found["content"] or found["cue"] or found["span"])
        return shared + PIECE * _speaks(item, gold, found) if shared else 0.0

    pairs = paired(golds, founds, value)
    founds = _without_pieces(item, founds, {j for _, j in pairs})
    pairs = paired(golds, founds, value)
    spoken = [(i, j) for i, j in pairs if _speaks(item, golds[i], founds[j])]
    acts = [(i, j) for i, j in spoken if founds[j]["act"] in golds[i].act]
    overlapping = tally(golds, founds, pairs, _said, _read)
    return {
        "statements, content": overlapping,
        "statements, content and speaker": _compared(golds, founds, pairs, spoken),
        "statements, also the act": _compared(golds, founds, spoken, acts),
        "speakers resolved": _resolved(golds, pairs, spoken),
        "acts of those": Tally(len(acts), len(spoken), len(spoken)),
        "relayed outlets of those": _relayed(golds, founds, spoken),
    }


def _compared(
    golds: Sequence[Speech], founds: list[Found], pairs: list[tuple[int, int]], right: list[tuple[int, int]]
) -> Tally:
    """Those of the pairs that are right, over all statements; what differs in the others."""
    wrong = [f"{_said(golds[i])}, read as {_read(founds[j])}" for i, j in pairs if (i, j) not in right]
    return Tally(len(right), len(golds), len(founds), missed=wrong)


def _resolved(golds: Sequence[Speech], pairs: list[tuple[int, int]], right: list[tuple[int, int]]) -> Tally:
    """Of the statements found whose speaker has a name, those with that name."""
    named = [(i, j) for i, j in pairs if golds[i].speaker is not None]
    return Tally(len(set(named) & set(right)), len(named), len(named))


def _relayed(golds: Sequence[Speech], founds: list[Found], right: list[tuple[int, int]]) -> Tally:
    """Of the statements with an outlet in between, those that name it."""
    through = [(i, j) for i, j in right if golds[i].via]
    named = [(i, j) for i, j in through if any(fits(golds[i].via, outlet) for outlet in founds[j]["via"])]
    return Tally(len(named), len(through), len(through))


def _without_pieces(item: Text, founds: list[Found], taken: set[int]) -> list[Found]:
    """Without what is a further piece of a statement that is already found, by the right speaker."""

    def is_piece(found: Found) -> bool:
        span = found["content"] or found["span"]
        return any(overlap(_spoken(item, gold), span) and _speaks(item, gold, found) for gold in item.gold.statements)

    return [found for j, found in enumerate(founds) if j in taken or not is_piece(found)]


def _said(speech: Speech) -> str:
    return (
        f"{speech.act[0]}: {speech.speaker or speech.description}: {' … '.join(m.text for m in speech.content or ())}"
    )


def _read(found: Found) -> str:
    speaker = found["speaker"]
    return f"{found['act']}: {speaker['name'] or speaker['description']}: {found['text']} [{found['rule']}]"
