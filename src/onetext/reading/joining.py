"""From attributions to the cues of statements: only what somebody uttered, the rules by position first.

An attribution that a rule by position found too keeps that rule's act and hearer; one that it missed becomes a cue of
its own when its verb is one of saying and is told as done: no wish, no plan, no "might say".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.clauses import Clause
from onetext.reading.cues import Cue
from onetext.reading.finder import Attribution
from onetext.reading.lexicon import speech_verbs
from onetext.wording.spans import Span

_OBJECT_RULES = frozenset({"object", "link", "over", "small", "passive", "relative"})
_SURE = {
    "quote-before": 0.85,
    "quote-behind": 0.8,
    "clause": 0.75,
    "clause-before": 0.8,
    "according": 0.8,
}
TAGGED = "tagger"
_THAT = ("that ", "That ")


def joined(cues: Sequence[list[Cue]], found: Sequence[Attribution]) -> list[list[Cue]]:
    """The cues of each sentence with those that only the parse shows, in the order of their content."""
    rows = [list(row) for row in cues]
    for one in found:
        row = rows[one.said.sentence.number]
        if one.rule == TAGGED:
            _tell_anew(row, one)
        if not any(_same(one, cue) for cue in row) and _is_told(one):
            cue = _as_cue(one)
            if cue is not None:
                row[:] = [old for old in row if old.rule != "direct-quote-continued" or not _covers(cue, old)]
                row.append(cue)
    for row in rows:
        row.sort(key=lambda cue: (cue.content or cue.cue or cue.sentence.span).start)
    return rows


def _tell_anew(row: list[Cue], one: Attribution) -> None:
    """Where a rule and a tagger found the same cue, the tagger says who and what; act and hearer stay the rule's."""
    for at, cue in enumerate(row):
        told = _as_cue(one) if _same(one, cue) else None
        if told is not None:
            row[at] = replace(cue, cue=told.cue, source=told.source, content=told.content, rule=TAGGED)


def _same(one: Attribution, cue: Cue) -> bool:
    return cue.verb == one.verb or (cue.cue is not None and cue.cue.touches(one.cue))


def _covers(cue: Cue, old: Cue) -> bool:
    return cue.content is not None and old.content is not None and cue.content.touches(old.content)


def _is_told(one: Attribution) -> bool:
    if one.kind != "say" or one.rule in _OBJECT_RULES or one.source is None:
        return False
    if one.rule in {"according", "dash", "colon"}:
        return True
    clause = next((each for each in one.said.clauses if each.verb == one.verb), None)
    return clause is not None and _is_done(one, clause)


def _is_done(one: Attribution, clause: Clause) -> bool:
    """A finite verb without modal and negation, or "…, adding that"; quotations may have any verb."""
    known = clause.lemma in speech_verbs() or one.rule.startswith("quote")
    if not known or clause.infinitive or clause.modal or clause.negated or clause.passive:
        return False
    return clause.tense in {"past", "present"} or (clause.tense == "participle" and one.rule == "clause")


def _as_cue(one: Attribution) -> Cue | None:
    part, text = one.content[0], one.said.text
    start = part.start + (5 if part.of(text).startswith(_THAT) else 0)
    content = one.said.clip(start, min(part.end, max(one.said.sentence.span.end, part.start)))
    speech = speech_verbs().get(one.lemma)
    if not content or one.source is None:
        return None
    act = speech.act if speech is not None else "say"
    rule, sure = (TAGGED, 0.8) if one.rule == TAGGED else (f"parsed-{one.rule}", _SURE.get(one.rule, 0.65))
    return Cue(one.said.sentence, act, one.cue, _bare(one.source, text), content, rule, sure, None, one.verb)


def _bare(source: Span, text: str) -> Span:
    """The source without the comma that closes its description."""
    return Span(source.start, source.end - 1) if text[source.end - 1] == "," else source
