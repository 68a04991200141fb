"""What became of a meeting, as the verb beside its noun says: held, called off, declined; and by whom.

Each answer is a row of statuses in the order of time (empty: nothing is said) and who did it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events, outcomes
from onetext.reading.meetings.attendance import people
from onetext.reading.meetings.outcomes import outcome_verb
from onetext.reading.meetings.outlook import asks, denied, outlook, rumoured, supposed
from onetext.reading.records import Statement
from onetext.wording.spans import Span
from onetext.wording.words import listed

Fate = tuple[tuple[str, ...], str | None]
NOTHING: Fate = ((), None)
_STATES = {
    "due": "planned", "expected": "expected", "likely": "expected", "off": "cancelled", "underway": "ongoing",
    "way": "ongoing", "scheduled": "planned", "planned": "planned", "over": "held", "afoot": "ongoing",
}  # fmt: skip
_UNREAL = listed(
    "invention fiction fabrication fantasy doubt doubtful uncertain impossible possible unlikely needed necessary "
    "overdue premature conditional ready question rumour rumor myth aim goal idea condition essential mistake no never "
    "jeopardy danger unthinkable untrue false hoax urgent key crucial vital desirable unclear hypothetical threat risk"
)
"""What is said of a meeting in the past with one of these is not that it was."""


def zone_of(clause: Clause) -> Span:
    """From the verb to the next verb that has something of its own to say."""
    tokens = clause.sentence.tokens
    if clause.last >= len(tokens):
        return Span(tokens[-1].end, tokens[-1].end)
    return clause.sentence.stretch(clause.last, max(clause.stop, clause.last + 1))


def as_subject(article: Article, clause: Clause, said: Sequence[Statement]) -> Fate:
    """What became of a meeting that is the verb's subject, and by whom."""
    verb, tokens = outcome_verb(clause), clause.sentence.tokens
    if verb == "take" and [token.low for token in tokens[clause.last : clause.last + 1]] == ["place"]:
        return _takes_place(article, clause), None
    if clause.passive or _shares_passive(clause):
        return _passive(article, clause, said)
    if verb == "be":
        return copula(article, clause), None
    if verb in outcomes.LASTS and _goes_on(article, clause):
        return ("ongoing",), None
    if verb in outcomes.HAPPENS:
        without = _without(article, clause, said)
        return (("declined",), without) if without else (_takes_place(article, clause), None)
    return NOTHING if clause.infinitive else (_by_itself(article, clause, verb), None)


def _by_itself(article: Article, clause: Clause, verb: str) -> tuple[str, ...]:
    """``ended``, ``remains on the agenda``, ``collapsed``, ``fell through``."""
    told = outlook(article, clause)
    stands = verb in outcomes.STANDS and not clause.negated and not supposed(article, clause)
    if stands and _STILL.match(zone_of(clause).of(article.text)):
        return ("planned",)
    ends = ((outcomes.RUNS, "held"), (outcomes.STOPS, "suspended"), (outcomes.FAILS, "not_held"))
    done = told in (("held",), ("ongoing",))
    return next(((status,) for verbs, status in ends if done and verb in verbs), ())


def _shares_passive(clause: Clause) -> bool:
    """``was first moved and then dropped``: the second participle has the auxiliary of the first."""
    above = clause.governor
    bare = clause.first == clause.verb and clause.tense == "past" and clause.sentence.parsed
    if above is None or not (bare and clause.relation == "conj" and above.passive):
        return False
    hanging = clause.sentence.hanging(clause.verb)
    return not any(clause.sentence.tokens[at].dep in {"nsubj", "dobj"} for at in hanging)


_STILL = re.compile(
    r"\s*(?:\w+ )?(?:on|in) the (?:agenda|cards|diary|calendar|programme|program|schedule)"
    r"|\s*(?:scheduled|set|fixed|planned)\b"
)


def _goes_on(article: Article, clause: Clause) -> bool:
    """``Talks continue``, ``have dragged on``: told in the present, or as what has been going on."""
    if clause.negated or clause.modal or clause.infinitive or supposed(article, clause) or asks(article, clause):
        return False
    return clause.tense in {"present", "bare"} or clause.continuous


def copula(article: Article, clause: Clause) -> tuple[str, ...]:
    """``is due``, ``is off``, ``is under way``, ``was to be in Cork``, ``was the first between …``."""
    tokens = clause.sentence.tokens
    if clause.infinitive:
        return outlook(article, clause)
    words = [token.low for token in tokens[clause.last : clause.last + 5]]
    for word, status in _STATES.items():
        if word in words:
            negated = clause.negated or "not" in words
            return () if negated else (status,)
    if not words or words[:1] == ["to"] or clause.negated or "not" in words or supposed(article, clause):
        return ()
    if clause.modal in {"will", "would"} and not clause.perfect:
        return ("planned",) if clause.modal == "will" or words[0] in {"the", "on", "in", "their", "at"} else ()
    past = (
        clause.tense == "past"
        and not clause.modal
        and not rumoured(article, clause)
        and not _fell_beside(article, clause)
    )
    return ("held",) if past and not asks(article, clause) and not {*words} & _UNREAL else ()


def _is_new_day(clause: Clause) -> bool:
    """``The session, which had been set for today, will now take place on Monday``."""
    tokens = clause.sentence.tokens
    now = any(token.low in {"now", "instead"} for token in tokens[clause.first : clause.verb])
    first = clause.subject.first if clause.subject else clause.first
    return now and any(token.lemma in outcomes.PLANNED | {"due"} for token in tokens[first : clause.first])


