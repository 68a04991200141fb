"""Meetings told by a noun: the talks were held, X cancelled the trip, after two days of consultations with Y."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.meetings.events import EventNoun, is_replaced
from onetext.reading.meetings.fates import as_object, as_subject, zone_of
from onetext.reading.meetings.outlook import denied, outlook, rumoured, supposed
from onetext.reading.meetings.sighting import ENDED, PHONE, PRESS, Sighting, acting, when
from onetext.reading.meetings.strangers import owner_at
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|citing|owing to|in view of|on account of|over|after|at [^ ]+['’]s request)\b.*"
)


def by_noun(article: Article, clause: Clause, nouns: Sequence[EventNoun], said: Sequence[Statement]) -> list[Sighting]:
    found = []
    subject = clause.subject
    back = _points_back(clause)
    if not (nouns or back) or supposed(article, clause) or rumoured(article, clause):
        return []
    for event in nouns:
        if event.kind == "mediation" or _unplanned(clause.sentence, event) or is_replaced(clause.sentence, event):
            continue
        if subject is not None and subject.first <= event.at < subject.last and _heads_subject(clause, event):
            statuses, by = as_subject(article, clause, said)
        elif clause.last <= event.at < clause.stop:
            statuses, by = as_object(article, clause, event, said)
        else:
            continue
        if statuses and statuses[-1] != "unknown":
            found.append(_sighting(article, clause, event, statuses, by, said))
    if not found and back:
        statuses, by = as_subject(article, clause, said)
        if not statuses:
            statuses, by = as_object(article, clause, None, said)
        if statuses:
            found.append(_sighting(article, clause, None, statuses, by, said))
    return found


_NO_PLANS = re.compile(
    r"\b(?:no|any|without|nor) (?:\w+ )?(?:plans?|prospects?|chance|hopes?|signs?|need|point|question|date|intention"
    r"|desire|appetite|talk|prospect) (?:for|of|to hold|to have|in)(?: [^ ,;]+){0,4} $"
)


def _unplanned(sentence: Sentence, event: EventNoun) -> bool:
    """``has no plans for a summit``: neither that it fell nor that it is to come."""
    before = " ".join(token.low for token in sentence.tokens[max(0, event.at - 9) : event.at])
    return bool(_NO_PLANS.search(f"{before} "))


def _heads_subject(clause: Clause, event: EventNoun) -> bool:
    """The noun itself, not one that hangs on it ("the draft of the talks")."""
    assert clause.subject is not None
    tokens = clause.sentence.tokens
    return (
        event.at == clause.subject.head
        or not any(token.is_noun and not token.is_name for token in tokens[clause.subject.first : event.at])
        or tokens[clause.subject.head].lemma == "round"
        or (tokens[clause.subject.head].lemma in _PLAN_NOUNS and clause.lemma in events.CANCELS | events.POSTPONES)
    )


_PLAN_NOUNS = listed("plan arrangement preparation proposal idea")


_OVER = listed("host receive join welcome entertain meet see treat")
"""``hosted X for lunch``: who is named before the noun is there too."""


def _points_back(clause: Clause) -> bool:
    """``it`` as subject or object of a verb that says what became of a meeting."""
    tokens = clause.sentence.tokens
    lemma = clause.lemma
    if lemma not in events.CANCELS | events.POSTPONES | events.HOLDS | events.GOES | {"take", "be"}:
        return False
    following = tokens[clause.last].low if clause.last < len(tokens) else ""
    if following == "it" and lemma in events.CANCELS | events.POSTPONES:
        return True
    if (
        lemma in events.CANCELS
        and not clause.passive
        and following in {"", ".", ",", "at", "hours", "on", "because", "after", "due"}
    ):
        return True  # "but X cancelled at short notice"
    if lemma == "take" and following != "place":
        return False
    head = tokens[clause.subject.head].low if clause.subject else ""
    return head == "it" and (clause.passive or lemma in events.GOES | {"take"})


def _sighting(
    article: Article,
    clause: Clause,
    event: EventNoun | None,
    statuses: tuple[str, ...],
    by: str | None,
    said: Sequence[Statement],
) -> Sighting:
    sentence = clause.sentence
    whole = events.stretch_of(clause)
    participants = around_noun(article, sentence, event.at, said) if event else []
    in_subject = (
        event is not None and clause.subject is not None and clause.subject.first <= event.at < clause.subject.last
    )
    if not in_subject and not clause.passive and clause.lemma not in events.TELLS | {"be"}:
        who = acting(article, clause, said)
        hosts_others = clause.lemma == "host" and len(participants) > 1
        participants = participants if hosts_others else [*who, *[name for name in participants if name not in who]]
    if in_subject and clause.passive and clause.lemma in _WITH_AGENTS:
        agents = re.search(r"\bby ", zone_of(clause).of(article.text))
        zone = zone_of(clause)
        participants += people(article, Span(zone.start + agents.end(), zone.end), said) if agents else []
    if not in_subject and event is not None and clause.lemma in _OVER and clause.last < event.at:
        guests = people(article, sentence.stretch(clause.last, event.at), said)
        participants += [name for name in guests if name not in participants]
    if in_subject and not clause.passive and clause.lemma in _UNITES:
        participants += [n for n in people(article, zone_of(clause), said) if n not in participants]
    if in_subject and len(participants) < 2:
        zone = zone_of(clause)
        between = re.search(r"\b(?:between|among|with) ", zone.of(article.text))
        behind_it = Span(zone.start + between.start(), zone.end) if between else None
        participants += [n for n in people(article, behind_it, said) if n not in participants] if behind_it else []
    if by and statuses[-1] == "declined" and by not in participants:
        participants = [by, *participants]
    text, reach = whole.of(article.text), _reach(sentence, clause, event)
    behind = article.text[sentence.tokens[clause.last - 1].end : sentence.span.end]
    reason = _REASON.search(re.split(r", |; | but ", behind)[0]) if statuses[-1] in ENDED else None
    kind = event.kind if event else None
    if kind != "call" and event is not None and PHONE.search(text):
        kind = "call"
    behind_noun = Span(sentence.tokens[event.at].start, reach.end) if event and not in_subject else reach
    place = place_in(article, behind_noun, destination=kind == "visit") or place_in(article, reach, destination=False)
    return Sighting(
        sentence, event.at if event else clause.verb, kind, statuses, participants, whole,
        f"noun-{statuses[-1]}", 0.8 if participants else 0.6, by=by if statuses[-1] in ENDED else None,
        place=place, date=date_in(article, reach) or when(article, clause),
        reason=" ".join(reason.group().strip(" .,").split()) if reason else None,
        refers=event is None or (event.definite and len(participants) < 2),
        fresh=bool(event and event.fresh), noun=event.at if event else None,
        repeat=bool(event and event.ordinal), indefinite=bool(event and event.indefinite),
        joins=clause.lemma in _WITH_AGENTS, closed=event is not None and says_who(sentence, event.at),
    )  # fmt: skip


_UNITES = listed("bring bring_together gather unite assemble involve include group reunite")
"""``The talks brought together A, B and C``."""
_WITH_AGENTS = listed("attend host chair lead mediate broker facilitate moderate convene open")


def _reach(sentence: Sentence, clause: Clause, event: EventNoun | None) -> Span:
    """The clause, and what is tied to the noun behind it ("talks planned for 3 March in Oslo")."""
    whole = events.stretch_of(clause)
    start = whole.start
    if event is not None:
        start = min(start, sentence.tokens[event.at].start)
    end = whole.end
    at = clause.stop
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].tag == "VBN" and event is not None and event.at == at - 1:
        end = tokens[min(len(tokens) - 1, at + 9)].end
    return Span(start, end)


_NOUN_STOPS = frozenset(",.;:")
_LINKS = frozenset({"with", "between", "among", "of", "by"})


def around_noun(article: Article, sentence: Sentence, at: int, said: Sequence[Statement]) -> list[str]:
    """``between A and B``, ``with B``, ``A's meeting``, ``the visit of A to B``, ``under the chairmanship of C``."""
    tokens, text = sentence.tokens, article.text
    names: list[str] = []
    for start in range(at + 1, min(at + 14, len(tokens))):
        low = tokens[start].low
        if tokens[start].text in _NOUN_STOPS or (tokens[start].is_verb and tokens[start].tag != "VBN"):
            break
        if low in _LINKS or (low == "chairmanship" and start + 1 < len(tokens)):
            end = _run_end(article, tokens, start + 1)
            names += [n for n in people(article, beside(article, sentence.stretch(start, end)), said) if n not in names]
            if names:
                break  # else "the meeting of ministers with X" goes on to X
    for mention in article.cast.per_sentence[sentence.number]:
        owns = 0 <= tokens[at].start - mention.extent.end < 40 and text[
            mention.extent.end : mention.extent.end + 1
        ] in {"'", "’"}
        between = tokens[sentence.place(mention.extent.end) + 1 : at]
        if owns and all(t.tag.startswith(("JJ", "CD", "VBN", "NN", "POS")) for t in between) and len(between) < 5:
            names = [*[n for n in people(article, mention.extent, said) if n not in names], *names]
    return [*[name for name in owner_at(article, sentence, at) if name not in names], *names]


