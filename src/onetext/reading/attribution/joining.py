"""From attributions to the cues of statements: only what somebody uttered, the rules by position first.

An attribution that a rule by position found too keeps that rule's act and hearer; one that it missed becomes a cue of
its own when its verb is one of saying and is told as done: no wish, no plan, no "might say".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.attribution.acts import BY_MARK, TAGGED, THAT, act_of
from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.by_position.fronts import over_hearer
from onetext.reading.attribution.cue import Cue
from onetext.reading.clauses import Clause
from onetext.wording.spans import Span
from onetext.wording.words import listed

_SURE = {
    "quote-before": 0.85, "quote-behind": 0.8, "clause": 0.75, "clause-before": 0.8, "according": 0.8, "turn": 0.8,
}  # fmt: skip
_NOBODY = re.compile(
    r"(?:no|neither|nobody|none|no one|nothing|few|i|we|you|me|us|which|what|that|there|it)\b", re.IGNORECASE
)
_NO_SPEAKER = re.compile(r"(?:no|neither|nobody|none|no one|nothing|which|your)\b", re.IGNORECASE)
_ERRANDS = listed(
    "come go emerge emerg return appear write call phone ring telephone fly travel rise stand step visit text"
)
_IT_SAYS = listed("say add claim insist deny warn tell announce allege report")
_UNNAMED = re.compile(
    r"(?:not )?to (?:be (?:named|identified|quoted)|remain anonymous)|anonymity|not be (?:named|ident)"
)


def joined(cues: Sequence[list[Cue]], found: Sequence[Attribution]) -> list[list[Cue]]:
    """The cues of each sentence with those that only the parse shows, in the order of their content."""
    rows = [list(row) for row in cues]
    for one in found:
        row = rows[one.said.sentence.number]
        row[:] = [cue for cue in row if not _is_mistaken(one, cue)]
        if one.rule == "clause":
            _tell_whole(row, one)
        if not any(_same(one, cue) for cue in row) and _is_told(one):
            cue = _as_cue(one)
            if cue is not None:
                row[:] = [old for old in row if old.rule != "direct-quote-continued" or not _covers(cue, old)]
                row.append(cue)
    turns = [one.hull for one in found if one.rule == "turn"]
    for row in rows:
        row[:] = [cue for cue in row if not _is_mere_talk(cue, turns) and not _has_no_speaker(cue, found)]
        row.sort(key=lambda cue: (cue.content or cue.cue or cue.sentence.span).start)
    return rows


def _tell_whole(row: list[Cue], one: Attribution) -> None:
    """Where the parse shows that what is said goes on: "said that A would come, and B had gone"."""
    for at, cue in enumerate(row):
        told = _as_cue(one) if cue.verb == one.verb and not one.nested else None
        if told is None or told.content is None or cue.content is None or told.content.start != cue.content.start:
            continue
        if told.content.end > cue.content.end:
            row[at] = replace(cue, content=told.content)
            row[:] = [each for each in row if each.rule != "negated-say" or not _stands_in(each, told.content)]
            return


def _stands_in(cue: Cue, content: Span) -> bool:
    return cue.cue is not None and content.touches(cue.cue)


def _same(one: Attribution, cue: Cue) -> bool:
    return (cue.verb == one.verb and one.verb >= 0) or (cue.cue is not None and cue.cue.touches(one.cue))


def _is_mistaken(one: Attribution, cue: Cue) -> bool:
    """By position what is said lies on the wrong side of the verb: the parse knows better."""
    if cue.verb != one.verb or cue.content is None or cue.act == "decline":
        return False  # "asked whether …, he declined to answer": the question is what he withheld
    known = one.rule.startswith(("clause", "quote-behind", "quote-before"))
    return known and not any(part.touches(cue.content) for part in one.content)


def _is_mere_talk(cue: Cue, turns: list[Span]) -> bool:
    """Inside a turn of a conversation: what "I" or "we" say of ourselves is that turn, and no statement apart."""
    if cue.rule == "parsed-turn" or not any(
        turn.holds(cue.sentence.span) or turn.touches(cue.sentence.span) for turn in turns
    ):
        return False
    return cue.source is None or cue.source.end - cue.source.start < 3


def _has_no_speaker(cue: Cue, found: Sequence[Attribution]) -> bool:
    """``Neither capital said``: nobody did."""
    return bool(found and cue.source and cue.act != "decline" and _NO_SPEAKER.match(found[0].said.text, *cue.source))


def _covers(cue: Cue, old: Cue) -> bool:
    return cue.content is not None and old.content is not None and cue.content.touches(old.content)


def _is_told(one: Attribution) -> bool:
    if one.source is None or _is_nobody(one) or (one.kind == "show" and one.lemma != "say"):
        return False
    if one.rule in BY_MARK:
        return len(one.source.of(one.said.text)) > 1
    if one.rule == "noun":
        return act_of(one) is not None
    clause = _clause_of(one)
    return clause is not None and act_of(one) is not None and _is_done(one, clause)


def _is_nobody(one: Attribution) -> bool:
    """``it said`` is a ministry or a paper, "it seems" is nobody."""
    assert one.source is not None
    who = one.source.of(one.said.text)
    return _NOBODY.match(who) is not None and not (who.lower() == "it" and one.lemma in _IT_SAYS)


def _is_done(one: Attribution, clause: Clause) -> bool:
    """A finite verb without modal and negation, or "…, adding that"; quotations may have any verb."""
    if clause.infinitive:
        return _is_errand(clause) and one.rule in {"clause", "over"}
    if clause.modal or clause.negated or (clause.passive and one.rule != "passive"):
        return False
    beside = one.rule.startswith("clause-") and clause.tense == "bare"
    return beside or clause.tense in {"past", "present"} or (clause.tense == "participle" and one.rule == "clause")


def _is_errand(clause: Clause) -> bool:
    """``wrote to ask for a day``, ``rang her to say that``: done by what was done for it."""
    above = clause.governor
    done = above is not None and above.lemma in _ERRANDS and above.tense in {"past", "present"} and not above.negated
    return done and clause.lemma in {"say", "tell", "ask", "report", "announce", "complain", "warn", "thank", "protest"}


def _as_cue(one: Attribution) -> Cue | None:
    part, text, sentence = one.content[0], one.said.text, one.said.sentence
    start = part.start + (5 if part.of(text).startswith(THAT) else 0)
    end = part.end if one.rule == "turn" else min(part.end, max(sentence.span.end, part.start))
    content, act = one.said.clip(start, end), act_of(one)
    if not content or one.source is None or act is None or _UNNAMED.match(content.of(text)):
        return None
    rule, sure = (TAGGED, 0.8) if one.rule == TAGGED else (f"parsed-{one.rule}", _SURE.get(one.rule, 0.65))
    clause = _clause_of(one)
    to = over_hearer(one.said, clause)[1] if clause is not None else None
    return Cue(sentence, act, one.cue, _named(one), content, rule, sure, to, one.verb)


def _clause_of(one: Attribution) -> Clause | None:
    return next((each for each in one.said.clauses if each.verb == one.verb), None)


def _named(one: Attribution) -> Span:
    """The source without the comma that closes its description; for "who" the one it stands for."""
    assert one.source is not None
    text = one.said.text
    if one.source.of(text).lower() == "who":
        clause = _clause_of(one)
        if clause is not None and clause.subject is not None:
            return one.said.sentence.stretch(clause.subject.first, clause.subject.last)
    return Span(one.source.start, one.source.end - 1) if text[one.source.end - 1] == "," else one.source