def _describes(clause: Clause) -> bool:
    """A relative clause: what became of it the main clause tells, if it has the same noun in a part of its own."""
    above: Clause | None = clause
    for _ in range(2):
        if above is None or above.relation == "relcl":
            break
        above = above.governor
    main = above.governor if above is not None and above.relation == "relcl" else None
    fates = outcomes.CANCELLED | outcomes.POSTPONED | outcomes.DECLINED | outcomes.KEPT_AWAY | {"withdraw", "pull_out"}
    return main is not None and outcome_verb(main) in fates


_AGAIN = listed("resume continue reconvene proceed follow")
"""Not to go on says nothing of whether it was."""


def _fell_beside(article: Article, clause: Clause) -> bool:
    """``The meeting that X called off was about fish``."""
    fates = outcomes.CANCELLED | outcomes.POSTPONED | outcomes.DECLINED | outcomes.KEPT_AWAY
    first = clause.subject.first if clause.subject else clause.first
    row = article.clauses[clause.sentence.number]
    return any(
        each.relation in {"relcl", "acl"} and first < each.verb < clause.first and outcome_verb(each) in fates
        for each in row
    )


def _takes_place(article: Article, clause: Clause) -> tuple[str, ...]:
    """Will not take place: called off. Did not: not held."""
    told = outlook(article, clause)
    if clause.negated and clause.lemma in _AGAIN:
        return ()
    if told == ("planned",) and _is_new_day(clause):
        return ("planned", "postponed")
    if told == ("planned", "not_held") and clause.sentence.parsed and _describes(clause):
        return ("planned",)
    if clause.negated and clause.modal in {"will", "would", "shall", "'ll"} and told:
        return (*told[:-1], "cancelled")
    return told


def _without(article: Article, clause: Clause, said: Sequence[Statement]) -> str | None:
    zone = zone_of(clause)
    at = zone.of(article.text).find("without ")
    who = people(article, Span(zone.start + at, zone.end), said) if at >= 0 else []
    return who[0] if who else None


def _passive(article: Article, clause: Clause, said: Sequence[Statement]) -> Fate:
    verb, told = outcome_verb(clause), outlook(article, clause)
    by = _agent(article, clause, said)
    done = bool(told) and not clause.negated and told[-1] not in {"unknown", "not_held", "cancelled", "declined"}
    done = done and not (clause.modal and (clause.modal in {"should", "must"} or _hangs_on(clause)))
    for verbs, fate in UNDERGONE:
        if verb in verbs:
            return ((fate,), by) if done else NOTHING
    if verb in outcomes.HELD:
        return _takes_place(article, clause), None
    if verb in outcomes.PLANNED | outcomes.EXPECTED | events.EXPECTS:
        if not told_flatly(article, clause) or _of_none(clause):
            return NOTHING
        before = "expected" if verb in outcomes.EXPECTED | events.EXPECTS else "planned"
        return ((before,) if not clause.negated and not denied(article, clause) else ("not_held",)), None
    return (("replaced",), None) if verb == "replace" and done else NOTHING


UNDERGONE = (
    (outcomes.CANCELLED, "cancelled"),
    (outcomes.POSTPONED, "postponed"),
    (outcomes.SUSPENDED, "suspended"),
    (outcomes.DECLINED, "declined"),
)


def _hangs_on(clause: Clause) -> bool:
    """``would be put off if need be``: only under a condition."""
    behind = clause.sentence.tokens[clause.last : clause.last + 12]
    return any(token.low in {"if", "unless", "should", "provided"} for token in behind)


def _of_none(clause: Clause) -> bool:
    """``No meeting has been arranged``: neither that it fell nor that it is to come."""
    return clause.subject is not None and clause.sentence.tokens[clause.subject.first].low in {"no", "neither"}


_AGENT = re.compile(
    r"\bby (?!mutual|common)|\bat (?:the (?:request|wish|insistence) of )?(?=[^ ]+['’]s (?:request|wish|insistence))"
    r"|\bat the (?:request|wish|insistence) of |\bbecause of (?=[A-Z]\w+['’]s (?:refusal|absence))"
)


def _agent(article: Article, clause: Clause, said: Sequence[Statement]) -> str | None:
    zone = Span(zone_of(clause).start, clause.sentence.span.end)
    found = _AGENT.search(article.text, zone.start, zone.end)
    if found is None or re.search(r"[;.]", article.text[zone.start : found.start()]):
        return None
    rest = Span(found.end(), min(zone.end, found.end() + 60))
    owner = next(
        (m for m in article.cast.mentions.inside(rest) if m.possessive and m.span.start <= rest.start + 4), None
    )
    if owner is not None and (owner.name or owner.party):
        return owner.party if owner.kind == "party" else owner.name
    who = people(article, rest, said)
    return who[0] if who else None


def told_flatly(article: Article, clause: Clause) -> bool:
    """Neither supposed nor rumoured nor asked."""
    return not (supposed(article, clause) or rumoured(article, clause) or asks(article, clause))


def subjects(article: Article, clause: Clause, said: Sequence[Statement]) -> list[str]:
    """Whom the subject names; nobody where there is none."""
    if clause.subject is None:
        return []
    return people(article, clause.sentence.stretch(clause.subject.first, clause.subject.last), said)