def says_who(sentence: Sentence, at: int) -> bool:
    """The noun goes on with "between …" or "with …": whoever is not known there is not somebody else."""
    return any(token.low in {"between", "among", "with"} for token in sentence.tokens[at + 1 : at + 4])


def _run_end(article: Article, tokens: list[Token], start: int) -> int:
    """Up to the verb or the comma; a comma between the first of several and the "and" is inside."""
    end = start
    while end < len(tokens) and tokens[end].text not in ".;:":
        inside = _in_mention(article, tokens[end].start)
        if not inside and (tokens[end].is_verb or (tokens[end].text == "," and not _and_on(tokens, end))):
            break
        end += 1
    return max(end, start)


def _and_on(tokens: list[Token], at: int) -> bool:
    """Does "and" with another name still follow this comma, no verb between."""
    for token in tokens[at + 1 : at + 14]:
        if token.is_verb or token.text in ".;:":
            return False
        if token.low == "and":
            return True
    return False


def _in_mention(article: Article, at: int) -> bool:
    near = article.cast.mentions.inside(Span(max(0, at - 300), at + 300))
    return any(m.extent.start <= at < m.extent.end for m in near if m.kind == "person")


def by_noun_alone(
    article: Article, sentence: Sentence, event: EventNoun, told: list[Clause], said: Sequence[Statement]
) -> Sighting | None:
    """A meeting that no verb rules: "ready for the next meeting between A and B", "after two days of talks with C"."""
    tokens = sentence.tokens
    participants = around_noun(article, sentence, event.at, said)
    status = events.noun_status(sentence, event)
    finite = [c for c in told if c.tense in {"past", "present", "modal"}]
    clause = next((c for c in reversed(finite) if c.verb < event.at), finite[0] if finite else None)
    if _unplanned(sentence, event) or event.kind == "mediation":
        return None if event.kind != "mediation" else _mediation(article, sentence, event)
    if clause is not None and (supposed(article, clause) or denied(article, clause)):
        return None
    status, participants = _in_its_clause(article, clause, event, (status, participants), said)
    near = Span(tokens[event.at].start, min(sentence.span.end, tokens[event.at].end + 160))
    place, date = _lone_place(article, sentence, event, near), date_in(article, near)
    known = bool(participants) or event.definite or status == "planned" or (place is not None and date is not None)
    if status is None or not known or (status == "held" and _FELL.search(sentence.span.of(article.text))):
        return None
    if PRESS.search(article.text[tokens[event.at].start : tokens[event.at].end + 30]):
        return None
    kind = "call" if PHONE.search(sentence.span.of(article.text)) and event.kind != "visit" else event.kind
    return Sighting(
        sentence, event.at, kind, (status,), participants, Span(tokens[max(0, event.at - 2)].start, near.end),
        f"noun-alone-{status}", 0.65, place=place, date=date,
        refers=len(participants) < 2 and event.definite, fresh=event.fresh, noun=event.at,
        repeat=event.ordinal, indefinite=event.indefinite,
    )  # fmt: skip


