"""From attributions to the cues of statements: only what somebody uttered, the rules by position first.

An attribution that a rule by position found too keeps that rule's act and hearer; one that it missed becomes a cue of
its own when its verb is one of saying and is told as done: no wish, no plan, no "might say".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.by_position.fronts import over_hearer
from onetext.reading.attribution.cue import Cue
from onetext.reading.clauses import Clause
from onetext.reading.lexicon import singular, speech_verbs
from onetext.wording.spans import Span
from onetext.wording.words import listed

_SURE = {
    "quote-before": 0.85, "quote-behind": 0.8, "clause": 0.75, "clause-before": 0.8, "according": 0.8, "turn": 0.8,
}  # fmt: skip
TAGGED = "tagger"
_BY_MARK = frozenset({"according", "dash", "colon", "turn"})
_THAT = ("that ", "That ")
_NAMING = listed("call describe label brand dub term denounce hail portray characterise characterize")
_ASKING = {"ask": "ask", "appeal": "demand", "plead": "ask", "call": "demand", "press": "demand", "push": "demand"}
_DONE_TO = frozenset({"reject", "deny", "criticise", "accept", "confirm", "announce", "demand", "propose", "claim"})
_BY_NOUN = {
    "report": "report", "claim": "claim", "allegation": "claim", "demand": "demand", "request": "ask", "appeal": "ask",
    "promise": "promise", "pledge": "promise", "proposal": "propose", "warning": "say", "statement": "say",
    "announcement": "announce", "accusation": "criticise", "denial": "deny", "plea": "ask",
}  # fmt: skip
_NOBODY = re.compile(
    r"(?:no|neither|nobody|none|no one|nothing|few|i|we|you|me|us|which|what|that|there|it)\b", re.IGNORECASE
)
_NO_SPEAKER = re.compile(r"(?:no|neither|nobody|none|no one|nothing|which|your)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|dr|sir|lady|lord|prof|senator|the (?:\w+ )?(?:minister|president|chair))\b", re.IGNORECASE
)
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
    if cue.verb != one.verb or cue.content is None:
        return False
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
    if one.source is None or _NOBODY.match(one.source.of(one.said.text)) or one.kind == "show":
        return False
    if one.rule in _BY_MARK:
        return len(one.source.of(one.said.text)) > 1
    if one.rule == "noun":
        return singular(one.lemma) in _BY_NOUN
    clause = _clause_of(one)
    return clause is not None and _act_of(one) is not None and _is_done(one, clause)


def _act_of(one: Attribution) -> str | None:
    """What was done by it; null when it is no statement."""
    speech = speech_verbs().get(one.lemma)
    act = speech.act if speech is not None else None
    if one.rule == "noun":
        return _BY_NOUN.get(singular(one.lemma))
    if one.rule == "turn":
        return _act_of_turn(one)
    if one.rule in _BY_MARK or one.rule.startswith(("quote", TAGGED)):
        return act or "say"
    if one.lemma == "want" and one.rule in {"clause", "object"}:
        return "demand" if not one.hull.of(one.said.text).startswith(("to ", "it", "them")) else None
    if one.kind != "say":
        return None
    if one.rule == "link":
        asks = one.cue.of(one.said.text).endswith((" for", " on"))
        return _ASKING.get(one.lemma) if asks else None
    if one.rule == "small":
        return act or "say" if one.lemma in _NAMING else None
    if one.rule == "passive":
        return act if act in _DONE_TO else None
    if one.rule == "over":
        asks = one.lemma == "ask" and one.hull.of(one.said.text).startswith("for ")
        return "ask" if asks else act if act == "criticise" else None
    return act if one.rule not in {"object", "relative", "light", "adjective"} else None


def _act_of_turn(one: Attribution) -> str | None:
    """A question in a conversation is the interviewer's, unless it is put by a person with a title, as in a house."""
    text = one.said.text
    if not one.hull.of(text).endswith("?"):
        return "say"
    return "ask" if one.source is not None and _PERSON.match(one.source.of(text)) else None


def _is_done(one: Attribution, clause: Clause) -> bool:
    """A finite verb without modal and negation, or "…, adding that"; quotations may have any verb."""
    if clause.infinitive or clause.modal or clause.negated or (clause.passive and one.rule != "passive"):
        return False
    return clause.tense in {"past", "present"} or (clause.tense == "participle" and one.rule == "clause")


def _as_cue(one: Attribution) -> Cue | None:
    part, text, sentence = one.content[0], one.said.text, one.said.sentence
    start = part.start + (5 if part.of(text).startswith(_THAT) else 0)
    end = part.end if one.rule == "turn" else min(part.end, max(sentence.span.end, part.start))
    content, act = one.said.clip(start, end), _act_of(one)
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