def _in_its_clause(
    article: Article,
    clause: Clause | None,
    event: EventNoun,
    known: tuple[str | None, list[str]],
    said: Sequence[Statement],
) -> tuple[str | None, list[str]]:
    """Status and participants of a noun that hangs on a clause: in talks, during a call, for talks, after talks."""
    status, participants = known
    if clause is None:
        return known
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if status == "held" and clause.modal in {"will", "would", "should"}:
        status = "planned"
    if tokens[event.at - 1].low == "in" and event.kind == "talks":
        going = clause.continuous or clause.tense == "present" or clause.perfect
        return "ongoing" if going else "held", _with_actor(article, clause, participants, said)
    if status == "replaced":
        return status, _with_actor(article, clause, participants, said)
    if tokens_before(tokens, event.at) and len(participants) < 2:
        return "held" if clause.tense == "past" else None, people(article, sentence.stretch(0, event.at), said)
    if not participants and at_verb(tokens, event.at):
        return status, people(article, sentence.stretch(0, event.at), said)
    if events.behind_for(sentence, event) and participants:
        return _come_for(article, clause), _with_actor(article, clause, participants, said)
    if status == "held" and events.behind_after(sentence, event):
        return status, _with_actor(article, clause, participants, said)
    return status, participants


def tokens_before(tokens: Sequence[Token], at: int) -> bool:
    """``during a call``, ``in a meeting``: where something was said or done."""
    near = [token.low for token in tokens[max(0, at - 4) : at]]
    return "during" in near and not {"before", "ahead"} & {*near}


def at_verb(tokens: Sequence[Token], at: int) -> bool:
    """``held talks`` where the parser sees no subject."""
    return at > 1 and tokens[at - 1].lemma in {"hold", "conduct", "resume"} and tokens[at - 1].tag in {"VBD", "VBN"}


def _come_for(article: Article, clause: Clause) -> str | None:
    """``X was in Juba for talks with Y``, ``flew there for talks``: held; who only arrives is still to talk."""
    if clause.lemma not in events.MOVED | events.LANDS | {"be", "visit", "leave"}:
        return None
    if clause.lemma in {"be", "stay"} and clause.tense == "present" and not clause.negated:
        return "ongoing"
    told = outlook(article, clause)
    if told[-1:] == ("held",):
        return "planned" if clause.lemma in {"arrive", "leave", "head"} else "held"
    return "planned" if told or clause.tense == "present" else None


def _lone_place(article: Article, sentence: Sentence, event: EventNoun, near: Span) -> str | None:
    """Behind the noun; of a visit that somebody comes from, the place they left."""
    place = place_in(article, near, destination=event.kind == "visit")
    if place is not None or event.kind != "visit":
        return place
    left = re.search(
        r"\b(?:left|leaves|leaving|departed|departed from|returned from) (?=[A-Z])", sentence.span.of(article.text)
    )
    start = sentence.span.start + left.end() if left else -1
    return next((m.name for m in article.cast.per_sentence[sentence.number] if m.span.start == start), None)


_FELL = re.compile(
    r"\b(?:cancel\w*|call(?:s|ed|ing)? off|postpon\w*|scrap\w*|abandon\w*|abort\w*|shelv\w*|never|refus\w*|declin\w*"
    r"|reject\w*|boycott\w*|snub\w*|without|instead of|fail\w* to|(?:did|would|will|was|were|has|have|had) not)\b"
)
"""Where a sentence tells of something that fell, a bare noun in it is not said to be held."""


def _with_actor(article: Article, clause: Clause, names: list[str], said: Sequence[Statement]) -> list[str]:
    actors = acting(article, clause, said) or (acting(article, clause.governor, said) if clause.governor else [])
    return [*actors, *[name for name in names if name not in actors]]


def _mediation(article: Article, sentence: Sentence, event: EventNoun) -> Sighting | None:
    """``through the good offices of Lisse and of the League``: who mediates."""
    tokens = sentence.tokens
    if event.at + 1 >= len(tokens) or tokens[event.at + 1].low not in {"of", "by"}:
        return None
    mediators = mediators_in(article, sentence, event.at + 1)
    if not mediators:
        return None
    end = next((t.start for t in tokens[event.at + 1 :] if t.text in ",."), sentence.span.end)
    whole = Span(tokens[event.at].start, end)
    return Sighting(sentence, event.at, "mediation", ("held",), mediators, whole, "noun-mediation", 0.6, noun=event.at)


def mediators_in(article: Article, sentence: Sentence, at: int) -> list[str]:
    """The states named behind "with the mediation of": here "partners in Turkey" are Turkey's."""
    tokens = sentence.tokens
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in ",.;:" or tokens[n].is_verb), len(tokens))
    names: list[str] = []
    for mention in article.cast.mentions.inside(sentence.stretch(at, max(end, at + 1))):
        name = mention.name if mention.kind == "person" else mention.party
        if name and name not in names and mention.kind in {"party", "person"}:
            names.append(name)
    return names
